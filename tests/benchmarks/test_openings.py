"""Openings of all labelled questions: nothing in them contradicts the quotation or the fields beside it."""

from pathlib import Path

import pytest

from benchmarks.labelled import load_all
from benchmarks.openings import Bench
from knowledge.values.answers import Fact, Finding
from knowledge.values.notices import Notice, Parameter

QUESTIONS = load_all()


def named_responsible(finding: Finding) -> list[Parameter]:
    """Return the parties that an opening calls responsible."""
    notices = (line for line in finding.opening if isinstance(line, Notice))
    told: list[Parameter] = [
        line.parameters["parties"] for line in notices if line.msgid.startswith("Responsable")
    ]
    return [*told, finding.responsible] if Fact.RESPONSIBLE in finding.opening else told


@pytest.mark.parametrize("act", sorted(QUESTIONS))
def test_openings_agree_with_the_quotation_and_the_fields(act: str, tmp_path: Path) -> None:
    bench = Bench(act, tmp_path)
    contradicting, disagreeing = [], []
    for opened in bench.open(QUESTIONS[act]):
        if opened.contradictions:
            contradicting.append((opened.turn.q, opened.opening, opened.contradictions))
        if any(parties != opened.finding.responsible for parties in named_responsible(opened.finding)):
            disagreeing.append((opened.turn.q, opened.opening, opened.finding.responsible))
    assert contradicting == []
    assert disagreeing == []
