"""Receive updates posted by Telegram, and nothing else, on plain HTTP behind a TLS proxy.

PTB's own server accepts bodies of 100 MB, logs updates that it cannot parse in full and makes Telegram resend
them for hours, and compares the secret in a way that is open to timing attacks.
"""

import asyncio
import hmac
import json
import logging
from http import HTTPStatus
from typing import Any

from telegram import Bot, Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Updater
from tornado.httpserver import HTTPServer
from tornado.web import Application, HTTPError, RequestHandler, stream_request_body

from bot.readable import Unreadable

_log = logging.getLogger(__name__)

MAX_BYTES = 1_000_000
"""Telegram's updates are far smaller."""

_MOST_BYTES_READ = 20_000_000
"""Connections that send more are closed without an answer."""

_SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the header's name
_LONGEST_PAUSE = 30.0


@stream_request_body
class _Hook(RequestHandler):
    """Takes one update."""

    def initialize(
        self, queue: "asyncio.Queue[object]", bot: Bot, secret: str, unreadable: Unreadable
    ) -> None:
        """Take the application's arguments for each request."""
        self._queue = queue
        self._bot = bot
        self._secret = secret
        self._unreadable = unreadable
        self._body = bytearray()
        self._refusal: HTTPStatus | None = None

    def set_default_headers(self) -> None:
        """Hide the server's name."""
        self.clear_header("Server")

    def prepare(self) -> None:
        """Refuse requests without the secret."""
        shown = self.request.headers.get(_SECRET, "")
        if not hmac.compare_digest(shown.encode(), self._secret.encode()):
            self._refusal = HTTPStatus.FORBIDDEN

    def data_received(self, chunk: bytes) -> None:
        """Take a part of the body; a refused body is read and discarded, so that the answer gets through."""
        if len(self._body) + len(chunk) > MAX_BYTES:
            self._refusal = self._refusal or HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        if self._refusal is None:
            self._body += chunk

    async def post(self) -> None:
        """Queue the update; accept one that cannot be parsed, or Telegram would resend it again and again."""
        if self._refusal:
            raise HTTPError(self._refusal)
        try:
            sent = json.loads(self._body)
            number = sent["update_id"]
        except (ValueError, LookupError, TypeError, RecursionError):
            raise HTTPError(HTTPStatus.BAD_REQUEST) from None
        if not isinstance(number, int):
            raise HTTPError(HTTPStatus.BAD_REQUEST)
        if self._unreadable.is_readable(sent):
            await self._queue.put(Update.de_json(sent, self._bot))

    def write_error(self, status_code: int, **_reason: Any) -> None:  # noqa: ANN401  as tornado has it
        """Answer with the status and nothing else."""
        self.set_status(status_code)
        self.finish()

    def log_exception(self, *_exception: object) -> None:
        """Don't log anything sent by strangers."""


class WebhookUpdater(Updater):
    """Receives updates by webhook, replacing PTB's updater in an application."""

    def __init__(self, bot: Bot, update_queue: "asyncio.Queue[object]", unreadable: Unreadable) -> None:
        super().__init__(bot, update_queue)
        self._unreadable = unreadable
        self._server: HTTPServer | None = None

    @property
    def running(self) -> bool:
        """Tell whether updates are taken."""
        return self._server is not None

    async def start_webhook(self, *_arguments: Any, **options: Any) -> "asyncio.Queue[object]":  # noqa: ANN401
        """Listen, and register the webhook with Telegram, retrying if needed; see Updater.start_webhook."""
        arguments = {
            "queue": self.update_queue,
            "bot": self.bot,
            "secret": options["secret_token"],
            "unreadable": self._unreadable,
        }
        routes = Application(
            [(f"/{options['url_path']}", _Hook, arguments)], log_function=lambda _handler: None
        )
        self._server = HTTPServer(routes, max_buffer_size=MAX_BYTES, max_body_size=_MOST_BYTES_READ)
        self._server.listen(options["port"], options["listen"])
        await self._tell_telegram(options)
        return self.update_queue

    async def stop(self) -> None:
        """Stop receiving updates, and wait for those being sent."""
        if self._server is None:
            message = "the webhook isn't running"
            raise RuntimeError(message)
        self._server.stop()
        await self._server.close_all_connections()
        self._server = None

    async def _tell_telegram(self, options: dict[str, Any]) -> None:
        pause = 1.0
        while True:
            try:
                await self.bot.set_webhook(
                    options["webhook_url"],
                    allowed_updates=options["allowed_updates"],
                    drop_pending_updates=False,
                    secret_token=options["secret_token"],
                )
            except InvalidToken:
                raise
            except TelegramError as error:
                _log.warning("Telegram did not take the webhook, trying again: %s", error)
                await asyncio.sleep(pause)
                pause = min(1.5 * pause, _LONGEST_PAUSE)
            else:
                return
