"""The button that sends what one provision fixes as a calendar."""

import re
from typing import NamedTuple, Self

from handlers.callbacks import shorten
from handlers.catalogue import LANGUAGES, Catalogue
from handlers.messages import Button
from knowledge.values.answers import Finding
from knowledge.values.dated import days_of
from knowledge.values.notices import mark
from knowledge.values.references import Reference

PATTERN = r"^cal1:"
"""How what these buttons send begins."""

_FORM = re.compile(
    rf"cal1:(?P<language>{'|'.join(LANGUAGES)}):(?P<document>[a-z0-9~-]+):(?P<reference>[A-Z0-9.a-z]+)"
)


class CalendarTap(NamedTuple):
    """A tap that asks for the days of one provision; when read back, the act's name is a short one."""

    language: str
    document: str
    reference: Reference

    @classmethod
    def parse(cls, data: str) -> Self:
        """Read what a button sent; raise ValueError on anything that we didn't write."""
        match = _FORM.fullmatch(data)
        if match is None:
            message = "not one of our buttons"
            raise ValueError(message)
        return cls(match["language"], match["document"], Reference.parse(match["reference"]))

    def __str__(self) -> str:
        return f"cal1:{self.language}:{shorten(self.document)}:{self.reference}"


def calendar_button(finding: Finding, catalogue: Catalogue) -> Button | None:
    """Return the button of a finding that fixes days, or None if it fixes none."""
    if days_of(finding) is None:
        return None
    citation = finding.citation
    tap = CalendarTap(catalogue.language, citation.document, citation.reference)
    return Button(catalogue.text(mark("📅 Calendario")), str(tap))
