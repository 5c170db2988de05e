"""Backups hold what cannot be made anew, and are whole or not there; a restore is old or new."""

import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlite_utils import Database

from knowledge.stores.archives import MANIFEST
from knowledge.stores.backups import Backups
from knowledge.stores.data_folder import DataFolder
from knowledge.stores.folder_rights import open_to_others
from knowledge.stores.forgotten import ForgottenPeople
from knowledge.stores.people import PeopleStore
from knowledge.stores.prompts import Prompt, PromptStore
from knowledge.stores.restoring import Restoration, Restored, drop_replaced
from knowledge.stores.state_schema import STATE
from knowledge.stores.state_store import StateStore
from knowledge.values.errors import BackupUnusable, FolderInUse, StoreUnusable
from tests.support.disks import file_size_limited_to

ROOT = Path(__file__).parents[3]
NOON = datetime(2017, 6, 20, 12, tzinfo=UTC)
DAY = timedelta(days=1)
COSTA_RICA = ZoneInfo("America/Costa_Rica")
ANA, LUIS = 7, 8


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder with an act, its review, a synonym, and what two people entrusted to the bot."""
    folder = DataFolder.open(tmp_path / "data")
    (folder.acts / "crm-2017.txt").write_text("acta", encoding="utf-8")
    (folder.acts / "crm-2017.review.yaml").write_text("meeting: {}\n", encoding="utf-8")
    folder.thesaurus.write_text("chuspa | bolsa\n", encoding="utf-8")
    with closing(StateStore.open(folder.state)) as state:
        PeopleStore(state).choose_country(ANA, "Belice")
        PeopleStore(state).choose_country(LUIS, "Panamá")
        state.keep_focus(ANA, ANA, "palabras secretas", at=NOON)
        PromptStore(state).keep(ANA, ANA, Prompt(command="country", words="más secretos"), at=NOON)
    return folder


def restore(folder: DataFolder, backup: Path, at: datetime = NOON + DAY) -> Restored:
    with folder.served(), folder.locked():
        return Restoration(folder).restore(backup, at)


def countries(folder: DataFolder) -> list[str | None]:
    with closing(StateStore.open(folder.state)) as state:
        return [PeopleStore(state).country(person) for person in (ANA, LUIS)]


def test_a_backup_holds_all_that_cannot_be_made_anew(folder: DataFolder, tmp_path: Path) -> None:
    forum = tmp_path / "forum"
    forum.mkdir()
    (forum / "forum.yaml").write_text("name: Foro\n", encoding="utf-8")

    backup = Backups(folder, forum).make(NOON)

    with zipfile.ZipFile(backup.path) as archive:
        assert sorted(archive.namelist()) == [
            "acts/crm-2017.review.yaml",
            "acts/crm-2017.txt",
            "forum/forum.yaml",
            MANIFEST,
            "state.db",
            "thesaurus.txt",
        ]
    assert [path.name for path in folder.backups.iterdir()] == ["acuerdos-20170620T120000Z.zip"]


def test_what_people_were_talking_about_is_in_no_backup(folder: DataFolder) -> None:
    backup = Backups(folder).make(NOON)

    with zipfile.ZipFile(backup.path) as archive:
        state = archive.read("state.db")
    assert b"secret" not in state
    assert b"Belice" in state


def test_a_folder_that_no_bot_has_used_is_backed_up(tmp_path: Path) -> None:
    folder = DataFolder.open(tmp_path / "data")

    restore(folder, Backups(folder).make(NOON).path)

    assert countries(folder) == [None, None]


def test_a_state_of_an_earlier_version_is_backed_up_and_migrated(tmp_path: Path) -> None:
    folder = DataFolder.open(tmp_path / "data")
    with closing(Database(folder.state)) as database:
        STATE.apply(database, stop_before="m004_people")

    restore(folder, Backups(folder).make(NOON).path)

    assert countries(folder) == [None, None]


def test_a_backup_is_made_while_another_program_is_writing(folder: DataFolder) -> None:
    with closing(sqlite3.connect(folder.state, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM people")
        backup = Backups(folder).make(NOON)
        other.execute("COMMIT")

    restore(folder, backup.path)
    assert countries(folder) == ["Belice", "Panamá"]


@pytest.mark.parametrize(
    ("made", "now", "expected"),
    [
        pytest.param([], "2017-06-20T12:00-06:00", True, id="none yet"),
        pytest.param(["2017-06-20T02:10-06:00"], "2017-06-21T01:59-06:00", False, id="before the hour"),
        pytest.param(["2017-06-20T02:10-06:00"], "2017-06-21T02:00-06:00", True, id="at the hour"),
        pytest.param(["2017-06-20T23:00-06:00"], "2017-06-21T03:00-06:00", True, id="made last evening"),
        pytest.param(["2017-06-21T02:01-06:00"], "2017-06-21T23:59-06:00", False, id="made this night"),
        pytest.param(["2017-06-01T02:01-06:00"], "2017-06-21T12:00-06:00", True, id="days ago"),
    ],
)  # fmt: skip
def test_a_backup_is_due_each_night(folder: DataFolder, made: list[str], now: str, *, expected: bool) -> None:
    backups = Backups(folder, zone=COSTA_RICA)
    for moment in made:
        backups.make(datetime.fromisoformat(moment))

    assert backups.is_due(datetime.fromisoformat(now)) is expected


def test_the_last_backup_of_each_of_fourteen_days_is_kept(folder: DataFolder) -> None:
    backups = Backups(folder)
    for day in range(20):
        backups.make(NOON + day * DAY)
        backups.make(NOON + day * DAY + timedelta(hours=1))

    made = [each.made_at for each in backups.listed()]

    assert made[:3] == [NOON + 19 * DAY + timedelta(hours=1), NOON + 19 * DAY, made[2]]
    assert [each.day for each in made[1:]] == [(NOON + day * DAY).day for day in range(19, 5, -1)]
    assert {each.hour for each in made[2:]} == {13}


def test_a_full_disk_is_said_and_leaves_the_backups_as_they_were(folder: DataFolder) -> None:
    backups = Backups(folder)
    before = backups.make(NOON)
    (folder.acts / "grande.bin").write_bytes(os.urandom(300_000))

    with pytest.raises(StoreUnusable), file_size_limited_to(200_000):
        backups.make(NOON + DAY)

    assert list(folder.backups.iterdir()) == [before.path]


def test_a_restore_brings_everything_back_and_keeps_what_was_there_aside(folder: DataFolder) -> None:
    backup = Backups(folder).make(NOON)
    (folder.acts / "crm-2017.txt").unlink()
    (folder.acts / "crm-2018.txt").write_text("otra", encoding="utf-8")
    folder.thesaurus.unlink()
    folder.retired.write_text("x\n", encoding="utf-8")
    with closing(StateStore.open(folder.state)) as state:
        PeopleStore(state).choose_country(LUIS, "México")

    restored = restore(folder, backup.path)

    assert sorted(path.name for path in folder.acts.iterdir()) == ["crm-2017.review.yaml", "crm-2017.txt"]
    assert (folder.thesaurus.read_text(), folder.retired.exists()) == ("chuspa | bolsa\n", False)
    assert countries(folder) == ["Belice", "Panamá"]
    assert restored.aside
    assert sorted(each.name for each in restored.aside.iterdir()) == ["acts", "retired.txt", "state.db"]
    assert (restored.aside / "acts" / "crm-2018.txt").read_text() == "otra"
    assert open_to_others(folder.path) == ()


def test_a_restore_fills_a_fresh_folder(folder: DataFolder, tmp_path: Path) -> None:
    backup = Backups(folder).make(NOON)
    fresh = DataFolder.open(tmp_path / "fresh")

    restored = restore(fresh, backup.path)

    assert countries(fresh) == ["Belice", "Panamá"]
    assert restored.made_at == NOON


@pytest.mark.parametrize("elsewhere", [False, True], ids=["same folder", "fresh folder"])
def test_who_was_forgotten_stays_so(folder: DataFolder, tmp_path: Path, *, elsewhere: bool) -> None:
    backup = Backups(folder).make(NOON)
    ForgottenPeople(folder.backups).add(ANA, NOON + timedelta(hours=1))
    target = DataFolder.open(tmp_path / "fresh") if elsewhere else folder

    restored = restore(target, backup.path)

    assert countries(target) == [None, "Panamá"]
    assert restored.forgotten == 1
    assert len(ForgottenPeople(target.backups).tombstones()) == 1


def test_who_came_back_after_being_forgotten_is_kept(folder: DataFolder) -> None:
    ForgottenPeople(folder.backups).add(ANA, NOON - DAY)
    backup = Backups(folder).make(NOON)

    restore(folder, backup.path)

    assert countries(folder) == ["Belice", "Panamá"]


def rewrite(path: Path, change: str) -> None:
    """Make another archive of a good one, with one thing wrong."""
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(files[MANIFEST])
    if change == "content":
        files["acts/crm-2017.txt"] = b"otra acta"
    elif change == "missing":
        del files["thesaurus.txt"]
    elif change == "stranger":
        files["acts/x.txt"] = b"x"
    elif change == "newer":
        manifest["format"] = 2
    elif change == "climbing":
        files["acts/../../x"] = b"x"
        manifest["files"]["acts/../../x"] = "0"
    elif change == "not ours":
        files["bot.lock"] = b"x"
        manifest["files"]["bot.lock"] = "0"
    elif change == "no manifest":
        del files[MANIFEST]
    if MANIFEST in files:
        files[MANIFEST] = json.dumps(manifest).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        pytest.param("content", "acts/crm-2017.txt está dañado", id="another content"),
        pytest.param("missing", "no es lo que dice contener", id="a file is missing"),
        pytest.param("stranger", "no es lo que dice contener", id="a file too many"),
        pytest.param("newer", "versión más nueva", id="a newer form"),
        pytest.param("climbing", "no es de una carpeta de datos", id="out of the folder"),
        pytest.param("not ours", "no es de una carpeta de datos", id="something else"),
        pytest.param("no manifest", "no es una copia", id="no manifest"),
    ],
)
def test_a_bad_archive_is_refused_before_anything_is_touched(
    folder: DataFolder, change: str, reason: str
) -> None:
    backup = Backups(folder).make(NOON)
    before = {path: path.read_bytes() for path in folder.acts.iterdir()}
    rewrite(backup.path, change)

    with pytest.raises(BackupUnusable, match=reason):
        restore(folder, backup.path)

    assert {path: path.read_bytes() for path in folder.acts.iterdir()} == before
    assert not folder.replaced.exists()
    assert not folder.restoring.exists()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(None, "no existe", id="missing"),
        pytest.param(b"apuntes", "no es una copia", id="another file"),
        pytest.param("cut", "no es una copia", id="cut short"),
    ],
)
def test_what_is_no_backup_is_refused(folder: DataFolder, content: bytes | str | None, reason: str) -> None:
    whole = Backups(folder).make(NOON).path
    path = folder.path / "copia.zip"
    if content is not None:
        path.write_bytes(whole.read_bytes()[:-100] if isinstance(content, str) else content)

    with pytest.raises(BackupUnusable, match=reason):
        restore(folder, path)


def test_nothing_is_restored_where_a_bot_runs(folder: DataFolder) -> None:
    backup = Backups(folder).make(NOON)

    with folder.served(), pytest.raises(FolderInUse, match="Hay un bot en marcha"):
        restore(folder, backup.path)


def test_what_was_replaced_goes_after_a_while(folder: DataFolder) -> None:
    restored = restore(folder, Backups(folder).make(NOON).path)
    assert restored.aside
    drop_replaced(folder, datetime.now(UTC) - DAY)
    assert restored.aside.exists()

    drop_replaced(folder, datetime.now(UTC) + DAY)

    assert not restored.aside.exists()


def test_a_restore_killed_at_any_step_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.support.killed_restores", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    runs = [json.loads(line) for line in ended.stdout.splitlines()]
    old = {"acta.txt": "old", "solo antes.txt": "old", "thesaurus.txt": "old", "state": "old"}
    new = {"acta.txt": "new", "solo ahora.txt": "new", "thesaurus.txt": "new", "state": "new"}

    assert len(runs) > 20
    assert {run["killed"] for run in runs[:-1]} == {True}
    restored = [run for run in runs if run["held"] == old]
    assert [run["held"] for run in runs if run not in restored] == [new] * (len(runs) - len(restored))
    assert runs[-1] in restored
    assert len(restored) > 5
    assert {tuple(run["left"]) for run in runs} == {()}
    assert {tuple(run["aside"]) for run in restored} == {("acts", "state.db", "thesaurus.txt")}
