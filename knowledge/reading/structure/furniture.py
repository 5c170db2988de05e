"""Remove what pages and sites add to the text: running headers, page numbers, labels."""

import re
from collections import Counter
from collections.abc import Callable
from itertools import chain

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
_GOES_ON = re.compile(r"/\s?(?:\.\.\.|…)|(?:\.\.\.|…)\s?/")
"""The continuation sign at the foot of pages in United Nations documents: «/...»."""
_COUNTING = re.compile(r"\b(?:pagina|page|pag\.)\s*\d{1,3}\b|[-–—]\s*\d{1,3}\s*[-–—]\s*$")


def drop_page_labels(text: str) -> str:
    """Drop lines that count pages («Página 3 de 6», "Page 2:"); make them page breaks if the text has none.

    A line with more than a page count («Acta del GRCM – Página 3») must recur with other counts.
    """
    counting = (line for line in text.split("\n") if _COUNTING.search(fold(line)))
    counted = Counter(filter(None, map(header_key, counting)))

    def counts_pages(line: str) -> bool:
        """Tell whether a line is just a page number, or a running header with one."""
        is_label = _PAGE_LABEL.fullmatch(fold(line)) or _GOES_ON.fullmatch(line)
        return bool(is_label) or counted[header_key(line)] > 1

    return _replace_lines(text, counts_pages)


def drop_running_headers(text: str) -> str:
    """Drop lines repeated, but for their digits, at the top or foot of at least half of the pages.

    On the first page such a line may be the title itself: a long one is kept unless the lines around it say
    the same.
    """
    pages = text.split(PAGE_BREAK)
    counts = Counter(chain.from_iterable({header_key(line) for line in _edges(page)} for page in pages))
    repeated = {key for key, count in counts.items() if key and count >= max(2, len(pages) / 2)}
    titles = {key for key in repeated if _is_own_title(key, pages[0], repeated)}
    return PAGE_BREAK.join(
        _without(page, repeated if number else repeated - titles) for number, page in enumerate(pages)
    )


def drop_site_labels(text: str, labels: frozenset[str]) -> str:
    """Drop lines inserted by a web site («Anuncio»); `labels` are folded."""
    return _replace_lines(text, lambda line: fold(line) in labels, mark="")


def _replace_lines(text: str, unwanted: Callable[[str], bool], mark: str | None = None) -> str:
    if mark is None:
        mark = "" if PAGE_BREAK in text else PAGE_BREAK
    if mark:
        text = "\n".join(mark if unwanted(line) else line for line in text.split("\n"))
    else:
        pages = (without_lines(page, lambda _, line: unwanted(line)) for page in text.split(PAGE_BREAK))
        text = PAGE_BREAK.join(pages)
    return text.strip(f"\n{PAGE_BREAK}")


def without_lines(page: str, unwanted: Callable[[int, str], bool]) -> str:
    """Drop lines of a page by position and text; keep a line break before the next page."""
    lines = page.split("\n")
    kept = [line for position, line in enumerate(lines) if not unwanted(position, line)]
    if unwanted(len(lines) - 1, lines[-1]):
        kept.append("")
    return "\n".join(kept)


def _edges(page: str) -> list[str]:
    filled = [line for line in page.split("\n") if line.strip()]
    return filled[:_EDGE_LINES] + filled[-_EDGE_LINES:]


def header_key(line: str) -> str:
    """Return a key shared by repeated header lines, or "" for a line that can't be a header."""
    if line[:1].islower() or sum(map(str.isalpha, line)) < _FEWEST_LETTERS:
        return ""
    return re.sub(r"\d+", "#", fold(line)).strip()


def _is_own_title(key: str, page: str, repeated: set[str]) -> bool:
    title = set(words(key))
    if len(title) < _SYMBOL_WORDS:
        return False
    around = {word for line in _edges(page) if header_key(line) not in repeated for word in words(line)}
    return len(title & around) < _SAME_TITLE * len(title)


def _without(page: str, keys: set[str]) -> str:
    edges = set(_edges(page))
    return without_lines(page, lambda _, line: line in edges and header_key(line) in keys)
