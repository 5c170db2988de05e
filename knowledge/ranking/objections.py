"""What speaks against a provision as the answer to a question."""

from enum import StrEnum
from typing import NamedTuple

from knowledge.values.notices import Notice


class Check(StrEnum):
    """What is checked; each is a sign with a learned weight."""

    PARTY = "party"
    ROLE = "role"
    COUNTRY = "country"
    CITY = "city"
    DAY = "day"
    NUMBER = "number"
    NAME = "name"
    ELSEWHERE = "elsewhere"
    NEXT = "next"
    DEED = "deed"
    TIME = "time"
    PLACE = "place"
    COUNT = "count"
    PERSON = "person"
    DOER = "doer"
    REASON = "reason"


UNTOLD = frozenset({Check.TIME, Check.PLACE, Check.COUNT, Check.PERSON, Check.DOER, Check.REASON})
"""Checks of what is asked for, and not of what is named."""


CERTAIN = frozenset({Check.PARTY, Check.COUNTRY, Check.DAY, Check.NUMBER, Check.NEXT})
"""Checks that a provision which answers hardly ever fails; names and deeds it may say with other words."""


class Objection(NamedTuple):
    """What a question has and a provision hasn't, and the sentence that says so."""

    check: Check
    notice: Notice


def is_unnamed(objection: Objection) -> bool:
    """Tell whether a question names what a provision hasn't, rather than asks for what it doesn't tell."""
    return objection.check not in UNTOLD
