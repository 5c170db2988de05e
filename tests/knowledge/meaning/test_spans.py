"""The likeliest words of a passage, from the log-odds of its tokens."""

import numpy as np
import pytest

from knowledge.meaning.spans import LONGEST, SpanOdds

PASSAGE = "Belice pagará el curso."
PLACES = [(0, 6), (6, 13), (13, 16), (16, 22), (22, 23)]
LOW = -9.0


def logits(
    starts: dict[int, float], ends: dict[int, float], nothing: float, size: int = len(PLACES)
) -> np.ndarray:
    """Give log-odds to some tokens, and low ones to all others; the first row is that of no words."""
    rows = np.full((1 + size, 2), LOW, np.float32)
    rows[0] = nothing / 2
    for column, told in enumerate((starts, ends)):
        for place, value in told.items():
            rows[1 + place, column] = value
    return rows


@pytest.mark.parametrize(
    ("starts", "ends", "nothing", "text"),
    [
        pytest.param({0: 5.0}, {0: 5.0}, 0.0, "Belice", id="one token"),
        pytest.param({2: 5.0}, {3: 5.0}, 0.0, "el curso", id="two, without the space before"),
        pytest.param({3: 5.0, 0: 4.0}, {1: 5.0}, 0.0, "Belice pagará", id="none ends before it starts"),
        pytest.param({0: 5.0}, {0: 5.0}, 11.0, None, id="likelier none"),
    ],
)
def test_the_likeliest_words_are_found(
    starts: dict[int, float], ends: dict[int, float], nothing: float, text: str | None
) -> None:
    span = SpanOdds(logits(starts, ends, nothing), PLACES).best(PASSAGE)
    assert (span and span.text) == text


def test_words_that_overlap_make_it_surer_and_others_less_sure() -> None:
    alone = SpanOdds(logits({0: 5.0}, {0: 5.0}, 8.0), PLACES).best(PASSAGE)
    longer = SpanOdds(logits({0: 5.0}, {0: 5.0, 1: 5.0}, 8.0), PLACES).best(PASSAGE)
    elsewhere = SpanOdds(logits({0: 5.0, 3: 5.0}, {0: 5.0, 3: 5.0}, 8.0), PLACES).best(PASSAGE)

    assert alone
    assert longer
    assert elsewhere
    assert elsewhere.sureness < alone.sureness < longer.sureness < 1


def test_words_that_take_too_many_tokens_are_none() -> None:
    size = LONGEST + 1
    passage = "a" * size
    places = [(place, place + 1) for place in range(size)]
    found = SpanOdds(logits({0: 5.0}, {size - 1: 9.0, size - 2: 5.0}, 0.0, size), places).best(passage)

    assert found
    assert found.text == passage[:-1]


def test_an_empty_passage_has_none() -> None:
    assert SpanOdds(logits({}, {}, 0.0, 0), []).best("") is None


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        pytest.param((13, 22), "pagará el curso", id="it is completed"),
        pytest.param((0, 6), "Belice", id="another, if that has it"),
        pytest.param((90, 95), None, id="beyond what was read"),
    ],
)
def test_words_that_have_a_mark_are_found(mark: tuple[int, int], text: str | None) -> None:
    odds = SpanOdds(logits({0: 4.0, 1: 6.0}, {0: 7.0, 2: 6.0}, 30.0), PLACES)
    span = odds.best(PASSAGE, [mark])

    assert (span and span.text) == text
    assert span is None or span.sureness < 0.5
