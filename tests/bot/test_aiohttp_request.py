"""Calls to Telegram through aiohttp: what comes of one that fails, and what is left to httpx."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import aiohttp
import pytest
from telegram.error import NetworkError, TimedOut
from telegram.ext import ExtBot

from bot.aiohttp_request import AiohttpRequest
from bot.rate_limiter import FollowingRateLimiter
from handlers.messages import Message
from handlers.reminders.delivery import Outcome, deliver

TOKEN = "1:A"
PATIENCE = 0.3
RESULT = b'{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":7,"type":"private"},"text":"hola"}}'
ANSWER = b"HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"

Behaviour = Callable[[asyncio.StreamWriter], Awaitable[None]]


async def answer(writer: asyncio.StreamWriter) -> None:
    writer.write(ANSWER % (b"200 OK", len(RESULT), RESULT))


async def refuse(writer: asyncio.StreamWriter) -> None:
    writer.write(ANSWER % (b"502 Bad Gateway", 2, b"{}"))


async def say_nothing(_writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(2 * PATIENCE)


async def hang_up(writer: asyncio.StreamWriter) -> None:
    writer.close()


async def break_off(writer: asyncio.StreamWriter) -> None:
    writer.write((ANSWER % (b"200 OK", len(RESULT), RESULT))[:-9])
    writer.close()


class Server:
    """Reads calls and behaves in one way."""

    def __init__(self, behaviour: Behaviour) -> None:
        self._behaviour = behaviour
        self.heads: list[str] = []
        self.bodies: list[bytes] = []
        self.connections = 0
        self.port = 0

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[str]:
        """Listen at the address given."""
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield f"http://127.0.0.1:{self.port}"
        finally:
            server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                length = next(
                    int(line.split(":")[1])
                    for line in head.splitlines()
                    if line.lower().startswith("content-length")
                )
                self.heads.append(head)
                self.bodies.append(await reader.readexactly(length))
                await self._behaviour(writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def calling(origin: str) -> AsyncIterator[ExtBot[int]]:
    """Give a bot that calls an address, one call at a time; it is initialized as far as its requests."""

    async def moved(_old: int, _new: int) -> None: ...

    request = AiohttpRequest(read_timeout=PATIENCE, connect_timeout=PATIENCE / 3, pool_timeout=PATIENCE / 3)
    limiter = FollowingRateLimiter(moved, max_retries=0, clock=time.monotonic, sleep=asyncio.sleep)
    bot: ExtBot[int] = ExtBot(TOKEN, base_url=f"{origin}/bot", request=request, rate_limiter=limiter)
    await request.initialize()
    yield bot
    await request.shutdown()


async def test_calls_share_a_connection() -> None:
    server = Server(answer)
    async with server.listening() as origin, calling(origin) as bot:
        for _ in range(3):
            assert (await bot.send_message(7, "¿Qué? & más")).text == "hola"
    assert server.connections == 1
    assert server.heads[0].startswith("POST /bot1:A/sendMessage HTTP/1.1")
    assert server.bodies[0] == b"chat_id=7&text=%C2%BFQu%C3%A9%3F+%26+m%C3%A1s"


@pytest.mark.parametrize(
    ("behaviour", "error", "cause", "outcome"),
    [
        pytest.param(say_nothing, TimedOut, aiohttp.SocketTimeoutError, Outcome.UNKNOWN, id="no-answer"),
        pytest.param(hang_up, NetworkError, aiohttp.ServerDisconnectedError, Outcome.UNKNOWN, id="hung-up"),
        pytest.param(break_off, NetworkError, aiohttp.ClientPayloadError, Outcome.UNKNOWN, id="half-of-it"),
        pytest.param(refuse, NetworkError, None, Outcome.LATER, id="502"),
    ],
)
async def test_a_call_that_fails_is_made_once(
    behaviour: Behaviour, error: type[NetworkError], cause: type[Exception] | None, outcome: Outcome
) -> None:
    server = Server(behaviour)
    async with server.listening() as origin, calling(origin) as bot:
        with pytest.raises(NetworkError) as raised:
            await bot.send_message(7, "hola")
        assert len(server.heads) == 1
        delivery = await deliver(bot, 7, Message("hola"))
    assert type(raised.value) is error
    assert isinstance(raised.value.__cause__, cause or type(None))
    assert delivery.outcome is outcome


@pytest.mark.parametrize("address", ["http://127.0.0.1:1", "http://nowhere.invalid"], ids=["port", "name"])
async def test_what_never_left_is_sent_later(address: str) -> None:
    async with calling(address) as bot:
        assert (await deliver(bot, 7, Message("hola"))).outcome is Outcome.LATER


async def test_what_waited_in_vain_for_a_connection_is_sent_later() -> None:
    server = Server(say_nothing)
    async with server.listening() as origin, calling(origin) as bot:
        both = await asyncio.gather(*(deliver(bot, chat, Message("hola")) for chat in (7, 8)))
    assert [each.outcome for each in both] == [Outcome.UNKNOWN, Outcome.LATER]
    assert len(server.heads) == 1


async def test_files_go_through_httpx() -> None:
    server = Server(answer)
    async with server.listening() as origin, calling(origin) as bot:
        await bot.send_document(7, b"%PDF-1.7", filename="acta.pdf")
    assert "multipart/form-data" in server.heads[0]
    assert b"%PDF-1.7" in server.bodies[0]


async def test_a_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Server(answer)
    async with server.listening() as origin:
        monkeypatch.setenv("HTTP_PROXY", origin)
        async with calling("http://telegram.invalid") as bot:
            await bot.send_message(7, "hola")
    assert server.heads[0].startswith("POST http://telegram.invalid/bot1:A/sendMessage")


async def test_a_request_can_be_opened_again() -> None:
    server = Server(answer)
    async with server.listening() as origin, calling(origin) as bot:
        await bot.send_message(7, "hola")
        await bot.request.shutdown()
        await bot.request.initialize()
        await bot.send_message(7, "hola")
    assert server.connections == 2
