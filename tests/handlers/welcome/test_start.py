"""The first minute: what the bot knows, questions to tap, one's language and country, and links."""

import re

import pytest
from telegram.helpers import create_deep_linked_url

from bot.application import introduce
from handlers.catalogue import LANGUAGES
from handlers.commands import COMMANDS
from handlers.lists.offers import offer_countries
from handlers.replying.run_taps import RunTap
from handlers.services import Services
from handlers.sharing.links import Opened
from handlers.welcome.own_country import country_button
from knowledge.stores.documents import Document
from knowledge.values.acts import Meeting
from knowledge.values.references import Reference
from standin import bad_request
from standin.calls import Call
from tests.conftest import ADMIN, EDITOR
from tests.support.chat import Chat


@pytest.mark.parametrize(
    ("language", "known", "question"),
    [
        pytest.param("es", "Conozco 1 acta; la más reciente", "¿Cuándo es el taller de pasaportes?", id="es"),
        pytest.param("en", "I know 1 act; the newest", "When is the passport workshop?", id="en"),
    ],
)
async def test_the_welcome_says_what_is_known_and_a_tap_asks(
    chat: Chat, language: str, known: str, question: str
) -> None:
    ana = chat.person(language=language)
    (welcome,) = await chat.ask(ana, "/start")
    assert known in welcome.text
    assert ", San Salvador, " in welcome.text
    await chat.tap(ana, question)
    assert ana.inbox[-2].text == question
    assert re.search(r"Conclusi[oó]n 24 · ", ana.inbox[-1].text)


async def test_a_question_that_is_tapped_goes_on_from_nothing(chat: Chat) -> None:
    ana = chat.person()
    await chat.ask(ana, "/start")
    for said in ("16a", "/siglas RROCM"):
        await chat.ask(ana, said)
        await chat.tap(ana, "¿Cuándo es el taller de pasaportes?")
        assert "Conclusión 24 · " in ana.inbox[-1].text


async def test_the_welcome_fits_a_screen(chat: Chat) -> None:
    (welcome,) = await chat.ask(chat.person(), "/start")
    assert len(welcome.text) < 500
    assert len(welcome.buttons) <= 6


async def test_the_language_changes_the_welcome_in_place(chat: Chat) -> None:
    ana = chat.person()
    await chat.ask(ana, "/start")
    await chat.tap(ana, "English")
    assert [message.text[:12] for message in ana.inbox] == ["I am Acuerdo"]
    (answer,) = await chat.ask(ana, "/help")
    assert "Acts I know" in answer.text


async def test_the_country_is_chosen_from_the_welcome_and_shown_there(chat: Chat) -> None:
    ana = chat.person()
    await chat.ask(ana, "/start")
    await chat.tap(ana, "Mi país…")
    await chat.tap(ana, "Panamá")
    (welcome,) = await chat.ask(ana, "/start")
    assert welcome.button("Mi país: Panamá")


@pytest.mark.parametrize("data", ["q1:x::99", "q1:e:nowhere:C1", "q1:e:x:zzz", "q1:", "s1:fr"])
async def test_a_button_of_the_welcome_that_is_not_ours_is_refused(chat: Chat, data: str) -> None:
    ana = chat.person()
    (welcome,) = await chat.ask(ana, "/start")
    tap = ana.taps_data(data, welcome)
    await chat.ask(ana, "hola")
    assert (tap.show_alert, "ya no es válido" in tap.text) == (True, True)


async def test_a_shared_link_opens_the_provision(chat: Chat) -> None:
    ana, ben = chat.person(7), chat.person(8)
    await chat.ask(ana, "/conclusion 16a")
    await chat.tap(ana, "Compartir")
    link = ana.inbox[-1].button("Copiar enlace").copy_text or ""
    payload = link.removeprefix("https://t.me/AcuerdosBot?start=")
    assert ana.inbox[-1].button("Enviar a un chat").url
    (opened,) = await chat.ask(ben, f"/start {payload}")
    assert "Conclusión 16.a · GRCM" in opened.text


@pytest.mark.parametrize(
    ("payload", "said"),
    [
        pytest.param("grcm-1990-01-nowhere_C1", "ya no está cargado", id="act-withdrawn"),
        pytest.param("grcm-2017-06-san-salvador_C99", "ya no está cargado", id="no-such-provision"),
        pytest.param("campaign", "Soy Acuerdos", id="not-ours"),
    ],
)
async def test_a_link_that_opens_nothing_welcomes(chat: Chat, payload: str, said: str) -> None:
    answers = await chat.ask(chat.person(), f"/start {payload}")
    assert said in answers[0].text
    assert answers[-1].text.startswith("Soy Acuerdos")


@pytest.mark.parametrize(
    "slug",
    [
        pytest.param("grcm-2017-06-san-salvador", id="usual"),
        pytest.param("red-de-funcionarios-2019-11-" + "villa-" * 12 + "alta", id="long"),
    ],
)
def test_a_link_is_read_back_and_short_enough(slug: str) -> None:
    document = Document(slug=slug, source="", sha256="", language="es", meeting=Meeting())
    opened = Opened.of(document.cite(Reference.parse("C16.a")))
    assert Opened.parse(str(opened)) == opened
    assert str(opened) in create_deep_linked_url("AcuerdosBot", str(opened))  # which refuses longer ones


async def test_help_has_a_page_for_each_topic_and_examples_run(chat: Chat) -> None:
    ana = chat.person()
    await chat.ask(ana, "/ayuda")
    await chat.tap(ana, "Qué, quién y cuándo")
    assert "/eventos — " in ana.inbox[-1].text
    assert len(ana.inbox) == 1
    example = next(
        button.text for row in ana.inbox[-1].buttons for button in row if button.text.startswith("/pais ")
    )
    await chat.tap(ana, example)
    assert f"{example.removeprefix('/pais ')} en las actas: " in ana.inbox[-1].text
    await chat.tap(ana, "◀ Ayuda")
    assert "Actas que conozco" in ana.inbox[0].text


@pytest.mark.parametrize(("user", "shown"), [(7, False), (EDITOR, True), (ADMIN, True)])
async def test_only_officers_see_what_officers_do(chat: Chat, user: int, *, shown: bool) -> None:
    (answer,) = await chat.ask(chat.person(user), "/ayuda")
    labels = [button.text for row in answer.buttons for button in row]
    assert ("Secretaría" in labels) is shown


async def test_every_topic_of_the_help_is_accepted_in_both_languages(chat: Chat) -> None:
    for user, language in ((ADMIN, "es"), (EDITOR, "en")):
        person = chat.person(user, language)
        (first,) = await chat.ask(person, "/help")
        data = [button.data for row in first.buttons for button in row if button.data]
        for each in data:
            if each.startswith("h1:"):
                person.taps_data(each, first)
        await chat.ask(person, "/help")
    assert chat.standin.refusals == []


def menu(chat: Chat, scope: dict[str, object], language: str = "") -> list[str]:
    call = Call("getMyCommands", {"scope": scope, "language_code": language})
    result = chat.standin.answer(chat.standin.token, call).wait().body["result"]
    assert isinstance(result, list)
    return [each["command"] for each in result]


async def test_each_chat_has_its_own_menu(chat: Chat, services: Services) -> None:
    chat.person(ADMIN).writes("hola")
    await introduce(chat.application)
    private, groups = menu(chat, {"type": "all_private_chats"}), menu(chat, {"type": "all_group_chats"})
    assert {"mi_pais", "ayuda", "conclusion"} <= set(private)
    assert "mi_pais" not in groups
    assert "recargar" in menu(chat, {"type": "chat", "chat_id": ADMIN})
    assert "recargar" not in private + groups
    assert "my_country" in menu(chat, {"type": "all_private_chats"}, "en")
    assert services.editors == {EDITOR}


async def test_an_officer_gets_the_menu_when_they_start(chat: Chat) -> None:
    admin = chat.person(ADMIN)
    await chat.ask(admin, "/start")
    assert "recargar" in menu(chat, {"type": "chat", "chat_id": ADMIN})


async def test_what_telegram_refuses_at_the_start_stops_nothing(chat: Chat) -> None:
    for method in ("setMyCommands", "setMyDescription", "setMyShortDescription"):
        chat.standin.fails(method, bad_request("BOT_COMMANDS_TOO_MUCH"), times=20)
    await introduce(chat.application)
    (answer,) = await chat.ask(chat.person(), "/conclusion 24")
    assert "Conclusión 24" in answer.text


def test_every_example_and_every_country_fits_into_a_button(services: Services) -> None:
    base = services.base
    for language in LANGUAGES:
        catalogue = services.catalogues[language]
        examples = [RunTap(entry.command, entry.example) for entry in (c.entry(catalogue) for c in COMMANDS)]
        assert [tap for tap in examples if not tap.fits] == []
        offered = [button for row in offer_countries(base, catalogue) for button in row]
        assert [button.label for button in offered] == [
            catalogue.party(name) for name in base.register.members
        ]
        chosen = [country_button(catalogue, name) for name in base.register.parties]
        assert max(len((button.data or "").encode()) for button in chosen) <= 64
        assert len({button.data for button in chosen}) == len(chosen)
