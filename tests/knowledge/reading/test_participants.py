"""Participants: those a text says were there, and none that it says weren't."""

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading.structure.participants import ParticipantReader
from knowledge.reading.structure.words import load_structure

READER = ParticipantReader(PartyRegister.load(BUILT_IN), load_structure(BUILT_IN.language))


@pytest.mark.parametrize(
    ("prose", "participants"),
    [
        pytest.param(
            "Las delegaciones de Belice, Canadá y Panamá dejan constancia de lo acordado. "
            "Las de Honduras y Nicaragua se excusaron.",
            ("Belice", "Canadá", "Panamá"),
            id="some excused themselves",
        ),
        pytest.param(
            "Con la participación de Belice, Canadá y Panamá, y con la ausencia de Honduras y Nicaragua.",
            ("Belice", "Canadá", "Panamá"),
            id="absence named after",
        ),
        pytest.param(
            "Con la ausencia de los Gobiernos de Honduras y Nicaragua, participaron Belice y Canadá.",
            ("Belice", "Canadá"),
            id="absence named before",
        ),
        pytest.param(
            "Delegates from Belize, Canada and Panama took part in person, and Costa Rica joined online.",
            ("Belice", "Canadá", "Panamá", "Costa Rica"),
            id="one joined from afar",
        ),
        pytest.param(
            "Asistieron Belice, Canadá y Panamá. México no asistió.",
            ("Belice", "Canadá", "Panamá"),
            id="not there",
        ),
        pytest.param(
            "In attendance: Prime Minister of Belize; Dr. Ann Lee, Minister of Health of Canada; "
            "Prime Minister of Mexico.",
            ("Belice", "Canadá", "México"),
            id="those who stand for their countries",
        ),
        pytest.param(
            "Con la participación de: • Belice • Canadá • Estados Unidos de América",
            ("Belice", "Canadá", "Estados Unidos"),
            id="bullets in a line",
        ),
        pytest.param(
            "Delegaciones participantes Belice │ Canadá Panamá │ México",
            ("Belice", "Canadá", "Panamá", "México"),
            id="cells",
        ),
        pytest.param("The Bureau consisted of Belize, Canada, Honduras and Mexico.", (), id="officers"),
        pytest.param("México presentó un informe sobre Honduras.", (), id="nobody listed"),
    ],
)
def test_who_took_part(prose: str, participants: tuple[str, ...]) -> None:
    assert READER.took_part(prose) == participants
