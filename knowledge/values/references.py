"""References to provisions of an act, in the form that stores and commands print."""

import re
from enum import StrEnum
from typing import Self

from pydantic import model_validator

from knowledge.values.base import Value

LETTERS = r"[a-z]{1,2}(?:\.[a-z]{1,2})?"
"""The letter of a sub-item, followed by that of an item of its own, if any («2.c.a»)."""
_PRINTED = re.compile(rf"(?P<section>ENC|[CRAD])(?P<number>[1-9]\d{{0,3}})?(?:\.(?P<letter>{LETTERS}))?")


class Section(StrEnum):
    """A part of an act with its own numbering of provisions."""

    PREAMBLE = "ENC"
    CONCLUSION = "C"
    RECOMMENDATION = "R"
    AGREEMENT = "A"
    PARAGRAPH = "D"


class Reference(Value):
    """A provision's place in its act, e.g. `C16.a`.

    ======== ==================================================
    C16      conclusion 16, with its closing paragraph if any
    C16.a    its lettered sub-item (bullets get running letters)
    C2.c.a   item «a)» below the act's «2.3», which is C2.c
    R2       recommendation 2
    A3       numbered agreement 3 of a declaration
    D5       fifth unnumbered operative paragraph
    ENC      preamble: meeting, place, dates, participants
    ======== ==================================================
    """

    section: Section
    number: int | None = None
    letter: str | None = None

    @model_validator(mode="after")
    def _be_whole(self) -> Self:
        if (self.section is Section.PREAMBLE) != (self.number is None):
            message = "every provision but the preamble has a number"
            raise ValueError(message)
        if self.letter and not self.number:
            message = "a letter needs a number"
            raise ValueError(message)
        return self

    @classmethod
    def parse(cls, printed: str) -> Self:
        """Parse the printed form; raise ValueError on anything else."""
        match = _PRINTED.fullmatch(printed)
        if match is None:
            message = f"not a reference: {printed!r}"
            raise ValueError(message)
        number = match["number"]
        return cls(
            section=Section(match["section"]), number=int(number) if number else None, letter=match["letter"]
        )

    @property
    def parent(self) -> "Reference | None":
        """The provision that a sub-item belongs to."""
        if not self.letter:
            return None
        outer = self.letter.rpartition(".")[0] or None
        return Reference(section=self.section, number=self.number, letter=outer)

    def is_below(self, other: "Reference") -> bool:
        """Tell whether it is a sub-item of another provision, at any depth."""
        return self.parent is not None and (self.parent == other or self.parent.is_below(other))

    def sub_item(self, letter: str) -> "Reference":
        """Return the reference of the sub-item with a letter."""
        inner = f"{self.letter}.{letter}" if self.letter else letter
        return Reference(section=self.section, number=self.number, letter=inner)

    def __str__(self) -> str:
        number = "" if self.number is None else str(self.number)
        letter = f".{self.letter}" if self.letter else ""
        return f"{self.section}{number}{letter}"
