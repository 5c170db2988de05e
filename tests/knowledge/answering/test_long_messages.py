"""A message as long as Telegram takes it costs twice what half of it costs, whatever is repeated in it."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.services import open_services
from bot.settings import Settings
from handlers.services import Services
from tests.conftest import TODAY

LONGEST = 4096
LINEAR = 3.0
"""What is twice as long may take so many times as long; the square would be four times."""

NEGLIGIBLE = 0.2
"""Seconds of the processor below which growth is not looked at: small times are mostly noise."""


@pytest.fixture(scope="module")
def services(built_data: Path) -> Iterator[Services]:
    with open_services(Settings(_env_file=None, data=built_data, encoder=False)) as opened:
        yield opened


def seconds(services: Services, text: str) -> float:
    """Return how long answering takes, at best of three."""
    taken = []
    for _ in range(3):
        started = time.thread_time()
        services.base.ask(text, today=TODAY, language="es")
        taken.append(time.thread_time() - started)
        if taken[-1] < NEGLIGIBLE:
            break
    return min(taken)


@pytest.mark.parametrize(
    ("beginning", "repeated", "end"),
    [
        pytest.param("15 de julio", "\n", "x", id="line-feeds-after-a-day"),
        pytest.param("primer trimestre", " ", "x", id="spaces-after-a-period"),
        pytest.param("15 de julio", "\u00a0\n\t", "x", id="white-space-of-all-sorts"),
        pytest.param("15 de julio", "\u2028", "x", id="line-separators"),
        pytest.param("", "1-2, ", "", id="ranges"),
        pytest.param("", "16a", "", id="references"),
        pytest.param("", "16 a), ", "?", id="references-in-a-list"),
        pytest.param("", "15 de julio ", "", id="days"),
        pytest.param("", "julio ", "", id="months"),
        pytest.param("", "1/1/", "", id="slashes"),
        pytest.param("", "II.", "", id="roman-numerals"),
        pytest.param("", "¿a", "", id="question-marks"),
        pytest.param("", "a? ", "", id="short-questions"),
        pytest.param("", "ABCDEFGH ", "", id="capitals"),
        pytest.param("", "A", "", id="one-long-word"),
        pytest.param("", "«", "", id="quotation-marks"),
        pytest.param("", "(", "", id="parentheses"),
        pytest.param("", "de la ", "", id="prepositions"),
        pytest.param("", "la reunión de ", "", id="meetings"),
        pytest.param("", "México y Panamá, ", "", id="parties"),
        pytest.param("", "\u200b", "x", id="nothing-visible"),
        pytest.param("¿Qué significa ", "PPT-", "?", id="acronyms"),
    ],
)
def test_answering_takes_no_more_than_in_proportion(
    services: Services, beginning: str, repeated: str, end: str
) -> None:
    def message(length: int) -> str:
        return beginning + repeated * ((length - len(beginning + end)) // len(repeated)) + end

    whole = seconds(services, message(LONGEST))
    assert whole < NEGLIGIBLE or whole < LINEAR * seconds(services, message(LONGEST // 2))
