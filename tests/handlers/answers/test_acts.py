"""What acts are called on buttons."""

from datetime import date

import pytest

from handlers.answers.acts import names_of_acts, names_of_meetings
from knowledge.values.answers import Citation
from knowledge.values.references import Reference
from tests.support.builders import make_meeting


def cited(document: str, city: str | None, year: int | None, *, month: int = 6, day: int = 1) -> Citation:
    start = date(year, month, day) if year else None
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
        pytest.param(
            [LIMA, cited("c", "Lima", 2017, month=9)], ["Lima 6/2017", "Lima 9/2017"], id="one city and year"
        ),
        pytest.param(
            [LIMA, cited("c", "Lima", 2017, day=9)], ["Lima 01/06/2017", "Lima 09/06/2017"], id="one month"
        ),
    ],
)
def test_acts_are_told_apart_as_short_as_may_be(citations: list[Citation], names: list[str]) -> None:
    assert [*names_of_acts(citations).values()] == names


@pytest.mark.parametrize(
    ("citations", "names"),
    [
        pytest.param([MANAGUA, LIMA], ["Managua 2016", "Lima 2017"], id="by city and year"),
        pytest.param(
            [LIMA, cited("c", "Lima", 2017, month=9)], ["Lima 6/2017", "Lima 9/2017"], id="two alike"
        ),
        pytest.param([cited("c", "Quito", None)], ["Quito"], id="without a day"),
        pytest.param([cited("c", None, None)], ["…"], id="without either"),
    ],
)
def test_meetings_are_named_by_city_and_year(citations: list[Citation], names: list[str]) -> None:
    assert [*names_of_meetings(citations).values()] == names
