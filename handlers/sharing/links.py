"""Links that open a provision in the chat with the bot: «t.me/…?start=grcm-2017-06-san-salvador_C16-a»."""

import re
from typing import NamedTuple, Self

from handlers.callbacks import shorten
from handlers.messages import Button
from knowledge.base import KnowledgeBase
from knowledge.values.answers import Answer, Citation
from knowledge.values.references import Reference

SHARE = r"^k1:"
"""Prefix of the data of buttons that ask for a link; the end of the link follows."""

_LONGEST_ACT = 46
_KEPT = re.compile(r"m-(?P<token>[0-9a-f]{16})")
_OPENS = re.compile(r"(?P<document>[a-z0-9_-]+)_(?P<reference>[A-Z]+\d*(?:-[a-z]+)?)")


class Opened(NamedTuple):
    """The target of a link: an act, by its short name, and one of its provisions."""

    document: str
    reference: Reference

    @classmethod
    def of(cls, citation: Citation) -> Self:
        """Return the target for a cited provision."""
        return cls(_short(citation.document), citation.reference)

    @classmethod
    def parse(cls, payload: str) -> Self:
        """Parse the end of a link; raise ValueError if it isn't ours."""
        match = _OPENS.fullmatch(payload)
        if match is None:
            message = "not one of our links"
            raise ValueError(message)
        return cls(match["document"], Reference.parse(match["reference"].replace("-", ".")))

    def __str__(self) -> str:
        return f"{self.document}_{str(self.reference).replace('.', '-')}"

    def show(self, base: KnowledgeBase, language: str) -> Answer:
        """Return the provision; raise LookupError if it is no longer loaded."""
        slugs = {_short(document.slug): document.slug for document in base.documents()}
        return base.show(slugs[self.document], self.reference, language=language)


def kept_link(token: str) -> str:
    """Write the end of a link that opens a kept answer, given its token."""
    return f"m-{token}"


def kept_by(payload: str) -> str | None:
    """Return the token of the kept answer that a link opens, or None if it doesn't."""
    match = _KEPT.fullmatch(payload)
    return match["token"] if match else None


def share_button(citation: Citation, label: str) -> Button:
    """Build the button that asks for a link to a provision."""
    return Button(label, f"k1:{Opened.of(citation)}")


def _short(slug: str) -> str:
    """Write the short name of an act for a link, where «~» isn't allowed."""
    return shorten(slug, _LONGEST_ACT).replace("~", "_")
