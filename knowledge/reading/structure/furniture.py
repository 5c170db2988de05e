"""Take off what a page or a site wraps around the text: running headers, page numbers, labels."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, pairwise

from knowledge.language.folding import fold, words
from knowledge.reading.files.marks import PAGE_BREAK

_EDGE_LINES = 3
_FEWEST_LETTERS = 3
_SYMBOL_WORDS = 5
_SAME_TITLE = 0.6

_COUNT = r"\d{1,3}(?:\s*(?:de|of|/)\s*\d{1,3})?"
_PAGE_COUNT = (
    rf"(?:(?:esta en la |you are on )?(?:pagina|pag\.?|page|p\.)\s*{_COUNT}"
    r"|\d{1,3}\s*(?:de|of|/)\s*\d{1,3}|[-–—]\s*\d{1,3}\s*[-–—]|\d{1,3}\s*\|\s*(?:pagina|page))"
)
_PAGE_LABEL = re.compile(rf"\W*{_PAGE_COUNT}(?:\s*[/|·–—-]\s*{_PAGE_COUNT})*[\s:.|]*")
_COUNTING = re.compile(r"\b(?:pagina|page|pag\.)\s*\d{1,3}\b")
_LONE_NUMBER = re.compile(r"\d{1,3}")
_NUMBERED = re.compile(r"^1[.)-][^\n\d].*?^2[.)-]", re.MULTILINE | re.DOTALL)


def drop_page_labels(text: str) -> str:
    """Drop lines that count pages («Página 3 de 6», "Page 2:"), for page breaks where none are known.

    A line that counts pages and says more («Acta del GRCM – Página 3») must come back with another count.
    """
    counted = Counter(_header_key(line) for line in text.split("\n") if _COUNTING.search(fold(line)))

    def counts_pages(line: str) -> bool:
        return bool(_PAGE_LABEL.fullmatch(fold(line))) or counted[_header_key(line)] > 1

    return _replace_lines(text, counts_pages)


def drop_lone_numbers(text: str) -> str:
    """Drop page numbers that stand alone on a line.

    They are the first or last line of a page and go up with it. Where no page breaks are known they count up
    from line to line, and the items are numbered in another way («1.», «1)»); else they number the items.
    """
    pages = text.split(PAGE_BREAK)
    if len(pages) > 1:
        return PAGE_BREAK.join(_without_edge_numbers(pages))
    numbers = [int(line) for line in text.split("\n") if _LONE_NUMBER.fullmatch(line)]
    rising = all(right == left + 1 for left, right in pairwise(numbers))
    if not numbers or not rising or not _NUMBERED.search(text):
        return text
    return _replace_lines(text, lambda line: bool(_LONE_NUMBER.fullmatch(line)))


def drop_running_headers(text: str) -> str:
    """Drop lines that come back at the top or foot of half of the pages or more, whatever their digits.

    On the first page such a line may be the title itself; a long one stays there unless the lines around it
    say the same.
    """
    pages = text.split(PAGE_BREAK)
    counts = Counter(chain.from_iterable({_header_key(line) for line in _edges(page)} for page in pages))
    repeated = {key for key, count in counts.items() if key and count >= max(2, len(pages) / 2)}
    titles = {key for key in repeated if _is_own_title(key, pages[0], repeated)}
    return PAGE_BREAK.join(
        _without(page, repeated if number else repeated - titles) for number, page in enumerate(pages)
    )


def drop_site_labels(text: str, labels: frozenset[str]) -> str:
    """Drop lines that a web site put between («Anuncio»); `labels` are folded."""
    return _replace_lines(text, lambda line: fold(line) in labels, mark="")


def _replace_lines(text: str, unwanted: Callable[[str], bool], mark: str | None = None) -> str:
    if mark is None:
        mark = "" if PAGE_BREAK in text else PAGE_BREAK
    if mark:
        text = "\n".join(mark if unwanted(line) else line for line in text.split("\n"))
    else:
        pages = (_without_lines(page, lambda _, line: unwanted(line)) for page in text.split(PAGE_BREAK))
        text = PAGE_BREAK.join(pages)
    return text.strip(f"\n{PAGE_BREAK}")


def _without_lines(page: str, unwanted: Callable[[int, str], bool]) -> str:
    """Drop lines of a page by position and text; the last line left still ends before the next page."""
    lines = page.split("\n")
    kept = [line for position, line in enumerate(lines) if not unwanted(position, line)]
    if unwanted(len(lines) - 1, lines[-1]):
        kept.append("")
    return "\n".join(kept)


def _without_edge_numbers(pages: list[str]) -> Iterator[str]:
    found = [{int(line) for line in _outermost(page) if _LONE_NUMBER.fullmatch(line)} for page in pages]
    offsets = Counter(number - index for index, numbers in enumerate(found) for number in numbers)
    offset = max(offsets, key=lambda key: (offsets[key], -abs(key - 1)), default=1)
    for index, page in enumerate(pages):
        edges = _outermost_positions(page.split("\n"))
        yield _without_lines(page, partial(_is_number_at, str(index + offset), edges))


def _is_number_at(number: str, positions: tuple[int, ...], position: int, line: str) -> bool:
    return line == number and position in positions


def _outermost_positions(lines: list[str]) -> tuple[int, ...]:
    filled = [position for position, line in enumerate(lines) if line.strip()]
    return (filled[0], filled[-1]) if filled else ()


def _outermost(page: str) -> list[str]:
    lines = page.split("\n")
    return [lines[position] for position in _outermost_positions(lines)]


def _edges(page: str) -> list[str]:
    filled = [line for line in page.split("\n") if line.strip()]
    return filled[:_EDGE_LINES] + filled[-_EDGE_LINES:]


def _header_key(line: str) -> str:
    """Return what header lines have in common, or nothing for a line that can be no header."""
    if line[:1].islower() or sum(map(str.isalpha, line)) < _FEWEST_LETTERS:
        return ""
    return re.sub(r"\d+", "#", fold(line)).strip()


def _is_own_title(key: str, page: str, repeated: set[str]) -> bool:
    title = set(words(key))
    if len(title) < _SYMBOL_WORDS:
        return False
    around = {word for line in _edges(page) if _header_key(line) not in repeated for word in words(line)}
    return len(title & around) < _SAME_TITLE * len(title)


def _without(page: str, keys: set[str]) -> str:
    edges = set(_edges(page))
    return _without_lines(page, lambda _, line: line in edges and _header_key(line) in keys)
