"""The button «Acta, p. 3», which sends the act that a provision stands in."""

import re
from typing import NamedTuple, Self

from handlers.callbacks import shorten
from handlers.catalogue import LANGUAGES, Catalogue
from handlers.messages import Button
from knowledge.values.answers import Citation
from knowledge.values.notices import mark
from knowledge.values.references import Reference

ORIGINAL = r"^act1:"
"""How what these buttons send begins."""

_FORM = re.compile(
    rf"act1:(?P<language>{'|'.join(LANGUAGES)}):(?P<document>[a-z0-9~-]+):(?P<reference>[A-Z0-9.a-z]+)"
)


class OriginalTap(NamedTuple):
    """A tap that asks for the act a provision stands in; when read back, the act's name is a short one."""

    language: str
    document: str
    reference: Reference

    @classmethod
    def parse(cls, data: str) -> Self:
        """Read what a button sent; raise ValueError on anything that we didn't write."""
        match = _FORM.fullmatch(data)
        if match is None:
            message = "not a button that sends an act"
            raise ValueError(message)
        return cls(match["language"], match["document"], Reference.parse(match["reference"]))

    def __str__(self) -> str:
        return f"act1:{self.language}:{shorten(self.document)}:{self.reference}"


def original_button(citation: Citation, page: int, catalogue: Catalogue) -> Button:
    """Build the button that sends the act in which a provision stands on a page."""
    tap = OriginalTap(catalogue.language, citation.document, citation.reference)
    return Button(catalogue.text(mark("Acta, p. {page}"), page=page), str(tap))
