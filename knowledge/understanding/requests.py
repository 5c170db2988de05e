"""Read the words after a command: «/pendientes Guatemala 2024», «/plazos Managua», «/pais panma».

The words come in any order. A country may be a party or the place of a meeting, and a date that of a meeting
or a deadline: every combination is a reading, and the lists use the first that fits.
"""

from collections.abc import Container, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from knowledge.language.folding import words
from knowledge.language.forum import Forum
from knowledge.language.parties import PartyRegister
from knowledge.understanding.request_words import Named, RequestWords, WordFinder
from knowledge.understanding.venues import Venues
from knowledge.understanding.world import countries_of_the_world
from knowledge.values.notices import Notice, echo, mark, notice
from knowledge.values.parties import PartyKind
from knowledge.values.questions import Overview, OverviewKind, Period

_NOT_UNDERSTOOD = mark("No entiendo «{words}»: escriba un país, un organismo, una reunión o unas fechas.")
_NOT_A_PARTY = mark("No conozco a «{words}» entre los países y organismos del foro ({forum}).")
_NOT_A_MEMBER = mark("{words} no es miembro del foro ({forum}); sus actas no le piden nada.")
_NO_MEETING = mark("No tengo el acta de una reunión así: «{words}».")

_DENIALS = frozenset({"no", "not", "sin", "without", "nunca", "never"})

_BY_DAY = frozenset({OverviewKind.DEADLINES, OverviewKind.EVENTS})
"""Lists where a date is first taken as a due date, and then as that of a meeting."""


class Request(NamedTuple):
    """The overviews that may be asked for, likeliest first, and the words that weren't understood."""

    readings: tuple[Overview, ...]
    unread: str = ""


class _Limits(NamedTuple):
    """The days of a meeting, and the days on which something is due."""

    held: Period | None = None
    due: Period | None = None


class RequestReader:
    """Read requests for overviews of some acts; `finder` finds what they name."""

    def __init__(self, register: PartyRegister, forum: Forum, venues: Venues, finder: WordFinder) -> None:
        self._register = register
        self._forum = forum
        self._venues = venues
        self._words = finder

    def read(
        self, kind: OverviewKind, request: str, *, today: date, meeting: date | None, mends: bool = True
    ) -> Request | Notice:
        """Read what follows a command, or say why it cannot be read.

        A month without a year is the next one after `meeting`. `mends` forgives typing errors.
        """
        if not request.strip():
            return Request((Overview(kind=kind),))
        found = self._words.find(request, today=today, meeting=meeting, mends=mends)
        if outsider := self._outsider(kind, found):
            return notice(_NOT_A_MEMBER, words=outsider, forum=(self._forum.short("es"),))
        readings = tuple(dict.fromkeys(self._readings(kind, found)))
        if kind is OverviewKind.PARTY:
            readings = tuple(each for each in readings if each.party)
        if readings:
            return Request(readings, found.unread)
        return self._complaint(kind, request, found)

    def reads_all(
        self,
        request: str,
        frames: Container[str],
        *,
        today: date,
        meeting: date | None,
        only_places: bool = False,
    ) -> bool:
        """Tell whether words are only names, dates and `frames`, none of them misspelt or denied.

        With `only_places`, all names must be places of meetings.
        """
        found = self._words.find(request, today=today, meeting=meeting, mends=False)
        places = all(each.where and (each.is_place or not self._is_member(each)) for each in found.named)
        denies = not _DENIALS.isdisjoint(words(request))
        unread = [word for word in found.unread.split() if word not in frames]
        return not (unread or denies) and (places or not only_places)

    def names_anything(self, request: str, *, today: date, meeting: date | None) -> bool:
        """Tell whether words name a party, a place or days."""
        found = self._words.find(request, today=today, meeting=meeting)
        return found.names_anything

    def _outsider(self, kind: OverviewKind, found: RequestWords) -> str | None:
        """Return the first country that isn't a member and can only be meant as a party, or None."""
        for each in found.named:
            party = self._register.parties.get(each.party or "")
            outside = party is not None and party.kind is PartyKind.COUNTRY and not party.member
            if outside and (not each.where or kind is OverviewKind.PARTY):
                return each.party
        return None

    def _complaint(self, kind: OverviewKind, request: str, found: RequestWords) -> Notice:
        forum = (self._forum.short("es"),)
        if found.names_anything:
            said = _NOT_A_PARTY if kind is OverviewKind.PARTY else _NO_MEETING
            return notice(said, words=echo(request), forum=forum)
        if any(countries_of_the_world().find(words(request))):
            return notice(_NOT_A_MEMBER, words=echo(request), forum=forum)
        said = {OverviewKind.PARTY: _NOT_A_PARTY, OverviewKind.MEETINGS: _NO_MEETING}.get(
            kind, _NOT_UNDERSTOOD
        )
        return notice(said, words=echo(request), forum=forum)

    def _readings(self, kind: OverviewKind, found: RequestWords) -> Iterator[Overview]:
        if found.positions:
            yield from self._positioned(kind, found)
            return
        if not found.names_anything:
            return
        if kind is OverviewKind.MEETINGS:
            yield from self._meetings(found)
            return
        for party, where in _assigned(found.named):
            for limits in self._dated(kind, found, has_place=where is not None):
                acts = self._venues.acts(where, limits.held)
                takes_place = kind is OverviewKind.EVENTS and not self._venues.acts(where, None)
                if acts or (limits.held is None and (where is None or takes_place)):
                    yield Overview(kind=kind, party=party, where=where, held=limits.held, period=limits.due)

    def _positioned(self, kind: OverviewKind, found: RequestWords) -> Iterator[Overview]:
        """Yield the overview of a meeting named by position: «la última», «la anterior a la de Managua»."""
        held = self._held(found)
        placed = [each for each in found.named if each.where and (each.is_place or not self._is_member(each))]
        wheres: list[str | None] = [each.where for each in placed]
        among = [
            each
            for each in self._venues.acts(None, held)
            if all(each in self._venues.acts(where, None) for where in wheres)
        ]
        document = self._venues.at(found.positions[0], among) if among else None
        if document:
            party = next((each.party for each in found.named if each.party and each not in placed), None)
            yield Overview(kind=kind, party=party, where=document.slug)

    def _is_member(self, named: Named) -> bool:
        party = self._register.parties.get(named.party or "")
        return party is not None and party.member

    def _meetings(self, found: RequestWords) -> Iterator[Overview]:
        """Yield the one meeting that fits all names and days, or those that fit a name and the days."""
        held = self._held(found)
        wheres = [each.where for each in found.named if each.where]
        common = [
            each
            for each in self._venues.acts(None, held)
            if all(each in self._venues.acts(where, held) for where in wheres)
        ]
        if len(common) == 1:
            yield Overview(kind=OverviewKind.MEETINGS, where=common[0].slug)
        elif common and (wheres or held):
            yield Overview(kind=OverviewKind.MEETINGS, where=next(iter(wheres), None), held=held)

    def near(self, request: str, *, today: date, meeting: date | None) -> Overview | None:
        """Return the meetings at the place or of the body named, whenever they were, or None."""
        found = self._words.find(request, today=today, meeting=meeting)
        wheres = (each.where for each in found.named if each.where)
        where = next((where for where in wheres if self._venues.acts(where, None)), None)
        return Overview(kind=OverviewKind.MEETINGS, where=where) if where else None

    def _held(self, found: RequestWords) -> Period | None:
        """Return the days named for a meeting; a month without a year is that of the newest meeting in it."""
        if found.months and (month := self._venues.starting_in(found.months[0])):
            return month
        return next(iter(found.periods), None)

    def _dated(self, kind: OverviewKind, found: RequestWords, *, has_place: bool) -> Iterator[_Limits]:
        """Yield the limits that dates may set, likeliest first."""
        if not found.periods:
            yield _Limits()
            return
        first, *others = found.periods
        by_meeting, by_day = _Limits(held=self._held(found)), _Limits(due=first)
        if others:
            yield from (_Limits(first, others[0]), _Limits(others[0], first))
        elif (kind in _BY_DAY and not has_place) or self._is_to_come(first):
            yield from (by_day, by_meeting)
        else:
            yield from (by_meeting, by_day)

    def _is_to_come(self, period: Period) -> bool:
        """Tell whether all meetings were before: «antes de agosto» limits deadlines, and not meetings."""
        return period.start is None and self._venues.acts(None, period) == self._venues.acts(None, None)


def _assigned(named: Sequence[Named]) -> Iterator[tuple[str | None, str | None]]:
    """Yield every pair of party and place that names may mean together, using as many names as possible."""
    parties = [None, *(each for each in named if each.party)]
    places = [None, *(each for each in named if each.where and not each.is_joined)]
    pairs = [(one, other) for one in parties for other in places if one is None or one is not other]
    most = max(sum(each is not None for each in pair) for pair in pairs)
    best = [pair for pair in pairs if sum(each is not None for each in pair) == most]
    # A country by itself is first a party, unless it is said to be a place.
    best.sort(key=lambda pair: pair[0] is None or pair[0].is_place)
    for party, place in best:
        yield party.party if party else None, place.where if place else None
