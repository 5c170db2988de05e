"""/avance: who has done what, for all meetings or one, in a table that fits on a phone."""

import logging
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Self

from telegram import Update

from handlers.button_data import LANGUAGE, read_data
from handlers.callbacks import Form, PageTap
from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for, message_in
from handlers.desk.officers import Role, count_refusal, may
from handlers.markup import bold, copied, escape
from handlers.messages import Button, Keyboard, Message
from handlers.replying.replies import reply
from handlers.replying.tap_replies import INVALID, refuse, show
from knowledge.lists.balances import NOBODY, Balance
from knowledge.stores.documents import Document
from knowledge.values.notices import Notice, mark, mark_plural
from knowledge.values.questions import Overview, OverviewKind

_log = logging.getLogger(__name__)

BALANCES = r"^bal1:"
"""Prefix of the data of this module's buttons."""

PAGE = 12
"""Parties on a page."""

_FORM = re.compile(rf"bal1:{LANGUAGE}:(?P<page>[1-9]\d{{0,2}}):(?P<words>.*)", re.DOTALL)
_WORDS = 40  # bytes of the words after the command that a button can hold
_IN_A_ROW = 3
_NAME = 14
_TITLE = mark("Avance al {day}")
_OF_MEETINGS = mark_plural("De {number} reunión", "De {number} reuniones")
_LEGEND = mark("✓ cumplidos · ↻ en curso · ○ pendientes · ! vencidos de estos dos")
_UNNAMED = mark("Sin nombrar")
_NONE = mark("No consta ningún compromiso ahí.")
_HEAD = ("✓", "↻", "○", "!")


class BalanceTap(NamedTuple):
    """A tap on another page of the table for some words."""

    language: str
    page: int
    words: str

    @classmethod
    def parse(cls, data: str) -> Self:
        """Parse the data of a button; raise ValueError if it isn't ours."""
        match = read_data(_FORM, data)
        return cls(match["language"], int(match["page"]), match["words"])

    def __str__(self) -> str:
        return f"bal1:{self.language}:{self.page}:{self.words}"


async def show_balances(update: Update, context: Context) -> None:
    """Show who has done what, for all meetings or those that the words name."""
    words = " ".join(context.args or ())
    await reply(message_in(update), [_table(context, words, 1, catalogue_for(update, context))])


async def tap_balances(update: Update, context: Context) -> None:
    """Turn to the page that a button names."""
    query = update.callback_query
    if query is None:
        return
    catalogue = catalogue_for(update, context)
    try:
        tap = BalanceTap.parse(query.data or "")
    except ValueError:
        _log.warning("a tap that is not ours")
        await refuse(query, catalogue.text(INVALID))
        return
    if not may(update, context, Role.EDITOR):
        await count_refusal(context, "balances")
        await refuse(query, catalogue.text(INVALID))
        return
    table = _table(context, tap.words, tap.page, context.services.catalogues[tap.language])
    await show(query, [table], in_place=True)


def _table(context: Context, words: str, page: int, catalogue: Catalogue) -> Message:
    services = context.services
    today = services.today()
    found = services.base.balances(words, today=today)
    if isinstance(found, Notice):
        return Message(escape(catalogue.notice(found)))
    acts, balances = found
    if not balances:
        return Message(escape(catalogue.text(_NONE)))
    is_paged = len(words.encode()) <= _WORDS
    pages = -(-len(balances) // PAGE) if is_paged else 1
    page = min(page, pages)
    shown = balances[(page - 1) * PAGE : page * PAGE] if is_paged else balances
    several = catalogue.count(*_OF_MEETINGS, len(acts))
    where = catalogue.meeting(acts[0].meeting) if len(acts) == 1 else several
    lines = [
        bold(catalogue.text(_TITLE, day=today)),
        escape(where),
        copied("\n".join(_lines(shown, catalogue))),
        escape(catalogue.text(_LEGEND)),
    ]
    turns = _pager(words, page, pages, catalogue)
    return Message("\n".join(lines), (*_openers(shown, acts, catalogue), *([turns] if turns else [])))


def _lines(balances: Sequence[Balance], catalogue: Catalogue) -> Iterator[str]:
    rows = [(each.done, each.in_progress, each.open, each.overdue) for each in balances]
    width = max(3, max(len(str(count)) for row in rows for count in row) + 1)
    yield " " * _NAME + "".join(sign.rjust(width) for sign in _HEAD)
    for balance, row in zip(balances, rows, strict=True):
        name = catalogue.party(balance.party) if balance.party else catalogue.text(_UNNAMED)
        short = name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"
        yield short.ljust(_NAME) + "".join(str(count).rjust(width) for count in row)


def _openers(balances: Sequence[Balance], acts: Sequence[Document], catalogue: Catalogue) -> Keyboard:
    """Return the buttons that open each party's pending commitments."""
    where = acts[0].slug if len(acts) == 1 else None
    buttons = [
        Button(
            catalogue.party(each.party),
            str(
                PageTap(
                    catalogue.language,
                    Overview(kind=OverviewKind.PENDING, party=each.party, where=where),
                    Form.OPEN,
                )
            ),
        )
        for each in balances
        if each.party != NOBODY and catalogue.knows(each.party)
    ]
    return tuple(tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW))


def _pager(words: str, page: int, pages: int, catalogue: Catalogue) -> tuple[Button, ...]:
    turns = ((f"◀ {page - 1}", page - 1), (f"{page + 1} ▶", page + 1))
    return tuple(
        Button(label, str(BalanceTap(catalogue.language, number, words)))
        for label, number in turns
        if 1 <= number <= pages
    )
