"""What files would bring: told without changing anything, and read only once."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from knowledge.loading import Loader
from knowledge.loading.preview import ReadOnce
from knowledge.stores.data_folder import DataFolder
from knowledge.values.acts import Act
from tests.support.plain_acts import read_plain_act, write_plain_act


def no_index(_: Database) -> None:
    pass


@pytest.fixture
def loader(tmp_path: Path) -> Loader:
    built_in = write_plain_act(tmp_path / "built_in" / "crm-2016.txt", "crm-2016").parent
    loader = Loader(DataFolder.open(tmp_path / "data"), read_plain_act, no_index, built_in, edition="1")
    loader.add(
        write_plain_act(tmp_path / "before.txt", "crm-2017", ("C1", "Pagar."), ("C2", "Instar a pagar."))
    )
    return loader


def act(slug: str, *paragraphs: tuple[str, str]) -> Callable[[Path], Path]:
    return lambda path: write_plain_act(path, slug, *paragraphs)


def empty(path: Path) -> Path:
    path.touch()
    return path


@pytest.mark.parametrize(
    ("arriving", "told"),
    [
        pytest.param({"a.txt": act("crm-2018")}, [("crm-2018", None, None)], id="a new act"),
        pytest.param(
            {"a.txt": act("crm-2017", ("C1", "Pagar."), ("C2", "Instar a pagar mañana."), ("C3", "Más."))},
            [("crm-2017", ("C3", "C2"), None)],
            id="a new version",
        ),
        pytest.param(
            {"a.txt": act("crm-2017", ("C1", "Pagar."), ("C2", "Instar a pagar."))},
            [(None, None, "a.txt ya estaba cargada.")],
            id="the same file",
        ),
        pytest.param({"a.txt": empty}, [(None, None, "a.txt no tiene texto.")], id="no act"),
        pytest.param(
            {"a.txt": act("crm-2018"), "b.txt": act("crm-2018")},
            [("crm-2018", None, None), (None, None, "b.txt es igual que crm-2018.txt: basta una.")],
            id="one twice",
        ),
    ],
)
def test_each_file_is_told_of(
    loader: Loader,
    tmp_path: Path,
    arriving: dict[str, Callable[[Path], Path]],
    told: list[tuple[object, ...]],
) -> None:
    before = {path: path.stat().st_mtime_ns for path in loader.folder.path.rglob("*") if path.is_file()}
    paths = [write(tmp_path / name) for name, write in arriving.items()]
    preview = loader.preview(*paths, workplace=tmp_path / "trial")
    shown = [
        (
            each.act.slug if each.act else None,
            each.changes
            and tuple(
                " ".join(map(str, references))
                for references in (each.changes.provisions.came, each.changes.provisions.changed)
            ),
            str(each.refusal) if each.refusal else None,
        )
        for each in preview.files
    ]
    assert shown == told
    assert not (tmp_path / "trial").exists()
    assert {
        path: path.stat().st_mtime_ns for path in loader.folder.path.rglob("*") if path.is_file()
    } == before


def test_corrections_that_wait_for_an_act_count(loader: Loader, tmp_path: Path) -> None:
    review = loader.folder.acts / "crm-2018.review.yaml"
    review.write_text("meeting:\n  city: Colón\n", encoding="utf-8")
    path = write_plain_act(tmp_path / "a.txt", "crm-2018")
    (acting,) = loader.preview(path, workplace=tmp_path / "trial").acts
    assert acting.meeting.city == "Colón"
    review.write_text("comitments: []\n", encoding="utf-8")
    (file,) = loader.preview(path, workplace=tmp_path / "trial").files
    assert "crm-2018.review.yaml, línea 1" in str(file.refusal)


def test_an_act_is_previewed_while_another_load_is_under_way(loader: Loader, tmp_path: Path) -> None:
    path = write_plain_act(tmp_path / "a.txt", "crm-2018")
    with loader.folder.locked():
        assert loader.preview(path, workplace=tmp_path / "trial").bringing


def test_what_was_previewed_is_not_read_again_unless_it_changed(loader: Loader, tmp_path: Path) -> None:
    read: list[str] = []

    def reading(path: Path) -> Act:
        read.append(path.name)
        return read_plain_act(path)

    path = write_plain_act(tmp_path / "a.txt", "crm-2018")
    once = replace(loader, read=ReadOnce().reader(reading, "1"))
    for _ in range(2):
        once.preview(path, workplace=tmp_path / "trial")
    once.add(path)
    assert read == ["a.txt"]
    write_plain_act(path, "crm-2018", ("C1", "Otra versión."))
    assert once.preview(path, workplace=tmp_path / "trial").bringing[0].changes
    assert read == ["a.txt", "a.txt"]
