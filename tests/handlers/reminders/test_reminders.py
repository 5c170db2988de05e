"""/avisos and the digest: once a day, nothing twice, nothing lost, and nothing of what is done."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from handlers.services import Services
from knowledge.stores.subscriptions import SubscriptionStore
from knowledge.values.subscriptions import Subscription, reminder_of
from standin import Person
from tests.conftest import ADMIN, EDITOR
from tests.support.chat import Chat
from tests.support.days import DUE, Days


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        pytest.param("/avisos", "no recibe avisos", id="none-yet"),
        pytest.param("/avisos Panamá", "De: Panamá", id="a-country"),
        pytest.param("/avisos OIM", "De: OIM", id="a-body"),
        pytest.param("/avisos Panamá y la OIM", "De: Panamá y OIM", id="two"),
        pytest.param("/avisos OIM 8:15, 30 y 7 días", "a las 8:15", id="all-at-once"),
        pytest.param("/avisos 30 y 7 días antes", "30 y 7 días antes, a las", id="days-before"),
        pytest.param("/avisos México 30 7", "30 y 7 días antes, a las", id="days-by-their-numbers"),
        pytest.param("/avisos México 30, 7 y 1", "30, 7 y 1 días antes, a las", id="three-days"),
        pytest.param("/avisos todo, una semana antes, 8:15", "7 días antes, a las 8:15", id="a-week"),
        pytest.param("/avisos un día antes y el mismo día", "un día antes y el mismo día", id="that-day"),
        pytest.param("/avisos México 30 5", "cuántos días antes (30, 7, 1", id="one-other-day"),
        pytest.param("/avisos 5 días", "No entiendo «5 días»", id="other-days"),
        pytest.param("/avisos OIM 25:00", "No entiendo «OIM 25:00»", id="no-such-time"),
        pytest.param("/avisos todo", "De: todo el foro", id="all"),
        pytest.param("/avisos 6:30", "6:30", id="a-time"),
        pytest.param("/avisos hora de Bogotá", "Colombia", id="a-zone"),
        pytest.param("/avisos sandías", "No entiendo «sandías»", id="nothing-known"),
        pytest.param("/avisos no", "ya no recibe avisos", id="off"),
    ],
)
@pytest.mark.usefixtures("days")
async def test_what_a_chat_is_reminded_of_is_said_in_words(
    chat: Chat, ana: Person, command: str, shown: str
) -> None:
    (answer,) = await chat.ask(ana, command)

    assert shown in answer.text


@pytest.mark.usefixtures("subscribed")
async def test_buttons_change_it_in_place(chat: Chat, services: Services, ana: Person) -> None:
    await chat.tap(ana, "✓ 30 días")
    await chat.tap(ana, "Hora…")
    await chat.tap(ana, "9:00")

    kept = SubscriptionStore(services.state).of_chat(ana.id)
    assert kept
    assert (kept.days_before, kept.at, kept.parties) == ((7, 1, 0), time(9), ("Panamá",))
    assert len(ana.inbox) == 1


async def test_a_deadline_is_told_seven_days_before_once(subscribed: Days) -> None:
    (digest,) = await subscribed.sweep(DUE - timedelta(days=7))

    assert digest.text.startswith("Avisos")
    assert "En 7 días" in digest.text
    assert "Conclusión 16.a" in digest.text
    assert await subscribed.sweep(DUE - timedelta(days=7), hour=20) == []
    subscribed.restart()
    assert await subscribed.sweep(DUE - timedelta(days=7), hour=21) == []


async def test_after_days_of_absence_one_digest_tells_what_was_missed(subscribed: Days) -> None:
    (digest,) = await subscribed.sweep(DUE + timedelta(days=2))

    assert "demorado" in digest.text
    assert digest.text.count("Conclusión 16.a") == 1


async def test_it_comes_no_earlier_than_asked_for(subscribed: Days) -> None:
    assert await subscribed.sweep(DUE - timedelta(days=7), hour=12) == []  # six in the morning there


async def test_what_is_done_reminds_nobody(chat: Chat, subscribed: Days) -> None:
    await chat.ask(chat.person(EDITOR), "/cumplida 16a")

    assert all("Conclusión 16.a" not in each.text for each in await subscribed.sweep(DUE))


async def test_a_chat_that_blocked_the_bot_is_left_alone_until_it_writes(
    chat: Chat, services: Services, ana: Person, subscribed: Days
) -> None:
    ana.blocks()
    assert await subscribed.sweep(DUE - timedelta(days=7)) == []
    assert SubscriptionStore(services.state).active() == ()

    await chat.ask(ana, "hola")

    assert [each.chat_id for each in SubscriptionStore(services.state).active()] == [ana.id]


async def test_news_of_an_act_comes_once_the_secretariat_says_so(
    services: Services, ana: Person, subscribed: Days
) -> None:
    (document,) = services.base.documents()
    await services.change(lambda state: SubscriptionStore(state).plan_notices(document.slug))

    (news,) = await subscribed.sweep(date(2017, 7, 1), hour=19)

    assert news.text.startswith("Nueva acta: GRCM, San Salvador")
    assert await subscribed.sweep(date(2017, 7, 1), hour=20) == []
    assert ana.inbox[-1] is news


@pytest.mark.parametrize(
    ("zone", "moment", "is_due"),
    [
        pytest.param(
            "America/Costa_Rica", datetime(2017, 7, 2, 12, 59, tzinfo=UTC), False, id="before-seven"
        ),
        pytest.param("America/Costa_Rica", datetime(2017, 7, 2, 13, tzinfo=UTC), True, id="at-seven"),
        pytest.param("America/New_York", datetime(2018, 3, 11, 10, 59, tzinfo=UTC), False, id="summer-time"),
        pytest.param("America/New_York", datetime(2018, 3, 11, 11, tzinfo=UTC), True, id="its-first-day"),
        pytest.param("America/New_York", datetime(2018, 11, 4, 12, tzinfo=UTC), True, id="winter-time"),
    ],
)
def test_it_is_due_by_the_clock_where_the_chat_is(zone: str, moment: datetime, is_due: bool) -> None:  # noqa: FBT001
    wanted = Subscription(chat_id=7, language="es", zone=zone, told=moment.date() - timedelta(days=1))

    assert wanted.is_due(moment) is is_due


def test_a_leap_day_has_its_reminder() -> None:
    wanted = Subscription(chat_id=7, language="es", zone="Etc/UTC", told=date(2020, 2, 27), days_before=(1,))

    found = reminder_of(date(2020, 2, 29), wanted, date(2020, 2, 28))

    assert found
    assert (found.day, found.is_delayed) == (date(2020, 2, 28), False)


def test_an_unknown_send_is_tried_once_more_and_said_to_be_late() -> None:
    wanted = Subscription(chat_id=7, language="es", zone="Etc/UTC", told=date(2017, 7, 7), days_before=(7,))
    tried = replace_tried(wanted)

    found = reminder_of(DUE, tried, date(2017, 7, 8))

    assert found
    assert found.is_delayed


def replace_tried(wanted: Subscription) -> Subscription:
    return wanted.model_copy(update={"tried": date(2017, 7, 8)})


async def test_admins_choose_whether_subscribers_are_told(
    chat: Chat, services: Services, subscribed: Days
) -> None:
    admin = chat.person(ADMIN)
    text = services.base.act(services.base.documents()[0].slug).text.replace("2017", "2018")
    admin.sends_document(text.encode(), "acta.txt")
    await chat.settle()
    await chat.tap(admin, "Cargar")

    assert "¿Aviso a 1 chat de" in admin.inbox[-1].text
    await chat.tap(admin, "Avisar")
    assert len(SubscriptionStore(services.state).planned_notices()) == 1
    (news,) = await subscribed.sweep(date(2017, 7, 1), hour=19)
    assert "2018" in news.text
