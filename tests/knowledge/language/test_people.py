"""Persons, known by the titles before their names."""

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.people import PeopleFinder

PEOPLE = PeopleFinder(BUILT_IN.language)
OFFICES = frozenset(
    {"embajador", "embajadora", "ministra", "chairman", "presidente", "director", "directora"}
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param("La Sra. Mora enviará el plan.", ["Sra. Mora"], id="one name"),
        pytest.param("a Mr. J. Smith of Belize", ["Mr. J. Smith"], id="an initial"),
        pytest.param("el Sr. Ing. Luis de la Paz y otros", ["Sr. Ing. Luis de la Paz"], id="two titles"),
        pytest.param("Mr. Chairman thanked them", [], id="an office"),
        pytest.param("la Ministra Consejera", [], id="an office with an adjective"),
        pytest.param("la Embajadora Ana Paz", ["Embajadora Ana Paz"], id="an officer with two names"),
        pytest.param("EL SR. MORA ENVIARÁ EL PLAN", [], id="a sentence in capitals"),
    ],
)
def test_a_person_stands_with_a_title(text: str, named: list[str]) -> None:
    assert [text[start:end] for start, end in PEOPLE.titled_in(text, OFFICES)] == named


def test_a_name_is_told_from_that_of_a_body() -> None:
    assert [name for name in ("Sra. Mora", "Comité de Visas", "Sra. Mora y") if PEOPLE.is_titled(name)] == [
        "Sra. Mora"
    ]


@pytest.mark.parametrize(
    ("text", "names"),
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
def test_the_names_of_people_are_found_by_their_titles(text: str, names: list[str]) -> None:
    assert list(PEOPLE.find(text)) == names
