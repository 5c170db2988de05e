"""Cities that CLDR names, because a time zone is called after them: «Puerto España», "Port of Spain"."""

from functools import cache

from babel import Locale
from babel.core import get_global

from knowledge.language.folding import words


def is_city(name: str) -> bool:
    """Tell whether a name is that of a city, even if it contains a country's."""
    return tuple(words(name)) in _cities()


@cache
def _cities() -> frozenset[tuple[str, ...]]:
    zones = get_global("zone_territories")
    named = [zone.rpartition("/")[2].replace("_", " ") for zone in zones]
    for language in ("es", "en"):
        told = Locale(language).time_zones
        named += [told[zone]["city"] for zone in told if "city" in told[zone]]
    return frozenset(tuple(words(name)) for name in named)
