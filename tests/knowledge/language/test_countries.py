import pytest

from knowledge.language.countries import closest_country, country_at_start, country_named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Bolivia, 25 y 26 de noviembre", "Bolivia", id="a country at the start"),
        pytest.param("Spain", "España", id="an English name gives the Spanish one"),
        pytest.param("UNITED STATES of America", "Estados Unidos", id="the longest name known, in capitals"),
        pytest.param("Guinea Ecuatorial", "Guinea Ecuatorial", id="the longest name wins"),
        pytest.param("República Oriental del Uruguay, 3 de mayo", "Uruguay", id="a long name"),
        pytest.param("the Lao People's Democratic Republic", "Laos", id="an official name"),
        pytest.param("Convención de Colombia", None, id="no name of a state"),
        pytest.param("la región de Bolivia", None, id="a country further on doesn't count"),
        pytest.param("", None, id="empty"),
    ],
)
def test_a_country_is_known_by_its_name_in_both_languages(text: str, name: str | None) -> None:
    assert country_at_start(text) == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        pytest.param("Dominican Republic", "República Dominicana", id="English"),
        pytest.param("ESTADOS UNIDOS", "Estados Unidos", id="capitals"),
        pytest.param("Antigua and Barbuda", "Antigua y Barbuda", id="and"),
        pytest.param("Saint Kitts and Nevis", "San Cristóbal y Nieves", id="Saint"),
        pytest.param("The Bahamas", "Bahamas", id="article"),
        pytest.param("República Bolivariana de Venezuela", "Venezuela", id="long name"),
        pytest.param("Republic of the Gambia", "Gambia", id="long English name"),
        pytest.param("Estados Unidos de América", "Estados Unidos", id="long name that ends in more"),
        pytest.param("República Democrática del Congo", "República Democrática del Congo", id="other"),
        pytest.param("Trinidad y Tabago", "Trinidad y Tabago", id="another spelling stays"),
        pytest.param("Estados Unidos Mexicanos", "México", id="official name"),
        pytest.param("Wakanda", None, id="no country"),
        pytest.param("Iram", None, id="too unlike"),
        pytest.param("", None, id="empty"),
    ],
)
def test_a_whole_text_names_a_country(written: str, name: str | None) -> None:
    country = country_named(written)
    assert (country.name if country else None) == name


def test_the_closest_country_is_offered() -> None:
    assert closest_country("Gutemala") == "Guatemala"
