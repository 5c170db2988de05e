"""The commands: what they print, what a failure says, and what it exits with."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.command_line import main
from knowledge.language.datafiles import BUILT_IN
from tests.support.calendars import read_calendar

ACT = BUILT_IN.forum / "acts" / "grcm-2017-06-san-salvador.txt"
PASSPORTS = "¿Cuándo es el taller sobre integridad del pasaporte?"

Run = Callable[..., tuple[int, str, str]]


def test_a_question_is_answered_in_plain_text(run: Run) -> None:
    status, output, _ = run("ask", PASSPORTS)
    assert status == 0
    assert "Conclusión 24 · GRCM, San Salvador, 20–22 jun 2017" in output


def test_an_answer_in_json_holds_its_findings_and_the_message(run: Run) -> None:
    status, output, _ = run("ask", PASSPORTS, "--json")
    answer = json.loads(output)
    finding = answer["findings"][0]
    act = " ".join(ACT.read_text(encoding="utf-8").split())
    assert status == 0
    assert (answer["question"], answer["language"], answer["outcome"]) == (PASSPORTS, "es", "found")
    assert (finding["document"], finding["reference"]) == ("grcm-2017-06-san-salvador", "C24")
    assert finding["quote"] in act
    assert finding["quote"] in answer["text"]


def test_how_far_away_a_deadline_is_depends_on_the_day(run: Run) -> None:
    _, output, _ = run("ask", "¿hasta cuándo mando lo de mujer migrante?", "--on", "2017-07-03")
    assert "vence en 12 días" in output


def test_the_answer_may_be_asked_for_in_the_other_language(run: Run) -> None:
    _, output, _ = run("ask", PASSPORTS, "--language", "en")
    assert "Conclusion 24 · RCGM, San Salvador" in output


def test_a_batch_answers_each_line_as_a_chat_of_its_own(run: Run, tmp_path: Path) -> None:
    lines: list[dict[str, Any]] = [
        {"id": "a", "q": PASSPORTS},
        {"id": "b", "turns": [{"q": "conclusión 16 a"}, {"q": "la siguiente"}]},
    ]
    batch = tmp_path / "questions.jsonl"
    batch.write_text("\n".join(json.dumps(line) for line in lines) + "\n", encoding="utf-8")
    _, output, _ = run("ask", "--batch", batch)
    answered = [json.loads(line) for line in output.splitlines()]
    assert [line["id"] for line in answered] == ["a", "b"]
    shown = [[answer["findings"][0]["reference"] for answer in line["answers"]] for line in answered]
    assert shown == [["C24"], ["C16.a", "C16.b"]]


def test_a_first_review_file_is_written_beside_the_act_and_never_overwritten(
    run: Run, tmp_path: Path
) -> None:
    act = tmp_path / ACT.name
    shutil.copyfile(ACT, act)
    status, output, _ = run("check", "--review", act)
    review = Path(output.strip())
    again, _, complaint = run("check", "--review", act)
    assert status == 0
    assert review == tmp_path / "grcm-2017-06-san-salvador.review.yaml"
    assert again == 1
    assert complaint == "Ya existe grcm-2017-06-san-salvador.review.yaml: no se ha cambiado.\n"


def test_the_review_file_names_the_page_beside_it(run: Run, tmp_path: Path) -> None:
    act = tmp_path / ACT.name
    shutil.copyfile(ACT, act)
    _, output, _ = run("check", "--review", act)
    review = Path(output.strip())
    page = tmp_path / "grcm-2017-06-san-salvador.review.html"
    assert page.name in review.read_text(encoding="utf-8")
    assert 'id="C16.a"' in page.read_text(encoding="utf-8")


def test_a_check_shows_what_the_review_beside_the_act_decides(run: Run, tmp_path: Path) -> None:
    act = tmp_path / ACT.name
    shutil.copyfile(ACT, act)
    review = "commitments:\n  - reference: C2.a\n    quote: invitar a los Países\n    responsible: [Canadá]\n"
    act.with_suffix(".review.yaml").write_text(review, encoding="utf-8")
    _, output, _ = run("check", act, "--json")
    commitments = json.loads(output)["commitments"]
    assert [each["responsible"] for each in commitments if each["reference"] == "C2.a"] == [["Canadá"]]


def test_an_act_is_checked_without_being_loaded(run: Run) -> None:
    status, output, _ = run("check", ACT, "--json")
    act = json.loads(output)
    item = next(each for each in act["provisions"] if each["reference"] == "C16.a")
    assert status == 0
    assert act["meeting"]["absent_members"] == ["Belice", "Nicaragua"]
    assert len(act["provisions"]) == 46
    assert (item["parent"], item["kind"], item["page"]) == ("C16", "sub_item", 3)


CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.mark.parametrize(
    ("act", "language", "title"),
    [
        pytest.param("development/grcm-2017-06-san-salvador.txt", "es", "Por revisar", id="text"),
        pytest.param("development/grcm-2018-11-ciudad-de-panama.pdf", "en", "To check", id="pdf"),
        pytest.param("unseen/rcgm-2015-11-merida-en.docx", "es", "Por revisar", id="docx"),
        pytest.param("unseen/grcm-2010-04-veracruz.html", "en", "To check", id="html"),
    ],
)
def test_a_page_shows_all_provisions_of_an_act(
    run: Run, tmp_path: Path, act: str, language: str, title: str
) -> None:
    page = tmp_path / "out.html"
    status, output, _ = run("check", CORPUS / act, "--json", "--html", page, "--language", language)
    written = page.read_text(encoding="utf-8")
    assert status == 0
    assert title in written
    assert all(f'id="{each["reference"]}"' in written for each in json.loads(output)["provisions"])


def test_a_page_shows_one_act(run: Run, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        run("check", ACT, ACT, "--html", tmp_path / "out.html")
    assert ended.value.code == 2


def test_a_page_takes_the_place_of_an_earlier_page_but_of_no_other_file(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "out.html"
    statuses = [run("check", ACT, "--html", page)[0] for _ in range(2)]
    page.write_text("<p>Otra cosa", encoding="utf-8")
    status, _, complaint = run("check", ACT, "--html", page)
    assert statuses == [0, 0]
    assert (status, complaint) == (1, "Ya existe out.html: no se ha cambiado.\n")
    assert page.read_text(encoding="utf-8") == "<p>Otra cosa"


def test_a_page_that_cannot_be_written_is_named(run: Run, tmp_path: Path) -> None:
    status, _, complaint = run("check", ACT, "--html", tmp_path / "none" / "out.html")
    assert status == 1
    assert "out.html" in complaint


def test_a_report_fits_the_width_that_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    _, output, _ = run("check", ACT)
    assert max(map(len, output.splitlines())) <= 72


def test_a_loaded_act_answers_and_is_exported(run: Run, tmp_path: Path) -> None:
    text = ACT.read_text(encoding="utf-8")
    newer = tmp_path / "nueva.txt"
    newer.write_text(text.replace("2017", "2018").replace("pasaporte", "visado"), encoding="utf-8")
    status, output, _ = run("load", newer)
    assert (status, output.splitlines()[0][:25]) == (0, "Base recargada: 2 actas, ")
    _, exported, _ = run("export")
    assert [act["slug"] for act in json.loads(exported)["documents"]] == [
        "grcm-2018-06-san-salvador",
        "grcm-2017-06-san-salvador",
    ]


def test_of_many_acts_those_that_can_be_are_loaded_and_the_others_named(run: Run, tmp_path: Path) -> None:
    text = ACT.read_text(encoding="utf-8")
    paths = [tmp_path / f"{year}.txt" for year in (2018, 2019)]
    for path in paths:
        path.write_text(text.replace("2017", path.stem), encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    status, output, complaint = run("load", paths[0], tmp_path / "empty.txt", paths[1], ACT)
    done, *lines = output.splitlines()
    assert status == 1
    assert done.startswith("Base recargada: 3 actas, ")
    assert lines[:2] == [
        "Nueva: grcm-2018-06-san-salvador (2018.txt)",
        "Nueva: grcm-2019-06-san-salvador (2019.txt)",
    ]
    assert f"⚠️ {ACT.name} ya estaba cargada." in lines
    assert complaint.startswith("No se ha cargado: El archivo empty.txt está vacío")


def test_an_act_without_a_date_is_loaded_with_a_warning(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "Acta antigua.txt"
    text = ACT.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(los días )?(del )?20( al |-)22 de junio de 2017", "", text), encoding="utf-8")
    status, output, _ = run("load", path)
    assert status == 0
    assert "Nueva: acta-antigua (Acta antigua.txt)" in output
    assert "acta-antigua.txt: No se encontró la fecha de la reunión." in output


def test_commitments_are_exported_as_rows(run: Run) -> None:
    _, output, _ = run("export", "--csv")
    header, *rows = output.splitlines()
    assert header.startswith("document,reference,responsible,")
    assert any("C16.a,Países Miembros" in row for row in rows)


def test_what_has_days_is_exported_as_a_calendar(run: Run) -> None:
    status, output, _ = run("export", "--ics")
    calendar = read_calendar(output.encode())
    assert status == 0
    assert "Taller sobre Integridad del Pasaporte" in {event.summary for event in calendar.events}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("missing.txt", None, "No se encuentra", id="missing"),
        pytest.param("empty.txt", b"", "está vacío", id="empty"),
        pytest.param(
            "notes.txt", b"Lista de compras: pan y queso.", "no hay conclusiones", id="no-provisions"
        ),
        pytest.param("binary.txt", bytes(range(256)) * 20, "binary.txt", id="binary"),
        pytest.param("act.xls", b"1. Agradecer", "act.xls", id="unknown-kind"),
        pytest.param("act.pdf", b"1. Agradecer", "act.pdf", id="suffix-that-lies"),
    ],
)
@pytest.mark.parametrize("command", ["check", "load"])
def test_a_bad_file_is_named_in_a_line_or_two(
    run: Run, tmp_path: Path, command: str, name: str, content: bytes | None, said: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    status, output, complaint = run(command, path)
    assert (status, output) == (1, "")
    assert said in complaint
    assert complaint.count("\n") <= 2


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="no-command"),
        pytest.param(["dance"], id="unknown-command"),
        pytest.param(["ask"], id="no-question"),
        pytest.param(["ask", "x", "--on", "ayer"], id="no-date"),
        pytest.param(["ask", "x", "--language", "fr"], id="unknown-language"),
    ],
)
def test_wrong_usage_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "acuerdos" in capsys.readouterr().err


def test_unusable_settings_exit_with_78(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACUERDOS_TIMEZONE", "Marte")
    status, _, complaint = run("ask", PASSPORTS)
    assert status == 78
    assert complaint.startswith("ACUERDOS_TIMEZONE: ")


def test_a_corrupt_base_is_built_anew(run: Run, data_folder: Path) -> None:
    (data_folder / "knowledge.db").write_bytes(b"no database" * 1000)
    status, output, _ = run("ask", "conclusión 24")
    assert status == 0
    assert "Conclusión 24" in output


def test_a_corrupt_state_is_named_and_left_as_it_is(run: Run, data_folder: Path) -> None:
    state = data_folder / "state.db"
    for beside in data_folder.glob("state.db-*"):
        beside.unlink()
    state.write_bytes(b"no database" * 1000)
    status, _, complaint = run("ask", "conclusión 24")
    assert status == 1
    assert "state.db" in complaint
    assert state.read_bytes() == b"no database" * 1000


@pytest.mark.parametrize("line", ["no json", '{"q": "sin id"}', "[]"])
def test_a_faulty_batch_line_is_named(run: Run, tmp_path: Path, line: str) -> None:
    batch = tmp_path / "questions.jsonl"
    batch.write_text(f'{{"id": "a", "q": "hola"}}\n{line}\n', encoding="utf-8")
    status, _, complaint = run("ask", "--batch", batch)
    assert status == 1
    assert "questions.jsonl, línea 2" in complaint
