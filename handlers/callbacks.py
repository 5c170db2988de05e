"""The data that a button sends when tapped: versioned, at most 64 bytes, and never trusted."""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from hashlib import blake2s
from typing import NamedTuple, Self

from handlers.button_data import DOCUMENT, LANGUAGE, REFERENCE, read_data
from knowledge.language.folding import fold
from knowledge.values.questions import Overview, OverviewKind, Period, Stage
from knowledge.values.references import Reference

_VERSION = "1"
_LIST = "2"  # lists have more limits than in version 1
_NAME_LIMIT = 22  # longer names are shortened, so that the whole stays within 64 bytes
_SHORT_NAME = 12  # of lists, whose buttons say more
_DAY = r"(?:[0-9a-f]{5})?"
_KINDS = {
    "p": OverviewKind.PENDING,
    "d": OverviewKind.DEADLINES,
    "e": OverviewKind.EVENTS,
    "c": OverviewKind.PARTY,
    "m": OverviewKind.MEETINGS,
}
_STAGES = {"": None, ">": Stage.AHEAD, "!": Stage.OVER, "?": Stage.UNDATED, "=": Stage.DONE}
_TAP = re.compile(rf"{_VERSION}:(?P<action>[a-z]+):{LANGUAGE}:{DOCUMENT}:{REFERENCE}")
_LANGUAGE = re.compile(rf"{_VERSION}:language:{LANGUAGE}")
_PAGE = re.compile(
    rf"{_LIST}:(?P<form>[lomp]):{LANGUAGE}:(?P<kind>[{''.join(_KINDS)}])(?P<stage>[>!?=]?):"
    r"(?P<party>[a-z0-9~-]*):(?P<where>[a-z0-9~-]*):"
    rf"(?P<period>{_DAY}-{_DAY}|):(?P<held>{_DAY}-{_DAY}|):(?P<page>[1-9]\d{{0,3}})"
)


class Action(StrEnum):
    """What a tap asks for: a provision, its quotation, a card; or, in place, another or the whole text."""

    SHOW = "show"
    QUOTE = "quote"
    TURN = "turn"
    WHOLE = "whole"
    CARD = "card"


class Tap(NamedTuple):
    """A tap on a button about one provision, in the language of its message."""

    action: Action
    language: str
    document: str
    reference: Reference

    @classmethod
    def parse(cls, data: str) -> Self:
        """Parse the data of a button; raise ValueError if it isn't ours."""
        match = read_data(_TAP, data)
        reference = Reference.parse(match["reference"])
        return cls(Action(match["action"]), match["language"], match["document"], reference)

    def __str__(self) -> str:
        return f"{_VERSION}:{self.action}:{self.language}:{shorten(self.document)}:{self.reference}"


class Form(StrEnum):
    """What a tap on a list asks for.

    A page, in place of the button's message or in a new one; or the choice of meetings or of a party to limit
    it to, in place.
    """

    TURN = "l"
    OPEN = "o"
    MEETINGS = "m"
    PARTIES = "p"


class PageTap(NamedTuple):
    """A tap on a list, asking for another page or other limits.

    After parsing, its party and place are names as `shorten` writes them.
    """

    language: str
    overview: Overview
    form: Form = Form.TURN

    @classmethod
    def parse(cls, data: str) -> Self:
        """Parse the data of a button; raise ValueError if it isn't ours."""
        match = read_data(_PAGE, data)
        return cls(
            match["language"],
            Overview(
                kind=_KINDS[match["kind"]],
                party=match["party"] or None,
                period=_period(match["period"]),
                where=match["where"] or None,
                held=_period(match["held"]),
                stage=_STAGES[match["stage"]],
                page=int(match["page"]),
            ),
            Form(match["form"]),
        )

    def __str__(self) -> str:
        asked = self.overview
        party = shorten(asked.party, _SHORT_NAME) if asked.party else ""
        where = shorten(asked.where, _SHORT_NAME) if asked.where else ""
        kind = next(code for code, kind in _KINDS.items() if kind is asked.kind)
        days = ":".join(map(_days, (asked.period, asked.held)))
        stage = next(code for code, stage in _STAGES.items() if stage is asked.stage)
        return f"{_LIST}:{self.form}:{self.language}:{kind}{stage}:{party}:{where}:{days}:{asked.page}"


class LanguageTap(NamedTuple):
    """A tap that chooses the language of the interface."""

    language: str

    @classmethod
    def parse(cls, data: str) -> Self:
        """Parse the data of a button; raise ValueError if it isn't ours."""
        return cls(read_data(_LANGUAGE, data)["language"])

    def __str__(self) -> str:
        return f"{_VERSION}:language:{self.language}"


def parse_tap(data: str) -> Tap | PageTap | LanguageTap:
    """Parse the data of any button; raise ValueError if it isn't ours."""
    for form, kind in ((_PAGE, PageTap), (_LANGUAGE, LanguageTap)):
        if form.fullmatch(data):
            return kind.parse(data)
    return Tap.parse(data)


def shorten(name: str, limit: int = _NAME_LIMIT) -> str:
    """Shorten the name of an act or party for button data: «red-de-funcionarios-de~1f3a9c02»."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
    if len(plain) <= limit:
        return plain
    digest = blake2s(name.encode(), digest_size=4).hexdigest()
    return f"{plain[: limit - 9]}~{digest}"


def lengthen(short: str | None, names: Iterable[str]) -> str | None:
    """Return the name that was shortened for a list's button; raise LookupError if none matches."""
    if short is None:
        return None
    return {shorten(name, _SHORT_NAME): name for name in names}[short]


def _days(period: Period | None) -> str:
    """Write a period as the ordinals of its days: «b3e1a-b3f86»."""
    if period is None:
        return ""
    return "-".join(f"{day.toordinal():05x}" if day else "" for day in (period.start, period.end))


def _period(written: str) -> Period | None:
    if not written:
        return None
    start, end = (date.fromordinal(int(day, 16)) if day else None for day in written.split("-"))
    return Period(start=start, end=end)
