"""Messages ready to send: markup within Telegram's limits, and buttons; nothing here needs its library."""

from collections.abc import Iterable
from typing import NamedTuple

from handlers.markup import plain

TEXT_LIMIT = 4096
"""Visible characters of a message."""

COPY_LIMIT = 256
"""Characters that a button can copy."""

LONGEST_LABEL = 60
"""Characters of a button's label that Telegram takes for sure, and a phone shows."""


class Button(NamedTuple):
    """A button under a message: it sends `data` to us, copies `copy` for the reader, or opens `url`."""

    label: str
    data: str | None = None
    copy: str | None = None
    url: str | None = None


Keyboard = tuple[tuple[Button, ...], ...]
"""Rows of buttons."""


class Message(NamedTuple):
    """One message: Telegram HTML, and its rows of buttons."""

    markup: str
    buttons: Keyboard = ()


def fill_messages(blocks: Iterable[str], buttons: Keyboard = ()) -> list[Message]:
    """Put blocks of markup into as few messages as the limit of visible characters allows.

    A block is never divided, so tags stay balanced; whoever makes blocks keeps each below the limit. The
    buttons stand under the last message.
    """
    messages: list[list[str]] = [[]]
    length = 0
    for block in blocks:
        visible = len(plain(block)) + 2
        if messages[-1] and length + visible > TEXT_LIMIT:
            messages.append([])
            length = 0
        messages[-1].append(block)
        length += visible
    texts = ["\n\n".join(message) for message in messages if message]
    return [*(Message(text) for text in texts[:-1]), Message(texts[-1], buttons)]
