import pytest

from knowledge.language.countries import country_at_start


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Bolivia, 25 y 26 de noviembre", "Bolivia", id="a country at the start"),
        pytest.param("Spain", "España", id="an English name gives the Spanish one"),
        pytest.param("UNITED STATES of America", "Estados Unidos", id="the longest name known, in capitals"),
        pytest.param("Guinea Ecuatorial", "Guinea Ecuatorial", id="the longest name wins"),
        pytest.param("la región de Bolivia", None, id="a country further on doesn't count"),
        pytest.param("", None, id="empty"),
    ],
)
def test_a_country_is_known_by_its_name_in_both_languages(text: str, name: str | None) -> None:
    assert country_at_start(text) == name
