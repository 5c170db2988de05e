"""Place deadlines that are tied to an event of the act: «con tres semanas de antelación»."""

from collections.abc import Sequence

from knowledge.language.folding import fold, words
from knowledge.reading.duties.eventwords import FoundEvent
from knowledge.reading.duties.timewordings import AFTER_EVENT, BEFORE_EVENT, FoundDeadline
from knowledge.values.acts import Deadline, Event, Precision

_SMALL = frozenset({"de", "del", "la", "las", "el", "los", "of", "the", "on", "for", "sobre", "y", "and"})
_COMING = frozenset({"proximo", "proxima", "siguiente", "next", "following", "coming", "upcoming"})
_MEETINGS = frozenset({"reunion", "sesion", "conferencia", "meeting", "session", "conference"})
"""Nouns that an act uses for several events, each of some body."""
_EXACT = frozenset({Precision.DAY, Precision.WEEK})
_FEWEST_WORDS = 2
"""Words needed to recognize a meeting: «la reunión» alone may be any."""


class Schedule:
    """The events of an act whose days are known."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = [event for event in events if event.start and event.precision in _EXACT]
        self._all = tuple(events)

    def day_of(self, held: FoundEvent, deadlines: Sequence[FoundDeadline]) -> FoundDeadline:
        """Return the days of an event as a deadline of its organizers, with its wording if there is one."""
        event = held.event
        for found in deadlines:
            if held.start <= found.start < held.end and found.deadline.end == event.end:
                return found
        deadline = Deadline(start=event.start, end=event.end, precision=event.precision)
        return FoundDeadline(held.start, held.start, deadline)

    def placed(self, found: FoundDeadline, held: Sequence[FoundEvent]) -> FoundDeadline:
        """Place a deadline that counts back from an event or is tied to one; return others unchanged.

        `held` are the events before it in the same paragraph; it counts from the last of them. An event of
        which only the month is known gives no day.
        """
        if found.ahead:
            event = self._named(found.event) if found.event else None
            if event is None and held and not _is_named(found.event):
                event = held[-1].event
            event = event or self._only(found.event)
            start = event.start if event and event.precision is Precision.DAY else None
            end = found.ahead.before(start) if start else None
            deadline = found.deadline.model_copy(update={"end": end})
            return found._replace(deadline=deadline, inferred=("deadline.end",) if end else ())
        if found.event is None:
            return found
        announced = next((each.event for each in held if found.start <= each.start < found.end), None)
        if announced and announced.start:
            deadline = Deadline(
                text=found.deadline.text,
                start=announced.start,
                end=announced.end,
                precision=announced.precision,
            )
            return found._replace(deadline=deadline)
        event = self._named(found.event)
        return _tied(found, event) if event else found

    def _named(self, wording: str) -> Event | None:
        """Return the only event whose name has all words of a wording, or None."""
        if not _is_named(wording):
            return None
        wanted = _content(wording)
        known = [event for event in self._events if wanted <= set(words(event.name))]
        return known[0] if len({(event.name, event.start) for event in known}) == 1 else None

    def _only(self, wording: str | None) -> Event | None:
        """Return the act's only event of a sort, named just by that: «el taller»."""
        wanted = _content(wording or "")
        if len(wanted) != 1 or wanted & _MEETINGS:
            return None
        alike = [event for event in self._all if wanted <= set(words(event.name))]
        known = [event for event in alike if event in self._events]
        return known[0] if known and len({(event.name, event.start) for event in alike}) == 1 else None


def _content(wording: str) -> set[str]:
    return {word for word in words(wording) if word not in _SMALL | _COMING}


def _is_named(wording: str | None) -> bool:
    """Tell whether a wording has enough words to identify a meeting."""
    return wording is not None and len(_content(wording)) >= _FEWEST_WORDS


def _tied(found: FoundDeadline, event: Event) -> FoundDeadline:
    wording = fold(found.deadline.text or "")
    if AFTER_EVENT.match(wording):
        return found
    if BEFORE_EVENT.match(wording):
        deadline = found.deadline.model_copy(update={"end": event.start})
        return found._replace(deadline=deadline, inferred=("deadline.end",))
    deadline = Deadline(
        text=found.deadline.text, start=event.start, end=event.end, precision=Precision.RELATIVE
    )
    return found._replace(deadline=deadline, inferred=("deadline.start", "deadline.end"))
