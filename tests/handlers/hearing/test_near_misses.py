"""A command that is almost one of ours is understood; those of officers only if an officer writes it."""

import pytest

from handlers.desk.officers import Role
from handlers.hearing.near_misses import (
    asks_to_be_reminded,
    named_to_be_set,
    named_with_number,
    named_with_party,
    understand,
)
from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from tests.support.chat import Chat


@pytest.mark.parametrize(
    ("text", "command", "words"),
    [
        pytest.param("/pendiente", "pending", "", id="letter-missing"),
        pytest.param("/pendientse Panamá", "pending", "Panamá", id="letters-swapped"),
        pytest.param("/PAÍS Panamá", "country", "Panamá", id="capitals-and-accent"),
        pytest.param("/paises", "country", "", id="plural"),
        pytest.param("/16a", "conclusion", "16a", id="number-alone"),
        pytest.param("/r2", "recommendation", "2", id="recommendation-alone"),
        pytest.param("/16.a 2017", "conclusion", "16.a 2017", id="number-as-cited"),
        pytest.param("/c16.a", "conclusion", "16.a", id="number-and-mark-as-cited"),
        pytest.param("/2.3", "conclusion", "2.3", id="decimal-number"),
        pytest.param("/menú", "start", "", id="menu"),
        pytest.param("/conclusion_16a", "conclusion", "16a", id="underscore"),
        pytest.param("/conclusión_16a", "conclusion", "16a", id="underscore-and-accent"),
        pytest.param("/conclusion16a", "conclusion", "16a", id="nothing-between"),
        pytest.param("/pais_el_salvador", "country", "el salvador", id="name-of-several-words"),
        pytest.param("/mi pais Belice", "my_country", "Belice", id="command-apart"),
        pytest.param("/recomendación 2", "recommendation", "2", id="accent"),
        pytest.param("/deadline 2017", "deadlines", "2017", id="english"),
    ],
)
def test_a_near_miss_runs(text: str, command: str, words: str) -> None:
    meant = understand(text)
    assert meant
    assert (meant.command.en[0], meant.words, meant.is_certain) == (command, words, True)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("/recarga", id="reload"),
        pytest.param("/recargar_", id="reload-and-more"),
        pytest.param("/sinonimos a | b", id="synonyms"),
        pytest.param("/bailar", id="nothing-like-it"),
        pytest.param("/2024", id="year"),
        pytest.param("/", id="no-name"),
    ],
)
def test_nothing_is_guessed(text: str) -> None:
    meant = understand(text)
    assert meant is None or (not meant.is_certain and meant.command.role is None)


@pytest.mark.parametrize(
    ("role", "text", "command"),
    [
        pytest.param(Role.EDITOR, "/en curso 16a", "in_progress", id="apart"),
        pytest.param(Role.EDITOR, "/cumplda 16a", "done", id="letter-missing"),
        pytest.param(Role.ADMIN, "/recarga", "reload", id="of-an-admin"),
        pytest.param(Role.EDITOR, "/recarga", None, id="of-an-admin-by-an-editor"),
    ],
)
def test_officers_commands_are_guessed_for_officers(role: Role, text: str, command: str | None) -> None:
    meant = understand(text, role)
    assert (meant.command.en[0] if meant and meant.is_certain else None) == command


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("ayuda", "Pregunte con sus palabras", id="help"),
        pytest.param("¡Ayuda!", "Pregunte con sus palabras", id="help-called-for"),
        pytest.param("menú", "Soy Acuerdos", id="menu"),
        pytest.param("pendientes", "Pendientes: ", id="list"),
        pytest.param("mi país", "¿De qué país es su delegación?", id="of-two-words"),
        pytest.param("borra mis datos", "¿Borro todo lo que guardo", id="of-several-with-a-letter-less"),
        pytest.param("calendario de Panamá", "Calendario de Panamá", id="with-a-party"),
        pytest.param("quiero el resumen de Panamá", "Panamá\n", id="with-words-before"),
        pytest.param("reminders for Belize please", "Avisos\nDe: Belice", id="in-english"),
        pytest.param("conclusion", "¿Cuál conclusión?", id="without-its-number"),
        pytest.param("¿2017?", "GRCM · San Salvador", id="a-year"),
        pytest.param("1999", "No tengo el acta", id="a-year-without-a-meeting"),
    ],
)
@pytest.mark.parametrize("before", [pytest.param((), id="first"), pytest.param(("/pais",), id="when-asked")])
async def test_the_name_of_a_command_by_itself_runs_it(
    chat: Chat, before: tuple[str, ...], text: str, shown: str
) -> None:
    ana = chat.person()
    for said in before:
        await chat.ask(ana, said)
    (answer,) = await chat.ask(ana, text)
    assert answer.text.startswith(shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Panamá", "Panamá en las actas: ", id="a country"),
        pytest.param("¿OIM?", "OIM en las actas: ", id="a body"),
        pytest.param("onu mujeres", "No consta nada de ONU Mujeres", id="one of which there is nothing"),
    ],
)
async def test_a_party_that_is_all_that_is_said_is_shown_whole(chat: Chat, text: str, shown: str) -> None:
    (answer,) = await chat.ask(chat.person(), text)
    assert answer.text.startswith(shown)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("¿qué dice el resumen de la reunión de Panamá?", id="a-question"),
        pytest.param("calendario de actividades de Panamá", id="a-topic"),
        pytest.param("avisos", id="nobody"),
        pytest.param("plazos de Panamá", id="what-a-question-asks-for"),
    ],
)
def test_no_command_is_read_into_a_question(text: str) -> None:
    assert named_with_party(text, PartyRegister.load(BUILT_IN)) is None


@pytest.mark.parametrize(
    ("role", "text", "command", "words"),
    [
        pytest.param(Role.EDITOR, "cumplida la 16a México", "done", "la 16a México", id="as a command"),
        pytest.param(Role.EDITOR, "En curso la 5 de 2018", "in_progress", "la 5 de 2018", id="two words"),
        pytest.param(Role.EDITOR, "correct 16a", "correct", "16a", id="in English"),
        pytest.param(Role.EDITOR, "cumplidas 2 y 5", "done", "2 y 5", id="of several"),
        pytest.param(Role.EDITOR, "retirar 2017", None, None, id="of an admin by an editor"),
        pytest.param(Role.EDITOR, "cumplida", None, None, id="no number"),
        pytest.param(Role.EDITOR, "¿cumplida la 16a?", None, None, id="a question"),
        pytest.param(Role.EDITOR, "la 16a está cumplida", None, None, id="said of it"),
        pytest.param(Role.EDITOR, "conclusión 16a", None, None, id="a command for everybody"),
        pytest.param(None, "cumplida la 16a", None, None, id="a delegate"),
    ],
)
def test_an_officer_s_command_need_not_have_its_slash(
    role: Role | None, text: str, command: str | None, words: str | None
) -> None:
    meant = named_with_number(text, role)
    assert (meant and meant.command.en[0], meant and meant.words) == (command, words)


@pytest.mark.parametrize(
    ("text", "command", "words"),
    [
        pytest.param("¿cómo quito los avisos?", "reminders", "", id="how"),
        pytest.param("how do I stop the reminders", "reminders", "", id="how, in English"),
        pytest.param("cambiar mi país", "my_country", "", id="a name of two words"),
        pytest.param("change language to Spanish", "language", "Spanish", id="which language"),
        pytest.param("¿dónde cambio el idioma?", "language", "", id="no language"),
        pytest.param("¿qué avisos envía la ST?", None, None, id="a question for the acts"),
        pytest.param("quitar los avisos de Guatemala", None, None, id="what is to be kept of others"),
        pytest.param("¿en qué idioma está el manual?", None, None, id="a language in the acts"),
        pytest.param("avisos", None, None, id="a name alone"),
        pytest.param("deje de mandarme avisos", "reminders", "", id="to be left alone"),
        pytest.param("¿cómo se cambian los plazos?", None, None, id="no preference"),
    ],
)
def test_a_preference_is_changed_in_words(text: str, command: str | None, words: str | None) -> None:
    meant = named_to_be_set(text)
    assert (meant and meant.command.en[0], meant and meant.words) == (command, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("avíseme de los plazos de Honduras", "Honduras", id="of a party"),
        pytest.param("recuérdame lo de panama y la OIM", "Panamá, OIM", id="of two"),
        pytest.param("remind me about this", "", id="of what was shown"),
        pytest.param("please remind us of Belize", "Belice", id="politely"),
        pytest.param("mándeme un recordatorio de eso", "", id="a noun"),
        pytest.param("¿quién avisa a Panamá?", None, id="a question"),
        pytest.param("recordar a Panamá sus cuotas", None, id="what an act may say"),
        pytest.param("el taller de alertas", None, id="a topic"),
    ],
)
def test_who_asks_to_be_reminded_gets_reminders(text: str, words: str | None) -> None:
    meant = asks_to_be_reminded(text, PartyRegister.load(BUILT_IN))
    assert (meant and meant.words) == words


async def test_what_is_likely_is_offered_and_a_tap_runs_it(chat: Chat) -> None:
    ana = chat.person()
    (asked,) = await chat.ask(ana, "/pendentais Panamá")
    assert asked.text == "¿Quiso decir /pendientes?"
    await chat.tap(ana, "/pendientes")
    assert ana.inbox[-1].text.startswith("Pendientes de Panamá: ")


async def test_a_near_miss_to_the_bot_in_a_group_is_answered_and_one_to_anybody_is_not(chat: Chat) -> None:
    ana = chat.person()
    group = chat.standin.group("Delegados", [ana])
    assert await chat.ask(ana, "/pendiente", group=group) == []
    (answer,) = await chat.ask(ana, "/pendiente@AcuerdosBot Panamá", group=group)
    assert answer.text.startswith("Pendientes de Panamá: ")
