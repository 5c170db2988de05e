import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.doctor import Health, examine
from bot.settings import Settings
from knowledge.stores.backups import Backups
from knowledge.stores.data_folder import DataFolder

TOKEN = "123456789:AAFabcdefghijklmnopqrstuvwxyz012345"
NOW = datetime(2040, 1, 1, tzinfo=UTC)


def said(now: datetime = NOW, **settings: Any) -> dict[Health, list[str]]:
    symptoms = list(examine(Settings(_env_file=None, **({"encoder": False} | settings)), now))
    return {health: [str(each.said) for each in symptoms if each.health is health] for health in Health}


def test_a_clock_that_is_slower_than_the_program_is_noticed(data_folder: Path) -> None:
    [complaint] = said(datetime(2001, 1, 1, tzinfo=UTC), data=data_folder)[Health.BAD]
    assert complaint.startswith("El reloj va atrasado")


@pytest.mark.parametrize(
    ("settings", "missing"),
    [
        pytest.param({}, ["TELEGRAM_TOKEN", "ACUERDOS_ADMINS"], id="neither"),
        pytest.param({"admins": frozenset({1})}, ["TELEGRAM_TOKEN"], id="no token"),
        pytest.param(
            {"admins": frozenset({1}), "token": TOKEN},
            [],
            id="both",
        ),
    ],
)
def test_what_a_bot_needs_is_looked_for(
    data_folder: Path, settings: dict[str, Any], missing: list[str]
) -> None:
    doubtful = said(data=data_folder, **settings)[Health.DOUBTFUL]
    assert [name for name in ("TELEGRAM_TOKEN", "ACUERDOS_ADMINS") if name in " ".join(doubtful)] == missing


@pytest.mark.parametrize("kind", ["file", "missing parent"])
def test_a_place_that_can_hold_no_data_is_named(tmp_path: Path, kind: str) -> None:
    (tmp_path / "file").touch()
    path = tmp_path / "file" if kind == "file" else tmp_path / "no" / "data"
    [complaint] = said(data=path)[Health.BAD]
    assert "no es una carpeta" in complaint


@pytest.mark.parametrize(
    ("encoder", "missing", "health", "wording"),
    [
        pytest.param(False, None, Health.GOOD, "ACUERDOS_ENCODER=off", id="off"),
        pytest.param(True, None, Health.GOOD, "funciona", id="on"),
        pytest.param(True, "onnxruntime", Health.DOUBTFUL, "solo por las palabras", id="not installed"),
    ],
)
def test_it_is_told_whether_the_encoder_works(
    data_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    encoder: object,
    missing: str | None,
    health: Health,
    wording: str,
) -> None:
    if missing:
        monkeypatch.setitem(sys.modules, missing, None)

    assert wording in " ".join(said(data=data_folder, encoder=encoder)[health])


def test_who_may_read_the_folder_and_the_last_backup_are_told(data_folder: Path) -> None:
    folder = DataFolder.open(data_folder)
    assert "Nadie más puede leer" in " ".join(said(data=data_folder)[Health.GOOD])
    assert "Todavía no hay copia" in " ".join(said(data=data_folder)[Health.DOUBTFUL])
    folder.state.chmod(0o644)
    Backups(folder).make(NOW)
    folder.state.chmod(0o644)

    found = said(NOW, data=data_folder)

    assert "pueden leer 1 archivos" in " ".join(found[Health.DOUBTFUL])
    assert "Última copia de seguridad: 2039-12-31" in " ".join(found[Health.GOOD])
    late = said(NOW + timedelta(days=3), data=data_folder)
    assert "Última copia de seguridad: 2039-12-31" in " ".join(late[Health.DOUBTFUL])


def test_whose_turn_it_is_is_told(data_folder: Path) -> None:
    folder = DataFolder.open(data_folder)
    assert "Ningún bot está en marcha" in " ".join(said(data=data_folder)[Health.GOOD])

    with folder.served(), folder.locked():
        found = said(data=data_folder)

    assert "Hay un bot en marcha" in " ".join(found[Health.GOOD])
    assert "Hay una carga o una copia" in " ".join(found[Health.DOUBTFUL])


def test_officers_are_counted_and_double_ones_named(data_folder: Path) -> None:
    found = said(data=data_folder, admins=frozenset({1}), editors=frozenset({2, 3}))
    assert "Funcionarios: 1 que cargan actas y 2" in " ".join(found[Health.GOOD])
    both = said(data=data_folder, admins=frozenset({1}), editors=frozenset({1}))
    assert "1 está en ACUERDOS_ADMINS" in " ".join(both[Health.DOUBTFUL])
