"""What a message says about a meeting, and which acts match it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from knowledge.language.datafiles import load_yaml
from knowledge.language.folding import words
from knowledge.language.ordinals import ordinals_in
from knowledge.language.thesaurus import Thesaurus
from knowledge.stores.documents import Document
from knowledge.understanding.named_themes import Acts, beginnings_of
from knowledge.understanding.places import key_of_city
from knowledge.understanding.positions import Position, PositionWords
from knowledge.understanding.world import countries_of_the_world
from knowledge.values.acts import Meeting
from knowledge.values.base import Value

_KEPT = 4096


class MeetingWords(Value):
    """The contents of meeting_words.yaml, where each field is explained."""

    results: tuple[str, ...]
    nouns: tuple[str, ...]
    acts: tuple[str, ...]
    links: tuple[str, ...]
    at: tuple[str, ...]
    stand_ins: tuple[str, ...]
    before_stand_ins: tuple[str, ...]
    positions: PositionWords

    @property
    def words(self) -> frozenset[str]:
        """All of its words, folded."""
        spoken = (*self.results, *self.nouns, *self.acts, *self.links, *self.at, *self.stand_ins)
        return frozenset(word for phrase in spoken for word in words(phrase))


def plurals_of(nouns: Iterable[str]) -> frozenset[str]:
    """Return the possible plurals of folded nouns: «asambleas», «sesiones», "assemblies"."""
    return frozenset(form for noun in nouns for form in (f"{noun}s", f"{noun}es", f"{noun[:-1]}ies"))


@lru_cache(maxsize=4)
def load_meeting_words(folder: Path) -> MeetingWords:
    """Read meeting_words.yaml in a folder of data files; raise FaultyData on a mistake."""
    return load_yaml(folder / "meeting_words.yaml", MeetingWords)


class NamedMeeting(NamedTuple):
    """What a message says about a meeting.

    `cities` are keys of cities, `countries` two-letter codes, `bodies` names in the register, `titled`
    beginnings of words that only some titles have, `acts` the acts of meetings that were about a named theme
    («la del huracán»), `ordinals` its numbers in a series with the words for them, at the positions in
    `numbered`. `span` are the words that name it, `located` those of the place, and `wording` those of time
    and place. `is_ours` marks a meeting of the forum itself, `is_source` one whose act is cited («según la
    reunión de 2016»), `is_at_hand` one whose act is loaded, and `is_several` more than one: «las reuniones de
    Managua». `is_loose` marks a place or year that may well belong to something else («en Managua»), and
    `is_guessed` one that is taken for a meeting's anyway. `is_topical` marks a theme that only one act
    mentions; it remains part of the question.
    """

    years: frozenset[int]
    months: frozenset[int]
    cities: frozenset[str]
    countries: frozenset[str]
    bodies: frozenset[str]
    titled: frozenset[str]
    ordinals: Mapping[int, str]
    numbered: frozenset[int]
    position: Position | None
    span: range
    located: range
    wording: frozenset[tuple[str, ...]]
    is_ours: bool
    is_source: bool = False
    is_at_hand: bool = False
    is_several: bool = False
    is_loose: bool = False
    is_guessed: bool = False
    acts: Acts = frozenset()
    is_topical: bool = False

    @property
    def is_meant(self) -> bool:
        """Whether it can only be a meeting whose act is loaded."""
        return self.is_at_hand and not self.is_loose and not self.is_topical

    @property
    def is_specific(self) -> bool:
        """Whether it says which meeting: when, where, with which number, or at which position."""
        return bool(self.position) or self.is_described

    @property
    def is_described(self) -> bool:
        """Whether it says which meeting by itself: when, where, with which number, or on which theme."""
        return any((self.years, self.months, self.cities, self.countries, self.ordinals, self.acts))

    @property
    def is_dated_and_placed(self) -> bool:
        """Whether it says both when and where."""
        return bool((self.cities or self.countries) and (self.years or self.months))


class ActsAtHand(NamedTuple):
    """The loaded acts, and what they tell about their meetings.

    `speaking` returns the acts that mention some words, and `title_of` the title of an act's meeting.
    """

    documents: Sequence[Document]
    speaking: Callable[[Sequence[str]], Acts] = lambda _: frozenset()
    title_of: Callable[[Document], str] = lambda document: document.meeting.title


class MeetingMatcher:
    """Match named meetings with acts; `title_of` returns the title of an act's meeting."""

    def __init__(self, thesaurus: Thesaurus, title_of: Callable[[Document], str]) -> None:
        self._title_of = title_of
        self._key = lru_cache(maxsize=_KEPT)(lambda city: key_of_city(city, thesaurus))

    def fits(self, named: NamedMeeting, document: Document) -> bool:
        """Tell whether an act may be of the meeting, whatever its position."""
        meeting = document.meeting
        start = meeting.start
        return (
            (not named.years or start is None or start.year in named.years)
            and (not named.months or start is None or start.month in named.months)
            and (not named.acts or document.slug in named.acts)
            and (not named.cities or self._is_in(meeting, named.cities))
            and (not named.countries or bool(_country_codes(meeting.country, meeting.city) & named.countries))
            and (not named.titled or named.titled <= beginnings_of(self._title_of(document)))
            and (not named.ordinals or not numbers_in(meeting.title).isdisjoint(named.ordinals))
        )

    def _is_in(self, meeting: Meeting, cities: frozenset[str]) -> bool:
        """Tell whether a meeting was in any of the cities; without a city of its own, by its title."""
        if meeting.city:
            return self._key(meeting.city) in cities
        title = f" {' '.join(words(meeting.title))} "
        return any(f" {city} " in title for city in cities)

    def among(self, named: NamedMeeting, documents: Sequence[Document]) -> list[Document]:
        """List the acts that may be of the meeting; if any is of the body named, only those.

        An act without a date may be of any year, unless another one fits by its date.
        """
        fitting = [each for each in documents if self.fits(named, each)]
        if named.years or named.months:
            fitting = [each for each in fitting if each.meeting.start] or fitting
        return [each for each in fitting if each.meeting.body in named.bodies] or fitting


# Cached, since every question is matched with the titles of all acts.
@lru_cache(maxsize=_KEPT)
def numbers_in(title: str) -> frozenset[int]:
    """Return the ordinals in a title: «XX Conferencia»."""
    return frozenset(value for value, _ in ordinals_in(words(title)))


@lru_cache(maxsize=_KEPT)
def _country_codes(country: str | None, city: str | None) -> frozenset[str]:
    """Return the code of a country, or of the one in a city's name: «Antigua Guatemala»."""
    return frozenset(match.meaning for match in countries_of_the_world().find(words(country or city or "")))
