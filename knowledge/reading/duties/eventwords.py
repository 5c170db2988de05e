"""Write the name and place of an event from the text about it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.language.folding import fold
from knowledge.language.parties import PartyRegister
from knowledge.language.places import PlaceFinder
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.eventnames import EventNouns
from knowledge.reading.duties.paragraphs import Paragraph
from knowledge.reading.duties.timewordings import FoundDeadline
from knowledge.reading.duties.wordings import any_of, mask, participle_pattern
from knowledge.values.acts import Event

_NAME_STOP = re.compile(
    r",\s+(?:cuy[oa]s?|whose|que|el cual|la cual|a\s|con\s|en\s|por\s|del?\s+\d|los días)"
    r"|,\s+(?:which|that|to be|to take|in\s|on\s|with\s)"
    r"|\s+(?:que|se|el cual|la cual|which|en el marco|to be held|with the)\s"
    r"|,?\s+(?:si|if|unless)\s"
    r"|\s+(?:la ciudad|the city)\s|\s+por\s+(?:el\s|la\s)?(?=[A-ZÁÉÍÓÚÑ])"
    r"|\s+con (?:el|la) (?:apoyo|colaboración|cooperación|asistencia|participación)\s|[;:┆]|\.\s"
)
_PROPER = r"[A-ZÁÉÍÓÚÑ][\w'’-]+"
CITY = rf"{_PROPER}(?:\s+(?:(?:de|del|de la|de los|of|la|el)\s+)?{_PROPER}){{0,3}}"
# A single plural is the topic of an event: «Foro: Remesas, 5 y 6 de mayo».
BARE_PLACE = re.compile(
    rf"(?:^|[:,(])\s*(?P<place>(?:(?P<city>{CITY})(?:,\s+{CITY}|\s\({CITY}\))"
    rf"|(?P<alone>(?!\S+s,){CITY}))),?\s*$"
)
"""A place before days: «V Reunión: Santo Domingo, República Dominicana, 21 al 23»."""
PLACE_AFTER = re.compile(
    rf",\s+(?P<place>(?P<city>{CITY}),\s+{CITY}|(?P<alone>(?!\S+s\b){CITY}))\s*(?:[.;(┆]|$)"
)
"""A place after days: «Próxima sesión: 6 a 8 de marzo de 2018, Mérida, Yucatán»."""
_LONGEST_ACRONYM = 6
_LOOSE_END = re.compile(
    r"(?:,?\s+(?:del?|el|la|los|las|en|para|y|on|in|at|of|from|for|the|and|to|is|are|was|were|be|has|have|se|ha|está|queda|que|which|that))+$"
)
_QUOTED = re.compile(r"“[^”]*[”\"]|«[^»]*»|\"[^\"]*\"")


@dataclass(frozen=True)
class FoundEvent:
    """An event and its characters in the paragraph, from its name to the end of the clause."""

    event: Event
    start: int
    end: int


class EventWords:
    """Reads the names and places of events."""

    def __init__(self, register: PartyRegister, cues: Cues) -> None:
        self.nouns = EventNouns(cues.events)
        self.places = PlaceFinder(register)
        self._past = re.compile(any_of(map(participle_pattern, cues.events.past)))

    def place(self, text: str, *, towards: bool = False) -> str | None:
        """Return the place in a text before any past event: «… al taller realizado en Panamá»."""
        past = self._past.search(fold(text))
        found = self.places.find(text[: past.start()] if past else text, towards=towards)
        return found[2] if found else None

    def name(self, paragraph: Paragraph, start: int, end: int) -> str:
        """Return the name between two characters of a paragraph; see `name_of`."""
        return self.name_of(paragraph.passage.text[start:end], start, paragraph.deadlines)

    def name_of(self, text: str, start: int, deadlines: Sequence[FoundDeadline]) -> str:
        """Return the name at the head of a text, which begins at `start` of its paragraph.

        It ends before its place, days, helpers or a verb.
        """
        plain = mask(text, (match.span() for match in _QUOTED.finditer(text)), "_")
        stops = [match.start() for match in _NAME_STOP.finditer(plain)]
        stops += [match.start() for match in self._past.finditer(fold(plain))]
        stops += [each.start - start for each in deadlines if each.deadline.end]
        place = self.places.find(plain)
        stops += [place[0]] if place else []
        bare = BARE_PLACE.search(plain)
        stops += [bare.start()] if bare else []
        return _tidy(text[: min([len(text), *(stop for stop in stops if stop > 0)])])


def _tidy(name: str) -> str:
    name = " ".join(name.split())
    if name.count("(") > name.count(")"):
        name = name[: name.rindex("(")]
    name = _LOOSE_END.sub("", name.strip(" ,;:."))
    if name.isupper() and " " not in name and len(name) > _LONGEST_ACRONYM:
        return name.capitalize()
    return name[:1].upper() + name[1:]
