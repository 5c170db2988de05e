"""Find subjects after a Spanish verb that opens its sentence: «Asumirá los gastos del taller la OIM»."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from knowledge.reading.duties.actors import PartyList
from knowledge.reading.duties.heads import Surroundings
from knowledge.reading.duties.passages import Passage, Sort, Token
from knowledge.reading.duties.subjects import SubjectFinder

_PLURAL = frozenset({"los", "las", "todos", "todas", "ambos", "ambas", "estos", "estas", "dichos", "dichas"})
_SINGULAR = frozenset({"el", "la", "cada", "dicho", "dicha", "este", "esta"})
_OF = frozenset({"de", "del"})
_BACK = frozenset({"lo", "ello", "esto", "eso", "todo", "anterior"})
_TIMES = frozenset({"mes", "ano", "dia", "semana", "trimestre", "semestre", "proximo", "proxima"})


class LateSubject(NamedTuple):
    """The subject after a verb, or None; `is_open` says that it is ambiguous."""

    parties: PartyList | None
    is_open: bool = False


class _Phrase(NamedTuple):
    """A phrase of parties that no preposition governs, from token `start` on."""

    start: int
    parties: PartyList


class LateSubjectFinder:
    """Finds the subject among the phrases after a verb; the object has no «a» either."""

    def __init__(self, around: Surroundings, subjects: SubjectFinder) -> None:
        self._around = around
        self._lists = around.lists
        self._subjects = subjects
        self._grammar = around.grammar

    def after(self, passage: Passage, index: int, verb: int) -> LateSubject | None:
        """Find the subject after a verb, by its number; a country is preferred to a body.

        `index` is where the verb and its auxiliary begin. Only the verb may open the sentence, or an anaphor
        («De lo anterior dará cuenta la ST»), which then is its object.
        """
        if index != verb or self._around.language != "es":
            return None
        first = passage.sentence(index)[0]
        back = {token.word for token in passage.tokens[first:index]}
        points = bool(back & _BACK) and back <= _BACK | self._grammar.prepositions
        return self._told(passage, verb, governed=points) if points or first == index else None

    def _told(self, passage: Passage, verb: int, *, governed: bool) -> LateSubject:
        end = self._end(passage, verb + 1)
        plural = passage.raw(verb).lower().endswith("n")
        phrases = list(self._phrases(passage, verb + 1, end))
        fitting = [each for each in phrases if self._agrees(passage, each, plural=plural)]
        if not fitting:
            return LateSubject(None)
        if len(fitting) == 1:
            found = fitting[0]
            governs = (
                governed or found.start > verb + 1 or len(phrases) > 1 or self._governs(passage, found, end)
            )
            alone = plural or self._lists.are_countries(found.parties.members)
            return LateSubject(found.parties) if governs or alone else LateSubject(None)
        countries = [each for each in fitting if self._lists.are_countries(each.parties.members)]
        return LateSubject(countries[0].parties) if len(countries) == 1 else LateSubject(None, is_open=True)

    def _end(self, passage: Passage, start: int) -> int:
        """Return where the phrases after a verb end: at a mark, or at a clause of its own."""
        last = passage.sentence(start - 1)[1]
        stops = (
            each
            for each in range(start, last)
            if passage.tokens[each].sort is Sort.MARK
            or passage.tokens[each].word in self._grammar.subordinators
        )
        return next(stops, last)

    def _phrases(self, passage: Passage, start: int, end: int) -> Iterator[_Phrase]:
        """Yield the phrases that name parties and that no preposition governs."""
        starts = [each for each in range(start, end) if self._opens(passage, each, start)]
        for first, after in pairwise([*starts, end]):
            listed = self._lists.read(passage, first)
            if listed and listed.start < after:
                members = tuple(each for each in listed.members if each.start < self._place(passage, after))
                stop = min(listed.end, after)
                yield _Phrase(first, PartyList(first, stop, members))
            elif first > start and not self._tells_time(passage, start, first):
                stop = self._stop(passage, first, after)
                worded = self._subjects.wordings.worded(passage, first, stop)
                if worded:
                    span = passage.tokens[first].start, passage.tokens[stop - 1].end
                    yield _Phrase(first, PartyList(first, stop, (Token(*span, "", Sort.PARTY, worded),)))

    def _opens(self, passage: Passage, index: int, start: int) -> bool:
        """Tell whether an article or a party is at a token, and no preposition, «y» or article before it."""
        token, before = passage.tokens[index], passage.tokens[index - 1]
        small = self._grammar.prepositions | self._grammar.joiners | self._grammar.determiners
        free = index == start or (
            before.word not in small and before.word not in self._grammar.phrase_openers
        )
        return free and (token.word in self._grammar.determiners or token.sort is Sort.PARTY)

    def _stop(self, passage: Passage, start: int, end: int) -> int:
        """Return where a phrase ends: at a preposition other than «de»."""
        openers = (self._grammar.prepositions | self._grammar.phrase_openers) - _OF
        return next((each for each in range(start, end) if passage.tokens[each].word in openers), end)

    def _governs(self, passage: Passage, found: _Phrase, end: int) -> bool:
        """Tell whether the words after parties may be the verb's object: «(Asumirá la ST) el gasto»."""
        if found.parties.end >= end:
            return False
        following = passage.tokens[found.parties.end].word
        return following not in self._grammar.prepositions | self._grammar.phrase_openers

    def _agrees(self, passage: Passage, phrase: _Phrase, *, plural: bool) -> bool:
        """Tell whether a phrase has the verb's number, as far as it shows."""
        first = passage.tokens[phrase.start].word
        if len(phrase.parties.members) > 1 or first in _PLURAL:
            return plural
        return not plural or first not in _SINGULAR

    @staticmethod
    def _tells_time(passage: Passage, start: int, end: int) -> bool:
        """Tell whether a phrase is a time, not an object: «(Presentará) el próximo mes (los datos)»."""
        words = {token.word for token in passage.tokens[start:end]}
        return bool(words & _TIMES) or any(map(str.isdigit, words))

    @staticmethod
    def _place(passage: Passage, index: int) -> int:
        return passage.tokens[index].start if index < len(passage.tokens) else len(passage.text)
