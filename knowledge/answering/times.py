"""Find when and where that is what a question asks about: an announced event, or a day or place named."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from knowledge.answering.cases import Case
from knowledge.answering.clauses import STOP, ClauseReader, around, weigh
from knowledge.language.dates import DateMention, find_dates
from knowledge.language.folding import WORD, fold
from knowledge.language.places import PlaceFinder
from knowledge.language.tenses import Tense, tense_of
from knowledge.search.sources import Sources
from knowledge.values.acts import Event, EventStatus

ENOUGH = 0.5
"""Share of what a provision speaks of the question that must be said around a day or place."""

BESIDE = 3
"""Words at most between the day and the place of one event."""

YEAR = "year"
"""What is inferred of an event whose year the act doesn't say."""

_TITLE = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")
_HELD = re.compile(r"(?:[ai]d[oa]s?|held|hosted)\W+$")


class _Named(NamedTuple):
    """Something named at the characters from `start` up to `end`."""

    start: int
    end: int
    date: DateMention | None = None
    place: str | None = None


class TimeFinder:
    """Find the day and place of what a question asks about."""

    def __init__(self, sources: Sources, clauses: ClauseReader) -> None:
        self._sources = sources
        self._clauses = clauses
        self._places = PlaceFinder(sources.register)

    def event(self, case: Case) -> Event | None:
        """Return the event that the provision announces, if it is what a question is about."""
        events = self._sources.store.events_of(case.finding.citation.document, case.reference)
        named = {
            event: weigh(self._clauses.spoken(case.units, event.name, case.language))
            for event in events
            if self._is_meant(case, event)
        }
        best = max(named.values(), default=0.0)
        chosen = [event for event, weight in named.items() if weight == best]
        return chosen[0] if len(chosen) == 1 else None

    def date(self, case: Case) -> Event | None:
        """Return what is on the one day that a provision names beside what a question is about."""
        days_named = list(_days(case.quote))
        tense = tense_of(case.question.text)
        fitting = [each for each in days_named if _tense(case, each) in {None, tense}] if tense else []
        meant = self._meant(case, fitting or days_named)
        present = case.finding.citation.meeting.start
        days = meant.date.days(present) if meant and meant.date and present else None
        if meant is None or meant.date is None or days is None:
            return None
        return Event(
            reference=case.reference,
            name="",
            start=days.first,
            end=days.last,
            precision=meant.date.unit,
            status=EventStatus.REFERENCED,
            inferred=(YEAR,) if days.year_inferred else (),
        )

    def place(self, case: Case) -> str | None:
        """Return the one place where a provision says that what a question is about was held."""
        text = case.quote
        held = [
            each
            for each in self._all_places(text)
            if _HELD.search(fold(text[: each.start]))
            or any(_is_beside(text, each, day) for day in _days(text))
        ]
        meant = self._meant(case, held)
        return meant.place if meant else None

    def _all_places(self, text: str) -> Iterator[_Named]:
        offset = 0
        while found := self._places.find(text[offset:]):
            start, end, name = found
            yield _Named(offset + start, offset + end, place=name)
            offset += end

    def _meant(self, case: Case, named: Sequence[_Named]) -> _Named | None:
        """Return the one of several days or places beside which most of a question is spoken of."""
        spoken = partial(self._clauses.spoken, case.units, language=case.language)
        weights = [weigh(spoken(around(case.quote, each.start, each.end))) for each in named]
        best = max(weights, default=0.0)
        chosen = [each for each, weight in zip(named, weights, strict=True) if weight == best]
        enough = best > 0 and best >= ENOUGH * weigh(spoken(case.quote))
        return chosen[0] if enough and len(chosen) == 1 else None

    def _is_meant(self, case: Case, event: Event) -> bool:
        """Tell whether the text names no day but those of an event, or the question speaks of it alone."""
        days = list(_days(case.quote))
        others = [each for each in days if not _is_of(each, event)]
        tense = tense_of(case.question.text)
        fitting = [each for each in days if _tense(case, each) is tense]
        if tense and fitting and len(fitting) < len(days):
            return all(_is_of(each, event) for each in fitting)
        beside = " … ".join(around(case.quote, each.start, each.end) for each in others)
        spoken = partial(self._clauses.spoken, case.units, language=case.language)
        return not others or bool(spoken(event.name) - spoken(beside))


def _days(text: str) -> Iterator[_Named]:
    titles = [match.span() for match in _TITLE.finditer(text)]
    for each in find_dates(text):
        if not any(start < each.start < end for start, end in titles):
            yield _Named(each.start, each.end, date=each)


def _tense(case: Case, named: _Named) -> Tense | None:
    """Tell whether a day lies before or after the meeting; None if it names no year."""
    meeting = case.finding.citation.meeting.start
    days = named.date.days(meeting) if named.date and meeting else None
    if meeting is None or days is None or days.year_inferred:
        return None
    return Tense.FUTURE if days.last >= meeting else Tense.PAST


def _is_of(named: _Named, event: Event) -> bool:
    """Tell whether a day is one of an event's."""
    days = named.date.days(event.start) if named.date and event.start else None
    if days is None or event.start is None:
        return True
    return days.first <= (event.end or event.start) and event.start <= days.last


def _is_beside(text: str, place: _Named, day: _Named) -> bool:
    between = text[place.end : day.start] if place.end <= day.start else text[day.end : place.start]
    return len(WORD.findall(between)) <= BESIDE and not STOP.search(between)
