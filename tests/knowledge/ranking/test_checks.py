"""Named things bind: what questions name or ask for, held against one provision."""

from pathlib import Path

import pytest

from knowledge.ranking.checks import Checker
from knowledge.ranking.objections import Check
from knowledge.ranking.views import ViewReader
from knowledge.reading.duties.findings import act_finder
from knowledge.search.sources import Sources
from knowledge.values.references import Reference
from tests.support.answers import REGISTER, open_sources, read_question
from tests.support.builders import make_act, make_meeting


def checked(sources: Sources, text: str, reference: str) -> list[tuple[Check, str]]:
    """List what speaks against a provision, and the sentence that says so."""
    number = sources.index.number_of(sources.documents[0].slug, Reference.parse(reference))
    assert number is not None
    view = ViewReader(sources).of(number)
    objections = Checker(sources).objections(read_question(sources, text), view)
    return [(each.check, str(each.notice)) for each in objections]


@pytest.mark.parametrize(
    ("question", "reference", "check", "sentence"),
    [
        pytest.param("¿qué hará Panamá?", "C1", Check.PARTY, "C1 no menciona ('Panamá',).", id="a party"),
        pytest.param("¿pasaportes de Brasil?", "C2", Check.COUNTRY, "C2 no menciona Brasil.", id="a country"),
        pytest.param(
            "pasaportes de haiti", "C2", Check.COUNTRY, "C2 no menciona Haití.", id="one in a hurry"
        ),
        pytest.param(
            "¿el taller es en Tegucigalpa?", "C2", Check.CITY, "C2 no menciona Tegucigalpa.", id="a city"
        ),
        pytest.param("¿es el 20 de julio?", "C2", Check.DAY, "C2 no menciona 20 de julio.", id="a day"),
        pytest.param("los registros de 2009", "C4.b", Check.DAY, "C4.b no menciona 2009.", id="a year"),
        pytest.param("los 40 funcionarios", "C3", Check.NUMBER, "C3 no menciona 40.", id="a number"),
        pytest.param(
            "¿cuándo es la V reunión sobre pasaportes?",
            "C2",
            Check.NUMBER,
            "C2 no menciona V.",
            id="the number of a meeting, as it was typed",
        ),
        pytest.param("el informe de Zywicki", "C1", Check.NAME, "C1 no menciona Zywicki.", id="a name"),
        pytest.param(
            "el informe de Choluteca",
            "C1",
            Check.ELSEWHERE,
            "C1 no menciona Choluteca.",
            id="a name that other provisions have",
        ),
        pytest.param(
            "¿qué debe enviar la ST?",
            "C1",
            Check.ROLE,
            "C1 menciona ('ST',), pero no dice eso.",
            id="a party that others do something for",
        ),
        pytest.param(
            "¿se CANCELÓ el taller?", "C2", Check.DEED, "C2 no dice nada de «CANCELÓ».", id="a deed"
        ),
        pytest.param("¿cuándo se aplazó el taller?", "C6", Check.TIME, "C6 no indica la fecha.", id="a date"),
        pytest.param(
            "¿hasta cuándo se pagan las cuotas?",
            "C4.a",
            Check.TIME,
            "C4.a no fija un plazo.",
            id="a deadline",
        ),
        pytest.param(
            "¿dónde se aplazó el taller?", "C6", Check.PLACE, "C6 no indica el lugar.", id="a place"
        ),
        pytest.param(
            "¿cuántos funcionarios van?", "C2", Check.COUNT, "C2 no indica la cantidad.", id="how many"
        ),
        pytest.param(
            "¿cuánto cuesta el taller?", "C2", Check.COUNT, "C2 no indica la cantidad.", id="how much"
        ),
        pytest.param(
            "¿quién es el coordinador?", "C2", Check.PERSON, "C2 no nombra a la persona.", id="a person"
        ),
        pytest.param(
            "¿quién financia el taller?", "C6", Check.DOER, "C6 no indica quién lo financia.", id="who pays"
        ),
        pytest.param(
            "¿por qué se aplazó el taller?", "C6", Check.REASON, "C6 no indica el motivo.", id="a reason"
        ),
    ],
)
def test_what_a_provision_lacks_is_an_objection(
    sources: Sources, question: str, reference: str, check: Check, sentence: str
) -> None:
    assert (check, sentence) in checked(sources, question, reference)


@pytest.mark.parametrize(
    ("question", "reference"),
    [
        pytest.param("¿cuándo envía Canadá el informe?", "C1", id="its party and date"),
        pytest.param("¿Panamá paga sus cuotas?", "C4.a", id="one of all members"),
        pytest.param("¿qué debe enviar Canadá a la ST?", "C1", id="a party beside the one that acts"),
        pytest.param("¿el taller es en Choluteca?", "C2", id="its city"),
        pytest.param("el taller en Tela", "C2", id="the city of the meeting"),
        pytest.param("the workshop in Honduras", "C2", id="its country"),
        pytest.param("¿es el 18 de junio?", "C2", id="its last day"),
        pytest.param("¿es en junio?", "C2", id="its month"),
        pytest.param("¿se acordó el 6 de mayo?", "C2", id="the day of the meeting"),
        pytest.param("los 15 funcionarios", "C3", id="a number in words"),
        pytest.param("el cuarto taller de pasaportes", "C2", id="its number in a row"),
        pytest.param("¿lo presentó Peres?", "C5", id="a name in another spelling"),
        pytest.param("¿cuánto costará el taller?", "C6", id="an amount"),
        pytest.param("¿cuántos funcionarios fueron?", "C3", id="how many"),
        pytest.param("¿quién es el coordinador?", "C5", id="a person"),
        pytest.param("¿quién financia el taller?", "C2", id="who pays"),
        pytest.param("¿para qué es el taller?", "C2", id="what for"),
        pytest.param("¿hasta cuándo se envía el informe?", "C1", id="a deadline"),
    ],
)
def test_what_a_provision_has_is_none(sources: Sources, question: str, reference: str) -> None:
    assert checked(sources, question, reference) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Realizar en Tela un taller sobre visas; la OIM sufragará los boletos.", id="in a clause"
        ),
        pytest.param(
            "Realizar en Tela un taller sobre visas, con boletos pagados por la OIM.", id="by the way"
        ),
        pytest.param("Realizar en Tela un taller sobre visas con apoyo de la OIM.", id="as support"),
    ],
)
def test_who_pays_may_be_told_by_the_way(tmp_path: Path, text: str) -> None:
    act = act_finder(REGISTER).fill(make_act(("C1", text), meeting=make_meeting()))

    assert checked(open_sources(tmp_path, act), "¿quién paga el taller?", "C1") == []


@pytest.mark.parametrize(
    ("text", "question"),
    [
        pytest.param(
            "Agradecer a Canadá la donación de 60 computadoras.",
            "¿cuántas computadoras donó Canadá?",
            id="what a party is thanked for it did",
        ),
        pytest.param(
            "Publicar el comunicado el lunes 13 de julio a las 10:00 a.m.",
            "¿a qué hora se publica el comunicado?",
            id="a clock tells the hour",
        ),
    ],
)
def test_what_is_said_in_other_words_is_no_objection(tmp_path: Path, text: str, question: str) -> None:
    act = act_finder(REGISTER).fill(make_act(("C1", text), meeting=make_meeting()))

    assert checked(open_sources(tmp_path, act), question, "C1") == []


NEXT = "¿dónde es la próxima reunión?"


@pytest.mark.parametrize(
    ("question", "reference", "objections"),
    [
        pytest.param(NEXT, "ENC", [Check.NEXT, Check.PLACE], id="the meeting itself is not the next"),
        pytest.param(NEXT, "C1", [Check.NEXT, Check.PLACE], id="another matter"),
        pytest.param(NEXT, "C2", [], id="the number after its own"),
        pytest.param("la sede de la siguiente", "C1", [Check.NEXT], id="the host of the next"),
        pytest.param("¿dónde es la reunión?", "ENC", [Check.PLACE], id="any meeting"),
    ],
)
def test_the_next_meeting_is_the_one_after_in_the_row(
    tmp_path: Path, question: str, reference: str, objections: list[Check]
) -> None:
    act = make_act(
        ("ENC", "XL Reunión del Grupo Regional de Consulta sobre Migración"),
        ("C1", "Agradecer el informe de la reunión de enlace."),
        ("C2", "Celebrar la Cuadragésima Primera Reunión en Tela, Honduras, el 3 de mayo de 2018."),
        meeting=make_meeting(title="XL Reunión del Grupo Regional de Consulta sobre Migración"),
    )
    found = checked(open_sources(tmp_path, act), question, reference)
    assert [check for check, _ in found] == objections


def test_a_number_may_be_written_as_an_ordinal(tmp_path: Path) -> None:
    act = make_act(("C1", "Convocar la XIX Conferencia en Granada, Nicaragua."), meeting=make_meeting())

    assert checked(open_sources(tmp_path, act), "¿dónde es la conferencia, la diecinueve?", "C1") == []
