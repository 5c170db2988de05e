"""Show only the first of many findings; «Ver 5 más» replaces them by all."""

import re
from typing import NamedTuple

from pydantic import TypeAdapter
from telegram import Update

from handlers.answers.rendering import AnswerRenderer
from handlers.catalogue import LANGUAGES
from handlers.context import Context
from handlers.messages import Button, Message
from handlers.replying.memory import recall
from handlers.replying.tap_replies import GONE, refuse, show
from handlers.services import Services
from knowledge.base import KnowledgeBase
from knowledge.stores.kept_messages import Kept, KeptMessages
from knowledge.values.answers import Answer
from knowledge.values.questions import QuestionKind

AT_ONCE = 3
"""Findings that a message shows until the reader asks for more."""

PATTERN = re.compile(rf"m1:(?P<language>{'|'.join(LANGUAGES)}):(?P<token>[0-9a-f]{{16}})$")

_MESSAGES = TypeAdapter(list[Message])


class Shown(NamedTuple):
    """The messages of an answer, and the content to keep for a button under them."""

    messages: list[Message]
    kept: Kept | None = None


def show_first(answer: Answer, renderer: AnswerRenderer, base: KnowledgeBase) -> Shown:
    """Render an answer; if it has many findings, only the first of them."""
    messages = renderer.messages(answer, base.surroundings(answer))
    rest = len(answer.findings) - AT_ONCE
    # Lists turn pages, and meetings take a line each.
    if rest <= 0 or answer.overview or answer.card or answer.kind is QuestionKind.MEETING:
        return Shown(messages)
    kept = keep_for(answer, messages, base)
    *before, last = renderer.messages(
        answer.model_copy(update={"findings": answer.findings[:AT_ONCE]}), base.surroundings(answer)
    )
    label = renderer.catalogue.count("Ver {number} más", "Ver {number} más", rest)
    more = Button(label, f"m1:{answer.language}:{kept.token}")
    return Shown([*before, last._replace(buttons=(*last.buttons, (more,)))], kept)


def keep_for(answer: Answer, messages: list[Message], base: KnowledgeBase) -> Kept:
    """Prepare the messages of an answer to be kept, for a button to show."""
    quoted = {finding.citation.document for finding in answer.findings}
    acts = {each.slug: each.sha256 for each in base.documents() if each.slug in quoted}
    return Kept(content=_MESSAGES.dump_json(messages).decode(), acts=acts)


def kept_messages(services: Services, token: str) -> list[Message]:
    """Return the kept messages for a token.

    Raises:
        LookupError: they are no longer kept, or a quoted act has changed or been retired.
    """
    kept = recall(lambda: KeptMessages(services.state).find(token, at=services.now()))
    loaded = {each.slug: each.sha256 for each in services.base.documents()}
    if kept is None or any(loaded.get(slug) != digest for slug, digest in kept.acts.items()):
        raise LookupError(token)
    return _MESSAGES.validate_json(kept.content)


async def tap_more(update: Update, context: Context) -> None:
    """Replace the first findings of an answer by all of them."""
    query = update.callback_query
    asked = PATTERN.match(query.data or "") if query else None
    if query is None or asked is None:
        return
    try:
        messages = kept_messages(context.services, asked["token"])
    except LookupError:
        await refuse(query, context.services.catalogues[asked["language"]].text(GONE))
        return
    await show(query, messages, in_place=True)
