"""Read what an officer says about a commitment: «16a México el 3 de mayo entregó su informe».

The provision comes first, then in any order its meeting, which of the responsible parties, and the day; the
rest is a note. After a colon everything is a note: «16a: México lo anunció».
"""

import re
from collections.abc import Collection, Iterator
from datetime import date, timedelta

from knowledge.language.dates import find_dates
from knowledge.language.folding import WORD, fold
from knowledge.language.parties import PartyRegister
from knowledge.understanding.named_provisions import NamedProvision, ProvisionReader
from knowledge.understanding.reference_words import ReferenceWords
from knowledge.understanding.venues import Venues
from knowledge.understanding.world import countries_of_the_world, names_of
from knowledge.values.acts import Precision
from knowledge.values.base import Value
from knowledge.values.parties import PartyKind

_BEFORE = re.compile(r"(?:\b(?:de|del|por|by|for|from|y|e|and|la|el|los|las|the|en|in|at|on)\b|[\s,;.–-])*")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_NEAR_DAYS = {
    "hoy": 0,
    "today": 0,
    "ayer": 1,
    "yesterday": 1,
    "anteayer": 2,
    "antier": 2,
    "manana": -1,
    "tomorrow": -1,
}
_NEAR_DAY = re.compile(rf"(?:{'|'.join(_NEAR_DAYS)})\b")
_NOTE = re.compile(r"\s*(?::|(?:con\s+)?(?:nota|note)\s*:)\s*", re.IGNORECASE)
_DENIALS = frozenset({"no", "not", "nunca", "never", "tampoco"})
_OPENING = 3
"""How many first words of a note may hold a denial of the whole: «todavía no lo entregó»."""

_TRIMMED = " \t\n,;–-"


class MarkWords(Value):
    """What is said beyond the provision; `day` is None if it is missing or no such day exists.

    If it `is_denied`, it is said not to be so, except after a colon: «México no lo entregó». `further` is a
    provision that the note may begin with, and that may be meant as one more.
    """

    parties: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    year: int | None = None
    day: date | None = None
    is_day_faulty: bool = False
    note: str = ""
    is_denied: bool = False
    further: NamedProvision | None = None


class MarkReader:
    """Read what officers say about commitments."""

    def __init__(self, spoken: ReferenceWords, register: PartyRegister, venues: Venues) -> None:
        self.provisions = ProvisionReader(spoken)
        self._register = register
        self._venues = venues

    def named(self, words: str, *, today: date) -> tuple[NamedProvision, ...]:
        """Read the provisions that words begin with; what is said about them follows the last one."""

        def is_said(rest: str) -> bool:
            """Tell whether words begin with a day or a party, and so name no further provision."""
            return _day(rest, today) is not None or self._names_one(rest)

        return self.provisions.all(words, is_said)

    def read(self, rest: str, bound: Collection[str], *, today: date) -> MarkWords:
        """Read what follows the provision; `bound` are the parties it may be about."""
        said = MarkWords()
        while rest.strip(_TRIMMED):
            if note := _NOTE.match(rest):
                return said.model_copy(update={"note": _spaced(rest[note.end() :])})
            step = next(self._steps(rest, said, bound, today), None)
            if step is None:
                break
            said, rest = step
        opening = {fold(token[0]) for token in list(WORD.finditer(rest))[:_OPENING]}
        is_denied = not _DENIALS.isdisjoint(opening)
        further = self.provisions.may_begin(rest)
        return said.model_copy(update={"note": _spaced(rest), "is_denied": is_denied, "further": further})

    def _steps(
        self, rest: str, said: MarkWords, bound: Collection[str], today: date
    ) -> Iterator[tuple[MarkWords, str]]:
        """Yield the possible readings of the next words, likeliest first, with the words after them."""
        if said.day is None and (dated := _day(rest, today)):
            day, end = dated
            yield said.model_copy(update={"day": day, "is_day_faulty": day is None}), rest[end:]
        begun = _begun(rest)
        party, place = self._party(rest, begun), self._place(rest, begun)
        is_place = place is not None and party is not None and place[1] > party[1]  # «Belize City»
        if party and party[0] in bound and not is_place:
            yield said.model_copy(update={"parties": (*said.parties, party[0])}), rest[party[1] :]
        if not said.note and place:
            yield said.model_copy(update={"places": (*said.places, place[0])}), rest[place[1] :]
        if said.year is None and (year := _YEAR.match(rest, begun)):
            yield said.model_copy(update={"year": int(year[0])}), rest[year.end() :]
        if party := party or self._misspelt(rest, begun, bound):
            yield said.model_copy(update={"parties": (*said.parties, party[0])}), rest[party[1] :]

    def _names_one(self, rest: str) -> bool:
        """Tell whether words begin with one party: «15 países» are fifteen, «15 México» is the provision."""
        named = self._party(rest, len(rest) - len(rest.lstrip()))
        party = self._register.parties.get(named[0]) if named else None
        return party is not None and party.kind is not PartyKind.GROUP

    def _party(self, rest: str, begun: int) -> tuple[str, int] | None:
        """Return the party that words begin with, and where its name ends."""
        for mention in self._register.find(rest, spoken=True):
            if mention.start <= begun:
                return mention.name, mention.end
            break
        tokens = list(WORD.finditer(fold(rest), begun))
        for country in countries_of_the_world().find([token[0] for token in tokens]):
            return (
                (names_of(country.meaning)[0], tokens[country.end - 1].end()) if not country.start else None
            )
        return None

    def _misspelt(self, rest: str, begun: int, bound: Collection[str]) -> tuple[str, int] | None:
        """Return the `bound` party that words begin with, an error or two forgiven."""
        tokens = list(WORD.finditer(rest, begun))
        if tokens and fold(tokens[0][0]) in _DENIALS:
            return None
        for count in (3, 2, 1):
            if len(tokens) >= count:
                name = self._register.closest(rest[tokens[0].start() : tokens[count - 1].end()])
                if name and name in bound:
                    return name, tokens[count - 1].end()
        return None

    def _place(self, rest: str, begun: int) -> tuple[str, int] | None:
        """Return the key of the place that words begin with, and where its name ends.

        A city without meetings counts too: what is said about its act isn't said about another.
        """
        tokens = list(WORD.finditer(fold(rest), begun))
        words = [token[0] for token in tokens]
        met = next((match for match in self._venues.find(words) if match.start == 0), None)
        place = met or self._venues.elsewhere(words)
        return (place.key, tokens[place.end - 1].end()) if place else None


def _day(rest: str, today: date) -> tuple[date | None, int] | None:
    """Return the day that words begin with, and where it ends; without a year, the last such day until today.

    The day is None if no calendar has it.
    """
    folded = fold(rest)
    begun = _begun(folded)
    if near := _NEAR_DAY.match(folded, begun):
        return today - timedelta(days=_NEAR_DAYS[near[0]]), near.end()
    for mention in find_dates(rest):
        if mention.start > begun or mention.several or mention.unit is not Precision.DAY:
            return None
        days = mention.days(today) if mention.has_year else mention.in_year(today.year)
        if days and days.first > today and not mention.has_year:
            days = mention.in_year(today.year - 1)
        return (days.first if days else None), mention.end
    return None


def _begun(rest: str) -> int:
    """Return where the first content word begins."""
    light = _BEFORE.match(rest)
    return light.end() if light else 0


def _spaced(text: str) -> str:
    return " ".join(text.strip(_TRIMMED).split())
