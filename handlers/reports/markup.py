"""HTML in which text is always escaped: the only place that writes the tags of a page."""

import html
from collections.abc import Iterable

_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_WHITE = frozenset("\n\t ")


class Markup(str):
    """HTML that needs no escaping."""

    __slots__ = ()


def escaped(text: str) -> Markup:
    """Escape a text, unless it is Markup; characters forbidden in HTML become the replacement character."""
    if isinstance(text, Markup):
        return text
    return Markup(html.escape("".join(each if _is_allowed(each) else _UNKNOWN for each in text)))


def joined(parts: Iterable[str], between: str = "") -> Markup:
    """Join texts, each escaped unless it is Markup."""
    return Markup(escaped(between).join(map(escaped, parts)))


def element(tag: str, *content: str, **attributes: str | None) -> Markup:
    """Write an element with its content and attributes, escaped unless they are Markup.

    `class_` writes the attribute `class`; attributes that are None are left out.
    """
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escaped(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{tag}{written}>{joined(content)}</{tag}>")


def _is_allowed(letter: str) -> bool:
    return letter in _WHITE or not (
        "\0" <= letter < " " or "\x7f" <= letter < "\xa0" or "\ud800" <= letter < "\ue000"
    )
