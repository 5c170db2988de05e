"""Allot days in order to several parties: «México y Panamá, el 3 y el 10 de junio, respectivamente»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from knowledge.language.dates import find_dates
from knowledge.reading.duties.deadlines import FoundDeadline
from knowledge.reading.duties.duties import Duty
from knowledge.values.acts import Precision

_RESPECTIVELY = re.compile(r"\b(?:respectivamente|respectively)\b", re.IGNORECASE)
_RANGE = re.compile(r"\b(?:entre|between|desde|from)\b", re.IGNORECASE)
_YEAR = 12
_JOINT = re.compile(r"\s+(?:y|e|and)\s+")
_PIECE = re.compile(r"\b(?!(?:y|e|and)\s)\w(?:[^\s,]|\s(?!(?:y|e|and)\s)|,(?=\s*\d{4}\b))*")
_FEWEST = 2


def set_apart(text: str, deadlines: Sequence[FoundDeadline]) -> tuple[FoundDeadline, ...]:
    """Make a deadline of each day that a text gives «respectivamente», instead of a period between them."""
    if not _RESPECTIVELY.search(text):
        return tuple(_opened(each) if _is_of_two_months(text, each) else each for each in deadlines)
    return tuple(each for found in deadlines for each in _halves(text, found))


def settle(
    deadlines: Sequence[FoundDeadline], apart: Sequence[FoundDeadline], duties: Sequence[Duty]
) -> tuple[FoundDeadline, ...]:
    """Return the deadlines set apart if duties share them; else those as found, without days.

    Two days given «respectivamente» are no deadlines unless their parties are known.
    """
    if len(deadlines) == len(apart):
        return tuple(_opened(each) if _is_of_one(each, duties) else each for each in apart)
    parts = [part for duty in duties for part in duty.parts if part.model]
    shares = {part.clause.passage.tokens[part.clause.lead].start for part in parts}
    if any(each.start in shares for each in apart):
        return tuple(apart)
    return tuple(each if each in apart else _opened(each) for each in deadlines)


def allot(
    deadlines: Sequence[FoundDeadline], apart: Sequence[FoundDeadline], duties: Sequence[Duty]
) -> list[Duty] | None:
    """Give several duties their days from a list after the last one, or return None.

    «Instar a X a enviar … y a Y a publicar …, el 31 de julio y el 30 de septiembre, respectivamente»
    """
    days = [each for each in apart if each not in deadlines]
    others = [each for each in apart if each in deadlines]
    if len(days) < _FEWEST or len(days) != len(duties) or others:
        return None
    last = duties[-1].parts[-1]
    tokens = last.clause.passage.tokens
    same = all(part.clause.passage is last.clause.passage for duty in duties for part in duty.parts)
    sentence = last.clause.passage.sentence(last.verb)[0]
    if not same or duties[0].parts[0].verb < sentence or days[0].start <= tokens[last.verb].start:
        return None
    end = next(each for each in range(last.verb, len(tokens)) if tokens[each].end > days[0].start)
    end -= tokens[end - 1].word == ","
    cut = last._replace(clause=replace(last.clause, end=min(last.clause.end, end)))
    shorter = replace(duties[-1], parts=(*duties[-1].parts[:-1], cut))
    return [replace(duty, apart=(day,)) for duty, day in zip([*duties[:-1], shorter], days, strict=True)]


def _is_of_one(found: FoundDeadline, duties: Sequence[Duty]) -> bool:
    """Tell whether a deadline is only the first party's: «en mayo y a fin de ese año, respectivamente»."""
    for duty in duties:
        text = duty.parts[0].clause.passage.text
        told = _RESPECTIVELY.search(text, found.end)
        joined = told and _JOINT.match(text, found.end)
        if joined and len(duty.names) >= _FEWEST and "." not in text[found.end : told.start() if told else 0]:
            return True
    return False


def _halves(text: str, found: FoundDeadline) -> Iterator[FoundDeadline]:
    """Yield a deadline for each of several days: «el 3 y el 10 de junio», «by 31 March and 30 June 2016»."""
    days = _days(text, found)
    if len(days) < _FEWEST:
        yield found
        return
    starts = [found.start, *(start for start, _, _ in days[1:])]
    for start, (_, end, day) in zip(starts, days, strict=True):
        opens = day if found.deadline.start else None
        halved = found.deadline.model_copy(update={"text": text[start:end], "start": opens, "end": day})
        yield found._replace(start=start, end=end, deadline=halved)


def _days(text: str, found: FoundDeadline) -> list[tuple[int, int, date]]:
    """List the days of a deadline with several, and their characters; none if it is a period."""
    wording, last = text[found.start : found.end], found.deadline.end
    mention = next((each for each in find_dates(wording) if each.several), None)
    if not (mention and last and found.deadline.precision is Precision.DAY) or _RANGE.search(wording):
        return []
    first, offset = mention.first, found.start + mention.start
    month = first.month or last.month
    begun = _day(last.year - (month > last.month), month, first.day)
    pieces = list(_PIECE.finditer(text[offset : found.start + mention.end]))
    inner = [_day(last.year, last.month, int(each[0])) for each in pieces[1:-1] if each[0].isdigit()]
    days = [begun, *inner, last]
    if len(pieces) != len(days) or None in days or (inner and month != last.month):
        return []
    return [
        (offset + each.start(), offset + each.end(), day)
        for each, day in zip(pieces, days, strict=True)
        if day is not None
    ]


def _day(year: int, month: int, day: int | None) -> date | None:
    try:
        return date(year, month, day or 0)
    except ValueError:
        return None


def _is_of_two_months(text: str, found: FoundDeadline) -> bool:
    """Tell «en enero y julio», two separate months, from «en enero y febrero», a period."""
    first, last = found.deadline.start, found.deadline.end
    if not (first and last) or found.deadline.precision is not Precision.MONTH:
        return False
    joint = _JOINT.search(text, found.start, found.end)
    return (
        joint is not None
        and _RANGE.search(text[found.start : found.end]) is None
        and _months(first, last) > 1
    )


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * _YEAR + last.month - first.month


def _opened(found: FoundDeadline) -> FoundDeadline:
    update = {"start": None, "end": None, "precision": Precision.RELATIVE}
    return found._replace(deadline=found.deadline.model_copy(update=update), ahead=None, event=None)
