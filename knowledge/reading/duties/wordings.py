"""Compile the wordings of the cue files, with places for dates and the like, into regular expressions."""

import re
from collections.abc import Iterable

from knowledge.language.folding import fold

DATE, LENGTH, EVENT = "\x01", "\x02", "\x03"
"""What stands, once for each character, in place of a date, a length of time or an event in a masked text."""

_ARTICLES = (
    r"(?:(?:el|la|los|las|l|del|de|al|the|of|su|sus|dias?|meses|mes|ano|months?|days?|year|proximo)\s+)"
)
_PLACES = {
    "{date}": rf"{_ARTICLES}{{0,6}}{DATE}+",
    "{length}": rf"(?:(?:los|las|the)\s+)?{LENGTH}+",
    "{event}": rf"{EVENT}+",
    "{clause}": r"[^,;.:\n]+",
}
_CONTRACTED = {"de": "del?", "a": "al?"}


def mask(text: str, spans: Iterable[tuple[int, int]], sign: str) -> str:
    """Put a sign in place of each character of some spans, so that offsets stay true."""
    for start, end in spans:
        text = text[:start] + sign * (end - start) + text[end:]
    return text


def words_pattern(wording: str) -> str:
    """Return a regular expression for one wording over folded, masked text; «de» stands for «del» too."""
    parts = (_PLACES.get(word) or _CONTRACTED.get(word) or re.escape(word) for word in fold(wording).split())
    return r"\s+".join(parts)


def participle_pattern(participle: str) -> str:
    """Return a regular expression for a Spanish participle in either gender and number."""
    folded = fold(participle)
    return (
        re.escape(folded[:-1]) + "[oa]s?"
        if folded.endswith(("do", "to", "so", "cho"))
        else words_pattern(folded)
    )


def any_of(patterns: Iterable[str]) -> str:
    """Join patterns as alternatives between word limits, the longest first."""
    alternatives = "|".join(sorted(patterns, key=len, reverse=True))
    return rf"(?<!\w)(?:{alternatives})(?!\w)"


def compile_wordings(wordings: Iterable[str]) -> re.Pattern[str]:
    """Compile wordings into one regular expression over folded, masked text."""
    return re.compile(any_of(map(words_pattern, wordings)))
