"""Names of cities that CLDR has."""

import pytest

from knowledge.language.cities import is_city


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        pytest.param("Puerto España", True, id="as Spanish has it"),
        pytest.param("Port of Spain", True, id="as English has it"),
        pytest.param("los Viceministros de Belice", False, id="who met"),
        pytest.param("España", False, id="a country"),
    ],
)
def test_a_city_is_known_by_the_time_zone_of_its_name(name: str, *, is_one: bool) -> None:
    assert is_city(name) is is_one
