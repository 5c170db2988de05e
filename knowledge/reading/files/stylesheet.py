"""Style sheets of a web page, as far as they decide whether and how an element's text counts."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_FOR_PRINT = re.compile(r"@media[^{}]*\bprint\b[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", re.IGNORECASE)
_COMPOUND = re.compile(r"(?P<tag>[a-zA-Z][\w-]*|\*)?(?P<names>(?:[.#][\w-]+)*)")
_NAME = re.compile(r"[.#][\w-]+")
_DECORATION = re.compile(r"text-decoration(?:-line)?\s*:\s*([^;]*)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*(?:super|text-top)", re.IGNORECASE)
_BLOCK = re.compile(r"display\s*:\s*(?:block|list-item|flex|grid|table)\b", re.IGNORECASE)
_MATTERS = re.compile(r"text-decoration|display|visibility|vertical-align|mso-hide", re.IGNORECASE)


class _Rule(NamedTuple):
    """The compound selectors from the outermost element in, and the declarations."""

    compounds: tuple[re.Match[str], ...]
    declarations: str


class StyleSheet:
    """The rules of a page's `<style>` elements; selectors with attributes or states are ignored."""

    def __init__(self, root: _Element) -> None:
        sheets = (element.text or "" for element in root.iter("style"))
        self._rules = [rule for sheet in sheets for rule in _rules(sheet)]

    def is_hidden(self, element: _Element) -> bool:
        """Tell whether an element is hidden."""
        return element.get("hidden") is not None or bool(_HIDDEN.search(self._declared(element)))

    def is_struck(self, element: _Element) -> bool:
        """Tell whether an element's text is struck through."""
        decorations = _DECORATION.findall(self._declared(element))
        return bool(decorations) and "line-through" in decorations[-1].lower()

    def is_raised(self, element: _Element) -> bool:
        """Tell whether an element's text is raised, as note marks are."""
        return bool(_RAISED.search(self._declared(element)))

    def is_block(self, element: _Element) -> bool:
        """Tell whether an element stands on lines of its own."""
        return bool(_BLOCK.search(self._declared(element)))

    def _declared(self, element: _Element) -> str:
        own = element.get("style", "")
        if not self._rules:
            return own
        return ";".join([*(rule.declarations for rule in self._rules if _applies(rule, element)), own])


def _rules(sheet: str) -> Iterator[_Rule]:
    for selectors, declarations in _RULE.findall(_FOR_PRINT.sub("", _COMMENT.sub("", sheet))):
        for selector in selectors.split(","):
            matches = [_COMPOUND.fullmatch(part) for part in selector.replace(">", " ").split()]
            compounds = tuple(match for match in matches if match)
            if compounds and len(compounds) == len(matches) and _MATTERS.search(declarations):
                yield _Rule(compounds, declarations)


def _applies(rule: _Rule, element: _Element) -> bool:
    *outer, last = rule.compounds
    if not _matches(last, element):
        return False
    for ancestor in element.iterancestors():
        if outer and _matches(outer[-1], ancestor):
            outer.pop()
    return not outer


def _matches(compound: re.Match[str], element: _Element) -> bool:
    tag = compound["tag"]
    if tag not in {None, "*"} and tag.lower() != element.tag:
        return False
    names = {f".{name}" for name in element.get("class", "").split()} | {f"#{element.get('id', '')}"}
    return names.issuperset(_NAME.findall(compound["names"]))
