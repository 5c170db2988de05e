"""What was learned is read from weights.yaml."""

from pathlib import Path

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.ranking.weights import Sureness, load_weights
from knowledge.values.errors import FaultyData

SURENESS = Sureness(bias=0.0, weights={"words": 2.0, "no_city": -3.0}, enough=0.5, sure=0.8)


@pytest.mark.parametrize(
    ("signs", "low", "high"),
    [
        pytest.param({}, 0.5, 0.5, id="none"),
        pytest.param({"words": 1.0}, 0.8, 0.95, id="a sign for it"),
        pytest.param({"words": 1.0, "no_city": 1.0}, 0.2, 0.4, id="a sign against it"),
        pytest.param({"unheard": 9.0}, 0.5, 0.5, id="a sign without weight"),
        pytest.param({"words": 1e9}, 0.99, 1.0, id="far too much"),
        pytest.param({"words": -1e9}, 0.0, 0.01, id="far too little"),
    ],
)
def test_signs_add_up_to_how_sure_an_answer_is(signs: dict[str, float], low: float, high: float) -> None:
    assert low <= SURENESS.of(signs) <= high


def test_what_ships_can_be_read() -> None:
    weights = load_weights(BUILT_IN.learned)

    for model in (weights.meaning, weights.words):
        assert 0 < model.sureness.enough <= model.sureness.sure < 1
        assert model.ranking.weights["words"] > 0
    assert "meaning" not in weights.words.ranking.weights


@pytest.mark.parametrize(
    ("find", "put", "problem"),
    [
        pytest.param("\n  intent: ", "\n  intent: mucho ", r"weights\.yaml, línea \d+", id="no number"),
        pytest.param("\nwords:\n", "\npalabras:\n", r"weights\.yaml", id="another name"),
        pytest.param("meaning:\n", "meaning: [\n", r"weights\.yaml, línea \d+", id="no YAML"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, find: str, put: str, problem: str) -> None:
    content = (BUILT_IN.learned / "weights.yaml").read_text(encoding="utf-8")
    assert find in content
    (tmp_path / "weights.yaml").write_text(content.replace(find, put, 1), encoding="utf-8")

    with pytest.raises(FaultyData, match=problem):
        load_weights(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FaultyData, match=r"weights\.yaml"):
        load_weights(tmp_path)
