"""Find heads in the agentless imperative of resolutions: «Publíquese el registro en mayo»."""

from collections.abc import Sequence

from knowledge.reading.duties.heads import Head, Move, Surroundings
from knowledge.reading.duties.passages import Passage, Sort


class ImperativeHeadFinder:
    """Finds the Spanish imperatives with «se» that open a clause."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def at(self, passage: Passage, index: int, heads: Sequence[Head]) -> Head | None:
        """Read «Remítase copia a los países»; without a complement it is a formula («… y archívese»)."""
        verb = self._around.verbs.of_imperative(passage.raw(index)) if self._around.language == "es" else None
        if verb is None:
            return None
        if not self._around.opens(passage, index, heads):
            return None
        end = passage.sentence(index)[1]
        following = index + 1 if index + 1 < end else index
        bare = following == index or passage.tokens[following].sort is Sort.MARK
        bare = bare or self._around.joins(passage, following)
        states = verb in self._around.grammar.states  # «Téngase por recibida la carta»
        told = bare or states
        return Head(Move.STATEMENT if told else Move.DUTY, index, index, agentless=not told)
