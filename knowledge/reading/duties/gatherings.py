"""Read meetings told by a verb, and name them: «el Grupo sesionará el 22 de junio»."""

import re
from typing import NamedTuple

from knowledge.language.folding import fold
from knowledge.language.places import PlaceFinder
from knowledge.reading.duties.cues import EventCues
from knowledge.reading.duties.eventdays import EventDays
from knowledge.reading.duties.eventlinks import Told
from knowledge.reading.duties.holdingwords import HoldingWords
from knowledge.reading.duties.wordings import any_of, words_pattern
from knowledge.values.acts import Precision

_REFLEXIVE = re.compile(r"\b(?:se|nos)\s+(?:volver\w+\s+a\s+)?$")
# "will meet in Lima", and not "will meet the costs"
_GOES_ON = re.compile(
    r"\W*(?:(?:again|anew|\w+ly|\w+mente|online|next|once|in|at|on|from|by|de|en|el|los|por)\b|$)"
)
_ARTICLE = re.compile(r"(?<!\bde\s)(?<!\bof\s)\b(?:el|la|los|las|the|al|del)\s+")
_LINK = re.compile(
    r"(?:,?\s+(?:que|which|who|that))?(?:\s+(?:se|nos|will|shall|would|to|also|next|again|a|volver\w*|agreed|acord\w+))*\s*$"
)
_NONFINITE = re.compile(r"(?:ing|ndo|ad[oa]s?|ed)$")
_LONGEST = 70
_OF = {"el": "del", "del": "del", "al": "del", "the": "of the"}


class Gathering(NamedTuple):
    """A meeting told by its verb, at the characters from `start` up to `end` of the sentence."""

    name: str
    start: int
    end: int


class GatheringReader:
    """Reads the verbs of events.yaml that imply a meeting."""

    def __init__(self, cues: EventCues, places: PlaceFinder, holding: HoldingWords) -> None:
        self._holding = holding
        self._places = places
        self._nouns = {form: noun for verb, noun in cues.gathering.items() for form in holding.forms(verb)}
        self._verb = re.compile(any_of(map(words_pattern, self._nouns)))
        self._taught = {
            form: noun
            for verb, noun in cues.teaching.items()
            for form in holding.forms(verb)
            if not _NONFINITE.search(form)
        }
        self._teach = re.compile(any_of(map(words_pattern, self._taught)))

    def find(self, told: Told, days: EventDays) -> Gathering | None:
        """Return the meeting told just before some days, or None."""
        for match in self._verb.finditer(told.folded, 0, days.start):
            between = told.text[match.end() : days.start]
            if re.search(r"[.;:]\s", between) or self._holding.is_of_else(between):
                continue
            if any(match.end() <= each.start < days.start for each in told.mentions):
                continue
            if _GOES_ON.match(fold(between)) and self._meets(told, match):
                name = self._name(told.text[: match.start()], self._nouns[match[0]])
                return Gathering(name, match.start(), match.end())
        return self._taught_by(told, days)

    def _taught_by(self, told: Told, days: EventDays) -> Gathering | None:
        """Read «capacitará a 25 inspectores en Lima, del 5 al 9 de mayo»."""
        match = self._teach.search(told.folded, 0, days.start)
        between = told.text[match.end() : days.start] if match else ""
        if match is None or re.search(r"[.;:]\s", between) or self._holding.is_of_else(between):
            return None
        place = self._places.find(between)
        named = any(match.end() <= each.start < days.start for each in told.mentions)
        in_month = days.time.precision is Precision.MONTH
        if named or in_month or not (place or days.several):
            return None
        noun = self._taught[match[0]]
        whom = re.sub(r"^\s*a\s+", "", between[: place[0]] if place else "").strip(" ,")
        name = f"{noun.capitalize()}: {whom}" if whom else noun.capitalize()
        return Gathering(name, *match.span())

    @staticmethod
    def _meets(told: Told, match: re.Match[str]) -> bool:
        """Tell whether a verb means to meet: «se reunirá», «reunirse», not «reunirá los datos»."""
        verb = match[0]
        if not verb.startswith("reun"):
            return True
        return verb.endswith(("se", "nos")) or _REFLEXIVE.search(told.folded, 0, match.start()) is not None

    def _name(self, before: str, noun: str) -> str:
        folded = fold(before)
        before = before[: _LINK.search(folded).start()] if _LINK.search(folded) else before  # type: ignore[union-attr]
        articles = list(_ARTICLE.finditer(fold(before)))
        who = before[articles[-1].end() :] if articles else ""
        if not who or len(who) > _LONGEST or re.search(r"[,;:.]", who):
            return noun.capitalize()
        article = articles[-1][0].strip()
        return f"{noun.capitalize()} {_OF.get(article, f'de {article}')} {who}"
