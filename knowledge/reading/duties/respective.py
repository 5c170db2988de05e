"""Days that are for several in their order: «México y Panamá, el 3 y el 10 de junio, respectivamente»."""

import re
from collections.abc import Iterator, Sequence

from knowledge.reading.duties.deadlines import FoundDeadline
from knowledge.reading.duties.duties import Duty
from knowledge.values.acts import Precision

_RESPECTIVELY = re.compile(r"\b(?:respectivamente|respectively)\b", re.IGNORECASE)
_JOINT = re.compile(r"\s+(?:y|e|and)\s+")


def set_apart(text: str, deadlines: Sequence[FoundDeadline]) -> tuple[FoundDeadline, ...]:
    """Make two deadlines of two days that a text gives «respectivamente», instead of a time between them."""
    if not _RESPECTIVELY.search(text):
        return tuple(deadlines)
    return tuple(each for found in deadlines for each in _halves(text, found))


def settle(
    deadlines: Sequence[FoundDeadline], apart: Sequence[FoundDeadline], duties: Sequence[Duty]
) -> tuple[FoundDeadline, ...]:
    """Return the deadlines that were set apart if duties share them; else those as found, with no day.

    Of two days «respectivamente» neither is known to be due if it isn't known to whom.
    """
    if len(deadlines) == len(apart):
        return tuple(deadlines)
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


def _opened(found: FoundDeadline) -> FoundDeadline:
    update = {"start": None, "end": None, "precision": Precision.RELATIVE}
    return found._replace(deadline=found.deadline.model_copy(update=update), ahead=None, event=None)
