"""Buttons that send something of one provision: its act, or the days that it fixes."""

import re
from enum import StrEnum
from typing import NamedTuple, Self

from handlers.callbacks import shorten
from handlers.catalogue import LANGUAGES
from knowledge.values.references import Reference


class Sends(StrEnum):
    """What a button sends, as what it carries begins."""

    ORIGINAL = "act1"
    CALENDAR = "cal1"


_FORM = re.compile(
    rf"(?P<sends>{'|'.join(Sends)}):(?P<language>{'|'.join(LANGUAGES)})"
    r":(?P<document>[a-z0-9~-]+):(?P<reference>[A-Z0-9.a-z]+)"
)


class ProvisionTap(NamedTuple):
    """A tap that asks for something of a provision; when read back, the act's name is a short one."""

    sends: Sends
    language: str
    document: str
    reference: Reference

    @classmethod
    def parse(cls, data: str) -> Self:
        """Read what a button sent; raise ValueError on anything that we didn't write."""
        match = _FORM.fullmatch(data)
        if match is None:
            message = "not a button of a provision"
            raise ValueError(message)
        reference = Reference.parse(match["reference"])
        return cls(Sends(match["sends"]), match["language"], match["document"], reference)

    def __str__(self) -> str:
        return f"{self.sends}:{self.language}:{shorten(self.document)}:{self.reference}"
