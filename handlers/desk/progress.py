"""A message that shows the progress of long work, and finally its result."""

import asyncio
import logging
from collections.abc import Sequence

from telegram import Message as TelegramMessage
from telegram.error import BadRequest, TelegramError

from handlers.catalogue import Catalogue
from handlers.keyboards import keyboard_of
from handlers.markup import escape
from handlers.messages import Message
from handlers.replying.tap_replies import harmless
from knowledge.values.notices import mark
from knowledge.values.progress import Progress, Telling

_log = logging.getLogger(__name__)

_READING = mark("{doing} Actas leídas: {done} de {total}.")
_ENCODING = mark("{doing} Disposiciones codificadas: {done} de {total}.")
_GONE = "message to edit not found"
_PAUSE = 3.0
"""Seconds between two edits: Telegram throttles more frequent ones."""


class ProgressMessage:
    """Show the progress of work in another thread by editing a message of ours."""

    def __init__(self, message: TelegramMessage, doing: str, catalogue: Catalogue) -> None:
        self.message = message
        self._doing = doing
        self._catalogue = catalogue
        self._loop = asyncio.get_running_loop()
        self._next = 0.0
        self._edit: asyncio.Task[None] | None = None

    @classmethod
    async def begin(cls, to: TelegramMessage, doing: str, catalogue: Catalogue) -> "ProgressMessage":
        """Reply to a message saying what is being done."""
        return cls(await to.reply_text(escape(doing)), doing, catalogue)

    def telling(self) -> Telling:
        """Return callbacks for the progress of a load, callable from any thread."""
        return Telling(self._teller(_READING), self._teller(_ENCODING))

    async def end(self, messages: Sequence[Message]) -> TelegramMessage:
        """Show the result in place of the message, with further messages if needed.

        Return the message that holds the first.
        """
        if self._edit:
            await self._edit
        first, *others = messages
        try:
            with harmless():
                await self.message.edit_text(first.markup, reply_markup=keyboard_of(first))
        except BadRequest as error:
            if not error.message.lower().startswith(_GONE):
                raise
            others, self.message = [*others], await self._send(first)
        for message in others:
            await self._send(message)
        return self.message

    async def _send(self, message: Message) -> TelegramMessage:
        chat = self.message.chat.id
        bot = self.message.get_bot()
        return await bot.send_message(chat, message.markup, reply_markup=keyboard_of(message))

    def _teller(self, msgid: str) -> Progress:
        def tell(done: int, total: int) -> None:
            """Let the loop show the progress; called in the working thread."""
            words = self._catalogue.text(msgid, doing=self._doing, done=done, total=total)
            self._loop.call_soon_threadsafe(self._step, words)

        return tell

    def _step(self, words: str) -> None:
        if self._loop.time() < self._next or (self._edit and not self._edit.done()):
            return
        self._next = self._loop.time() + _PAUSE
        self._edit = self._loop.create_task(self._show(words))

    async def _show(self, words: str) -> None:
        try:
            await self.message.edit_text(escape(words))
        except TelegramError as error:
            _log.info("how far a load is could not be shown: %s", error.message)
