"""Several questions in one message: which are answered apart."""

import pytest

from handlers.answers.several import MOST, apart, questions_in
from knowledge.values.answers import Answer, Citation, Finding, Outcome
from knowledge.values.questions import QuestionKind
from knowledge.values.references import Reference
from tests.support.builders import make_meeting


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        pytest.param("¿Quién paga?", [], id="one"),
        pytest.param("¿Quién paga? ¿Y cuándo vence?", ["¿Quién paga?", "¿Y cuándo vence?"], id="two"),
        pytest.param("¿Quién paga? ¿no?", [], id="one and a tag"),
        pytest.param("Buenos días. ¿Quién paga?", [], id="one and a greeting"),
        pytest.param("¿Es a? " * (MOST + 1), ["¿Es a?"] * MOST, id="too many"),
    ],
)
def test_questions_are_told_by_their_marks(text: str, questions: list[str]) -> None:
    assert questions_in(text) == questions


def answer(*references: str, outcome: Outcome = Outcome.FOUND) -> Answer:
    findings = tuple(
        Finding(
            citation=Citation(
                document="crm", reference=Reference.parse(each), meeting=make_meeting(), language="es"
            ),
            quote="Pagar.",
            score=1.0,
        )
        for each in references
    )
    kind = QuestionKind.TOPIC
    return Answer(question="", language="es", outcome=outcome, kind=kind, findings=findings)


NOTHING = answer(outcome=Outcome.NOTHING)
COURTESY = answer(outcome=Outcome.COURTESY)


@pytest.mark.parametrize(
    ("whole", "answers", "alone"),
    [
        pytest.param(answer("C1"), [answer("C1"), answer("C2")], ["a", "b"], id="the whole lacks one"),
        pytest.param(answer("C1", "C2"), [answer("C1"), answer("C2")], [], id="the whole has them all"),
        pytest.param(answer("C1"), [answer("C1"), NOTHING], [], id="one that nothing answers"),
        pytest.param(answer("C1"), [COURTESY, answer("C2")], [], id="only politeness besides"),
    ],
)
def test_each_is_answered_where_one_answer_lacks_any(
    whole: Answer, answers: list[Answer], alone: list[str]
) -> None:
    assert apart(whole, ["a", "b"], answers) == alone
