"""Compose answers: what a search found if it is sure enough, else what is missing and what lies near."""

from collections.abc import Sequence

from knowledge.answering.analysis import Analysis
from knowledge.answering.confidence import Confidence, evidence_for
from knowledge.answering.findings import FindingWriter
from knowledge.answering.leads import LeadWriter
from knowledge.answering.premises import PremiseChecker
from knowledge.answering.replies import guarded, not_found, nothing
from knowledge.answering.searching import Found, choose
from knowledge.answering.sources import Sources
from knowledge.search.parts import Parts
from knowledge.values.answers import Answer, Finding, Outcome, Suggestion
from knowledge.values.notices import Notice, mark, notice

MAX_SUGGESTIONS = 3
NEAR = 0.3
"""Share of a question that a provision must answer to be offered as near."""

_WHICH = notice(mark("¿Se refiere a alguna de estas?"))


class Composer:
    """Compose answers from one store."""

    def __init__(
        self, sources: Sources, findings: FindingWriter, confidence: Confidence, parts: Parts
    ) -> None:
        self._sources = sources
        self._parts = parts
        self._findings = findings
        self._confidence = confidence
        self._premises = PremiseChecker(sources)
        self._leads = LeadWriter(sources)

    def found(self, analysis: Analysis, findings: Sequence[Finding]) -> Answer:
        """Answer with findings, opened with what was asked."""
        return Answer(
            question=analysis.question.text,
            language=analysis.question.language,
            outcome=Outcome.FOUND,
            kind=analysis.question.kind,
            findings=tuple(findings),
            lead=self._leads.write(analysis, findings[0].citation),
        )

    def searched(self, analysis: Analysis, found: Found, *, implied: bool = False) -> Answer:
        """Answer with what a search found, if it is sure enough and the question takes nothing for granted.

        `implied` says that what was said before makes it sure.
        """
        documents = self._sources.documents
        if not found.ranked:
            return nothing(analysis.question, guarded(analysis.guard, documents))
        best = found.ranked[0]
        stranger = self._premises.stranger(analysis, best) if self._parts.premises else None
        evidence = evidence_for(
            self._sources.index, found, stranger=stranger is not None, guarded=analysis.guard is not None
        )
        certainty = self._confidence.of(evidence)
        if not implied and self._parts.confidence and certainty < self._confidence.enough:
            lead = (stranger,) if stranger and not analysis.guard else guarded(analysis.guard, documents)
            return nothing(analysis.question, lead, self._near(analysis, found))
        missing = self._premises.missing(analysis, best) if self._parts.premises else None
        if missing:
            return nothing(analysis.question, (missing,), self._near(analysis, found))
        findings = [
            self._findings.numbered(each.number, certainty * each.score / best.score, analysis.question.words)
            for each in choose(found, analysis.asked)
        ]
        answer = self.found(analysis, findings)
        if len(findings) > 1 and certainty < self._confidence.sure and not implied:
            return answer.model_copy(update={"outcome": Outcome.AMBIGUOUS, "lead": (_WHICH,)})
        return answer

    def _near(self, analysis: Analysis, found: Found) -> tuple[Suggestion, ...]:
        """Offer what comes closest, unless the message is none for the acts."""
        if analysis.guard:
            return ()
        near = [each for each in found.ranked[:MAX_SUGGESTIONS] if each.coverage >= NEAR]
        return tuple(self._findings.suggest(each.number) for each in near)
