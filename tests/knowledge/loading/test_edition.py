"""Which program and data files build a base."""

import shutil
from pathlib import Path

import pytest

from knowledge.language.datafiles import BUILT_IN, DataFolders
from knowledge.loading.edition import edition_of
from knowledge.loading.golden import GOLDEN


@pytest.fixture
def data(tmp_path: Path) -> DataFolders:
    forum = tmp_path / "forum"
    forum.mkdir()
    shutil.copyfile(BUILT_IN.forum / "forum.yaml", forum / "forum.yaml")
    return BUILT_IN.model_copy(update={"forum": forum})


@pytest.mark.parametrize(
    ("name", "is_another"),
    [
        pytest.param("parties.yaml", True, id="a description of the forum"),
        pytest.param("acts/crm-2016.txt", True, id="an act that comes with it"),
        pytest.param(GOLDEN, False, id="golden questions"),
        pytest.param("notas.md", False, id="what nobody reads"),
    ],
)
def test_what_a_base_is_made_of_makes_its_edition(data: DataFolders, name: str, *, is_another: bool) -> None:
    before = edition_of(data)
    path = data.forum / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("algo")

    assert (edition_of(data) != before) is is_another
