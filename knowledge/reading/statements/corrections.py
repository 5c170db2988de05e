"""Carry a person's corrections of commitments over to the statements that word them."""

from collections.abc import Iterable

from knowledge.values.acts import Commitment, Role
from knowledge.values.statements import Statement


def restated(
    statements: Iterable[Statement], before: Commitment | None, after: Commitment | None
) -> tuple[Statement, ...]:
    """Update the statements of a commitment; without `before` it is new, without `after` it was removed."""
    kept = [
        _corrected(each, before, after) if before and _words(each, before) else each for each in statements
    ]
    if before is None and after is not None:
        blank = Statement(reference=after.reference, quote=after.quote, span=after.span)
        kept.append(blank.model_copy(update=_fields(after)))
    return tuple(kept)


def _words(statement: Statement, commitment: Commitment) -> bool:
    overlaps = commitment.span.start < statement.span.end and statement.span.start < commitment.span.end
    own = statement.role is Role.RESPONSIBLE and statement.agents == commitment.responsible
    return overlaps and own and statement.reference == commitment.reference


def _corrected(statement: Statement, before: Commitment, after: Commitment | None) -> Statement:
    if after is None:
        return statement.model_copy(update={"role": None, "agents": ()})
    changed = {
        name: value
        for name, value in _fields(after).items()
        if name in {"role", "agents", "inferred"} or value != _fields(before)[name]
    }
    return statement.model_copy(update=changed)


def _fields(commitment: Commitment) -> dict[str, object]:
    return {
        "role": Role.RESPONSIBLE,
        "agents": commitment.responsible,
        "recipients": commitment.recipient,
        "supporters": commitment.supporters,
        "time": commitment.deadline,
        "inferred": commitment.inferred,
    }
