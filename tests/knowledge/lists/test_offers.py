"""What parties offered in the meetings of several years."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.answering.responder import Responder
from knowledge.values.acts import Act
from knowledge.values.answers import Outcome
from knowledge.values.base import Span
from knowledge.values.references import Reference
from knowledge.values.roles import Role
from knowledge.values.statements import Figure, Measure, Statement
from tests.support.answers import respond_from
from tests.support.builders import make_act, make_meeting

TODAY = date(2020, 1, 1)
MONEY = (Figure(text="5.000 dólares", measure=Measure.MONEY),)


def act_of(year: int, text: str, role: Role, *, figures: tuple[Figure, ...] = (), deed: str = "") -> Act:
    slug, day = f"grcm-{year}", date(year, 6, 1)
    act = make_act(
        ("ENC", "Se reunieron."),
        ("C1", text),
        slug=slug,
        sha256=slug,
        meeting=make_meeting(city="Managua", start=day, end=day),
    )
    quote = act.provisions[1].text
    said = Statement(
        reference=Reference.parse("C1"),
        role=role,
        deed=deed,
        agents=("Canadá",),
        figures=figures,
        quote=quote,
        span=Span(start=0, end=len(quote)),
    )
    return act.model_copy(update={"statements": (said,)})


@pytest.fixture(scope="module")
def responder(tmp_path_factory: pytest.TempPathFactory) -> Responder:
    return respond_from(
        Path(tmp_path_factory.mktemp("offers")),
        act_of(2006, "Canadá ofreció diez becas.", Role.OFFERER),
        act_of(2009, "Canadá donará mil vacunas.", Role.RESPONSIBLE, deed="donar"),
        act_of(2012, "Canadá comunicó un aporte de 5.000 dólares.", Role.DOER, figures=MONEY),
        act_of(2015, "Canadá presentó un estudio.", Role.DOER),
        act_of(2017, "Canadá pagará los pasajes.", Role.PAYER),
        act_of(2018, "Canadá enviará el informe.", Role.RESPONSIBLE),
        act_of(2019, "Canadá organizará un curso.", Role.ORGANIZER),
    )


@pytest.mark.parametrize(
    ("question", "found"),
    [
        pytest.param("¿Qué ofreció Canadá desde 2010?", [2019, 2017, 2012], id="since a year"),
        pytest.param(
            "¿Qué montos de dinero ha ofrecido Canadá?", [2019, 2017, 2012, 2009, 2006], id="how much"
        ),
        pytest.param("¿Qué ha ofrecido Canadá?", [2019, 2017, 2012, 2009, 2006], id="so far"),
        pytest.param("todo lo que ofreció Canadá", [2019, 2017, 2012, 2009, 2006], id="everything"),
        pytest.param("everything Canada was tasked with", [2018, 2017, 2012, 2009, 2006], id="all its tasks"),
        pytest.param("donaciones de Canadá", [2019, 2017, 2012, 2009, 2006], id="without a question"),
        pytest.param("what did Canada offer between 2005 and 2012?", [2012, 2009, 2006], id="between years"),
        pytest.param("¿Qué ha prometido Canadá desde 2007?", [2018, 2017, 2012, 2009], id="promised, too"),
        pytest.param("What has Canada promised since 2018?", [2018], id="promised, in English"),
    ],
)
def test_offers_of_several_meetings_are_listed(responder: Responder, question: str, found: list[int]) -> None:
    answer, _ = responder.ask(question, today=TODAY, language="es")
    assert answer.outcome is Outcome.FOUND
    told = [each for each in answer.findings if str(each.heading) != "Quizá también"]
    assert [each.citation.document for each in told] == [f"grcm-{year}" for year in found]
