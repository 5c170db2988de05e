"""For how long Telegram wants no calls, from one chat or from all."""

import pytest

from bot.flood_limits import IN_A_ROW, FloodLimits
from tests.support.clock import Clock

CHATS = [str(number) for number in range(IN_A_ROW)]


@pytest.fixture
def limits(clock: Clock) -> FloodLimits:
    return FloodLimits(clock)


def test_a_refusal_counts_for_its_chat_alone(limits: FloodLimits) -> None:
    limits.refuse("1", 30)

    assert limits.left("1") == pytest.approx(30)
    assert limits.left("2") <= 0


def test_the_longer_of_two_refusals_counts(limits: FloodLimits) -> None:
    limits.refuse("1", 30)
    limits.refuse("1", 5)

    assert limits.left("1") == pytest.approx(30)


def test_several_chats_in_a_row_stand_for_all(limits: FloodLimits) -> None:
    for chat in CHATS:
        limits.refuse(chat, 30)

    assert limits.left("another") == pytest.approx(30)


def test_what_came_through_between_ends_the_row(limits: FloodLimits) -> None:
    for chat in CHATS:
        limits.refuse(chat, 30)
        limits.take()

    assert limits.left("another") <= 0


def test_the_same_chat_again_is_no_row(limits: FloodLimits) -> None:
    for _ in CHATS:
        limits.refuse("1", 30)

    assert limits.left("another") <= 0
