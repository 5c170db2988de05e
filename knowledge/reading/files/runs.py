"""Join the runs of a paragraph: struck text leaves no trace, note marks stay recognizable."""

import re
from collections.abc import Iterable

from knowledge.reading.files.marks import NOTE_SIGN

_STRUCK, _STRUCK_APART = "\x00", "\x01"
"""Placeholders for struck text while a paragraph is built; the second if the text had a space at an end."""
_GAP = re.compile(rf"\s*[{_STRUCK}{_STRUCK_APART}][\s{_STRUCK}{_STRUCK_APART}]*")
_NO_SPACE_BEFORE = frozenset(".,;:)]»”?!")
_BARE_MARK = re.compile(r"\W*(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})?\W*")
_NOTE_CALL = re.compile(r"[\[(]?(?:\d{1,3}(?:\s*,\s*\d{1,3})*|[a-z](?:\s*,\s*[a-z])*|[*†‡§]{1,3})[\])]?")
_QUANTITY = re.compile(r"\d\s?[kcdm]?m$")
_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def struck(text: str) -> str:
    """Return the placeholder for struck text until its paragraph is joined."""
    if not text:
        return ""
    return _STRUCK_APART if text != text.strip() else _STRUCK


def raised(text: str, before: str) -> str:
    """Return raised text: a note mark as superscript digits or a sign, «1er» and «km2» unchanged."""
    call = text.strip()
    ordinal = before[-1:].isdigit() and call.isalpha()
    if not _NOTE_CALL.fullmatch(call) or ordinal or _QUANTITY.search(before):
        return text
    digits = "".join(filter(str.isdecimal, call))
    return digits.translate(_DIGITS) or NOTE_SIGN


def join_runs(pieces: Iterable[str]) -> str:
    """Join the runs of a paragraph.

    If struck text held the space between two words, one is kept. A paragraph reduced to its own number is
    dropped.
    """
    text = "".join(pieces)
    if _STRUCK not in text and _STRUCK_APART not in text:
        return text
    joined = _GAP.sub(_gap, text)
    return "" if _BARE_MARK.fullmatch(joined) else joined


def _gap(found: re.Match[str]) -> str:
    breaks = "".join(character for character in found[0] if character in "\n\f")
    if breaks:
        return breaks
    following = found.string[found.end() : found.end() + 1]
    spaced = any(character.isspace() or character == _STRUCK_APART for character in found[0])
    return " " if spaced and following and following not in _NO_SPACE_BEFORE else ""
