"""The wheel holds all that the program needs: it runs where there is no checkout."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.processes import environment

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel unpacked into it, and nothing else."""
    place = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)], ROOT)
    (wheel,) = place.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index"]
    run([*pip, "--no-deps", "--target", str(place / "site"), str(wheel)], place)
    return place / "site"


def run(command: list[str], folder: Path, **settings: str) -> str:
    done = subprocess.run(command, cwd=folder, env=environment(**settings), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_the_program_answers_outside_of_the_checkout(installed: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bot", "ask", "¿Cuándo es el taller de pasaportes?", "--json"]
    settings = {
        "PYTHONPATH": str(installed),
        "ACUERDOS_ENCODER": "on",
        "ACUERDOS_DATA": str(tmp_path / "data"),
    }
    answer = json.loads(run(command, tmp_path, **settings))
    assert [each["reference"] for each in answer["findings"]] == ["C24"]
    where = [sys.executable, "-c", "import bot, handlers, knowledge; print(bot.__file__)"]
    assert Path(run(where, tmp_path, **settings).strip()).is_relative_to(installed)


def test_nothing_else_comes_with_it(installed: Path) -> None:
    folders = {each.name for each in installed.iterdir() if each.is_dir() and "dist-info" not in each.name}
    assert folders - {"bin", "__pycache__"} == {"bot", "handlers", "knowledge", "standin"}
