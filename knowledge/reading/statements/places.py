"""All places named in a text: «en Ocotepeque, Honduras», "in Port of Spain"."""

import re
from collections.abc import Iterator

from knowledge.language.folding import fold, words
from knowledge.language.places import PlaceFinder
from knowledge.reading.duties.cues import Cues

_QUOTED = re.compile(r"“[^”]*[”\"]|«[^»]*»|\"[^\"]*\"")
# An article in small letters before a name that isn't of a city: «en la Declaración».
_OF_THING = re.compile(r"^\s*(?:en|in|at)\s+la\s+(?!ciudad\b)", re.IGNORECASE)
# What goes on with a name in capitals is part of it: «Prosperidad y Seguridad en América Central».
_IN_NAME = re.compile(r"\b[A-ZÁÉÍÓÚÑ][\w-]*\s+$")


class AllPlaces:
    """Finds the places of a text; what is called like an event or a body is none."""

    def __init__(self, places: PlaceFinder, cues: Cues) -> None:
        self._places = places
        nouns = (*cues.events.nouns, *cues.actors.bodies, *cues.deadlines.period_nouns)
        self._nouns = frozenset(fold(noun).split()[0] for noun in nouns) | cues.grammar.collective

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield where the places stand, and their names."""
        quoted = [match.span() for match in _QUOTED.finditer(text)]
        offset = 0
        while found := self._places.find(text[offset:]):
            start, end, name = found[0] + offset, found[1] + offset, found[2]
            offset = end
            thing = _OF_THING.match(text[start:]) or words(name)[0] in self._nouns
            thing = thing or _IN_NAME.search(text[:start]) is not None
            if not thing and not any(first <= start < last for first, last in quoted):
                yield start, end, name
