"""Find the place of an event: «en la Ciudad de México», "in Washington, D.C."."""

import re

from knowledge.language.months import month_number
from knowledge.language.parties import PartyRegister
from knowledge.values.parties import PartyKind

_WORD = r"[A-ZÁÉÍÓÚÑ][\w'’-]*(?:\.[A-Z]\.)*"
_NAME = rf"{_WORD}(?:\s+(?:(?:de|del|de\s+la|de\s+los|de\s+las|of|y|es|d[oae]s?|du|sur)\s+)?{_WORD})*"
_PLACE = re.compile(
    rf"\b(?P<preposition>en|in|at|a|to)\s+(?:la\s+)?(?:ciudad\s+de\s+)?(?P<city>{_NAME})"
    rf"(?:,\s+(?P<region>D\.\s?C\.|{_NAME}))?"
)
_LOCATIVE = frozenset({"en", "in", "at"})
# After a region that no register knows: «en Tapachula, Chiapas, los días …».
_REGION_ENDS = re.compile(
    r"\s*(?:[;.)]|$|,?\s+(?:el|los|del|en|durante|con|on|in|from|with|during)\b)", re.IGNORECASE
)


class PlaceFinder:
    """Find places in texts."""

    def __init__(self, register: PartyRegister) -> None:
        self._register = register

    def find(self, text: str, *, towards: bool = False) -> tuple[int, int, str] | None:
        """Return the position and name of the first place; with `towards`, «a Toronto» counts too."""
        # "Workshop on Rescue at Sea, in Belize City"
        for match in sorted(_PLACE.finditer(text), key=lambda each: each["preposition"] == "at"):
            if match["preposition"] not in _LOCATIVE and not towards:
                continue
            city = match["city"]
            if month_number(city.split()[0]) or self._is_body(city):
                continue
            region = match["region"]
            named = region and (self._is_region(region) or self._goes_on(text, match))
            name = f"{city}, {region}" if named else city
            end = match.end() if name != city else match.end("city")
            return match.start(), end, name
        return None

    def _is_body(self, name: str) -> bool:
        mentions = self._register.find(name)
        return any(
            mention.start == 0 and self._register.parties[mention.name].kind is not PartyKind.COUNTRY
            for mention in mentions
        )

    def _goes_on(self, text: str, match: re.Match[str]) -> bool:
        return not self._register.find(match["region"]) and bool(_REGION_ENDS.match(text, match.end()))

    def _is_region(self, name: str) -> bool:
        if name.startswith("D."):
            return True
        mentions = self._register.find(name)
        return len(mentions) == 1 and mentions[0].start == 0 and mentions[0].end == len(name)
