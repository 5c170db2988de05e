"""Where messages go from the last answer."""

import pytest

from knowledge.answering.conversation import Focus
from knowledge.answering.steps import StepFinder
from knowledge.search.sources import Sources
from knowledge.understanding.followups import FollowUps
from tests.support.answers import read_question


def target_of(sources: Sources, text: str, *shown: str) -> str | None:
    finder = StepFinder(sources, FollowUps.load(sources.data.language))
    question = read_question(sources, text)
    last = Focus(document=sources.documents[0].slug, references=shown)
    target = finder.target(question, finder.step(question), last)
    return str(target) if target else None


@pytest.mark.parametrize(
    ("text", "shown", "reference"),
    [
        pytest.param("la siguiente", "C2", "C3", id="the next"),
        pytest.param("¿cuál es la siguiente?", "C2", "C3", id="a step that is asked for"),
        pytest.param("next one please", "C2", "C3", id="in English"),
        pytest.param("la siguiente", "C4", "C5", id="the next number, and no sub-item"),
        pytest.param("la siguiente", "C4.b", "C5", id="what follows the last sub-item"),
        pytest.param("la anterior", "C3", "C2", id="the one before"),
        pytest.param("la anterior a esa", "C3", "C2", id="the one before that"),
        pytest.param("la primera", "C3", "C1", id="the first of its section"),
        pytest.param("y la última?", "C3", "C6", id="the last of its section"),
        pytest.param("el último inciso", "C4.a", "C4.b", id="the last sub-item"),
        pytest.param("¿y la b?", "C4.a", "C4.b", id="another letter"),
        pytest.param("y el b?", "C4", "C4.b", id="a letter of the one shown"),
        pytest.param("y la 2?", "C3", "C2", id="another number"),
        pytest.param("y la 1?", "R1", "R1", id="a number of the same section"),
        pytest.param("y el e?", "C4.a", "C4.e", id="a letter that isn't there"),
        pytest.param("y la 4?", "R1", "R4", id="a number that isn't there"),
        pytest.param("¿quién paga el taller?", "C2", None, id="a question of its own"),
    ],
)
def test_a_step_leads_from_what_was_shown(
    sources: Sources, text: str, shown: str, reference: str | None
) -> None:
    assert target_of(sources, text, shown) == reference


def test_the_other_of_two_is_the_second(sources: Sources) -> None:
    assert target_of(sources, "la otra", "C2", "C5") == "C5"


def test_after_the_last_there_is_nothing(sources: Sources) -> None:
    assert target_of(sources, "la siguiente", "R1") is None
