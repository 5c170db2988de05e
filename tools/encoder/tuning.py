"""Tune the network so that questions come near the provisions that answer them, and far from all others.

It learns two things. First, the provisions that answer a question should be likeliest among these, the act's
nearest others, and «nothing», which is right if the act doesn't answer. So a score means the same for every
question, and questions that no act answers come near none. Second, it should tell whether a question and a
provision, read together, match: two vectors can't show that a detail is missing.
"""

import logging
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple, TypeVar

import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt
import optax

from tools.encoder.examples import Act, Flags, Numbers, Pair, padded, pair
from tools.encoder.network import Array, Network, Tree
from tools.encoder.optimizing import optimizer
from tools.encoder.pieces import PADDING
from tools.encoder.source import ANSWERS

_QUESTIONS, _PROVISIONS, _WINDOWS = 16, 16, 2
"""In one step: questions, provisions, and for each provision the windows nearest to any question."""

_LONGEST_ALONE = 64
"""How many tokens of a provision are read without a question."""

_PAIRS = 32
"""Pairs of one step."""

_WRONG = 2
"""How many pairs a question makes: with a right provision, if any, and the wrong ones that score highest."""

_TOGETHER = 4
"""How many acts' pairs are mixed, so that those of a step are of similar length."""

_SHARPNESS = 20.0
"""The factor from scores to logits: provisions that miss the question score .1 to .2 less."""

_NOTHING = 1.66
"""The initial score of «nothing», between those of right and wrong provisions."""

_RATE = 5e-5
_HEAD_RATE = 1e-2
_AT_ONCE = 32
_NOTHING_NAME = "nothing"
_FAR = -1e9

Scores = npt.NDArray[np.float32]
Chosen = npt.NDArray[np.int64]

_T = TypeVar("_T")

_log = logging.getLogger(__name__)


class _Batch(NamedTuple):
    questions: Numbers
    right: Flags
    wholes: Numbers
    windows: Numbers
    given: Flags


class _Pairs(NamedTuple):
    numbers: Numbers
    answers: Flags


_Step = _Batch | _Pairs


class Tuner:
    """Tunes a network on acts."""

    def __init__(self, network: Network, *, seed: int = 1) -> None:
        self._network = network
        self._random = np.random.default_rng(seed)
        self._encode = jax.jit(self._vectors)
        self._answer = jax.jit(self._log_odds)

    def tune(
        self, acts: Sequence[Act], *, epochs: int, questions: int, start: Tree | None = None
    ) -> dict[str, Array]:
        """Return the weights after `epochs` rounds over the acts, with up to `questions` of each a round."""
        steps = epochs * sum(
            -(-min(questions, len(act.questions)) // _QUESTIONS) * (1 + _QUESTIONS * _WRONG // _PAIRS)
            for act in acts
        )
        tree: dict[str, Array] = {
            _NOTHING_NAME: jnp.float32(_NOTHING),
            **self._network.start,
            **{name: jnp.asarray(value) for name, value in (start or {}).items()},
        }
        moving = optimizer(tree, steps, rate=_RATE, head=ANSWERS, head_rate=_HEAD_RATE)
        state = moving.init(tree)

        def advance(tree: Tree, state: Array, batch: _Step) -> tuple[dict[str, Array], Array, Array]:
            """Take one step; return the weights, the optimizer's state, and the loss before."""
            loss, slope = jax.value_and_grad(self._loss)(tree, batch)
            updates, state = moving.update(slope, state, tree)
            return optax.apply_updates(tree, updates), state, loss

        step = jax.jit(advance)
        for epoch in range(epochs):
            order = [acts[number] for number in self._random.permutation(len(acts))]
            for some in _parts(order, _TOGETHER):
                losses: dict[type, list[float]] = {_Batch: [], _Pairs: []}
                for batch in self._batches(tree, some, questions):
                    tree, state, loss = step(tree, state, batch)
                    losses[type(batch)].append(float(loss))
                _log.info(
                    "round %d, %s: apart %.3f, together %.3f",
                    epoch + 1,
                    " ".join(act.name for act in some),
                    np.mean(losses[_Batch]),
                    np.mean(losses[_Pairs]),
                )
        return {name: value for name, value in tree.items() if name != _NOTHING_NAME}

    def scores(self, tree: Tree, act: Act) -> Scores:
        """Score each provision for each question: the sum for the whole and for its nearest window."""
        return self._compare(tree, act)[0]

    def log_odds(self, tree: Tree, pairs: Sequence[Pair]) -> Scores:
        """Return, for each pair, the log-odds that its provision answers its question."""
        found = np.zeros(len(pairs), np.float32)
        for some in _parts(np.argsort([len(each.numbers) for each in pairs]).tolist(), _AT_ONCE):
            rows = padded([pairs[number] for number in np.resize(some, _AT_ONCE)])
            found[list(some)] = np.asarray(self._answer(tree, rows))[: len(some)]
        return found

    def _compare(self, tree: Tree, act: Act) -> tuple[Scores, Scores]:
        alone = act.wholes[:, :_LONGEST_ALONE]
        questions, wholes, windows = (
            self._in_parts(tree, rows) for rows in (act.questions, alone, act.windows)
        )
        near = questions @ windows.T
        best = np.stack([near[:, act.owner == number].max(1) for number in range(len(wholes))], axis=1)
        return questions @ wholes.T + best, near

    def _batches(self, tree: Tree, acts: Sequence[Act], most: int) -> Iterator[_Step]:
        """Yield the batches of some acts, alternating between the two kinds."""
        apart: list[_Batch] = []
        pairs: list[Pair] = []
        for act in acts:
            scores, near = self._compare(tree, act)
            chosen = self._random.permutation(len(act.questions))[:most]
            apart += self._of_act(act, scores, near, chosen)
            pairs += _pairs(act, scores, chosen)
        pairs.sort(key=lambda each: len(each.numbers))
        together = [
            _Pairs(padded(some), np.array([each.answers for each in some]))
            for some in _parts(pairs, _PAIRS)
            if len(some) == _PAIRS
        ]
        self._random.shuffle(apart)
        self._random.shuffle(together)
        for one, other in zip_longest(apart, together):
            if one is not None:
                yield one
            if other is not None:
                yield other

    def _of_act(self, act: Act, scores: Scores, near: Scores, chosen: Chosen) -> Iterator[_Batch]:
        for start in range(0, len(chosen), _QUESTIONS):
            asked = np.resize(chosen[start : start + _QUESTIONS], _QUESTIONS)
            right = act.right[asked]
            # Provisions that answer a question come first, then the nearest to any question.
            order = np.argsort(-np.where(right, _PROVISIONS, scores[asked]).max(0), kind="stable")
            provisions = np.resize(order[:_PROVISIONS], _PROVISIONS).tolist()
            windows, given = self._nearest_windows(act, near[asked].max(0), provisions)
            yield _Batch(
                act.questions[asked],
                right[:, provisions],
                act.wholes[provisions, :_LONGEST_ALONE],
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

    def _loss(self, tree: Tree, batch: _Step) -> Array:
        return (
            self._loss_together(tree, batch) if isinstance(batch, _Pairs) else self._loss_apart(tree, batch)
        )

    def _loss_apart(self, tree: Tree, batch: _Batch) -> Array:
        questions = self._vectors(tree, batch.questions)
        near = questions @ self._vectors(tree, batch.windows).T
        near = near.reshape(len(questions), *batch.given.shape)
        scores = questions @ self._vectors(tree, batch.wholes).T + jnp.where(batch.given, near, _FAR).max(-1)
        nothing = jnp.full((len(questions), 1), tree[_NOTHING_NAME])
        chances = jax.nn.log_softmax(_SHARPNESS * jnp.concatenate([scores, nothing], axis=1), axis=1)
        right = jnp.concatenate([batch.right, ~batch.right.any(1, keepdims=True)], axis=1)
        return -jax.nn.logsumexp(jnp.where(right, chances, _FAR), axis=1).mean()

    def _loss_together(self, tree: Tree, batch: _Pairs) -> Array:
        found = self._log_odds(tree, batch.numbers)
        return optax.sigmoid_binary_cross_entropy(found, batch.answers.astype(jnp.float32)).mean()

    def _vectors(self, tree: Tree, rows: Array) -> Array:
        return self._network.encode(tree, rows, _mask(rows))

    def _log_odds(self, tree: Tree, rows: Array) -> Array:
        return self._network.answers(tree, rows, _mask(rows))

    def _in_parts(self, tree: Tree, rows: Numbers) -> Scores:
        """Encode rows in parts of equal size, so that it is compiled only once per length."""
        whole = np.resize(rows, (-(-len(rows) // _AT_ONCE) * _AT_ONCE, rows.shape[1]))
        parts = [self._encode(tree, part) for part in np.split(whole, len(whole) // _AT_ONCE)]
        return np.concatenate([np.asarray(part) for part in parts])[: len(rows)]


def _pairs(act: Act, scores: Scores, chosen: Chosen) -> Iterator[Pair]:
    """Yield pairs of each question: with a provision that answers it, if any, and with some that don't."""
    for question in chosen.tolist():
        order = np.argsort(-scores[question], kind="stable")
        right = [number for number in order.tolist() if act.right[question, number]][:1]
        wrong = [number for number in order.tolist() if not act.right[question, number]]
        for provision in [*right, *wrong][:_WRONG]:
            yield pair(act, question, provision)


def _parts(each: Sequence[_T], size: int) -> list[Sequence[_T]]:
    return [each[start : start + size] for start in range(0, len(each), size)]


def _mask(rows: Array) -> Array:
    return (rows != PADDING).astype(jnp.float32)
