"""Check what a question names or takes for granted against one provision.

One table of checks, each run once per candidate. What they find are objections: they make an answer less
sure and another candidate preferable, and are what is said where nothing answers.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import cached_property, lru_cache

import numpy as np
from rapidfuzz.distance import OSA, Indel
from rapidfuzz.process import extractOne

from knowledge.language.dates import Days, find_dates
from knowledge.language.folding import words
from knowledge.language.frequencies import OF_A_LANGUAGE, load_frequencies
from knowledge.language.notions import Notion
from knowledge.language.ordinals import ordinals_in
from knowledge.language.stems import LANGUAGES, stems
from knowledge.ranking.objections import Check, Objection
from knowledge.ranking.untold import UntoldChecker
from knowledge.ranking.views import ProvisionView
from knowledge.search.flags import Holds
from knowledge.search.sources import Sources
from knowledge.search.terms import exact, of_concept, of_party, stemmed
from knowledge.understanding.decisive import Decisive, DecisiveWords
from knowledge.understanding.mentions import Mention, MentionKind, as_written, called
from knowledge.understanding.named_meetings import MeetingMatcher, NamedMeeting, numbers_in
from knowledge.understanding.places import city_key
from knowledge.understanding.question import Question
from knowledge.understanding.world import names_of
from knowledge.values.acts import Precision, Role
from knowledge.values.notices import mark, notice
from knowledge.values.parties import PartyKind

_KEPT = 512
_COGNATE_PREFIX = 3
_COGNATE = 0.72
_ALIKE = 0.8
"""Likeness of two spellings of one name."""

_SOON = 2
"""How many meetings ahead of its own an act may still call the next one."""

_NEXT = of_concept(Notion.NEXT)
_HOST = of_concept(Notion.HOST)
_MEETINGS = frozenset(map(of_concept, (Notion.MEETING, Notion.CONFERENCE)))

_ACTIVE = frozenset(
    {Role.RESPONSIBLE, Role.ORGANIZER, Role.HOST, Role.PROPOSER, Role.REQUESTER, Role.SUPPORTER}
)
_DONE = frozenset({Role.ORGANIZER, Role.HOST, Role.SUPPORTER})
"""Roles that a party may be thanked for."""

_BYSTANDING = frozenset({Role.THANKED, Role.ABSENT})


class Checker:
    """Check questions against provisions."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._deeds = DecisiveWords.load(sources.data.language)
        # One question is checked against many candidates, and one provision against many questions.
        self._deeds_in = lru_cache(maxsize=_KEPT)(self._find_deeds)
        self._deeds_said = lru_cache(maxsize=_KEPT)(self._deeds.said_in)
        self._untold = UntoldChecker(sources)
        self._frequencies = load_frequencies(sources.data.language)
        self._matcher = MeetingMatcher(sources.index.thesaurus, sources.title_of)
        self._by_kind: dict[MentionKind, Callable[[Mention, ProvisionView], bool]] = {
            MentionKind.PARTY: self._has_party,
            MentionKind.COUNTRY: self._has_country,
            MentionKind.CITY: self._has_city,
            MentionKind.DAY: self._has_day,
            MentionKind.NUMBER: self._has_number,
            MentionKind.NAME: self._has_name,
        }

    def objections(self, question: Question, view: ProvisionView) -> tuple[Objection, ...]:
        """List the objections to a provision as the answer to a question."""
        return (*self._unnamed(question, view), *self._untold.objections(question, view))

    def _find_deeds(self, text: str) -> tuple[Decisive, ...]:
        return tuple(dict.fromkeys(self._deeds.find(text)))

    def _unnamed(self, question: Question, view: ProvisionView) -> Iterator[Objection]:
        """Yield an objection for everything that a question names and a provision doesn't."""
        yield from self._unsaid(question, view)
        for meeting in question.meetings:
            if meeting.ordinals and not self._has_ordinal(meeting, view):
                said = mark("{reference} no menciona {name}.")
                ordinal = as_written(next(iter(meeting.ordinals.values())), question.text)
                yield Objection(Check.NUMBER, notice(said, reference=view.reference, name=ordinal))
        if self._is_of_next(question) and not self._tells_next(view):
            said = mark("{reference} no es sobre la próxima reunión.")
            yield Objection(Check.NEXT, notice(said, reference=view.reference))
        foreign = question.language != self._sources.document(view.document).language
        for mention in question.mentions:
            if foreign and mention.kind is MentionKind.NAME and self._is_translated(mention):
                continue
            if not self._by_kind[mention.kind](mention, view):
                said = mark("{reference} no menciona {name}.")
                name = called(mention, question.language)
                check = Check(mention.kind.value)
                if check is Check.NAME and self._is_known(mention):
                    check = Check.ELSEWHERE
                yield Objection(check, notice(said, reference=view.reference, name=name))
            elif mention.kind is MentionKind.PARTY and self._plays_another_part(question, mention, view):
                said = mark("{reference} menciona {name}, pero no dice eso.")
                yield Objection(Check.ROLE, notice(said, reference=view.reference, name=(mention.value,)))

    @staticmethod
    def _is_of_next(question: Question) -> bool:
        """Tell whether a question is about the next meeting."""
        if not any(each.term == _NEXT for unit in question.units for each in unit.alternatives):
            return False  # as hardly any; units need not be asked for all their terms then
        terms = {term for unit in question.units for term in unit.terms}
        # «La sede de la siguiente» is about a meeting, too: «la XVI Conferencia» was already read as one.
        return _NEXT in terms and not (_MEETINGS | {_HOST}).isdisjoint(terms)

    def _tells_next(self, view: ProvisionView) -> bool:
        """Tell whether a provision may be about the next meeting; the preamble of an act never is.

        If no provision mentions the next meeting, any but a preamble may be.
        """
        if view.holds & Holds.PREAMBLE:
            return False
        if self._tells_later(view):
            return True
        return not self._of_next or view.number in self._of_next

    @cached_property
    def _of_next(self) -> frozenset[int]:
        """The provisions that mention the next meeting."""
        index = self._sources.index
        meetings = np.concatenate([index.postings(term).provisions for term in _MEETINGS])
        return frozenset(np.intersect1d(index.postings(_NEXT).provisions, meetings).tolist())

    def _tells_later(self, view: ProvisionView) -> bool:
        """Tell whether a provision names a meeting of a later number than its own: «la XII Conferencia»."""
        own = numbers_in(self._sources.document(view.document).meeting.title)
        later = (value - max(own) for value, _ in ordinals_in(words(view.text))) if own else ()
        return any(0 < ahead <= _SOON for ahead in later)

    def _unsaid(self, question: Question, view: ProvisionView) -> Iterator[Objection]:
        """Yield the grave deeds that only the question names; "signed up to" isn't "signed"."""
        for deed in self._deeds_in(question.text):
            is_part = any(_is_part(deed.wording, unit.label) for unit in question.units)
            if not is_part and deed.deed not in self._deeds_said(view.text):
                said = mark("{reference} no dice nada de «{words}».")
                yield Objection(Check.DEED, notice(said, reference=view.reference, words=deed.wording))

    def _has_party(self, mention: Mention, view: ProvisionView) -> bool:
        """Tell whether a provision names a party; groups and the forum itself count as named everywhere."""
        party = self._sources.register.parties[mention.value]
        if party.kind in {PartyKind.GROUP, PartyKind.FORUM} or self._has_term(of_party(mention.value), view):
            return True
        return mention.value in view.parties or self._has_words(mention.wording, view)

    def _has_term(self, term: str, view: ProvisionView) -> bool:
        """Tell whether a provision is found by a term, which is known without reading it."""
        return bool((self._sources.index.postings(term).provisions == view.number).any())

    def _plays_another_part(self, question: Question, mention: Mention, view: ProvisionView) -> bool:
        """Tell whether a party that the question says acts is only thanked or absent there, or others act."""
        asked = _ACTIVE & set(question.roles)
        roles = view.roles.get(mention.value, frozenset())
        if not asked or question.wants_somebody or not roles:
            return False
        if roles & _ACTIVE or (Role.THANKED in roles and asked & _DONE):
            return False
        others = [view.roles.get(name, frozenset()) for name in question.parties if name != mention.value]
        if any(each & _ACTIVE for each in others):
            return False  # «¿Qué pidió Canadá sobre el memorándum OIM-PPT?» says that Canada acts
        return roles <= _BYSTANDING or any(each & asked for each in view.roles.values())

    def _has_country(self, mention: Mention, view: ProvisionView) -> bool:
        names = (mention.wording, *names_of(mention.value))
        return any(set(words(name)) <= view.tokens_around for name in names)

    def _has_city(self, mention: Mention, view: ProvisionView) -> bool:
        meeting = self._sources.document(view.document).meeting
        if set(words(mention.wording)) <= {*view.tokens_around, *words(meeting.city or "")}:
            return True
        concept = of_concept(city_key(words(mention.wording), self._sources.index.thesaurus))
        return self._has_term(concept, view)

    def _has_day(self, mention: Mention, view: ProvisionView) -> bool:
        """Tell whether a provision, or its meeting, is on the day mentioned; without a year, in any year."""
        meeting = self._sources.document(view.document).meeting
        if meeting.start is None:
            return True
        its_own = Days(meeting.start, meeting.end or meeting.start, year_inferred=False)
        for date in find_dates(mention.wording):
            own = date.days(meeting.start)
            if own is None or _meet(own, its_own):
                continue
            if date.unit is Precision.YEAR and str(own.last.year) in view.numbers:
                continue
            if not any(_meet(own, each) for each in view.days):
                return False
        return True

    def _has_number(self, mention: Mention, view: ProvisionView) -> bool:
        meeting = self._sources.document(view.document).meeting
        years = {str(day.year) for day in (meeting.start, meeting.end) if day}
        if mention.value.lstrip("0") in view.numbers | years:
            return True
        # «La diecinueve» is the XIX.
        return any(str(value) == mention.value for value, _ in ordinals_in(words(view.text)))

    def _has_ordinal(self, meeting: NamedMeeting, view: ProvisionView) -> bool:
        """Tell whether a provision, or its act, names the meeting by one of its ordinals: «la IV reunión»."""
        if self._matcher.fits(meeting, self._sources.document(view.document)):
            return True
        return any(value in meeting.ordinals for value, _ in ordinals_in(words(view.text)))

    def _has_name(self, mention: Mention, view: ProvisionView) -> bool:
        # Everything a meeting agreed is about what its title names: «el huracán Stan».
        title = words(self._sources.document(view.document).meeting.title)
        if set(words(mention.wording)) <= {*title}:
            return True
        # Small towns are missing from the list of cities: «Tela».
        return self._has_city(mention, view) or self._has_words(mention.wording, view)

    def _is_translated(self, mention: Mention) -> bool:
        """Tell whether a name is made of common words, which other languages translate: «el Corredor Seco».

        Place names stay as they are: «Punta Cana».
        """
        tokens = words(mention.wording)
        if any(set(tokens) <= place for place in self._places):
            return False
        return all(self._frequencies.of(token) >= OF_A_LANGUAGE for token in tokens)

    @cached_property
    def _places(self) -> tuple[frozenset[str], ...]:
        """The words of the place of each event."""
        return tuple(frozenset(words(place)) for place in self._sources.store.places())

    def _is_known(self, mention: Mention) -> bool:
        """Tell whether some act has a name, or another word for it."""
        index = self._sources.index
        terms = {
            term
            for token in words(mention.wording)
            for language in LANGUAGES
            for term in (exact(token), *stemmed(token, language))
        }
        if any(map(self._has_cognate, words(mention.wording))):
            return True
        return any(map(index.has, terms)) or any(
            of_concept(concept)
            for match in index.thesaurus.find(words(mention.wording))
            for concept in match.concepts
        )

    def _has_cognate(self, token: str) -> bool:
        """Tell whether any act has a word that begins the same and is spelt almost the same."""
        alike = self._sources.index.vocabulary.used(token[:_COGNATE_PREFIX])
        return extractOne(token, alike, scorer=Indel.normalized_similarity, score_cutoff=_COGNATE) is not None

    def _has_words(self, wording: str, view: ProvisionView) -> bool:
        """Tell whether a provision has every word of a name in some form or spelling, or a synonym of it."""
        return all(
            self._has_word(token, view) for token in words(wording) if token not in self._sources.lexicon.stop
        )

    def _has_word(self, token: str, view: ProvisionView) -> bool:
        if token in view.tokens:
            return True
        own = {f"{language}:{stem}" for language in LANGUAGES for stem in stems(token, language)}
        if own & view.stems:
            return True
        index = self._sources.index
        concepts = (
            of_concept(concept) for match in index.thesaurus.find([token]) for concept in match.concepts
        )
        if any(self._has_term(concept, view) for concept in concepts):
            return True
        return any(OSA.normalized_similarity(token, other, score_cutoff=_ALIKE) for other in view.tokens)


def _is_part(wording: str, phrase: str) -> bool:
    """Tell whether the words are only a part of those of a phrase."""
    inside, whole = words(wording), words(phrase)
    return len(inside) < len(whole) and set(inside) <= set(whole)


def _meet(own: Days, other: Days) -> bool:
    """Tell whether two ranges of days overlap, in any year if that of `own` was only inferred."""
    years = range(other.first.year, other.last.year + 1) if own.year_inferred else (own.first.year,)
    for year in years:
        shift = 365.25 * (year - own.first.year)
        first, last = (day + timedelta(days=round(shift)) for day in own[:2])
        if first <= other.last and other.first <= last:
            return True
    return False
