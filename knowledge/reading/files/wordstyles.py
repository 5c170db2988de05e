"""Whether a Word document's text is hidden, struck through or raised, by its runs and styles."""

from collections.abc import Iterator

from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import _Element

_DEEPEST = 20
_OFF = frozenset({"0", "false", "off"})


class RunStyles:
    """Looks up a run's properties: its own, then those of its character style and its paragraph's style."""

    def __init__(self, document: Document) -> None:
        styles = document.styles.element.iter(qn("w:style"))
        self._styles = {style.get(qn("w:styleId")): style for style in styles}

    def is_hidden(self, run: _Element) -> bool:
        """Tell whether a run's text is hidden."""
        return self._is_on(run, "w:vanish")

    def is_struck(self, run: _Element) -> bool:
        """Tell whether a run's text is struck through, once or twice."""
        return self._is_on(run, "w:strike") or self._is_on(run, "w:dstrike")

    def is_raised(self, run: _Element) -> bool:
        """Tell whether a run's text is raised, as note marks are."""
        found = self._property(run, "w:vertAlign")
        if found is not None:
            return found.get(qn("w:val")) == "superscript"
        lift = self._property(run, "w:position")
        return lift is not None and str(lift.get(qn("w:val"))).isdecimal() and lift.get(qn("w:val")) != "0"

    def _is_on(self, run: _Element, name: str) -> bool:
        found = self._property(run, name)
        return found is not None and found.get(qn("w:val"), "1") not in _OFF

    def _property(self, run: _Element, name: str) -> _Element | None:
        for properties in self._properties(run):
            found = properties.find(qn(name))
            if found is not None:
                return found
        return None

    def _properties(self, run: _Element) -> Iterator[_Element]:
        own = run.find(qn("w:rPr"))
        if own is not None:
            yield own
            yield from self._of_style(own.find(qn("w:rStyle")))
        paragraph = next(run.iterancestors(qn("w:p")), None)
        properties = None if paragraph is None else paragraph.find(qn("w:pPr"))
        if properties is not None:
            yield from self._of_style(properties.find(qn("w:pStyle")))

    def _of_style(self, named: _Element | None) -> Iterator[_Element]:
        for _ in range(_DEEPEST):
            style = None if named is None else self._styles.get(named.get(qn("w:val")))
            if style is None:
                return
            properties = style.find(qn("w:rPr"))
            if properties is not None:
                yield properties
            named = style.find(qn("w:basedOn"))
