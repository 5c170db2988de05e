"""A question and one provision that answers it, as those see it who write the opening."""

from collections.abc import Sequence
from typing import NamedTuple

from knowledge.search.matching import Unit
from knowledge.understanding.cues import Asked
from knowledge.understanding.question import Question
from knowledge.values.acts import Commitment, CommitmentKind
from knowledge.values.answers import Finding
from knowledge.values.questions import QuestionKind
from knowledge.values.references import Reference


class Case(NamedTuple):
    """A question, a finding `alone` or beside others, and what is known of its provision.

    `language` is that of the act; `asked` is the one commitment that the question is about.
    """

    question: Question
    finding: Finding
    commitments: Sequence[Commitment]
    language: str
    alone: bool
    asked: Commitment | None = None

    @property
    def wanted(self) -> set[Asked]:
        """What the question wants to be told."""
        return set(self.question.asked)

    @property
    def units(self) -> Sequence[Unit]:
        """What was searched for."""
        return self.question.units

    @property
    def named(self) -> frozenset[str]:
        """The parties that the question names."""
        return frozenset(self.question.parties)

    @property
    def quote(self) -> str:
        """The words of the provision."""
        return self.finding.quote

    @property
    def reference(self) -> Reference:
        """The reference of the provision."""
        return self.finding.citation.reference

    @property
    def due(self) -> Commitment | None:
        """The commitment asked about, if it is to be done by some time."""
        asked = self.asked
        return asked if asked and asked.deadline.text and asked.kind is not CommitmentKind.EVENT else None

    @property
    def may_lack(self) -> bool:
        """Tell whether a lack may be told: the message itself must say what it asks; «¿y Belice?» doesn't."""
        return self.alone and self.question.kind is not QuestionKind.TOPIC
