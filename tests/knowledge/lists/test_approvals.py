"""What awaits approval, where just that is asked."""

import pytest

from knowledge.citing.findings import FindingWriter
from knowledge.lists.approvals import ApprovalLister
from knowledge.search.sources import Sources
from knowledge.values.acts import Act, CommitmentKind
from tests.support.answers import cited, open_sources, read_question
from tests.support.builders import make_act, make_commitment, make_meeting

PARAGRAPHS = (
    ("C1", "Circular el plan de trabajo para su aprobación."),
    ("C2", "Que la ST remita el informe."),
    ("C3", "Aprobar el glosario a más tardar en agosto."),
)


def act_of(year: int, *approved: str) -> Act:
    """Build an act of a year, in which some conclusions leave something to be approved."""
    meeting = make_meeting()
    assert meeting.start
    act = make_act(
        *PARAGRAPHS,
        slug=f"grcm-{year}",
        sha256=str(year),
        meeting=meeting.model_copy(update={"start": meeting.start.replace(year=year), "end": None}),
    )
    commitments = [make_commitment(act, reference, kind=CommitmentKind.APPROVAL) for reference in approved]
    return act.model_copy(update={"commitments": (*commitments, make_commitment(act, "C2"))})


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    acts = act_of(2015, "C3"), act_of(2016, "C1", "C3"), act_of(2017)
    return open_sources(tmp_path_factory.mktemp("approvals"), *acts)


def listed(sources: Sources, text: str, *, year: int | None = None) -> tuple[int, list[str]] | None:
    """Return the year and the references that are listed, or None."""
    lister = ApprovalLister(sources, FindingWriter(sources.store, sources.index))
    document = next((each for each in sources.documents if each.slug == f"grcm-{year}"), None)
    answer = lister.answer(read_question(sources, text), document)
    if answer is None:
        return None
    assert {opening.count for opening in answer.lead} == {len(answer.findings)}
    start = answer.findings[0].citation.meeting.start
    return (start.year if start else 0), cited(answer)


@pytest.mark.parametrize(
    ("question", "year", "found"),
    [
        pytest.param(
            "¿qué documentos faltan por aprobar?", None, (2016, ["C1", "C3"]), id="newest that has any"
        ),
        pytest.param("¿qué documentos faltan por aprobar?", 2015, (2015, ["C3"]), id="of a meeting"),
        pytest.param("¿qué documentos faltan por aprobar?", 2017, None, id="of a meeting that left none"),
        pytest.param("¿cuántos documentos hay que aprobar?", None, (2016, ["C1", "C3"]), id="how many"),
        pytest.param(
            "which documents are still to be approved?", None, (2016, ["C1", "C3"]), id="in English"
        ),
        pytest.param("¿qué documentos se aprobaron?", None, None, id="what was approved is another matter"),
        pytest.param("¿cuándo se aprueba el glosario?", None, None, id="of one document something else"),
        pytest.param("¿qué documentos aprobará México?", None, None, id="by a party"),
        pytest.param("¿aprobado?", None, None, id="about something said before"),
        pytest.param("¿qué documentos hay?", None, None, id="no word of approval"),
    ],
)
def test_only_what_is_to_be_approved_is_listed(
    sources: Sources, question: str, year: int | None, found: tuple[int, list[str]] | None
) -> None:
    assert listed(sources, question, year=year) == found
