"""Read the weights of the shipped model, so that tuning can continue from it."""

from collections.abc import Mapping
from pathlib import Path

import onnx
from onnx import numpy_helper

from tools.encoder.source import ANSWERS, Floats

_JOINT = {"q": ("q", "k", "v")}
"""Matrices that the graph has side by side, under the name of the first."""

_MATRICES = ("q", "ao", "fi", "fo")


def shipped_weights(path: Path, *, layers: int) -> dict[str, Floats]:
    """Return the weights in an encoder.onnx, by their names in tuning.

    They are as precise as a byte per weight allows: vectors differ from the model's own by .0003.
    """
    model = onnx.load(str(path))
    constants: dict[str, Floats] = {
        each.name: numpy_helper.to_array(each) for each in model.graph.initializer
    }
    found = {
        f"{ANSWERS}.w": constants["answers.weight"][:, 0],
        f"{ANSWERS}.b": constants["answers.bias"].reshape(()),
        "emb.ln.w": constants["emb.ln.weight"],
        "emb.ln.b": constants["emb.ln.bias"],
    }
    for layer in range(layers):
        for norm in ("aln", "oln"):
            name = f"l{layer}.{norm}"
            found |= {f"{name}.w": constants[f"{name}.weight"], f"{name}.b": constants[f"{name}.bias"]}
        for part in _MATRICES:
            found |= _matrices(constants, f"l{layer}", part)
    return found


def _matrices(constants: Mapping[str, Floats], layer: str, part: str) -> dict[str, Floats]:
    name = f"{layer}.{part}"
    matrix = constants[f"{name}.weight"] * constants[f"{name}.step"]
    if f"{name}.factor" in constants:
        matrix = matrix * constants[f"{name}.factor"][:, None]
    parts = _JOINT.get(part, (part,))
    found: dict[str, Floats] = {}
    rows = matrix.T.reshape(len(parts), -1, matrix.shape[0])
    biases = constants[f"{name}.bias"].reshape(len(parts), -1)
    for each, weight, bias in zip(parts, rows, biases, strict=True):
        found |= {f"{layer}.{each}.w": weight, f"{layer}.{each}.b": bias}
    return found
