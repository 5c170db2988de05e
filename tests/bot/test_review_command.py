"""acuerdos review: the same corrections as in the chat, for scripts."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.command_line import main
from knowledge.stores.audit import AuditTrail
from knowledge.stores.originals import AT_THE_SERVER
from knowledge.stores.state_store import StateStore

SLUG = "grcm-2017-06-san-salvador"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(data_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("ACUERDOS_ENCODER", "off")
    monkeypatch.chdir(data_folder)

    def execute(*arguments: str) -> tuple[int, str, str]:
        status = main(["review", *arguments, "--data", str(data_folder)])
        return status, *capsys.readouterr()

    return execute


def test_a_correction_is_written_with_its_entry_in_the_audit_and_taken_away_again(
    run: Run, data_folder: Path
) -> None:
    review = data_folder / "acts" / f"{SLUG}.review.yaml"

    status, output, _ = run("16a", "--deadline", "2017-07-31")

    assert status == 0
    assert "Compromisos: ≠ C16.a" in output
    assert 'deadline: "2017-07-31"' in review.read_text(encoding="utf-8")
    written = json.loads(run("16a", "--original", "--json")[1])
    assert written == {"act": SLUG, "reference": {"section": "C", "number": 16, "letter": "a"}}
    assert review.read_text(encoding="utf-8") == "commitments: []\n"
    audit = AuditTrail(StateStore.open(data_folder / "state.db")).entries(5)
    days = [[each["deadline"] for each in json.loads(entry.after)] for entry in audit]
    assert days == [["2017-07-15"], ["2017-07-31"]]
    assert {(entry.user_id, entry.subject) for entry in audit} == {(AT_THE_SERVER, f"{SLUG}#C16.a")}


@pytest.mark.parametrize(
    ("arguments", "reference", "added"),
    [
        pytest.param(
            ("15", "--missing", "colaborar con el ACNUR", "--responsible", "CRM", "--deadline", "2017-12-31"),
            "C15",
            {"responsible": ["CRM"], "deadline": "2017-12-31", "quote": "colaborar con el ACNUR"},
            id="all-that-the-act-says",
        ),
        pytest.param(
            ("16", "--missing", "«Proveerá cooperación a la PPT»"),
            "C16",
            {"responsible": [], "deadline": None, "quote": "proveerá cooperación a la PPT"},
            id="neither-who-nor-when-in-that-of-several-which-has-the-words",
        ),
    ],
)
def test_a_commitment_that_was_not_read_is_added(
    run: Run, data_folder: Path, arguments: tuple[str, ...], reference: str, added: dict[str, object]
) -> None:
    status, output, _ = run(*arguments)

    assert status == 0
    assert f"Compromisos: + {reference}" in output
    (entry,) = AuditTrail(StateStore.open(data_folder / "state.db")).entries(5)
    assert (entry.subject, entry.before) == (f"{SLUG}#{reference}", "[]")
    assert json.loads(entry.after) == [{**added, "kind": "obligation"}]


@pytest.mark.parametrize(
    "arguments",
    [("16a",), ("16a", "--deadline", "none", "--kind", "event"), ("16a", "--original", "--missing", "x")],
)
def test_one_thing_is_corrected_at_a_time(run: Run, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as exit_:
        run(*arguments)
    assert exit_.value.code == 2


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        pytest.param(("16a", "--deadline", "pronto"), "No entiendo la fecha «pronto»", id="no-date"),
        pytest.param(
            ("16a", "--deadline", "2016-01-01"), "es anterior a la reunión", id="before-the-meeting"
        ),
        pytest.param(("16a", "--responsible", "la Luna"), "No entiendo quién es", id="nobody"),
        pytest.param(("15", "--missing", "la Luna"), "La disposición no dice", id="words-of-no-act"),
        pytest.param(
            ("16a", "--missing", "Que los Países Miembros remitan"),
            "ya se leyó un compromiso",
            id="what-was-read",
        ),
        pytest.param(("99", "--original"), "Ningún acta cargada tiene 99", id="no-such-provision"),
        pytest.param(("16", "--original"), "Hay varios compromisos así", id="several"),
        pytest.param(("hola", "--original"), "No sé qué disposición es «hola»", id="no-number"),
    ],
)
def test_what_is_not_understood_is_said_and_changes_nothing(
    run: Run, data_folder: Path, arguments: tuple[str, ...], complaint: str
) -> None:
    status, _, said = run(*arguments)

    assert status == 1
    assert complaint in said
    assert not (data_folder / "acts" / f"{SLUG}.review.yaml").exists()
