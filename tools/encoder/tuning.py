"""Tune the network so that questions come near the provisions that answer them, and far from all others.

A step takes questions on one act. Of each the provisions that answer it should be likeliest, among these, the
act's nearest others, and nothing at all: the last is right where the act doesn't answer. So a score means the
same for every question, and what is asked of no act comes near none.
"""

import logging
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt
import optax

from tools.encoder.examples import Act, Flags, Numbers
from tools.encoder.network import Array, Network, Tree
from tools.encoder.pieces import PADDING

_QUESTIONS, _PROVISIONS, _WINDOWS = 16, 16, 2
"""Of one step: questions, provisions, and of each of these the windows nearest to a question."""

_SHARPNESS = 20.0
"""What a score is multiplied by to be a logit: what is beside the question scores .1 to .2 less."""

_NOTHING = 1.66
"""The score that stands for no answer at first: between those of right and wrong provisions."""

_RATE, _WARM_UP = 3e-5, 0.1
_AT_ONCE = 32
_NOTHING_NAME = "nothing"
_FAR = -1e9

Scores = npt.NDArray[np.float32]

_log = logging.getLogger(__name__)


class _Batch(NamedTuple):
    questions: Numbers
    right: Flags
    wholes: Numbers
    windows: Numbers
    given: Flags


class Tuner:
    """Tunes a network on acts; each act counts alike, however many questions it has."""

    def __init__(self, network: Network, *, seed: int = 1) -> None:
        self._network = network
        self._random = np.random.default_rng(seed)
        self._encode = jax.jit(self._vectors)

    def tune(self, acts: Sequence[Act], *, epochs: int, questions: int = 48) -> dict[str, Array]:
        """Return the weights after so many rounds over the acts, with up to `questions` of each a round."""
        steps = epochs * sum(-(-min(questions, len(act.questions)) // _QUESTIONS) for act in acts)
        rate = optax.warmup_cosine_decay_schedule(0.0, _RATE, int(_WARM_UP * steps), steps)
        optimizer = optax.adamw(rate, weight_decay=0.01)
        tree: dict[str, Array] = {**self._network.start, _NOTHING_NAME: jnp.float32(_NOTHING)}
        state = optimizer.init(tree)

        def advance(tree: Tree, state: Array, batch: _Batch) -> tuple[dict[str, Array], Array, Array]:
            loss, slope = jax.value_and_grad(self._loss)(tree, batch)
            updates, state = optimizer.update(slope, state, tree)
            return optax.apply_updates(tree, updates), state, loss

        step = jax.jit(advance)
        for epoch in range(epochs):
            losses = []
            for number in self._random.permutation(len(acts)):
                for batch in self._batches(tree, acts[number], questions):
                    tree, state, loss = step(tree, state, batch)
                    losses.append(float(loss))
                _log.info("%s: loss %.3f", acts[number].name, losses[-1])
            _log.info("round %d of %d: loss %.3f", epoch + 1, epochs, np.mean(losses))
        return {name: value for name, value in tree.items() if name != _NOTHING_NAME}

    def scores(self, tree: Tree, act: Act) -> Scores:
        """Score each provision for each question: the whole, and the nearest of its windows besides."""
        return self._compare(tree, act)[0]

    def _compare(self, tree: Tree, act: Act) -> tuple[Scores, Scores]:
        questions, wholes, windows = (
            self._in_parts(tree, rows) for rows in (act.questions, act.wholes, act.windows)
        )
        near = questions @ windows.T
        best = np.stack([near[:, act.owner == number].max(1) for number in range(len(wholes))], axis=1)
        return questions @ wholes.T + best, near

    def _batches(self, tree: Tree, act: Act, most: int) -> Iterator[_Batch]:
        scores, near = self._compare(tree, act)
        chosen = self._random.permutation(len(act.questions))[:most]
        for start in range(0, len(chosen), _QUESTIONS):
            asked = np.resize(chosen[start : start + _QUESTIONS], _QUESTIONS)
            right = act.right[asked]
            # What answers stands first, then what is nearest to any question and answers none.
            order = np.argsort(-np.where(right, _PROVISIONS, scores[asked]).max(0), kind="stable")
            provisions = np.resize(order[:_PROVISIONS], _PROVISIONS).tolist()
            windows, given = self._nearest_windows(act, near[asked].max(0), provisions)
            yield _Batch(
                act.questions[asked],
                right[:, provisions],
                act.wholes[provisions],
                act.windows[windows],
                given,
            )

    @staticmethod
    def _nearest_windows(act: Act, near: Scores, provisions: Sequence[int]) -> tuple[Numbers, Flags]:
        windows, given = [], []
        for number in provisions:
            own = np.flatnonzero(act.owner == number)
            own = own[np.argsort(-near[own])][:_WINDOWS]
            windows.append(np.resize(own, _WINDOWS))
            given.append(np.arange(_WINDOWS) < len(own))
        return np.concatenate(windows), np.array(given)

    def _loss(self, tree: Tree, batch: _Batch) -> Array:
        questions = self._vectors(tree, batch.questions)
        near = questions @ self._vectors(tree, batch.windows).T
        near = near.reshape(len(questions), *batch.given.shape)
        scores = questions @ self._vectors(tree, batch.wholes).T + jnp.where(batch.given, near, _FAR).max(-1)
        nothing = jnp.full((len(questions), 1), tree[_NOTHING_NAME])
        chances = jax.nn.log_softmax(_SHARPNESS * jnp.concatenate([scores, nothing], axis=1), axis=1)
        right = jnp.concatenate([batch.right, ~batch.right.any(1, keepdims=True)], axis=1)
        return -jax.nn.logsumexp(jnp.where(right, chances, _FAR), axis=1).mean()

    def _vectors(self, tree: Tree, rows: Array) -> Array:
        return self._network.encode(tree, rows, (rows != PADDING).astype(jnp.float32))

    def _in_parts(self, tree: Tree, rows: Numbers) -> Scores:
        """Encode rows a few at a time, always as many, so that it is compiled once a length."""
        whole = np.resize(rows, (-(-len(rows) // _AT_ONCE) * _AT_ONCE, rows.shape[1]))
        parts = [self._encode(tree, part) for part in np.split(whole, len(whole) // _AT_ONCE)]
        return np.concatenate([np.asarray(part) for part in parts])[: len(rows)]
