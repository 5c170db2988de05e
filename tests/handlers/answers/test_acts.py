"""What acts are called on buttons."""

from datetime import date

import pytest

from handlers.answers.acts import names_of_acts
from knowledge.values.answers import Citation
from knowledge.values.references import Reference
from tests.support.builders import make_meeting


def cited(document: str, city: str | None, year: int | None) -> Citation:
    start = date(year, 6, 1) if year else None
    meeting = make_meeting(city=city, start=start, end=start)
    return Citation(document=document, reference=Reference.parse("C1"), meeting=meeting, language="es")


MANAGUA, LIMA = cited("a", "Managua", 2016), cited("b", "Lima", 2017)


@pytest.mark.parametrize(
    ("citations", "names"),
    [
        pytest.param([MANAGUA, LIMA], ["2016", "2017"], id="by their years"),
        pytest.param([MANAGUA, MANAGUA], ["2016"], id="one cited twice"),
        pytest.param(
            [LIMA, cited("c", "Quito", 2017)], ["Lima 2017", "Quito 2017"], id="by their cities, of one year"
        ),
        pytest.param([LIMA, cited("c", None, 2017)], ["Lima 2017", "2017"], id="one without a city"),
        pytest.param([cited("c", "Quito", None)], ["c"], id="without a day"),
    ],
)
def test_acts_are_told_apart_as_short_as_may_be(citations: list[Citation], names: list[str]) -> None:
    assert [*names_of_acts(citations).values()] == names
