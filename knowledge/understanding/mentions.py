"""Find what a question names and an answer must have: parties, places, days, numbers, and other names."""

import re
from collections.abc import Callable, Container, Iterable, Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple
from zoneinfo import available_timezones

from knowledge.language.dates import DateMention, find_dates
from knowledge.language.folding import WORD, fold, words
from knowledge.language.months import month_number
from knowledge.language.numbers import number_of
from knowledge.understanding.periods import is_limit, is_present
from knowledge.understanding.world import countries_of_the_world, names_of


class MentionKind(StrEnum):
    """The kind of thing that is named."""

    PARTY = "party"
    COUNTRY = "country"
    CITY = "city"
    NAME = "name"
    DAY = "day"
    NUMBER = "number"


class Mention(NamedTuple):
    """Something that a question names, as written there.

    `value` is the canonical name of a party, the two-letter code of a country, the wording of a day, which is
    read again next to the act's year, and otherwise the folded words.
    """

    kind: MentionKind
    wording: str
    value: str
    start: int
    end: int


_CONTINENTS = frozenset({"Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"})
_MIN_NAME = 3
_USUAL = 5.0
_LIKE_A_CITY = 4.2
"""Zipf frequencies from which a word is no name, and in lower case no city."""

_GROUP = re.compile(r"\d{3}")
_GROUPED = 3
"""Most digits before the first separator of thousands."""

_FEW = 3
"""Numbers in words up to this only refer to things already known: «los dos países», "the three of them"."""

_SENTENCE_START = re.compile(r"(?:^|[.?!…:;\n¿¡\"«“(]\s*)$")


@cache
def _cities() -> frozenset[str]:
    """Return cities of the world by the names of time zones, folded: «Tegucigalpa», «Buenos Aires»."""
    zones = (zone.split("/") for zone in available_timezones())
    names = (zone[1].replace("_", " ") for zone in zones if len(zone) == 2 and zone[0] in _CONTINENTS)  # noqa: PLR2004
    countries = countries_of_the_world()
    folded = (" ".join(words(name)) for name in names)
    return frozenset(name for name in folded if name.isascii() and not any(countries.find(name.split())))


def find_mentions(
    text: str,
    parties: Iterable[tuple[str, int, int]],
    taken: Container[int],
    frequency: Callable[[str], float],
) -> Iterator[Mention]:
    """Yield what a question names, in order of kind.

    `parties` are canonical names with the positions of their words; `taken` are the words that name a
    provision or a meeting, or that ask. `frequency` returns the Zipf frequency of a folded word: a capital
    doesn't make a name of a common one.
    """
    tokens = list(WORD.finditer(fold(text)))
    folded = [token[0] for token in tokens]
    used: set[int] = {place for place in range(len(tokens)) if place in taken}
    for name, start, end in parties:
        if used.isdisjoint(range(start, end)):
            used.update(range(start, end))
            yield Mention(MentionKind.PARTY, _between(text, tokens, start, end), name, start, end)
    for match in countries_of_the_world().find(folded):
        if used.isdisjoint(range(match.start, match.end)):
            used.update(range(match.start, match.end))
            wording = _between(text, tokens, match.start, match.end)
            yield Mention(MentionKind.COUNTRY, wording, match.meaning, match.start, match.end)
    for mention in find_dates(text):
        start, end = _words_of(tokens, mention)
        used.update(range(start, end))
        if start < end and not is_present(text, mention):
            wording = text[mention.start : mention.end]
            dated = any(token.isdigit() or month_number(token) for token in words(wording))
            if dated and mention.shift is None and not is_limit(text, mention):
                yield Mention(MentionKind.DAY, wording, wording, start, end)
    yield from _names(text, tokens, used, frequency)


def _number_end(text: str, tokens: list[re.Match[str]], start: int) -> int:
    """Return where a number ends, including groups of thousands: «18,500», «1.250.000»."""
    end = start + 1
    while (
        end < len(tokens)
        and _GROUP.fullmatch(tokens[end][0])
        and len(tokens[start][0]) <= _GROUPED
        and text[tokens[end - 1].end() : tokens[end].start()] in {",", "."}
    ):
        end += 1
    return end


def _names(
    text: str, tokens: list[re.Match[str]], used: set[int], frequency: Callable[[str], float]
) -> Iterator[Mention]:
    """Yield the cities, other names and numbers among the remaining words."""
    place = 0
    shouts = text.isupper()
    while place < len(tokens):
        end = _city_end(tokens, place)
        if place in used:
            place += 1
        elif (
            end > place
            and used.isdisjoint(range(place, end))
            and _is_city(text, tokens, place, end, frequency)
        ):
            value = " ".join(token[0] for token in tokens[place:end])
            yield Mention(MentionKind.CITY, _between(text, tokens, place, end), value, place, end)
            place = end
        else:
            token = tokens[place]
            written = text[token.start() : token.end()]
            number = number_of(token[0])
            if token[0].isdigit():
                last = _number_end(text, tokens, place)
                value = "".join(each[0] for each in tokens[place:last])
                yield Mention(MentionKind.NUMBER, _between(text, tokens, place, last), value, place, last)
                place = last - 1
            elif number is not None and number > _FEW and len(token[0]) > 1:
                yield Mention(MentionKind.NUMBER, written, str(number), place, place + 1)
            elif not shouts and _is_name(text, token, written) and frequency(token[0]) < _USUAL:
                yield Mention(MentionKind.NAME, written, token[0], place, place + 1)
            place += 1


def _is_name(text: str, token: re.Match[str], written: str) -> bool:
    """Tell whether a word is a name, by its capital within a sentence."""
    if len(written) < _MIN_NAME or not written.isalpha() or month_number(token[0]):
        return False
    return written[0].isupper() and not _SENTENCE_START.search(text[: token.start()])


def _is_city(
    text: str, tokens: list[re.Match[str]], place: int, end: int, frequency: Callable[[str], float]
) -> bool:
    """Tell a city from a word with the same spelling: «lima», «center», "South American"."""
    if end - place > 1 or frequency(tokens[place][0]) < _LIKE_A_CITY:
        return True
    goes_on = any(text[token.start()].isupper() for token in tokens[end : end + 1])
    return text[tokens[place].start()].isupper() and not goes_on


def _city_end(tokens: list[re.Match[str]], place: int) -> int:
    """Return where the longest city name that begins at a word ends, or `place` itself without one."""
    for length in (3, 2, 1):
        name = " ".join(token[0] for token in tokens[place : place + length])
        if place + length <= len(tokens) and name in _cities():
            return place + length
    return place


def _words_of(tokens: list[re.Match[str]], mention: DateMention) -> tuple[int, int]:
    inside = [
        number
        for number, token in enumerate(tokens)
        if mention.start <= token.start() and token.end() <= mention.end
    ]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _between(text: str, tokens: list[re.Match[str]], start: int, end: int) -> str:
    return text[tokens[start].start() : tokens[end - 1].end()]


def called(mention: Mention, language: str) -> str | tuple[str]:
    """Return what a reply in a language calls what a question names; a party in a list of its own."""
    if mention.kind is MentionKind.PARTY:
        return (mention.value,)
    if mention.kind is MentionKind.COUNTRY:
        spanish, english = names_of(mention.value)
        return english if language == "en" else spanish
    return mention.wording


def as_written(folded: str, text: str) -> str:
    """Return folded words as a text has them: «III»."""
    start = fold(text).find(folded)
    return text[start : start + len(folded)] if start >= 0 else folded
