"""Understand a message: its language, what it names, how it asks, and what about."""

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from knowledge.answering.asking import AskingReader
from knowledge.answering.courtesies import Courtesies, Courtesy, is_gesture
from knowledge.answering.cues import KIND_OF, Asked
from knowledge.answering.decisive import Decisive, DecisiveWords
from knowledge.answering.guards import Guard, Guards
from knowledge.answering.named_meetings import MeetingFinder, NamedMeeting
from knowledge.answering.periods import period_in
from knowledge.answering.places import cities_in
from knowledge.answering.references import ReferenceFinder, SpokenReference, load_reference_words
from knowledge.answering.sources import Sources
from knowledge.answering.tongue import is_foreign, language_of, load_other_languages
from knowledge.answering.wording import WordReader
from knowledge.answering.world import countries_of_the_world
from knowledge.language.folding import WORD, fold, words
from knowledge.language.ordinals import ORDINAL_WORDS
from knowledge.language.parties import PartyRegister
from knowledge.search.frequencies import load_frequencies
from knowledge.search.matching import Unit
from knowledge.search.parts import Parts
from knowledge.search.query import NamedParty, Word, concepts_in, phrases_in
from knowledge.values.acts import Role
from knowledge.values.parties import PartyKind
from knowledge.values.questions import Question, QuestionKind


class Analysis(NamedTuple):
    """A message as understood: the question, how it asks, and what to search for.

    `asked` and `roles` are explained at `Asking`; `verbs` are the units that only ask for a role; what
    `decisive` words tell, a provision must tell too.
    """

    question: Question
    courtesy: Courtesy | None
    guard: Guard | None
    references: tuple[SpokenReference, ...]
    asked: tuple[Asked, ...]
    roles: tuple[Role, ...]
    words: tuple[Word, ...]
    units: tuple[Unit, ...]
    verbs: frozenset[Unit]
    decisive: tuple[Decisive, ...]
    meetings: tuple[NamedMeeting, ...]


class Analyst:
    """Understand messages; `vocabulary` are further words that a typing error may hide."""

    def __init__(self, sources: Sources, vocabulary: Iterable[str], parts: Parts) -> None:
        self._index = sources.index
        self._register = sources.register
        self._lexicon = sources.lexicon
        self._courtesies = Courtesies.load(sources.data.language)
        self._guards = Guards.load(sources.data.language)
        self._other_languages = load_other_languages(sources.data.language)
        self._meetings = MeetingFinder.load(sources)
        self._decisive = DecisiveWords.load(sources.data.language)
        self._asking = AskingReader(sources.lexicon, sources.data.language, sources.register)
        self._references = ReferenceFinder(load_reference_words(sources.data.language))
        self._reader = WordReader(
            sources.index,
            sources.lexicon,
            {
                *vocabulary,
                *_words_of(sources.register),
                *self._asking.vocabulary,
                *self._courtesies.vocabulary,
                *self._guards.vocabulary,
                *self._decisive.vocabulary,
                *self._references.vocabulary,
                *ORDINAL_WORDS,
            },
            frequencies=load_frequencies(sources.data.language),
            names=countries_of_the_world().vocabulary,
            mends=parts.typing_errors,
        )

    def analyse(self, text: str, *, language: str, today: date, meeting: date | None) -> Analysis:
        """Understand a message.

        `language` is the reader's, for messages that don't tell their own; `meeting` is the day of the one
        that is talked about, for days without year.
        """
        wording = self._reader.read(text)
        tokens = [word.best for word in wording.words]
        folded = fold(wording.text)
        places = [(match.start(), match.end()) for match in WORD.finditer(folded)]
        references = tuple(self._references.find(folded))
        referred = frozenset(
            place for each in references for place in range(*_words_between(places, each.start, each.end))
        )
        meetings = tuple(self._meetings.find(tokens))
        referred |= self._courtesies.opening(tokens).union(*(each.numbered for each in meetings))
        concepts = concepts_in(wording.words, self._index, self._lexicon)
        parties = list(self._parties(wording.text, places, concepts))
        phrases = phrases_in(concepts, parties)
        asking = self._asking.read(tokens, phrases, parties, referred=referred)
        units = self._asking.units(wording.words, phrases, asking, referred=referred)
        return Analysis(
            question=Question(
                text=text,
                language=language_of([word.text for word in wording.words], self._lexicon, language),
                kind=_kind(asking.asked, references),
                parties=tuple(dict.fromkeys(party.name for party in parties)),
                words=tuple(unit.label for unit in units),
                period=period_in(wording.text, today=today, meeting=meeting),
            ),
            courtesy=self._courtesy(text, tokens, parties),
            guard=self._guard(wording.words),
            references=references,
            asked=asking.asked,
            roles=asking.roles,
            words=wording.words,
            units=units,
            verbs=frozenset(filter(self._asking.is_role_verb, units)),
            meetings=meetings,
            decisive=tuple(dict.fromkeys(self._decisive.find(wording.text))),
        )

    def _guard(self, spoken: Sequence[Word]) -> Guard | None:
        guard = self._guards.find([word.best for word in spoken])
        if guard is None and is_foreign([word.text for word in spoken], self._lexicon, self._other_languages):
            return Guard.TONGUE
        return guard

    def _courtesy(self, text: str, tokens: Sequence[str], parties: Iterable[NamedParty]) -> Courtesy | None:
        if is_gesture(text):
            return Courtesy.AGREEMENT
        countries = (
            range(party.start, party.end)
            for party in parties
            if self._register.parties[party.name].kind is PartyKind.COUNTRY
        )
        cities = (range(city.start, city.end) for city in cities_in(tokens, self._index.thesaurus))
        places = frozenset(place for span in (*countries, *cities) for place in span)
        return self._courtesies.find(tokens, self._lexicon, places)

    def _parties(
        self, text: str, places: Sequence[tuple[int, int]], concepts: Iterable[tuple[int, int]]
    ) -> Iterator[NamedParty]:
        """Yield the parties named, but none that is part of something else: «Ciudad de México».

        A name that is an everyday word too must stand in capitals: «tell us» names no country.
        """
        longer = [place for place in concepts if place[1] - place[0] > 1]
        for mention in self._register.find(text, spoken=True):
            written = text[mention.start : mention.end]
            start, end = _words_between(places, mention.start, mention.end)
            part = any(
                left <= start and end <= right and right - left > end - start for left, right in longer
            )
            if not part and (written.isupper() or fold(written) not in self._lexicon.stop):
                yield NamedParty(start, end, mention.name)


def _kind(asked: Sequence[Asked], references: Container[SpokenReference]) -> QuestionKind:
    if asked:
        return KIND_OF[asked[0]]
    return QuestionKind.LOOKUP if references else QuestionKind.TOPIC


def _words_of(register: PartyRegister) -> set[str]:
    return {
        word
        for party in register.parties.values()
        for form in (*party.written, *party.spoken)
        for word in words(form)
    }


def _words_between(places: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Turn a stretch of characters into the words that it touches."""
    touched = [number for number, (left, right) in enumerate(places) if left < end and start < right]
    return (touched[0], touched[-1] + 1) if touched else (0, 0)
