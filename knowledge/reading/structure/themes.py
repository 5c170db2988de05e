"""Parts divided by themes: items with Roman numerals or letters, and numbers that restart below each."""

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence

from knowledge.reading.structure.blocks import is_topic
from knowledge.reading.structure.item_marks import STRONG, Mark, best_series
from knowledge.reading.structure.lines import Line
from knowledge.reading.structure.mark_forms import MarkKind

_FEWEST = 2
_BEFORE_LAST = re.compile(r"\d+\W*$")


def items_of_themes(marks: Sequence[Mark], items: Sequence[Mark], lines: Sequence[Line]) -> Sequence[Mark]:
    """Choose the items of a part among its marks, given the series of its numbers.

    Roman numerals are the items if nothing else is, or if numbers restart below each. Numbers that restart
    below unnumbered headings can't be cited: the items then count as unnumbered.
    """
    letters = _letters(marks)
    if letters:
        return letters
    romans = _romans(marks)
    if romans and (not items or _start_again(marks, romans)):
        return romans
    if not items:
        return _of_one_chapter([found for found in marks if _is_firm_decimal(found)])
    return () if _start_again_below_topics(marks, items[0], lines) else items


def items_with_decimals(marks: Sequence[Mark], end: int) -> Sequence[Mark]:
    """List the Roman numerals with decimals below them («II.1») up to a line, or decimals alone."""
    inside = [found for found in marks if found.line < end]
    decimals = [found for found in inside if _is_firm_decimal(found)]
    romans = _romans(inside) if len(decimals) >= _FEWEST else []
    return _letters(inside) or romans or _of_one_chapter(decimals)


def _of_one_chapter(decimals: Sequence[Mark]) -> list[Mark]:
    """List the decimals of one chapter without its title: «6.1», «6.2», of item 6 of an agenda."""
    series = best_series(decimals)
    chapters = {_BEFORE_LAST.sub("", found.written) for found in series}
    return series if len(series) > _FEWEST and series[0].ordinal == 1 and len(chapters) == 1 else []


def _is_firm_decimal(mark: Mark) -> bool:
    return mark.kind is MarkKind.DECIMAL and mark.weight == STRONG


def _letters(marks: Sequence[Mark]) -> list[Mark]:
    """List capital letters of themes whose items are numbered with the letter: «A.», «A.1», «A2»."""
    capitals = [
        found
        for found in marks
        if found.kind is MarkKind.LETTER and found.weight == STRONG and found.written[:1].isupper()
    ]
    series = best_series(capitals)
    places = [theme.line for theme in series]
    below: dict[int, set[str]] = defaultdict(set)
    for found in marks:
        if found.kind in {MarkKind.DECIMAL, MarkKind.NUMBER} and found.ordinal == 1:
            below[bisect(places, found.line)].add(found.written[:1])
    own = all(theme.written[0] in below[place] for place, theme in enumerate(series, 1))
    return series if len(series) >= _FEWEST and series[0].ordinal == 1 and own else []


def _romans(marks: Sequence[Mark]) -> list[Mark]:
    series = best_series(found for found in marks if found.kind is MarkKind.ROMAN and found.weight == STRONG)
    return series if len(series) >= _FEWEST and series[0].ordinal == 1 else []


def _start_again(marks: Sequence[Mark], themes: Sequence[Mark]) -> bool:
    """Tell whether numbers start from 1 below more than one theme."""
    places = [theme.line for theme in themes]
    return len({bisect(places, found.line) for found in _ones(marks)} - {0}) >= _FEWEST


def _start_again_below_topics(marks: Sequence[Mark], first: Mark, lines: Sequence[Line]) -> bool:
    """Tell whether numbers of the items' style start from 1 below more than one short heading."""
    below = [
        found
        for found in _ones(marks)
        if found.style == first.style and found.line and is_topic([lines[found.line - 1].text])
    ]
    return len(below) >= _FEWEST and below[0].line <= first.line


def _ones(marks: Sequence[Mark]) -> list[Mark]:
    return [
        found
        for found in marks
        if found.kind is MarkKind.NUMBER and found.ordinal == 1 and found.weight == STRONG
    ]
