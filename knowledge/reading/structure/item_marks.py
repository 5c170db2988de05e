"""Marks that open items at a line's start, and which of them count up."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.reading.files.marks import BULLET
from knowledge.reading.files.ordinals import roman
from knowledge.reading.structure.lines import Layout, Line, is_capitalised

_NUMBER = re.compile(
    r"(?:Art(?:[íi]culo|icle)?\.? )?\(?(?P<ordinal>\d{1,3})"
    r"(?P<style>\.-|\.\)|\.?[º°]\.?-?|\)|\.(?!\d)| ?[-–—](?= |$)|-(?=[^\W\d_])|$)\s*(?P<rest>.*)"
)
_DECIMAL = re.compile(
    r"\d{1,3}\.(?P<ordinal>\d{1,2})(?P<style>\.-|\.\)|\.|\)|(?= [^\W\d_a-zà-öø-ÿ]))\s+(?P<rest>\D.*)"
)
_LETTER = re.compile(r"\(?(?P<ordinal>[a-z])(?P<style>\.-|\.\)|\)|\.(?= ))\s*(?P<rest>.*)", re.IGNORECASE)
_ROMAN = re.compile(r"\(?(?P<ordinal>[ivx]{1,5})(?P<style>\.-|\.\)|\)|\.(?= ))\s*(?P<rest>.*)", re.IGNORECASE)
_BULLET = re.compile(rf"(?P<style>{BULLET}|[*–—-])(?:\s+|$)(?P<rest>.*)")

_ROMAN_NUMERALS = {roman(number): number for number in range(1, 40)}
STRONG, FAIR, WEAK, _NONE = 3, 2, 1, 0
"""What speaks for a mark: a sentence ends before it and one starts after it; the first only; little."""

_MAX_GAP = 5
_GAP_COST = 1
_OTHER_STYLE_COST = 2
_LATE_START_COST = 4


class MarkKind(StrEnum):
    """What a mark counts with."""

    NUMBER = "number"
    DECIMAL = "decimal"
    LETTER = "letter"
    ROMAN = "roman"
    BULLET = "bullet"


_PATTERNS = {
    MarkKind.NUMBER: _NUMBER,
    MarkKind.DECIMAL: _DECIMAL,
    MarkKind.LETTER: _LETTER,
    MarkKind.ROMAN: _ROMAN,
    MarkKind.BULLET: _BULLET,
}


@dataclass(frozen=True)
class Mark:
    """A possible item mark at the start of line number `line`.

    `written` is the mark itself, `rest` the text after it on the line. `weight` is what speaks for it: 1
    little, 2 some, 3 much.
    """

    line: int
    kind: MarkKind
    ordinal: int
    style: str
    written: str
    rest: str
    weight: int


@dataclass(frozen=True)
class _Link:
    mark: Mark
    value: int
    before: "_Link | None"

    def marks(self) -> list[Mark]:
        """List the series in order."""
        found: list[Mark] = []
        link: _Link | None = self
        while link:
            found.append(link.mark)
            link = link.before
        return found[::-1]


def find_marks(lines: Sequence[Line], layout: Layout) -> list[Mark]:
    """List what may be a mark: `1.` `1)` `1.-` `1°.-` `1-` `1` `2.1` `a)` `ii.` `•` `-`."""
    marks: list[Mark] = []
    for index, line in enumerate(lines):
        if line.continues or line.is_table_row:
            continue
        for kind, pattern in _PATTERNS.items():
            match = pattern.fullmatch(line.text)
            ordinal = _ordinal(kind, match) if match else None
            if match is None or ordinal is None:
                continue
            rest = match["rest"]
            text = rest or (lines[index + 1].text if index + 1 < len(lines) else "")
            before = lines[index - 1] if index else None
            weight = _weight(text, line, before, layout)
            if not weight and (match["style"] == BULLET or _may_stand(kind, ordinal, text, before, layout)):
                weight = WEAK
            if weight:
                written = line.text[: match.start("rest")].strip()
                marks.append(Mark(index, kind, ordinal, match["style"], written, rest, weight))
    return marks


def best_series(marks: Iterable[Mark], starts: frozenset[int] = frozenset({1})) -> list[Mark]:
    """Choose the marks that count up by one: of all such series the longest and most plausible.

    What doesn't continue the series falls out: a year, a page number, «capítulo / 4. b)». A few missing
    ordinals, a change of style, and a start at another ordinal than `starts` are bridged at a cost.
    """
    ends: dict[int, dict[str, _Link]] = defaultdict(dict)
    top: _Link | None = None
    for mark in marks:
        first = mark.weight - (0 if mark.ordinal in starts else _LATE_START_COST)
        link = max(
            (_Link(mark, mark.weight + value, before) for value, before in _continued(mark, ends)),
            default=_Link(mark, first, None),
            key=lambda candidate: candidate.value,
        )
        if link.value < first:
            link = _Link(mark, first, None)
        known = ends[mark.ordinal].get(mark.style)
        if known is None or link.value > known.value:
            ends[mark.ordinal][mark.style] = link
        if top is None or link.value > top.value:
            top = link
    return top.marks() if top and top.value > WEAK else []


def in_groups(marks: Iterable[Mark]) -> list[list[Mark]]:
    """Split marks at every first ordinal, since an item may hold several lists."""
    groups: list[list[Mark]] = []
    for mark in marks:
        if mark.ordinal == 1 or not groups:
            groups.append([])
        groups[-1].append(mark)
    return groups


def _continued(mark: Mark, ends: dict[int, dict[str, _Link]]) -> Iterator[tuple[int, _Link]]:
    for missing in range(_MAX_GAP + 1):
        for style, link in ends.get(mark.ordinal - 1 - missing, {}).items():
            cost = _OTHER_STYLE_COST * (style != mark.style) + _GAP_COST * missing + (missing > 0)
            yield link.value - cost, link


def _ordinal(kind: MarkKind, match: re.Match[str]) -> int | None:
    if kind is MarkKind.BULLET:
        return 0
    written = match["ordinal"].lower()
    if kind is MarkKind.LETTER:
        return ord(written) - ord("a") + 1
    if kind is MarkKind.ROMAN:
        return _ROMAN_NUMERALS.get(written)
    return int(written)


def _may_stand(kind: MarkKind, ordinal: int, text: str, before: Line | None, layout: Layout) -> bool:
    """Tell whether a mark may stand where neither a sentence ends before it nor one starts after it.

    Letters and bullets open short items without capitals or full stops; before item 1 a line may be lost.
    """
    if kind is MarkKind.NUMBER:
        return ordinal == 1 and is_capitalised(text)
    return before is None or layout.may_end(before.text)


def _weight(text: str, line: Line, before: Line | None, layout: Layout) -> int:
    if before is None or before.ends_sentence or before.text.isupper() or line.new_paragraph:
        return STRONG if is_capitalised(text) else FAIR
    if not layout.may_end(before.text):
        return _NONE
    if line.apart:
        return STRONG if is_capitalised(text) else FAIR
    return WEAK if is_capitalised(text) else _NONE
