"""Formatted text for a terminal that knows bold, italic and dim."""

from itertools import pairwise

from standin import FormattedText

_CODES = {
    "bold": "\033[1m",
    "italic": "\033[3m",
    "underline": "\033[4m",
    "code": "\033[36m",
    "blockquote": "\033[2m",
    "expandable_blockquote": "\033[2m",
}
_RESET = "\033[0m"
_UNIT = 2  # bytes of a UTF-16 unit, which entities count in


def styled(body: FormattedText) -> str:
    """Return the text with escape codes where its entities begin and end."""
    units = body.text.encode("utf-16-le")
    marked = [entity for entity in body.entities if entity.type in _CODES]
    ends = {0, len(units) // _UNIT}
    for entity in marked:
        ends |= {entity.offset, entity.offset + entity.length}
    pieces: list[str] = []
    for start, end in pairwise(sorted(ends)):
        codes = "".join(
            _CODES[entity.type] for entity in marked if entity.offset <= start < entity.offset + entity.length
        )
        text = units[_UNIT * start : _UNIT * end].decode("utf-16-le")
        pieces.append(f"{codes}{text}{_RESET}" if codes else text)
    return "".join(pieces)
