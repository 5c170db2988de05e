"""Meetings told by their verb, and what they are called."""

from datetime import date

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading.duties.findings import act_finder
from tests.support.builders import make_act, make_meeting

FINDER = act_finder(PartyRegister.load(BUILT_IN))
MEETING = make_meeting(title="XV REUNIÓN", start=date(2017, 5, 14), end=date(2017, 5, 16))


def gathering_in(text: str, language: str = "es") -> str | None:
    """Return the name of the only event of a conclusion."""
    act = make_act(("C1", text), meeting=MEETING, language=language)
    names = [event.name for event in FINDER.fill(act).events]
    assert len(names) < 2
    return names[0] if names else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "El Grupo de Enlace sesionará el 22 de junio de 2017.",
            "Sesión del Grupo de Enlace",
            id="by its body",
        ),
        pytest.param(
            "La Red se reunirá en Lima el 22 de junio de 2017.", "Reunión de la Red", id="a reflexive verb"
        ),
        pytest.param("Reunirse el 22 de junio de 2017 en Lima.", "Reunión", id="by nobody"),
        pytest.param(
            "El Comité volverá a reunirse el 22 de junio de 2017.", "Reunión del Comité", id="again"
        ),
        pytest.param(
            "La Secretaría reunirá los datos el 22 de junio de 2017.", None, id="data are no people"
        ),
        pytest.param(
            "El Grupo sesionó en abril. Enviar el informe el 22 de junio de 2017.",
            None,
            id="in another sentence",
        ),
        pytest.param(
            "El Grupo sesionará y remitirá el acta el 22 de junio de 2017.",
            None,
            id="the day of another doing",
        ),
        pytest.param(
            "La ST capacitará a 25 inspectores en Lima, del 5 al 9 de junio de 2017.",
            "Capacitación: 25 inspectores",
            id="teaching, with a place and days",
        ),
        pytest.param("La ST capacitará a 25 inspectores en junio de 2017.", None, id="teaching in a month"),
    ],
)
def test_a_verb_tells_of_a_meeting(text: str, name: str | None) -> None:
    assert gathering_in(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "The Working Group will meet in Lima on 22 June 2017.",
            "Meeting of the Working Group",
            id="by its body",
        ),
        pytest.param("Members will meet the costs by 22 June 2017.", None, id="costs are met, too"),
    ],
)
def test_an_english_verb_tells_of_a_meeting(text: str, name: str | None) -> None:
    assert gathering_in(text, "en") == name
