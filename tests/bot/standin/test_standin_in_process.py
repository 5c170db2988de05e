"""The in-process form, with a small real application over it."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.standin import Standin, StandinRequest, settle

App = Application[Any, Any, Any, Any, Any, Any]


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.effective_message
    again = InlineKeyboardMarkup([[InlineKeyboardButton("Otra vez", callback_data="again")]])
    await update.effective_message.reply_html(f"<b>{update.effective_message.text}</b>", reply_markup=again)


async def start(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.effective_message
    await update.effective_message.reply_text("Bienvenida")


async def again(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
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
    built.add_handler(CallbackQueryHandler(again))
    async with built:
        yield built


async def test_a_person_talks_to_a_real_application(standin: Standin, application: App) -> None:
    ana = standin.person(7, "Ana", "es")
    ana.writes("/start")
    ana.writes("hola")
    handled = await settle(application, standin)
    assert handled == 2
    assert [message.text for message in ana.inbox] == ["Bienvenida", "hola"]
    tap = ana.taps("Otra vez")
    await settle(application, standin)
    assert (tap.text, ana.inbox[-1].text, ana.inbox[-1].versions) == ("Hecho", "Otra vez", ["hola"])
    assert [event.kind for event in ana.reads()] == ["message", "message", "answer", "edit"]
