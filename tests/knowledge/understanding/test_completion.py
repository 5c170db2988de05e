"""Follow-ups are completed by the last question."""

import pytest

from knowledge.search.sources import Sources
from knowledge.understanding.completion import complete, of_another
from knowledge.understanding.cues import Asked
from knowledge.understanding.question import Question
from tests.support.answers import read_question


def completed(sources: Sources, last: str, text: str, *, is_topic: bool = False) -> Question:
    before = read_question(sources, last)
    thesaurus = sources.index.thesaurus
    return complete(
        read_question(sources, text),
        before.text,
        before.asked,
        before.roles,
        before.units,
        thesaurus,
        is_topic=is_topic,
    )


@pytest.mark.parametrize(
    ("last", "text", "labels", "asked"),
    [
        pytest.param(
            "¿cuándo es el taller de pasaportes?",
            "¿y dónde?",
            {"taller", "pasaportes"},
            (Asked.PLACE,),
            id="another fact of the same",
        ),
        pytest.param(
            "¿cuándo es el taller?", "¿y la reunión?", {"reunion"}, (Asked.DATE,), id="another event"
        ),
        pytest.param(
            "¿cuándo paga Canadá las cuotas?",
            "¿y México?",
            {"mexico", "paga", "cuotas"},
            (Asked.DATE,),
            id="another party",
        ),
        pytest.param(
            "¿qué se dijo de Haití?", "¿y México?", {"mexico"}, (), id="a party for a country of no register"
        ),
    ],
)
def test_what_a_follow_up_leaves_out_is_filled_in(
    sources: Sources, last: str, text: str, labels: set[str], asked: tuple[Asked, ...]
) -> None:
    question = completed(sources, last, text)

    assert set(question.labels) == labels
    assert question.asked == asked


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        pytest.param("¿y en la otra?", ("Canadá",), id="kept"),
        pytest.param("¿y México?", ("México",), id="replaced"),
        pytest.param("¿y el taller?", (), id="a topic of its own"),
    ],
)
def test_the_party_stays_unless_something_is_named(
    sources: Sources, text: str, parties: tuple[str, ...]
) -> None:
    assert completed(sources, "¿a qué se comprometió Canadá?", text).parties == parties


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        pytest.param("¿y para el otro taller?", True, id="another task"),
        pytest.param("¿a quién se lo mando?", False, id="to whom it goes"),
        pytest.param("who do we send it to?", False, id="to whom it goes, in English"),
    ],
)
def test_a_role_asked_about_before_stays_unless_it_is_to_whom(
    sources: Sources, text: str, *, stays: bool
) -> None:
    last = "¿quién se encarga del taller?"
    before = read_question(sources, last).roles
    assert before
    assert completed(sources, last, text).roles == (before if stays else ())


def test_what_is_asked_about_replaces_the_topic_and_not_who_acts(sources: Sources) -> None:
    question = completed(sources, "¿qué pidió Canadá sobre el informe?", "¿y sobre la OIM?", is_topic=True)

    assert set(question.labels) == {"oim", "canada"}


def test_the_text_for_the_encoder_has_both(sources: Sources) -> None:
    assert completed(sources, "¿cuándo es el taller?", "¿y dónde?").text == "¿cuándo es el taller? ¿y dónde?"


@pytest.mark.parametrize(
    ("text", "last", "asks", "filled"),
    [
        pytest.param(
            "¿y el de pasaportes?",
            "¿cuándo es el taller de desastres?",
            False,
            "¿cuándo es el taller de pasaportes?",
            id="asked as the last one",
        ),
        pytest.param(
            "¿y quién paga el de pasaportes?",
            "¿cuándo es el taller de desastres?",
            True,
            "¿y quién paga el taller de pasaportes?",
            id="asked itself",
        ),
        pytest.param(
            "¿y la de Honduras?", "¿cuándo es el taller de desastres?", False, None, id="other gender"
        ),
        pytest.param(
            "¿y los pasaportes?", "¿cuándo es el taller de desastres?", False, None, id="a noun named"
        ),
    ],
)
def test_a_noun_left_out_is_that_of_the_last_question(
    text: str, last: str, *, asks: bool, filled: str | None
) -> None:
    found = of_another(text, last, asks=asks)

    assert (found and found.text) == filled
