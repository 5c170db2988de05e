"""Read a message once: its language, and the sentences of it that may be the question."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import NamedTuple

from knowledge.language.folding import WORD, fold
from knowledge.search.parts import Parts
from knowledge.search.query import LIGHT
from knowledge.search.sources import Sources
from knowledge.search.terms import party_of
from knowledge.understanding.across import Across, AcrossFinder
from knowledge.understanding.followups import FollowUps
from knowledge.understanding.periods import find_periods
from knowledge.understanding.question import Question, QuestionReader
from knowledge.understanding.sentences import readings_of
from knowledge.values.questions import Period

A_YEAR = 366
"""Days of the longest year."""


class AcrossAsked(NamedTuple):
    """What a message wants of several meetings.

    `topic` is the message without the words that say so and without the days of `period`; `placed` is it
    where each place or year where a meeting was is that meeting, and `compared` what that leaves.
    `taking_part` is set if the topic is but a party, of which is asked where it took part or didn't.
    """

    across: Across
    topic: Question
    placed: Question
    compared: Question
    period: Period | None
    taking_part: Across | None = None


class Message(NamedTuple):
    """A message as understood.

    `whole` is all of it read as one sentence; `readings` are the stretches that may be its question, `whole`
    first; `questions` are the shortest of them that ask, or the whole message where none does.
    """

    whole: Question
    readings: tuple[Question, ...]
    questions: tuple[Question, ...]
    asked_across: AcrossAsked | None = None


class MessageReader:
    """Read messages for one store."""

    def __init__(self, sources: Sources, parts: Parts) -> None:
        self._across = AcrossFinder.load(sources.data.language)
        vocabulary = FollowUps.load(sources.data.language).vocabulary | self._across.vocabulary
        self._reader = QuestionReader(sources, vocabulary, parts)
        self._parts = parts

    def read(
        self, text: str, *, language: str, today: date, meeting: date | None, placed: bool = False
    ) -> Message:
        """Understand a message.

        `language` is the reader's, for messages that don't tell their own; `meeting` is the day of the one
        that is talked about, for days without year. `placed` takes a place or year for that of a meeting.
        """
        read = partial(self._reader.read, today=today, meeting=meeting, placed=placed)
        whole = read(text, language=language)
        across = self._asked_across(whole, today, meeting)
        spoken = readings_of(text) if self._parts.sentences else [text]
        if len(spoken) == 1:
            return Message(whole, (whole,), (whole,), across)
        parts = [read(each, language=whole.language)._replace(language=whole.language) for each in spoken[1:]]
        asks = [each for each in parts if each.asks]
        asking = tuple(each for each in asks if not any(_is_within(other, each) for other in asks))
        readings = (whole, *(each for each in parts if each.units))
        return Message(whole, readings, asking or (whole,), across)

    def _asked_across(self, whole: Question, today: date, meeting: date | None) -> AcrossAsked | None:
        """Read what a message wants of several meetings, if anything."""
        named = self._across.find(whole.tokens)
        places = [(match.start(), match.end()) for match in WORD.finditer(fold(whole.text))]
        if named is None or len(places) != len(whole.words):
            return None
        read = partial(self._reader.read, language=whole.language, today=today, meeting=meeting)
        period = next(find_periods(whole.text, today=today, meeting=meeting), None)
        if named.across is Across.SAID and not (period and _spans_years(period.period)):
            return None
        for taking_part, taken in (
            *((named.taking_part,) if named.taking_part else ()),
            (None, named.places),
        ):
            kept = _without(whole.text, [places[place] for place in taken])
            topic = read(_without(kept, [(period.start, period.end)]) if period else kept)
            if taking_part is None or _is_party(topic):
                break
        if taking_part is None and not named.places and named.across is Across.MEETINGS:
            return None  # «¿cuándo fue el taller?» is of no party
        placed = read(kept, placed=True)
        return AcrossAsked(
            named.across,
            topic._replace(language=whole.language),
            placed,
            read(placed.about)._replace(language=whole.language),
            period.period if period else None,
            taking_part,
        )


def _spans_years(period: Period) -> bool:
    """Tell whether days are more than those of a year."""
    if period.start is None or period.end is None:
        return True
    return (period.end - period.start).days > A_YEAR


def _is_party(topic: Question) -> bool:
    """Tell whether a topic is but one party."""
    others = (unit for unit in topic.units if not any(map(party_of, unit.terms)))
    return len(topic.parties) == 1 and all(unit.weight <= LIGHT for unit in others)


def _without(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """Blank out stretches of characters of a text."""
    for start, end in stretches:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _is_within(inner: Question, outer: Question) -> bool:
    return inner.text != outer.text and inner.text in outer.text
