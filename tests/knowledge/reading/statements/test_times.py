from datetime import date

import pytest

from knowledge.reading.statements.times import find_times
from tests.support.builders import make_meeting

MEETING = make_meeting(start=date(2019, 5, 14), end=date(2019, 5, 16))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "celebrado del 3 al 5 de mayo de 2018", [("del 3 al 5 de mayo de 2018", "2018-05-05")], id="days"
        ),
        pytest.param(
            "desde el 3 de mayo de 2020", [("desde el 3 de mayo de 2020", "2020-05-03")], id="since"
        ),
        pytest.param(
            "en la primera quincena de junio de 2019",
            [("en la primera quincena de junio de 2019", "2019-06-15")],
            id="half a month",
        ),
        pytest.param("held on 7 June 2018", [("on 7 June 2018", "2018-06-07")], id="English"),
        pytest.param("la guía «Plan 2020»", [], id="titles have none"),
    ],
)
def test_every_time_is_found_as_worded(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(each.time.text, str(each.time.end)) for each in find_times(text, (), MEETING)]
    assert found == expected


def test_a_year_that_is_not_written_is_told_as_deduced() -> None:
    [found] = find_times("en octubre", (), MEETING)
    assert found.inferred == ("deadline.year",)
