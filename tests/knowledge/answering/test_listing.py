"""Questions that several provisions answer together, and questions that only sound like it."""

from collections.abc import Callable
from datetime import date

import pytest

from knowledge.answering.listing import Lister
from knowledge.citing.findings import FindingWriter
from knowledge.lists.requested import RequestedLists
from knowledge.search.sources import Sources
from knowledge.values.acts import Deadline, EventStatus, Precision, Role
from knowledge.values.answers import Answer, Outcome
from tests.support.answers import TODAY, cited, open_sources, read_question, said
from tests.support.builders import make_act, make_commitment, make_event

JULY, AUGUST = date(2017, 7, 15), date(2017, 8, 20)
PARAGRAPHS = (
    ("C1", "México propone realizar un taller sobre pasaportes el 15 de julio."),
    ("C2", "Agradecer a Honduras por el seminario."),
    ("C3", "Que la OIM remita el informe a más tardar el 15 de julio."),
    ("C4", "Que Honduras celebre un taller sobre niñez el 20 de agosto."),
    ("C5", "Que Honduras pague su cuota a más tardar el 20 de agosto."),
)


def due(day: date) -> Deadline:
    return Deadline(text="a más tardar", end=day, precision=Precision.DAY)


def on(day: date) -> dict[str, object]:
    return {"start": day, "end": day, "precision": Precision.DAY, "status": EventStatus.SCHEDULED}


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    act = make_act(*PARAGRAPHS)
    roles = {"C1": {"México": Role.PROPOSER}, "C2": {"Honduras": Role.THANKED}}
    provisions = tuple(
        each.model_copy(update={"parties": roles.get(str(each.reference), {})}) for each in act.provisions
    )
    act = act.model_copy(
        update={
            "provisions": provisions,
            "commitments": (
                make_commitment(act, "C3", responsible=("OIM",), deadline=due(JULY)),
                make_commitment(act, "C5", responsible=("Honduras",), deadline=due(AUGUST)),
            ),
            "events": (
                make_event("C1", name="taller", **on(JULY)),
                make_event("C4", name="taller", **on(AUGUST)),
            ),
        }
    )
    return open_sources(tmp_path_factory.mktemp("listing"), act)


@pytest.fixture(scope="module")
def lister(sources: Sources) -> Lister:
    return Lister(sources, FindingWriter(sources.store, sources.index), RequestedLists(sources))


@pytest.mark.parametrize(
    ("question", "references", "lead"),
    [
        pytest.param("¿qué propuso México?", ["C1"], "Solicitudes y propuestas de", id="in a role"),
        pytest.param("¿qué se le agradece a Honduras?", ["C2"], "Agradecimientos a:", id="is thanked for"),
        pytest.param("what did Mexico propose?", ["C1"], "Solicitudes y propuestas de", id="in English"),
    ],
)
def test_what_a_party_does_is_listed(
    sources: Sources, lister: Lister, question: str, references: list[str], lead: str
) -> None:
    answer = lister.list_party(read_question(sources, question), None)

    assert answer is not None
    assert cited(answer) == references
    assert lead in said(answer)


def test_who_never_asked_for_anything_is_said_so(sources: Sources, lister: Lister) -> None:
    answer = lister.list_party(read_question(sources, "¿qué propuso Belice?"), None)

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
def test_what_asks_more_of_a_party_is_no_list(sources: Sources, lister: Lister, question: str) -> None:
    assert lister.list_party(read_question(sources, question), None) is None


List = Callable[[Lister, Sources, str], Answer | None]


def duties(lister: Lister, sources: Sources, text: str) -> Answer | None:
    return lister.list_duties(read_question(sources, text), None, TODAY)


def events(lister: Lister, sources: Sources, text: str) -> Answer | None:
    return lister.list_events(read_question(sources, text), None, TODAY)


def deadlines(lister: Lister, sources: Sources, text: str) -> Answer | None:
    return lister.list_deadlines(read_question(sources, text), None, TODAY)


@pytest.mark.parametrize(
    ("listed", "question", "references"),
    [
        pytest.param(duties, "¿qué tiene que hacer la OIM?", ["C3"], id="duties"),
        pytest.param(duties, "¿qué tiene que hacer Honduras en agosto?", ["C5"], id="duties of a month"),
        pytest.param(events, "¿qué talleres hay?", ["C1", "C4"], id="events of a sort"),
        pytest.param(events, "¿qué talleres hay en agosto?", ["C4"], id="events of a month"),
        pytest.param(events, "¿cuándo es el próximo taller?", ["C1"], id="the soonest"),
        pytest.param(deadlines, "¿qué plazos hay?", ["C3", "C5"], id="deadlines"),
        pytest.param(deadlines, "¿qué vence en agosto?", ["C5"], id="deadlines of a month"),
    ],
)
def test_what_belongs_together_is_listed(
    sources: Sources, lister: Lister, listed: List, question: str, references: list[str]
) -> None:
    answer = listed(lister, sources, question)

    assert answer is not None
    assert cited(answer) == references


@pytest.mark.parametrize(
    ("listed", "question"),
    [
        pytest.param(duties, "¿qué tiene que hacer la OIM con el informe?", id="a duty in particular"),
        pytest.param(duties, "¿quién tiene que pagar?", id="duties of nobody"),
        pytest.param(events, "¿quién organiza el taller?", id="who holds an event"),
        pytest.param(events, "¿qué talleres hay sobre pasaportes?", id="an event in particular"),
        pytest.param(events, "¿qué videoconferencias hay?", id="a sort that there is none of"),
        pytest.param(deadlines, "¿cuándo vence el informe?", id="a deadline in particular"),
        pytest.param(deadlines, "¿qué informes hay?", id="no deadline"),
    ],
)
def test_what_is_asked_in_particular_is_no_list(
    sources: Sources, lister: Lister, listed: List, question: str
) -> None:
    assert listed(lister, sources, question) is None


def test_which_of_several_is_asked_back(sources: Sources, lister: Lister) -> None:
    answer = events(lister, sources, "¿cuándo es el taller?")

    assert answer is not None
    assert answer.outcome is Outcome.AMBIGUOUS
    assert cited(answer) == ["C1", "C4"]
