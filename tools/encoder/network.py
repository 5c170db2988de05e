"""The network in JAX, so that it can be tuned: the same arithmetic as the graph, in float32."""

from collections.abc import Iterable, Mapping
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from tools.encoder.pieces import LONGEST
from tools.encoder.source import ANSWERS, HEADS, Source, weights

Array = Any
"""An array of JAX, traced or not."""

Tree = Mapping[str, Array]
"""Arrays by their names in the source."""

_FAR = 1e9
_MATRICES = ("q", "k", "v", "ao", "fi", "fo")
_NORMS = ("aln", "oln")


class Network:
    """Encodes rows of token numbers; `start` has the tunable weights, as in the source.

    The vectors of words and positions are not tuned: they are kept in four bits, and tuning only the words in
    the few examples would move them away from all others.
    """

    def __init__(self, source: Source, kept: list[int]) -> None:
        self._layers, self._epsilon = source.layers, source.epsilon
        nibbles, scales = source.blocks("emb.word", source.width)
        self._words = jnp.asarray(weights(nibbles[kept], scales[kept]))
        positions = source.floats("emb.pos").reshape(-1, source.width)[:LONGEST]
        self._positions = jnp.asarray(positions + source.floats("emb.type")[: source.width])
        self.start: dict[str, Array] = dict(_norm_of(source, "emb.ln"))
        for number in range(source.layers):
            self.start |= layer_of(source, number)
        weight, bias = source.answers()
        self.start |= {f"{ANSWERS}.w": jnp.asarray(weight), f"{ANSWERS}.b": jnp.asarray(bias)}

    def encode(self, tree: Tree, numbers: Array, mask: Array) -> Array:
        """Return a vector of unit length per row; `mask` is 0 at padding."""
        start = self._words[numbers] + self._positions[: numbers.shape[1]]
        x = _norm(tree, "emb.ln", start, self._epsilon)
        x = through(tree, range(self._layers), x, mask, self._epsilon)
        total = (x * mask[:, :, None]).sum(1)
        return total / jnp.linalg.norm(total, axis=1, keepdims=True)

    def answers(self, tree: Tree, numbers: Array, mask: Array) -> Array:
        """Return, per row, the log-odds that the provision answers the question before it."""
        return self.encode(tree, numbers, mask) @ tree[f"{ANSWERS}.w"] + tree[f"{ANSWERS}.b"]


def layer_of(source: Source, number: int) -> dict[str, Array]:
    """Return the weights of a layer, as the source has them."""
    found: dict[str, Array] = {}
    for part in _MATRICES:
        name = f"l{number}.{part}"
        found[f"{name}.w"] = jnp.asarray(source.matrix(name))
        found[f"{name}.b"] = jnp.asarray(source.floats(f"{name}.b"))
    for part in _NORMS:
        found |= _norm_of(source, f"l{number}.{part}")
    return found


def through(tree: Tree, layers: Iterable[int], x: Array, mask: Array, epsilon: float) -> Array:
    """Take the states of tokens through some layers; `mask` tells tokens from padding."""
    hidden = (mask[:, None, None, :] - 1) * _FAR
    for number in layers:
        name = f"l{number}"
        x = _norm(tree, f"{name}.aln", x + _attention(tree, name, x, hidden), epsilon)
        inner = jax.nn.gelu(_linear(tree, f"{name}.fi", x), approximate=False)
        x = _norm(tree, f"{name}.oln", x + _linear(tree, f"{name}.fo", inner), epsilon)
    return x


def _attention(tree: Tree, layer: str, x: Array, hidden: Array) -> Array:
    rows, tokens, width = x.shape
    size = width // HEADS

    def heads(part: str) -> Array:
        """Multiply by a matrix, and split the result into heads."""
        found = _linear(tree, f"{layer}.{part}", x)
        return found.reshape(rows, tokens, HEADS, size).transpose(0, 2, 1, 3)

    nearness = heads("q") @ heads("k").transpose(0, 1, 3, 2) / np.sqrt(size)
    mixed = jax.nn.softmax(nearness + hidden, axis=-1) @ heads("v")
    return _linear(tree, f"{layer}.ao", mixed.transpose(0, 2, 1, 3).reshape(rows, tokens, width))


def _norm(tree: Tree, name: str, x: Array, epsilon: float) -> Array:
    centred = x - x.mean(-1, keepdims=True)
    spread = jnp.sqrt((centred**2).mean(-1, keepdims=True) + epsilon)
    return centred / spread * tree[f"{name}.w"] + tree[f"{name}.b"]


def _linear(tree: Tree, name: str, x: Array) -> Array:
    return x @ tree[f"{name}.w"].T + tree[f"{name}.b"]


def _norm_of(source: Source, name: str) -> dict[str, Array]:
    return {f"{name}.{part}": jnp.asarray(source.floats(f"{name}.{part}")) for part in ("w", "b")}
