"""What ends an act."""

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.reading.structure.endings import ends_act
from knowledge.reading.structure.words import load_structure

STRUCTURE = load_structure(BUILT_IN.language)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        pytest.param("Para constancia firman los jefes de delegación.", True, id="who signs"),
        pytest.param("The meeting rose at 12:40 p.m.", True, id="an English hour"),
        pytest.param("La sesión se levantó a las 17:30 horas.", True, id="a Spanish hour"),
        pytest.param("La reunión concluyó a las diecisiete horas.", True, id="an hour in words"),
        pytest.param("Leída que fue la presente, la suscriben los jefes.", True, id="read out"),
        pytest.param("The next meeting will begin at 9:00 a.m.", False, id="a meeting to come"),
        pytest.param(
            "La reunión recomendó habilitar el puesto de 8 a 17 horas.", False, id="hours of something else"
        ),
        pytest.param("Santa Ana, 15 de noviembre de 2019.", True, id="place and day"),
    ],
)
def test_an_act_ends_with_its_place_its_hour_or_who_signs(text: str, *, ends: bool) -> None:
    assert ends_act(text, STRUCTURE) is ends
