"""/sinonimo: an admin teaches synonyms, after a preview of the answers that would change."""

import asyncio
import re
import secrets
from collections.abc import Iterator
from operator import methodcaller

from telegram import Update

from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for, message_in
from handlers.desk.changing import change_base
from handlers.desk.confirmations import EXPIRED, fresh_message, officer_tap, show_in
from handlers.desk.officers import Role
from handlers.desk.progress import ProgressMessage
from handlers.desk.tracking.keeping import ANSWERABLE, officer
from handlers.hearing.prompts import ask_back
from handlers.keyboards import keyboard_of
from handlers.markup import bold, escape
from handlers.messages import Button, Keyboard, Message, fill_messages
from handlers.replying.replies import reply
from handlers.replying.tap_replies import harmless, refuse
from handlers.services import Services
from knowledge.loading.foreseeing import AnswerChange, AskedQuestion, Foreseen
from knowledge.loading.synonyms import HOW, line_of
from knowledge.stores.drafts import DraftStore
from knowledge.stores.misses import MissStore
from knowledge.stores.prompts import Prompt
from knowledge.values.answers import Citation
from knowledge.values.base import Value
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import mark

SYNONYMS = r"^sy1:"
"""Prefix of the data of the buttons under a preview; a nonce follows, preceded by «!» to discard."""

COMMAND = "synonym"
"""The command's English name, also that of the prompt «¿Cómo dicen las actas …?»."""

ACTION = "synonyms"
ASKED = 100
"""How many of the newest kept questions are asked again."""

SHOWN = 10
"""Most changes that a preview lists; the rest is counted."""

_LONGEST = 90
"""Characters of a question that are shown."""

_TRYING = mark("Probando qué respuestas cambiarían…")
_ADD = mark("¿Añadir «{line}»?")
_NO_CHANGE = mark("No cambiaría ninguna respuesta. Volví a hacer {golden} y {asked}.")
_CHANGES = mark("De {golden} y {asked}, cambiarían estas respuestas:")
_MORE = mark("y {number} más")
_UNANSWERED = mark("sin respuesta")
_BETTER = mark("Pregunta de prueba que se contestaría bien")
_WORSE = mark("Pregunta de prueba que ya no se contestaría bien")
_GOLDEN = mark("Pregunta de prueba")
_MEANWHILE = mark("Entretanto cambió lo que está cargado: revise de nuevo qué cambiaría.")
_ADDING = mark("Añadiendo…")
_DISCARDED = mark("Descartado: no se añadió nada.")


class SynonymDraft(Value):
    """A line waiting for confirmation; `against` is the edition for which its effects were shown."""

    line: str
    against: str


async def add_synonyms(update: Update, context: Context) -> None:
    """Preview the effect of synonyms, for their author to confirm."""
    catalogue, words = catalogue_for(update, context), " ".join(context.args or ())
    if not words:
        await ask_back(update, context, Prompt(command=COMMAND), HOW)
        return
    try:
        line = line_of(words, context.services.base.register)
    except KnowledgeError as error:
        await reply(message_in(update), [Message(escape(catalogue.notice(error.notice)))])
        return
    progress = await ProgressMessage.begin(message_in(update), catalogue.text(_TRYING), catalogue)
    await _preview(update, context, progress, line)


async def tap_synonyms(update: Update, context: Context) -> None:
    """Add or discard a line, once and in time; preview it again if something was loaded meanwhile."""
    query = await officer_tap(update, context, Role.ADMIN, ACTION)
    if query is None:
        return
    services, catalogue, now = context.services, catalogue_for(update, context), context.services.now()
    nonce, user_id = re.sub(SYNONYMS, "", query.data or ""), query.from_user.id
    discards, nonce = nonce.startswith("!"), nonce.removeprefix("!")
    place = fresh_message(query, now)
    content = DraftStore(services.state).content(nonce, user_id, since=now - ANSWERABLE)
    if place is None or content is None:
        await refuse(query, catalogue.text(EXPIRED))
        return
    with harmless():
        await query.answer()
    draft = SynonymDraft.model_validate_json(content)
    if discards:
        await services.change(lambda state: DraftStore(state).drop(nonce))
        await show_in(place, Message(escape(catalogue.text(_DISCARDED))))
        return
    is_stale = draft.against != services.base.edition
    doing = catalogue.text(_TRYING if is_stale else _ADDING)
    await show_in(place, Message(escape(doing)))
    progress = ProgressMessage(place, doing, catalogue)
    if is_stale:
        await services.change(lambda state: DraftStore(state).drop(nonce))
        await _preview(update, context, progress, draft.line, catalogue.text(_MEANWHILE))
        return
    await _add(update, context, progress, nonce, draft.line)


async def _add(update: Update, context: Context, progress: ProgressMessage, nonce: str, line: str) -> None:
    """Add a line; keep the buttons if that fails, e.g. during another load or on a full disk."""
    report = await change_base(
        update, context, progress, ACTION, methodcaller("add_synonyms", line), after=line
    )
    if report:
        await context.services.change(lambda state: DraftStore(state).drop(nonce))
        return
    with harmless():
        buttons = _buttons(nonce, catalogue_for(update, context))
        await progress.message.edit_reply_markup(keyboard_of(Message("", buttons)))


async def _preview(
    update: Update, context: Context, progress: ProgressMessage, line: str, note: str = ""
) -> None:
    """Try a line out in a thread, and keep it until it is confirmed."""
    services, catalogue = context.services, catalogue_for(update, context)
    against = services.base.edition
    kept = MissStore(services.state).kept()[:ASKED]
    asked = [AskedQuestion(each.text, each.language) for each in kept]
    try:
        foreseen = await asyncio.to_thread(services.base.foresee_synonyms, line, asked)
    except KnowledgeError as error:
        await progress.end([Message(escape(catalogue.notice(error.notice)))])
        return
    nonce = await _keep(services, SynonymDraft(line=line, against=against), officer(update))
    blocks = [f"⚠️ {escape(note)}"] if note else []
    blocks += [bold(catalogue.text(_ADD, line=line)), *_told(foreseen, catalogue)]
    await progress.end(fill_messages(blocks, _buttons(nonce, catalogue)))


async def _keep(services: Services, draft: SynonymDraft, user_id: int) -> str:
    nonce, now, content = secrets.token_urlsafe(9), services.now(), draft.model_dump_json()
    await services.change(
        lambda state: DraftStore(state).keep_content(
            nonce, user_id, content, at=now, expired=now - ANSWERABLE
        )
    )
    return nonce


def _told(foreseen: Foreseen, catalogue: Catalogue) -> Iterator[str]:
    """Say which answers would change, a block each."""
    counts = {
        "golden": catalogue.count(
            "{number} pregunta de prueba", "{number} preguntas de prueba", foreseen.golden
        ),
        "asked": catalogue.count(
            "{number} pregunta guardada", "{number} preguntas guardadas", foreseen.asked
        ),
    }
    changes = foreseen.changes
    yield escape(catalogue.text(_CHANGES if changes else _NO_CHANGE, **counts))
    for change in changes[:SHOWN]:
        yield "\n".join(map(escape, _lines(change, catalogue)))
    if len(changes) > SHOWN:
        yield escape(catalogue.text(_MORE, number=len(changes) - SHOWN))


def _lines(change: AnswerChange, catalogue: Catalogue) -> Iterator[str]:
    text = change.text
    yield f"«{text if len(text) <= _LONGEST else f'{text[:_LONGEST]}…'}»"
    yield f"{_cited(change.before, catalogue)} → {_cited(change.after, catalogue)}"
    if change.is_right is None:
        return
    if change.is_right == change.was_right:
        yield catalogue.text(_GOLDEN)
    else:
        yield f"✅ {catalogue.text(_BETTER)}" if change.is_right else f"❗ {catalogue.text(_WORSE)}"


def _cited(citation: Citation | None, catalogue: Catalogue) -> str:
    return catalogue.citation(citation) if citation else catalogue.text(_UNANSWERED)


def _buttons(nonce: str, catalogue: Catalogue) -> Keyboard:
    return (
        (
            Button(catalogue.text(mark("Añadir")), f"sy1:{nonce}"),
            Button(catalogue.text(mark("Descartar")), f"sy1:!{nonce}"),
        ),
    )
