"""/historial: all marks of a commitment, who made them when, and their evidence files."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

from telegram import CallbackQuery, Update

from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for, message_in
from handlers.desk.tracking.taps import MarkAction, MarkTap
from handlers.desk.tracking.words import describe_mark
from handlers.hearing.prompts import ask_back
from handlers.markup import bold, escape, folded
from handlers.messages import Button, Message, fill_messages
from handlers.replying.replies import reply, send_document
from handlers.replying.tap_replies import GONE, harmless, refuse
from handlers.services import Services
from knowledge.stores.data_folder import DataFolder
from knowledge.stores.marks import Change, MarkStore
from knowledge.stores.prompts import Prompt
from knowledge.tracking.markable import Candidate
from knowledge.values.notices import Notice, mark
from knowledge.values.tracking import Evidence

MOST = 4
"""Most provisions whose history is shown if the words match several."""

_WHICH = mark("¿De qué disposición? Escriba el número, por ejemplo 16a")
_SAID = mark("{day}, por {user}: {said}")
_UNDONE = mark("(deshecho)")
_NOTHING = mark("No se ha anotado nada.")
_SECOND = mark("compromiso {ordinal}")
_FILES = 8
_UNFOLDED = 4
"""Newest entries of a provision that are shown unfolded; notes have up to 300 characters."""
_FOLDED_TOGETHER = 8
"""Entries in one folded block; a message can hold these whatever their length."""


async def show_history(update: Update, context: Context) -> None:
    """Show the history of the provision named after the command."""
    message, catalogue, services = message_in(update), catalogue_for(update, context), context.services
    words = " ".join(context.args or ())
    if not words:
        await ask_back(update, context, Prompt(command="history"), _WHICH)
        return
    found = services.base.markable.find(words, today=services.today())
    if isinstance(found, Notice):
        await reply(message, [Message(escape(catalogue.notice(found)))])
        return
    provisions = {(each.key.document, each.key.reference): each for each in reversed(found.candidates)}
    blocks: list[str] = []
    files: list[Button] = []
    for (document, reference), candidate in [*reversed(provisions.items())][:MOST]:
        changes = MarkStore(services.state).history(document, reference)
        blocks += _blocks(candidate, changes, catalogue, services)
        files += _files(changes, catalogue)
    await reply(message, fill_messages(blocks, tuple((file,) for file in files[-_FILES:])))


async def send_evidence(update: Update, context: Context, query: CallbackQuery, tap: MarkTap) -> None:
    """Send an evidence file: our copy, or else Telegram's."""
    services = context.services
    change = MarkStore(services.state).change(tap.number)
    evidence = change.marks[tap.place].evidence if change and tap.place < len(change.marks) else None
    content = await asyncio.to_thread(_content, services.state.path.parent, evidence) if evidence else None
    if evidence is None or not content:
        await refuse(query, catalogue_for(update, context).text(GONE))
        return
    with harmless():
        await query.answer()
    await send_document(update, content, evidence.name, escape(evidence.name))


def _content(folder: Path, evidence: Evidence) -> bytes | str:
    copy = DataFolder(folder).evidence / evidence.kept
    return copy.read_bytes() if evidence.kept and copy.is_file() else evidence.file_id


def _blocks(
    candidate: Candidate, changes: tuple[Change, ...], catalogue: Catalogue, services: Services
) -> Iterator[str]:
    """Yield the marks of a provision, newest last; older ones are in folded blocks."""
    lines = list(_lines(candidate, changes, catalogue, services)) or [catalogue.text(_NOTHING)]
    older, newest = lines[:-_UNFOLDED], lines[-_UNFOLDED:]
    yield "\n".join([bold(catalogue.citation(candidate.citation)), *(() if older else map(escape, newest))])
    for start in range(0, len(older), _FOLDED_TOGETHER):
        yield folded("\n".join(older[start : start + _FOLDED_TOGETHER]))
    if older:
        yield "\n".join(map(escape, newest))


def _lines(
    candidate: Candidate, changes: tuple[Change, ...], catalogue: Catalogue, services: Services
) -> Iterator[str]:
    """Yield the marks of a provision, a line each."""
    reference = candidate.key.reference
    for change in changes:
        for made in change.marks:
            if (made.key.document, made.key.reference) != (candidate.key.document, reference):
                continue
            told = [describe_mark(made, catalogue)]
            if made.key.ordinal > 1:
                told.append(catalogue.text(_SECOND, ordinal=made.key.ordinal))
            if change.is_undone:
                told.append(catalogue.text(_UNDONE))
            said = " ".join(told)
            day = services.here(change.at).date()
            yield f"• {catalogue.text(_SAID, day=day, user=change.user_id, said=said)}"


def _files(changes: tuple[Change, ...], catalogue: Catalogue) -> Iterator[Button]:
    for change in changes:
        for place, made in enumerate(change.marks):
            if made.evidence and place == 0:  # show a file once, even if it is for several parties
                tap = MarkTap(MarkAction.EVIDENCE, catalogue.language, str(change.number), place)
                yield Button(f"📎 {made.evidence.name}"[:60], str(tap))
