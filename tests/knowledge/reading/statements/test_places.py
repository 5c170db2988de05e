import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.language.places import PlaceFinder
from knowledge.reading.duties.cues import Cues
from knowledge.reading.statements.places import AllPlaces

PLACES = AllPlaces(PlaceFinder(PartyRegister.load(BUILT_IN)), Cues.load(BUILT_IN.language))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "en Ocotepeque, Honduras, y luego en Peñas Blancas",
            ["Ocotepeque, Honduras", "Peñas Blancas"],
            id="several",
        ),
        pytest.param("in Port of Spain from 13 March", ["Port of Spain"], id="English"),
        pytest.param("en la Declaración de Managua", [], id="a thing"),
        pytest.param("en el Taller y en Grupos de Trabajo", [], id="a body"),
        pytest.param("la Iniciativa Migrantes en Países en Crisis", [], id="part of a name"),
        pytest.param("la guía «Vivir en Lima»", [], id="a title"),
    ],
)
def test_all_places_are_found(text: str, expected: list[str]) -> None:
    assert [name for _, _, name in PLACES.find(text)] == expected
