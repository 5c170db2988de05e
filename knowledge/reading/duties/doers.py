"""Find agents that aren't the subject of a clause: «a cargo de Belice», «por la ST»."""

import re

from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.heads import Surroundings
from knowledge.reading.duties.passages import Passage, Sort, WordPhrases

_AND = frozenset({"y", "e", "and"})
_AGENT = frozenset({"por", "by"})
_ACRONYM = re.compile(r"[A-ZÁÉÍÓÚÑ]{2,8}")


class DoerFinder:
    """Finds the agents of passives, and the parties in charge of something."""

    def __init__(self, around: Surroundings, cues: Cues) -> None:
        self._around = around
        self._lists = around.lists
        self._in_charge = WordPhrases(cues.actors.in_charge)

    def in_charge(self, clause: Clause) -> tuple[str, ...]:
        """Return the parties in charge, from an aside: «El taller, a cargo de Belice, se impartirá …»."""
        passage = clause.passage
        named = self._lists.named_after(self._in_charge, passage, clause.lead, clause.end)
        if named:
            return named
        afters = (self._in_charge.after(passage, each) for each in range(clause.lead, clause.end))
        return next((self._titles(clause, after) for after in afters if after), ())

    def _titles(self, clause: Clause, start: int) -> tuple[str, ...]:
        """Read names, registered or not: «(a cargo de) la Alcaldía de Tela y el BID»."""
        passage = clause.passage
        names: list[str] = []
        end = next(
            (each for each in range(start, clause.end) if passage.tokens[each].sort is Sort.MARK), clause.end
        )
        while start < end:
            first = self._around.skip(passage, start, self._around.grammar.determiners)
            start = next((each for each in range(first, end) if passage.tokens[each].word in _AND), end)
            listed = self._lists.read(passage, first)
            if first < start and (listed or passage.raw(first)[0].isupper()):
                told = self._lists.names(listed, passage) if listed else (passage.words(first, start),)
                names += told
            start += 1
        return tuple(names)

    def agent(self, clause: Clause) -> tuple[str, ...]:
        """Return the agent of a passive: «por la ST», "by the TS"."""
        tokens = clause.passage.tokens
        for index in range(
            clause.head.body, self._around.agents.reach(clause.passage, clause.head.body, clause.end)
        ):
            agent = self._around.agents.at(clause.passage, index)
            if agent:
                return agent.names
            if tokens[index].word in _AGENT and self._names_unknown(clause.passage, index + 1):
                return self._acronym(clause.passage, index + 1)
        return ()

    def _acronym(self, passage: Passage, index: int) -> tuple[str, ...]:
        """Return an agent that is a bare acronym, or nobody: «(por) la AEC»."""
        named = self._around.skip(passage, index, self._around.grammar.determiners)
        told = _ACRONYM.fullmatch(passage.raw(named))
        closed = named + 1 == len(passage.tokens) or passage.tokens[named + 1].sort is Sort.MARK
        return (told[0],) if told and closed else ()

    def _names_unknown(self, passage: Passage, index: int) -> bool:
        """Tell «(por) la Armada paraguaya», an unregistered party, from «por correo»."""
        named = self._around.skip(passage, index, self._around.grammar.determiners)
        within = index < named < len(passage.tokens)
        return within and passage.tokens[named].sort is Sort.WORD and passage.raw(named)[0].isupper()
