"""What questions ask for, held against provisions that may not tell it."""

import pytest

from knowledge.ranking.objections import Check
from knowledge.ranking.untold import UntoldChecker
from knowledge.ranking.views import ViewReader
from knowledge.search.sources import Sources
from knowledge.values.references import Reference
from tests.support.answers import open_sources, read_question
from tests.support.builders import make_act


def untold(sources: Sources, text: str, reference: str) -> list[tuple[Check, str]]:
    """List what a provision doesn't tell, and the sentence that says so."""
    number = sources.index.number_of(sources.documents[0].slug, Reference.parse(reference))
    assert number is not None
    found = UntoldChecker(sources).objections(read_question(sources, text), ViewReader(sources).of(number))
    return [(each.check, str(each.notice)) for each in found]


@pytest.mark.parametrize(
    ("question", "reference", "check", "sentence"),
    [
        pytest.param("¿cuándo se capacitó?", "C3", Check.TIME, "C3 no indica la fecha.", id="a date"),
        pytest.param("¿hasta cuándo se paga?", "C4.a", Check.TIME, "C4.a no fija un plazo.", id="a deadline"),
        pytest.param("¿dónde se paga?", "C4.a", Check.PLACE, "C4.a no indica el lugar.", id="a place"),
        pytest.param("¿cuántas cuotas?", "C4.a", Check.COUNT, "C4.a no indica la cantidad.", id="a number"),
        pytest.param(
            "¿quién es el coordinador?", "C1", Check.PERSON, "C1 no nombra a la persona.", id="a person"
        ),
        pytest.param(
            "¿quién financia la capacitación?",
            "C3",
            Check.DOER,
            "C3 no indica quién lo financia.",
            id="a payer",
        ),
        pytest.param("¿por qué se aplazó?", "C6", Check.REASON, "C6 no indica el motivo.", id="a reason"),
    ],
)
def test_what_isnt_told_is_said(
    sources: Sources, question: str, reference: str, check: Check, sentence: str
) -> None:
    assert (check, sentence) in untold(sources, question, reference)


@pytest.mark.parametrize(
    ("question", "reference"),
    [
        pytest.param("¿cuándo es el taller?", "C2", id="a date"),
        pytest.param("¿hasta cuándo se envía el informe?", "C1", id="a deadline"),
        pytest.param("¿dónde es el taller?", "C2", id="a place"),
        pytest.param("¿cuántos funcionarios?", "C3", id="a number in words"),
        pytest.param("¿cuánto costará?", "C6", id="an amount"),
        pytest.param("¿quién es el coordinador?", "C5", id="a person"),
        pytest.param("¿quién financia el taller?", "C2", id="a payer"),
        pytest.param("¿por qué se hace el taller?", "C2", id="a purpose"),
        pytest.param("el taller de pasaportes", "C6", id="nothing is asked for"),
    ],
)
def test_what_is_told_is_no_objection(sources: Sources, question: str, reference: str) -> None:
    assert untold(sources, question, reference) == []


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        pytest.param("Aplazar el taller debido a la lluvia.", True, id="a cause"),
        pytest.param("Aplazar el taller para mejorar la agenda.", True, id="a purpose"),
        pytest.param("Aplazar el taller en virtud de la norma.", True, id="a rule"),
        pytest.param("Postpone the workshop because of the rain.", True, id="in English"),
        pytest.param("Aplazar el taller para junio.", False, id="a day after «para»"),
        pytest.param("Aplazar el taller.", False, id="none"),
    ],
)
def test_words_of_cause_and_purpose_tell_why(
    tmp_path_factory: pytest.TempPathFactory, text: str, *, tells: bool
) -> None:
    sources = open_sources(tmp_path_factory.mktemp("why"), make_act(("C1", text)))

    assert (untold(sources, "¿por qué se aplazó el taller?", "C1") == []) is tells
