"""Fixtures: a clock that a test moves, and a stand-in that runs by it."""

import dataclasses

import pytest

from bot.standin import Standin


@dataclasses.dataclass
class Clock:
    now: float = 1_500_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def standin(clock: Clock) -> Standin:
    return Standin(clock)
