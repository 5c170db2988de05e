"""Compose answers: what a search found if it is sure enough, else what is missing and what lies near."""

from collections.abc import Sequence

from knowledge.answering.analysis import Analysis
from knowledge.answering.confidence import Confidence, evidence_for
from knowledge.answering.countries import CountryChecker
from knowledge.answering.cues import Asked
from knowledge.answering.findings import FindingWriter
from knowledge.answering.leads import LeadWriter
from knowledge.answering.premises import PremiseChecker
from knowledge.answering.replies import WHICH, guarded, nothing
from knowledge.answering.searching import Found, choose
from knowledge.answering.sources import Sources
from knowledge.search.parts import Parts
from knowledge.search.ranking import Ranked
from knowledge.values.answers import Answer, Finding, Outcome, Suggestion
from knowledge.values.notices import Notice, mark, notice

MAX_SUGGESTIONS = 3
MAX_RIVALS = 5
RIVAL = 0.85
"""Share of what the best provision answers, from which another may be meant instead."""

NEAR = 0.3
"""Share of a question that a provision must answer to be offered as near."""

_THIS = notice(mark("¿Se refiere a esta?"))


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
        self._countries = CountryChecker(sources)
        self._leads = LeadWriter(sources)

    def found(self, analysis: Analysis, findings: Sequence[Finding]) -> Answer:
        """Answer with findings, opened with what was asked."""
        return Answer(
            question=analysis.question.text,
            language=analysis.question.language,
            outcome=Outcome.FOUND,
            kind=analysis.question.kind,
            findings=tuple(
                self._leads.open(analysis, finding, alone=len(findings) == 1) for finding in findings
            ),
        )

    def told(self, analysis: Analysis, number: int) -> Answer:
        """Answer with one provision of the index, or say what it doesn't tell of what is asked."""
        shown = Ranked(number, 1.0, 1.0, ())
        missing = self._premises.missing(analysis, shown) if self._parts.premises else None
        if missing:
            return nothing(analysis.question, (missing,))
        return self.found(analysis, [self._findings.numbered(number, 1.0, analysis.question.words)])

    def searched(self, analysis: Analysis, found: Found, *, implied: bool = False) -> Answer:
        """Answer with what a search found, if it is sure enough and the question takes nothing for granted.

        `implied` says that what was said before makes it sure.
        """
        documents = self._sources.documents
        if not found.ranked:
            return nothing(analysis.question, guarded(analysis.guard, documents))
        best = found.ranked[0]
        stranger, certainty = self._judge(analysis, found)
        if not implied and self._parts.confidence and certainty < self._confidence.enough:
            lead = (stranger,) if stranger and not analysis.guard else guarded(analysis.guard, documents)
            return nothing(analysis.question, lead, self._near(analysis, found))
        chosen = choose(found, analysis.asked)
        if self._parts.premises and not implied and (apart := self._countries.apart(analysis, found)):
            return nothing(analysis.question, (apart,), self._near(analysis, found))
        if self._parts.premises:
            told = [
                each for each in self._rivals(analysis, found) if not self._premises.missing(analysis, each)
            ]
            if best not in told and (missing := self._premises.missing(analysis, best)):
                # Where what was said before implies which item is meant, no other can tell it.
                family = self._sources.index.family(best.number)
                told = [each for each in told if not implied or each.number in family]
                if not told:
                    return nothing(analysis.question, (missing,), self._near(analysis, found))
            chosen = [each for each in chosen if each in told] or told[:1]
        findings = [
            self._findings.numbered(each.number, certainty * each.score / best.score, analysis.question.words)
            for each in chosen
        ]
        answer = self.found(analysis._replace(units=found.units), findings)
        return answer if implied else self._doubted(answer, certainty)

    def _doubted(self, answer: Answer, certainty: float) -> Answer:
        """Put an answer that isn't sure as a question."""
        if len(answer.findings) > 1 and certainty < self._confidence.sure:
            return answer.model_copy(update={"outcome": Outcome.AMBIGUOUS, "lead": (WHICH,)})
        if certainty < self._confidence.doubtful:
            return answer.model_copy(update={"outcome": Outcome.AMBIGUOUS, "lead": (_THIS,)})
        return answer

    def is_sure(self, analysis: Analysis, found: Found) -> bool:
        """Tell whether a search alone is sure of its answer."""
        return bool(found.ranked) and self._judge(analysis, found)[1] >= self._confidence.sure

    def _judge(self, analysis: Analysis, found: Found) -> tuple[Notice | None, float]:
        """Say what the question names that its best provision doesn't, and how sure the answer is."""
        best = found.ranked[0]
        stranger = self._premises.stranger(analysis, best) if self._parts.premises else None
        evidence = evidence_for(
            self._sources.index, found, stranger=stranger is not None, guarded=analysis.guard is not None
        )
        return stranger, self._confidence.of(evidence)

    def _rivals(self, analysis: Analysis, found: Found) -> list[Ranked]:
        """List the provisions that may tell what is asked: those that answer nearly as much as the best.

        Who holds a post may stand in a sub-item beside the one that tells of the post.
        """
        best = found.ranked[0]
        near = [each for each in found.ranked[:MAX_RIVALS] if each.coverage >= RIVAL * best.coverage]
        if Asked.HOLDER not in analysis.asked:
            return near
        family = set(self._sources.index.family(best.number))
        return [*near, *(each for each in found.ranked if each.number in family and each not in near)]

    def _near(self, analysis: Analysis, found: Found) -> tuple[Suggestion, ...]:
        """Offer what comes closest, unless the message is none for the acts."""
        if analysis.guard:
            return ()
        near = [each for each in found.ranked[:MAX_SUGGESTIONS] if each.coverage >= NEAR]
        return tuple(self._findings.suggest(each.number) for each in near)
