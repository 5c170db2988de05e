"""Read plain text in whatever encoding the secretariat's machines wrote it."""

from charset_normalizer import from_bytes

from knowledge.values.errors import UnreadableAct
from knowledge.values.notices import mark, notice

_ENCODINGS = ["utf_8", "utf_16", "utf_16_le", "utf_16_be", "cp1252", "latin_1"]
_MAX_STRANGE_SHARE = 0.02


def decode_text(content: bytes, name: str) -> str:
    """Decode UTF-8, UTF-16, CP1252 or Latin-1, with or without a byte order mark.

    Raises:
        UnreadableAct: the bytes are no text in any of these.
    """
    match = from_bytes(content, cp_isolation=_ENCODINGS).best()
    text = str(match) if match else content.decode("cp1252", errors="replace")
    strange = sum(1 for character in text if _is_strange(character))
    if strange > _MAX_STRANGE_SHARE * len(text):
        raise UnreadableAct(
            notice(
                mark("{file} no contiene texto legible. Guárdelo como texto UTF-8 y envíelo otra vez."),
                file=name,
            )
        )
    return text.removeprefix("\ufeff")


def _is_strange(character: str) -> bool:
    return character == "\ufffd" or (character < " " and character not in "\t\n\v\f\r\x1c\x1d\x1e")
