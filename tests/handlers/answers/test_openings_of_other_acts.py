"""Openings over acts of many meetings: who and by when are told right, or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers.catalogue import load_catalogues
from knowledge.language.datafiles import BUILT_IN
from knowledge.reading import read_act
from knowledge.values.acts import Act, Commitment, CommitmentKind
from knowledge.values.answers import Finding
from knowledge.values.notices import Notice
from tests.support.answers import REGISTER, TODAY, respond_from

CATALOGUES = load_catalogues(BUILT_IN)
ROOT = Path(__file__).parents[3]
ACTS = sorted(
    [*(ROOT / "benchmarks" / "gold" / "acts").glob("*.txt"), *(ROOT / "tests/corpus/unseen").glob("*.txt")]
)
RECURS = pytest.mark.xfail(reason="what recurs answers for its first time, which has a day of its own")
WORDS = 9
"""Words of an action that a question repeats."""


def questions(act: Act) -> Iterator[tuple[str, Commitment, bool]]:
    """Yield a question who and one by when for each commitment, and whether it asks who."""
    spanish = act.language == "es"
    for commitment in act.commitments:
        action = " ".join(commitment.action.split(",")[0].split()[:WORDS])
        if commitment.responsible and "responsible" not in commitment.inferred:
            yield (f"¿Quién debe {action}?" if spanish else f"who has to {action}?"), commitment, True
        if commitment.deadline.end and commitment.kind is not CommitmentKind.EVENT:
            asked = f"¿Hasta cuándo hay que {action}?" if spanish else f"by when is one to {action}?"
            yield asked, commitment, False


def opening(finding: Finding, language: str) -> str:
    """Word the notices that a finding opens with."""
    notices = (fact for fact in finding.opening if isinstance(fact, Notice))
    return " ".join(map(CATALOGUES[language].notice, notices))


@pytest.mark.parametrize(
    "path",
    [pytest.param(path, id=path.stem, marks=RECURS if path.stem == "M3" else ()) for path in ACTS],
)
def test_who_and_by_when_are_told_right_or_not_at_all(path: Path, tmp_path: Path) -> None:
    act = read_act(path, register=REGISTER)
    responder = respond_from(tmp_path, act)
    wrong, told = [], 0
    for question, commitment, asks_who in questions(act):
        answer, _ = responder.ask(question, today=TODAY, language=act.language)
        found = [each for each in answer.findings[:1] if each.citation.reference == commitment.reference]
        for finding in (each for each in found if each.opening):
            parties = CATALOGUES[act.language].parties(commitment.responsible)
            right = (
                parties in opening(finding, act.language)
                if asks_who
                else finding.deadline == commitment.deadline
            )
            told += right
            wrong += [] if right else [(question, finding.opening)]
    assert wrong == []
    assert told > len(act.commitments) / 2
