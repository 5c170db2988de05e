"""The country that a person speaks for: asked once, changed at will, used where they speak of themselves."""

import pytest

from tests.support.chat import Chat


async def test_a_question_of_oneself_asks_for_the_country_once_and_is_then_answered(chat: Chat) -> None:
    ana = chat.person()
    (asked,) = await chat.ask(ana, "¿Qué me toca?")
    assert asked.text.startswith("¿De qué país es su delegación?")
    await chat.tap(ana, "Panamá")
    assert [message.text.split(":")[0] for message in ana.inbox] == ["Su país", "Pendientes de Panamá"]
    (answer,) = await chat.ask(ana, "¿Y qué nos toca hacer en julio?")
    assert answer.text.startswith("Pendientes de Panamá: ")


@pytest.mark.parametrize(
    ("language", "question", "shown"),
    [
        pytest.param("es", "Buenas, soy de Panamá, ¿qué me toca?", "Pendientes de Panamá: ", id="spanish"),
        pytest.param(
            "en", "Hi, I'm from Panama. What are our deadlines?", "Deadlines of Panama: ", id="english"
        ),
    ],
)
async def test_who_says_where_they_are_from_isn_t_asked(
    chat: Chat, language: str, question: str, shown: str
) -> None:
    ana = chat.person(language=language)
    (answer,) = await chat.ask(ana, question)
    assert answer.text.startswith(shown)
    (again,) = await chat.ask(ana, "/pendientes")
    assert shown.split()[2].rstrip(":") in again.text.splitlines()[0]


async def test_a_country_that_is_written_answers_what_waited_for_it_too(chat: Chat) -> None:
    ana = chat.person()
    await chat.ask(ana, "¿Qué me toca?")
    answers = await chat.ask(ana, "Panamá")
    assert [message.text.split(":")[0] for message in answers] == ["Su país", "Pendientes de Panamá"]
    (answer,) = await chat.ask(ana, "Belice")
    assert not answer.text.startswith("Su país")


@pytest.mark.parametrize(
    ("question", "language", "shown"),
    [
        pytest.param("what do we have to do?", "en", "Pending for Panama: ", id="english"),
        pytest.param("¿Cuáles son nuestros plazos?", "es", "Plazos de Panamá: ", id="deadlines"),
        pytest.param("¿Qué debe hacer mi país?", "es", "Pendientes de Panamá: ", id="my-country"),
    ],
)
async def test_the_country_takes_the_place_of_the_first_person(
    chat: Chat, question: str, language: str, shown: str
) -> None:
    ana = chat.person(language=language)
    await chat.ask(ana, "/mi_pais panma")
    (answer,) = await chat.ask(ana, question)
    assert answer.text.startswith(shown)


@pytest.mark.parametrize("written", ["/mi_pais ninguno", "/my_country none"])
async def test_who_speaks_for_none_may_say_so(chat: Chat, written: str) -> None:
    ana = chat.person()
    await chat.ask(ana, "/mi_pais Panamá")
    (answer,) = await chat.ask(ana, written)
    assert answer.text.startswith("De acuerdo, sin país.")
    assert (await chat.ask(ana, "/pendientes"))[0].text.startswith("Pendientes: ")


async def test_pending_things_are_one_s_own_and_everybody_s_a_tap_away(chat: Chat) -> None:
    ana = chat.person()
    await chat.ask(ana, "/mi_pais Panamá")
    (answer,) = await chat.ask(ana, "/pendientes")
    assert answer.text.startswith("Pendientes de Panamá: ")
    await chat.tap(ana, "De todos")
    assert ana.inbox[-1].text.startswith("Pendientes: ")
    (answer,) = await chat.ask(ana, "/pendientes todos")
    assert answer.text.startswith("Pendientes: ")


async def test_in_a_group_pending_things_are_everybody_s(chat: Chat) -> None:
    ana = chat.person()
    await chat.ask(ana, "/mi_pais Panamá")
    (answer,) = await chat.ask(ana, "/pendientes", group=chat.standin.group("Delegados", [ana]))
    assert answer.text.startswith("Pendientes: ")


async def test_who_names_no_country_is_not_asked_again(chat: Chat) -> None:
    ana = chat.person()
    await chat.ask(ana, "¿Qué me toca?")
    await chat.tap(ana, "Prefiero no decirlo")
    assert ana.inbox[-1].text.startswith("Pendientes: ")
    (answer,) = await chat.ask(ana, "¿Qué me toca?")
    assert answer.text.startswith("Pendientes: ")


async def test_the_country_may_be_changed_and_written(chat: Chat) -> None:
    ana = chat.person()
    await chat.ask(ana, "/mi_pais")
    (kept,) = await chat.ask(ana, "Belice")
    assert kept.text.startswith("Su país: Belice.")
    (changed,) = await chat.ask(ana, "/my_country Mexico")
    assert changed.text.startswith("Su país: México.")


async def test_an_unknown_country_is_said_in_a_few_of_its_words_and_others_are_offered(chat: Chat) -> None:
    ana = chat.person()
    (answer,) = await chat.ask(ana, "/mi_pais " + "xyz " * 1000)
    assert "…» entre los países" in answer.text
    assert answer.button("Panamá")


async def test_a_tap_on_a_country_that_is_none_is_refused(chat: Chat) -> None:
    ana = chat.person()
    (asked,) = await chat.ask(ana, "/mi_pais")
    tap = ana.taps_data("c1:narnia", asked)
    await chat.ask(ana, "hola")
    assert (tap.show_alert, "ya no es válido" in tap.text) == (True, True)
