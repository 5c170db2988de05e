"""Times in a text: deadlines as the act words them, and other days, months and years."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from knowledge.language.dates import DateMention, find_dates
from knowledge.language.folding import fold
from knowledge.reading.duties.deadlines import FoundDeadline
from knowledge.values.acts import Deadline, Meeting, Precision

# A named season before a year: «antes de Semana Santa de 2006», "before Easter 2025".
_NAMED = re.compile(
    r"\b(?:antes de(?: la)?|para(?: la)?|hasta(?: la)?|despu[eé]s de(?: la)?|by|before|until|after)\s+"
    r"(?:[A-ZÁÉÍÓÚÑ][a-záéíóúñ]{3,}\s+)+(?:de\s+)?$"
)
_UNITS = frozenset({"ano", "mes", "semana", "trimestre", "semestre", "year", "month", "week", "quarter"})
_QUOTED = re.compile(r"“[^”]*[”\"]|«[^»]*»|\"[^\"]*\"")
# Words that open a date: «del 9 al 11», «desde el 3 de mayo», "from 3 to 5 May".
_OPENING = re.compile(
    r"(?:(?:\b(?:los|el)\s+)?\bdias?\s+|\b(?:del|al|el|los|en|durante|desde|entre|a partir del?|as of|since"
    r"|from|on|in|during|between)\s+(?:(?:el|la|los|las|the)\s+)?(?:(?:\w+\s+)?(?:semana|quincena|week|half)\s+(?:del?|of)\s+)?)$",
    re.IGNORECASE,
)


class FoundTime(NamedTuple):
    """A time at the characters from `start` up to `end`; a `firm` one is surely a deadline."""

    start: int
    end: int
    time: Deadline
    inferred: tuple[str, ...] = ()
    firm: bool = False


def find_times(text: str, deadlines: Iterable[FoundDeadline], meeting: Meeting) -> list[FoundTime]:
    """List the times of a text in order, given its deadlines; dates in quoted titles don't count."""
    found = [FoundTime(each.start, each.end, each.deadline, each.inferred, each.firm) for each in deadlines]
    taken = [(each.start, each.end) for each in found] + [match.span() for match in _QUOTED.finditer(text)]
    for mention in find_dates(text):
        bare = fold(text[mention.start : mention.end]) in _UNITS  # «su primer año» is no date
        if not bare and not any(start < mention.end and mention.start < end for start, end in taken):
            found += _named(text, mention, meeting)
    return sorted(found, key=lambda each: each.start)


def _named(text: str, mention: DateMention, meeting: Meeting) -> Iterator[FoundTime]:
    days = mention.days(meeting.start)
    if days is None:
        return
    named = _NAMED.search(text, 0, mention.start) if days and mention.unit is Precision.YEAR else None
    first = named.start() if named else mention.start
    opening = _OPENING.search(text, 0, first)
    start = opening.start() if opening else first
    time = Deadline(text=text[start : mention.end], start=days.first, end=days.last, precision=mention.unit)
    yield FoundTime(start, mention.end, time, ("deadline.year",) if days.year_inferred else ())
