"""Which provisions are quoted where a message asks several things."""

from pathlib import Path

import pytest

from knowledge.answering.responder import Responder
from knowledge.meaning.encoder import Encoder
from knowledge.values.answers import Fact
from tests.support.act_texts import act_of
from tests.support.answers import ask, cited, respond_from, said
from tests.support.builders import make_act


@pytest.mark.parametrize(
    ("message", "references"),
    [
        pytest.param(
            "cuándo es el foro de mujeres y quién escribe a Belice y Nicaragua",
            ["C16.d", "C25"],
            id="neither is sure of the whole",
        ),
        pytest.param(
            "hasta cuando mando lo de mujer migrante y donde es el taller de pasaportes?",
            ["C16.a", "C24"],
            id="one is sure of the whole",
        ),
    ],
)
def test_two_questions_of_a_message_are_both_answered(
    responder: Responder, message: str, references: list[str]
) -> None:
    assert cited(ask(responder, message)) == references


@pytest.mark.parametrize(
    ("message", "reference", "told"),
    [
        pytest.param(
            "Who do I confirm to for the passport integrity workshop in Toronto?",
            "C24",
            "no menciona Toronto",
            id="another city",
        ),
        pytest.param(
            "who confirms to the TS for the passport workshop in Mexico City?", "C24", "", id="its own city"
        ),
    ],
)
def test_what_is_quoted_is_said_to_lack_the_place_that_was_taken_for_granted(
    responder: Responder, message: str, reference: str, told: str
) -> None:
    answer = ask(responder, message)

    assert cited(answer)[:1] == [reference]
    assert ("no menciona" in said(answer)) is bool(told)
    assert told in said(answer)


@pytest.mark.parametrize(
    "message",
    [
        pytest.param("¿Cuánto dio el Banco Mundial para el estudio y quién lo dirige?", id="a pronoun"),
        pytest.param("how much did the World Bank give for the study, and who leads it?", id="in English"),
    ],
)
def test_what_asks_more_of_the_same_is_answered_by_one(
    tmp_path: Path, encoder: Encoder, message: str
) -> None:
    act = make_act(
        ("C1", "Agradecer al Banco Mundial los USD 60,000 para el estudio, que dirige la doctora Ana Ruiz."),
        ("C2", "Designar a Belice para que dirija la red de puntos focales de estadística."),
        ("C3", "Aprobar el presupuesto de la Secretaría Técnica por USD 310,000."),
    )
    responder = respond_from(tmp_path, act, encoder=encoder)

    assert cited(ask(responder, message)) == ["C1"]


@pytest.mark.parametrize(
    "message",
    [
        pytest.param("cuanto dura el taller de desastres y quien lo organiza", id="careless"),
        pytest.param("how long is the disaster workshop and who organizes it", id="in English"),
    ],
)
def test_all_that_is_asked_of_one_provision_is_told(responder: Responder, message: str) -> None:
    (finding,) = ask(responder, message).findings

    assert str(finding.citation.reference) == "C26"
    assert Fact.TIME in finding.opening
    assert any("Costa Rica" in str(line) for line in finding.opening)


@pytest.mark.parametrize(
    "before",
    ["hasta cuando hay q mandar observaciones al manual", "¿cuántos días hay para enviar observaciones?"],
)
@pytest.mark.parametrize("question", ["quien hace el manual", "¿quién es responsable del manual?"])
def test_what_a_follow_up_names_tells_which_clause_is_meant(
    tmp_path: Path, before: str, question: str
) -> None:
    act = act_of(
        """REUNIÓN DEL GRUPO REGIONAL DE CONSULTA SOBRE MIGRACIÓN (GRCM)
Tela, Honduras, 8 y 9 de mayo de 2008

CONCLUSIONES

1. La Secretaría Técnica preparará un manual de entrevista y lo circulará el 20 de junio de 2008. \
Los Países Miembros dispondrán de quince días hábiles para enviar observaciones.
"""
    )

    assert ask(respond_from(tmp_path, act), before, question).findings[0].responsible == ("ST",)
