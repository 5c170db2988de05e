"""Events and deadlines that are listed, and questions that only sound like it."""

from collections.abc import Callable

import pytest

from knowledge.answering.dated_lists import DatedLists
from knowledge.citing.findings import FindingWriter
from knowledge.lists.requested import RequestedLists
from knowledge.search.sources import Sources
from knowledge.values.answers import Answer, Outcome
from tests.support.answers import TODAY, cited, open_sources, read_question
from tests.support.listed_acts import make_listed_act


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    return open_sources(tmp_path_factory.mktemp("listing"), make_listed_act())


@pytest.fixture(scope="module")
def lists(sources: Sources) -> DatedLists:
    return DatedLists(sources, FindingWriter(sources.store, sources.index), RequestedLists(sources))


List = Callable[[DatedLists, Sources, str], Answer | None]


def events(lists: DatedLists, sources: Sources, text: str) -> Answer | None:
    return lists.events(read_question(sources, text), None, TODAY)


def deadlines(lists: DatedLists, sources: Sources, text: str) -> Answer | None:
    return lists.deadlines(read_question(sources, text), None, TODAY)


@pytest.mark.parametrize(
    ("listed", "question", "references"),
    [
        pytest.param(events, "¿qué talleres hay?", ["C1", "C4"], id="events of a sort"),
        pytest.param(events, "¿qué talleres hay en agosto?", ["C4"], id="events of a month"),
        pytest.param(events, "¿cuándo es el próximo taller?", ["C1"], id="the soonest"),
        pytest.param(deadlines, "¿qué plazos hay?", ["C3", "C5"], id="deadlines"),
        pytest.param(deadlines, "¿qué vence en agosto?", ["C5"], id="deadlines of a month"),
    ],
)
def test_what_belongs_together_is_listed(
    sources: Sources, lists: DatedLists, listed: List, question: str, references: list[str]
) -> None:
    answer = listed(lists, sources, question)

    assert answer is not None
    assert cited(answer) == references


@pytest.mark.parametrize(
    ("listed", "question"),
    [
        pytest.param(events, "¿quién organiza el taller?", id="who holds an event"),
        pytest.param(events, "¿qué talleres hay sobre pasaportes?", id="an event in particular"),
        pytest.param(events, "¿qué videoconferencias hay?", id="a sort that there is none of"),
        pytest.param(deadlines, "¿cuándo vence el informe?", id="a deadline in particular"),
        pytest.param(deadlines, "¿qué informes hay?", id="no deadline"),
    ],
)
def test_what_is_asked_in_particular_is_no_list(
    sources: Sources, lists: DatedLists, listed: List, question: str
) -> None:
    assert listed(lists, sources, question) is None


def test_which_of_several_is_asked_back(sources: Sources, lists: DatedLists) -> None:
    answer = events(lists, sources, "¿cuándo es el taller?")

    assert answer is not None
    assert answer.outcome is Outcome.AMBIGUOUS
    assert cited(answer) == ["C1", "C4"]
