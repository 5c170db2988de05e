"""Compile the wordings of the cue files, with placeholders for dates and the like, into patterns."""

import re
from collections.abc import Iterable, Mapping

from knowledge.language.folding import fold

DATE, LENGTH, EVENT = "\x01", "\x02", "\x03"
"""Signs that replace each character of a date, a length of time or an event in a masked text."""

ARTICLES = (
    r"(?:(?:el|la|los|las|l|del|de|al|the|of|su|sus|dias?|meses|mes|ano|months?|days?|year|proximo"
    r"|presente|corriente|este|current|this)\s+)"
)
"""A function word before a date."""

# «a las 17:00 horas del», "5 p.m. on", "close of business on"
_TIME_OF_DAY = (
    rf"(?:(?:(?:a\s+)?(?:las|the)\s+)?(?:{LENGTH}+|\d{{1,2}}[:.]\d{{2}}(?:\s*(?:horas|hrs?|h|[ap]\.?\s?m)\b\.?)?"
    r"|\d{1,2}\s*[ap]\.?\s?m\b\.?|mediodia|noon|midnight|close\s+of\s+business|cob)"
    r"(?:\s*\([^()]{1,30}\))?\s*,?\s+(?:on\s+)?)?"
)
_PLACES = {
    "{date}": rf"{_TIME_OF_DAY}{ARTICLES}{{0,6}}{DATE}+",
    # «dentro de los treinta días siguientes»; after «siguientes a» comes the start of the count.
    "{length}": rf"(?:(?:(?:los|las|the)\s+)?{LENGTH}+(?:\s+(?:siguientes|posteriores)\b(?!\s+al?\b))?)",
    "{event}": rf"{EVENT}+",
    "{clause}": r"[^,;.:\n]+",
}
_PLACE = re.compile(r"\{\w+\}")
_CONTRACTED = {"de": "del?", "a": "al?"}
_NO_PLACES: Mapping[str, str] = {}


def mask(text: str, spans: Iterable[tuple[int, int]], sign: str) -> str:
    """Replace each character of some spans by a sign, so that offsets stay valid."""
    for start, end in spans:
        text = text[:start] + sign * (end - start) + text[end:]
    return text


def words_pattern(wording: str, places: Mapping[str, str] = _NO_PLACES) -> str:
    """Return a regular expression for one wording over folded, masked text; «de» also matches «del».

    `places` are regular expressions of further placeholders; one that ends in "?" is optional.
    """
    known = {**_PLACES, **places}
    pattern = ""
    for word in fold(wording).split():
        place = known.get(word)
        part = place or _CONTRACTED.get(word) or _with_places(word, known)
        optional = place is not None and place.endswith("?")
        pattern += rf"(?:{part[:-1]}\s+)?" if optional else rf"{part}\s+"
    return pattern.removesuffix(r"\s+")


def _with_places(word: str, known: Mapping[str, str]) -> str:
    """Escape a word, which may include a placeholder: "mid-{date}"."""
    place = _PLACE.search(word)
    if place is None:
        return re.escape(word)
    return re.escape(word[: place.start()]) + known[place[0]] + re.escape(word[place.end() :])


def participle_pattern(participle: str) -> str:
    """Return a regular expression for a Spanish participle in either gender and number."""
    folded = fold(participle)
    return (
        re.escape(folded[:-1]) + "[oa]s?"
        if folded.endswith(("do", "to", "so", "cho"))
        else words_pattern(folded)
    )


def any_of(patterns: Iterable[str]) -> str:
    """Join patterns as alternatives between word boundaries, the longest first."""
    alternatives = "|".join(sorted(patterns, key=len, reverse=True))
    return rf"(?<!\w)(?:{alternatives})(?!\w)"


def compile_wordings(wordings: Iterable[str], places: Mapping[str, str] = _NO_PLACES) -> re.Pattern[str]:
    """Compile wordings into one regular expression over folded, masked text."""
    return re.compile(any_of(words_pattern(wording, places) for wording in wordings))
