"""Feedback on answers; unhelpful ones are reported to the secretariat, if the asker allows it."""

import logging
from datetime import timedelta

from telegram import CallbackQuery, Update

from handlers.answers.card_buttons import tap_on
from handlers.callbacks import Action, shorten
from handlers.catalogue import Catalogue
from handlers.context import Context, alone, catalogue_for, conversation_of
from handlers.feedback.taps import Opinion, OpinionTap, tell_button
from handlers.markup import escape
from handlers.messages import Button, Message
from handlers.replying.memory import recall
from handlers.replying.tap_replies import INVALID, add_below, harmless, put_in_place, refuse
from knowledge.answering.conversation import Focus
from knowledge.stores.misses import WAITING, Fate, Miss, MissStore
from knowledge.values.answers import Answer, Outcome
from knowledge.values.notices import mark
from knowledge.values.questions import QuestionKind

_log = logging.getLogger(__name__)

OFFERED = 3
"""Other provisions offered after an unhelpful answer."""

_SHOWN_FOR = timedelta(minutes=15)
_THANKS = mark("Gracias.")
_PERHAPS = mark("Lo siento. Quizá buscaba una de estas:")
_SORRY = mark("Lo siento. Pruebe con otras palabras, por favor.")
_MAY_I = mark(
    "¿Guardo su pregunta para que la secretaría mejore las respuestas? Sin su nombre, por treinta días; "
    "vale también para las próximas que no sepa contestar."
)
_KEPT = mark("Gracias: la secretaría la verá, sin saber de quién es.")
_NOT_KEPT = mark("De acuerdo, no la guardo.")
_GONE = mark("Esa pregunta ya no la recuerdo; escríbala de nuevo, por favor.")


def fate_of(answer: Answer) -> Fate | None:
    """Return the fate of a question, or None for a courtesy."""
    if answer.outcome is Outcome.COURTESY:
        return None
    return Fate.UNANSWERED if answer.outcome is Outcome.NOTHING else Fate.ANSWERED


async def take_down(update: Update, context: Context, answer: Answer, words: str, seconds: float) -> None:
    """Count a question; if it is unanswered, keep its words if the asker allows it."""
    services, fate = context.services, fate_of(answer)
    if fate is None:
        return
    day, milliseconds = services.today(), round(seconds * 1000)
    services.leave(lambda state: MissStore(state).count(fate, day, milliseconds))
    if fate is Fate.UNANSWERED and alone(update):
        await _miss(update, context, Miss(text=words, language=answer.language, fate=fate))


def offer_to_tell(update: Update, context: Context, answer: Answer, messages: list[Message]) -> list[Message]:
    """Offer to report an unanswered question to the secretariat, unless the reader has already decided."""
    user = update.effective_user
    asks = answer.outcome is Outcome.NOTHING and answer.kind is not QuestionKind.LIST
    if not asks or not alone(update) or user is None or not messages:
        return messages
    if recall(lambda: MissStore(context.services.state).consent(user.id)) is not None:
        return messages
    *before, last = messages
    button = tell_button(context.services.catalogues[answer.language])
    return [*before, last._replace(buttons=(*last.buttons, (button,)))]


async def tap_feedback(update: Update, context: Context) -> None:
    """Handle an opinion on an answer, or the decision whether questions may be kept."""
    query = update.callback_query
    if query is None:
        return
    try:
        tap = OpinionTap.parse(query.data or "")
    except ValueError:
        _log.warning("a tap that is not ours")
        await refuse(query, catalogue_for(update, context).text(INVALID))
        return
    catalogue = context.services.catalogues[tap.language]
    match tap.opinion:
        case Opinion.UP:
            await _count(context, Fate.LIKED)
            with harmless():
                await query.answer(catalogue.text(_THANKS))
        case Opinion.DOWN:
            await _dislike(update, context, query, tap, catalogue)
        case Opinion.TELL:
            with harmless():
                await query.answer()
            await add_below(query, _may_i(catalogue))
        case _:
            await _choose(context, query, catalogue, keeps=tap.opinion is Opinion.YES)


async def _dislike(
    update: Update, context: Context, query: CallbackQuery, tap: OpinionTap, catalogue: Catalogue
) -> None:
    """Count the dislike, offer other provisions, and keep the question's words if allowed."""
    services, user = context.services, query.from_user
    await _count(context, Fate.DISLIKED)
    with harmless():
        await query.answer()
    words = _question_of(update, context, tap)
    if not words:
        await add_below(query, Message(escape(catalogue.text(_SORRY))))
        return
    offered = services.base.offered(words, today=services.today(), language=tap.language)
    others = [each.citation for each in offered if not tap.is_of(each.citation)][:OFFERED]
    rows = tuple(
        (Button(catalogue.citation(each), tap_on(Action.SHOW, tap.language, each)),) for each in others
    )
    await _miss(update, context, Miss(text=words, language=tap.language, fate=Fate.DISLIKED))
    if recall(lambda: MissStore(services.state).consent(user.id)) is None:
        rows = (*rows, (tell_button(catalogue),))
    await add_below(query, Message(escape(catalogue.text(_PERHAPS if others else _SORRY)), rows))


def _question_of(update: Update, context: Context, tap: OpinionTap) -> str:
    """Return the question that a provision answered, if it is the current context of the chat."""
    services, chat = context.services, conversation_of(update)
    since = services.now() - _SHOWN_FOR
    focus = Focus.read(recall(lambda: services.state.focus(*chat, since=since)))
    if focus is None or not focus.text:
        return ""
    is_same = str(tap.reference) in focus.references and shorten(focus.document) == tap.document
    return focus.text if is_same else ""


async def _miss(update: Update, context: Context, miss: Miss) -> None:
    """Keep a miss if the asker allows it, or let it wait for their decision."""
    services, user, now = context.services, update.effective_user, context.services.now()
    if user is None:
        return
    consent = recall(lambda: MissStore(services.state).consent(user.id))
    if consent:
        await services.note(lambda state: MissStore(state).keep(miss, at=now))
    elif consent is None:
        await services.note(lambda state: MissStore(state).wait(user.id, miss, at=now))


async def _choose(context: Context, query: CallbackQuery, catalogue: Catalogue, *, keeps: bool) -> None:
    """Store whether a person's questions may be kept, and keep or drop the waiting one."""
    services, user_id, now = context.services, query.from_user.id, context.services.now()
    with harmless():
        await query.answer()

    await services.change(lambda state: MissStore(state).choose(user_id, keeps=keeps))
    miss = await services.change(lambda state: MissStore(state).take_waiting(user_id, since=now - WAITING))
    said = _NOT_KEPT
    if keeps:
        said = _KEPT if miss else _GONE
    if keeps and miss:
        await services.change(lambda state: MissStore(state).keep(miss, at=now))
    await put_in_place(query, Message(escape(catalogue.text(said))))


async def _count(context: Context, fate: Fate) -> None:
    services = context.services
    day = services.today()
    await services.note(lambda state: MissStore(state).count(fate, day))


def _may_i(catalogue: Catalogue) -> Message:
    language = catalogue.language
    buttons = (
        Button(catalogue.text(mark("Sí")), str(OpinionTap(Opinion.YES, language))),
        Button(catalogue.text(mark("No")), str(OpinionTap(Opinion.NO, language))),
    )
    return Message(escape(catalogue.text(_MAY_I)), (buttons,))
