import pytest

from knowledge.meaning.passages import (
    LEAD_IN,
    LONG,
    MOST_WINDOWS,
    STRETCH,
    is_long,
    passages_of,
    stretch_around,
)


def words(count: int) -> str:
    return " ".join(f"w{number}" for number in range(count))


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        pytest.param("", [""], id="no text"),
        pytest.param("Aprobar el informe.", ["Aprobar el informe."], id="a short one is its only window"),
        pytest.param(words(12), [words(12)], id="as long as a window"),
        pytest.param(
            "a b c d e f\n\ng h i j k l m n",
            ["a b c d e f g h i j k l", "g h i j k l m n"],
            id="half of a window is the next one's, across paragraphs",
        ),
    ],
)
def test_windows_slide_over_the_text(text: str, windows: list[str]) -> None:
    assert list(passages_of(text).windows) == windows


def test_windows_of_a_very_long_text_are_few_and_reach_from_its_start_to_its_end() -> None:
    windows = passages_of(words(6000)).windows

    assert len(set(windows)) == MOST_WINDOWS
    assert windows[0].startswith("w0 ")
    assert windows[-1].endswith(" w5999")


@pytest.mark.parametrize(
    ("above", "whole"),
    [
        pytest.param("", "Realizar un taller.", id="no item above"),
        pytest.param("Se acordó:", "Se acordó: Realizar un taller.", id="a lead-in"),
        pytest.param(
            "Se acordó:\n\nEl informe se enviará.",
            "Se acordó: Realizar un taller.",
            id="the closing paragraph is no lead-in",
        ),
        pytest.param("x" * 999, "x" * LEAD_IN + " Realizar un taller.", id="a long lead-in is cut"),
    ],
)
def test_the_whole_stands_below_its_lead_in_and_the_windows_without(above: str, whole: str) -> None:
    assert passages_of("Realizar un taller.", above) == (whole, ("Realizar un taller.",))


@pytest.mark.parametrize(
    ("window", "first", "last"),
    [
        pytest.param(0, 0, STRETCH - 1, id="the first window"),
        pytest.param(10, 44, 88, id="one in the middle"),
        pytest.param(len(passages_of(words(100)).windows) - 1, 100 - STRETCH, 99, id="the last window"),
    ],
)
def test_a_stretch_lies_around_a_window_and_within_the_text(window: int, first: int, last: int) -> None:
    stretch = stretch_around(words(100), window).split()

    assert (stretch[0], stretch[-1], len(stretch)) == (f"w{first}", f"w{last}", STRETCH)


def test_a_stretch_of_a_very_long_text_lies_around_the_window_that_was_kept() -> None:
    text = words(6000)
    window = passages_of(text).windows[40]

    assert window in stretch_around(text, 40)


def test_a_text_is_long_from_so_many_words_on() -> None:
    assert not is_long(words(LONG))
    assert is_long(words(LONG + 1))
