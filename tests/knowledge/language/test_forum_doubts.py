from pathlib import Path

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.forum import load_forum
from knowledge.language.forum_doubts import find_doubts
from tests.support.forums import FISHERIES, STATISTICS, forum_folder


@pytest.mark.parametrize(
    ("description", "doubts"),
    [
        pytest.param(FISHERIES, [], id="nothing missing"),
        pytest.param(
            STATISTICS,
            ["forum.yaml: «Trinidad y Tabago» se toma por Trinidad y Tobago."],
            id="another spelling of a country",
        ),
        pytest.param(
            "name: Liga",
            [
                "forum.yaml: no dice qué países son miembros («member_countries»).",
                "forum.yaml: no describe ningún órgano («bodies»).",
            ],
            id="only a name",
        ),
    ],
)
def test_what_is_missing_is_said(tmp_path: Path, description: str, doubts: list[str]) -> None:
    assert [str(doubt) for doubt in find_doubts(load_forum(forum_folder(tmp_path, description)))] == doubts


def test_the_shipped_forum_leaves_no_doubt() -> None:
    assert list(find_doubts(load_forum(BUILT_IN))) == []
