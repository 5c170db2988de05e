"""What people say before a question."""

import pytest

from knowledge.answering.prefaces import before_afterthought, behind_preface


@pytest.mark.parametrize(
    ("text", "question"),
    [
        pytest.param("no me acuerdo, ¿cuándo es?", "¿cuándo es?", id="a comma"),
        pytest.param("Sorry. When is it?", "When is it?", id="a sentence"),
        pytest.param("¿cuándo es el taller de pasaportes?", None, id="none"),
        pytest.param("En la conclusión sobre el taller, ¿quién paga?", None, id="too long to be one"),
        pytest.param("hola,", None, id="nothing behind it"),
        pytest.param("… ,, ¿cuándo?", None, id="no words"),
        pytest.param("1.5 millones", None, id="a number"),
    ],
)
def test_a_question_is_told_from_its_preface(text: str, question: str | None) -> None:
    assert behind_preface(text) == question


@pytest.mark.parametrize(
    ("text", "question"),
    [
        pytest.param("¿quién paga? me lo preguntan", "¿quién paga?", id="a sentence behind it"),
        pytest.param("¿quién paga?", None, id="none"),
        pytest.param("¿quién paga? ¿y cuándo?", None, id="two questions"),
        pytest.param("? nada", None, id="no question"),
    ],
)
def test_a_question_is_told_from_its_afterthought(text: str, question: str | None) -> None:
    assert before_afterthought(text) == question
