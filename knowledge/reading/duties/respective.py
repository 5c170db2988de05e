"""Days that are for several in their order: «México y Panamá, el 3 y el 10 de junio, respectivamente»."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from knowledge.reading.duties.deadlines import FoundDeadline
from knowledge.reading.duties.duties import Duty
from knowledge.values.acts import Precision

_RESPECTIVELY = re.compile(r"\b(?:respectivamente|respectively)\b", re.IGNORECASE)
_RANGE = re.compile(r"\b(?:entre|between|desde|from)\b", re.IGNORECASE)
_YEAR = 12
_JOINT = re.compile(r"\s+(?:y|e|and)\s+")


def set_apart(text: str, deadlines: Sequence[FoundDeadline]) -> tuple[FoundDeadline, ...]:
    """Make two deadlines of two days that a text gives «respectivamente», instead of a time between them."""
    if not _RESPECTIVELY.search(text):
        return tuple(_opened(each) if _is_of_two_months(text, each) else each for each in deadlines)
    return tuple(each for found in deadlines for each in _halves(text, found))


def settle(
    deadlines: Sequence[FoundDeadline], apart: Sequence[FoundDeadline], duties: Sequence[Duty]
) -> tuple[FoundDeadline, ...]:
    """Return the deadlines that were set apart if duties share them; else those as found, with no day.

    Of two days «respectivamente» neither is known to be due if it isn't known to whom.
    """
    if len(deadlines) == len(apart):
        return tuple(apart)
    parts = [part for duty in duties for part in duty.parts if part.model]
    shares = {part.clause.passage.tokens[part.clause.lead].start for part in parts}
    if any(each.start in shares for each in apart):
        return tuple(apart)
    return tuple(each if each in apart else _opened(each) for each in deadlines)


def _halves(text: str, found: FoundDeadline) -> Iterator[FoundDeadline]:
    first, last = found.deadline.start, found.deadline.end
    joint = _JOINT.search(text, found.start, found.end)
    if not (first and last and joint and first < last and found.deadline.precision is Precision.DAY):
        yield found
        return
    for start, end, day in ((found.start, joint.start(), first), (joint.end(), found.end, last)):
        halved = found.deadline.model_copy(update={"text": text[start:end], "start": day, "end": day})
        yield found._replace(start=start, end=end, deadline=halved)


def _is_of_two_months(text: str, found: FoundDeadline) -> bool:
    """Tell «en enero y julio», which are two times and none between, from «en enero y febrero»."""
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
