"""@bot mujer migrante, in any chat: offer matching provisions, to send one with its citation.

The messages sent this way have no buttons, since the bot may not be in that chat.
"""

import re
from collections.abc import Sequence
from hashlib import blake2s
from textwrap import shorten

from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)

from handlers.answers.findings import FindingRenderer
from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for
from handlers.replying.tap_replies import harmless
from handlers.services import Services
from knowledge.values.answers import Fact, Finding
from knowledge.values.notices import mark
from knowledge.values.questions import Overview, OverviewKind, Stage

PAGE = 20
"""Provisions offered at a time; scrolling asks for more."""

CACHED = 30
"""Seconds for which Telegram may cache results; the loaded acts may change at any moment."""

_DESCRIPTION = 160  # two lines of a phone
_NOTHING = mark("No consta. Pregunte en privado")
_ASK = mark("Preguntar en privado")
_START = "inline"  # the button's argument of /start


async def offer(update: Update, context: Context) -> None:
    """Offer provisions that match an inline query, or the next deadlines if it is empty."""
    query = update.inline_query
    if query is None:
        return
    catalogue = catalogue_for(update, context)
    page = _page_at(query.offset)
    findings, has_more = _page(context.services, query.query, page, catalogue.language)
    renderer = FindingRenderer(catalogue, context.services.today())
    results = [_article(finding, number, renderer, catalogue) for number, finding in enumerate(findings)]
    is_empty = not results and page == 1
    with harmless():
        await query.answer(
            results,
            cache_time=CACHED,
            is_personal=True,
            next_offset=str(page + 1) if has_more else None,
            button=InlineQueryResultsButton(
                catalogue.text(_NOTHING if is_empty else _ASK), start_parameter=_START
            ),
        )


def _page_at(offset: str) -> int:
    """Parse the page number that we gave Telegram as next offset; return the first page if it isn't ours."""
    return int(offset) if re.fullmatch("[1-9][0-9]?", offset) else 1


def _page(services: Services, words: str, page: int, language: str) -> tuple[Sequence[Finding], bool]:
    """Return a page of findings for some words, and whether another follows."""
    base, today = services.base, services.today()
    if words.strip():
        found = base.offered(words, today=today, language=language)
        start = (page - 1) * PAGE
        return found[start : start + PAGE], len(found) > start + PAGE
    due = Overview(kind=OverviewKind.DEADLINES, stage=Stage.AHEAD, page=page)
    answer = base.overview(due, today=today, language=language)
    opened = [
        finding.model_copy(update={"opening": (Fact.DEADLINE, Fact.RESPONSIBLE), "heading": None})
        for finding in answer.findings
    ]
    shown = answer.overview is not None and answer.overview.page == page
    return opened if shown else [], page < answer.pages


def _article(
    finding: Finding, number: int, renderer: FindingRenderer, catalogue: Catalogue
) -> InlineQueryResultArticle:
    """Build a result, which sends the fact, if there is one, the quotation, and the citation."""
    told = next(renderer.blocks(finding, folded=True))
    deadline = f"{catalogue.deadline(finding.deadline)} · " if finding.deadline else ""
    return InlineQueryResultArticle(
        id=blake2s(f"{finding.citation.key}:{number}".encode(), digest_size=16).hexdigest(),
        title=catalogue.citation(finding.citation),
        description=shorten(f"{deadline}{finding.quote}", _DESCRIPTION, placeholder="…"),
        input_message_content=InputTextMessageContent(told),
    )
