"""What falls due or takes place on known days."""

from datetime import date
from typing import Any

import pytest

from knowledge.values.acts import Deadline, Precision
from knowledge.values.answers import Citation, Finding
from knowledge.values.dated import Dated, DatedKind, days_of
from knowledge.values.references import Reference
from tests.support.builders import make_event, make_meeting

FIRST, LAST = date(2017, 7, 17), date(2017, 7, 18)


def finding(**fields: Any) -> Finding:
    citation = Citation(
        document="crm", reference=Reference.parse("C24"), meeting=make_meeting(), language="es"
    )
    return Finding(citation=citation, quote="Taller.", score=1.0, **fields)


def held(precision: Precision, end: date | None = LAST) -> Finding:
    return finding(event=make_event(start=FIRST, end=end, precision=precision))


def due(precision: Precision, end: date | None = LAST) -> Finding:
    return finding(deadline=Deadline(text="en julio", start=FIRST, end=end, precision=precision))


EVENT, DEADLINE = DatedKind.EVENT, DatedKind.DEADLINE


@pytest.mark.parametrize(
    ("given", "days"),
    [
        pytest.param(held(Precision.DAY), (EVENT, FIRST, LAST), id="an event"),
        pytest.param(held(Precision.DAY, None), (EVENT, FIRST, FIRST), id="an event without a last day"),
        pytest.param(held(Precision.MONTH), (EVENT, FIRST, LAST), id="an event of a month"),
        pytest.param(held(Precision.YEAR), None, id="an event of a year"),
        pytest.param(held(Precision.RECURRING), None, id="an event each year"),
        pytest.param(due(Precision.DAY), (DEADLINE, LAST, LAST), id="a deadline is its last day"),
        pytest.param(due(Precision.YEAR), (DEADLINE, LAST, LAST), id="a deadline of a year has a last day"),
        pytest.param(due(Precision.RECURRING), None, id="a deadline each year"),
        pytest.param(due(Precision.ASAP, None), None, id="a deadline without a day"),
        pytest.param(finding(), None, id="neither"),
        pytest.param(
            finding(
                event=make_event(start=FIRST, precision=Precision.YEAR),
                deadline=Deadline(text="en julio", end=LAST, precision=Precision.DAY),
            ),
            (DEADLINE, LAST, LAST),
            id="an event too vague and a deadline",
        ),
    ],
)
def test_what_has_days_can_be_put_into_a_calendar(
    given: Finding, days: tuple[DatedKind, date, date] | None
) -> None:
    assert days_of(given) == days


def test_a_name_stays_the_same_for_as_long_as_the_act() -> None:
    dated = Dated(kind=EVENT, name="event-2", finding=finding(), start=FIRST, end=LAST)

    assert dated.uid == "crm#C24-event-2"
