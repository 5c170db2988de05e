"""Parse the words after /avisos: «Panamá», «7:30», «Panamá y OIM, 7 días, 8:15», «hora de Bogotá»."""

import re
from datetime import time

from knowledge.language.folding import fold
from knowledge.language.parties import PartyRegister
from knowledge.language.zones import find_zones
from knowledge.values.subscriptions import DAYS_BEFORE, Subscription

_HALF = r"a\.?m\.?|p\.?m\.?"
_TIME = re.compile(rf"(?:a las |at )?(\d{{1,2}})(?:[:.h](\d{{2}}))?\s*({_HALF}|h|hs)?", re.IGNORECASE)
_TIME_AMONG = re.compile(
    rf"(?:\ba las |\bat )?\b\d{{1,2}}(?:[:.h]\d{{2}}(?:\s*(?:{_HALF}))?|\s*(?:{_HALF}|h|hs)\b)", re.IGNORECASE
)
_DAYS = re.compile(
    r"\b(?P<days>\d+(?:\s*(?:,|y|e|and)\s*\d+)*)\s+(?:d[ií]as?|days?)(?:\s+(?:antes|before))?", re.IGNORECASE
)
_NUMBERS = re.compile(r"\b\d+(?:(?:\s*(?:,|\by\b|\be\b|\band\b)\s*|\s+)\d+)+\b", re.IGNORECASE)
_SPANS = (
    (re.compile(r"\b(?:un|1|one|a)\s+(?:mes|month)\b", re.IGNORECASE), "30 días"),
    (re.compile(r"\b(?:una|1|one|a)\s+(?:semana|week)\b", re.IGNORECASE), "7 días"),
    (re.compile(r"\b(?:un|one|a)\s+(?=d[ií]a|day)", re.IGNORECASE), "1 "),
    (
        re.compile(r"\b(?:(?:el|ese)\s+mismo|mismo|the\s+same|that|same)\s+(?:d[ií]a|day)\b", re.IGNORECASE),
        "0 días",
    ),
)
"""Common spans of time, and the same in days."""

_ZONE = re.compile(r"(?:zona(?: horaria)?|hora|time|zone)(?: de(?:l)?| of| in)? (?P<zone>.+)", re.IGNORECASE)
_ALL = frozenset({"todo", "todos", "all", "everything", "foro", "forum"})
_BETWEEN = re.compile(
    r"[\s,;.&+]|\b(?:y|e|and|de|del|of|para|for|con|with|la|el|los|las|the)\b", re.IGNORECASE
)
_NOON = 12


def read_wish(words: str, wanted: Subscription, register: PartyRegister, year: int) -> Subscription | None:
    """Return the subscription as changed by words, or None if they aren't understood."""
    return _one_thing(words, wanted, register, year) or _several(words, wanted, register)


def _one_thing(words: str, wanted: Subscription, register: PartyRegister, year: int) -> Subscription | None:
    zone = _ZONE.fullmatch(words)
    if at := _time_in(words):
        return wanted.model_copy(update={"at": at})
    if zones := find_zones(zone["zone"] if zone else "", year):
        return wanted.model_copy(update={"zone": zones[0]})
    if fold(words) in _ALL:
        return wanted.model_copy(update={"parties": ()})
    party = register.named(words)
    if party is None and not zone and not any(register.find(words, spoken=True)):
        party = register.closest(words)
    return wanted.model_copy(update={"parties": (party,)}) if party else None


def _several(words: str, wanted: Subscription, register: PartyRegister) -> Subscription | None:
    """Read parties, days before and a time in any order, if there is nothing else."""
    changes: dict[str, object] = {}
    if clock := _TIME_AMONG.search(words):
        at = _time_in(clock[0])
        if at is None:
            return None
        changes["at"] = at
        words = words.replace(clock[0], " ")
    before, words = _days_before(words)
    if not before <= {*DAYS_BEFORE}:
        return None
    if before:
        changes["days_before"] = tuple(sorted(before, reverse=True))
    mentions = [*register.find(words, spoken=True)]
    for each in reversed(mentions):
        words = words[: each.start] + " " + words[each.end :]
    if mentions:
        changes["parties"] = tuple(dict.fromkeys(each.name for each in mentions))
    elif everything := next((each for each in words.split() if fold(each.strip(",;.")) in _ALL), None):
        changes["parties"] = ()
        words = words.replace(everything, " ", 1)
    if _BETWEEN.sub("", words) or not changes:
        return None
    return wanted.model_copy(update=changes)


def _days_before(words: str) -> tuple[set[int], str]:
    """Return the numbers of days before, and the remaining words: «30 y 7 días», «una semana»."""
    for span, said in _SPANS:
        words = span.sub(said, words)
    before = set[int]()
    while days := _DAYS.search(words) or _NUMBERS.search(words):
        before |= {int(number) for number in re.findall(r"\d+", days[0])}
        words = f"{words[: days.start()]} {words[days.end() :]}"
    return before, words


def _time_in(words: str) -> time | None:
    """Parse a time of day: «7», «7:30», "6 pm"; return None if it isn't one."""
    match = _TIME.fullmatch(words.strip())
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
    hour = hour % _NOON + (_NOON if half.startswith("p") else 0) if half[:1] in {"a", "p"} else hour
    return time(hour, minute) if hour < 2 * _NOON and minute < 60 else None  # noqa: PLR2004  minutes of an hour
