"""What deals with a topic stands in the order asked for, and what only may is told apart."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.answering.dealt_lists import MAX_SHOWN, DealtLister
from knowledge.answering.responder import Responder
from knowledge.ranking.candidates import Candidate
from knowledge.ranking.relevance import Relevant
from knowledge.understanding.across import Across
from knowledge.understanding.question import Question
from knowledge.values.answers import Answer, Outcome
from tests.support.answers import respond_from
from tests.support.builders import make_act, make_meeting

YEARS = range(2001, 2001 + MAX_SHOWN + 2)
TODAY = date(2020, 1, 1)


@pytest.fixture
def responder(tmp_path: Path) -> Responder:
    """Open a base of more meetings than a list shows, each with one provision."""
    acts = (
        make_act(
            ("C1", f"Pagar la cuota de {year}."),
            slug=f"grcm-{year}",
            sha256=str(year),
            meeting=make_meeting(start=date(year, 6, 1), end=date(year, 6, 1)),
        )
        for year in YEARS
    )
    return respond_from(tmp_path, *acts)


@pytest.fixture
def lister(responder: Responder) -> DealtLister:
    return DealtLister(responder.order.index, responder.order.findings, responder.lists.entries)


@pytest.fixture
def topic(responder: Responder) -> Question:
    return responder.turn("las cuotas", today=TODAY, language="es").question


def found(*years: int, sure: bool = True) -> list[Relevant]:
    return [Relevant(Candidate(YEARS.index(year), 0, {}, (), 0.0), is_sure=sure) for year in years]


def shown(answer: Answer) -> list[int]:
    return [int(each.citation.document.removeprefix("grcm-")) for each in answer.findings]


@pytest.mark.parametrize(
    ("across", "first", "last"),
    [
        pytest.param(Across.MEETINGS, 2010, 2003, id="newest first"),
        pytest.param(Across.TIMELINE, 2003, 2010, id="as it went on"),
        pytest.param(Across.FIRST, 2001, 2008, id="from its beginning"),
        pytest.param(Across.ENDS, 2001, 2004, id="the first, and then the newest"),
    ],
)
def test_a_list_begins_with_what_is_asked_for(
    lister: DealtLister, topic: Question, across: Across, first: int, last: int
) -> None:
    years = shown(lister.listed(across, topic, found(*YEARS)))
    assert (len(years), years[0], years[-1]) == (MAX_SHOWN, first, last)


def test_what_may_be_meant_stands_below_what_is(lister: DealtLister, topic: Question) -> None:
    answer = lister.listed(Across.MEETINGS, topic, [*found(2009, sure=False), *found(2004, 2006)])
    assert [str(each.heading) for each in answer.findings] == ["2006", "2004", "Quizá también"]


def test_what_is_nowhere_sure_is_asked_back(lister: DealtLister, topic: Question) -> None:
    answer = lister.asked_back(topic, found(2004, 2006, sure=False))
    assert (answer.outcome, shown(answer)) == (Outcome.AMBIGUOUS, [2006, 2004])


@pytest.mark.parametrize(
    ("doubtful", "years"),
    [
        pytest.param(True, [2008, 2006, 2009], id="with what may be meant"),
        pytest.param(False, [2008, 2006], id="without"),
    ],
)
def test_a_fact_is_told_before_what_else_deals_with_it(
    responder: Responder, lister: DealtLister, topic: Question, years: list[int], *, doubtful: bool
) -> None:
    told, _ = responder.ask("conclusión 1 de 2008", today=TODAY, language="es")
    others = [*found(2006, 2008), *found(2009, sure=False)]
    answer = lister.beside(told, topic, others, of_fact=True, doubtful=doubtful)
    assert shown(answer) == years
    assert not any(each.heading for each in answer.findings)


def test_an_answer_that_nothing_stands_beside_stays_as_it_is(
    responder: Responder, lister: DealtLister, topic: Question
) -> None:
    told, _ = responder.ask("conclusión 1 de 2008", today=TODAY, language="es")
    assert lister.beside(told, topic, found(2008), of_fact=False, doubtful=True) == told
