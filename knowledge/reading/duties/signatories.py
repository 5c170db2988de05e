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
_SPANISH = re.compile(r"(?<!\w)(?P<side>Parte|[Dd]elegación|[Gg]obierno)\s+(?P<nation>[a-zà-öø-ÿ]{4,})(?!\w)")
_ENGLISH = re.compile(
    r"(?<!\w)(?P<nation>[A-Z][a-z]+)\s+(?P<side>[Pp]arty|[Ss]ide|[Dd]elegation|[Gg]overnment)(?!\w)"
)
_NATIONAL = re.compile(r"(?:ense|eñ[ao]|an[ao]|en[ao]|in[ao]|esa)$")
"""Endings of unregistered adjectives of nations: «(la Parte) chilena»."""
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

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the start and end of each mention, and the name: canonical or else as in the act."""
        for match in _ALL.finditer(text):
            noun = next(filter(None, match.groups()))
            yield match.start(), match.end(), _SETS.get(noun, noun)
        for pattern in (_SPANISH, _ENGLISH):
            for match in pattern.finditer(text):
                name = self._nation(match["nation"])
                worded = match["side"] == "Parte" and _NATIONAL.search(match["nation"])
                name = name or (match[0] if worded else None)
                if name:
                    yield match.start(), match.end(), name

    def _nation(self, adjective: str) -> str | None:
        """Return the country of an adjective; the register has one of its genders, or both."""
        folded = fold(adjective)
        forms = (folded, f"{folded[:-1]}o") if folded.endswith("a") else (folded,)
        return next((self._nations[form] for form in forms if form in self._nations), None)
