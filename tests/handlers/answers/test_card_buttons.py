"""The buttons under several provisions tell them apart, of one act or of several."""

from datetime import date

import pytest

from handlers.answers.card_buttons import answer_buttons
from handlers.catalogue import load_catalogues
from knowledge.language.datafiles import BUILT_IN
from knowledge.values.answers import Answer, Citation, Finding, Outcome, Surroundings
from knowledge.values.questions import QuestionKind
from knowledge.values.references import Reference
from tests.support.builders import make_meeting


def found(document: str, reference: str, year: int) -> Finding:
    meeting = make_meeting(start=date(year, 5, 1), end=date(year, 5, 2))
    cited = Citation(document=document, reference=Reference.parse(reference), meeting=meeting, language="es")
    return Finding(citation=cited, quote="Pagar.", score=1.0)


def test_what_took_a_provision_up_again_is_a_button_before_the_others() -> None:
    shown, later, older = (
        found(document, "C1", year) for document, year in (("a", 2018), ("b", 2022), ("c", 2011))
    )
    answer = Answer(
        question="",
        language="es",
        outcome=Outcome.FOUND,
        kind=QuestionKind.TOPIC,
        findings=(shown,),
        also=(older.citation,),
        later=later.citation,
    )
    rows = answer_buttons(answer, Surroundings(), load_catalogues(BUILT_IN)["es"], several_acts=True)
    assert ["2022", "2011"] in [[button.label for button in row] for row in rows]


@pytest.mark.parametrize(
    ("kind", "findings", "labels"),
    [
        pytest.param(
            QuestionKind.MEETING,
            (found("a", "R1", 2018), found("a", "R2", 2018)),
            ["Recomendación 1 · 2018", "Recomendación 2 · 2018"],
            id="all that one meeting recommended",
        ),
        pytest.param(
            QuestionKind.MEETING,
            (found("a", "ENC", 2018), found("b", "ENC", 2019)),
            ["GRCM, San Salvador, 1–2 may 2018", "GRCM, San Salvador, 1–2 may 2019"],
            id="several meetings",
        ),
        pytest.param(
            QuestionKind.TOPIC,
            (found("a", "C1", 2018), found("b", "C1", 2019)),
            ["Conclusión 1 · 2018", "Conclusión 1 · 2019"],
            id="provisions of several acts",
        ),
    ],
)
def test_no_two_buttons_are_called_alike(
    kind: QuestionKind, findings: tuple[Finding, ...], labels: list[str]
) -> None:
    answer = Answer(question="", language="es", outcome=Outcome.FOUND, kind=kind, findings=findings)
    rows = answer_buttons(answer, Surroundings(), load_catalogues(BUILT_IN)["es"], several_acts=True)
    assert [button.label for row in rows for button in row] == labels
