"""Time zones by what people call them."""

import pytest

from knowledge.language.zones import find_zones


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        pytest.param("Costa Rica", ("America/Costa_Rica",), id="a country"),
        pytest.param("Bogotá", ("America/Bogota",), id="a city"),
        pytest.param("Bogta", ("America/Bogota",), id="a typing error"),
        pytest.param("America/Panama", ("America/Panama",), id="the name in the database"),
        pytest.param("UTC-6", ("Etc/GMT+6",), id="an offset, which the database turns round"),
        pytest.param("GMT + 5:00", ("Etc/GMT-5",), id="an offset with minutes"),
        pytest.param("utc", ("Etc/UTC",), id="UTC"),
        pytest.param("UTC-20", (), id="an offset that no clock has"),
        pytest.param("Lisa", (), id="another name"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_a_zone_is_found_by_its_names(text: str, zones: tuple[str, ...]) -> None:
    assert find_zones(text, 2017) == zones


def test_a_country_of_several_clocks_has_them_all_that_of_most_people_first() -> None:
    zones = find_zones("Estados Unidos", 2017)

    assert zones[0] == "America/New_York"
    assert {"America/Chicago", "America/Los_Angeles"} < {*zones}
