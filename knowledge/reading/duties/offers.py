"""Read offers accepted in another clause: «Panamá ofreció, y el Grupo aceptó, ser sede del taller»."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.language.folding import fold
from knowledge.reading.duties.actors import PartyList
from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.duties import Duty, duty_of
from knowledge.reading.duties.heads import Surroundings
from knowledge.reading.duties.passages import Passage, Sort
from knowledge.reading.duties.subjects import SubjectFinder
from knowledge.reading.duties.thatclauses import Doing

_NOT = frozenset({"no", "not", "tampoco", "never"})
_OPENERS = frozenset({"de", "a", "para", "to", ","})
_OF = frozenset({"de", "del", "of", "by"})
_BEEN = frozenset(
    {"was", "were", "is", "has", "have", "been", "fue", "fueron", "es", "ha", "han", "sido", "lo", "la"}
)
"""Before "accepted"."""
_HAVE = frozenset({"has", "have", "ha", "han"})
_LONGEST_NAME = 6
_STOPS = frozenset({",", ";", ":", ".", "y", "e", "and"})


class OfferReader:
    """Reads an offer as a duty of the offering party, if the same paragraph says that it was accepted."""

    def __init__(self, around: Surroundings, cues: Cues) -> None:
        self._around = around
        self._lists = around.lists
        self._subjects = SubjectFinder(around.lists, cues.grammar, around.verbs, around.language)
        self._offers = frozenset(map(fold, cues.actors.offers))
        self._offering = cues.actors.offering
        self._grammar = cues.grammar
        self._agreeing = cues.actors.agreeing
        self._accepted = (*cues.actors.accepting, *cues.actors.welcomed)

    def accepted(self, clauses: Sequence[Clause], topic: tuple[str, ...]) -> Duty | None:
        """Return the duty of an accepted offer, or None; an offer after its acceptance is read elsewhere."""
        passage = clauses[0].passage if clauses else None
        for index in range(len(passage.tokens)) if passage else ():
            if passage is None or not self._offers_at(passage, index):
                continue
            accepted = self._accepted_after(passage, index)
            names = self._names(passage, index, topic) if accepted else ()
            verb = self._offered(passage, index) if names else None
            if accepted and verb:
                return duty_of(self._clause(clauses, index, verb, accepted), names, Doing.INFINITIVE, verb)
        return None

    def _offers_at(self, passage: Passage, index: int) -> bool:
        word, verbs = passage.tokens[index].word, self._around.verbs
        known = verbs.infinitive_of(word) or verbs.base_of_finite(word) or verbs.base_of_gerund(word)
        return word in self._offers or known in self._offering

    def _accepted_after(self, passage: Passage, index: int) -> int | None:
        for each in range(index + 1, len(passage.tokens)):
            word = passage.tokens[each].word
            agreed = word.startswith(self._agreeing) and self._closes(passage, each)
            if agreed or word.startswith(self._accepted):
                near = passage.tokens[max(0, each - 2) : each]
                return None if any(token.word in _NOT for token in near) else each
        return None

    @staticmethod
    def _closes(passage: Passage, index: int) -> bool:
        """Tell whether nothing follows the verb: "and this was agreed.", not "It was agreed to meet"."""
        return index + 1 == len(passage.tokens) or passage.tokens[index + 1].sort is Sort.MARK

    def _names(self, passage: Passage, index: int, topic: tuple[str, ...]) -> tuple[str, ...]:
        """Return the offering parties, or a name at the start of the sentence («Rosa Pineda»)."""
        listed = self._offerer(passage, index)
        if listed:
            return self._lists.names(listed, passage, topic)
        first, end = passage.sentence(index)[0], index
        if passage.tokens[index].word in self._offers:
            return ()
        while end > first and passage.tokens[end - 1].word in self._grammar.pronouns | self._grammar.adverbs:
            end -= 1
        while first < end and passage.tokens[first].word in self._grammar.determiners:
            first += 1
        named = 0 < end - first <= _LONGEST_NAME and all(
            passage.tokens[each].word in self._grammar.prepositions or passage.raw(each)[0].isupper()
            for each in range(first, end)
        )
        return (passage.words(first, end),) if named else ()

    def _offerer(self, passage: Passage, index: int) -> PartyList | None:
        """Find the offering party: the verb's subject, the owner of the offer, or the sentence's subject."""
        if passage.tokens[index].word in self._offers and index + 1 < len(passage.tokens):
            owned = passage.tokens[index + 1].word in _OF
            listed = self._lists.read(passage, index + 2) if owned else None
            if listed:
                return listed
        first = passage.sentence(index)[0]
        index -= index > first and passage.tokens[index - 1].word in _HAVE
        if self._around.verbs.base_of_gerund(
            passage.tokens[index].word
        ):  # "thank Mexico for offering to host"
            named = (
                each for each in self._lists.all(passage) if first <= each.start and each.end == index - 1
            )
            return next(named, None)
        return self._subjects.before(passage, index).parties or self._subjects.opening(passage, first, index)

    def _offered(self, passage: Passage, index: int) -> int | None:
        """Find the infinitive of the offered action."""
        for each in range(index + 1, passage.sentence(index)[1]):
            opened = passage.tokens[each - 1].word in _OPENERS or each == index + 1
            follows = each == index + 1 and self._around.is_infinitive_like(passage, each)
            verb = passage.tokens[each].word not in self._grammar.determiners
            to = self._around.language == "en" and passage.tokens[each - 1].word == "to"
            follows = follows or (to and verb and passage.tokens[each].sort is Sort.WORD)
            if opened and (follows or self._around.opens_doing(passage, each)):
                return each
        return None

    @staticmethod
    def _clause(clauses: Sequence[Clause], index: int, verb: int, accepted: int) -> Clause:
        """Return the clause of the offer, up to the comma before its acceptance or the sentence's end."""
        own = next((each for each in reversed(clauses) if each.lead <= index), clauses[0])
        passage = own.passage
        end = passage.sentence(verb)[1]
        if accepted > verb:
            stops = (each for each in range(accepted, verb, -1) if passage.tokens[each].word in _STOPS)
            end = next(stops, accepted)
        while end > verb + 1 and (
            passage.tokens[end - 1].sort is Sort.MARK
            or passage.tokens[end - 1].word in _BEEN
            or passage.tokens[end - 1].word.endswith("ly")
        ):
            end -= 1
        return replace(
            own, head=replace(own.head, start=index, body=verb), lead=min(own.lead, index), end=end
        )
