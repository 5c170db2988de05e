"""/corregir: correct what was read of a commitment: «/corregir 16a plazo 2017-07-31»."""

import re
import secrets
from datetime import date
from typing import NamedTuple

from telegram import Update

from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for, message_in
from handlers.desk.changing import change_base
from handlers.desk.confirmations import EXPIRED, fresh_message, officer_tap, show_in
from handlers.desk.officers import Role
from handlers.desk.progress import ProgressMessage
from handlers.desk.tracking.keeping import ANSWERABLE, officer
from handlers.markup import bold, escape
from handlers.messages import Button, Message
from handlers.replying.replies import reply
from handlers.replying.tap_replies import harmless, refuse
from handlers.services import Services
from knowledge.answering.markable import Candidate
from knowledge.language.dates import find_dates
from knowledge.language.folding import fold
from knowledge.reading.reviews import CommitmentReview
from knowledge.stores.drafts import DraftStore
from knowledge.values.acts import Commitment, CommitmentKind, Deadline, Precision
from knowledge.values.base import Value
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.tracking import keyed

CORRECTION = r"^cor1:"
"""How what the buttons under a preview send begins; a nonce follows, with «!» before it to discard."""

_FIELD = re.compile(
    r"(?P<which>.+?)\s+(?:(?P<due>plazo|fecha|deadline|due)|(?P<who>responsables?|responsible)"
    r"|(?P<kind>tipo|kind)|(?P<none>no es (?:un )?compromiso|not a commitment|no))\b:?\s*(?P<value>.*)",
    re.IGNORECASE,
)
_NO_DEADLINE = frozenset({"ninguno", "sin plazo", "none", "no", "sin fecha"})
_KINDS = {
    "obligacion": CommitmentKind.OBLIGATION,
    "invitacion": CommitmentKind.INVITATION,
    "evento": CommitmentKind.EVENT,
    "aprobacion": CommitmentKind.APPROVAL,
    "seguimiento": CommitmentKind.FOLLOW_UP,
    **{each.value.replace("_", " "): each for each in CommitmentKind},
}
_HOW = mark(
    "Escriba la disposición y qué corregir: /corregir 16a plazo 2017-07-31 · "
    "/corregir 16a responsable {body} · /corregir 16a tipo invitación · /corregir 16a no es compromiso"
)
_SEVERAL = mark("Hay varios compromisos así; escriba también la reunión: {provisions}")
_NO_DATE = mark("No entiendo la fecha «{words}»; escríbala como 2017-07-31, o «ninguno».")
_NO_PARTY = mark("No entiendo quién es «{words}».")
_NO_KIND = mark("No hay un tipo «{words}»: obligación, invitación, evento, aprobación o seguimiento.")
_BEFORE = mark("Antes: {value}")
_AFTER = mark("Después: {value}")
_NOTHING = mark("no es un compromiso")
_UNDATED = mark("sin plazo")
_SAVING = mark("Guardando la corrección…")
_DISCARDED = mark("Descartado: no se corrigió nada.")
_SHOWN = 200


class _Asked(NamedTuple):
    """Which commitment is to be corrected, how it was read, and the correction."""

    candidate: Candidate
    commitment: Commitment
    correction: CommitmentReview


class CorrectionDraft(Value):
    """A correction that waits to be confirmed."""

    slug: str
    reference: str
    quote: str
    responsible: tuple[str, ...] | None = None
    kind: CommitmentKind | None = None
    deadline: Deadline | None = None
    binds: bool = True

    def review(self) -> CommitmentReview:
        """Return it as the review file has it."""
        return CommitmentReview.model_validate(self.model_dump(exclude={"slug"}))


async def correct(update: Update, context: Context) -> None:
    """Show what a correction would change, for its author to confirm."""
    services, catalogue, words = (
        context.services,
        catalogue_for(update, context),
        " ".join(context.args or ()),
    )
    asked = read_correction(services, words)
    if isinstance(asked, Notice):
        await reply(message_in(update), [Message(escape(catalogue.notice(asked)))])
        return
    fields = asked.correction.model_dump(include={"quote", "responsible", "kind", "deadline", "binds"})
    draft = CorrectionDraft(
        slug=asked.candidate.key.document, reference=str(asked.correction.reference), **fields
    )
    nonce, now, user_id = secrets.token_urlsafe(9), services.now(), officer(update)
    content = draft.model_dump_json()
    await services.change(
        lambda state: DraftStore(state).keep_content(
            nonce, user_id, content, at=now, expired=now - ANSWERABLE
        )
    )
    await reply(message_in(update), [_preview(asked, nonce, catalogue)])


async def tap_correction(update: Update, context: Context) -> None:
    """Save a correction, or discard it, once and in time."""
    query = await officer_tap(update, context, Role.EDITOR, "correct")
    if query is None:
        return
    services, catalogue, now = context.services, catalogue_for(update, context), context.services.now()
    nonce, user_id = re.sub(CORRECTION, "", query.data or ""), query.from_user.id
    discards, nonce = nonce.startswith("!"), nonce.removeprefix("!")
    place = fresh_message(query, now)
    content = DraftStore(services.state).content(nonce, user_id, since=now - ANSWERABLE)
    if place is None or content is None:
        await refuse(query, catalogue.text(EXPIRED))
        return
    with harmless():
        await query.answer()
    await services.change(lambda state: DraftStore(state).drop(nonce))
    if discards:
        await show_in(place, Message(escape(catalogue.text(_DISCARDED))))
        return
    draft = CorrectionDraft.model_validate_json(content)
    doing = catalogue.text(_SAVING)
    await show_in(place, Message(escape(doing)))
    progress = ProgressMessage(place, doing, catalogue)
    subject = f"{draft.slug}#{draft.reference}"
    await change_base(
        update,
        context,
        progress,
        "correct",
        lambda loader: loader.correct(draft.slug, draft.review()),
        subject,
    )


def read_correction(services: Services, words: str) -> _Asked | Notice:
    """Read what is to be corrected: «16a plazo 2017-07-31»; say what can't be understood."""
    match = _FIELD.fullmatch(words.strip())
    if match is None:
        return notice(_HOW)
    found = services.base.markable.find(match["which"], today=services.today())
    if isinstance(found, Notice):
        return found
    if len(found.candidates) > 1:
        named = tuple(str(each.key) for each in found.candidates)
        return notice(_SEVERAL, provisions=", ".join(named)[:_SHOWN])
    candidate = found.candidates[0]
    act = services.base.act(candidate.key.document)
    commitment = dict(keyed(act.slug, act.commitments))[candidate.key]
    decided = _decided(services, match)
    if isinstance(decided, Notice):
        return decided
    quote = " ".join(commitment.quote.split())
    fields = {"reference": commitment.reference, "quote": quote, **decided}
    return _Asked(candidate, commitment, CommitmentReview.model_validate(fields))


def _decided(services: Services, match: re.Match[str]) -> dict[str, object] | Notice:
    value = match["value"].strip()
    if match["none"]:
        return {"binds": False}
    if match["kind"]:
        kind = _KINDS.get(fold(value))
        return {"kind": kind} if kind else notice(_NO_KIND, words=value[:_SHOWN])
    if match["who"]:
        named = tuple(dict.fromkeys(each.name for each in services.base.register.find(value, spoken=True)))
        return {"responsible": named} if named else notice(_NO_PARTY, words=value[:_SHOWN])
    if fold(value) in _NO_DEADLINE:
        return {"deadline": Deadline()}
    day = _day(value, services.today())
    if day is None:
        return notice(_NO_DATE, words=value[:_SHOWN])
    return {"deadline": Deadline(end=day, precision=Precision.DAY)}


def _day(words: str, today: date) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        mention = next(iter(find_dates(words)), None)
        days = mention.days(today) if mention and mention.unit is Precision.DAY else None
        return days.last if days else None


def _preview(asked: _Asked, nonce: str, catalogue: Catalogue) -> Message:
    lines = [
        bold(catalogue.citation(asked.candidate.citation)),
        escape(asked.candidate.action or asked.commitment.quote[:_SHOWN]),
        "",
        escape(catalogue.text(_BEFORE, value=_value(asked.commitment, asked.correction, catalogue))),
        escape(catalogue.text(_AFTER, value=_value(asked.correction, asked.correction, catalogue))),
    ]
    buttons = (
        Button(catalogue.text(mark("Guardar")), f"cor1:{nonce}"),
        Button(catalogue.text(mark("Descartar")), f"cor1:!{nonce}"),
    )
    return Message("\n".join(lines), (buttons,))


def _value(of: Commitment | CommitmentReview, changed: CommitmentReview, catalogue: Catalogue) -> str:
    """Write the field that a correction changes, as it was or as it becomes."""
    if changed.responsible is not None:
        return catalogue.parties(of.responsible or ()) or "—"
    if changed.kind is not None:
        return str(of.kind)
    if changed.deadline is not None:
        deadline = of.deadline
        return catalogue.day(deadline.end) if deadline and deadline.end else catalogue.text(_UNDATED)
    return catalogue.text(_NOTHING) if isinstance(of, CommitmentReview) else str(of.kind)
