"""No answer is lost to a refusal: where Telegram doesn't take it, it goes elsewhere."""

import pytest
from telegram.error import BadRequest

from handlers.messages import Message
from handlers.replying.sending import send
from standin import bad_request, settle
from tests.support.chat import Chat
from tests.support.clock import Clock


@pytest.mark.parametrize("label", ["Siguiente ▶", "Texto completo"])
async def test_a_tap_on_a_message_that_was_deleted_is_answered_anew(chat: Chat, label: str) -> None:
    ana = chat.person()
    (answer,) = await chat.ask(ana, "/conclusion 18a")
    data = answer.button(label).data
    assert data
    answer.is_deleted = True
    tap = ana.taps_data(data, answer)
    await settle(chat.application, chat.standin)
    assert ("Conclusión 18" in ana.inbox[-1].text, tap.text) == (True, "")


@pytest.mark.parametrize("reason", ["message to edit not found", "message can't be edited"])
async def test_a_message_that_cannot_be_changed_any_more_is_written_anew(chat: Chat, reason: str) -> None:
    ana = chat.person()
    await chat.ask(ana, "/pendientes")
    chat.standin.fails("editMessageText", bad_request(reason))
    await chat.tap(ana, "Por país…")
    assert (len(ana.inbox), ana.inbox[-1].text) == (2, "¿De qué país u organismo?")


@pytest.mark.parametrize("reason", ["TOPIC_CLOSED", "TOPIC_DELETED", "message thread not found"])
async def test_what_a_closed_topic_refuses_goes_to_the_group(chat: Chat, reason: str) -> None:
    group = chat.standin.group("Delegados", [chat.person()])
    chat.standin.fails("sendMessage", bad_request(reason))
    await send(chat.application.bot, group.chat.id, Message("Sí."), topic=7)
    assert [message.text for message in group.inbox] == ["Sí."]


async def test_any_other_refusal_is_not_hidden(chat: Chat) -> None:
    group = chat.standin.group("Delegados", [chat.person()])
    chat.standin.fails("sendMessage", bad_request("message is too long"))
    with pytest.raises(BadRequest):
        await send(chat.application.bot, group.chat.id, Message("Sí."), topic=7)


async def test_a_group_that_became_a_supergroup_meanwhile_gets_its_answer(chat: Chat) -> None:
    ana = chat.person()
    group = chat.standin.group("Delegados", [ana])
    ana.writes("/conclusion 24", group)
    upgraded = group.becomes_supergroup()
    await settle(chat.application, chat.standin)
    assert "Conclusión 24" in upgraded.inbox[-1].text


@pytest.mark.parametrize("named", ["México", "OIM", "Panamá", "ST"])
async def test_every_button_of_a_list_of_events_is_one_of_ours(chat: Chat, named: str) -> None:
    ana = chat.person()
    (listed,) = await chat.ask(ana, f"/eventos {named}")
    data = [button.data for row in listed.buttons for button in row if button.data]
    taps = [ana.taps_data(each, listed) for each in data]
    await settle(chat.application, chat.standin)
    assert [tap.text for tap in taps] == [""] * len(taps)


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        pytest.param("1:show:es:grcm-2017-06-~3709f15c:C24", "Conclusión 24 · ", id="provision"),
        pytest.param("2:l:es:p:panama::::1", "Pendientes de Panamá: ", id="list"),
        pytest.param("2:o:es:p!:panama::::1", "Panamá", id="list-of-what-is-over"),
        pytest.param("1:language:es", "Le escribiré en español.", id="language"),
    ],
)
async def test_a_button_under_an_old_message_goes_on_working(chat: Chat, data: str, shown: str) -> None:
    ana = chat.person()
    (answer,) = await chat.ask(ana, "/conclusion 1")
    tap = ana.taps_data(data, answer)
    await settle(chat.application, chat.standin)
    assert (shown in ana.inbox[-1].text, tap.text) == (True, "")


async def test_a_tap_that_comes_late_is_answered_all_the_same(chat: Chat, clock: Clock) -> None:
    ana = chat.person()
    (answer,) = await chat.ask(ana, "/conclusion 18a")
    ana.taps("Siguiente ▶", answer)
    clock.now += 20  # longer than Telegram waits for an answer to a tap
    await settle(chat.application, chat.standin)
    assert "Conclusión 18.b" in ana.inbox[-1].text


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        pytest.param("x1:country:Panamá", "Panamá en las actas: ", id="example"),
        pytest.param("q1:x::1", "Conclusión 24 · ", id="question"),
        pytest.param("c1:panama", "Su país: Panamá.", id="country"),
        pytest.param("s1:en", "I am Acuerdos", id="language"),
        pytest.param("h1:due", "/plazos ", id="help"),
        pytest.param("k1:grcm-2017-06-san-salvador_C24", "t.me/AcuerdosBot?start=", id="share"),
    ],
)
async def test_any_tap_on_a_message_out_of_reach_is_answered_anew(chat: Chat, data: str, shown: str) -> None:
    ana = chat.person()
    (welcome,) = await chat.ask(ana, "/start")
    welcome.is_deleted = True
    tap = ana.taps_data(data, welcome)
    await settle(chat.application, chat.standin)
    assert (shown in ana.inbox[-1].text, tap.text) == (True, "")
