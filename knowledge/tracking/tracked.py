"""Add the status of their commitments to findings."""

from knowledge.stores.tracking import Statuses
from knowledge.values.answers import Answer, Finding
from knowledge.values.dated import Dated
from knowledge.values.tracking import CommitmentKey


def with_status(answer: Answer, statuses: Statuses) -> Answer:
    """Add the status of their commitments to all findings of an answer."""
    if not statuses.tracked:
        return answer
    found = tuple(_tracked(finding, statuses) for finding in answer.findings)
    return answer if found == answer.findings else answer.model_copy(update={"findings": found})


def dated_with_status(dated: Dated, statuses: Statuses) -> Dated:
    """Add the status of its commitment to a dated finding."""
    return dated.model_copy(update={"finding": _tracked(dated.finding, statuses)})


def _tracked(finding: Finding, statuses: Statuses) -> Finding:
    citation = finding.citation
    if finding.commitment is None:
        found = statuses.of_provision(citation.document, citation.reference)
    else:
        key = CommitmentKey(
            document=citation.document, reference=citation.reference, ordinal=finding.commitment
        )
        one = statuses.of(key)
        found = (one,) if one else ()
    return finding.model_copy(update={"tracked": found}) if found else finding
