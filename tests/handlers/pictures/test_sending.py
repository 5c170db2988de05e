"""/resumen in the chat: a picture with the same in words, or kind words where there is nothing to draw."""

from pathlib import Path

import pytest

from handlers.callbacks import shorten
from handlers.services import Services
from standin import Message, bad_request
from tests.conftest import EDITOR
from tests.support.chat import Chat

ACT = "grcm-2017-06-san-salvador"
ACTS = Path(__file__).parents[3] / "benchmarks" / "gold" / "acts"
OTHERS = ("crm-2010-05-ciudad-de-panama.txt", "crm-2015-11-managua.txt", "grcm-2006-11-managua.txt")


@pytest.fixture
def _four_acts(services: Services) -> None:
    services.base.load(lambda loader: loader.add(*(ACTS / name for name in OTHERS)))


def labels(message: Message) -> list[str]:
    return [button.text for row in message.buttons for button in row]


@pytest.mark.parametrize(
    ("language", "asked", "told"),
    [
        pytest.param(
            "es",
            "/resumen",
            ("GRCM, San Salvador\n20–22 jun 2017 · Estado al 1 de julio de 2017\n26 compromisos: ○ 4 por",),
            id="newest",
        ),
        pytest.param(
            "en",
            "/summary panma",
            ("Panama\n", "As of July 1, 2017", "13 commitments: ○ 3 not yet due · – 10 undated"),
            id="country",
        ),
        pytest.param("es", "/grafico OIM xyzzy", ("OIM\n", "No entendí «xyzzy»."), id="body"),
    ],
)
async def test_a_picture_comes_with_the_same_in_words(
    chat: Chat, language: str, asked: str, told: tuple[str, ...]
) -> None:
    (sent,) = await chat.ask(chat.person(language=language), asked)
    assert sent.photo is not None
    assert max(sent.photo.width, sent.photo.height) <= 2560
    assert [words for words in told if words not in sent.text] == []
    assert chat.standin.refusals == []


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        pytest.param("/resumen Brasil", "Brasil no es miembro", id="elsewhere"),
        pytest.param("/resumen 1999", "No tengo el acta de una reunión así", id="no-such-meeting"),
        pytest.param("/resumen julio de 2017", "No tengo el acta de una reunión así", id="days"),
        pytest.param("/resumen " + "ñ" * 3000, "No entiendo", id="nonsense"),
        pytest.param("/resumen <b>&", "No entiendo «<b>&»", id="markup"),
        pytest.param("/resumen UNICEF", "UNICEF: no consta ningún compromiso, plazo ni evento", id="nothing"),
    ],
)
async def test_where_there_is_nothing_to_draw_it_says_so(chat: Chat, asked: str, said: str) -> None:
    (answer,) = await chat.ask(chat.person(), asked)
    assert answer.photo is None
    assert said in answer.text
    assert chat.standin.refusals == []


async def test_without_acts_it_says_so(chat: Chat, services: Services) -> None:
    services.base.load(lambda loader: loader.retire(ACT))
    (answer,) = await chat.ask(chat.person(), "/resumen")
    assert "Todavía no hay actas cargadas" in answer.text


async def test_what_officers_mark_is_in_the_picture(chat: Chat) -> None:
    await chat.ask(chat.person(EDITOR), "/cumplida 16a México")
    ana = chat.person()
    (of_all,) = await chat.ask(ana, "/resumen")
    (of_mexico,) = await chat.ask(ana, "/resumen México")
    assert "26 compromisos: ↻ 1 en curso" in of_all.text
    assert "↻ 15 jul 2017*" in of_all.text
    assert "13 compromisos: ✓ 1 cumplido" in of_mexico.text
    assert "✓ 15 jul 2017*" in of_mexico.text


async def test_the_list_that_cites_is_a_tap_away(chat: Chat) -> None:
    ana = chat.person()
    (sent,) = await chat.ask(ana, "/resumen Panamá")
    assert labels(sent) == ["Ver pendientes"]
    await chat.tap(ana, "Ver pendientes")
    assert ana.inbox[-1].text.startswith("Pendientes de Panamá: 13")
    assert sent.photo is not None


@pytest.mark.usefixtures("_four_acts")
async def test_of_several_meetings_one_is_chosen_or_all(chat: Chat) -> None:
    ana = chat.person()
    (asked,) = await chat.ask(ana, "/resumen Managua")
    assert (asked.text, asked.photo) == ("¿De qué reunión?", None)
    assert labels(asked) == ["Managua 2015", "Managua 2006", "Todas las reuniones"]
    await chat.tap(ana, "Managua 2006")
    assert ana.inbox[-1].text.startswith("GRCM, Managua\n")
    await chat.tap(ana, "Todas las reuniones")
    assert ana.inbox[-1].text.startswith("Todas las reuniones\nDe 4 reuniones · ")
    assert ana.inbox[-1].photo is not None


@pytest.mark.usefixtures("_four_acts")
async def test_a_country_that_was_a_venue_offers_that_meeting(chat: Chat) -> None:
    ana = chat.person()
    (sent,) = await chat.ask(ana, "/resumen Panamá")
    assert sent.text.startswith("Panamá\nDe 4 reuniones · ")
    assert labels(sent) == ["Ver pendientes", "Ciudad de Panamá 2010"]
    await chat.tap(ana, "Ciudad de Panamá 2010")
    assert ana.inbox[-1].text.startswith("CRM, Ciudad de Panamá\n")


async def test_in_a_group_it_answers_who_asked_and_where_no_pictures_are_taken_in_words(chat: Chat) -> None:
    ana = chat.person()
    group = chat.standin.group("Delegados", [ana])
    (sent,) = await chat.ask(ana, "/resumen Panamá", group=group)
    chat.standin.fails("sendPhoto", bad_request("not enough rights to send photos to the chat"))
    (in_words,) = await chat.ask(ana, "/resumen Panamá", group=group)
    assert sent.reply_to is not None
    assert sent.photo is not None
    assert in_words.photo is None
    assert in_words.text == sent.text
    assert labels(in_words) == labels(sent)


async def test_a_button_under_a_message_that_is_gone_still_sends_the_picture(chat: Chat) -> None:
    ana = chat.person()
    (sent,) = await chat.ask(ana, "/resumen")
    sent.is_deleted = True
    ana.taps_data(f"pic1:en:{shorten(ACT)}", sent)
    await chat.settle()
    assert ana.inbox[-1].photo is not None
    assert ana.inbox[-1].text.startswith("RCGM, San Salvador\n")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param("pic1:es:grcm-1999-06-otra", "ya no está cargado", id="act-gone"),
        pytest.param("pic1:xx:", "ya no es válido", id="language"),
        pytest.param("pic1:es:../../etc", "ya no es válido", id="no-name"),
        pytest.param("pic1:", "ya no es válido", id="truncated"),
    ],
)
async def test_a_tap_that_leads_nowhere_is_told(chat: Chat, data: str, said: str) -> None:
    ana = chat.person()
    (card,) = await chat.ask(ana, "/conclusion 16a")
    tap = ana.taps_data(data, card)
    await chat.settle()
    assert said in tap.text
    assert [each for each in ana.inbox if each.photo] == []


async def test_the_help_names_it_with_an_example_to_tap(chat: Chat) -> None:
    ana = chat.person()
    await chat.ask(ana, "/ayuda")
    await chat.tap(ana, "Qué, quién y cuándo")
    assert "/resumen Belice — una imagen" in ana.inbox[-1].text
    await chat.tap(ana, "/resumen Belice")
    assert ana.inbox[-1].photo is not None
