"""What stands between the parties of a list: commas, «y», «así como»."""

from collections.abc import Collection, Iterator, Sequence

from knowledge.reading.duties.passages import Token


def after_joiner(tokens: Sequence[Token], end: int, joiners: Collection[str]) -> int:
    """Return the token after a comma, «y» or «así como»."""
    position = end + (_word(tokens, end) == ",")
    while _word(tokens, position) in joiners or (
        _word(tokens, position) == "asi" and _word(tokens, position + 1) == "como"
    ):
        position += 1
    return position


def commas_before(tokens: Sequence[Token], start: int, end: int) -> Iterator[int]:
    """Yield the commas between two tokens, the last first, but not one that closes the stretch."""
    closed = end - (_word(tokens, end - 1) == ",")
    return (each for each in range(closed - 1, start, -1) if tokens[each].word == ",")


def _word(tokens: Sequence[Token], position: int) -> str:
    return tokens[position].word if 0 <= position < len(tokens) else ""
