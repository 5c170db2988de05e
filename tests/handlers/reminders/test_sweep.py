"""Sweeps when Telegram refuses, is slow or away: no chat waits for another, and nothing is lost."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

import pytest

from handlers.reminders.sweep import IN_A_ROW
from handlers.services import Services
from knowledge.stores.subscriptions import SubscriptionStore
from standin import Person, RefusalError, bad_request, flood, forbidden, outage
from tests.support.chat import Chat
from tests.support.days import DUE, Days

MANY = 20
EVE = DUE - timedelta(days=1)
TOO_LONG = 60.0
"""Seconds after which an answer of Telegram is no longer waited for."""


@pytest.fixture
async def many(chat: Chat, days: Days) -> list[Person]:  # noqa: ARG001  the day on which they subscribe
    """People who all have a digest to come."""
    people = [chat.standin.person(100 + number, "Ana", "es") for number in range(MANY)]
    for person in people:
        await chat.ask(person, "/avisos Panamá")
    return people


def digests(people: list[Person]) -> list[int]:
    return [sum(each.text.startswith("Avisos · ") for each in person.inbox) for person in people]


def called(chat: Chat) -> Iterator[int]:
    """Yield the chats to which the bot tried to write, refused ones too."""
    return (call.number("chat_id") for call in chat.standin.calls if call.method == "sendMessage")


async def test_a_chat_that_telegram_refuses_for_long_holds_up_no_other(
    chat: Chat, days: Days, many: list[Person]
) -> None:
    chat.standin.fails("sendMessage", flood(600), chat_id=many[0].id)
    chat.standin.calls.clear()

    await days.sweep(EVE)
    assert digests(many) == [0] + [1] * (MANY - 1)

    for minute in range(1, 10):
        await days.sweep(EVE, minute=minute)
    assert Counter(called(chat))[many[0].id] == 1  # as long as Telegram asked not to

    await days.sweep(EVE, minute=10)
    await days.sweep(EVE, minute=11)
    assert digests(many) == [1] * MANY
    assert "Mañana\n" in many[0].inbox[-1].text  # in time, and not marked as late


async def test_chats_that_are_refused_again_and_again_come_last(
    chat: Chat, days: Days, many: list[Person]
) -> None:
    for person in many[:IN_A_ROW]:
        chat.standin.fails("sendMessage", flood(30), times=2, chat_id=person.id)

    await days.sweep(EVE)
    await days.sweep(EVE, minute=1)
    assert digests(many) == [0] * IN_A_ROW + [1] * (MANY - IN_A_ROW)

    await days.sweep(EVE, minute=2)
    assert digests(many) == [1] * MANY


async def test_a_broadcast_that_telegram_halts_goes_on_where_it_stopped(
    chat: Chat, days: Days, many: list[Person], services: Services
) -> None:
    (document,) = services.base.documents()
    await services.change(lambda state: SubscriptionStore(state).plan_notices(document.slug))
    quiet = DUE - timedelta(days=10)  # nothing falls due
    already = len(chat.standin.sent)
    chat.standin.calls.clear()
    for person in many[5 : 5 + IN_A_ROW]:
        chat.standin.fails("sendMessage", flood(30), chat_id=person.id)

    await days.sweep(quiet)
    assert (len(chat.standin.sent) - already, len(list(called(chat)))) == (5, 5 + IN_A_ROW)

    await days.sweep(quiet, minute=1)
    assert [sum("Nueva acta" in each.text for each in person.inbox) for person in many] == [1] * MANY
    assert not any("demorado" in each.text for person in many for each in person.inbox)


async def test_while_a_broadcast_is_halted_for_some_others_are_answered(
    chat: Chat, ana: Person, days: Days, many: list[Person]
) -> None:
    chat.standin.fails("sendMessage", flood(30), times=2, chat_id=many[5].id)

    await asyncio.gather(days.sweep(EVE), chat.ask(ana, "/conclusion 24"))

    assert "Conclusión 24" in ana.inbox[-1].text
    assert days.seconds_since(EVE) < 30


async def test_whoever_is_asked_while_telegram_takes_nothing_answers_right_after(
    chat: Chat, ana: Person, days: Days, many: list[Person]
) -> None:
    for person in many[:IN_A_ROW]:
        chat.standin.fails("sendMessage", flood(30), chat_id=person.id)
    await days.sweep(EVE)

    (answer,) = await chat.ask(ana, "/conclusion 24")

    assert "Conclusión 24" in answer.text
    assert 30 <= days.seconds_since(EVE) < 35


async def test_a_second_message_that_may_have_arrived_gives_up_no_later_reminder(
    chat: Chat, subscribed: Days
) -> None:
    chat.standin.slows("sendMessage", TOO_LONG, times=2)
    (eve,) = await subscribed.sweep(EVE)
    (day,) = await subscribed.sweep(DUE)

    (again,) = await subscribed.sweep(DUE, minute=1)

    assert ("Mañana\n" in eve.text, "Hoy\n" in day.text, "Hoy (demorado)\n" in again.text) == (
        True,
        True,
        True,
    )
    assert await subscribed.sweep(DUE, minute=2) == []


async def test_a_message_that_may_have_arrived_is_sent_once_more_and_no_more(
    chat: Chat, subscribed: Days
) -> None:
    chat.standin.slows("sendMessage", TOO_LONG, times=9)
    (first,) = await subscribed.sweep(DUE)
    subscribed.restart()
    (second,) = await subscribed.sweep(DUE, minute=1)

    assert ("Hoy\n" in first.text, "Hoy (demorado)\n" in second.text) == (True, True)
    assert await subscribed.sweep(DUE, minute=2) == []
    assert all("Conclusión 16.a" not in each.text for each in await subscribed.sweep(DUE + timedelta(days=1)))


async def test_where_telegram_does_not_answer_no_chat_after_the_first_is_put_at_risk(
    chat: Chat, days: Days, many: list[Person]
) -> None:
    chat.standin.slows("sendMessage", TOO_LONG)
    chat.standin.fails("getMe", outage(), times=3)
    for minute in range(4):
        await days.sweep(EVE, minute=minute)
        assert sum(digests(many)) == (1 if minute < 3 else MANY + 1)


@pytest.mark.parametrize(
    "refusal",
    [
        pytest.param(forbidden("bot was blocked by the user"), id="blocked"),
        pytest.param(forbidden("user is deactivated"), id="account deleted"),
        pytest.param(forbidden("bot was kicked from the group chat"), id="kicked"),
        pytest.param(bad_request("chat not found"), id="gone"),
        pytest.param(bad_request("CHAT_WRITE_FORBIDDEN"), id="muted"),
    ],
)
async def test_a_chat_that_takes_no_messages_is_left_alone(
    chat: Chat, subscribed: Days, services: Services, refusal: RefusalError, caplog: pytest.LogCaptureFixture
) -> None:
    chat.standin.fails("sendMessage", refusal)
    chat.standin.calls.clear()
    for day in range(3):
        assert await subscribed.sweep(EVE + timedelta(days=day)) == []

    assert len(list(called(chat))) == 1
    assert SubscriptionStore(services.state).active() == ()
    assert [each for each in caplog.records if each.levelname == "ERROR"] == []


async def test_a_group_that_became_a_supergroup_unheard_has_its_digest_once(
    chat: Chat, ana: Person, days: Days, services: Services
) -> None:
    group = chat.standin.group("Delegados", [ana])
    await chat.settle()
    await chat.ask(ana, "/avisos Panamá", group=group)
    upgraded = group.becomes_supergroup()
    chat.standin.take_updates()

    await days.sweep(EVE)
    await days.sweep(EVE, minute=1)

    assert [each.text.startswith("Avisos · ") for each in upgraded.inbox] == [True]
    assert [each.chat_id for each in SubscriptionStore(services.state).active()] == [upgraded.chat.id]


async def test_a_digest_whose_topic_was_closed_goes_to_the_group(chat: Chat, ana: Person, days: Days) -> None:
    group = chat.standin.group("Delegados", [ana])
    await chat.settle()
    topic = group.opens_topic()
    await chat.ask(ana, "/avisos Panamá", group=group, topic=topic)
    group.closes_topic(topic)

    await days.sweep(EVE)

    assert group.inbox[-1].text.startswith("Avisos · ")


async def test_another_zone_moves_the_hour_and_tells_nothing_twice(
    chat: Chat, ana: Person, subscribed: Days
) -> None:
    await chat.ask(ana, "/avisos hora de Madrid")
    (digest,) = await subscribed.sweep(EVE, hour=5)  # seven in the morning there
    assert "Mañana" in digest.text

    await chat.ask(ana, "/avisos hora de Bogotá")
    assert await subscribed.sweep(EVE, hour=12) == []
