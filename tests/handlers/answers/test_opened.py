"""What is written after a provision was opened by its number or a button goes on from that one."""

import pytest

from tests.support.chat import Chat


@pytest.mark.parametrize(
    ("opening", "language", "asked", "shown"),
    [
        pytest.param("/conclusion 16a", "es", "¿y cuándo vence?", "Hasta el 15 de julio", id="when"),
        pytest.param("/conclusion 16a", "es", "¿hasta cuándo?", "Hasta el 15 de julio", id="until-when"),
        pytest.param("16a", "es", "¿qué plazo tiene?", "Hasta el 15 de julio", id="which-deadline"),
        pytest.param("/conclusion 16a", "es", "¿y quién?", "Responsable: Países Miembros", id="who"),
        pytest.param("la 16a", "es", "¿quién es responsable?", "Responsable: Países", id="responsible"),
        pytest.param("/conclusion 24", "es", "¿dónde es?", "Ciudad de México", id="where"),
        pytest.param("/conclusion 16c", "es", "¿cuándo es?", "18–22 de septiembre", id="event"),
        pytest.param("/conclusion 16a", "en", "and who?", "Responsible: Member Countries", id="english-who"),
        pytest.param("/conclusion 16a", "en", "when is it due?", "By July 15, 2017", id="english-when"),
        pytest.param("/conclusion 16a", "es", "¿qué plazos hay?", "Plazos: 4", id="all-deadlines"),
        pytest.param("/conclusion 16a", "es", "¿qué vence en julio?", "Plazos: 2", id="those-of-a-month"),
        pytest.param("/conclusion 16a", "es", "¿quién es usted?", "Soy un programa", id="the-bot"),
    ],
)
async def test_a_word_or_two_ask_of_what_was_opened(
    chat: Chat, opening: str, language: str, asked: str, shown: str
) -> None:
    ana = chat.person(language=language)
    await chat.ask(ana, opening)
    (answer,) = await chat.ask(ana, asked)
    assert answer.text.startswith(shown)


async def test_each_of_several_questions_is_of_what_was_opened(chat: Chat) -> None:
    ana = chat.person()
    await chat.ask(ana, "/conclusion 16a")
    answers = [(await chat.ask(ana, asked))[0].text for asked in ("¿y cuándo?", "¿y quién?", "siguiente")]
    assert [text.split("\n")[-1].split(" · ")[0] for text in answers[1:]] == [
        "Conclusión 16.a",
        "Conclusión 16.b",
    ]
    assert answers[0].startswith("Hasta el 15 de julio de 2017")


@pytest.mark.parametrize(
    ("taps", "written", "shown"),
    [
        pytest.param(["Siguiente ▶"], "siguiente", "Conclusión 16.c", id="after-the-next"),
        pytest.param(["Siguiente ▶", "◀ Anterior"], "siguiente", "Conclusión 16.b", id="there-and-back"),
        pytest.param(["Texto completo", "Siguiente ▶"], "anterior", "Conclusión 16", id="after-the-whole"),
        pytest.param(["Texto completo"], "¿y la c?", "Conclusión 16.c", id="a-letter-of-the-whole"),
    ],
)
async def test_what_a_button_opened_is_what_the_chat_is_about(
    chat: Chat, taps: list[str], written: str, shown: str
) -> None:
    ana = chat.person()
    await chat.ask(ana, "/conclusion 16a")
    for label in taps:
        await chat.tap(ana, label)
    (answer,) = await chat.ask(ana, written)
    assert f"{shown} · GRCM" in answer.text


async def test_an_entry_of_a_list_is_what_the_chat_is_about(chat: Chat) -> None:
    ana = chat.person()
    await chat.ask(ana, "/conclusion 24")
    await chat.ask(ana, "/pendientes México")
    await chat.tap(ana, "16.c")
    (answer,) = await chat.ask(ana, "¿cuándo es?")
    assert answer.text.startswith("18–22 de septiembre de 2017")


async def test_after_the_whole_text_comes_what_it_does_not_have(chat: Chat) -> None:
    ana = chat.person()
    await chat.ask(ana, "/conclusion 16a")
    await chat.tap(ana, "Texto completo")
    await chat.tap(ana, "Siguiente ▶")
    assert "Conclusión 17 · GRCM" in ana.inbox[-1].text
