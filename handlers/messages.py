"""Messages ready to send: markup within Telegram's limits, and buttons; nothing here needs its library."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from handlers.markup import escape, plain, whole_lines

TEXT_LIMIT = 4096
"""Visible characters of a message."""

COPY_LIMIT = 256
"""Characters that a button can copy."""

LONGEST_LABEL = 60
"""Characters of a button's label that Telegram surely accepts and a phone shows."""


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

    A block is split only if it is too long by itself. The buttons go under the last message.
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
    filled = [*(Message(text) for text in texts[:-1]), Message(texts[-1], buttons)]
    return [part for message in filled for part in within_limit(message)]


def within_limit(message: Message) -> list[Message]:
    """Split a message that is too long at line ends; its buttons go under the last part.

    This is a last resort: an answer in pieces is better than a refusal and an apology. If the text within a
    tag is too long, its tags are dropped.
    """
    if len(plain(message.markup)) <= TEXT_LIMIT:
        return [message]
    parts = [""]
    for lines in whole_lines(message.markup):
        for piece in _pieces(lines):
            joined = f"{parts[-1]}\n{piece}" if parts[-1] else piece
            if len(plain(joined)) <= TEXT_LIMIT:
                parts[-1] = joined
            else:
                parts.append(piece)
    return [*(Message(part) for part in parts[:-1]), Message(parts[-1], message.buttons)]


def _pieces(markup: str) -> Iterator[str]:
    """Yield some markup, or its text in pieces if it is too long for a message."""
    text = plain(markup)
    if len(text) <= TEXT_LIMIT:
        yield markup
        return
    for start in range(0, len(text), TEXT_LIMIT):
        yield escape(text[start : start + TEXT_LIMIT])
