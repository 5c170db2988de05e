"""Answers with findings, and replies that no act answers."""

import pytest

from knowledge.citing.replies import answered, courteous, known_acts, lacks, nothing, other_meeting
from knowledge.search.sources import Sources
from knowledge.stores.documents import Document
from knowledge.understanding.intents import REFUSED, Intent
from knowledge.values.answers import Citation, Finding, Outcome
from knowledge.values.notices import notice
from knowledge.values.questions import QuestionKind
from knowledge.values.references import Reference
from tests.support.answers import read_question
from tests.support.builders import make_meeting

ASKED = "¿qué talleres hay?"
MEETING = make_meeting()
ACT = Document(slug="crm", source="acta.txt", sha256="", language="es", meeting=MEETING)
NAMELESS = ACT.model_copy(update={"meeting": make_meeting(city=None)})


@pytest.mark.parametrize("intent", Intent)
def test_every_intent_has_its_reply(sources: Sources, intent: Intent) -> None:
    answer = courteous(read_question(sources, "hola"), intent)

    assert answer.lead
    assert (answer.outcome is Outcome.NOTHING) is (intent in {*REFUSED, Intent.CONTACT})
    assert (answer.kind is QuestionKind.HELP) is (intent is Intent.HELP)


def test_an_answer_repeats_the_question_in_its_language(sources: Sources) -> None:
    question = read_question(sources, ASKED)
    finding = Finding(
        citation=Citation(document="crm", reference=Reference.parse("C1"), meeting=MEETING, language="es"),
        quote="Taller.",
        score=1.0,
    )
    answer = answered(question, iter([finding]), QuestionKind.LIST, iter([notice("así")]))

    assert (answer.question, answer.language, answer.outcome) == (ASKED, "es", Outcome.FOUND)
    assert answer.findings == (finding,)
    assert [*map(str, answer.lead)] == ["así"]


def test_what_no_act_answers_has_a_reason(sources: Sources) -> None:
    answer = nothing(read_question(sources, ASKED), other_meeting([ACT]))

    assert answer.outcome is Outcome.NOTHING
    assert str(answer.lead[0]) == "No tengo el acta de esa reunión."


@pytest.mark.parametrize(
    ("acts", "said"),
    [
        pytest.param([ACT], "Conozco el acta de la reunión del", id="one, by its name"),
        pytest.param([NAMELESS], "Conozco 1 acta.", id="one without a place"),
        pytest.param([ACT, NAMELESS], "Conozco 2 acta", id="several, counted"),
    ],
)
def test_the_acts_that_are_known_are_named_or_counted(acts: list[Document], said: str) -> None:
    assert str(known_acts(acts)).startswith(said)


@pytest.mark.parametrize(
    ("act", "said"),
    [
        pytest.param(ACT, "En el acta de San Salvador (2017) no consta.", id="by its place"),
        pytest.param(NAMELESS, "En el acta «crm» no consta.", id="by its name"),
    ],
)
def test_a_meeting_lacks_what_is_asked(act: Document, said: str) -> None:
    assert str(lacks(act)) == said
