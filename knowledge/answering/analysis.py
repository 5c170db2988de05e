"""Understand a message: its language, what it names, how it asks, and what about."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from knowledge.answering.courtesies import Courtesy, courtesy_in, load_courtesies
from knowledge.answering.cues import KIND_OF, Asked, load_cues
from knowledge.answering.guards import Guard, guard_in, load_guards
from knowledge.answering.periods import period_in
from knowledge.answering.references import ReferenceFinder, SpokenReference, load_reference_words
from knowledge.answering.sources import Sources
from knowledge.answering.tongue import language_of
from knowledge.answering.wording import WordReader
from knowledge.answering.world import countries_of_the_world
from knowledge.language.folding import WORD, fold, words
from knowledge.language.parties import Mention, PartyRegister
from knowledge.language.phrases import PhraseMatch
from knowledge.search.matching import Unit
from knowledge.search.parts import Parts
from knowledge.search.query import Phrase, Word, phrases_in, units_of, with_roles
from knowledge.search.terms import of_concept
from knowledge.values.acts import Role
from knowledge.values.questions import Question, QuestionKind

WHO = frozenset({Asked.WHO, Asked.PERSON, Asked.COUNTRY, Asked.ORGANIZATION})
_INTERROGATIVES = frozenset({"que", "cual", "cuales", "quien", "quienes", "what", "which", "who"})
_ADDRESSED = frozenset({"a", "al", "to"})
_ARTICLES = frozenset({"la", "los", "las", "el", "the"})
_OF_ADDRESSEE = {Role.REQUESTER: Role.RESPONSIBLE, Role.PROPOSER: Role.RESPONSIBLE}


class Analysis(NamedTuple):
    """A message as understood: the question, how it asks, and what to search for.

    `asked` holds what it wants to be told, first what gives the answer its kind; `roles` are those that it
    asks a party for, or the parties of.
    """

    question: Question
    courtesy: Courtesy | None
    guard: Guard | None
    references: tuple[SpokenReference, ...]
    asked: tuple[Asked, ...]
    roles: tuple[Role, ...]
    words: tuple[Word, ...]
    phrases: tuple[Phrase, ...]
    units: tuple[Unit, ...]


class Analyst:
    """Understand messages about the acts of one index."""

    def __init__(self, sources: Sources, vocabulary: Iterable[str], parts: Parts) -> None:
        data = sources.data
        self._index = sources.index
        self._register = sources.register
        self._lexicon = sources.lexicon
        self._courtesies = load_courtesies(data)
        self._guards = load_guards(data)
        self._cues = load_cues(data)
        self._references = ReferenceFinder(load_reference_words(data))
        self._reader = WordReader(
            sources.index,
            sources.lexicon,
            {
                *vocabulary,
                *_words_of(sources.register),
                *self._cues.asked.vocabulary,
                *self._cues.roles.vocabulary,
                *self._courtesies.vocabulary,
                *self._guards.vocabulary,
                *self._references.vocabulary,
            },
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
        referred = {
            place for each in references for place in range(*_words_between(places, each.start, each.end))
        }
        parties = [
            (*_words_between(places, mention.start, mention.end), mention.name)
            for mention in self._register.find(wording.text, spoken=True)
            if not self._is_everyday(wording.text, mention)
        ]
        longer = [phrase for phrase in phrases_in(wording.words, (), self._index)]
        parties = [
            (start, end, name)
            for start, end, name in parties
            if not any(
                each.start <= start and end <= each.end and each.end - each.start > end - start
                for each in longer
            )
        ]
        named = {place for start, end, _ in parties for place in range(start, end)}
        cues = [
            match
            for match in self._cues.asked.find(tokens)
            if not referred & set(range(match.start, match.end))
            # «¿Qué estudio dice cuánto ganan?» asks for no number.
            and not (match.meaning is Asked.COUNT and _INTERROGATIVES & set(tokens[: match.start]))
        ]
        phrases = tuple(phrases_in(wording.words, parties, self._index))
        taken = frozenset(referred | {place for match in cues for place in range(match.start, match.end)})
        sorts = {match.meaning for match in cues}
        if self._asks_for_holder(sorts, tokens, phrases):
            sorts.add(Asked.HOLDER)
        asked = tuple(sorted(sorts, key=list(Asked).index))
        roles = self._roles(tokens, phrases, parties)
        units = self._units(wording.words, phrases, taken, cues, roles, asked)
        question = Question(
            text=text,
            language=language_of([word.text for word in wording.words], self._lexicon, language),
            kind=_kind(asked, references),
            parties=tuple(dict.fromkeys(name for *_, name in parties)),
            words=tuple(unit.label for unit in units),
            period=period_in(wording.text, today=today, meeting=meeting),
        )
        return Analysis(
            question=question,
            courtesy=courtesy_in(tokens, self._courtesies, self._lexicon, frozenset(named)),
            guard=guard_in(tokens, self._guards),
            references=references,
            asked=asked,
            roles=roles,
            words=wording.words,
            phrases=phrases,
            units=units,
        )

    def _is_everyday(self, text: str, mention: Mention) -> bool:
        """Tell the pronoun from the country in «tell us»: such a name must stand in capitals."""
        written = text[mention.start : mention.end]
        return fold(written) in self._lexicon.stop and not written.isupper()

    def _units(
        self,
        words: Sequence[Word],
        phrases: Sequence[Phrase],
        taken: frozenset[int],
        cues: Sequence[PhraseMatch[Asked]],
        roles: tuple[Role, ...],
        asked: tuple[Asked, ...],
    ) -> tuple[Unit, ...]:
        predicates = frozenset(self._predicates([word.best for word in words], cues))
        plain = list(units_of(words, phrases, self._lexicon, taken=taken, predicates=predicates))
        role_terms = {of_concept(concept) for concept in self._cues.role_of_concept}
        units = tuple(with_roles(unit, roles, role_terms, of_parties=not WHO & set(asked)) for unit in plain)
        # Where nothing but the verb is left, it is what the question is about.
        return units if any(unit.is_topic for unit in units) else tuple(plain)

    def _asks_for_holder(self, sorts: set[Asked], tokens: Sequence[str], phrases: Sequence[Phrase]) -> bool:
        """Tell «¿quién quedó de coordinador?» from «¿quién eligió al coordinador?»."""
        concepts = {concept for phrase in phrases for concept in phrase.concepts}
        holds = Asked.PERSON in sorts or (Asked.WHO in sorts and bool(self._cues.holding & concepts))
        return holds and any(
            self._cues.posts & set(phrase.concepts) and "al" not in tokens[: phrase.start]
            for phrase in phrases
        )

    def _predicates(self, tokens: Sequence[str], cues: Iterable[PhraseMatch[Asked]]) -> Iterator[int]:
        """Yield the words that say what is done, in a question who does it: the first after «quién»."""
        for cue in cues:
            position = cue.end
            while position < len(tokens) and tokens[position] in self._lexicon.stop:
                position += 1
            if cue.meaning in WHO:
                yield position

    def _roles(
        self, tokens: Sequence[str], phrases: Iterable[Phrase], parties: Iterable[tuple[int, int, str]]
    ) -> tuple[Role, ...]:
        whole = _longest(phrases)
        concepts = (concept for phrase in whole for concept in phrase.concepts)
        by_concept = (self._cues.role_of_concept.get(concept) for concept in concepts)
        by_phrase = (match.meaning for match in self._cues.roles.find(tokens))
        roles = dict.fromkeys(role for role in (*by_concept, *by_phrase) if role)
        if any(_is_addressed(tokens, start) for start, *_ in parties):
            # Whoever is asked to do something has to do it: «qué se solicitó a la RROCM».
            roles = dict.fromkeys(_OF_ADDRESSEE.get(role, role) for role in roles)
        return tuple(roles)


def _kind(asked: Sequence[Asked], references: Sequence[SpokenReference]) -> QuestionKind:
    if asked:
        return KIND_OF[asked[0]]
    return QuestionKind.LOOKUP if references else QuestionKind.TOPIC


def _is_addressed(tokens: Sequence[str], start: int) -> bool:
    """Tell whether the party at a word is the one that something is asked of: «a la RROCM»."""
    before = start - 1
    if before >= 0 and tokens[before] in _ARTICLES:
        before -= 1
    return before >= 0 and tokens[before] in _ADDRESSED


def _longest(phrases: Iterable[Phrase]) -> list[Phrase]:
    """Keep the phrases that stand in no longer one, in order."""
    found = sorted(phrases, key=lambda phrase: (phrase.start, -phrase.end))
    kept: list[Phrase] = []
    for phrase in found:
        if not kept or phrase.end > kept[-1].end:
            kept.append(phrase)
    return kept


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
