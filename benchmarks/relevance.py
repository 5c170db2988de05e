"""Learn which provisions deal with a topic, from questions on many acts that several answer, or none."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.holding_out import quantile
from benchmarks.labelled import build, responder_of
from benchmarks.learning import Judged, fit_odds
from benchmarks.many import TODAY, Labels, acts_of, learned_from, questions_on
from benchmarks.tables import Row
from knowledge.answering.dealing import topic_of
from knowledge.answering.responder import Responder
from knowledge.language.datafiles import BUILT_IN
from knowledge.lists.gathering import Gatherer
from knowledge.meaning.encoder import Encoder
from knowledge.ranking.weights import Odds, Relevance, Weights

LEFT_OUT = 0.05
"""Share of the provisions on a topic that the limit may leave out, each base held out."""


GROUPS = frozenset({"across", "several", "none"})
"""Groups of questions whose right answers are all provisions on a topic, or that have none."""


class Topic(NamedTuple):
    """The candidates for the topic of one question: their signs, and which of them are on it."""

    base: str
    judged: tuple[Judged, ...]


def collect_topics(weights: Weights, encoder: Encoder | None) -> list[Topic]:
    """List the topics of such questions in benchmarks/gold/many."""
    found: list[Topic] = []
    for folder in learned_from():
        with tempfile.TemporaryDirectory() as place:
            store = build(Path(place) / "many.db", acts_of(folder), BUILT_IN, encoder)
            responder = responder_of("", store, encoder, weights=weights, data=BUILT_IN)
            judged = (tuple(_judged(responder, line, folder.name)) for line in questions_on(folder))
            found += [Topic(folder.name, each) for each in judged if each]
    return found


def fit_relevance(topics: Sequence[Topic]) -> tuple[Relevance, list[Row]]:
    """Fit the weights, choose the limit on bases held out, and tell how good both are on each."""
    held: dict[str, list[tuple[float, Judged]]] = {}
    for base in dict.fromkeys(each.base for each in topics):
        odds = _fit(each for each in topics if each.base != base)
        held[base] = [
            (odds.of(each.signs), each) for topic in topics if topic.base == base for each in topic.judged
        ]
    told = [each for of_base in held.values() for each in of_base]
    right = [chance for chance, each in told if each.is_right]
    enough = round(quantile(right, [1.0] * len(right), LEFT_OUT), 3)
    sure = round(_best_limit(told), 3)
    rows = [Row(base, len(of_base), _figures(of_base, enough, sure)) for base, of_base in held.items()]
    fitted = _fit(topics)
    return Relevance(bias=fitted.bias, weights=fitted.weights, enough=enough, sure=sure), rows


def _best_limit(told: Sequence[tuple[float, Judged]]) -> float:
    """Return the chance from which on most is found and right: the highest F1."""
    ranked = sorted(told, key=lambda each: -each[0])
    hits = np.cumsum([each.is_right for _, each in ranked])
    scores = 2 * hits / (np.arange(1, len(ranked) + 1) + hits[-1])
    return ranked[int(np.argmax(scores))][0]


def _fit(topics: Iterator[Topic] | Sequence[Topic]) -> Odds:
    return fit_odds([each for topic in topics for each in topic.judged])


def _figures(held: Sequence[tuple[float, Judged]], enough: float, sure: float) -> dict[str, float]:
    right = np.array([each.is_right for _, each in held])
    chances = np.array([chance for chance, _ in held])
    return {
        "sure": float((chances[right] >= sure).mean()),
        "right": float(right[chances >= sure].mean()),
        "listed": float((chances[right] >= enough).mean()),
    }


def _judged(responder: Responder, line: Labels, base: str) -> Iterator[Judged]:
    """Yield what comes up for a question that all acts may answer; what is also right tells nothing."""
    turn = responder.turn(line["q"], today=TODAY[base], language="es")
    asked = turn.message.asked_across
    is_limited = turn.scope.documents or (asked and asked.period)
    expected, also = set(line["expect"]), set(line.get("also_ok", []))
    if line["group"] not in GROUPS or is_limited or any(each.endswith("#ENC") for each in expected):
        return
    topic, index = topic_of(turn), responder.order.index
    if line["group"] == "several":
        expected |= also
    doing = Gatherer(index).in_roles(topic.parties, topic.roles) if topic.parties and topic.roles else ()
    engine = responder.order.engine(turn.message.whole.text)
    for candidate, signs in engine.relevance.signs(topic, set(map(int, doing))):
        slug, reference = index.place(candidate.number)[:2]
        key = f"{slug}#{reference}"
        if key in expected or key not in also:
            yield Judged(signs, key in expected, 1.0)
