"""Arguments of any length, of the wrong kind and of several things at once get a clear, kind answer."""

import pytest

from handlers.command import Command
from handlers.commands import COMMANDS
from tests.support.chat import Chat

EVERYBODY_S = [command for command in COMMANDS if command.role is None]


@pytest.mark.parametrize("command", EVERYBODY_S, ids=lambda command: command.en[0])
@pytest.mark.parametrize(
    ("language", "argument"),
    [
        pytest.param("es", "palabra " * 500, id="words"),
        pytest.param("es", "x" * 4000, id="word"),
        pytest.param("en", "<b>&" * 1000, id="markup"),
    ],
)
async def test_an_argument_of_four_thousand_characters_gets_one_short_answer(
    chat: Chat, command: Command, language: str, argument: str
) -> None:
    (answer,) = await chat.ask(chat.person(language=language), f"/{command.name(language)} {argument}"[:4090])
    assert chat.standin.refusals == []
    assert "falló" not in answer.text
    assert len(answer.text) < 1500


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("/conclusion 3-5", ["Conclusión 3 ", "Conclusión 4 ", "Conclusión 5 "], id="range"),
        pytest.param("/conclusion 7, 8", ["Conclusión 7 ", "Conclusión 8 "], id="list"),
        pytest.param("/conclusion 16a y 18b", ["Conclusión 16.a ", "Conclusión 18.b "], id="letters"),
        pytest.param("/recomendacion 1 a 3", ["Recomendación 1 ", "Recomendación 3 "], id="in-words"),
        pytest.param("/conclusion 99", ["tiene 29 conclusiones"], id="no-such-number"),
        pytest.param("/plazos OIM", ["No constan plazos con fecha de OIM"], id="party-without-dates"),
        pytest.param("/plazos Panamá", ["Plazos de Panamá: "], id="party-where-a-date-is-expected"),
        pytest.param("/plazos Narnia", ["No entiendo «Narnia»"], id="neither"),
    ],
)
async def test_what_follows_a_command_is_taken_as_it_is_meant(
    chat: Chat, text: str, shown: list[str]
) -> None:
    answers = await chat.ask(chat.person(), text)
    told = "\n".join(answer.text for answer in answers)
    assert [each for each in shown if each not in told] == []


async def test_a_party_without_dates_has_what_it_has_a_tap_away(chat: Chat) -> None:
    ana = chat.person()
    await chat.ask(ana, "/plazos OIM")
    await chat.tap(ana, "Pendientes de OIM: 2")
    assert ana.inbox[-1].text.startswith("Pendientes de OIM: 2")


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        pytest.param(
            "¿Cuándo es el taller de pasaportes? ¿Qué debe hacer México?",
            "es",
            ["Taller sobre Integridad", "Pendientes de México: "],
            id="two",
        ),
        pytest.param(
            "When is the passport workshop? What does Mexico have to do?",
            "en",
            ["Taller sobre Integridad", "Pending for Mexico: "],
            id="two-in-english",
        ),
        pytest.param(
            "¿Hasta cuándo se manda lo de mujer migrante? ¿Y quién organiza el taller de pasaportes?",
            "es",
            ["Conclusión 24"],
            id="one-answer-holds-both",
        ),
        pytest.param("¿Qué dice la conclusión 7? ¿Y la 8?", "es", ["Conclusión 7"], id="two-numbers"),
        pytest.param(
            "¿Cuándo es el taller de pasaportes? ¿Y dónde?", "es", ["Conclusión 24"], id="a-follow-up"
        ),
    ],
)
async def test_every_question_of_a_message_is_answered_once(
    chat: Chat, text: str, language: str, shown: list[str]
) -> None:
    answers = await chat.ask(chat.person(language=language), text)
    assert len(answers) == len(shown)
    assert all(each in answer.text for each, answer in zip(shown, answers, strict=True))
