"""Findings that say how far their commitments have come."""

from datetime import date

import pytest

from knowledge.stores.tracking import Statuses
from knowledge.tracking.tracked import dated_with_status, with_status
from knowledge.values.answers import Answer, Citation, Finding, Outcome
from knowledge.values.dated import Dated, DatedKind
from knowledge.values.questions import QuestionKind
from knowledge.values.references import Reference
from knowledge.values.tracking import CommitmentKey, Fulfilment, Tracked
from tests.support.builders import make_meeting

DAY = date(2017, 7, 1)


def tracked(printed: str, fulfilment: Fulfilment = Fulfilment.DONE) -> Tracked:
    return Tracked(key=CommitmentKey.parse(printed), fulfilment=fulfilment, day=DAY)


def statuses(*marked: Tracked) -> Statuses:
    return Statuses({each.key: each for each in marked})


def finding(reference: str, commitment: int | None = None) -> Finding:
    citation = Citation(
        document="crm", reference=Reference.parse(reference), meeting=make_meeting(), language="es"
    )
    return Finding(citation=citation, quote="Pagar.", score=1.0, commitment=commitment)


def answer(*findings: Finding) -> Answer:
    return Answer(
        question="¿qué?", language="es", outcome=Outcome.FOUND, kind=QuestionKind.LIST, findings=findings
    )


FIRST, SECOND, ITEM = tracked("crm#C1"), tracked("crm#C1~2"), tracked("crm#C1.a")
ALL = statuses(FIRST, SECOND, ITEM, tracked("crm#C2", Fulfilment.OPEN), tracked("other#C3"))


@pytest.mark.parametrize(
    ("found", "told"),
    [
        pytest.param(finding("C1"), (FIRST, SECOND, ITEM), id="a provision, with its sub-items"),
        pytest.param(finding("C1.a"), (ITEM,), id="a sub-item"),
        pytest.param(finding("C1", 2), (SECOND,), id="one commitment"),
        pytest.param(finding("C1", 3), (), id="one that nobody marked"),
        pytest.param(finding("C2"), (), id="one that was opened again"),
        pytest.param(finding("C3"), (), id="one of another act"),
    ],
)
def test_a_finding_says_how_far_its_commitments_have_come(found: Finding, told: tuple[Tracked, ...]) -> None:
    (shown,) = with_status(answer(found), ALL).findings

    assert shown.tracked == told


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(statuses(), id="nothing is marked"),
        pytest.param(statuses(tracked("x#C1")), id="another is"),
    ],
)
def test_an_answer_of_which_nothing_is_marked_stays_as_it_is(marked: Statuses) -> None:
    whole = answer(finding("C1"))

    assert with_status(whole, marked) is whole


def test_what_has_a_day_says_it_too() -> None:
    dated = Dated(kind=DatedKind.DEADLINE, name="commitment", finding=finding("C1", 1), start=DAY, end=DAY)

    assert dated_with_status(dated, ALL).finding.tracked == (FIRST,)
