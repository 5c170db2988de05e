"""The data of feedback buttons: an opinion on a provision, or whether questions may be kept."""

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

FEEDBACK = r"^o1:"
"""Prefix of the data of these buttons."""

_FORM = re.compile(rf"o1:(?P<opinion>[a-z]+):{LANGUAGE}(?::{DOCUMENT}:{REFERENCE})?")


class Opinion(StrEnum):
    """What a tap says: helpful, not helpful, report to the secretariat, or whether to keep the question."""

    UP = "up"
    DOWN = "down"
    TELL = "tell"
    YES = "yes"
    NO = "no"


_OF_PROVISIONS = frozenset({Opinion.UP, Opinion.DOWN})


class OpinionTap(NamedTuple):
    """A tap; an opinion includes the provision, with the short name of its act."""

    opinion: Opinion
    language: str
    document: str = ""
    reference: Reference | None = None

    @classmethod
    def parse(cls, data: str) -> Self:
        """Parse the data of a button; raise ValueError if it isn't ours."""
        match = read_data(_FORM, data)
        opinion = Opinion(match["opinion"])
        if (opinion in _OF_PROVISIONS) != bool(match["document"]):
            message = "an opinion of a provision names it, and no other does"
            raise ValueError(message)
        reference = Reference.parse(match["reference"]) if match["reference"] else None
        return cls(opinion, match["language"], match["document"] or "", reference)

    def __str__(self) -> str:
        written = f"o1:{self.opinion}:{self.language}"
        return f"{written}:{shorten(self.document)}:{self.reference}" if self.document else written

    def is_of(self, citation: Citation) -> bool:
        """Tell whether the opinion is on a provision."""
        return shorten(citation.document) == self.document and citation.reference == self.reference


def opinion_buttons(citation: Citation, language: str) -> tuple[Button, Button]:
    """Build the two buttons under a provision."""
    up, down = (
        str(OpinionTap(opinion, language, citation.document, citation.reference))
        for opinion in (Opinion.UP, Opinion.DOWN)
    )
    return Button("👍", up), Button("👎", down)


def tell_button(catalogue: Catalogue) -> Button:
    """Build the button that reports a question to the secretariat."""
    return Button(
        catalogue.text(mark("Avisar a la secretaría")), str(OpinionTap(Opinion.TELL, catalogue.language))
    )
