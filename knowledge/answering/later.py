"""Tell that a later meeting takes up again what a provision says."""

from knowledge.citing.findings import FindingWriter
from knowledge.search.sources import Sources
from knowledge.values.answers import Answer, Outcome


class LaterTeller:
    """Tell what became of provisions, from one store."""

    def __init__(self, sources: Sources, findings: FindingWriter) -> None:
        self._index = sources.index
        self._vectors = sources.vectors
        self._findings = findings

    def tell(self, answer: Answer) -> Answer:
        """Cite the newest provision on the matter of the only one shown, unless it is cited already."""
        if self._vectors is None or answer.outcome is not Outcome.FOUND or answer.overview or answer.card:
            return answer
        if len(answer.findings) != 1:
            return answer
        shown = answer.findings[0].citation
        number = self._index.number_of(shown.document, shown.reference)
        later = None if number is None else self._vectors.successor(number)
        if later is None:
            return answer
        cited = self._findings.cite(later)
        known = {each.document for each in answer.also}
        return answer if cited.document in known else answer.model_copy(update={"later": cited})
