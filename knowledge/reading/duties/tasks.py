"""Tell tasks that somebody takes charge of from causes and from the parties in charge."""

from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.heads import Surroundings

_DOING_ENDINGS = ("tion", "sion", "ment", "ing")
_IN_CHARGE = frozenset({"cargo", "charge", "responsable", "responsibility"})
"""In cues after which any noun is a task: «hacerse cargo de la logística»."""


class TaskReader:
    """Judges the nouns after pledges."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def is_task(self, clause: Clause, start: int) -> bool:
        """Tell «(hacerse cargo de) la logística», a task, from «(quedar a cargo de) EMPAGUA», a party."""
        cue, passage = clause.head.cue, clause.passage
        if cue is None or _IN_CHARGE.isdisjoint(cue.words.rest) or self._around.lists.read(passage, start):
            return False
        noun = self._around.skip(passage, start, self._around.grammar.determiners)
        return noun < clause.end and not passage.raw(noun)[0].isupper()

    def is_cause(self, clause: Clause, start: int) -> bool:
        """Tell "our commitment to the Palermo Protocol", a cause, from "to the drafting of a plan"."""
        passage = clause.passage
        if self._around.language != "en" or passage.tokens[start - 1].word != "to" or start >= clause.end:
            return False
        noun = self._around.skip(passage, start, self._around.grammar.determiners)
        if noun >= clause.end or passage.raw(noun)[0].isupper():
            return True
        return noun > start and not passage.tokens[noun].word.endswith(_DOING_ENDINGS)
