"""Figures in a text with what they count: «sesenta funcionarios», "US$42,000", «una décima parte»."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from babel import Locale
from babel.numbers import get_territory_currencies

from knowledge.language.dates import find_dates
from knowledge.language.folding import fold
from knowledge.language.lengths import find_lengths
from knowledge.language.numbers import NUMBER_WORDS_PATTERN, number_of
from knowledge.values.statements import Figure, Measure

_DIGITS = r"\d{1,3}(?:[.,\s]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?"
_NUMBER = rf"(?:{_DIGITS}|{NUMBER_WORDS_PATTERN})"
_SCALE = r"(?:\s+(?:mil|thousand|millon(?:es)?|millions?)\b)?"
_QUALIFIER = re.compile(
    r"(?:(?:no )?(?:menos|mas) de|al menos|por lo menos|como minimo|hasta|unos|unas|mas de"
    r"|at least|at most|(?:no )?(?:fewer|more|less) than|up to)\s+$"
)
_SHARE = re.compile(
    rf"\b{_NUMBER}\s*(?:%|por ciento\b|per ?cent\b)"
    r"|\b(?:una?|one|two|dos|tres|three)\s+(?:(?:tercera|cuarta|quinta|decima)s? partes?|tercios?|cuartos?"
    r"|mitad|thirds?|quarters?|fifths?|tenths?|half)\b"
)
_COUNTED = re.compile(
    rf"(?<![\w$€£.,/])(?!(?:un|una|uno|a|an|one)\s)(?P<number>{_NUMBER})\b(?P<scale>{_SCALE})(?P<rest>(?:\s+[\w-]+){{1,4}})"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
# Durations too short for deadlines.
_SHORT = re.compile(
    rf"\b{_NUMBER}\s+(?:minutos?|minutes?)\b(?:\s+y\s+medio\b)?|\bmedia hora\b|\bhalf (?:an|a) hour\b"
)
_QUOTED = re.compile(r"“[^”]*[”\"]|«[^»]*»|\"[^\"]*\"")
_OF = frozenset({"de", "del", "of"})
_PER = frozenset({"por", "per"})
_ARTICLES = frozenset({"los", "las", "sus", "the", "its", "their"})
_SMALL = frozenset(
    [
        "a",
        "al",
        "el",
        "la",
        "su",
        "en",
        "y",
        "e",
        "o",
        "con",
        "para",
        "que",
        "se",
        "in",
        "to",
        "for",
        "and",
        "or",
    ]
).union(_OF, _PER, _ARTICLES)
_BEING = frozenset({"are", "were", "son", "eran", "fueron"})
_EVERY = frozenset({"a", "al", "per", "por", "each", "cada"})
_AGAINST = frozenset({"to", "against", "contra"})
_RATES = {"times": _EVERY, "veces": _EVERY, "votes": _AGAINST, "votos": _AGAINST}
"""Words that continue a number of times or votes: "four times a day", «tres votos contra uno»."""
_ONCE = "once"
_EACH = frozenset({"cada", "each"})
_DONE = ("ados", "adas", "idos", "idas")
_FEWEST_LETTERS = 3


class FoundFigure(NamedTuple):
    """A figure at the characters from `start` up to `end`."""

    start: int
    end: int
    figure: Figure


def find_figures(text: str, language: str) -> list[FoundFigure]:
    """List the figures of a text in order: money, shares, lengths of time, and numbers of things.

    Dates, years, articles and anything in quoted titles don't count.
    """
    folded = fold(text)
    taken = [match.span() for match in _QUOTED.finditer(text)]
    found: list[FoundFigure] = []
    for measure, spans in (
        (Measure.MONEY, _money(folded)),
        (Measure.SHARE, (match.span() for match in _SHARE.finditer(folded))),
        (None, ((each.start, each.end) for each in find_dates(text))),
        (Measure.LENGTH, ((each.start, each.end) for each in find_lengths(text) if each.length.number > 1)),
        (Measure.LENGTH, (match.span() for match in _SHORT.finditer(folded))),
        (Measure.NUMBER, _numbers(folded, language)),
    ):
        for start, end in _free(spans, taken):
            taken.append((start, end))
            if measure:
                qualifier = _QUALIFIER.search(folded[:start])
                first = qualifier.start() if qualifier else start
                found.append(FoundFigure(first, end, Figure(text=text[first:end], measure=measure)))
    return sorted(found, key=lambda each: each.start)


def _free(spans: Iterable[tuple[int, int]], taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in spans:
        if not any(start < last and first < end for first, last in taken):
            yield start, end


def _money(folded: str) -> Iterator[tuple[int, int]]:
    for match in _money_pattern().finditer(folded):
        yield match.span()


@lru_cache(maxsize=1)
def _money_pattern() -> re.Pattern[str]:
    """Compile the pattern of amounts of money, from signs, codes and names of the world's currencies."""
    codes = {code for territory in Locale("en").territories for code in _currencies(str(territory))}
    spanish, english = Locale("es").currencies, Locale("en").currencies
    names = {fold(spanish[code]).removeprefix("nuevo ").split()[0] for code in codes if code in spanish}
    names |= {fold(english[code]).split()[-1] for code in codes if code in english}
    named = "|".join(
        sorted((re.escape(name) for name in names if len(name) > _FEWEST_LETTERS), key=len, reverse=True)
    )
    coded = "|".join(sorted(fold(code) for code in codes if code.isalpha()))
    marked = rf"(?:\b[a-z]{{1,3}}\$|\$|€|£|\b(?:{coded})\s)\s?(?:{_DIGITS}){_SCALE}"
    spelled = (
        rf"\b{_NUMBER}{_SCALE}\s+(?:de\s+)?(?:us\s+|u\.s\.\s+|[a-z]+an\s+)?(?:{named})(?:e?s)?\b"
        r"(?:\s+[a-z]+(?:enses|nos|nas))?"
    )
    return re.compile(rf"{marked}|{spelled}")


def _currencies(territory: str) -> list[str]:
    return get_territory_currencies(territory) if len(territory) == 2 else []  # noqa: PLR2004  no continents


def _numbers(folded: str, language: str) -> Iterator[tuple[int, int]]:
    for match in _COUNTED.finditer(folded):
        number = match["number"]
        if number_of(number) == 1 or _YEAR.fullmatch(number) or (number == _ONCE and language == "en"):
            continue
        end = _end_of_noun(match)
        if end:
            yield match.start(), end


def _is_plural(word: str) -> bool:
    return word.endswith("s") and len(word) > _FEWEST_LETTERS and word not in _SMALL


def _end_of_noun(match: re.Match[str]) -> int | None:
    """Return where the noun after a number ends, with its «de» or «por» phrase: «dos personas por país»."""
    tokens = [
        (word[0], match.start("rest") + word.start(), match.start("rest") + word.end())
        for word in re.finditer(r"[\w-]+", match["rest"])
    ]
    place = 0
    while place < len(tokens) and (tokens[place][0] in _OF | _ARTICLES or number_of(tokens[place][0])):
        place += 1
    if place >= len(tokens) or tokens[place][0] in _SMALL or tokens[place][0][0].isdigit():
        return None
    noun, _, end = tokens[place]
    after = tokens[place + 1 :]
    if after and (noun in _BEING or (not noun.endswith("s") and _is_plural(after[0][0]))):
        noun, _, end = after[0]  # "60 drifting buoys"; "of whom 61 were minors"
        after = after[1:]
    if len(after) > 1 and after[0][0] in _RATES.get(noun, ()):
        return after[1][2]
    agrees = after and noun.endswith("s") and after[0][0].endswith("s") and not after[0][0].endswith(_DONE)
    if agrees and after[0][0] not in _SMALL:
        _, _, end = after[0]
        after = after[1:]
    per = 1 + (len(after) > 1 and after[1][0] in _EACH)
    named = len(after) > per and after[per][0] not in _SMALL and not number_of(after[per][0])
    if named and after[0][0] in _OF | _PER:
        end = after[per][2]
    return end
