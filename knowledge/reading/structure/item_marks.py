"""Item marks at the start of lines, and the series of those that count up."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.reading.files.marks import BULLETS, ROW_CELL_END
from knowledge.reading.structure.lines import Layout, Line, is_capitalised
from knowledge.reading.structure.mark_forms import BARE, Form, MarkKind, forms_of, needs_company

STRONG, FAIR, WEAK, _NONE = 3, 2, 1, 0
"""Weights of marks: a sentence ends before and one starts after it; only the first; little evidence; none."""

OF_ROWS = ROW_CELL_END.strip()
"""The style of running numbers of a table's rows."""

_MAX_GAP = 5
_GAP_COST = 1
_OTHER_STYLE_COST = 2
_LATE_START_COST = 4


@dataclass(frozen=True)
class Mark:
    """A possible item mark at the start of line number `line`.

    `written` is the mark itself, `rest` the text after it on the line. `weight` is the evidence for it: 1
    little, 2 some, 3 strong.
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
    """List possible marks: `1.` `1)` `[1]` `1` `Art. 1` `PRIMERO:` `2.1` `a)` `ii.` `•` `-`."""
    marks: list[Mark] = []
    for index, line in enumerate(lines):
        if line.continues or line.is_table_row:
            continue
        for form in forms_of(line.text, layout.agenda):
            rest = line.text[form.rest :]
            text = rest or (lines[index + 1].text if index + 1 < len(lines) else "")
            weight = _weight_of(form, text, line, lines[index - 1] if index else None, layout)
            if weight:
                written = line.text[: form.rest].strip()
                style = _style_of(form, line)
                marks.append(Mark(index, form.kind, form.ordinal, style, written, rest, weight))
    return marks


def _style_of(form: Form, line: Line) -> str:
    """Return a mark's style; running numbers of table rows have their own, as they number no other items."""
    is_row = form.kind is MarkKind.NUMBER and not form.style.isalpha() and ROW_CELL_END in line.text
    return OF_ROWS if is_row else form.style


def best_series(marks: Iterable[Mark], starts: frozenset[int] = frozenset({1})) -> list[Mark]:
    """Choose the longest and most plausible series of marks that count up by one.

    Marks that don't continue the series are dropped: a year, a page number, «capítulo / 4. b)». A few
    missing ordinals, a change of style, or a first ordinal that isn't in `starts` lower its value.
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
    series = top.marks() if top and top.value > WEAK else []
    if len(series) > 1 and series[-1].style == BARE != series[-2].style:
        return series[:-1]  # a footnote below the last item
    return [] if len(series) == 1 and needs_company(series[0].style) else series


def in_groups(marks: Iterable[Mark]) -> list[list[Mark]]:
    """Split marks at every ordinal 1, since an item may hold several lists."""
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


def _weight_of(form: Form, text: str, line: Line, before: Line | None, layout: Layout) -> int:
    """Return a mark's weight; one that may be just words counts only where an item surely starts."""
    weight = _weight(text, line, before, layout)
    if needs_company(form.style):
        if form.style != BARE and line.apart and is_capitalised(text):
            return STRONG  # after a recital, which ends in a comma
        return weight if weight == STRONG else _NONE
    if not weight and (form.style in BULLETS or _may_stand(form.kind, form.ordinal, text, before, layout)):
        return WEAK
    return weight


def _may_stand(kind: MarkKind, ordinal: int, text: str, before: Line | None, layout: Layout) -> bool:
    """Tell whether a mark is possible though no sentence ends before it, or none starts after it.

    Letters and bullets open short items without capitals or full stops; a line before item 1 may be lost.
    """
    if kind is MarkKind.NUMBER:
        return ordinal == 1 and is_capitalised(text)
    return before is None or layout.may_end(before.text)


def _weight(text: str, line: Line, before: Line | None, layout: Layout) -> int:
    opens = before is None or before.ends_sentence or before.text.isupper() or line.new_paragraph
    if before is None or opens or ROW_CELL_END in line.text:
        return STRONG if is_capitalised(text) else FAIR
    if not layout.may_end(before.text):
        return _NONE
    if line.apart:
        return STRONG if is_capitalised(text) else FAIR
    return WEAK if is_capitalised(text) else _NONE
