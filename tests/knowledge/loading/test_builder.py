"""How a base is built aside: looked at before it takes the old one's place, and told of in a report."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from knowledge.loading.builder import find_nothing_worse
from knowledge.loading.loader import Loader
from knowledge.stores.data_folder import DataFolder
from knowledge.values.errors import ReloadRefused
from knowledge.values.notices import Notice, notice
from tests.support.disks import version_of_file
from tests.support.plain_acts import read_plain_act, write_plain_act

WORSE, DOUBT = notice("peor"), notice("dudoso")


def no_index(_: Database) -> None:
    pass


def say_worse(_new: Path, _old: Path) -> tuple[Notice, ...]:
    return (WORSE,)


def refuse(_new: Path, _old: Path) -> tuple[Notice, ...]:
    raise ReloadRefused(WORSE)


@pytest.fixture
def loader(tmp_path: Path) -> Loader:
    built_in = write_plain_act(tmp_path / "built_in" / "crm-2016.txt", "crm-2016").parent
    loader = Loader(DataFolder.open(tmp_path / "data"), read_plain_act, no_index, built_in, edition="1")
    loader.ensure_built()
    return loader


@pytest.fixture
def arrival(tmp_path: Path) -> Path:
    return write_plain_act(tmp_path / "crm-2017.txt", "crm-2017")


def test_what_is_worse_is_told_beside_the_new_base(loader: Loader, arrival: Path) -> None:
    report = replace(loader, inspect=say_worse).add(arrival)

    assert report.worse == (WORSE,)
    assert report.acts == 2


def test_a_new_base_that_is_refused_leaves_the_old_one(loader: Loader, arrival: Path) -> None:
    before = version_of_file(loader.folder.knowledge)

    with pytest.raises(ReloadRefused):
        replace(loader, inspect=refuse).add(arrival)

    assert version_of_file(loader.folder.knowledge) == before
    assert not list(loader.folder.acts.glob("crm-2017*"))
    assert loader.rebuild().acts == 1


def test_both_bases_are_there_while_they_are_looked_at(loader: Loader, arrival: Path) -> None:
    seen: list[bool] = []

    def look(new: Path, old: Path) -> tuple[Notice, ...]:
        seen.extend((new.exists(), old.exists(), new != old))
        return ()

    replace(loader, inspect=look).add(arrival)

    assert seen == [True, True, True]


def test_nothing_is_worse_unless_somebody_looks(tmp_path: Path) -> None:
    assert find_nothing_worse(tmp_path, tmp_path) == ()


def test_each_report_repeats_what_is_doubtful_of_the_forum(loader: Loader) -> None:
    assert replace(loader, doubts=(DOUBT,)).rebuild().warnings == (DOUBT,)


def test_a_report_tells_what_the_new_base_changes(loader: Loader, arrival: Path) -> None:
    same, other = loader.rebuild().changes, loader.add(arrival).changes

    assert same is not None
    assert other is not None
    assert same != other


def test_an_old_base_that_cannot_be_read_is_compared_with_nothing(loader: Loader) -> None:
    loader.folder.knowledge.write_text("esto no es una base de datos" * 100)

    report = loader.rebuild()

    assert report.acts == 1
    assert report.changes is None
