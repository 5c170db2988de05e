"""Doubts about what was read from an act, for a person to check."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from knowledge.values.acts import Act, Commitment, Deadline, Precision
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.references import LETTERS, Reference

Knows = Callable[[str], bool]
"""Tells whether a name is a party of the register."""

_NO_ONE = mark("No se leyó quién es responsable.")
_UNKNOWN = mark("El registro no conoce a «{party}».")
_NO_ACTION = mark("No se leyó qué debe hacerse.")
_NO_DAY = mark("De «{words}» no se entendió una fecha.")
_TOO_EARLY = mark("El plazo es anterior a la reunión.")
_WHEN_KNOWN = frozenset({Precision.RELATIVE, Precision.ASAP})
"""Deadlines that need no day."""

_REFERENCE = re.compile(rf"\b(?:ENC|[CRAD][1-9]\d{{0,3}}(?:\.{LETTERS})?)\b")


class Doubt(NamedTuple):
    """Something to check, and its places: provisions, and pages, even without a provision on them."""

    notice: Notice
    references: tuple[Reference, ...] = ()
    pages: tuple[int, ...] = ()


def find_doubts(act: Act, knows: Knows) -> list[Doubt]:
    """List the warnings of an act and the doubts about its commitments, with their places if known."""
    pages = {provision.reference: provision.page for provision in act.provisions}
    found = [_placed(warning, pages) for warning in act.warnings]
    for commitment in act.commitments:
        reference = commitment.reference
        doubts = commitment_doubts(commitment, act, knows)
        found += [Doubt(each, (reference,), (pages[reference],)) for each in doubts]
    return found


def commitment_doubts(commitment: Commitment, act: Act, knows: Knows) -> tuple[Notice, ...]:
    """List the doubts about a commitment, except for fields that a person decided."""
    return tuple(_doubts(commitment, act, knows))


def _doubts(commitment: Commitment, act: Act, knows: Knows) -> Iterator[Notice]:
    if "responsible" not in commitment.reviewed:
        if not commitment.responsible:
            yield notice(_NO_ONE)
        yield from (notice(_UNKNOWN, party=name) for name in commitment.responsible if not knows(name))
    if not commitment.action.strip():
        yield notice(_NO_ACTION)
    if "deadline" not in commitment.reviewed:
        yield from _deadline_doubts(commitment.deadline, act)


def _deadline_doubts(deadline: Deadline, act: Act) -> Iterator[Notice]:
    if deadline.text and deadline.end is None and deadline.precision not in _WHEN_KNOWN:
        yield notice(_NO_DAY, words=deadline.text)
    if deadline.end and act.meeting.start and deadline.end < act.meeting.start:
        yield notice(_TOO_EARLY)


def _placed(warning: Notice, pages: dict[Reference, int]) -> Doubt:
    """Find the places of a warning from the references or page that it names."""
    page = warning.parameters.get("page")
    named = tuple(each for each in _named(warning) if each in pages)
    if not isinstance(page, int):
        return Doubt(warning, named, tuple(dict.fromkeys(pages[each] for each in named)))
    return Doubt(warning, named or _nearest(page, pages), (page,))


def _nearest(page: int, pages: dict[Reference, int]) -> tuple[Reference, ...]:
    """Return the first provision that begins on a page, or else the last one before it."""
    on = [reference for reference, own in pages.items() if own == page]
    before = [reference for reference, own in pages.items() if own < page]
    return tuple(on[:1] or before[-1:])


def _named(warning: Notice) -> Iterator[Reference]:
    for value in warning.parameters.values():
        if isinstance(value, Reference):
            yield value
        elif isinstance(value, str):
            yield from (Reference.parse(match[0]) for match in _REFERENCE.finditer(value))
