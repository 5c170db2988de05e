"""Which reminders are still to be told, once messages went out of which nobody knows whether they arrived."""

from datetime import date

import pytest

from knowledge.values.subscriptions import Subscription, reminder_of


def july(day: int) -> date:
    return date(2017, 7, day)


SUBSCRIBED = Subscription(chat_id=7, language="es", zone="Etc/UTC", told=july(5), days_before=(0,))


def tried(*days: int) -> Subscription:
    wanted = SUBSCRIBED
    for day in days:
        wanted = wanted.settled().trying(july(day))
    return wanted


@pytest.mark.parametrize(
    ("tries", "told", "left"),
    [
        pytest.param([], july(5), None, id="none"),
        pytest.param([6], july(5), july(6), id="one"),
        pytest.param([6, 6], july(6), None, id="two-on-a-day"),
        pytest.param([6, 7], july(6), july(7), id="on-two-days"),
        pytest.param([6, 7, 7], july(7), None, id="the-second-day-tried-again"),
        pytest.param([6, 7, 8], july(7), july(8), id="on-three-days"),
        pytest.param([8, 7], july(7), july(8), id="after-a-move-to-the-west"),
    ],
)
def test_what_was_tried_twice_is_given_up_and_the_rest_is_not(
    tries: list[int], told: date, left: date | None
) -> None:
    settled = tried(*tries).settled()
    assert (settled.told, settled.tried, settled.tried_again) == (told, left, None)


@pytest.mark.parametrize(
    ("day", "tries", "is_delayed"),
    [
        pytest.param(7, [], False, id="of-today"),
        pytest.param(6, [], True, id="of-yesterday"),
        pytest.param(7, [6], False, id="of-today-after-a-try-yesterday"),
        pytest.param(7, [7], True, id="of-today-tried"),
        pytest.param(6, [6, 6], None, id="tried-twice"),
        pytest.param(7, [6, 7], True, id="tried-once-with-what-was-tried-twice"),
        pytest.param(8, [], None, id="of-tomorrow"),
        pytest.param(5, [], None, id="told"),
    ],
)
def test_a_reminder_comes_in_time_or_late_or_no_more(
    day: int, tries: list[int], *, is_delayed: bool | None
) -> None:
    found = reminder_of(july(day), tried(*tries).settled(), july(7))
    assert (found.is_delayed if found else None) == is_delayed


def test_what_was_told_needs_no_more_tries() -> None:
    finished = tried(6, 7).finished(july(7))
    assert (finished.told, finished.tried, finished.tried_again) == (july(7), None, None)
