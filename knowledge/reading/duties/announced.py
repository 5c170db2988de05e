"""Read announcements of events that name the organizers."""

from dataclasses import replace

from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.doers import DoerFinder
from knowledge.reading.duties.duties import Duty, duty_of
from knowledge.reading.duties.heads import Surroundings
from knowledge.reading.duties.passages import WordPhrases
from knowledge.reading.duties.thatclauses import Doing, ThatReader


class AnnouncedReader:
    """Reads an announced event as a duty of whoever the sentence says holds it."""

    def __init__(self, around: Surroundings, cues: Cues, doers: DoerFinder, that: ThatReader) -> None:
        self._lists = around.lists
        self._doers = doers
        self._that = that
        self._invited_by = WordPhrases(cues.actors.invited_by)

    def read(self, clause: Clause) -> Duty | None:
        """Read «La feria, a cargo de X, se realizará …» or «Por invitación de X, la reunión …»."""
        passage, first = clause.passage, clause.passage.sentence(clause.head.start)[0]
        hosted = self._invited(clause, first)
        if hosted:
            return hosted
        names = self._doers.in_charge(clause) or self._doers.agent(clause) if clause.lead == first else ()
        if not names or passage.tokens[clause.head.start].word not in {"se", "will", "shall"}:
            return None
        told = replace(clause, head=replace(clause.head, start=first, agentless=True))
        verb = self._that.finite_verb(passage, clause.head.start, clause.end)
        return duty_of(told, names, Doing.FINITE, verb) if verb < clause.end else None

    def _invited(self, clause: Clause, first: int) -> Duty | None:
        """Read «Por invitación de Honduras, la cuarta reunión se celebrará …», which Honduras will host."""
        passage = clause.passage
        after = self._invited_by.after(passage, first)
        listed = self._lists.read(passage, after) if after else None
        if listed is None:
            return None
        start = listed.end + (passage.tokens[listed.end].word == ",")
        if start >= clause.head.start:
            return None
        told = replace(clause, head=replace(clause.head, start=start), end=clause.head.start)
        return duty_of(told, self._lists.names(listed, passage), Doing.HOST, start)
