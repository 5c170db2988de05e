"""Golden questions: read with file and line named, added, and asked."""

from pathlib import Path

import pytest

from knowledge.loading.golden import (
    GoldenQuestion,
    add_golden,
    load_golden,
    unanswered,
)
from knowledge.values.answers import Answer, Citation, Finding, Outcome
from knowledge.values.errors import FaultyData
from knowledge.values.questions import QuestionKind
from knowledge.values.references import Reference
from tests.support.builders import make_meeting

PASSPORT = GoldenQuestion(
    text='¿Cuándo es el "taller"?', document="crm-2016", reference=Reference.parse("C24")
)
PAYING = GoldenQuestion(text="¿Quién paga?", document="crm-2016", reference=Reference.parse("C1.a"))


def answer_citing(document: str, reference: str, outcome: Outcome = Outcome.FOUND) -> Answer:
    citation = Citation(
        document=document, reference=Reference.parse(reference), meeting=make_meeting(), language="es"
    )
    finding = Finding(citation=citation, quote="Pagar.", score=1.0)
    return Answer(
        question="¿Quién paga?",
        language="es",
        outcome=outcome,
        kind=QuestionKind.LOOKUP,
        findings=(finding,),
    )


def test_no_file_is_no_question(tmp_path: Path) -> None:
    assert load_golden(tmp_path / "golden.yaml") == ()


def test_what_was_added_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "golden.yaml"
    moved = PAYING.model_copy(update={"reference": Reference.parse("C2")})
    for question in (PASSPORT, PAYING, moved):
        add_golden(path, question)
    assert load_golden(path) == (PASSPORT, moved)
    assert [each.name for each in tmp_path.iterdir()] == ["golden.yaml"]


def test_a_question_of_the_secretariat_wins_over_the_forum_s(tmp_path: Path) -> None:
    forum, own = tmp_path / "forum.yaml", tmp_path / "golden.yaml"
    add_golden(forum, PAYING)
    moved = PAYING.model_copy(update={"document": "crm-2017"})
    add_golden(own, moved)
    assert load_golden(forum, own) == (moved,)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        pytest.param(
            "- text: ¿Quién?\n  document: crm-2016\n  reference: 16a\n",
            "golden.yaml, línea 3: «16a» no es una referencia, como C16.a o R2",
            id="no reference",
        ),
        pytest.param("- text: ¿Quién?\n", "golden.yaml, línea 1: falta «document»", id="no act"),
        pytest.param(
            "- text: ' '\n  document: crm-2016\n  reference: C1\n",
            "golden.yaml, línea 1: la pregunta está vacía",
            id="no words",
        ),
        pytest.param(
            "- text: ¿Quién?\n  document: a\n  reference: C1\n  page: 3\n",
            "golden.yaml, línea 4: «page» no se conoce aquí",
            id="another field",
        ),
        pytest.param(
            "¿Quién?",
            "golden.yaml, línea 1: se esperan líneas «clave: valor» o «- elemento»",
            id="no list",
        ),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, written: str, said: str) -> None:
    path = tmp_path / "golden.yaml"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(FaultyData) as refusal:
        load_golden(path)
    assert str(refusal.value) == said


def test_nothing_is_added_to_a_faulty_file(tmp_path: Path) -> None:
    path = tmp_path / "golden.yaml"
    path.write_text("- text: ¿Quién?\n", encoding="utf-8")
    with pytest.raises(FaultyData):
        add_golden(path, PAYING)
    assert path.read_text(encoding="utf-8") == "- text: ¿Quién?\n"


@pytest.mark.parametrize(
    ("answer", "left"),
    [
        pytest.param(answer_citing("crm-2016", "C1.a"), (), id="cited"),
        pytest.param(answer_citing("crm-2016", "C1"), (PAYING,), id="another provision"),
        pytest.param(answer_citing("crm-2017", "C1.a"), (PAYING,), id="another act"),
        pytest.param(answer_citing("crm-2016", "C1.a", Outcome.AMBIGUOUS), (PAYING,), id="only offered"),
    ],
)
def test_a_question_is_answered_by_what_cites_its_provision(
    answer: Answer, left: tuple[GoldenQuestion, ...]
) -> None:
    assert unanswered([PAYING], lambda *_: answer) == left


def test_a_question_of_which_a_newer_act_says_the_same_is_asked_of_its_own() -> None:
    own, newer = answer_citing("crm-2016", "C1.a"), answer_citing("crm-2017", "C3")

    def ask(_: str, act: str | None) -> Answer:
        return own if act == "crm-2016" else newer

    assert unanswered([PAYING], ask) == ()
    assert unanswered([PAYING], lambda *_: newer) == (PAYING,)
