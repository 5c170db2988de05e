"""Grave deeds, which a provision has to say."""

from pathlib import Path

import pytest

from knowledge.answering.responder import Responder
from knowledge.language.datafiles import BUILT_IN
from knowledge.understanding.decisive import DecisiveWords
from knowledge.values.answers import Outcome
from knowledge.values.errors import FaultyData
from tests.support.answers import ask, cited, said


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("¿por qué renunció Luis Alonso Serrano Echeverría?", id="somebody left"),
        pytest.param("¿cuándo se canceló el taller de pasaportes?", id="an event called off"),
        pytest.param("why was the passport workshop postponed?", id="an event put off"),
        pytest.param("¿por qué expulsaron a Nicaragua de la CRM?", id="somebody thrown out"),
        pytest.param("why did the United States pull out of the Special Declaration?", id="leaving"),
        pytest.param("¿qué multa se acordó para los países que no pagan sus cuotas?", id="a fine"),
        pytest.param("¿por qué no se aprobó el plan estratégico?", id="what did happen, denied"),
        pytest.param("¿a qué hora empieza el taller de pasaportes?", id="the time of day"),
        pytest.param("¿qué país demandó a la OIM?", id="a lawsuit, where parties are listed"),
    ],
)
def test_what_no_provision_says_isnt_answered(responder: Responder, question: str) -> None:
    assert ask(responder, question).outcome is Outcome.NOTHING


def test_what_a_provision_doesnt_say_is_named_as_it_was_typed(responder: Responder) -> None:
    answer = ask(responder, "¿Cuándo se CANCELÓ el taller de pasaportes?")

    assert "no dice nada de «CANCELÓ»" in said(answer)


@pytest.mark.parametrize(
    ("question", "reference"),
    [
        pytest.param("¿por qué no asistieron Belice y Nicaragua?", "C25", id="an absence is a denial"),
        pytest.param("¿quién debe cancelar sus cuotas?", "C2.a", id="dues are cancelled by paying"),
        pytest.param("who would sign the trust pact?", "C18.b", id="another word for it"),
        pytest.param("¿qué países objetaron la cláusula de arbitraje?", "C20", id="a word for asking"),
    ],
)
def test_what_a_provision_says_in_other_words_is_answered(
    responder: Responder, question: str, reference: str
) -> None:
    assert cited(ask(responder, question))[0] == reference


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("El taller fue cancelado.", True, id="another form"),
        pytest.param("El taller se realizará en julio.", False, id="nothing of it"),
        pytest.param("Pagar las cuotas pendientes.", True, id="what may stand instead"),
    ],
)
def test_a_text_says_a_deed_in_any_form(text: str, *, says: bool) -> None:
    decisive = DecisiveWords.load(BUILT_IN.language)
    [cancelled] = decisive.find("¿cuándo se canceló?")

    assert decisive.says(text, cancelled) is says


def test_an_empty_variant_is_reported_with_its_line(tmp_path: Path) -> None:
    for name in ("verbs_es.txt", "verbs_en.txt"):
        (tmp_path / name).write_text((BUILT_IN.language / name).read_text("utf-8"), "utf-8")
    (tmp_path / "grave_deeds.txt").write_text("cancel: cancelar | call off\nvote: votar | | vote\n", "utf-8")

    with pytest.raises(FaultyData, match=r"grave_deeds\.txt, línea 2"):
        DecisiveWords.load(tmp_path)
