"""Find time zones by their usual names: a city, a country, "UTC-6", or the name in the tz database."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale
from babel.dates import get_timezone_location
from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.language.folding import words

_LOCALES = ("es", "en")
_ALIKE = 0.78
"""Least likeness of typed text to a name: «Bogta» is Bogotá, «Lisa» isn't Lima."""
_FAR = 14
_OFFSET = re.compile(r"(?:utc|gmt)\s*([+-−–])\s*(\d{1,2})(?::?00)?", re.IGNORECASE)
_PLAIN = re.compile(r"utc|gmt", re.IGNORECASE)


def find_zones(text: str, year: int) -> tuple[str, ...]:
    """Return the zones that a whole text names, despite a typing error.

    A city has one; a country has all whose clocks differ in a year, that of its largest city first.
    """
    asked = text.strip()
    if asked in available_timezones():
        return (asked,)
    if zone := _fixed(asked):
        return (zone,)
    named, typed = _names(), " ".join(words(asked))
    near = process.extractOne(typed, list(named), scorer=OSA.normalized_similarity, score_cutoff=_ALIKE)
    return _differing(named[near[0]], year) if near else ()


def _differing(zones: Iterable[str], year: int) -> tuple[str, ...]:
    """Return the first of each set of zones whose clocks agree both in winter and in summer."""
    kept: dict[tuple[object, ...], str] = {}
    for zone in zones:
        days = (datetime(year, month, 1, 12, tzinfo=UTC).astimezone(ZoneInfo(zone)) for month in (1, 7))
        kept.setdefault(tuple(day.utcoffset() for day in days), zone)
    return tuple(kept.values())


def _fixed(text: str) -> str | None:
    """Read an offset; the tz database counts it the other way round, so UTC-6 is `Etc/GMT+6`."""
    if _PLAIN.fullmatch(text):
        return "Etc/UTC"
    match = _OFFSET.fullmatch(text)
    if match is None or int(match[2]) > _FAR:
        return None
    zone = f"Etc/GMT{'-' if match[1] == '+' else '+'}{int(match[2])}"
    return zone if zone in available_timezones() else None


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Return zones by the names of their cities, and of their countries where no city has the same name."""
    cities: dict[str, dict[str, None]] = defaultdict(dict)
    countries: dict[str, dict[str, None]] = defaultdict(dict)
    for territory, zone in _inhabited():
        spelled = {zone, zone.rpartition("/")[2]}
        for locale in _LOCALES:
            spelled.add(get_timezone_location(zone, locale=locale, return_city=True))
            if country := Locale(locale).territories.get(territory):
                countries[" ".join(words(country))][zone] = None
        for name in spelled:
            cities[" ".join(words(name.replace("_", " ")))][zone] = None
    return {name: tuple(zones) for name, zones in (countries | cities).items() if name}


def _inhabited() -> Iterator[tuple[str, str]]:
    """Yield the code of each country with its zones, the most populous first, as in the tz database."""
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            code, _, zone, *_ = line.split("\t")
            yield code, zone
