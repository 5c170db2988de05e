"""Which meeting a message names: «la reunión de 2019», «XXI Reunión», "the Managua meeting"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from knowledge.language.datafiles import load_yaml
from knowledge.language.folding import fold, words
from knowledge.language.months import month_number
from knowledge.language.ordinals import ordinals_in
from knowledge.language.phrases import Phrases
from knowledge.search.thesaurus import Thesaurus
from knowledge.stores.documents import Document
from knowledge.understanding.places import cities_in
from knowledge.understanding.world import countries_of_the_world
from knowledge.values.base import Value

_YEARS = range(1900, 2100)
_ARTICLES = frozenset({"la", "el", "los", "las", "the"})
_OF = frozenset({"de", "del", "of"})


class MeetingWords(Value):
    """The contents of meeting_words.yaml, where each field is explained."""

    results: tuple[str, ...]
    nouns: tuple[str, ...]
    acts: tuple[str, ...]
    links: tuple[str, ...]
    at: tuple[str, ...]


_KEPT = 4096


@lru_cache(maxsize=4)
def load_meeting_words(folder: Path) -> MeetingWords:
    """Read meeting_words.yaml in a folder of data files; raise FaultyData on a mistake."""
    return load_yaml(folder / "meeting_words.yaml", MeetingWords)


class NamedMeeting(NamedTuple):
    """What a message says of a meeting.

    `cities` are folded words, `countries` two-letter codes, `ordinals` its numbers in a row with the words
    that say them, at the positions in `numbered`. `wording` are all words that say when and where; `is_ours`
    tells that the meeting is one of the forum itself, and not just any.
    """

    years: frozenset[int]
    months: frozenset[int]
    cities: frozenset[tuple[str, ...]]
    countries: frozenset[str]
    ordinals: Mapping[int, str]
    numbered: frozenset[int]
    wording: frozenset[tuple[str, ...]]
    is_ours: bool

    @property
    def is_specific(self) -> bool:
        """Tell whether it says which meeting: when, where or of which number."""
        return any((self.years, self.months, self.cities, self.countries, self.ordinals))

    def fits(self, document: Document) -> bool:
        """Tell whether an act may be that of the meeting."""
        meeting = document.meeting
        start = meeting.start
        return (
            (not self.years or start is None or start.year in self.years)
            and (not self.months or start is None or start.month in self.months)
            and (not self.cities or _city_words(meeting.city or "") in self.cities)
            and (not self.countries or bool(_country_codes(meeting.country or "") & self.countries))
            and (not self.ordinals or not _numbers_in(meeting.title).isdisjoint(self.ordinals))
        )


class _Place(NamedTuple):
    """A city, or a country by its code, at the words from `start` up to `end`."""

    start: int
    end: int
    code: str | None


class MeetingFinder:
    """Find the meetings that messages name; `forum_names` are the names of our forum and its bodies."""

    @classmethod
    def load(cls, folder: Path, forum_names: Iterable[str], thesaurus: Thesaurus) -> "MeetingFinder":
        """Make a finder by the words of meeting_words.yaml; raise FaultyData on a mistake there."""
        return cls(load_meeting_words(folder), forum_names, thesaurus)

    def __init__(self, spoken: MeetingWords, forum_names: Iterable[str], thesaurus: Thesaurus) -> None:
        self._nouns = frozenset(map(fold, (*spoken.nouns, *spoken.acts)))
        self._acts = frozenset(map(fold, spoken.acts))
        self._results = frozenset(map(fold, spoken.results)) - self._nouns
        self._links = frozenset(map(fold, spoken.links))
        self._at = frozenset(map(fold, spoken.at))
        self._forums = Phrases((name, True) for name in forum_names)
        self._thesaurus = thesaurus

    def find(self, tokens: Sequence[str]) -> Iterator[NamedMeeting]:
        """Yield the meetings named in folded words."""
        forum = {place for match in self._forums.find(tokens) for place in range(match.start, match.end)}
        heads = forum | {place for place, token in enumerate(tokens) if token in self._nouns | self._results}
        places = list(self._places(tokens, heads - forum))
        numbered = {
            span: value
            for value, span in ordinals_in(tokens)
            if span.stop in heads or span.start - 1 in heads
        }
        linked = {
            place
            for place, token in enumerate(tokens)
            if token in self._links or token.isdigit() or month_number(token)
        }
        located = {place for each in places for place in range(each.start, each.end)}
        located |= {place for span in numbered for place in span}
        for run in _runs(heads | located | linked):
            if heads & set(run):
                meeting = self._read(tokens, run, forum, places, numbered)
                if meeting.is_specific:
                    yield meeting

    def _places(self, tokens: Sequence[str], heads: set[int]) -> Iterator[_Place]:
        """Yield the cities, and the countries that something is in: «en Panamá», «la reunión de Panamá»."""
        for match in cities_in(tokens, self._thesaurus):
            yield _Place(match.start, match.end, None)
        for start, end, code in countries_of_the_world().find(tokens):
            before = start - 1
            while before >= 0 and tokens[before] in _ARTICLES:
                before -= 1
            joined = before > 0 and tokens[before] in _OF and tokens[before - 1] in self._nouns
            if (before >= 0 and tokens[before] in self._at) or joined or end in heads:
                yield _Place(start, end, code)

    def _read(
        self,
        tokens: Sequence[str],
        run: range,
        forum: set[int],
        places: Iterable[_Place],
        numbered: Mapping[range, int],
    ) -> NamedMeeting:
        """Read what the words of a run say of a meeting."""
        named = [tokens[place] for place in run]
        here = [each for each in places if each.start in run]
        months = {token: month_number(token) for token in named}
        years = {
            tokens[place]
            for place in run
            if tokens[place].isdigit()
            and int(tokens[place]) in _YEARS
            # «¿Qué hará la CRM en 2019?» names no meeting; «la CRM de 2019» does.
            and (self._has_noun(named) or tokens[place - 1] not in self._at)
        }
        counted = {span: value for span, value in numbered.items() if span.start in run}
        spans = [tuple(tokens[each.start : each.end]) for each in here]
        when = (token for token in named if months[token] or token in years)
        return NamedMeeting(
            years=frozenset(map(int, years)),
            months=frozenset(month for month in months.values() if month),
            cities=frozenset(span for span, each in zip(spans, here, strict=True) if each.code is None),
            countries=frozenset(each.code for each in here if each.code),
            ordinals={value: " ".join(tokens[span.start : span.stop]) for span, value in counted.items()},
            numbered=frozenset(place for span in counted for place in span),
            wording=frozenset((*spans, *((token,) for token in when))),
            is_ours=bool(forum & set(run)) or bool(self._acts & set(named)),
        )

    def _has_noun(self, named: Iterable[str]) -> bool:
        return bool((self._nouns | self._results) & set(named))


# Of every question all acts are asked: what their meetings' names say is kept.
@lru_cache(maxsize=_KEPT)
def _numbers_in(title: str) -> frozenset[int]:
    return frozenset(value for value, _ in ordinals_in(words(title)))


@lru_cache(maxsize=_KEPT)
def _country_codes(country: str) -> frozenset[str]:
    return frozenset(match.meaning for match in countries_of_the_world().find(words(country)))


@lru_cache(maxsize=_KEPT)
def _city_words(city: str) -> tuple[str, ...]:
    return tuple(words(city))


def _runs(places: Iterable[int]) -> Iterator[range]:
    """Join places next to each other."""
    for _, group in groupby(enumerate(sorted(places)), key=lambda each: each[1] - each[0]):
        run = list(map(itemgetter(1), group))
        yield range(run[0], run[-1] + 1)
