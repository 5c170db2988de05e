"""Word what was marked, what it was before, and which of several commitments may be meant."""

from collections.abc import Iterable, Sequence
from textwrap import shorten

from handlers.catalogue import Catalogue
from handlers.desk.tracking.taps import MarkAction, MarkTap, discard_button, undo_button
from handlers.markup import bold, escape
from handlers.messages import Button, Message
from knowledge.answering.markable import Candidate
from knowledge.values.notices import mark, mark_plural
from knowledge.values.tracking import Fulfilment, Mark

MAX_OFFERED = 8
"""Commitments that are offered as buttons; of more, the meeting must be told."""

STATES = {
    Fulfilment.OPEN: mark("⬜ pendiente"),
    Fulfilment.IN_PROGRESS: mark("🔄 en curso"),
    Fulfilment.DONE: mark("✅ cumplido"),
}
_ON = mark("{state} el {day}")
_BEFORE = mark("Antes: {state}")
_NOW = mark("Ahora: {state}")
_SAID = mark("Lo anotado: {state}")
_OF = mark("{state} ({parties})")
_NOTE = mark("Nota: {note}")
_SEVERAL = mark_plural("{number} compromiso anotado.", "{number} compromisos anotados.")
_EVIDENCE = mark("Constancia: {name}")
_WHICH = mark("¿Cuál compromiso? Aún no se anotó nada.")
_MORE = mark("Hay {number} más: escriba también la reunión, por ejemplo «{example} 2017».")
_ACTION = 160
_BUTTON = 60


def describe_change(
    number: int,
    candidate: Candidate,
    marks: Sequence[Mark],
    states: tuple[Fulfilment, Fulfilment],
    catalogue: Catalogue,
) -> Message:
    """Say what was marked, and how far the commitment was and is with it."""
    before, now = (catalogue.text(STATES[each]) for each in states)
    last = marks[-1]
    parties = tuple(each.party for each in marks if each.party)
    said = catalogue.text(_ON, state=catalogue.text(STATES[last.fulfilment]), day=last.day)
    if parties:
        said = catalogue.text(_OF, state=said, parties=parties)
    lines = [
        bold(catalogue.citation(candidate.citation)),
        escape(_capital(shorten(candidate.action, _ACTION, placeholder="…"))),
        escape(catalogue.text(_SAID, state=said)),
        escape(catalogue.text(_BEFORE, state=before)),
        escape(catalogue.text(_NOW, state=now)),
    ]
    if last.note:
        lines.append(escape(catalogue.text(_NOTE, note=last.note)))
    if last.evidence:
        lines.append(escape(catalogue.text(_EVIDENCE, name=last.evidence.name)))
    return Message("\n".join(lines), ((undo_button(number, catalogue),),))


def describe_several(number: int, count: int, catalogue: Catalogue) -> Message:
    """Say how many commitments were marked together."""
    return Message(escape(catalogue.count(*_SEVERAL, count)), ((undo_button(number, catalogue),),))


def describe_mark(made: Mark, catalogue: Catalogue) -> str:
    """Say in a line what was marked: «✅ cumplido el 3 de mayo de 2017 (México) «nota»»."""
    said = catalogue.text(_ON, state=catalogue.text(STATES[made.fulfilment]), day=made.day)
    if made.party:
        said = catalogue.text(_OF, state=said, parties=(made.party,))
    return f"{said} «{made.note}»" if made.note else said


def ask_which(nonce: str, candidates: Sequence[Candidate], asked: str, catalogue: Catalogue) -> Message:
    """Ask which of several commitments is meant, with a button for each."""
    shown = candidates[:MAX_OFFERED]
    lines = [escape(catalogue.text(_WHICH))]
    lines += [
        f"{number}. {bold(catalogue.citation(each.citation))}\n"
        f"{escape(_capital(shorten(each.action, _ACTION, placeholder='…')))}"
        for number, each in enumerate(shown, 1)
    ]
    if left := len(candidates) - len(shown):
        lines.append(escape(catalogue.text(_MORE, number=left, example=asked)))
    rows = [
        (_option(nonce, place, each, catalogue, several=_has_several(candidates)),)
        for place, each in enumerate(shown)
    ]
    return Message("\n".join(lines), (*rows, (discard_button(nonce, catalogue),)))


def _option(nonce: str, place: int, each: Candidate, catalogue: Catalogue, *, several: bool) -> Button:
    told = [f"{place + 1}. {catalogue.reference(each.citation.reference)}"]
    meeting = each.citation.meeting
    if several:
        year = str(meeting.start.year) if meeting.start else ""
        told += filter(None, (meeting.city, year))
    else:
        told.append(each.action)
    label = shorten(" · ".join(told), _BUTTON, placeholder="…")
    return Button(label, str(MarkTap(MarkAction.CHOOSE, catalogue.language, nonce, place)))


def _has_several(candidates: Iterable[Candidate]) -> bool:
    """Tell whether commitments stand in several acts."""
    return len({each.key.document for each in candidates}) > 1


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
