"""Word's automatic numbering: the labels that Word shows before paragraphs but that aren't in the text."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from lxml.etree import _Element

from knowledge.reading.files.marks import BULLET
from knowledge.reading.files.ordinals import letter, roman

_PLACE = re.compile(r"%(\d)")
_DEEPEST_STYLE = 20


@dataclass(frozen=True)
class _Level:
    """One level of a list: its number format, its label's pattern («%1.»), its first number and its style."""

    counts_with: str
    pattern: str
    start: int
    style: str


@dataclass(frozen=True)
class _List:
    """A use of a list definition; `restarts` are its own first numbers by level."""

    definition: str
    restarts: dict[int, int]


class Numbering:
    """Number the paragraphs of a Word document; they must be asked for in order."""

    def __init__(self, document: Document) -> None:
        root = _numbering_root(document)
        self._definitions = {} if root is None else _definitions(root)
        self._lists = {} if root is None else _lists(root)
        self._styles = {
            style.get(qn("w:styleId")): style for style in document.styles.element.iter(qn("w:style"))
        }
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()
        self._inner = _inner_lists(
            [self._place(element)[0] for element in document.element.body.iter(qn("w:p"))]
        )

    def label(self, paragraph: _Element) -> str:
        """Count a paragraph and return its label («3.», «a)», «•»), or "" if it is in no list.

        Plain numbers of an inner level or list are written as `1)` to tell them from those of the outer one.
        """
        list_id, depth = self._place(paragraph)
        used = self._lists.get(list_id)
        levels = self._definitions.get(used.definition, {}) if used else {}
        if used is None or depth not in levels:
            return ""
        self._count(list_id, used, levels, depth)
        level = levels[depth]
        if level.counts_with == "bullet":
            return BULLET
        counts = self._counts[used.definition]
        label = _PLACE.sub(lambda place: _shown(place, levels, counts), level.pattern).strip()
        plain = len(_PLACE.findall(level.pattern)) == 1 and level.counts_with == "decimal"
        is_inner = depth > 0 or list_id in self._inner
        return f"{label[:-1]})" if is_inner and plain and label.endswith(".") else label

    def _count(self, list_id: str, used: _List, levels: dict[int, _Level], depth: int) -> None:
        counts = self._counts[used.definition]
        starts = {number: level.start for number, level in levels.items()}
        if list_id not in self._begun:
            self._begun.add(list_id)
            starts.update(used.restarts)
            for level in used.restarts:
                counts.pop(level, None)
        for level in range(depth):
            counts.setdefault(level, starts.get(level, 1))
        counts[depth] = counts[depth] + 1 if depth in counts else starts[depth]
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]

    def _place(self, paragraph: _Element) -> tuple[str, int]:
        """Return a paragraph's list and level, its own or its style's."""
        properties = paragraph.find(qn("w:pPr"))
        list_id, depth = _list_reference(properties)
        style = _value(properties, "w:pStyle")
        if list_id is None:
            list_id, style_depth, style = self._place_of_style(style)
            depth = style_depth if depth is None else depth
        if depth is None and list_id in self._lists:
            levels = self._definitions.get(self._lists[list_id].definition, {})
            depth = next((number for number, level in levels.items() if style and level.style == style), 0)
        return list_id or "", depth or 0

    def _place_of_style(self, style: str | None) -> tuple[str | None, int | None, str | None]:
        for _ in range(_DEEPEST_STYLE):
            element = self._styles.get(style) if style else None
            if element is None:
                break
            list_id, depth = _list_reference(element.find(qn("w:pPr")))
            if list_id is not None:
                return list_id, depth, style
            style = _value(element, "w:basedOn")
        return None, None, None


def _numbering_root(document: Document) -> _Element | None:
    try:
        part = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        return None
    return part.element if isinstance(part, XmlPart) else None


def _definitions(root: _Element) -> dict[str, dict[int, _Level]]:
    definitions: dict[str, dict[int, _Level]] = {}
    by_style: dict[str, str] = {}
    links: dict[str, str] = {}
    for element in root.iter(qn("w:abstractNum")):
        name = str(element.get(qn("w:abstractNumId")))
        definitions[name] = {
            int(level.get(qn("w:ilvl"), "0")): _level(level) for level in element.iterchildren(qn("w:lvl"))
        }
        by_style[_value(element, "w:styleLink") or ""] = name
        links[name] = _value(element, "w:numStyleLink") or ""
    for name, link in links.items():
        if link and link in by_style:
            definitions[name] = definitions[by_style[link]]
    return definitions


def _inner_lists(lists: Sequence[str]) -> frozenset[str]:
    """Return the lists that stand wholly between two items of another."""
    last = {name: position for position, name in enumerate(lists)}
    inner: set[str] = set()
    reach = -1
    for name in dict.fromkeys(filter(None, lists)):
        if last[name] < reach:
            inner.add(name)
        reach = max(reach, last[name])
    return frozenset(inner)


def _level(element: _Element) -> _Level:
    return _Level(
        counts_with=_value(element, "w:numFmt") or "decimal",
        pattern=_value(element, "w:lvlText") or "",
        start=_number(_value(element, "w:start"), 1),
        style=_value(element, "w:pStyle") or "",
    )


def _lists(root: _Element) -> dict[str, _List]:
    lists: dict[str, _List] = {}
    for element in root.iter(qn("w:num")):
        restarts = {
            _number(override.get(qn("w:ilvl")), 0): _number(_value(override, "w:startOverride"), 1)
            for override in element.iter(qn("w:lvlOverride"))
            if _value(override, "w:startOverride") is not None
        }
        lists[str(element.get(qn("w:numId")))] = _List(_value(element, "w:abstractNumId") or "", restarts)
    return lists


def _list_reference(properties: _Element | None) -> tuple[str | None, int | None]:
    element = None if properties is None else properties.find(qn("w:numPr"))
    if element is None:
        return None, None
    level = _value(element, "w:ilvl")
    return _value(element, "w:numId"), None if level is None else _number(level, 0)


def _value(element: _Element | None, tag: str) -> str | None:
    found = None if element is None else element.find(qn(tag))
    return None if found is None else found.get(qn("w:val"))


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdecimal() else otherwise


def _shown(place: re.Match[str], levels: dict[int, _Level], counts: dict[int, int]) -> str:
    depth = int(place[1]) - 1
    level, count = levels.get(depth), counts.get(depth)
    if level is None or count is None:
        return ""
    if level.counts_with.endswith("Letter"):
        shown = letter(count)
    elif level.counts_with.endswith("Roman"):
        shown = roman(count)
    else:
        shown = str(count)
    return shown.upper() if level.counts_with.startswith("upper") else shown
