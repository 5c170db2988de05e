"""/cumplida, /en_curso, /reabrir: an officer marks the status of a commitment."""

import re
from collections.abc import Sequence
from functools import partial

from telegram import Update
from telegram.ext import filters

from handlers.context import Context, catalogue_for, message_in
from handlers.desk.officers import Callback, Role, for_officers
from handlers.desk.tracking.evidence import keep_evidence
from handlers.desk.tracking.keeping import keep_draft, keep_marks
from handlers.desk.tracking.words import MAX_OFFERED, ask_which
from handlers.hearing.prompts import wait_for
from handlers.markup import escape
from handlers.messages import Message
from handlers.replying.replies import reply
from knowledge.stores.drafts import Draft
from knowledge.stores.prompts import Prompt
from knowledge.tracking.markable import Markable
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import Notice, mark
from knowledge.values.tracking import Evidence, Fulfilment, Mark

_HOW = mark(
    "Escriba la disposición y, si quiere, quién, cuándo y una nota: "
    "«16a {country}, ayer, entregó su informe». Un archivo con la orden como texto queda de constancia."
)
_DENIED = mark(
    "«{note}» parece decir que no. No se anotó nada. Si era una nota, escríbala después de dos puntos."
)
NOT_SAVED = mark("No se anotó nada: {reason}")
_NO_COPY = mark("El archivo pasa de 20 MB: la única copia es la de Telegram.")

CAPTIONS = {
    "cumplida": Fulfilment.DONE,
    "cumplido": Fulfilment.DONE,
    "done": Fulfilment.DONE,
    "en_curso": Fulfilment.IN_PROGRESS,
    "encurso": Fulfilment.IN_PROGRESS,
    "in_progress": Fulfilment.IN_PROGRESS,
    "inprogress": Fulfilment.IN_PROGRESS,
    "reabrir": Fulfilment.OPEN,
    "reopen": Fulfilment.OPEN,
}
"""The commands that a file's caption may begin with."""

_NAMES = {Fulfilment.DONE: "done", Fulfilment.IN_PROGRESS: "in_progress", Fulfilment.OPEN: "reopen"}
"""The commands of the prompts that ask for a missing provision."""

EVIDENCE = (filters.Document.ALL | filters.PHOTO) & filters.CaptionRegex(
    re.compile(rf"^/({'|'.join(CAPTIONS)})(@\w+)?\b", re.IGNORECASE)
)
"""Files with such a caption."""


def marking(fulfilment: Fulfilment) -> Callback:
    """Return the handler of the command that marks a commitment as done, in progress or open."""
    return partial(_mark, fulfilment=fulfilment)


async def mark_by_caption(update: Update, context: Context) -> None:
    """Take a file as evidence for the command in its caption."""
    name, _, words = (message_in(update).caption or "").partition(" ")
    context.args = words.split()
    fulfilment = CAPTIONS[name.removeprefix("/").partition("@")[0].lower()]
    await for_officers(Role.EDITOR, "track", marking(fulfilment))(update, context)


async def _mark(update: Update, context: Context, fulfilment: Fulfilment) -> None:
    message, catalogue, services = message_in(update), catalogue_for(update, context), context.services
    words = " ".join(context.args or ())
    if not words:
        await reply(message, [Message(escape(catalogue.text(_HOW)))])
        if message.text:  # a file wouldn't be attached any more once the words come
            await wait_for(update, context, Prompt(command=_NAMES[fulfilment]))
        return
    found = services.base.markable.find(words, today=services.today())
    if isinstance(found, Notice):
        await reply(message, [Message(escape(catalogue.notice(found)))])
        return
    if found.is_denied and fulfilment is Fulfilment.DONE:
        await reply(message, [Message(escape(catalogue.text(_DENIED, note=found.note)))])
        return
    try:
        evidence = await keep_evidence(message, services.state.path.parent)
        options = tuple(
            tuple(made for each in together for made in found.marks(each, fulfilment, evidence))
            for together in found.alternatives
        )
        if len(options) == 1:
            # The same message may reach us twice.
            nonce = f"m{message.chat.id}.{message.message_id}"
            answer = await keep_marks(update, context, options[0], nonce)
        else:
            answer = await _ask(update, context, found, options)
    except KnowledgeError as error:
        reason = catalogue.notice(error.notice)
        answer = Message(escape(catalogue.text(NOT_SAVED, reason=reason)))
    else:
        answer = _remarked(answer, evidence, catalogue.text(_NO_COPY))
    await reply(message, [answer])


async def _ask(
    update: Update, context: Context, found: Markable, options: Sequence[tuple[Mark, ...]]
) -> Message:
    """Ask which commitment is meant, and keep the draft until one is chosen."""
    nonce = await keep_draft(update, context, Draft(options=tuple(options[:MAX_OFFERED])))
    asked = next(iter(context.args or ()), "")
    return ask_which(nonce, found.alternatives, asked, catalogue_for(update, context))


def _remarked(message: Message, evidence: Evidence | None, remark: str) -> Message:
    """Add a remark if a file is so big that only Telegram has it."""
    if evidence is None or evidence.kept:
        return message
    return message._replace(markup=f"{message.markup}\n{escape(remark)}")
