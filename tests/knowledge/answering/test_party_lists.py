"""What a party does or has to do, and questions that only sound like it."""

import pytest

from knowledge.answering.party_lists import PartyLists
from knowledge.citing.findings import FindingWriter
from knowledge.lists.requested import RequestedLists
from knowledge.search.sources import Sources
from knowledge.values.answers import Outcome
from tests.support.answers import TODAY, cited, open_sources, read_question, said
from tests.support.listed_acts import make_listed_act


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    return open_sources(tmp_path_factory.mktemp("listing"), make_listed_act())


@pytest.fixture(scope="module")
def lists(sources: Sources) -> PartyLists:
    return PartyLists(sources, FindingWriter(sources.store, sources.index), RequestedLists(sources))


@pytest.mark.parametrize(
    ("question", "references", "lead"),
    [
        pytest.param("¿qué propuso México?", ["C1"], "Solicitudes y propuestas de", id="in a role"),
        pytest.param("¿qué se le agradece a Honduras?", ["C2"], "Agradecimientos a:", id="is thanked for"),
        pytest.param("what did Mexico propose?", ["C1"], "Solicitudes y propuestas de", id="in English"),
    ],
)
def test_what_a_party_does_is_listed(
    sources: Sources, lists: PartyLists, question: str, references: list[str], lead: str
) -> None:
    answer = lists.concerning(read_question(sources, question), None)

    assert answer is not None
    assert cited(answer) == references
    assert lead in said(answer)


def test_who_never_asked_for_anything_is_said_so(sources: Sources, lists: PartyLists) -> None:
    answer = lists.concerning(read_question(sources, "¿qué propuso Belice?"), None)

    assert answer is not None
    assert answer.outcome is Outcome.NOTHING
    assert "No consta ninguna solicitud" in said(answer)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("¿qué propuso México sobre niñez?", id="a topic besides"),
        pytest.param("¿cuándo propuso México?", id="something else is asked of it"),
        pytest.param("¿quién propuso el taller?", id="of no party"),
    ],
)
def test_what_asks_more_of_a_party_is_no_list(sources: Sources, lists: PartyLists, question: str) -> None:
    assert lists.concerning(read_question(sources, question), None) is None


@pytest.mark.parametrize(
    ("question", "references"),
    [
        pytest.param("¿qué tiene que hacer la OIM?", ["C3"], id="all"),
        pytest.param("¿qué tiene que hacer Honduras en agosto?", ["C5"], id="of a month"),
    ],
)
def test_duties_are_listed(sources: Sources, lists: PartyLists, question: str, references: list[str]) -> None:
    answer = lists.duties(read_question(sources, question), None, TODAY)

    assert answer is not None
    assert cited(answer) == references


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("¿qué tiene que hacer la OIM con el informe?", id="a duty in particular"),
        pytest.param("¿quién tiene que pagar?", id="duties of nobody"),
    ],
)
def test_a_duty_in_particular_is_no_list(sources: Sources, lists: PartyLists, question: str) -> None:
    assert lists.duties(read_question(sources, question), None, TODAY) is None
