"""Understand a message: its language, the provisions and parties it names, how it asks, and what about."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from knowledge.answering.courtesies import Courtesy, courtesy_in, load_courtesies
from knowledge.answering.cues import load_cues
from knowledge.answering.references import ReferenceFinder, SpokenReference, load_reference_words
from knowledge.answering.tongue import language_of
from knowledge.language.folding import WORD, fold
from knowledge.language.parties import Mention, PartyRegister
from knowledge.search.index import SearchIndex
from knowledge.search.lexicon import Lexicon
from knowledge.search.matching import Unit
from knowledge.search.query import Phrase, Word, phrases_in, units_of
from knowledge.search.spelling import Correction, Spelling
from knowledge.search.stems import LANGUAGES
from knowledge.search.terms import stemmed
from knowledge.values.acts import Role
from knowledge.values.questions import Question, QuestionKind

MAX_WORDS = 120
"""Longer messages are pasted texts: their end, where the question stands, is read."""

MAX_CORRECTIONS = 12
"""Unknown words that are looked up; more of them are no typing errors but another language or noise."""


class Analysis(NamedTuple):
    """A message as understood, and how: its words, phrases and what to search for."""

    question: Question
    courtesy: Courtesy | None
    references: tuple[SpokenReference, ...]
    kinds: frozenset[QuestionKind]
    role: Role | None
    words: tuple[Word, ...]
    phrases: tuple[Phrase, ...]
    units: tuple[Unit, ...]


class Analyst:
    """Understand messages about the acts of one index."""

    def __init__(self, index: SearchIndex, register: PartyRegister, lexicon: Lexicon, data: Path) -> None:
        self._index = index
        self._register = register
        self._lexicon = lexicon
        self._courtesies = load_courtesies(data)
        self._cues = load_cues(data)
        self._references = ReferenceFinder(load_reference_words(data))

    @cached_property
    def _known(self) -> dict[str, int]:
        party_words = (
            word
            for party in self._register.parties.values()
            for form in (*party.written, *party.spoken)
            for word in WORD.findall(fold(form))
        )
        everyday = (self._lexicon.stop, self._lexicon.light, self._lexicon.ordinary)
        known = dict.fromkeys(
            [
                *party_words,
                *self._cues.kinds.vocabulary,
                *self._cues.roles.vocabulary,
                *self._courtesies.vocabulary,
            ]
            + [word for words in everyday for word in words]
            + list(self._references.vocabulary),
            0,
        )
        return {**known, **self._index.words}

    @cached_property
    def _spelling(self) -> Spelling:
        return Spelling(self._known)

    def analyse(self, text: str, *, language: str | None = None) -> Analysis:
        """Understand a message; `language` is the reader's, for messages that don't tell their own."""
        words, corrected = self._read(text)
        folded = fold(corrected)
        tokens = [word.best for word in words]
        references = tuple(self._references.find(folded))
        places = [(match.start(), match.end()) for match in WORD.finditer(folded)]
        parties = [
            (*_words_between(places, mention.start, mention.end), mention.name)
            for mention in self._register.find(corrected, spoken=True)
            if not self._is_everyday(corrected, mention)
        ]
        named = {place for start, end, _ in parties for place in range(start, end)}
        referred = {
            place
            for reference in references
            for place in range(*_words_between(places, reference.start, reference.end))
        }
        cues = [
            match
            for match in self._cues.kinds.find(tokens)
            if not referred & set(range(match.start, match.end))
        ]
        phrases = tuple(phrases_in(words, parties, self._index))
        taken = frozenset(referred | {place for match in cues for place in range(match.start, match.end)})
        units = tuple(units_of(words, phrases, taken, self._lexicon))
        kinds = frozenset(match.meaning for match in cues)
        question = Question(
            text=text,
            language=language_of([word.text for word in words], self._lexicon, language),
            kind=self._kind(kinds, references),
            parties=tuple(dict.fromkeys(name for *_, name in parties)),
            words=tuple(unit.label for unit in units),
        )
        return Analysis(
            question=question,
            courtesy=courtesy_in(tokens, self._courtesies, self._lexicon, frozenset(named)),
            references=references,
            kinds=kinds,
            role=self._role(tokens, phrases),
            words=words,
            phrases=phrases,
            units=units,
        )

    def _read(self, text: str) -> tuple[tuple[Word, ...], str]:
        """Read the words of a text, and the text with its typing errors mended."""
        places = list(WORD.finditer(fold(text)))[-MAX_WORDS:]
        left = MAX_CORRECTIONS
        words: list[Word] = []
        pieces: list[str] = []
        end = places[0].start() if places else len(text)
        for place in places:
            word = place[0]
            readings: tuple[Correction, ...] = (Correction(word, 1.0),) if self._is_known(word) else ()
            if not readings and left:
                left -= 1
                readings = self._spelling.correct(word) or self._spelling.cognates(word)
            words.append(Word(word, readings))
            pieces.append(text[end : place.start()])
            mended = readings and readings[0].word != word
            pieces.append(readings[0].word if mended else text[place.start() : place.end()])
            end = place.end()
        pieces.append(text[end:] if places else "")
        return tuple(words), "".join(pieces)

    def _is_known(self, word: str) -> bool:
        return (
            word in self._known
            or word.isdigit()
            or any(self._index.has(stemmed(word, language)) for language in LANGUAGES)
        )

    def _is_everyday(self, text: str, mention: Mention) -> bool:
        """Tell the pronoun from the country in «tell us»: such a name must stand in capitals."""
        written = text[mention.start : mention.end]
        return fold(written) in self._lexicon.stop and not written.isupper()

    def _kind(self, kinds: Iterable[QuestionKind], references: Sequence[SpokenReference]) -> QuestionKind:
        if kinds:
            return min(kinds, key=self._cues.priority.__getitem__)
        return QuestionKind.LOOKUP if references else QuestionKind.TOPIC

    def _role(self, tokens: Sequence[str], phrases: Iterable[Phrase]) -> Role | None:
        concepts = (concept for phrase in sorted(phrases) for concept in phrase.concepts)
        roles = [self._cues.role_of_concept[each] for each in concepts if each in self._cues.role_of_concept]
        roles += [match.meaning for match in self._cues.roles.find(tokens)]
        return roles[0] if roles else None


def _words_between(places: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Turn a stretch of characters into the words that it touches."""
    touched = [number for number, (left, right) in enumerate(places) if left < end and start < right]
    return (touched[0], touched[-1] + 1) if touched else (0, 0)
