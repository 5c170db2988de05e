"""Telegram HTML: the only module that writes tags or converts them to plain text."""

import html
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time

_TAG = re.compile(r"</?[a-z][^>]*>")
_OPENING = re.compile(r"<[a-z]")
_CLOSING = re.compile(r"</")
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def legible(text: str) -> str:
    """Replace control characters, marks of text direction, and lone surrogates."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text)


def escape(text: str) -> str:
    """Make any text safe inside Telegram HTML."""
    return html.escape(text, quote=False)


def bold(text: str) -> str:
    """Set a text, escaped, in bold."""
    return f"<b>{escape(text)}</b>"


def italic(text: str) -> str:
    """Set a text, escaped, in italics."""
    return f"<i>{escape(text)}</i>"


def quotation(text: str, highlights: Iterable[str] = (), *, folded: bool = True) -> str:
    """Set a verbatim quotation as a block, with its decisive passages in bold."""
    tag = "blockquote expandable" if folded else "blockquote"
    return f"<{tag}>«{_emphasize(text, highlights)}»</blockquote>"


def folded(text: str) -> str:
    """Set a text as a block that shows its first lines, and the rest with one tap."""
    return f"<blockquote expandable>{escape(text)}</blockquote>"


def copied(text: str) -> str:
    """Set a text as a block that a reader copies with one tap."""
    return f"<pre>{escape(text)}</pre>"


def on_day(markup: str, day: date) -> str:
    """Tag markup with the day that it names, for the reader's app; it is shown as it is.

    The time is noon UTC, which is the same day almost everywhere.
    """
    noon = datetime.combine(day, time(12), UTC)
    return f'<tg-time unix="{noon.timestamp():.0f}">{markup}</tg-time>'


def plain(markup: str) -> str:
    """Return the text that a reader of the markup sees."""
    return html.unescape(_TAG.sub("", markup))


def whole_lines(markup: str) -> Iterator[str]:
    """Yield the lines of some markup, joining lines that a tag spans."""
    together: list[str] = []
    for line in markup.split("\n"):
        together.append(line)
        joined = "\n".join(together)
        if len(_OPENING.findall(joined)) == len(_CLOSING.findall(joined)):
            yield joined
            together.clear()
    if together:
        yield "\n".join(together)


def _emphasize(text: str, highlights: Iterable[str]) -> str:
    passages = sorted({passage for passage in highlights if passage}, key=len, reverse=True)
    if not passages:
        return escape(text)
    found = re.compile("|".join(map(re.escape, passages)))
    pieces: list[str] = []
    position = 0
    for match in found.finditer(text):
        pieces += [escape(text[position : match.start()]), bold(match[0])]
        position = match.end()
    return "".join([*pieces, escape(text[position:])])
