"""Find meetings, workshops and the like in a text by their names."""

import re
from typing import NamedTuple

from knowledge.language.folding import fold
from knowledge.language.months import MONTH_PATTERN
from knowledge.language.numbers import ORDINAL_PATTERN
from knowledge.language.ordinals import ORDINAL_WORDS
from knowledge.reading.duties.cues import EventCues

_NEXT = r"proxim[oa]s?|siguientes?|venider[oa]s?|next|coming|upcoming|following|forthcoming"
_SPANISH = (
    r"el|la|los|las|su|sus|esta|este|presente|dich[oa]|(?:antedich|mencionad|citad|referid)[oa]|un|una|cada"
    rf"|{_NEXT}"
)
_ENGLISH = rf"the|its|their|this|that|said|such|an?|each|every|{_NEXT}"
_PLACE = "|".join(sorted({*ORDINAL_WORDS, ORDINAL_PATTERN}, key=len, reverse=True))
_RANK = (
    rf"(?:(?:[ivxl]+|\d+\.?(?:[aoªº]|er|st|nd|rd|th)?|(?:decimo|vigesimo|trigesimo)\w+"
    rf"|(?:{_PLACE})(?:[\s-]+(?:{_PLACE}))?)\s+)?"
)
_CALLED_BY_NUMBER = (
    r"[a-z]{2,6}-?\d{1,3}(?=\s+(?:(?:will|shall|is|tendra|takes?)\s|se\s+(?:celebr|realiz|llev|efectu)))"
)
"""«SC13 (will be held)», «CT-14 (se celebrará)»: an acronym with the number of a meeting."""
_COMING = re.compile(rf"(?<!\w)(?:{_NEXT}|cada|each|every)(?!\w)")
_COMPOUND = re.compile(r"\b\w+-$")
"""«Seminario-Taller»"""
_OF_TIME = re.compile(r"(?:en|in|during|durante)\s+(?:el|the)\s+(?:curso|course)\s+(?:del?|of)\b")
_TAIL = re.compile(
    r"(?:\s+(?:del?|la|las|los|el|of|the|on|for|to|sobre|y|and)(?=\s))*"
    rf"\s+(?!(?i:{MONTH_PATTERN})\b)"
    r"(?:[A-ZÁÉÍÓÚÑ][\w.-]*|(?:19|20)\d\d\b|ordinaria|extraordinaria|general|plenaria|anual|técnica|viceministerial)"
)


_HOSTING = re.compile(r"\b(?:sede|anfitrion|anfitriona|acoger|acogera|albergar|host|hosts|hosting|venue)\b")
_HOSTED = re.compile(
    r"\s*(?:del|(?:(?:de|of|for|to|a)\s+)?(?:el|la|una?|the|an?))\s+(?P<name>[^\W\d_]{4,}[\w-]*)"
)


class EventMention(NamedTuple):
    """A mention of an event, from its articles to the last word of its name.

    `noun` is where its noun begins, `name` where its name does («IV Reunión»); `coming` says that it is
    called the next one, or each.
    """

    start: int
    end: int
    noun: int
    name: int
    coming: bool


class EventNouns:
    """The nouns of events, from events.yaml."""

    def __init__(self, cues: EventCues) -> None:
        patterns = [r"\s+".join(rf"{word}(?:e?s)?" for word in fold(noun).split()) for noun in cues.nouns]
        acronyms = "|".join(re.escape(fold(acronym)) for acronym in cues.numbered)
        numbered = [rf"(?:{_NEXT}|[ivxl]+)\s+(?:{acronyms})"] if acronyms else []
        noun = "|".join([*sorted(patterns, key=len, reverse=True), *numbered, _CALLED_BY_NUMBER])
        spanish = rf"(?:(?:{_SPANISH})\s+){{1,4}}{_RANK}(?:(?:{_NEXT})\s+)?"
        adjective = r"(?!(?:una?|el|las?|los|del?)\s)[a-z]+(?:-[a-z]+)*\s+"
        english = rf"(?:(?:{_ENGLISH})\s+){{1,4}}{_RANK}(?:{adjective}){{0,2}}?"
        self._articles = re.compile(rf"(?:(?:{_SPANISH}|{_ENGLISH})\s+){{0,4}}")
        self._mention = re.compile(rf"(?<!\w)(?:{spanish}|{english}|{_RANK})(?P<noun>{noun})(?!\w)")

    def find(self, text: str) -> list[EventMention]:
        """List the events named in a text, in order: «la próxima reunión del Grupo Ad Hoc»."""
        folded = fold(text)
        times = [match.span() for match in _OF_TIME.finditer(folded)]
        return [
            self._mention_of(text, match)
            for match in self._mention.finditer(folded)
            if not any(first <= match.start("noun") < last for first, last in times)
        ]

    @staticmethod
    def is_hosting(verb: str) -> bool:
        """Tell whether a verb, like «ser sede de» or "host", takes an event by any name as its object."""
        return _HOSTING.search(fold(verb)) is not None

    @staticmethod
    def hosted(text: str) -> EventMention | None:
        """Read the event after a verb of hosting: «(ser sede) del Festival de la Niñez»."""
        match = _HOSTED.match(text)
        if match is None:
            return None
        name = match.start("name")
        return EventMention(name, match.end(), noun=name, name=name, coming=False)

    def _mention_of(self, text: str, match: re.Match[str]) -> EventMention:
        articles = self._articles.match(match[0])
        name = match.start() + (articles.end() if articles else 0)
        compound = _COMPOUND.search(text, 0, name) if name == match.start() else None
        name = compound.start() if compound else name
        coming = _COMING.search(match[0]) is not None
        return EventMention(
            min(name, match.start()), _name_end(text, match.end()), match.start("noun"), name, coming
        )


def _name_end(text: str, end: int) -> int:
    while tail := _TAIL.match(text, end):
        end = tail.end()
    return end
