"""Collect the candidates for the labelled turns that a search decides."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.labelled import TODAY, ActSource, Labelled, responder_of
from benchmarks.labelled import Turn as LabelledTurn
from benchmarks.learning import Example
from knowledge.answering.conversation import Focus
from knowledge.answering.order import WAYS
from knowledge.answering.responder import Responder
from knowledge.answering.ways import Ways
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.packing import Vectors
from knowledge.ranking.weights import Model, Ranking, Relevance, Sureness, Weights
from knowledge.search.index import SearchIndex
from knowledge.stores.knowledge_store import KnowledgeStore

_BEFORE_SEARCH = WAYS[: WAYS.index(Ways.quote_what_answers)]


class RememberingEncoder(Encoder):
    """An encoder that encodes each question once, however often the same are asked."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str, Vectors] = {}
        self._odds: dict[tuple[str, str], float | None] = {}

    def encode_questions(self, texts: Sequence[str]) -> Vectors | None:
        """Return a row for each question, or None if the encoder can't be used."""
        for text in texts:
            if text not in self._known:
                found = super().encode_questions([text])
                if found is None:
                    return None
                self._known[text] = found
        return np.concatenate([self._known[text] for text in texts])

    def answers(self, question: str, passage: str) -> float | None:
        """Read a question and a passage together; return the log-odds that the passage answers it."""
        pair = (question, passage)
        if pair not in self._odds:
            self._odds[pair] = super().answers(question, passage)
        return self._odds[pair]


def collect(
    chats: Mapping[str, Sequence[Labelled]],
    stores: Mapping[str, KnowledgeStore],
    encoder: Encoder | None,
    learned: Path,
    intent: float,
    acts: Mapping[str, ActSource] | None = None,
) -> list[Example]:
    """List an example for each turn that no way before the search answers, act by act.

    `learned` is the folder of the learned vectors; `intent` is the least likeness to an example of an
    intent; `acts` has the data files of acts that aren't in benchmarks/gold.
    """
    weights = _unlearned(intent)
    found: list[Example] = []
    for act, labelled in chats.items():
        data = acts[act].data if acts and act in acts else None
        responder = responder_of(act, stores[act], encoder, weights=weights, learned=learned, data=data)
        for chat in labelled:
            found += _of_chat(act, chat, responder)
    return found


def _unlearned(intent: float) -> Weights:
    """Return the weights that find candidates before any are learned."""
    model = Model(
        ranking=Ranking(weights={"meaning": 20.0, "words": 3.0, "most_words": 1.0}),
        sureness=Sureness(bias=1.5, weights={}, enough=0.5, sure=0.7),
        relevance=Relevance(bias=0.0, weights={}, enough=0.5, sure=0.5),
        intent=intent,
    )
    return Weights(meaning=model, words=model)


def _of_chat(act: str, chat: Labelled, responder: Responder) -> Iterator[Example]:
    focus: str | None = None
    for labelled in chat.turns:
        turn = responder.turn(labelled.q, today=TODAY, language=chat.language, last=Focus.read(focus))
        if not any(way(responder.order.ways, turn) for way in _BEFORE_SEARCH):
            right = _right(labelled, responder.order.index)
            if right or not labelled.is_answerable:
                yield Example(
                    act=act,
                    author=chat.author,
                    group=chat.group,
                    candidates=turn.searched.candidates,
                    right=right,
                    intent=turn.intent,
                    judge=responder.order.engine(labelled.q).judge,
                )
        if chat.is_dialogue:
            _, focus = responder.ask(labelled.q, today=TODAY, language=chat.language, focus=focus)


def _right(turn: LabelledTurn, index: SearchIndex) -> frozenset[int]:
    """Return the numbers of the provisions that answer a turn."""
    if not turn.is_answerable:
        return frozenset()
    return frozenset(number for number in range(index.size) if str(index.place(number)[1]) in turn.right)
