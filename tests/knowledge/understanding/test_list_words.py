"""Messages that ask for a list without its command."""

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.folding import words
from knowledge.understanding.list_words import ListNamed, ListWords
from knowledge.values.questions import OverviewKind, Stage

LIST_WORDS = ListWords.load(BUILT_IN.language)


@pytest.mark.parametrize(
    ("message", "named"),
    [
        pytest.param(
            "Plazos de Managua",
            ListNamed(OverviewKind.DEADLINES, "de managua", is_first=True),
            id="deadlines",
        ),
        pytest.param(
            "¿Qué eventos hay?", ListNamed(OverviewKind.EVENTS, "que hay", is_first=False), id="within"
        ),
        pytest.param(
            "pendientes de la reunión de 2012",
            ListNamed(OverviewKind.PENDING, "de la reunion de 2012", is_first=True),
            id="the-meeting-limits-the-list",
        ),
        pytest.param("reunión Panamá", ListNamed(None, "panama", is_first=True), id="one-meeting"),
        pytest.param(
            "me mandas el acta de Managua",
            ListNamed(None, "me mandas el de managua", is_first=False, is_act=True),
            id="the-act",
        ),
        pytest.param(
            "¿qué le falta a México?",
            ListNamed(OverviewKind.PENDING, "que le a mexico", is_first=False),
            id="what-is-left",
        ),
        pytest.param("plazos y eventos", None, id="two-lists"),
        pytest.param("¿quién organiza el taller?", None, id="no-list"),
    ],
)
def test_a_list_is_told_by_its_name(message: str, named: ListNamed | None) -> None:
    assert LIST_WORDS.find(words(message)) == named


@pytest.mark.parametrize(
    ("request_", "kept"),
    [
        pytest.param("vencidos México", ("México", Stage.OVER), id="over"),
        pytest.param("México cumplidas", ("México", Stage.DONE), id="done"),
        pytest.param("por vencer México", ("México", Stage.AHEAD), id="ahead"),
        pytest.param("México sin fecha", ("México", Stage.UNDATED), id="undated"),
        pytest.param("México pronto", ("México", Stage.AHEAD), id="soon"),
        pytest.param("México", ("México", None), id="neither"),
    ],
)
def test_what_has_come_so_far_may_be_asked_for(request_: str, kept: tuple[str, Stage | None]) -> None:
    assert LIST_WORDS.without_stage(request_) == kept
