"""All places named in a text: «en Ocotepeque, Honduras», "in Port of Spain"."""

import re
from collections.abc import Iterator

from knowledge.language.folding import fold, words
from knowledge.language.places import PlaceFinder
from knowledge.reading.duties.cues import Cues

_QUOTED = re.compile(r"“[^”]*[”\"]|«[^»]*»|\"[^\"]*\"")
# A lower-case article before a name that isn't a city's: «en la Declaración».
_OF_THING = re.compile(r"^\s*(?:en|in|at)\s+la\s+(?!ciudad\b)", re.IGNORECASE)
# A place right after a capitalized word is part of a name: «Prosperidad y Seguridad en América Central».
_IN_NAME = re.compile(r"\b[A-ZÁÉÍÓÚÑ][\w-]*\s+$")


class AllPlaces:
    """Finds the places of a text; names of events and bodies are none."""

    def __init__(self, places: PlaceFinder, cues: Cues) -> None:
        self._places = places
        nouns = (*cues.events.nouns, *cues.actors.bodies, *cues.deadlines.period_nouns)
        self._nouns = frozenset(fold(noun).split()[0] for noun in nouns) | cues.grammar.collective

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the start, end and name of each place."""
        quoted = [match.span() for match in _QUOTED.finditer(text)]
        offset = 0
        while found := self._places.find(text[offset:]):
            start, end, name = found[0] + offset, found[1] + offset, found[2]
            offset = end
            thing = _OF_THING.match(text[start:]) or words(name)[0] in self._nouns
            thing = thing or _IN_NAME.search(text[:start]) is not None
            if not thing and not any(first <= start < last for first, last in quoted):
                yield start, end, name
