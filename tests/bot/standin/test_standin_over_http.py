"""The HTTP form, polled by a real application."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import pytest
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from bot.standin import Standin, StandinServer

App = Application[Any, Any, Any, Any, Any, Any]


@pytest.fixture
def server(standin: Standin) -> Iterator[StandinServer]:
    with StandinServer(standin) as running:
        yield running


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.effective_message
    await update.effective_message.reply_html(f"<i>{update.effective_message.text}</i>")


async def send_back(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.effective_message
    assert update.effective_message.document
    received = await update.effective_message.document.get_file()
    content = bytes(await received.download_as_bytearray())
    await update.effective_message.reply_document(content, filename="Acta «final».txt", caption="copia")


@pytest.fixture
async def polling(standin: Standin, server: StandinServer) -> AsyncIterator[App]:
    application = (
        Application.builder()
        .token(standin.token)
        .base_url(f"{server.origin}/bot")
        .base_file_url(f"{server.origin}/file/bot")
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.add_handler(MessageHandler(filters.Document.ALL, send_back))
    async with application:
        assert application.updater
        await application.updater.start_polling(timeout=30)
        await application.start()
        yield application
        await application.updater.stop()
        await application.stop()


async def until(standin: Standin, condition: Callable[[], object]) -> None:
    await asyncio.to_thread(standin.waits_until, condition)


@pytest.mark.usefixtures("polling")
async def test_a_polling_application_answers_as_soon_as_somebody_writes(standin: Standin) -> None:
    ana = standin.person(7, "Ana")
    ana.writes("hola")
    await until(standin, lambda: ana.inbox)
    assert ana.inbox[0].body.entities[0].type == "italic"


@pytest.mark.usefixtures("polling")
async def test_a_document_goes_there_and_back_unchanged(standin: Standin) -> None:
    content = b"\r\n--x\r\n\x00\xff" * 1000
    ana = standin.person(7, "Ana")
    ana.sends_document(content, "acta.txt")
    await until(standin, lambda: ana.inbox)
    returned = ana.inbox[0].document
    assert returned
    assert (returned.name, returned.content, ana.inbox[0].text) == ("Acta «final».txt", content, "copia")
