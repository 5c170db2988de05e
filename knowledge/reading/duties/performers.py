"""Find the words for the agent, which an action leaves out."""

from knowledge.language.folding import fold
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.duties import Part
from knowledge.reading.duties.heads import Move, Surroundings
from knowledge.reading.duties.nominals import NominalReader
from knowledge.reading.duties.passages import Passage
from knowledge.reading.duties.thatclauses import Doing

_OWNED_WITHIN = 6
_BE = frozenset({"is", "are", "be"})
_BY = frozenset({"por", "by"})


class PerformerFinder:
    """Finds the characters that name the agent of a part."""

    def __init__(self, around: Surroundings, cues: Cues, nominals: NominalReader) -> None:
        self._around = around
        self._verbs = around.verbs
        self._grammar = around.grammar
        self._nominals = nominals
        self._auxiliary_words = {word for phrase in cues.actors.auxiliaries for word in fold(phrase).split()}

    def find(self, part: Part, *, passive: bool) -> list[tuple[int, int]]:
        """Return the characters of «por la ST» in a passive, and of «a cargo de la ST»."""
        passage = part.clause.passage
        if owed := self._owner(part):
            return owed
        for index in range(part.verb, part.clause.end):
            after = self._nominals.in_charge.after(passage, index)
            listed = self._around.lists.read(passage, after) if after else None
            if listed:
                return [(passage.tokens[index].start, passage.tokens[listed.end - 1].end)]
        subject = part.clause.head.subject
        if subject and part.clause.move is Move.DUTY and subject.start > part.verb:
            late = part.clause.head.start == part.verb  # «Asumirá los gastos la OIM»
            first = subject.start if late else part.verb + 1
            return [(passage.tokens[first].start, passage.tokens[subject.end - 1].end)]
        performed = part.doing is Doing.NOUN and part.clause.head.subject is not None
        ordered = self._verbs.of_imperative(passage.raw(part.verb)) is not None
        itself = part.clause.head.agentless and not passive  # «se suscribirán por ambos jefes»
        governs = performed or ordered or passive or itself
        done = performed and part.clause.move is Move.DO
        end = part.clause.end if done else self._around.agents.reach(passage, part.verb, part.clause.end)
        if itself:
            stops = (each for each in range(part.verb, end) if passage.tokens[each].word == ",")
            end = next(stops, end)
        for index in range(part.verb, end) if governs else ():
            agent = self._around.agents.at(passage, index)
            if agent:
                return [(passage.tokens[index].start, passage.tokens[agent.end - 1].end)]
            acronym = self._nominals.by_acronym(passage, index) if passage.tokens[index].word in _BY else None
            if acronym:
                return [(passage.tokens[index].start, passage.tokens[acronym].end)]
        return []

    def _owner(self, part: Part) -> list[tuple[int, int]]:
        """Return the characters of "lies with the TS", «será responsabilidad de la ST»."""
        passage, subject = part.clause.passage, part.clause.head.subject
        told = part.clause.move is Move.DO and part.doing is Doing.NOUN
        if not told or subject is None or subject.start <= part.verb + 1:
            return []
        near = range(subject.start - 1, max(part.verb, subject.start - _OWNED_WITHIN), -1)
        verbs = [each for each in near if self._is_finite(passage, each)]
        if not verbs:
            return []
        first = verbs[0]
        first -= passage.tokens[first - 1].word in self._auxiliary_words
        return [(passage.tokens[first].start, passage.tokens[subject.end - 1].end)]

    def _is_finite(self, passage: Passage, index: int) -> bool:
        word, verbs = passage.tokens[index].word, self._verbs
        if word in self._grammar.prepositions | self._grammar.determiners:
            return False
        if self._around.language == "en":
            coming = passage.tokens[index - 1].word in self._auxiliary_words and verbs.is_base(word)
            return word in _BE or coming or verbs.base_of_third(word) is not None
        known = verbs.infinitive_of(word) is not None or verbs.is_coming(passage.raw(index))
        return known and passage.tokens[index - 1].word not in self._grammar.prepositions
