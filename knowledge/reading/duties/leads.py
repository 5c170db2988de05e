"""Read lead-ins above numbered items: «NOS COMPROMETEMOS A:», «Los Ministros instan a los países a:»."""

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.language.folding import fold
from knowledge.reading.duties.clauses import Clause, ClauseFinder
from knowledge.reading.duties.duties import Frame
from knowledge.reading.duties.dutyreader import DutyReader
from knowledge.reading.duties.heads import Move
from knowledge.reading.duties.passagereader import PassageReader
from knowledge.reading.duties.wordings import any_of, words_pattern
from knowledge.values.acts import Provision, ProvisionKind
from knowledge.values.references import Section

_FRAMED = frozenset({Move.DO, Move.THAT, Move.DECIDE})
"""Moves of items that take their parties from the lead-in."""
_SEPARATOR = "\n\n"


def _addresses(clause: Clause) -> bool:
    """Tell whether an item opens with its addressee: «A la OIM, que elabore una guía»."""
    return clause.move is Move.STATEMENT and clause.passage.tokens[clause.lead].word in {"a", "al"}


class LeadReader:
    """Remembers the lead-in above the current items, until the next text between items."""

    def __init__(
        self,
        text: str,
        passages: PassageReader,
        clauses: ClauseFinder,
        duties: DutyReader,
        plans: Sequence[str],
    ) -> None:
        self._text = text
        called = any_of(map(words_pattern, plans))
        self._plans = re.compile(rf"^\W*{called}|\b(?:siguiente|following) {called}")
        self.plans = False
        """Whether the act is called a roadmap, work plan or the like."""
        self._passages = passages
        self._clauses = clauses
        self._duties = duties
        self._above = Frame()
        self._end = 0

    def begin(self, provisions: tuple[Provision, ...]) -> None:
        """Read the end of the preamble, which may be a lead-in."""
        preamble = next((each for each in provisions if each.kind is ProvisionKind.PREAMBLE), None)
        if preamble:
            self._end = preamble.extent.end
            paragraphs = preamble.text.split(_SEPARATOR)
            self._above = self._read(paragraphs[-1])
            self.plans = any(self._plans.search(fold(each)) for each in paragraphs)

    def frame(self, provision: Provision, first: Clause | None, plain: Frame) -> Frame:
        """Return the frame for an item: the lead-in's if its first clause depends on it, else `plain`."""
        between = self._text[self._end : provision.extent.start].split(_SEPARATOR)[1:-1]
        if between:
            self._above = self._read(between[-1])
        self._end = max(self._end, provision.extent.end)
        above = self._above
        framed = above.binds and first is not None and (first.move in _FRAMED or _addresses(first))
        applies = (framed or above.notes) and provision.reference.section is not Section.RECOMMENDATION
        return replace(above, topic=plain.topic or above.topic) if applies else plain

    @property
    def agrees(self) -> bool:
        """Whether the lead-in says that all items were agreed: «convienen en lo siguiente:»."""
        return self._above.agrees

    def _read(self, paragraph: str) -> Frame:
        if not paragraph.rstrip().endswith(":"):
            return Frame()
        found = self._clauses.find(self._passages.read(paragraph, 0))
        return self._duties.read(found, Section.CONCLUSION, Frame(), leads_in=True)[1] if found else Frame()
