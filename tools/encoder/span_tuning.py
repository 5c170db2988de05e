"""Tune the span branch: the upper layers, on the states that the lower ones return."""

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt
import onnxruntime
import optax

from knowledge.meaning.encoder import MODEL, NETWORK
from tools.encoder.graph import STATES
from tools.encoder.layers import MASK
from tools.encoder.network import Array, Tree, through
from tools.encoder.optimizing import optimizer
from tools.encoder.source import BRANCH, SPANS, Source
from tools.encoder.span_examples import SpanExample

_PAIRS = 32
_STEP = 16
"""Pairs are padded to a multiple of it, so that few lengths are compiled."""

_TOGETHER = 20
"""How many steps' pairs are sorted by length together."""

_UNTOLD = 0.4
"""How many passages that don't answer are used, as a share of those that do."""

_RATE, _HEAD_RATE = 1e-4, 2e-3
_FAR = -1e9
_LOGGED = 50

_States = npt.NDArray[np.float16]
_Rows = npt.NDArray[np.float32]


class _Batch(NamedTuple):
    states: _Rows
    mask: _Rows
    may_be: _Rows
    starts: _Rows
    ends: _Rows


def states_of(examples: Sequence[SpanExample], folder: Path = MODEL) -> list[_States]:
    """Return the states of each example's tokens after the lower layers of the network in a folder."""
    session = onnxruntime.InferenceSession(str(folder / NETWORK), providers=["CPUExecutionProvider"])
    found = []
    for each in examples:
        numbers = each.numbers[None].astype(np.int64)
        (states,) = session.run([STATES], {"input_ids": numbers, MASK: np.ones_like(numbers)})
        found.append(states[0].astype(np.float16))
    return found


class SpanTuner:
    """Tunes the branch; the first token stands for no answer."""

    def __init__(self, source: Source, start: Tree, *, seed: int = 1) -> None:
        self._layers, self._epsilon = range(BRANCH, source.layers), source.epsilon
        self._random = np.random.default_rng(seed)
        names = tuple(f"l{number}." for number in self._layers)
        head = self._random.normal(0, 0.02, (source.width, 2)).astype(np.float32)
        self._start: dict[str, Array] = {
            **{name: jnp.asarray(value) for name, value in start.items() if name.startswith(names)},
            f"{SPANS}.w": jnp.asarray(head),
            f"{SPANS}.b": jnp.zeros(2),
        }

    def tune(
        self, examples: Sequence[SpanExample], states: Sequence[_States], *, epochs: int
    ) -> dict[str, Array]:
        """Return the weights after a number of rounds over the examples."""
        tree = self._start
        told = sum(bool(each.spans) for each in examples)
        steps = int(epochs * told * (1 + _UNTOLD)) // _PAIRS
        moving = optimizer(tree, steps, rate=_RATE, head=SPANS, head_rate=_HEAD_RATE)
        state = moving.init(tree)

        def advance(tree: Tree, state: Array, batch: _Batch) -> tuple[dict[str, Array], Array, Array]:
            """Take one step; return the weights, the optimizer's state, and the loss before."""
            loss, slope = jax.value_and_grad(self._loss)(tree, batch)
            updates, state = moving.update(slope, state, tree)
            return optax.apply_updates(tree, updates), state, loss

        step = jax.jit(advance)
        losses: list[float] = []
        for epoch in range(epochs):
            for batch in self._batches(examples, states):
                tree, state, loss = step(tree, state, batch)
                losses.append(float(loss))
                if len(losses) % _LOGGED == 0:
                    logging.getLogger(__name__).info(
                        "round %d, step %d: %.3f", epoch + 1, len(losses), np.mean(losses[-_LOGGED:])
                    )
        return tree

    def logits(self, tree: Tree, states: Array, mask: Array) -> Array:
        """Return two log-odds for each token: that a span starts, and ends, there."""
        x = through(tree, self._layers, states, mask, self._epsilon)
        return x @ tree[f"{SPANS}.w"] + tree[f"{SPANS}.b"]

    def _loss(self, tree: Tree, batch: _Batch) -> Array:
        found = self.logits(tree, batch.states, batch.mask)
        found = jnp.where(batch.may_be[:, :, None] > 0, found, _FAR)
        starts = optax.softmax_cross_entropy(found[:, :, 0], batch.starts)
        return (starts + optax.softmax_cross_entropy(found[:, :, 1], batch.ends)).mean()

    def _batches(self, examples: Sequence[SpanExample], states: Sequence[_States]) -> Iterator[_Batch]:
        told = [number for number, each in enumerate(examples) if each.spans]
        rest = [number for number, each in enumerate(examples) if not each.spans]
        kept = self._random.permutation(rest)[: int(_UNTOLD * len(told))].tolist()
        order = self._random.permutation([*told, *kept]).tolist()
        size = _PAIRS * _TOGETHER
        parts = (order[start : start + size] for start in range(0, len(order), size))
        alike = [number for part in parts for number in sorted(part, key=lambda each: len(states[each]))]
        whole = range(0, len(alike) - _PAIRS + 1, _PAIRS)
        for start in self._random.permutation(list(whole)).tolist():
            yield _batch(alike[start : start + _PAIRS], examples, states)


def _batch(numbers: Sequence[int], examples: Sequence[SpanExample], states: Sequence[_States]) -> _Batch:
    longest = -(-max(len(states[number]) for number in numbers) // _STEP) * _STEP
    shape = (len(numbers), longest)
    batch = _Batch(
        np.zeros((*shape, states[numbers[0]].shape[1]), np.float32),
        *(np.zeros(shape, np.float32) for _ in _Batch._fields[1:]),
    )
    for row, number in enumerate(numbers):
        example, size = examples[number], len(states[number])
        batch.states[row, :size] = states[number]
        batch.mask[row, :size] = 1
        batch.may_be[row, example.first : size] = 1
        batch.may_be[row, 0] = 1
        spans = example.spans or ((0, 0),)
        for start, end in spans:
            batch.starts[row, start] += 1 / len(spans)
            batch.ends[row, end] += 1 / len(spans)
    return batch
