"""Word marks, status changes, and the question which of several commitments is meant."""

from collections.abc import Iterator, Sequence
from textwrap import shorten

from handlers.catalogue import Catalogue
from handlers.desk.tracking.taps import MarkAction, MarkTap, discard_button, undo_button
from handlers.markup import bold, escape
from handlers.messages import Button, Message
from knowledge.tracking.markable import MOST_TOGETHER, Candidate
from knowledge.values.notices import mark, mark_plural
from knowledge.values.tracking import Fulfilment, Mark

MAX_OFFERED = 8
"""Most commitments offered as buttons; with more, the meeting must be named."""

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
    """Describe marks, and the status of the commitment before and after."""
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


def describe_several(
    number: int, candidates: Sequence[Candidate], marks: Sequence[Mark], catalogue: Catalogue
) -> Message:
    """Say how many commitments were marked together; if they are few, also list them with their marks."""
    lines = [bold(catalogue.count(*_SEVERAL, len(candidates)))]
    is_one_note = len({made.note for made in marks}) == 1
    if len(candidates) <= MOST_TOGETHER:
        shown = [made.model_copy(update={"note": ""}) for made in marks] if is_one_note else marks
        for each in candidates:
            said = [describe_mark(made, catalogue) for made in shown if made.key == each.key]
            lines.append(escape(f"• {catalogue.citation(each.citation)}: {'; '.join(said)}"))
    if is_one_note and marks[0].note:
        lines.append(escape(catalogue.text(_NOTE, note=marks[0].note)))
    if marks[0].evidence:
        lines.append(escape(catalogue.text(_EVIDENCE, name=marks[0].evidence.name)))
    return Message("\n".join(lines), ((undo_button(number, catalogue),),))


def describe_mark(made: Mark, catalogue: Catalogue) -> str:
    """Describe a mark on one line: «✅ cumplido el 3 de mayo de 2017 (México) «nota»»."""
    said = catalogue.text(_ON, state=catalogue.text(STATES[made.fulfilment]), day=made.day)
    if made.party:
        said = catalogue.text(_OF, state=said, parties=(made.party,))
    return f"{said} «{made.note}»" if made.note else said


def ask_which(
    nonce: str, alternatives: Sequence[Sequence[Candidate]], asked: str, catalogue: Catalogue
) -> Message:
    """Ask which of several commitments or acts is meant, with a button for each."""
    shown = alternatives[:MAX_OFFERED]
    lines = [escape(catalogue.text(_WHICH))]
    lines += [
        "\n".join((f"{number}. {bold(_cited(each, catalogue))}", *_actions(each)))
        for number, each in enumerate(shown, 1)
    ]
    if left := len(alternatives) - len(shown):
        lines.append(escape(catalogue.text(_MORE, number=left, example=asked)))
    several = len({each[0].key.document for each in alternatives}) > 1
    rows = [(_option(nonce, place, each, catalogue, several=several),) for place, each in enumerate(shown)]
    return Message("\n".join(lines), (*rows, (discard_button(nonce, catalogue),)))


def _cited(together: Sequence[Candidate], catalogue: Catalogue) -> str:
    """Cite a commitment, or several of one act."""
    *others, last = (each.citation for each in together)
    return ", ".join((*(catalogue.provision(each) for each in others), catalogue.citation(last)))


def _actions(together: Sequence[Candidate]) -> Iterator[str]:
    """Yield the action of a single commitment; several together are identified by their references."""
    if len(together) == 1:
        yield escape(_capital(shorten(together[0].action, _ACTION, placeholder="…")))


def _option(
    nonce: str, place: int, together: Sequence[Candidate], catalogue: Catalogue, *, several: bool
) -> Button:
    first = together[0]
    references = ", ".join(catalogue.provision(each.citation) for each in together)
    meeting = first.citation.meeting
    of_act = [meeting.city or "", str(meeting.start.year) if meeting.start else ""]
    if not several:
        told = [references, first.action]
    else:
        told = [references, *of_act] if len(together) == 1 else [*of_act, references]
    label = shorten(f"{place + 1}. {' · '.join(filter(None, told))}", _BUTTON, placeholder="…")
    return Button(label, str(MarkTap(MarkAction.CHOOSE, catalogue.language, nonce, place)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
