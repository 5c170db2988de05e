"""acuerdos chart: a picture in a file, its figures for other programs, and clear words for failures."""

import json
from pathlib import Path

import pytest

from tests.bot.conftest import Run

ACT = "grcm-2017-06-san-salvador"


def test_a_picture_is_drawn_and_its_figures_are_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "panamá 1.PNG"
    status, output, _ = run("chart", "panamá", file, "--json", "--on", "2017-07-10", "--language", "en")
    assert status == 0
    assert file.read_bytes().startswith(b"\x89PNG")
    told = json.loads(output)
    assert (told["party"], told["documents"], told["day"]) == ("Panamá", [ACT], "2017-07-10")
    assert told["commitments"] == {"done": 0, "in_progress": 0, "open": 3, "overdue": 0, "undated": 10}
    assert told["days"][1] == {
        "kind": "deadline",
        "uid": f"{ACT}#C16.a-commitment",
        "start": "2017-07-15",
        "end": "2017-07-15",
        "standing": "open",
        "responsible": ["Países Miembros"],
        "what": "Remitir información sobre políticas públicas sobre mujer migrante",
        "citation": "Conclusion 16.a · RCGM, San Salvador, Jun 20\u2009–\u200922, 2017",
    }


def test_what_is_marked_counts(run: Run) -> None:
    run("track", "16a", "--done", "--party", "México", "--date", "2017-07-01")
    told = json.loads(run("chart", "--json", "--on", "2017-07-10")[1])
    assert told["commitments"]["in_progress"] == 1
    (mexico,) = [row for row in told["rows"] if row["parties"] == ["México"]]
    assert mexico["done"] == 1


@pytest.mark.parametrize(
    ("arguments", "status", "complaint"),
    [
        pytest.param(("Brasil", "a.png"), 1, "Brasil no es miembro", id="elsewhere"),
        pytest.param(("1999", "a.png"), 1, "No tengo el acta de una reunión así", id="no-meeting"),
        pytest.param(("UNICEF", "a.png"), 1, "no hay nada que dibujar", id="nothing"),
        pytest.param(("OIM", "none/a.png"), 1, "No se puede escribir none/a.png", id="unwritable"),
    ],
)
def test_a_failure_is_a_line(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], status: int, complaint: str
) -> None:
    told = run("chart", *arguments)
    assert (told[0], told[1]) == (status, "")
    assert complaint in told[2]
    assert list(tmp_path.glob("*.png")) == []


def test_without_a_file_or_json_it_is_wrong_usage(run: Run) -> None:
    with pytest.raises(SystemExit) as left:
        run("chart", "OIM")
    assert left.value.code == 2
