"""What a button sends back when it is tapped: short, versioned, at most 64 bytes, and never trusted."""

import re
from enum import StrEnum
from hashlib import blake2s
from typing import NamedTuple, Self

from handlers.catalogue import LANGUAGES
from knowledge.values.references import Reference

_VERSION = "1"
_SLUG_LIMIT = 40  # longer document names are shortened, so that the whole stays within 64 bytes
_FORM = re.compile(
    rf"{_VERSION}:(?P<action>[a-z]+):(?P<language>[a-z]{{2}}):(?P<document>[a-z0-9~-]+):(?P<reference>[A-Z0-9.a-z]+)"
)


class Action(StrEnum):
    """What a tap asks for: a provision in a new message, or in place of the one that bore the button."""

    SHOW = "show"
    TURN = "turn"
    WHOLE = "whole"


class Tap(NamedTuple):
    """A tap on a button about one provision, in the language of the message that bore it."""

    action: Action
    language: str
    document: str
    reference: Reference

    @classmethod
    def parse(cls, data: str) -> Self:
        """Read what a button sent; raise ValueError on anything that we didn't write."""
        match = _FORM.fullmatch(data)
        if match is None or match["language"] not in LANGUAGES:
            message = "not one of our buttons"
            raise ValueError(message)
        reference = Reference.parse(match["reference"])
        return cls(Action(match["action"]), match["language"], match["document"], reference)

    def __str__(self) -> str:
        return f"{_VERSION}:{self.action}:{self.language}:{shorten(self.document)}:{self.reference}"


def shorten(document: str) -> str:
    """Name a document as buttons do; a long name ends in a digest, e.g. `crm-2019-…~1f3a9c02`."""
    if len(document) <= _SLUG_LIMIT:
        return document
    digest = blake2s(document.encode(), digest_size=4).hexdigest()
    return f"{document[: _SLUG_LIMIT - 9]}~{digest}"
