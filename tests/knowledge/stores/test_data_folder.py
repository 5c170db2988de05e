import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from knowledge.stores.data_folder import DataFolder, publish
from knowledge.stores.folder_rights import open_to_others
from knowledge.values.errors import StoreUnusable

NOBODY = 65534


@contextmanager
def unprivileged() -> Iterator[None]:
    """Give up root's rights for a while: root may write anywhere."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


def test_a_missing_folder_is_created(tmp_path: Path) -> None:
    folder = DataFolder.open(tmp_path / "data")

    assert folder.acts.is_dir()


def test_a_folder_is_used_as_it_is(tmp_path: Path) -> None:
    DataFolder.open(tmp_path / "data").state.write_text("x")

    assert DataFolder.open(tmp_path / "data").state.read_text() == "x"


def test_a_folder_without_a_parent_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreUnusable, match=r"No existe la carpeta .*/nada\. Indique otra .* --data"):
        DataFolder.open(tmp_path / "nada" / "data")


@pytest.mark.parametrize("place", ["data", "data/acts"])
def test_a_file_in_the_place_of_a_folder_is_refused(tmp_path: Path, place: str) -> None:
    (tmp_path / "data").mkdir() if place == "data/acts" else None
    (tmp_path / place).touch()

    with pytest.raises(StoreUnusable, match=f"{place} no es una carpeta"):
        DataFolder.open(tmp_path / "data")


def test_a_folder_that_may_not_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(mode=0o500)

    with unprivileged(), pytest.raises(StoreUnusable, match="No se puede escribir en la carpeta"):
        DataFolder.open(tmp_path / "data")


def test_a_full_disk_during_a_load_is_said(tmp_path: Path) -> None:
    folder = DataFolder.open(tmp_path / "data")

    with pytest.raises(StoreUnusable, match="No queda espacio"), folder.locked():
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_what_a_killed_load_left_is_removed_by_the_next(tmp_path: Path) -> None:
    folder = DataFolder.open(tmp_path / "data")
    folder.incoming.mkdir()
    (folder.incoming / "crm-2017.pdf").touch()
    folder.new_knowledge.touch()

    with folder.locked():
        assert sorted(path.name for path in folder.path.iterdir()) == ["acts", "load.lock"]


def test_a_published_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("old")
    (tmp_path / "new").write_text("new")

    publish(tmp_path / "new", tmp_path / "old")

    assert [path.name for path in tmp_path.iterdir()] == ["old"]
    assert (tmp_path / "old").read_text() == "new"


def test_an_existing_folder_is_closed_to_others(tmp_path: Path) -> None:
    path = tmp_path / "data"
    (path / "acts").mkdir(parents=True)
    for name in ("state.db", "state.db-wal", "acts/crm-2017.pdf", "a stranger.txt"):
        (path / name).touch()
        (path / name).chmod(0o644)
    for each in (path, path / "acts"):
        each.chmod(0o755)
    assert len(open_to_others(path)) == 5

    DataFolder.open(path)

    assert open_to_others(path) == ()
    modes = {str(each.relative_to(path)): each.stat().st_mode & 0o777 for each in (path, *path.rglob("*"))}
    assert modes == {
        ".": 0o700,
        "acts": 0o700,
        "acts/crm-2017.pdf": 0o600,
        "a stranger.txt": 0o644,
        "load.lock": 0o600,
        "state.db": 0o600,
        "state.db-wal": 0o600,
    }
