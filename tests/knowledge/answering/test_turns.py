"""Messages that go on from the last answer."""

import pytest

from knowledge.answering.responder import Responder
from knowledge.values.answers import Outcome
from tests.support.answers import ask, cited, said


@pytest.mark.parametrize(
    ("turns", "reference"),
    [
        pytest.param(("conclusión 13", "la siguiente"), "C14", id="the next"),
        pytest.param(("what does 14 say", "and the one before?"), "C13", id="before a bare number"),
        pytest.param(("pacto de confianza", "y eso ya se aprobó?"), "C18.b", id="whether that is approved"),
        pytest.param(("conclusion 13", "ok thx. and the next one?"), "C14", id="a step after thanks"),
        pytest.param(
            ("¿quién presentó el marco de protección?", "¿y qué hay de los pasaportes?"),
            "C24",
            id="a question of its own, which what was shown doesn't answer",
        ),
        pytest.param(("conclusión 12", "¿qué video es ese?"), "C19", id="a pointing word beside a new topic"),
        pytest.param(("conclusión 13", "y la siguiente?", "la siguiente"), "C15", id="the next of the next"),
        pytest.param(("conclusión 13", "la anterior"), "C12", id="the one before"),
        pytest.param(("conclusión 13", "y la última?"), "C29", id="the last of its section"),
        pytest.param(("recomendación 2", "la primera"), "R1", id="the first of its section"),
        pytest.param(("conclusión 16 a", "y el último inciso?"), "C16.d", id="the last letter"),
        pytest.param(("conclusion 12", "what's the one before?"), "C11", id="a step that is asked for"),
        pytest.param(("conclusión 20", "¿cuál es la siguiente?"), "C21", id="a step asked for in Spanish"),
        pytest.param(("conclusiones 5 y 9", "la otra"), "C9", id="the other of two"),
        pytest.param(("conclusión 18 a", "siguiente", "otra"), "C18.c", id="another one"),
        pytest.param(("conclusión 13", "repite"), "C13", id="the same once more"),
        pytest.param(
            ("conclusión 2 c", "¿cómo se llama?"),
            "C2.c",
            id="a question word after a reference",
        ),
        pytest.param(
            ("¿qué pasa con el memorándum?", "¿quién lo escribió?"), "C20", id="a pronoun with a verb"
        ),
        pytest.param(
            ("¿Qué pidió Canadá sobre el acta con la CSM?", "¿y sobre la OPS?"), "C11", id="another topic"
        ),
        pytest.param(("conclusión 11", "la 18 letra b"), "C18.b", id="a letter of another number"),
        pytest.param(("conclusión 16", "la siguiente"), "C17", id="the next number, not the first sub-item"),
        pytest.param(("18 c", "la siguiente"), "C19", id="what follows the last sub-item"),
        pytest.param(("conclusión 16 inciso a", "y la c?"), "C16.c", id="another letter"),
        pytest.param(("show 18 a", "and b?"), "C18.b", id="another letter in English"),
        pytest.param(("recomendación 1", "¿y la 2?"), "R2", id="another number of the same section"),
        pytest.param(("¿Cuándo es el taller de pasaportes?", "¿y dónde?"), "C24", id="another fact"),
        pytest.param(("when is the passport workshop?", "who pays?"), "C24", id="who pays for it"),
        pytest.param(("¿Quién le escribe a Belice?", "¿y a Nicaragua?"), "C25", id="a party of the same"),
        pytest.param(("conclusión 18", "who has to draft that?"), "C18", id="a pronoun"),
        pytest.param(("¿Cuándo es el foro de mujeres?", "¿y el taller?"), "C16.c", id="another event"),
        pytest.param(
            ("¿cuándo es el taller de desastres?", "¿y el de pasaportes?"), "C24", id="another of a kind"
        ),
        pytest.param(
            ("¿cuándo es el taller de pasaportes?", "¿y quién presentó el de desastres?"),
            "C26",
            id="another of a kind, asked otherwise",
        ),
        pytest.param(("¿Qué evento hay en San José?", "¿y en Miami?"), "C9", id="another city"),
        pytest.param(
            ("deadline for migrant women info?", "in Spanish please"), "C16.a", id="another language"
        ),
        pytest.param(("conclusión 1", "¿quién financia lo de los pasaportes?"), "C24", id="a new topic"),
        pytest.param(
            ("conclusión 10", "¿qué vacunas exige Panamá?", "la siguiente"), "C11", id="after silence"
        ),
    ],
)
def test_a_message_goes_on_from_the_last_answer(
    responder: Responder, turns: tuple[str, ...], reference: str
) -> None:
    assert cited(ask(responder, *turns))[0] == reference


def test_what_was_shown_isnt_shown_again_where_others_are_asked_for(responder: Responder) -> None:
    assert "C24" not in cited(ask(responder, "¿Cuándo es el taller de pasaportes?", "¿y el otro taller?"))


def test_there_points_to_nothing_where_it_says_that_something_is(responder: Responder) -> None:
    answer = ask(responder, "when is the passport workshop?", "is there anything on artificial intelligence?")

    assert cited(answer) == []


def test_who_was_absent_is_a_question_of_its_own(responder: Responder) -> None:
    turns = ("¿quién paga la reunión de extrarregionales?", "which countries skipped the meetings?")

    assert cited(ask(responder, *turns))[0] == "C25"


def test_another_party_is_asked_the_same(responder: Responder) -> None:
    assert set(cited(ask(responder, "¿Qué propuso Panamá?", "¿y Canadá?"))) >= {"C4", "C6", "C11"}


def test_in_another_language_the_same_is_said(responder: Responder) -> None:
    answer = ask(responder, "¿Cuándo es el taller de pasaportes?", "en inglés")

    assert answer.language == "en"
    assert cited(answer) == ["C24"]


@pytest.mark.parametrize(
    "message",
    [
        pytest.param("¿y quién lo paga?", id="a pronoun"),
        pytest.param("y ese quién lo financia", id="a pointing word"),
        pytest.param("y quién financia ese taller", id="a pointing word with its sort"),
    ],
)
def test_what_the_provision_shown_doesnt_tell_is_said(responder: Responder, message: str) -> None:
    answer = ask(responder, "¿Cuándo es el taller de desastres?", message)

    assert "no indica quién lo financia" in said(answer)


@pytest.mark.parametrize(
    "message",
    [
        pytest.param("great thx", id="a mark and thanks"),
        pytest.param("interesante", id="a remark"),
        pytest.param("ah mira que bien", id="a remark with a question word"),
        pytest.param("perfecto, justo lo que necesitaba", id="praise"),
    ],
)
def test_what_is_only_said_of_an_answer_does_not_show_it_again(responder: Responder, message: str) -> None:
    answer = ask(responder, "¿Cuándo es el taller de desastres?", message)

    assert answer.outcome is Outcome.COURTESY
    assert cited(answer) == []


def test_all_that_is_to_be_approved_is_listed_whatever_was_shown(responder: Responder) -> None:
    answer = ask(responder, "¿cuál fue la fecha de la reunión?", "¿qué documentos faltan por aprobar?")

    assert cited(answer) == ["R1", "R2", "R3"]


@pytest.mark.parametrize(
    "follow_up",
    [
        pytest.param("¿y quién lo organiza?", id="who"),
        pytest.param("¿y dónde es?", id="where"),
    ],
)
def test_after_another_topic_was_refused_nothing_goes_on_from_what_was_shown(
    responder: Responder, follow_up: str
) -> None:
    turns = ("¿cuándo es el taller de pasaportes?", "¿qué se acordó sobre remesas y bancos centrales?")

    assert "C24" not in cited(ask(responder, *turns, follow_up))


def test_a_correction_is_what_the_next_message_goes_on_from(responder: Responder) -> None:
    turns = ("conclusión 10", "¿cuándo expulsaron a Belice?", "la siguiente")

    assert cited(ask(responder, *turns)) == ["C26"]


def test_a_question_of_its_own_drops_what_was_said(responder: Responder) -> None:
    answer = ask(responder, "conclusión 10", "do I need a visa for Canada?")

    assert answer.outcome is Outcome.NOTHING


@pytest.mark.parametrize(
    "message",
    [
        pytest.param("la siguiente", id="a step"),
        pytest.param("¿y la b?", id="a letter"),
        pytest.param("¿cuándo?", id="a question word"),
    ],
)
def test_without_a_last_answer_there_is_nothing_to_go_on_from(responder: Responder, message: str) -> None:
    assert cited(ask(responder, message)) == []


def test_before_the_first_and_after_the_last_there_is_nothing(responder: Responder) -> None:
    assert cited(ask(responder, "recomendación 3", "la siguiente")) == []


def test_a_chat_keeps_what_it_was_about_through_a_courtesy(responder: Responder) -> None:
    assert cited(ask(responder, "conclusión 13", "gracias", "la siguiente")) == ["C14"]


@pytest.mark.parametrize(
    ("message", "outcome"),
    [
        pytest.param(
            "buenos días desde San Salvador", Outcome.COURTESY, id="a greeting from a meeting's city"
        ),
        pytest.param("good morning from San Salvador", Outcome.COURTESY, id="in English"),
        pytest.param("hola, cuotas San Salvador", Outcome.FOUND, id="a topic beside the city"),
    ],
)
def test_where_somebody_is_makes_no_question_of_a_courtesy(
    responder: Responder, message: str, outcome: Outcome
) -> None:
    assert ask(responder, message).outcome is outcome
