"""Whether a commitment was met: nobody noted it, and that is all that is said, with the commitment quoted."""

from datetime import date

import pytest

from knowledge.answering.responder import Responder
from knowledge.values.answers import Answer, Outcome
from knowledge.values.questions import OverviewKind

TODAY = date(2017, 7, 20)


def ask(responder: Responder, *questions: str, language: str = "es") -> Answer:
    """Ask one question after the other; return the last answer."""
    focus = None
    for text in questions:
        answer, focus = responder.ask(text, today=TODAY, language=language, focus=focus)
    return answer


@pytest.mark.parametrize(
    ("questions", "reference", "lead"),
    [
        pytest.param(
            ["¿ya cumplió México con lo de 16a?"], "C16.a", "si ('México',) lo cumplió", id="a party"
        ),
        pytest.param(["¿se cumplió la 16a?"], "C16.a", "si se cumplió", id="nobody"),
        pytest.param(
            ["has Mexico complied with 16a?"], "C16.a", "si ('México',) lo cumplió", id="in English"
        ),
        pytest.param(["did they comply with conclusion 16a?"], "C16.a", "si se cumplió", id="they"),
        pytest.param(
            ["¿ya cumplió la OIM lo de la 16a?"], "C16.a", "si se cumplió", id="whom it doesn't bind"
        ),
        pytest.param(["conclusión 16a", "¿ya se cumplió?"], "C16.a", "si se cumplió", id="going on"),
        pytest.param(
            ["conclusión 16a", "has it been done?"], "C16.a", "si se cumplió", id="going on, in English"
        ),
        pytest.param(
            ["conclusión 16a", "¿y México ya cumplió?"],
            "C16.a",
            "si ('México',) lo",
            id="going on to a party",
        ),
        pytest.param(
            ["¿hasta cuándo hay que mandar lo de mujer migrante?", "la siguiente", "¿ya se aprobó?"],
            "C16.b",
            "si se cumplió",
            id="what was turned to",
        ),
        pytest.param(["conclusión 16a", "was it sent?"], "C16.a", "si se cumplió", id="a deed, in English"),
        pytest.param(["conclusión 16a", "¿ya lo hicieron?"], "C16.a", "si se cumplió", id="going on, they"),
        pytest.param(
            ["¿hasta cuándo hay que mandar lo de mujer migrante?", "¿ya está hecho?"],
            "C16.a",
            "si se cumplió",
            id="going on from a question",
        ),
        pytest.param(
            ["¿México ya entregó la información sobre mujer migrante?"],
            "C16.a",
            "si ('México',) lo",
            id="the deed itself",
            marks=pytest.mark.xfail(reason="put as a question since the encoder is tuned"),
        ),
        pytest.param(
            ["have the member countries sent the information on migrant women yet?"],
            "C16.a",
            "si se cumplió",
            id="the deed itself, in English",
        ),
        pytest.param(["¿ya se hizo el taller de pasaportes?"], "C24", "si se cumplió", id="an event"),
    ],
)
def test_what_nobody_noted_is_told_as_such(
    responder: Responder, questions: list[str], reference: str, lead: str
) -> None:
    answer = ask(responder, *questions)
    assert answer.outcome is Outcome.FOUND
    assert str(answer.findings[0].citation.reference) == reference
    assert f"La secretaría no ha anotado {lead}" in str(answer.lead[0])


@pytest.mark.parametrize(
    "question",
    [
        "¿qué dice la 16a?",
        "¿hasta cuándo hay que mandar lo de mujer migrante?",
        "¿quién tiene que cumplir la 16a?",
        "¿cuándo fue el taller de pasaportes?",
        "conclusión 17",
    ],
)
def test_nothing_is_told_where_it_is_not_asked(responder: Responder, question: str) -> None:
    assert not any("anotado" in str(each) for each in ask(responder, question).lead)


def test_what_binds_nobody_has_no_state(responder: Responder) -> None:
    answer = ask(responder, "¿ya se cumplió la conclusión 17?")
    assert (str(answer.findings[0].citation.reference), answer.lead) == ("C17", ())


@pytest.mark.parametrize(
    "questions",
    [
        pytest.param(["has it been done?"], id="English"),
        pytest.param(["¿ya se cumplió?"], id="Spanish"),
        pytest.param(["¿ya lo hicieron?"], id="they"),
        pytest.param(["pendientes de México", "¿ya se cumplió?"], id="after a list"),
    ],
)
def test_with_no_commitment_before_it_is_asked_of_which(by_words: Responder, questions: list[str]) -> None:
    answer = ask(by_words, *questions)
    assert answer.outcome is Outcome.NOTHING
    assert "¿De qué compromiso pregunta?" in str(answer.lead[0])


@pytest.mark.parametrize("question", ["¿ya cumplió México?", "has Mexico complied?"])
def test_a_party_alone_gets_what_is_not_noted_as_met(by_words: Responder, question: str) -> None:
    answer = ask(by_words, question)
    assert answer.overview
    assert (answer.overview.kind, answer.overview.party) == (OverviewKind.PENDING, "México")
    assert "no ha anotado como cumplido" in str(answer.lead[1])
