"""Objections to a provision as the answer to a question."""

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
"""Checks of what a question asks for, not of what it names."""


CERTAIN = frozenset({Check.PARTY, Check.COUNTRY, Check.DAY, Check.NUMBER, Check.NEXT})
"""Checks that a provision with the answer hardly ever fails; names and deeds it may put in other words."""


class Objection(NamedTuple):
    """Something that a question has and a provision lacks, with the sentence that says so."""

    check: Check
    notice: Notice


def is_unnamed(objection: Objection) -> bool:
    """Tell whether a provision lacks what the question names, rather than what it asks for."""
    return objection.check not in UNTOLD
