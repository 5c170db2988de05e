"""The messages of the dialogue: what was read from a provision, the questions, and the preview."""

from collections.abc import Iterator, Sequence
from textwrap import shorten

from handlers.answers.statuses import render_reviewed
from handlers.catalogue import WORDING, Catalogue
from handlers.desk.correcting.steps import Ask, Buttons, Step, Wish, changes_between
from handlers.markup import bold, escape, quotation
from handlers.messages import LONGEST_LABEL, Button, Keyboard, Message
from handlers.terms import COMMITMENT_KINDS
from knowledge.reading.correcting import ReviewEdit
from knowledge.reading.reviews import CommitmentReview, begins
from knowledge.tracking.correctable import Correctable
from knowledge.values.acts import Commitment, CommitmentKind, Deadline, Precision
from knowledge.values.answers import Citation
from knowledge.values.notices import mark

MAX_OFFERED = 20
"""Most choices offered in one message."""

_RESPONSIBLE = mark("Responsable: {value}")
_DEADLINE = mark("Plazo: {value}")
_KIND = mark("Tipo: {value}")
_NOBODY = mark("nadie")
_UNDATED = mark("sin plazo")
_NOT_READ = mark("No se leyó ningún compromiso.")
_NOTHING = mark("no es un compromiso")
_BEFORE = mark("Antes: {value}")
_AFTER = mark("Después: {value}")
_SAME = mark("Queda igual, y señalado como revisado.")
_WHICH_PROVISION = mark("¿Cuál quiere corregir?")
_WHICH_COMMITMENT = mark("¿Cuál compromiso?")
_ASKED = {
    Ask.WHO: mark("¿Quién es responsable? Elija, o escriba el nombre; si son varios, con «y»."),
    Ask.WHEN: mark("¿Hasta cuándo? Escriba la fecha, por ejemplo 2017-07-31."),
    Ask.KIND: mark("¿Qué es?"),
    Ask.WORDS: mark("¿Qué palabras del acta obligan? Elija, o cópielas y envíelas."),
}
_CANCEL = mark("✖️ Cancelar")
_BACK = mark("◀ Volver")
_MORE = mark("… y {number} más")
_QUOTE, _CHANGE, _LINE = 600, 1200, 150
_QUOTED = 3


def ask_which(cited: Sequence[Citation], buttons: Buttons) -> Message:
    """Ask which of several provisions is meant."""
    catalogue = buttons.catalogue
    rows = [(buttons.choice(place, _label(catalogue.citation(each))),) for place, each in enumerate(cited)]
    return Message(escape(catalogue.text(_WHICH_PROVISION)), (*rows, _end(buttons, back=False)))


def show_provision(target: Correctable, buttons: Buttons, *, is_corrected: bool) -> Message:
    """Show what was read from a provision, and ask what to correct, or which of several commitments."""
    catalogue, made = buttons.catalogue, target.commitments
    if len(made) == 1:
        return show_commitment(target, made[0], buttons, is_corrected=is_corrected)
    lines = [bold(catalogue.citation(target.citation)), *_quoted(target)]
    lines += render_reviewed(target.reviewed, catalogue)
    if made:
        lines += _numbered([summary(each, catalogue) for each in made], catalogue)
        lines += ["", escape(catalogue.text(_WHICH_COMMITMENT))]
    else:
        lines.append(escape(catalogue.text(_NOT_READ)))
    rows = [
        (buttons.choice(place, _label(f"{place + 1}. {summary(each, catalogue)}")),)
        for place, each in enumerate(made[:MAX_OFFERED])
    ]
    missing = (buttons.button(mark("Falta un compromiso"), Wish.MISSING),)
    original = _original(buttons) if is_corrected else ()
    return Message("\n".join(lines), _rows(*rows, missing, original, _end(buttons, back=False)))


def show_commitment(
    target: Correctable, commitment: Commitment, buttons: Buttons, *, is_corrected: bool
) -> Message:
    """Show what was read of one commitment, and ask which field to correct."""
    catalogue = buttons.catalogue
    lines = [
        bold(catalogue.citation(target.citation)),
        escape(catalogue.text(_RESPONSIBLE, value=_short(who(commitment.responsible, catalogue), _CHANGE))),
        escape(catalogue.text(_DEADLINE, value=when(commitment.deadline, catalogue))),
        escape(catalogue.text(_KIND, value=kind(commitment.kind, catalogue))),
        *render_reviewed((*commitment.reviewed, *target.reviewed), catalogue),
        quotation(_short(commitment.quote, _QUOTE)),
    ]
    fields = (
        buttons.button(mark("Responsable"), Wish.WHO),
        buttons.button(mark("Plazo"), Wish.WHEN),
        buttons.button(mark("Tipo"), Wish.KIND),
    )
    others = (
        buttons.button(mark("No es un compromiso"), Wish.NONE),
        buttons.button(mark("Falta un compromiso"), Wish.MISSING),
    )
    original = _original(buttons) if is_corrected else ()
    several = len(target.commitments) > 1
    return Message("\n".join(lines), _rows(fields, others, original, _end(buttons, back=several)))


def ask_value(target: Correctable, step: Step, buttons: Buttons) -> Message:
    """Ask for a value, with buttons for the offered ones; anything else can be typed."""
    catalogue = buttons.catalogue
    lines = [bold(catalogue.citation(target.citation)), escape(catalogue.text(_ASKED[step.asked]))]
    labels = [_offered(step.asked, each, catalogue) for each in step.offered]
    if step.asked is Ask.WORDS:
        lines += _numbered(step.offered, catalogue)
        labels = [f"{place}. {label}" for place, label in enumerate(labels, 1)]
    if step.asked is Ask.WHO and step.draft and step.draft.action:
        lines.append(quotation(_short(step.draft.quote, _QUOTE)))
    rows = [(buttons.choice(place, _label(label)),) for place, label in enumerate(labels)]
    if step.asked is Ask.WHO:
        rows.append((buttons.button(mark("El acta no dice quién"), Wish.NOBODY),))
    if step.asked is Ask.WHEN:
        rows.append((buttons.button(mark("Sin plazo"), Wish.UNDATED),))
    return Message("\n".join(lines), (*rows, _end(buttons, back=True)))


def show_change(
    target: Correctable, edit: ReviewEdit, after: Sequence[Commitment], buttons: Buttons
) -> Message:
    """Preview the effect of a correction."""
    catalogue = buttons.catalogue
    was, becomes = _compared(target, edit.correction, after, catalogue)
    old, new = changes_between(target.commitments, after)
    quoted = [*dict.fromkeys(each.quote for each in (*old, *new))][:_QUOTED]
    lines = [
        bold(catalogue.citation(target.citation)),
        *(escape(f"«{_short(each, _LINE)}»") for each in quoted),
        "",
        escape(catalogue.text(_BEFORE, value=_short(was, _CHANGE))),
        escape(catalogue.text(_AFTER, value=_short(becomes, _CHANGE))),
    ]
    if was == becomes:
        lines.append(escape(catalogue.text(_SAME)))
    row = (
        buttons.button(mark("Guardar"), Wish.SAVE),
        buttons.button(mark("Descartar"), Wish.CANCEL),
        buttons.button(_BACK, Wish.BACK),
    )
    return Message("\n".join(lines), (row,))


def way_back(buttons: Buttons) -> Keyboard:
    """Return the row of buttons that restart or end the dialogue."""
    return (_end(buttons, back=True),)


def who(responsible: tuple[str, ...], catalogue: Catalogue) -> str:
    """Write who is responsible."""
    return catalogue.parties(responsible) if responsible else catalogue.text(_NOBODY)


def when(deadline: Deadline, catalogue: Catalogue) -> str:
    """Write a deadline: a day as such, anything less precise as cards do."""
    if not deadline.is_set:
        return catalogue.text(_UNDATED)
    if deadline.end and deadline.precision is Precision.DAY:
        return catalogue.day(deadline.end)
    is_year = deadline.precision is Precision.YEAR and deadline.start is not None and deadline.text
    if deadline.end is None or is_year:  # the line itself says that it is a deadline
        return f"«{shorten(deadline.text or '', WORDING, placeholder='…')}»"
    return catalogue.deadline(deadline)


def kind(of: CommitmentKind, catalogue: Catalogue) -> str:
    """Write what kind of commitment it is."""
    return catalogue.text(COMMITMENT_KINDS[of])


def summary(commitment: Commitment, catalogue: Catalogue) -> str:
    """Summarize a commitment on one line."""
    told = (
        who(commitment.responsible, catalogue),
        when(commitment.deadline, catalogue),
        kind(commitment.kind, catalogue),
    )
    return " · ".join((*told, _short(commitment.action, _LINE)))


def _compared(
    target: Correctable,
    correction: CommitmentReview | None,
    after: Sequence[Commitment],
    catalogue: Catalogue,
) -> tuple[str, str]:
    """Write the values before and after: only the decided fields, or everything that was read."""
    if correction and correction.binds:
        was, becomes = (
            next((each for each in some if begins(correction.quote, each)), None)
            for some in (target.commitments, after)
        )
        if was and becomes:
            return _decided(was, correction, catalogue), _decided(becomes, correction, catalogue)
    old, new = (
        "; ".join(summary(each, catalogue) for each in some) or catalogue.text(_NOTHING)
        for some in changes_between(target.commitments, after)
    )
    return old, new


def _decided(of: Commitment, correction: CommitmentReview, catalogue: Catalogue) -> str:
    fields = {
        "responsible": who(of.responsible, catalogue),
        "deadline": when(of.deadline, catalogue),
        "kind": kind(of.kind, catalogue),
    }
    return " · ".join(value for name, value in fields.items() if name in correction.decided)


def _numbered(listed: Sequence[str], catalogue: Catalogue) -> Iterator[str]:
    for place, each in enumerate(listed[:MAX_OFFERED], 1):
        yield escape(f"{place}. {_short(each, _LINE)}")
    if len(listed) > MAX_OFFERED:
        yield escape(catalogue.text(_MORE, number=len(listed) - MAX_OFFERED))


def _quoted(target: Correctable) -> Iterator[str]:
    text = " ".join(target.paragraphs)
    if text.strip():
        yield quotation(_short(text, _QUOTE))


def _offered(asked: Ask, value: str, catalogue: Catalogue) -> str:
    if asked is Ask.WHO:
        return catalogue.party(value)
    if asked is Ask.KIND:
        return kind(CommitmentKind(value), catalogue)
    return value


def _original(buttons: Buttons) -> tuple[Button, ...]:
    return (buttons.button(mark("Quitar la corrección"), Wish.ORIGINAL),)


def _end(buttons: Buttons, *, back: bool) -> tuple[Button, ...]:
    cancel = buttons.button(_CANCEL, Wish.CANCEL)
    return (buttons.button(_BACK, Wish.BACK), cancel) if back else (cancel,)


def _rows(*rows: tuple[Button, ...]) -> Keyboard:
    return tuple(row for row in rows if row)


def _label(text: str) -> str:
    return _short(text, LONGEST_LABEL)


def _short(text: str, length: int) -> str:
    return shorten(text, length, placeholder="…")
