"""How often words occur in texts of every sort."""

from pathlib import Path

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.frequencies import WordFrequencies, load_frequencies
from knowledge.values.errors import FaultyData


@pytest.mark.parametrize(
    ("word", "at_least", "at_most"),
    [
        pytest.param("tiempo", 5.5, 6.5, id="of everyday speech"),
        pytest.param("abonado", 2.5, 3.5, id="seldom"),
        pytest.param("zxqwv", 0.0, 0.0, id="no word"),
        pytest.param("zzzzzz", 0.0, 0.0, id="behind the last line"),
    ],
)
def test_usual_words_are_told_from_others(word: str, at_least: float, at_most: float) -> None:
    assert at_least <= load_frequencies(BUILT_IN.language).of(word) <= at_most


def test_the_lines_are_sorted() -> None:
    lines = (BUILT_IN.language / "word_frequencies.txt").read_text(encoding="utf-8").splitlines()
    words = [line.split()[0] for line in lines if line and not line.startswith("#")]

    assert words == sorted(words)


def test_a_line_without_number_is_reported(tmp_path: Path) -> None:
    (tmp_path / "word_frequencies.txt").write_text("casa 5.0\ncasita mucho\n", encoding="utf-8")
    frequencies = WordFrequencies(tmp_path)

    assert frequencies.of("casa") == 5.0
    with pytest.raises(FaultyData, match=r"word_frequencies\.txt, línea 2"):
        frequencies.of("casita")
