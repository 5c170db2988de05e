"""No regular expression of ours takes for ever, whatever it is given."""

import json
import re
import subprocess
import sys
import time

import pytest

from bot.step_limit import limited
from handlers.errors import TookTooLong
from tests.support.patterns import ROOT, Pattern, hostile
from tests.support.processes import environment

LENGTH = 1500
MOST_SECONDS = 0.12
"""For so many characters; the square of their number takes a third of it, and what is worse far more."""

FEWEST = 400
OF_MASKED_TEXT = ("\x02", "\x03")
"""What stands for dates and events in what is read; nobody can write it."""


@pytest.fixture(scope="module")
def patterns() -> list[Pattern]:
    found = subprocess.run(
        [sys.executable, "-m", "tests.support.patterns"],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    return [Pattern(*each) for each in json.loads(found.stdout)]


def test_no_pattern_takes_longer_than_the_square_of_a_text(patterns: list[Pattern]) -> None:
    slow = {each.place: text[:20] for each in patterns if (text := slowest(each))}
    assert slow == {}
    assert len(patterns) > FEWEST


def slowest(pattern: Pattern) -> str | None:
    """Return a text on which a pattern takes too long, if there is one."""
    compiled = re.compile(pattern.text, pattern.flags)
    for text in hostile(pattern, LENGTH):
        if not any(mask in text for mask in OF_MASKED_TEXT) and takes_too_long(compiled, text):
            return text
    return None


def takes_too_long(pattern: re.Pattern[str], text: str) -> bool:
    for _ in range(3):  # a busy machine is slow now and then
        started = time.thread_time()
        try:
            with limited(5 * MOST_SECONDS):
                for _found in pattern.finditer(text):
                    pass
        except TookTooLong:
            return True
        if time.thread_time() - started < MOST_SECONDS:
            return False
    return True


@pytest.mark.parametrize(
    ("text", "slow"),
    [
        pytest.param(r"(a+)+b", True, id="exponential"),
        pytest.param(r"\s*,?\s*,?\s*x", False, id="white-space-which-is-folded"),
        pytest.param(r"[A-Z]{2,}(?:-?[A-Z\d]+)*!", True, id="acronyms-as-they-were"),
        pytest.param(r"\w+x", False, id="square"),
        pytest.param(r"\w*\w*\w*x", True, id="cube"),
    ],
)
def test_the_texts_tell_slow_patterns_from_others(text: str, *, slow: bool) -> None:
    assert (slowest(Pattern(text, 0, "here")) is not None) is slow
