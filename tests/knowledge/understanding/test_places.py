"""What cities are called."""

import pytest

from knowledge.understanding.places import names_of_city, shortened


@pytest.mark.parametrize(
    ("city", "name", "is_called"),
    [
        pytest.param("Quebec City", "quebec", True, id="without the word for a city"),
        pytest.param("Quebec City", "ciudad de quebec", True, id="in Spanish"),
        pytest.param("Mexico City", "mexico", False, id="a country is no city"),
        pytest.param("New Orleans", "nueva orleans", True, id="new"),
    ],
)
def test_a_city_goes_by_its_names(city: str, name: str, *, is_called: bool) -> None:
    assert (name in map(str.lower, names_of_city(city))) is is_called


@pytest.mark.parametrize(
    ("cities", "names"),
    [
        pytest.param(["Colonia del Sacramento"], {"colonia": "Colonia del Sacramento"}, id="before «del»"),
        pytest.param(["Foz do Iguaçu"], {"foz": "Foz do Iguaçu"}, id="in Portuguese"),
        pytest.param(["Ciudad de Guatemala", "San José"], {}, id="nothing is left"),
        pytest.param(["Santiago de Chile", "Santiago de los Caballeros"], {}, id="two alike"),
    ],
)
def test_a_city_is_called_for_short(cities: list[str], names: dict[str, str]) -> None:
    assert shortened(cities) == names
