"""Buttons that send a file for one provision: its act, or its dates as a calendar."""

import re
from enum import StrEnum
from typing import NamedTuple, Self

from handlers.button_data import DOCUMENT, LANGUAGE, REFERENCE, read_data
from handlers.callbacks import shorten
from handlers.catalogue import Catalogue
from handlers.messages import Button
from knowledge.values.answers import Citation
from knowledge.values.notices import mark
from knowledge.values.references import Reference


class Sends(StrEnum):
    """What a button sends, as the prefix of its data."""

    ORIGINAL = "act1"
    CALENDAR = "cal1"


ORIGINAL_TAPS, CALENDAR_TAPS = rf"^{Sends.ORIGINAL}:", rf"^{Sends.CALENDAR}:"
"""Prefixes of the data of these buttons."""

_FORM = re.compile(rf"(?P<sends>{'|'.join(Sends)}):{LANGUAGE}:{DOCUMENT}:{REFERENCE}")


class ProvisionTap(NamedTuple):
    """A tap that asks for a provision's file; after parsing, the act's name is a short one."""

    sends: Sends
    language: str
    document: str
    reference: Reference

    @classmethod
    def parse(cls, data: str) -> Self:
        """Parse the data of a button; raise ValueError if it isn't ours."""
        match = read_data(_FORM, data)
        reference = Reference.parse(match["reference"])
        return cls(Sends(match["sends"]), match["language"], match["document"], reference)

    def __str__(self) -> str:
        return f"{self.sends}:{self.language}:{shorten(self.document)}:{self.reference}"


def original_button(citation: Citation, page: int, catalogue: Catalogue) -> Button:
    """Build the button that sends a provision's act, labelled with the page."""
    tap = ProvisionTap(Sends.ORIGINAL, catalogue.language, citation.document, citation.reference)
    return Button(catalogue.text(mark("Acta, p. {page}"), page=page), str(tap))


def calendar_button(citation: Citation, catalogue: Catalogue) -> Button:
    """Build the button that sends the dates of a provision."""
    tap = ProvisionTap(Sends.CALENDAR, catalogue.language, citation.document, citation.reference)
    return Button(catalogue.text(mark("📅 Calendario")), str(tap))
