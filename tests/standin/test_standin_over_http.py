"""The HTTP form, polled by a real application."""

import asyncio
import contextlib
import http.client
import json
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from standin import Person, Standin, StandinServer

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


def post(server: StandinServer, path: str, body: bytes, kind: str) -> tuple[int, Any]:
    """Send a request without the library and give the status and the decoded body."""
    host = server.origin.removeprefix("http://")
    connection = http.client.HTTPConnection(host)
    with contextlib.closing(connection):
        connection.request("POST", path, body, {"Content-Type": kind})
        response = connection.getresponse()
        return response.status, json.loads(response.read())


@pytest.mark.parametrize(
    ("query", "body", "kind"),
    [
        pytest.param("?chat_id=7&text=a%26b", b"", "", id="query string"),
        pytest.param("", b"chat_id=7&text=a%26b", "application/x-www-form-urlencoded", id="form"),
        pytest.param("", b'{"chat_id": 7, "text": "a&b"}', "application/json; charset=utf-8", id="JSON"),
        pytest.param(
            "",
            b'--B\r\nContent-Disposition: form-data; name="chat_id"\r\n\r\n7\r\n'
            b'--B\r\nContent-Disposition: form-data; name="text"\r\n\r\na&b\r\n--B--\r\n',
            "multipart/form-data; boundary=B",
            id="multipart",
        ),
    ],
)
def test_parameters_come_in_every_form(
    standin: Standin, ana: Person, server: StandinServer, query: str, body: bytes, kind: str
) -> None:
    status, reply = post(server, f"/bot{standin.token}/sendMessage{query}", body, kind)
    assert (status, reply["result"]["text"]) == (200, "a&b")
    assert [message.text for message in ana.inbox] == ["a&b"]


@pytest.mark.parametrize(
    ("body", "kind", "reason"),
    [
        pytest.param(b"{", "application/json", "can't parse request JSON object", id="broken JSON"),
        pytest.param(b"[]", "application/json", "object expected", id="JSON list"),
        pytest.param(
            b"", "multipart/form-data", "boundary expected in multipart/form-data", id="no boundary"
        ),
    ],
)
def test_a_broken_body_is_refused(
    standin: Standin, server: StandinServer, body: bytes, kind: str, reason: str
) -> None:
    status, reply = post(server, f"/bot{standin.token}/getMe", body, kind)
    assert (status, reply["description"]) == (400, f"Bad Request: {reason}")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/", 404, id="no bot"),
        pytest.param("/bot1:a/getMe", 401, id="wrong token"),
        pytest.param("/file/bot{token}/documents/x", 404, id="unknown file"),
        pytest.param("/bot{token}/getMe", 200, id="right"),
    ],
)
def test_a_path_leads_somewhere_or_not(
    standin: Standin, server: StandinServer, path: str, status: int
) -> None:
    assert post(server, path.format(token=standin.token), b"", "")[0] == status


def test_two_pollers_meet(standin: Standin, ana: Person, server: StandinServer) -> None:
    path = f"/bot{standin.token}/getUpdates?timeout=50"
    with ThreadPoolExecutor() as pool:
        first = pool.submit(post, server, path, b"", "")
        standin.waits_until(lambda: len(standin.calls) == 1)
        second = pool.submit(post, server, path, b"", "")
        assert first.result()[0] == 409
        ana.writes("a")
        assert second.result()[1]["result"][0]["message"]["text"] == "a"


def test_closing_ends_a_poll_that_waits(standin: Standin) -> None:
    with ThreadPoolExecutor() as pool:
        with StandinServer(standin) as running:
            path = f"/bot{standin.token}/getUpdates?timeout=50"
            poll = pool.submit(post, running, path, b"", "")
            standin.waits_until(lambda: len(standin.calls) == 1)
        with pytest.raises(http.client.RemoteDisconnected):
            poll.result()
