"""Questions of the first person become questions of a party, which people may name themselves."""

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.understanding.first_person import said_to_be, speak_for


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        pytest.param("¿Qué me toca?", "¿Qué le toca a Belice?", id="what is one's turn"),
        pytest.param("¿Qué nos ha tocado?", "¿Qué le ha tocado a Belice?", id="what was one's turn"),
        pytest.param("¿qué nos falta?", "¿qué le falta a Belice?", id="what is left"),
        pytest.param("¿Y qué tenemos que hacer hoy?", "¿Qué debe hacer Belice hoy?", id="what is to be done"),
        pytest.param("Hola, ¿qué tengo pendiente?", "Hola, ¿Qué debe hacer Belice?", id="after a greeting"),
        pytest.param(
            "Good morning. What do we have to do by July?",
            "Good morning. What does Belice have to do by July?",
            id="after a greeting, in English",
        ),
        pytest.param("¿hay algo para nosotros hoy?", "¿hay algo para Belice hoy?", id="anything"),
        pytest.param(
            "is there anything for us this week?",
            "is there anything for Belice this week?",
            id="anything, in English",
        ),
        pytest.param("our deadlines", "deadlines of Belice", id="a list"),
        pytest.param("¿qué tenemos en la agenda?", None, id="another topic"),
        pytest.param("¿qué debe hacer Belice?", None, id="the third person"),
    ],
)
def test_a_question_of_the_first_person_becomes_one_of_a_party(text: str, spoken: str | None) -> None:
    assert speak_for(text, "Belice") == spoken


@pytest.mark.parametrize(
    ("text", "party"),
    [
        pytest.param("Buenas, soy de Panamá, ¿qué me toca?", "Panamá", id="from"),
        pytest.param("somos la delegación de México: ¿qué nos toca?", "México", id="a delegation"),
        pytest.param("Hi, I'm with the delegation of Belize.", "Belice", id="in English"),
        pytest.param("represento a la OIM, ¿qué nos toca?", "OIM", id="a body"),
        pytest.param("¿qué nos toca hacer con Guatemala?", None, id="somebody else"),
        pytest.param("yo no soy de Panamá, ¿qué me toca?", None, id="denied"),
        pytest.param("I am asking about Belize, what are our deadlines?", None, id="a topic"),
    ],
)
def test_people_may_say_whom_they_speak_for(text: str, party: str | None) -> None:
    assert said_to_be(text, PartyRegister.load(BUILT_IN)) == party
