"""Days that take their month from an earlier date: «antes del 1 de julio, y a Panamá antes del 15»."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from knowledge.language.dates import DateMention
from knowledge.language.folding import fold
from knowledge.values.acts import Precision

_BARE_DAY = re.compile(
    r"\b(?:del?|el|the|by|before|on|than)\s+(?:(?:el|the)\s+)?(?:dia\s+)?"
    r"(?P<day>(?P<number>\d{1,2})(?:st|nd|rd|th)?)(?=\s*(?:[,;)]|\.\s|\.?$)|\s+(?:y|e|and)\s)"
)
_SENTENCE_END = re.compile(r"\.\s+[A-ZÁÉÍÓÚÑ]")


def with_bare_days(text: str, dates: Sequence[DateMention]) -> list[DateMention]:
    """Return the dates of a text plus bare days later in the month of an earlier date of the sentence."""
    found = list(dates)
    for match in _BARE_DAY.finditer(fold(text)):
        start, end = match.span("day")
        place = bisect_right([each.start for each in found], start)
        before = found[place - 1] if place else None
        if before is None or before.end > start or before.unit is not Precision.DAY:
            continue
        day = int(match["number"])
        if _SENTENCE_END.search(text, before.end, start) or day <= before.last.day:
            continue
        point = before.last._replace(day=day)
        found.insert(place, before._replace(start=start, end=end, first=point, last=point, several=False))
    return found
