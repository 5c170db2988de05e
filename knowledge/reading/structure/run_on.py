"""Break up a text that lost its line ends, so that title, headings and items run on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from knowledge.language.folding import words
from knowledge.reading.files.marks import BULLET
from knowledge.reading.structure.headings import heading_part
from knowledge.reading.structure.item_marks import (
    STRONG,
    WEAK,
    Mark,
    best_series,
    find_marks,
    in_groups,
)
from knowledge.reading.structure.lines import Layout, Line, ends_sentence, is_capitalised
from knowledge.reading.structure.mark_forms import MarkKind, needs_company
from knowledge.reading.structure.words import Part, Structure

_SHORTEST_RUN_ON = 400
_CAPITAL = r"[^\W\d_a-zà-öø-ÿ]"
_NUMBER = re.compile(r"(?<=\s)(?P<ordinal>\d{1,3})(?P<style>\.-|\.|\)) ?(?=[^\W\d_]|[“\"«¿])")
_LETTER = re.compile(r"(?<=\s)(?P<ordinal>[a-z])(?P<style>\)|\.) ?(?=[^\W\d_]|[“\"«¿])")
_CAPITALS = re.compile(rf"\b{_CAPITAL}{{4,}}(?: {_CAPITAL}+)*\b:?(?=\s)")
_BEFORE_ONE = re.compile(r"(?:\b\S{1,30} ){1,3}(?=1[.)])")
_TITLE_END = re.compile(rf"(?:(?<={_CAPITAL}{{3}})|(?<={_CAPITAL}\))) (?={_CAPITAL}[^\W\d_A-Z])")
_DATE_END = re.compile(r"(?<=\d{4}) (?=(?:El|La|Los|Las|The) )")
_PAGE_LABEL = re.compile(r"\s(?:Página|Page) \d+ (?:de|of) \d+(?=\s)")
_INLINE_BULLET = re.compile(rf"(?<=\s){BULLET}")
_SENTENCE_END = re.compile(rf"[.;][\"”»]? (?={_CAPITAL})")
_FEWEST_LETTERS = 2
_SECOND = 2


def break_run_on(text: str, structure: Structure) -> str:
    """Put title, headings, items and sub-items on separate lines if most lines are far too long.

    Numbers and letters open items if they count up («… Miembros. 2. Tomar nota …»); a heading is in capitals
    or precedes a number 1.
    """
    lengths = sorted(len(line) for line in text.split("\n") if line.strip())
    if not lengths or lengths[len(lengths) // 2] < _SHORTEST_RUN_ON:
        return text
    text = _PAGE_LABEL.sub("", text)
    headings = list(_heading_breaks(text, structure))
    numbers = list(_number_breaks(text, headings))
    first = min([*headings, *numbers], default=len(text))
    breaks = {
        *headings,
        *numbers,
        *_letter_breaks(text, sorted({*headings, *numbers, len(text)}), structure),
        *(
            match.end()
            for match in (_TITLE_END.search(text, 0, first), _DATE_END.search(text, 0, first))
            if match
        ),
    }
    bounds = sorted({0, *breaks, len(text)})
    return "\n".join(text[start:end].strip(" ") for start, end in pairwise(bounds))


def _heading_breaks(text: str, structure: Structure) -> Iterator[int]:
    """Yield the starts and ends of headings."""
    for run in _CAPITALS.finditer(text):
        if heading_part(run[0], structure) not in {None, Part.DECLARATION}:
            yield run.start()
            yield run.end()
    for before_one in _BEFORE_ONE.finditer(text):
        for word in re.finditer(r"\S+", before_one[0]):
            start = before_one.start() + word.start()
            title = text[start : before_one.end()]
            if is_capitalised(title) and heading_part(title, structure) not in {None, Part.DECLARATION}:
                yield start
                yield before_one.end()


def _number_breaks(text: str, headings: Sequence[int]) -> Iterator[int]:
    last = 0
    for start, end in pairwise(sorted({0, *headings, len(text)})):
        series = best_series(_marks(_NUMBER, MarkKind.NUMBER, text, start, end), frozenset({1, last + 1}))
        last = series[-1].ordinal if series else last
        yield from (mark.line for mark in series)


def _letter_breaks(text: str, bounds: Sequence[int], structure: Structure) -> Iterator[int]:
    """Yield the starts of each item's sub-items, and of a sentence that closes its list."""
    for start, end in pairwise(bounds):
        last = start
        for group in in_groups(_marks(_LETTER, MarkKind.LETTER, text, start, end)):
            series = best_series(group)
            if len(series) >= _FEWEST_LETTERS:
                last = series[-1].line
                yield from (mark.line for mark in series)
        for bullet in _INLINE_BULLET.finditer(text, start, end):
            last = bullet.start()
            yield last
        if last > start:
            sentences = (match.end() for match in _SENTENCE_END.finditer(text, last, end))
            closing = (
                place for place in sentences if structure.closes_list(words(text[place : place + 30])[:2])
            )
            yield from islice(closing, 1)


def _marks(pattern: re.Pattern[str], kind: MarkKind, text: str, start: int, end: int) -> Iterator[Mark]:
    """Yield possible item marks in a stretch of text; a mark's `line` is its position in the text."""
    for match in pattern.finditer(text, start, end):
        before = text[start : match.start()]
        written = match["ordinal"]
        ordinal = int(written) if written.isdecimal() else ord(written) - ord("a") + 1
        if not before.strip() or ends_sentence(before):
            yield Mark(match.start(), kind, ordinal, match["style"], match[0], "", STRONG)
        elif is_capitalised(text[match.end() : match.end() + 1]):
            yield Mark(match.start(), kind, ordinal, match["style"], match[0], "", WEAK)


def free_first_item(lines: Sequence[Line], layout: Layout) -> list[Line]:
    """Cut the line in which the preamble runs into item 1, if item 2 is the first to open a line."""
    numbers = [mark for mark in find_marks(lines, layout) if mark.kind is MarkKind.NUMBER]
    series = best_series(numbers, frozenset({1, _SECOND}))
    freed = list(lines)
    if not series or series[0].ordinal != _SECOND or needs_company(series[0].style):
        return freed
    first = re.compile(rf"(?<=\s)\(?1{re.escape(series[0].style)}\s*(?=[^\W\d_])")
    for position in range(series[0].line - 1, -1, -1):
        found = list(first.finditer(lines[position].text))
        if found:
            cut = found[-1].start()
            line = lines[position]
            freed[position : position + 1] = [
                replace(line, text=line.text[:cut].rstrip()),
                Line(line.text[cut:], line.page, new_paragraph=True),
            ]
            return freed
    return freed
