"""/preguntas: unanswered questions, similar ones grouped; each can be made a golden question."""

import logging
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple, Self

from telegram import CallbackQuery, Update

from handlers.button_data import DOCUMENT, LANGUAGE, REFERENCE, read_data
from handlers.callbacks import shorten
from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for, message_in
from handlers.desk.confirmations import officer_tap, refuse_as_invalid
from handlers.desk.officers import Role, may, record
from handlers.desk.question_tables import send_table
from handlers.desk.teaching import ask_for_meaning
from handlers.markup import bold, escape
from handlers.messages import Button, Message, fill_messages
from handlers.replying.replies import reply
from handlers.replying.tap_replies import GONE, add_below, harmless, put_in_place, refuse
from handlers.services import Services
from knowledge.loading.golden import GoldenQuestion, add_golden
from knowledge.ranking.alike import group_alike
from knowledge.stores.misses import Fate, KeptMiss, MissStore
from knowledge.values.answers import Citation
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import mark
from knowledge.values.references import Reference

_log = logging.getLogger(__name__)

QUESTIONS = r"^mq1:"
"""Prefix of the data of this module's buttons."""

ON_A_PAGE = 4
OFFERED = 4
"""Provisions offered as the answer to a question."""

_FORM = re.compile(
    rf"mq1:(?P<wish>[a-z]+):{LANGUAGE}:(?P<number>\d{{1,12}})"
    rf"(?::{DOCUMENT}:{REFERENCE}|:(?P<place>\d))?"
)
_TITLE = mark("Preguntas sin contestar bien: {number}")
_NONE = mark("No hay preguntas guardadas. Solo se guardan las de quienes lo autorizan, por treinta días.")
_WHICH = mark("¿Cuál disposición contesta «{question}»? Si es otra, escriba /respuesta {number} 16a")
_ADDED = mark("Anotado: cada recarga comprobará que «{question}» se conteste con {citation}.")
_HOW = mark("Escriba el número de la pregunta y la disposición: /respuesta 12 16a")
_NO_QUESTION = mark("No hay una pregunta guardada con el número {number}.")
_NO_PROVISION = mark("No sé qué disposición es «{words}».")
_WORDS = 60
_FATES = {Fate.UNANSWERED: mark("sin respuesta"), Fate.DISLIKED: mark("no era lo que buscaba")}


class Wish(StrEnum):
    """What a tap asks for: a page, possible answers, a golden question, a synonym, or to discard it."""

    PAGE = "page"
    ANSWER = "answer"
    GOLDEN = "golden"
    TEACH = "teach"
    DISCARD = "discard"


class QuestionTap(NamedTuple):
    """A tap on a page, or on a kept question by its number; `place` is the index of one of its words."""

    wish: Wish
    language: str
    number: int
    document: str = ""
    reference: Reference | None = None
    place: int = 0

    @classmethod
    def parse(cls, data: str) -> Self:
        """Parse the data of a button; raise ValueError if it isn't ours."""
        match = read_data(_FORM, data)
        reference = Reference.parse(match["reference"]) if match["reference"] else None
        number, place = int(match["number"]), int(match["place"] or 0)
        return cls(Wish(match["wish"]), match["language"], number, match["document"] or "", reference, place)

    def __str__(self) -> str:
        written = f"mq1:{self.wish}:{self.language}:{self.number}"
        if self.document:
            return f"{written}:{shorten(self.document)}:{self.reference}"
        return f"{written}:{self.place}" if self.place else written


async def show_questions(update: Update, context: Context) -> None:
    """List the kept questions, or send a file: /preguntas csv, /preguntas prueba."""
    catalogue, message = catalogue_for(update, context), message_in(update)
    if await send_table((context.args or [""])[0], context, message, catalogue):
        return
    teaches = may(update, context, Role.ADMIN)
    await reply(message, [_page(context.services, catalogue, 1, teaches=teaches)])


async def answer_question(update: Update, context: Context) -> None:
    """Set the provision that answers a kept question: /respuesta 12 16a."""
    services, catalogue, message = context.services, catalogue_for(update, context), message_in(update)
    number, *words = context.args or [""]
    if not number.isdecimal() or not words:
        await reply(message, [Message(escape(catalogue.text(_HOW)))])
        return
    miss = _kept(services, int(number))
    if miss is None:
        await reply(message, [Message(escape(catalogue.text(_NO_QUESTION, number=number[:12])))])
        return
    named = " ".join(words)
    answer, _ = services.base.look_up(
        "conclusión", named, today=services.today(), language=catalogue.language
    )
    if len(answer.findings) != 1:
        said = catalogue.text(_NO_PROVISION, words=named[:_WORDS])
        await reply(message, [Message(escape(said))])
        return
    await reply(message, [await _make_golden(update, context, miss, answer.findings[0].citation)])


async def tap_questions(update: Update, context: Context) -> None:
    """Handle a tap on a button under the list."""
    query = await officer_tap(update, context, Role.EDITOR, "questions")
    if query is None:
        return
    try:
        tap = QuestionTap.parse(query.data or "")
    except ValueError:
        await refuse_as_invalid(query, update, context)
        return
    teaches = may(update, context, Role.ADMIN)
    if tap.wish is Wish.TEACH and not teaches:
        await refuse_as_invalid(query, update, context)
        return
    services, catalogue = context.services, context.services.catalogues[tap.language]
    miss = None if tap.wish is Wish.PAGE else _kept(services, tap.number)
    if tap.wish is not Wish.PAGE and miss is None:
        await refuse(query, catalogue.text(GONE))
        return
    with harmless():
        await query.answer()
    if miss is None:
        await put_in_place(query, _page(services, catalogue, tap.number, teaches=teaches))
    else:
        await _do(update, context, query, tap, miss)


async def _do(
    update: Update, context: Context, query: CallbackQuery, tap: QuestionTap, miss: KeptMiss
) -> None:
    services, catalogue = context.services, context.services.catalogues[tap.language]
    match tap.wish:
        case Wish.ANSWER:
            await add_below(query, _offer(services, catalogue, miss))
        case Wish.TEACH:
            await ask_for_meaning(
                update,
                context,
                query,
                miss,
                tap.place,
                catalogue,
                lambda place: str(tap._replace(place=place)),
            )
        case Wish.GOLDEN:
            citation = next((each for each in _offered(services, miss) if _is(tap, each)), None)
            if citation is None:
                await add_below(query, Message(escape(catalogue.text(GONE))))
                return
            await put_in_place(query, await _make_golden(update, context, miss, citation))
        case _:
            group = next(each for each in _groups(services) if miss in each)
            ids = tuple(each.id for each in group)
            await services.change(lambda state: MissStore(state).discard(ids))
            await record(update, context, "discard_question", ", ".join(map(str, ids)))
            await put_in_place(query, _page(services, catalogue, 1, teaches=may(update, context, Role.ADMIN)))


async def _make_golden(update: Update, context: Context, miss: KeptMiss, citation: Citation) -> Message:
    """Make a question golden, to be checked at each reload; its text is then kept permanently."""
    services, catalogue = context.services, catalogue_for(update, context)
    golden = GoldenQuestion(text=miss.text, document=citation.document, reference=citation.reference)
    path = services.backups.folder.golden
    try:
        await services.change(lambda _: add_golden(path, golden))
    except (KnowledgeError, OSError) as error:
        said = catalogue.notice(error.notice) if isinstance(error, KnowledgeError) else str(error.strerror)
        return Message(escape(said))
    await services.change(lambda state: MissStore(state).discard((miss.id,)))
    await record(update, context, "golden_question", citation.key, after=miss.text)
    said = catalogue.text(_ADDED, question=_short(miss), citation=catalogue.citation(citation))
    return Message(escape(said))


def _page(services: Services, catalogue: Catalogue, page: int, *, teaches: bool) -> Message:
    """Write a page of the list, with buttons for each group of questions; only admins teach words."""
    groups = _groups(services)
    if not groups:
        return Message(escape(catalogue.text(_NONE)))
    last = -(-len(groups) // ON_A_PAGE)
    page = min(max(page, 1), last)
    shown = groups[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
    blocks = [bold(catalogue.text(_TITLE, number=sum(map(len, groups))))]
    blocks += ["\n".join(_entry(group, services, catalogue)) for group in shown]
    rows = [tuple(_buttons(group[0], catalogue, teaches=teaches)) for group in shown]
    turns = [
        Button(label, str(QuestionTap(Wish.PAGE, catalogue.language, number)))
        for label, number in (("◀", page - 1), (f"{page}/{last}", page), ("▶", page + 1))
        if 1 <= number <= last
    ]
    (message,) = fill_messages(blocks, (*rows, tuple(turns)) if last > 1 else tuple(rows))
    return message


def _entry(group: Sequence[KeptMiss], services: Services, catalogue: Catalogue) -> Iterator[str]:
    head = group[0]
    times = f" ×{len(group)}" if len(group) > 1 else ""
    yield f"<b>{head.id}.</b> «{escape(_short(head))}»{times}"
    day = catalogue.day(services.here(head.kept_at).date())
    yield f"{escape(catalogue.text(_FATES.get(head.fate, head.fate.value)))} · {escape(day)}"


def _buttons(miss: KeptMiss, catalogue: Catalogue, *, teaches: bool) -> Iterator[Button]:
    for label, wish in (
        (mark("Es la conclusión…"), Wish.ANSWER),
        (mark("Sinónimo"), Wish.TEACH),
        (mark("Descartar"), Wish.DISCARD),
    ):
        if wish is Wish.TEACH and not teaches:
            continue
        text = f"{miss.id} · {catalogue.text(label)}"
        yield Button(text, str(QuestionTap(wish, catalogue.language, miss.id)))


def _offer(services: Services, catalogue: Catalogue, miss: KeptMiss) -> Message:
    said = catalogue.text(_WHICH, question=_short(miss), number=miss.id)
    taps = (
        (
            catalogue.citation(each),
            QuestionTap(Wish.GOLDEN, catalogue.language, miss.id, each.document, each.reference),
        )
        for each in _offered(services, miss)
    )
    return Message(escape(said), tuple((Button(label, str(tap)),) for label, tap in taps))


def _offered(services: Services, miss: KeptMiss) -> list[Citation]:
    found = services.base.offered(miss.text, today=services.today(), language=miss.language)
    return [each.citation for each in found[:OFFERED]]


def _groups(services: Services) -> list[list[KeptMiss]]:
    kept = MissStore(services.state).kept()
    groups = group_alike([each.text for each in kept], services.base.encode_questions)
    return [[kept[place] for place in group] for group in groups]


def _kept(services: Services, number: int) -> KeptMiss | None:
    return next((each for each in MissStore(services.state).kept() if each.id == number), None)


def _is(tap: QuestionTap, citation: Citation) -> bool:
    return shorten(citation.document) == tap.document and citation.reference == tap.reference


def _short(miss: KeptMiss) -> str:
    return miss.text if len(miss.text) <= _WORDS else f"{miss.text[:_WORDS]}…"
