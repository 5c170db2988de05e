"""The buttons that ask for a picture: of one of several meetings, or of all."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple, Self

from handlers.button_data import LANGUAGE, read_data
from handlers.callbacks import shorten
from handlers.catalogue import Catalogue
from handlers.messages import Button, Keyboard
from handlers.pictures.wording import ALL, place_of
from knowledge.stores.documents import Document

PICTURE = r"^pic1:"
"""Prefix of the data of these buttons."""

MOST = 12
"""How many of the newest meetings are offered."""

_FORM = re.compile(rf"pic1:{LANGUAGE}:(?P<document>[a-z0-9~-]*)")
_IN_A_ROW = 2


class PictureTap(NamedTuple):
    """A tap that asks for a picture of a meeting, or of all; after parsing, the act's name is a short one."""

    language: str
    document: str = ""

    @classmethod
    def parse(cls, data: str) -> Self:
        """Parse the data of a button; raise ValueError if it isn't ours."""
        match = read_data(_FORM, data)
        return cls(match["language"], match["document"])

    def __str__(self) -> str:
        return f"pic1:{self.language}:{shorten(self.document)}"


def every_meeting(catalogue: Catalogue) -> Button:
    """Return the button that asks for all meetings."""
    return Button(catalogue.text(ALL), str(PictureTap(catalogue.language)))


def offer_meetings(documents: Sequence[Document], catalogue: Catalogue) -> Keyboard:
    """Offer the newest of some meetings, by city and year, or in full where these are ambiguous."""
    offered = documents[:MOST]
    names = [place_of(each) for each in offered]
    counts = Counter(names)
    buttons = [
        Button(
            name if counts[name] == 1 else catalogue.meeting(each.meeting),
            str(PictureTap(catalogue.language, each.slug)),
        )
        for name, each in zip(names, offered, strict=True)
    ]
    return tuple(tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW))
