"""Labels of actions, responsible parties and deadlines in minutes and tables: «Responsable:»."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from knowledge.reading.duties.cues import Labels


class LabelKind(StrEnum):
    """The kind of field after a label."""

    ACTION = "action"
    RESPONSIBLE = "responsible"
    DUE = "due"
    SUPPORT = "support"


class Label(NamedTuple):
    """A label: the characters from its first one up to `end`, after its colon."""

    kind: LabelKind
    start: int
    end: int


class LabelFinder:
    """Finds labels in a text."""

    def __init__(self, labels: Labels) -> None:
        self._patterns = [(LabelKind(kind), _pattern(words)) for kind, words in labels]

    def find(self, text: str) -> list[Label]:
        """List the labels of a text, in order."""
        return sorted(self._found(text), key=lambda each: each.start)

    def _found(self, text: str) -> Iterator[Label]:
        for kind, pattern in self._patterns:
            for match in pattern.finditer(text):
                yield Label(kind, match.start(), match.end())


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Match labels as written, capitalized or in capitals, with a colon after them.

    In brackets they may be lowercase: «(responsable: ST)».
    """
    written = sorted({*words, *(word.upper() for word in words)}, key=len, reverse=True)
    small = sorted({word.lower() for word in words}, key=len, reverse=True)
    apart = rf"(?<!\w)(?:{'|'.join(map(re.escape, written))})"
    return re.compile(rf"(?:{apart}|(?<=[(\[])(?:{'|'.join(map(re.escape, small))}))\s*:\s*")


def field_end(text: str, label: Label, end: int) -> int:
    """Return where the field of a label ends: at `end`, or at the bracket that closes it."""
    closing = {"(": ")", "[": "]"}.get(text[label.start - 1 : label.start])
    closed = text.find(closing, label.end, end) if closing else -1
    return end if closed < 0 else closed
