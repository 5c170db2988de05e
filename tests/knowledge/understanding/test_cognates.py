"""Words that two languages spell nearly alike."""

from pathlib import Path

import pytest

from knowledge.search.index import SearchIndex
from knowledge.search.matching import Alternative, Unit
from knowledge.search.terms import exact
from knowledge.understanding.cognates import with_cognates
from tests.support.answers import open_index
from tests.support.builders import make_act


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    act = make_act(("C1", "Medir el retroceso de los glaciares y la calidad del agua."), ("C2", "Glaciers."))
    return open_index(Path(tmp_path_factory.mktemp("cognates")), act)


@pytest.mark.parametrize(
    ("unit", "found"),
    [
        pytest.param(Unit("glacieres", ()), ["glaciers", "glaciares"], id="cognates"),
        pytest.param(
            Unit("glaciares", (Alternative(exact("glaciares"), 1.0),)),
            ["glaciers"],
            id="beside the word itself",
        ),
        pytest.param(
            Unit("glaciares", (Alternative(exact("glaciares"), 1.0),), is_notion=True), [], id="a notion"
        ),
        pytest.param(Unit("glass", ()), [], id="a short word"),
        pytest.param(Unit("glances", ()), [], id="a word that only begins alike"),
        pytest.param(Unit("glaciares", (), weight=0.15), [], id="a light word"),
        pytest.param(Unit("glaciares sur", ()), [], id="a phrase"),
    ],
)
def test_a_word_is_found_by_its_cognates(index: SearchIndex, unit: Unit, found: list[str]) -> None:
    added = with_cognates(unit, index).alternatives[len(unit.alternatives) :]

    assert [each.term for each in added] == [exact(word) for word in found]
