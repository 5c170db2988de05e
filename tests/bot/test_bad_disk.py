"""The real process when its files are damaged, gone, locked or not to be written: answers go on."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from knowledge.stores.state_store import StateStore
from standin import Person, Standin, StandinServer
from tests.support.processes import SECONDS, environment
from tests.support.started_again import started

QUESTIONS = {
    "¿Cuándo es el taller de pasaportes?": "Conclusión 24",
    "¿Qué debe hacer Belice?": "Belice",
    "16a": "Conclusión 16.a",
    "/pendientes": "Pendientes",
}


_UNSHARED = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"]), "sh", "-c"]


def can_mount() -> bool:
    """Tell whether a process of ours may have a disk of its own."""
    try:
        tried = subprocess.run([*_UNSHARED, "mount -t tmpfs none /mnt"], capture_output=True, check=False)
    except FileNotFoundError:
        return False
    return tried.returncode == 0


@contextmanager
def serving(folder: Path, **settings: str) -> Iterator[Standin]:
    standin = Standin(time.time)
    with (
        StandinServer(standin) as server,
        started(folder, TELEGRAM_API_URL=server.origin, TELEGRAM_TOKEN=standin.token, **settings),
    ):
        yield standin


MENDING = 3 * SECONDS
"""Seconds that building a base anew, at low priority, may take on a machine that does much else."""


def asked(standin: Standin, person: Person, text: str) -> str:
    """Return the answer to a message."""
    before = len(person.inbox)
    person.writes(text)
    standin.waits_until(lambda: len(person.inbox) > before, MENDING)
    return person.inbox[-1].text


def overwrite(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(path.stat().st_size - 4096))


def empty(path: Path) -> None:
    with path.open("wb"):
        pass


@pytest.mark.parametrize("damage", [overwrite, empty, Path.unlink])
def test_a_base_that_is_damaged_under_the_running_bot_is_built_anew(
    data_folder: Path, damage: Callable[[Path], None]
) -> None:
    with serving(data_folder, ACUERDOS_ADMINS="1") as standin:
        admin, ana = standin.person(1, "Admin", "es"), standin.person(7, "Ana", "es")
        asked(standin, admin, "/ayuda")
        damage(data_folder / "knowledge.db")
        answers = {question: asked(standin, ana, question) for question in QUESTIONS}
        standin.waits_until(lambda: "La rehíce" in admin.inbox[-1].text, SECONDS)
    assert [text for text, told in QUESTIONS.items() if told not in answers[text]] == []
    with closing(sqlite3.connect(data_folder / "knowledge.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_damage_that_no_date_tells_of_is_noticed_at_the_first_error(data_folder: Path) -> None:
    base = data_folder / "knowledge.db"
    with serving(data_folder) as standin:
        ana = standin.person(7, "Ana", "es")
        asked(standin, ana, "/ayuda")
        written = base.stat()
        overwrite(base)
        os.utime(base, ns=(written.st_atime_ns, written.st_mtime_ns))
        answers = [asked(standin, ana, text) for text in ("¿Qué debe hacer México?", *QUESTIONS, *QUESTIONS)]
    assert [
        text for text, answer in zip(QUESTIONS, answers[-4:], strict=True) if QUESTIONS[text] not in answer
    ] == []
    assert sum("falló" in answer for answer in answers) <= 1


def test_while_another_process_holds_the_state_nobody_waits(data_folder: Path) -> None:
    with serving(data_folder) as standin:
        people = [standin.person(number, "Ana", "es") for number in range(10, 20)]
        asked(standin, people[0], "/ayuda")
        unheld = seconds_until_all_are_answered(standin, people)
        with closing(sqlite3.connect(data_folder / "state.db", isolation_level=None)) as holder:
            holder.execute("BEGIN EXCLUSIVE")
            seconds = seconds_until_all_are_answered(standin, people)
            holder.execute("ROLLBACK")
    assert seconds < 4 + 3 * unheld  # the tenth waited for 52
    with closing(StateStore.open(data_folder / "state.db")) as state:
        state.check()


def seconds_until_all_are_answered(standin: Standin, people: Sequence[Person]) -> float:
    """Let everybody ask at once."""
    before = [len(person.inbox) for person in people]
    started_at = time.monotonic()
    for person in people:
        person.writes("¿Cuándo es el taller de pasaportes?")
    standin.waits_until(
        lambda: all(len(person.inbox) > had for person, had in zip(people, before, strict=True)), SECONDS
    )
    return time.monotonic() - started_at


_ON_A_SMALL_DISK = 'mount -t tmpfs -o size=16m none "$1" && cp -r "$2/." "$1" && shift 2 && exec "$@"'
"""Gives a process a disk of its own, which nobody else sees, with what a folder holds on it."""


@pytest.mark.skipif(not can_mount(), reason="no right to mount a disk here")
def test_a_full_disk_costs_no_answer_and_is_told(data_folder: Path, tmp_path: Path) -> None:
    standin, disk = Standin(time.time), tmp_path / "disk"
    disk.mkdir()
    with StandinServer(standin) as server:
        settings = {
            "TELEGRAM_API_URL": server.origin,
            "TELEGRAM_TOKEN": standin.token,
            "ACUERDOS_ADMINS": "1",
        }
        command = [*_UNSHARED, _ON_A_SMALL_DISK, "sh", str(disk), str(data_folder)]
        process = subprocess.Popen(
            [*command, sys.executable, "-m", "bot", "run", "--data", str(disk)],
            cwd=tmp_path,
            env=environment(**settings),
        )
        try:
            admin, ana = standin.person(1, "Admin", "es"), standin.person(7, "Ana", "es")
            asked(standin, ana, "/ayuda")
            seen = Path(f"/proc/{process.pid}/root{disk}")
            fill(seen / "ballast")
            answers = {question: asked(standin, ana, question) for question in QUESTIONS}
            told = asked(standin, admin, "/respaldo")
            (seen / "ballast").unlink()
            kept = asked(standin, ana, "/mi_pais Belice")
            for name in ("state.db", "state.db-wal"):  # SQLite would follow the link to where nothing is
                shutil.copy(seen / name, tmp_path)
            with closing(sqlite3.connect(tmp_path / "state.db")) as database:
                whole = database.execute("PRAGMA integrity_check").fetchone()
                countries = database.execute("SELECT country FROM people").fetchall()
        finally:
            process.terminate()
            process.wait(SECONDS)
    assert [text for text, said in QUESTIONS.items() if said not in answers[text]] == []
    assert "espacio" in told
    assert "Belice" in kept
    assert (whole, countries, process.returncode) == (("ok",), [("Belice",)], 0)


def fill(path: Path) -> None:
    """Write until a disk has no room left."""
    with path.open("wb", buffering=0) as file:
        for size in (1 << 16, 1 << 10, 1):
            with suppress(OSError):
                while True:
                    file.write(bytes(size))


LOCKED_SECONDS = float(os.environ.get("ACUERDOS_TESTS_LOCKED_SECONDS", "7"))
"""Longer than a write that somebody waits for would wait."""

CONVERSATION = {
    "¿Qué dice la conclusión 24?": "Conclusión 24",
    "¿y quién la organiza?": "UNODC",
    "/conclusion": "¿Cuál conclusión?",
    "16a": "Conclusión 16.a",
    "¿Qué debe hacer Belice?": "Belice",
}
"""Each but the last goes on from what was remembered, and not written yet, of the one before."""


def test_while_another_process_holds_the_state_the_same_person_does_not_wait_either(
    data_folder: Path,
) -> None:
    with serving(data_folder) as standin:
        ana, luis = standin.person(7, "Ana", "es"), standin.person(8, "Luis", "es")
        unheld = max(waits_for_answers(standin, luis))
        wait_until_written(data_folder, 4)  # what asks back is no answer
        with held(data_folder / "state.db", "EXCLUSIVE", seconds=LOCKED_SECONDS):
            waits = waits_for_answers(standin, ana)
            assert written(data_folder) == (4, 4)
        wait_until_written(data_folder, 8)
    assert max(waits) < 2 + 3 * unheld


def test_what_waits_for_another_process_is_not_lost_when_the_process_ends(data_folder: Path) -> None:
    standin = Standin(time.time)
    with (
        StandinServer(standin) as server,
        started(data_folder, TELEGRAM_API_URL=server.origin, TELEGRAM_TOKEN=standin.token) as process,
    ):
        ana = standin.person(7, "Ana", "es")
        asked(standin, ana, "/ayuda")
        with held(data_folder / "state.db", "IMMEDIATE", seconds=LOCKED_SECONDS):
            for text in CONVERSATION:
                asked(standin, ana, text)
            assert written(data_folder) == (0, 0)
            process.terminate()
        process.join(SECONDS)
    assert process.exitcode == 0
    assert written(data_folder) == (4, 4)


def waits_for_answers(standin: Standin, person: Person) -> list[float]:
    """Let somebody ask one thing after the other, and return how many seconds each answer took."""
    waits = []
    for text, told in CONVERSATION.items():
        started_at = time.monotonic()
        assert told in asked(standin, person, text)
        waits.append(time.monotonic() - started_at)
    return waits


def wait_until_written(folder: Path, answers: int) -> None:
    patience = time.monotonic() + SECONDS
    while written(folder) != (answers, answers):
        assert time.monotonic() < patience
        time.sleep(0.05)


@contextmanager
def held(path: Path, lock: str, seconds: float) -> Iterator[None]:
    """Let another process hold a database for some seconds at least, and until all within is done."""
    script = (
        "import sqlite3, sys, time; "
        f"holder = sqlite3.connect({str(path)!r}, isolation_level=None); "
        f"holder.execute('BEGIN {lock}'); print('held', flush=True); "
        f"time.sleep({seconds}); sys.stdin.read()"
    )
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", script], stdin=pipe, stdout=pipe, text=True) as holder:
        assert holder.stdin
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        try:
            yield
        finally:
            holder.stdin.close()
            holder.wait()


def written(folder: Path) -> tuple[int, int]:
    """Return how many answers are known by their questions, and how many were counted."""
    with closing(sqlite3.connect(f"file:{folder / 'state.db'}?mode=ro", uri=True)) as state:
        (answered,) = state.execute("SELECT count(*) FROM answered").fetchone()
        (counted,) = state.execute("SELECT coalesce(sum(count), 0) FROM question_counts").fetchone()
    return answered, counted


_LOSE_ROOT_S_RIGHTS = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]
"""Root may write anywhere; these make it ask like anybody else."""


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    paths = [folder, *folder.rglob("*")]
    modes = {path: path.stat().st_mode for path in paths}
    for path in paths:
        path.chmod(modes[path] & ~0o222)
    try:
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


def test_a_folder_that_is_made_read_only_costs_no_answer(data_folder: Path) -> None:
    standin = Standin(time.time)
    with StandinServer(standin) as server:
        settings = {
            "TELEGRAM_API_URL": server.origin,
            "TELEGRAM_TOKEN": standin.token,
            "ACUERDOS_ADMINS": "1",
        }
        process = subprocess.Popen(
            [
                *(_LOSE_ROOT_S_RIGHTS if os.geteuid() == 0 else []),
                *(sys.executable, "-m", "bot", "run", "--data", str(data_folder)),
            ],
            cwd=data_folder.parent,
            env=environment(**settings),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            admin, ana = standin.person(1, "Admin", "es"), standin.person(7, "Ana", "es")
            asked(standin, ana, "/ayuda")
            with read_only(data_folder):
                answers = {question: asked(standin, ana, question) for question in QUESTIONS}
                answers |= {question: asked(standin, ana, question) for question in QUESTIONS}
                told = asked(standin, admin, "/respaldo")
        finally:
            process.terminate()
            output = process.communicate(timeout=SECONDS)[1]
    assert [text for text, said in QUESTIONS.items() if said not in answers[text]] == []
    assert "No se puede escribir en la carpeta" in told
    assert process.returncode == 0
    assert "Telegram does not answer" not in output
