"""Render the status of a commitment as officers marked it, and the fields that a person decided."""

from collections.abc import Iterable, Iterator
from textwrap import shorten

from handlers.catalogue import Catalogue
from handlers.markup import bold, escape
from handlers.terms import FIELDS
from knowledge.values.answers import Finding
from knowledge.values.notices import mark
from knowledge.values.tracking import Fulfilment, Tracked

ACTION = 60
"""Characters of the action that identifies one of several commitments of a provision."""

_SAID = {
    Fulfilment.DONE: mark("✅ Cumplido el {day}"),
    Fulfilment.IN_PROGRESS: mark("🔄 En curso, según lo anotado el {day}"),
    Fulfilment.OPEN: mark("⬜ Pendiente"),
}
_HAVE_DONE = mark("Cumplió {number} de {every}: {parties}")
_UNDER_WAY = mark("En curso: {parties}")
_NOTE = mark("Nota: {note}")
_REVIEWED = mark("✎ revisado: {fields}")


def render_statuses(finding: Finding, catalogue: Catalogue, *, brief: bool) -> Iterator[str]:
    """Render the status of each commitment of a finding in one or more lines; `brief` omits notes.

    The commitment is named unless it is the whole finding.
    """
    for each in finding.tracked:
        told = [bold(status(each, catalogue))]
        if each.key.reference != finding.citation.reference:
            told.append(escape(catalogue.reference(each.key.reference)))
        if finding.commitment is None and not each.is_only:
            told.append(escape(shorten(each.action, ACTION, placeholder="…")))
        yield " · ".join(told)
        yield from map(escape, _parties(each, catalogue))
        if each.note and not brief:
            yield escape(catalogue.text(_NOTE, note=each.note))


def render_reviewed(fields: Iterable[str], catalogue: Catalogue) -> Iterator[str]:
    """Name the fields that a person decided on one line, if any: «✎ revisado: plazo»."""
    named = ", ".join(catalogue.text(FIELDS[each]) for each in fields if each in FIELDS)
    if named:
        yield escape(catalogue.text(_REVIEWED, fields=named))


def status(tracked: Tracked, catalogue: Catalogue) -> str:
    """Write the status of a commitment: «✅ Cumplido el 3 de mayo de 2017»."""
    return catalogue.text(_SAID[tracked.fulfilment], day=tracked.day)


def _parties(tracked: Tracked, catalogue: Catalogue) -> Iterator[str]:
    """Name the parties that are done or in progress, where their status differs."""
    if tracked.fulfilment is not Fulfilment.IN_PROGRESS:
        return
    of = {
        state: tuple(each.party for each in tracked.parties if each.fulfilment is state)
        for state in (Fulfilment.DONE, Fulfilment.IN_PROGRESS)
    }
    done, under_way = of.values()
    if done:
        yield catalogue.text(_HAVE_DONE, number=len(done), every=tracked.bound, parties=done)
    if under_way:
        yield catalogue.text(_UNDER_WAY, parties=under_way)
