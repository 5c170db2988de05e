"""/calendario and its button in the chat: a file that phones import, and kind words where there is none."""

import pytest

from handlers.callbacks import shorten
from standin import Message
from tests.support.calendars import read_calendar
from tests.support.chat import Chat

ACT = shorten("grcm-2017-06-san-salvador")


def uids(message: Message) -> list[str]:
    assert message.document is not None
    assert message.document.name.endswith(".ics")
    return [
        (event.uid or "").removeprefix("grcm-2017-06-san-salvador#").removesuffix("@acuerdos")
        for event in read_calendar(message.document.content).events
    ]


@pytest.mark.parametrize(
    ("language", "asked", "title", "counts"),
    [
        pytest.param("es", "/calendario", "Calendario del foro", "3 plazos · 4 eventos", id="all"),
        pytest.param(
            "es", "/calendario Panamá", "Calendario de Panamá", "2 plazos · 4 eventos", id="country"
        ),
        pytest.param(
            "es", "/calendario san salvador", "Reunión: San Salvador", "3 plazos · 4 eventos", id="meeting"
        ),
        pytest.param("es", "/calendario julio de 2017", "Fecha: ", "2 plazos · 2 eventos", id="days"),
        pytest.param("es", "/calendario OIM", "Calendario de OIM", "1 evento", id="body"),
        pytest.param("en", "/calendar Panama", "Calendar of Panama", "2 deadlines · 4 events", id="english"),
    ],
)
async def test_a_calendar_is_sent_and_counted(
    chat: Chat, language: str, asked: str, title: str, counts: str
) -> None:
    (sent,) = await chat.ask(chat.person(language=language), asked)
    assert title in sent.text
    assert counts in sent.text
    assert uids(sent)
    assert chat.standin.refusals == []


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        pytest.param("/calendario Brasil", "Brasil no es miembro", id="elsewhere"),
        pytest.param("/calendario 1999", "No ", id="no-such-year"),
        pytest.param("/calendario " + "ñ" * 3000, "No ", id="nonsense"),
        pytest.param("/calendario <b>&", "No ", id="markup"),
    ],
)
async def test_where_there_is_nothing_to_send_it_says_so(chat: Chat, asked: str, said: str) -> None:
    (answer,) = await chat.ask(chat.person(), asked)
    assert answer.document is None
    assert said in answer.text
    assert chat.standin.refusals == []


async def test_a_card_with_a_day_has_a_button_that_sends_that_day_only(chat: Chat) -> None:
    ana = chat.person()
    await chat.ask(ana, "/conclusion 16a")
    await chat.tap(ana, "📅 Calendario")
    assert uids(ana.inbox[-1]) == ["C16.a-commitment"]
    assert "Conclusión 16.a" in ana.inbox[-1].text


@pytest.mark.parametrize("asked", ["conclusión 24", "/conclusion 24", "conclusión 23"])
async def test_a_card_that_opens_with_no_day_has_the_button_too(chat: Chat, asked: str) -> None:
    ana = chat.person()
    await chat.ask(ana, asked)
    await chat.tap(ana, "📅 Calendario")
    assert uids(ana.inbox[-1])


async def test_a_button_under_a_message_that_is_gone_still_sends_the_file(chat: Chat) -> None:
    ana = chat.person()
    (card,) = await chat.ask(ana, "/conclusion 16a")
    card.is_deleted = True
    ana.taps("📅 Calendario", card)
    await chat.settle()
    assert uids(ana.inbox[-1]) == ["C16.a-commitment"]


async def test_in_a_group_the_file_answers_who_asked(chat: Chat) -> None:
    ana = chat.person()
    group = chat.standin.group("Delegados", [ana])
    (sent,) = await chat.ask(ana, "/calendario", group=group)
    assert uids(sent)
    assert sent.reply_to is not None
    assert sent.reply_to.text == "/calendario"


async def test_a_card_without_a_day_has_no_such_button(chat: Chat) -> None:
    (card,) = await chat.ask(chat.person(), "/conclusion 1")
    assert "📅 Calendario" not in [button.text for row in card.buttons for button in row]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(f"cal1:es:{ACT}:C1", "ya no fija fechas", id="no-days"),
        pytest.param("cal1:es:grcm-1999-06-otra:C1", "ya no está cargado", id="act-gone"),
        pytest.param(f"cal1:es:{ACT}:Z9", "ya no es válido", id="no-reference"),
        pytest.param("cal1:", "ya no es válido", id="truncated"),
        pytest.param(f"cal1:xx:{ACT}:C24", "ya no es válido", id="language"),
    ],
)
async def test_a_tap_that_leads_nowhere_is_told(chat: Chat, data: str, said: str) -> None:
    ana = chat.person()
    (card,) = await chat.ask(ana, "/conclusion 16a")
    await chat.tap(ana, "📅 Calendario")
    before = len(ana.inbox)
    tap = ana.taps_data(data, card)
    await chat.settle()
    assert said in tap.text
    assert len(ana.inbox) == before
