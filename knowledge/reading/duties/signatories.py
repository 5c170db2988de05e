"""Find parties to an act called so, or by their nation: «las Partes», «la Parte panameña»."""

import re
from collections.abc import Iterator

from knowledge.language.folding import fold
from knowledge.language.parties import PartyRegister
from knowledge.values.parties import PartyKind

_ALL = re.compile(
    r"(?<!\w)(?:(?:[Ll]as|[Cc]ada una de las)\s+(?P<es>Partes)|[Cc]ada\s+(?P<each_es>Parte)"
    r"|(?:[Tt]he|[Ee]ach of the)\s+(?P<en>Parties)|[Ee]ach\s+(?P<each_en>Party))"
    r"(?!\w|\s+(?:[A-Z]|del?\b|to\b|of\b))"
)
_SPANISH = re.compile(
    r"(?<!\w)(?P<side>[Pp]arte|[Dd]elegación|[Gg]obierno)\s+(?P<nation>[a-zà-öø-ÿ]{4,})(?!\w)"
)
_ENGLISH = re.compile(
    r"(?<!\w)(?P<nation>[A-Z][a-z]+)\s+(?P<side>[Pp]arty|[Ss]ide|[Dd]elegation|[Gg]overnment)(?!\w)"
)
_NATIONAL = re.compile(r"(?:ense|eñ[ao]|an[ao]|en[ao]|in[ao]|esa)$")
"""Endings of unregistered adjectives of nations: «(la Parte) chilena»."""
_CONTINENTAL = re.compile(r"american[oa]?$")
_NATIONAL_IN_ENGLISH = re.compile(r"(?:an|ese)$")
# «la delegación ecuatoriana remitirá …, y la colombiana formulará …»
_SECOND = re.compile(r"(?<=\bla )(?P<nation>[a-zà-öø-ÿ]{4,})(?=\s+(?:l[aeo]s?\s+)?\w+rán?\b)")
_FEWEST_SHARED = 4
"""Letters that an adjective has in common with the name of its country, at least: «ecuatoriana»."""
_SETS = {"Parte": "Partes", "Party": "Parties"}


class SignatoryFinder:
    """Finds the signatories of an act: all together, or one by the adjective of its country."""

    def __init__(self, register: PartyRegister) -> None:
        self._nations = {
            fold(form): party.name
            for party in register.parties.values()
            if party.kind is PartyKind.COUNTRY
            for form in party.spoken
        }
        countries = [each for each in register.parties.values() if each.kind is PartyKind.COUNTRY]
        self._names = {fold(name): each.name for each in countries for name in (each.name, each.english)}

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the start and end of each mention, and the name: canonical or else as in the act."""
        for match in _ALL.finditer(text):
            noun = next(filter(None, match.groups()))
            yield match.start(), match.end(), _SETS.get(noun, noun)
        for pattern, ending in ((_SPANISH, _NATIONAL), (_ENGLISH, _NATIONAL_IN_ENGLISH)):
            for match in pattern.finditer(text):
                name = self._nation(match["nation"], ending)
                worded = match["side"] == "Parte" and _NATIONAL.search(match["nation"])
                name = name or (match[0] if worded else None)
                if name:
                    yield match.start(), match.end(), name

        first = _SPANISH.search(text)
        for match in _SECOND.finditer(text, first.end()) if first else ():
            if name := self._nation(match["nation"], _NATIONAL):
                yield match.start(), match.end(), name

    def _nation(self, adjective: str, ending: re.Pattern[str]) -> str | None:
        """Return the country of an adjective: the register has a gender of it, or its name begins alike."""
        folded = fold(adjective)
        forms = (folded, f"{folded[:-1]}o") if folded.endswith("a") else (folded,)
        known = next((self._nations[form] for form in forms if form in self._nations), None)
        if known or not ending.search(adjective.lower()) or _CONTINENTAL.search(folded):
            return known
        shared = {name: _shared(folded, name) for name in self._names}
        most = max(shared.values())
        alike = {self._names[name] for name, letters in shared.items() if letters == most}
        return alike.pop() if most >= _FEWEST_SHARED and len(alike) == 1 else None


def _shared(first: str, second: str) -> int:
    """Count the letters that two words begin with in common."""
    pairs = zip(first, second, strict=False)
    return next(
        (count for count, (one, other) in enumerate(pairs) if one != other), min(len(first), len(second))
    )
