"""Endings of acts: place and day of adoption, signatures, formulas."""

import re

from knowledge.language.folding import words
from knowledge.reading.structure.meeting_dates import find_date_ranges
from knowledge.reading.structure.words import Structure

_CITY_BEFORE_DAY = re.compile(r"[^\W\d_a-zà-öø-ÿ][^\d.;:]{2,60}, (?:a |el |on )?")
_HOW = frozenset({"at", "by", "on", "en", "por", "el"})
_MOST_WORDS = 14
_WILL = re.compile(r"\b(?:will|shall)\b|\w(?:rá|rán)\b")
_HOUR = re.compile(
    r"\b(?:at|a las?)\s+"
    r"(?:\d{1,2}(?:[:.]\d{2})?(?:\s*(?:[ap]\.?\s?m|horas|hours|hrs?|h)\b)?|[a-z ]{3,30} horas)[\s.]*$",
    re.IGNORECASE,
)
_READ_OUT = re.compile(r"Le[ií]d[ao]s?\b.{0,30}\b(?:presente|acta)\b", re.IGNORECASE)
_AFTER_DAY = re.compile(r"[\s.]*")


def is_signature(text: str) -> bool:
    """Tell whether a line is for a signature."""
    return "___" in text or text.startswith("....")


def ends_act(text: str, structure: Structure) -> bool:
    """Tell whether a paragraph ends the act («Dado en …», «Santa Ana, 15 de noviembre de 2019.», «____»)."""
    if structure.ends_act(text) or is_signature(text) or _tells_vote(text, structure):
        return True
    if _tells_hour(text, structure) or _READ_OUT.match(text):
        return True
    day = next(iter(find_date_ranges(text[:100])), None)
    if day is None or _AFTER_DAY.fullmatch(text[day.position + day.length :]) is None:
        return False
    before = text[: day.position]
    return structure.tells_adoption(before) or _CITY_BEFORE_DAY.fullmatch(before) is not None


def _tells_hour(text: str, structure: Structure) -> bool:
    """Tell whether a text says at what time a meeting ended: «La sesión se levantó a las 17 h»."""
    told = words(text)
    opens = any(word in structure.meeting_nouns for word in told[:2])
    return opens and len(told) <= _MOST_WORDS and _HOUR.search(text) is not None and not _WILL.search(text)


def _tells_vote(text: str, structure: Structure) -> bool:
    """Tell whether a text says how an act was adopted, "Adopted by 41 votes to 2", not what is to be done."""
    told = words(text)
    governs = len(told) > 1 and told[1] in _HOW
    return governs and len(told) <= _MOST_WORDS and structure.tells_adoption(text) and not _WILL.search(text)
