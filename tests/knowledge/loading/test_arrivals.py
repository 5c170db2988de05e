"""Many files at once: what each brings, and why one brings nothing."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace as replace_fields
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from knowledge.loading import Loader
from knowledge.stores.data_folder import DataFolder
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.acts import Act
from knowledge.values.errors import ReloadRefused
from tests.support.plain_acts import read_plain_act, write_plain_act

FIRST = ("C1", "Pagar las cuotas de este año.")
SECOND = ("C2", "Reunirse otra vez el año que viene.")
OTHER = ("C1", "Aprobar el plan de trabajo de la red.")


def read_dated_act(path: Path) -> Act:
    """Read a plain act; a file called «… 14.txt» is of a meeting that began on the 14th, others of none."""
    act = read_plain_act(path)
    _, _, day = path.stem.partition(" ")
    start = date(2017, 6, int(day)) if day.isdigit() else None
    return act.model_copy(update={"meeting": act.meeting.model_copy(update={"start": start})})


@pytest.fixture
def read() -> list[str]:
    return []


@pytest.fixture
def loader(tmp_path: Path, read: list[str]) -> Loader:
    def reading(path: Path) -> Act:
        read.append(path.name)
        return read_dated_act(path)

    def no_index(_: Database) -> None:
        pass

    return Loader(DataFolder.open(tmp_path / "data"), reading, no_index, tmp_path / "none", edition="1")


def loaded(loader: Loader) -> dict[str, list[str]]:
    with closing(KnowledgeStore.open(loader.folder.knowledge)) as store:
        return {
            document.slug: [each.text for each in store.provisions(document.slug)]
            for document in store.documents()
        }


def empty(path: Path) -> Path:
    path.touch()
    return path


def act(slug: str, *paragraphs: tuple[str, str]) -> Callable[[Path], Path]:
    return lambda path: write_plain_act(path, slug, *paragraphs)


@pytest.mark.parametrize(
    ("arriving", "slugs", "said", "left_out"),
    [
        pytest.param(
            {"a.txt": act("crm-2017"), "b.txt": empty, "c.txt": act("crm-2018")},
            ["crm-2017", "crm-2018"],
            [],
            ["b.txt no tiene texto."],
            id="one of three is faulty",
        ),
        pytest.param(
            {"a.txt": act("crm-2017"), "b.txt": act("crm-2017")},
            ["crm-2017"],
            ["b.txt es igual que crm-2017.txt: basta una."],
            [],
            id="the same content twice",
        ),
        pytest.param(
            {
                "a.txt": act("crm-2017", FIRST, SECOND),
                "a.docx": act("crm-2017", SECOND, FIRST),
                "a.pdf": act("crm-2017", ("C1", "Pagar  las cuotas de-este AÑO."), SECOND),
            },
            ["crm-2017"],
            [f"{name} dice lo mismo que crm-2017.txt: basta una." for name in ("a.docx", "a.pdf")],
            [],
            id="one meeting in three formats",
        ),
        pytest.param(
            {"a.txt": act("crm-2017", FIRST, SECOND), "b.txt": act("crm-2017", FIRST)},
            ["crm-2017"],
            [],
            ["b.txt es otra versión del acta crm-2017, que acaba de llegar; cargue solo una."],
            id="two versions at once",
        ),
        pytest.param(
            {"a 14.txt": act("crm-2017", FIRST), "b 21.txt": act("crm-2017", OTHER)},
            ["crm-2017", "crm-2017-2"],
            [],
            [],
            id="two meetings of one body, city and month",
        ),
        pytest.param(
            {"a 14.txt": act("crm-2017", FIRST), "b 21.txt": act("crm-2018", FIRST)},
            ["crm-2017", "crm-2018"],
            [],
            [],
            id="two meetings that agreed the same",
        ),
        pytest.param(
            {"a 14.txt": act("crm-2017", FIRST, SECOND), "b 15.txt": act("crm-2017", FIRST)},
            ["crm-2017"],
            [],
            ["b 15.txt es otra versión del acta crm-2017, que acaba de llegar; cargue solo una."],
            id="a version that corrects the day",
        ),
    ],
)
def test_each_file_brings_something_or_is_named(
    loader: Loader,
    tmp_path: Path,
    arriving: dict[str, Callable[[Path], Path]],
    slugs: list[str],
    said: list[str],
    left_out: list[str],
) -> None:
    paths = [write(tmp_path / name) for name, write in arriving.items()]

    report = loader.add(*paths)

    assert sorted(loaded(loader)) == slugs
    assert [str(each) for each in report.warnings] == said
    assert [str(each) for each in report.left_out] == left_out
    assert len(report.news) == report.acts == len(slugs)
    assert sorted(loaded(loader)) == slugs


def test_a_reload_keeps_meetings_apart(loader: Loader, tmp_path: Path) -> None:
    loader.add(
        write_plain_act(tmp_path / "a 14.txt", "crm-2017", FIRST),
        write_plain_act(tmp_path / "b 21.txt", "crm-2017", OTHER),
    )
    before = loaded(loader)

    loader.folder.knowledge.unlink()
    loader.rebuild()

    assert loaded(loader) == before


@pytest.mark.parametrize(
    ("replace", "texts", "news"),
    [
        pytest.param(False, [FIRST[1]], ["Nueva: crm-2018 (c.txt)"], id="left out"),
        pytest.param(
            True,
            [OTHER[1]],
            ["Nueva versión: crm-2017 (b.docx)", "Nueva: crm-2018 (c.txt)"],
            id="in its place",
        ),
    ],
)
def test_a_newer_version_takes_the_place_of_a_loaded_act_when_asked_to(
    loader: Loader, tmp_path: Path, *, replace: bool, texts: list[str], news: list[str]
) -> None:
    write_plain_act(loader.folder.acts / "dropped in by hand.txt", "crm-2017", FIRST)
    new = write_plain_act(tmp_path / "b.docx", "crm-2017", OTHER)
    another = write_plain_act(tmp_path / "c.txt", "crm-2018")

    report = loader.add(new, another, replace=replace)

    assert loaded(loader)["crm-2017"] == texts
    assert [str(each) for each in report.news] == news
    assert len(report.left_out) == (0 if replace else 1)
    assert loader.rebuild().acts == 2


def test_each_act_is_read_once(loader: Loader, tmp_path: Path, read: list[str]) -> None:
    many = [write_plain_act(tmp_path / f"{number}.txt", f"crm-{number}") for number in range(1990, 2000)]
    loader.add(*many)
    one_more = write_plain_act(tmp_path / "otra.txt", "crm-2017")

    loader.add(one_more)
    loader.rebuild()

    assert read == [*(path.name for path in many), "otra.txt"]
    assert len(loaded(loader)) == 11


def correct(loader: Loader) -> None:
    (loader.folder.acts / "crm-2017.review.yaml").write_text("meeting:\n  city: Colón\n", encoding="utf-8")


def change(loader: Loader) -> None:
    write_plain_act(loader.folder.acts / "crm-2017.txt", "crm-2017", OTHER)


def touch_base(loader: Loader) -> None:
    loader.folder.knowledge.touch()


@pytest.mark.parametrize(
    ("happens", "times"),
    [
        pytest.param(correct, [0, 1], id="corrected: as it was read from then on, to take corrections away"),
        pytest.param(change, [1, 0], id="changed"),
        pytest.param(touch_base, [1, 0], id="the base was touched, so that it may be damaged"),
    ],
)
def test_an_act_is_read_again_when_what_is_kept_may_not_be_it(
    loader: Loader, tmp_path: Path, read: list[str], happens: Callable[[Loader], None], times: list[int]
) -> None:
    loader.add(write_plain_act(tmp_path / "a.txt", "crm-2017", FIRST))
    happens(loader)

    counted = []
    for _ in times:
        read.clear()
        loader.rebuild()
        counted.append(len(read))

    assert counted == times


def test_how_many_are_read_is_told(loader: Loader, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    telling = replace_fields(loader, reading=lambda *step: told.append(step))

    telling.add(
        write_plain_act(tmp_path / "a.txt", "crm-2017"), write_plain_act(tmp_path / "b.txt", "crm-2018")
    )

    assert told == [(1, 2), (2, 2)]


def test_an_only_file_that_is_left_out_changes_nothing(loader: Loader, tmp_path: Path) -> None:
    loader.add(write_plain_act(tmp_path / "a.txt", "crm-2017", FIRST))

    with pytest.raises(ReloadRefused, match="otra versión"):
        loader.add(write_plain_act(tmp_path / "b.txt", "crm-2017", OTHER))

    assert loaded(loader) == {"crm-2017": [FIRST[1]]}
