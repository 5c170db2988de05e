"""Page numbers alone on a line, as opposed to item numbers."""

import re
from collections import Counter
from collections.abc import Container, Iterator
from functools import partial
from itertools import pairwise

from knowledge.language.folding import words
from knowledge.reading.files.marks import PAGE_BREAK
from knowledge.reading.structure.furniture import header_key, without_lines
from knowledge.reading.structure.lines import ends_sentence

_LONE_NUMBER = re.compile(r"\[?(\d{1,3})\]?")
_PAGE_NUMBER = re.compile(r"\d{1,3}")
_NUMBERED = re.compile(r"^1[.)-][^\n\d].*?^2[.)-]", re.MULTILINE | re.DOTALL)
_FEWEST_INSIDE = 2


def take_lone_numbers_for_pages(text: str, unfinished: frozenset[str]) -> str:
    """Replace page numbers alone on a line with page breaks if the text has none.

    A number inside a sentence counts pages: the text before it has no full stop, and ends in a comma or one
    of the folded words in `unfinished` or goes on below in lower case. Others count pages if all rise by one,
    and the items are numbered in another way («1.», «1)») or at least two numbers are inside sentences;
    otherwise they number items.
    """
    lines = text.split("\n")
    numbers = {
        position: int(match[1])
        for position, line in enumerate(lines)
        if (match := _LONE_NUMBER.fullmatch(line))
    }
    if PAGE_BREAK in text or not numbers:
        return text
    keys = Counter(map(header_key, lines))
    skipped = {
        position
        for position, line in enumerate(lines)
        if position in numbers or not line.strip() or (header_key(line) and keys[header_key(line)] > 1)
    }
    inside = [position for position in numbers if _is_inside_sentence(position, lines, skipped, unfinished)]
    rising = all(right == left + 1 for left, right in pairwise(numbers.values()))
    if rising and (_NUMBERED.search(text) or len(inside) >= _FEWEST_INSIDE):
        inside = list(numbers)
    elif len(inside) < _FEWEST_INSIDE:
        inside = [position for position in inside if _stands_apart(position, lines)]
    for position in inside:
        lines[position] = PAGE_BREAK
    return "\n".join(lines).strip(f"\n{PAGE_BREAK}")


def drop_lone_numbers(text: str) -> str:
    """Drop page numbers in the first or last line of pages that rise from page to page."""
    pages = text.split(PAGE_BREAK)
    return PAGE_BREAK.join(_without_edge_numbers(pages)) if len(pages) > 1 else text


def _is_inside_sentence(
    position: int, lines: list[str], skipped: Container[int], unfinished: frozenset[str]
) -> bool:
    ways = (range(position - 1, -1, -1), range(position + 1, len(lines)))
    before, after = (next((lines[index] for index in way if index not in skipped), "") for way in ways)
    if not before or ends_sentence(before):
        return False
    return after[:1].islower() or before.endswith(",") or not unfinished.isdisjoint(words(before)[-1:])


def _stands_apart(position: int, lines: list[str]) -> bool:
    around = (lines[index] for index in (position - 1, position + 1) if 0 <= index < len(lines))
    return not all(line.strip() for line in around)


def _without_edge_numbers(pages: list[str]) -> Iterator[str]:
    found = [{int(line) for line in _outermost(page) if _PAGE_NUMBER.fullmatch(line)} for page in pages]
    offsets = Counter(number - index for index, numbers in enumerate(found) for number in numbers)
    offset = max(offsets, key=lambda key: (offsets[key], -abs(key - 1)), default=1)
    for index, page in enumerate(pages):
        edges = _outermost_positions(page.split("\n"))
        yield without_lines(page, partial(_is_number_at, str(index + offset), edges))


def _is_number_at(number: str, positions: tuple[int, ...], position: int, line: str) -> bool:
    return line == number and position in positions


def _outermost_positions(lines: list[str]) -> tuple[int, ...]:
    filled = [position for position, line in enumerate(lines) if line.strip()]
    return (filled[0], filled[-1]) if filled else ()


def _outermost(page: str) -> list[str]:
    lines = page.split("\n")
    return [lines[position] for position in _outermost_positions(lines)]
