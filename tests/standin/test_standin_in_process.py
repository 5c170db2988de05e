"""The in-process form, under a real application."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from standin import (
    Person,
    RefusalError,
    Standin,
    StandinRequest,
    flood,
    forbidden,
    migrated,
    outage,
    settle,
    unauthorized,
)

App = Application[Any, Any, Any, Any, Any, Any]


async def start(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.effective_message
    await update.effective_message.reply_text("Bienvenida")


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.effective_message
    again = InlineKeyboardMarkup([[InlineKeyboardButton("Otra vez", callback_data="again")]])
    await update.effective_message.reply_html(f"<b>{update.effective_message.text}</b>", reply_markup=again)


async def repeat(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.callback_query
    await update.callback_query.answer("Hecho")
    await update.callback_query.edit_message_text("Otra vez")


@pytest.fixture
async def application(standin: Standin) -> AsyncIterator[App]:
    built = (
        Application.builder()
        .token(standin.token)
        .request(StandinRequest(standin))
        .get_updates_request(StandinRequest(standin))
        .build()
    )
    built.add_handler(CommandHandler("start", start))
    built.add_handler(MessageHandler(filters.TEXT & filters.UpdateType.MESSAGE, echo))
    built.add_handler(CallbackQueryHandler(repeat))
    async with built:
        yield built


async def test_a_person_talks_to_the_application(standin: Standin, application: App) -> None:
    ana = standin.person(7, "Ana")
    ana.writes("/start")
    ana.writes("hola")
    assert await settle(application, standin) == 2
    assert [message.text for message in ana.inbox] == ["Bienvenida", "hola"]
    tap = ana.taps("Otra vez")
    await settle(application, standin)
    assert (tap.text, ana.inbox[-1].text, ana.inbox[-1].versions) == ("Hecho", "Otra vez", ["hola"])
    assert [event.kind for event in ana.reads()] == ["message", "message", "answer", "edit"]


async def test_files_go_both_ways(ana: Person, application: App) -> None:
    document = ana.sends_document(b"\x00acta", "acta.pdf").document
    assert document
    fetched = await application.bot.get_file(document.file_id)
    assert bytes(await fetched.download_as_bytearray()) == b"\x00acta"
    await application.bot.send_document(ana.id, b"copia", filename="copia.pdf")
    returned = ana.inbox[0].document
    assert returned
    assert (returned.name, returned.content, returned.mime_type) == ("copia.pdf", b"copia", "application/pdf")


@pytest.mark.parametrize(
    ("refusal", "error", "text"),
    [
        pytest.param(flood(3), RetryAfter, "Flood control exceeded", id="429"),
        pytest.param(migrated(-5), ChatMigrated, "New chat id: -5", id="migration"),
        pytest.param(outage(), NetworkError, "Bad Gateway", id="502"),
        pytest.param(unauthorized(), InvalidToken, "Unauthorized", id="401"),
        pytest.param(forbidden("user is deactivated"), Forbidden, "user is deactivated", id="403"),
    ],
)
async def test_a_refusal_becomes_the_librarys_error(
    standin: Standin,
    application: App,
    monkeypatch: pytest.MonkeyPatch,
    refusal: RefusalError,
    error: type[TelegramError],
    text: str,
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # without it the library warns at every 429
    standin.fails("sendMessage", refusal)
    with pytest.raises(error, match=text):
        await application.bot.send_message(7, "a")


async def test_bad_html_reaches_the_handler_as_an_error(ana: Person, application: App) -> None:
    with pytest.raises(BadRequest, match='Can\'t parse entities: unsupported start tag "x" at byte offset 0'):
        await application.bot.send_message(ana.id, "<x>", parse_mode="HTML")


async def test_a_slow_send_times_out_though_it_was_delivered(
    standin: Standin, ana: Person, application: App
) -> None:
    standin.slows("sendMessage", 30)
    with pytest.raises(TimedOut):
        await application.bot.send_message(ana.id, "a", read_timeout=0.01)
    assert [message.text for message in ana.inbox] == ["a"]


async def test_a_poll_waits_for_somebody_to_write(ana: Person, application: App) -> None:
    poll = asyncio.create_task(application.bot.get_updates(timeout=30))
    await asyncio.sleep(0)
    ana.writes("hola")
    (update,) = await poll
    assert update.effective_message
    assert update.effective_message.text == "hola"
    assert await application.bot.get_updates(offset=update.update_id + 1) == ()


async def test_of_two_polls_the_first_ends_in_a_conflict(ana: Person, application: App) -> None:
    first = asyncio.create_task(application.bot.get_updates(timeout=30))
    await asyncio.sleep(0.01)
    second = asyncio.create_task(application.bot.get_updates(timeout=30))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first
    ana.writes("hola")
    assert len(await second) == 1


async def test_a_cancelled_poll_loses_nothing(ana: Person, application: App) -> None:
    poll = asyncio.create_task(application.bot.get_updates(timeout=30))
    await asyncio.sleep(0.01)
    poll.cancel()
    with pytest.raises(asyncio.CancelledError):
        await poll
    ana.writes("hola")
    assert len(await application.bot.get_updates(timeout=30)) == 1


async def test_an_application_polls_without_a_network(
    standin: Standin, ana: Person, application: App
) -> None:
    assert application.updater
    await application.updater.start_polling(timeout=30)
    await application.start()
    ana.writes("hola")
    await asyncio.to_thread(standin.waits_until, lambda: ana.inbox)
    await application.updater.stop()
    await application.stop()
    assert [message.text for message in ana.inbox] == ["hola"]
