"""The names of the world's countries in Spanish and English, from CLDR."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from babel import Locale
from babel.core import get_global
from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.language.datafiles import BUILT_IN, load_yaml
from knowledge.language.folding import fold, words
from knowledge.values.base import Value

_CODE_LENGTH = 2
_ALIKE = 0.9
"""«Trinidad y Tabago» is another spelling of «Trinidad y Tobago»; «Irak» isn't one of «Irán»."""
_SPELLED_OUT = ((re.compile(r"\s*&\s*"), " and "), (re.compile(r"\bSt\.\s+"), "Saint "))
_MEETINGS = "RE"
"""Réunion."""
_FIRST = 3
_SMALL = frozenset({"de", "y", "and", "of", "the"})
_ARTICLES = frozenset({"el", "la", "los", "las", "the"})
_OF = re.compile(r"\b(?:de|of)(?: (?:la|las|los|el|the))? ")

_CODES: dict[tuple[str, ...], str] = {
    tuple(words(name)): code
    for locale in (Locale("en"), Locale("es"))
    for code, name in locale.territories.items()
    if len(code) == _CODE_LENGTH
}
_MOST_WORDS = 8
_STATE_FORM = r"(?:[^\W\d_a-zà-öø-ÿ][\w'’-]* (?:e |y |and )?){1,5}(?:del?|of)(?: (?:la|las|los|el|the))?"
_LONG_NAME = re.compile(rf"(?:(?:el|la|los|las|the) )?{_STATE_FORM} ")
_LONG_NAME_INSIDE = re.compile(rf"\({_STATE_FORM}\)|{_STATE_FORM} ")
"""The words before a country's short name in its long one («Estado Plurinacional de»)."""
_LONG_FORM_BEFORE = re.compile(
    r"(?<![\w-])(?:[^\W\d_a-zà-öø-ÿ][\w'’-]*\s+(?:(?:e|y|and|of the|de la)\s+)?){1,6}"
    r"(?:(?<=of the\s)|(?<=de la\s)|(?:del?|of)\s+(?:(?:la|las|los|el|the)\s+)?)$"
)
_LONGEST_FORM = 80
_NO_ARTICLE = re.compile(r"\b(?:de|of)\s+$")
"""Words before a form of state that isn't part of a country's name: «la Secretaría de Estado de Honduras»."""


class Country(NamedTuple):
    """A country by its short names; `aliases` are other spellings, `is_exact` marks an exact match."""

    name: str
    english: str
    aliases: tuple[str, ...]
    is_exact: bool


def countries() -> Iterator[Country]:
    """Yield the inhabited countries and territories, except the one named like the word for a meeting."""
    for code in sorted(get_global("territory_languages").keys() & set(_CODES.values()) - {_MEETINGS}):
        yield _country(code, _spanish(code), is_exact=True)


def country_at_start(text: str) -> str | None:
    """Return the Spanish name of the country that a text starts with ("Spain, 2 May" → «España»), or None.

    Long names count, too («República Oriental del Uruguay»).
    """
    code = _code_at_start(text)
    long_name = None if code else _LONG_NAME.match(text)
    if long_name and not _forms().isdisjoint(words(long_name[0])):
        code = _code_at_start(text[long_name.end() :])
    return _spanish(code) if code else None


def _code_at_start(text: str) -> str | None:
    start = words(text)[:_MOST_WORDS]
    start = start[1:] if start[:1] and start[0] in _ARTICLES else start
    names = (" ".join(start[:length]) for length in range(len(start), 0, -1))
    return next(filter(None, map(_spellings().get, names)), None)


def long_form_before(text: str, position: int) -> int:
    """Return where the long name of the country at a position begins, or that position without one."""
    first = max(0, position - _LONGEST_FORM)
    match = _LONG_FORM_BEFORE.search(text[first:position])
    if match is None:
        return position
    start = first + match.start()
    told = words(match[0])
    is_form = not _forms().isdisjoint(told)
    return start if is_form and not _NO_ARTICLE.search(text[:start]) else position


def without_long_forms(text: str) -> str:
    """Remove what the long names of countries add to the short ones («República Oriental del »)."""
    return _LONG_NAME_INSIDE.sub(
        lambda found: found[0] if _forms().isdisjoint(words(found[0])) else " ", text
    )


def country_named(written: str) -> Country | None:
    """Return the country that a whole text names in Spanish or English, or None.

    Long names count, too («República Bolivariana de Venezuela»), and so does a spelling that differs in a
    letter («Trinidad y Tabago»), which the country then keeps as its name.
    """
    code = _code_of(written)
    if code:
        return _country(code, _spanish(code), is_exact=True)
    near = process.extractOne(
        " ".join(words(written)), list(_spellings()), scorer=OSA.normalized_similarity, score_cutoff=_ALIKE
    )
    return _country(_spellings()[near[0]], " ".join(written.split()), is_exact=False) if near else None


def closest_country(written: str) -> str:
    """Return the Spanish name of the country with the spelling closest to a text."""
    near = process.extractOne(" ".join(words(written)), list(_spellings()), scorer=OSA.normalized_similarity)
    return _spanish(_spellings()[near[0]])


@cache
def abbreviations(name: str, english: str) -> frozenset[str]:
    """Return the abbreviations of a country's name in notes: its codes, initials or first three letters.

    «Costa Rica» is CR or CRI, «Honduras» HN, HND or HON.
    """
    code = _code_of(name)
    aliases = get_global("territory_aliases")
    codes = {
        alias for alias, of in aliases.items() if of == [code] and len(alias) == _FIRST and alias.isalpha()
    }
    parts = [[word for word in words(each) if word not in _SMALL] for each in (name, english)]
    initials = {"".join(word[0] for word in each) for each in parts if len(each) > 1}
    starts = {each[0][:_FIRST] for each in parts if len(each) == 1}
    return frozenset({*codes, *([code] if code else []), *(each.upper() for each in initials | starts)})


def _code_of(written: str) -> str | None:
    found = _exact(written)
    if found:
        return found
    for match in _OF.finditer(written):
        found = _exact(written[match.end() :]) or _exact(written[: match.start()])
        if found:
            return found
    return None


def _exact(written: str) -> str | None:
    first, *rest = words(written) or [""]
    return _spellings().get(" ".join((first, *rest))) or (
        _spellings().get(" ".join(rest)) if first in _ARTICLES else None
    )


@cache
def _spellings() -> dict[str, str]:
    """Return the codes of countries by their names in folded words, with «and» and «Saint» written out."""
    written = {
        " ".join(words(_spelled_out(name))): code
        for name, code in ((Locale("en").territories[code], code) for code in _CODES.values())
    }
    official = {" ".join(words(name)): code for code, names in _official().names.items() for name in names}
    return written | official | {" ".join(name): code for name, code in _CODES.items()}


class _Official(Value):
    """The contents of official_names.yaml, where each field is explained."""

    forms: frozenset[str]
    names: dict[str, tuple[str, ...]]


@cache
def _official() -> _Official:
    return load_yaml(BUILT_IN.language / "official_names.yaml", _Official)


@cache
def _forms() -> frozenset[str]:
    return frozenset(map(fold, _official().forms))


def _country(code: str, name: str, *, is_exact: bool) -> Country:
    english = Locale("en").territories[code]
    spelled = _spelled_out(english)
    aliases = tuple(dict.fromkeys((_spanish(code), english, *_official().names.get(code, ()))))
    return Country(name, spelled, aliases, is_exact)


def _spanish(code: str) -> str:
    return str(Locale("es").territories.get(code) or Locale("en").territories[code])


def _spelled_out(name: str) -> str:
    for short, long in _SPELLED_OUT:
        name = short.sub(long, name)
    return name
