"""Decode plain text in any encoding that the secretariat's machines use."""

import codecs

from knowledge.values.errors import UnreadableAct
from knowledge.values.notices import mark, notice

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ASCII_SHARE = 0.3
_MAX_STRANGE_SHARE = 0.02


def decode_text(content: bytes, name: str) -> str:
    """Decode UTF-8 or UTF-16, with or without a byte order mark, else CP1252, which covers Latin-1 text.

    Raises:
        UnreadableAct: the bytes are no text.
    """
    text = content.decode(_encoding(content), errors="replace").removeprefix("\ufeff")
    strange = sum(_is_strange(character) for character in text)
    if strange > _MAX_STRANGE_SHARE * len(text):
        sentence = mark("{file} no contiene texto legible. Guárdelo como texto UTF-8 y envíelo otra vez.")
        raise UnreadableAct(notice(sentence, file=name))
    return text


def _encoding(content: bytes) -> str:
    for byte_order_mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(byte_order_mark):
            return encoding
    # In UTF-16 every other byte of Western text is zero.
    if content[1::2].count(0) > _ASCII_SHARE * len(content):
        return "utf-16-le"
    if content[::2].count(0) > _ASCII_SHARE * len(content):
        return "utf-16-be"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _is_strange(character: str) -> bool:
    return character == "\ufffd" or (character < " " and character not in "\t\n\v\f\r\x1c\x1d\x1e")
