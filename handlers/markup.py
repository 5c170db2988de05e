"""Telegram HTML: the only place that writes tags or reads them back as plain text."""

import html
import re
from collections.abc import Iterable

_TAG = re.compile(r"</?[a-z][^>]*>")


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


def plain(markup: str) -> str:
    """Return the text that a reader of the markup sees."""
    return html.unescape(_TAG.sub("", markup))


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
