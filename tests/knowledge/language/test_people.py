"""Persons named in acts, known by the titles before their names."""

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.people import PeopleFinder


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param("Felicitar al señor Juan Pérez por su labor.", ["Juan Pérez"], id="a title"),
        pytest.param("Se nombra gerente a don Luis de la Vega Ruiz.", ["Luis de la Vega Ruiz"], id="don"),
        pytest.param(
            "Ms. Odette Charlery and Dr. Alvin Prosper-James.",
            ["Odette Charlery", "Alvin Prosper-James"],
            id="two",
        ),
        pytest.param("El ministro de Salud de Honduras.", [], id="an office"),
        pytest.param("Juan Pérez", [], id="no title"),
    ],
)
def test_people_are_found_by_their_titles(text: str, people: list[str]) -> None:
    assert list(PeopleFinder(BUILT_IN.language).find(text)) == people
