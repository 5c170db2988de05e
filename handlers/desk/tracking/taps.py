"""The buttons under marks, and under the question which commitment is meant."""

import re
from enum import StrEnum
from typing import NamedTuple, Self

from handlers.button_data import LANGUAGE, read_data
from handlers.catalogue import Catalogue
from handlers.messages import Button
from knowledge.values.notices import mark

TRACKING = r"^trk1:"
"""Prefix of the data of these buttons."""

_FORM = re.compile(rf"trk1:(?P<action>[a-z]+):{LANGUAGE}:(?P<subject>[\w-]{{1,24}}):(?P<place>\d{{1,3}})")


class MarkAction(StrEnum):
    """What a tap asks for: to choose an option of a draft, discard it, undo a change, or see its file."""

    CHOOSE = "choose"
    DISCARD = "discard"
    UNDO = "undo"
    EVIDENCE = "evidence"


class MarkTap(NamedTuple):
    """A tap on an option of a draft, identified by nonce, or on a change, identified by number."""

    action: MarkAction
    language: str
    subject: str
    place: int = 0

    @classmethod
    def parse(cls, data: str) -> Self:
        """Parse the data of a button; raise ValueError if it isn't ours."""
        match = read_data(_FORM, data)
        return cls(MarkAction(match["action"]), match["language"], match["subject"], int(match["place"]))

    @property
    def number(self) -> int:
        """The number of the change, or 0 if the subject isn't a valid one."""
        return int(self.subject) if re.fullmatch(r"\d{1,15}", self.subject, re.ASCII) else 0

    def __str__(self) -> str:
        return f"trk1:{self.action}:{self.language}:{self.subject}:{self.place}"


def undo_button(number: int, catalogue: Catalogue) -> Button:
    """Return the button that undoes a change."""
    tap = MarkTap(MarkAction.UNDO, catalogue.language, str(number))
    return Button(catalogue.text(mark("↩️ Deshacer")), str(tap))


def discard_button(nonce: str, catalogue: Catalogue) -> Button:
    """Return the button that discards a draft."""
    tap = MarkTap(MarkAction.DISCARD, catalogue.language, nonce)
    return Button(catalogue.text(mark("✖️ Descartar")), str(tap))
