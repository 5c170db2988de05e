"""What a button sends back when it is tapped: short, versioned, at most 64 bytes, and never trusted."""

import re
from datetime import date
from enum import StrEnum
from hashlib import blake2s
from typing import NamedTuple, Self

from handlers.catalogue import LANGUAGES
from knowledge.language.folding import fold
from knowledge.values.questions import Overview, OverviewKind, Period
from knowledge.values.references import Reference

_VERSION = "1"
_NAME_LIMIT = 22  # longer names are shortened, so that the whole stays within 64 bytes
_DAY = r"(?:\d{8})?"
_TAP = re.compile(
    rf"{_VERSION}:(?P<action>[a-z]+):(?P<language>[a-z]{{2}}):"
    r"(?P<document>[a-z0-9~-]+):(?P<reference>[A-Z0-9.a-z]+)"
)
_LANGUAGE = re.compile(rf"{_VERSION}:language:(?P<language>[a-z]{{2}})")
_PAGE = re.compile(
    rf"{_VERSION}:(?P<form>list|open):(?P<language>[a-z]{{2}}):(?P<kind>[a-z]+):(?P<party>[a-z0-9~-]*):"
    rf"(?P<start>{_DAY})-(?P<end>{_DAY}):(?P<page>[1-9]\d{{0,3}})"
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
        match = _read(_TAP, data)
        reference = Reference.parse(match["reference"])
        return cls(Action(match["action"]), match["language"], match["document"], reference)

    def __str__(self) -> str:
        return f"{_VERSION}:{self.action}:{self.language}:{shorten(self.document)}:{self.reference}"


class PageTap(NamedTuple):
    """A tap that asks for a page of an overview, in place of the message that bore the button or not.

    When read back, its party is a name as `shorten` writes it.
    """

    language: str
    overview: Overview
    in_place: bool = True

    @classmethod
    def parse(cls, data: str) -> Self:
        """Read what a button sent; raise ValueError on anything that we didn't write."""
        match = _read(_PAGE, data)
        start, end = (date.fromisoformat(day) if day else None for day in (match["start"], match["end"]))
        return cls(
            match["language"],
            Overview(
                kind=OverviewKind(match["kind"]),
                party=match["party"] or None,
                period=Period(start=start, end=end) if start or end else None,
                page=int(match["page"]),
            ),
            in_place=match["form"] == "list",
        )

    def __str__(self) -> str:
        asked = self.overview
        party = shorten(asked.party) if asked.party else ""
        period = asked.period or Period()
        start, end = (f"{day:%Y%m%d}" if day else "" for day in (period.start, period.end))
        form = "list" if self.in_place else "open"
        return f"{_VERSION}:{form}:{self.language}:{asked.kind}:{party}:{start}-{end}:{asked.page}"


class LanguageTap(NamedTuple):
    """A tap that chooses the language of the interface."""

    language: str

    @classmethod
    def parse(cls, data: str) -> Self:
        """Read what a button sent; raise ValueError on anything that we didn't write."""
        return cls(_read(_LANGUAGE, data)["language"])

    def __str__(self) -> str:
        return f"{_VERSION}:language:{self.language}"


def parse_tap(data: str) -> Tap | PageTap | LanguageTap:
    """Read what any button sent; raise ValueError on anything that we didn't write."""
    for form, kind in ((_PAGE, PageTap), (_LANGUAGE, LanguageTap)):
        if form.fullmatch(data):
            return kind.parse(data)
    return Tap.parse(data)


def shorten(name: str) -> str:
    """Write the name of an act or party as buttons do: «red-de-funcionarios-de~1f3a9c02»."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
    if len(plain) <= _NAME_LIMIT:
        return plain
    digest = blake2s(name.encode(), digest_size=4).hexdigest()
    return f"{plain[: _NAME_LIMIT - 9]}~{digest}"


def _read(form: re.Pattern[str], data: str) -> re.Match[str]:
    match = form.fullmatch(data)
    if match is None or match["language"] not in LANGUAGES:
        message = "not one of our buttons"
        raise ValueError(message)
    return match
