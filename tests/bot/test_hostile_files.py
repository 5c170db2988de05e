"""What is given for a file and is none, and names that are made to do harm, end in a sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.processes import environment

SECONDS = 30.0
LINE = "acta\x1b[31m\u202eroja.txt"


def told(folder: Path, *arguments: str | bytes) -> tuple[int, str]:
    """Run a command with 2 GB of memory, and return its status and what it says."""
    ended = subprocess.run(
        ["/bin/sh", "-c", 'ulimit -v 4000000; exec "$@"', "sh", sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    return ended.returncode, ended.stderr.decode()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tmp_path = tmp_path_factory.mktemp("hostile")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "endless.pdf").symlink_to("/dev/zero")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "folder.pdf").mkdir()
    for name in ("a" * 246 + ".txt", LINE, b"no\xff\xfeutf.txt"):
        with open(os.path.join(os.fsencode(tmp_path), os.fsencode(name)), "wb") as file:  # noqa: PTH118, PTH123
            file.write(b"Nada.")
    return tmp_path


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("pipe.txt", id="pipe"),
        pytest.param("endless.pdf", id="device-without-end"),
        pytest.param("loop.txt", id="link-to-itself"),
        pytest.param("folder.pdf", id="folder"),
        pytest.param("/dev/null", id="device"),
        pytest.param("b" * 300, id="name-too-long"),
        pytest.param("a" * 246 + ".txt", id="name-of-250-bytes"),
        pytest.param(LINE, id="escape-codes"),
        pytest.param(b"no\xff\xfeutf.txt", id="not-utf-8"),
    ],
)
@pytest.mark.parametrize("command", ["check", "load"])
def test_what_is_no_act_is_refused_in_a_sentence(folder: Path, command: str, name: str | bytes) -> None:
    status, complaint = told(folder, command, name, "--data", "data")
    last = complaint.strip().splitlines()[-1]
    assert status == 1
    assert "Traceback" not in complaint
    assert last.endswith(".")
    assert not any(sign in complaint for sign in ("\x1b", "\u202e"))


def test_a_question_may_hold_what_ends_lines(folder: Path) -> None:
    batch = folder / "batch.jsonl"
    batch.write_text('{"id": "1", "q": "16a\u2028\x0b\x85"}\n'.replace("\x0b", "\\u000b"), encoding="utf-8")
    status, complaint = told(folder, "ask", "--batch", str(batch), "--data", "data")
    assert (status, "línea" in complaint) == (0, False)
