"""The files of deploy/ say what the guide of operation says, and nothing that would not start."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from bot.settings import Settings

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
SETTINGS = {str(field.validation_alias) for field in Settings.model_fields.values()}


@pytest.fixture
def compose() -> dict[str, dict[str, dict[str, object]]]:
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def test_both_containers_are_read_only_without_privileges_and_limited(
    compose: dict[str, dict[str, dict[str, object]]],
) -> None:
    for service in compose["services"].values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert service["mem_limit"]
        assert service["logging"]


def test_only_the_proxy_is_reached_from_outside(compose: dict[str, dict[str, dict[str, object]]]) -> None:
    assert [name for name, service in compose["services"].items() if "ports" in service] == ["caddy"]


@pytest.mark.parametrize("file", ["deploy/compose.yaml", "deploy/acuerdos.service", ".env.example"])
def test_each_setting_that_is_named_is_one(file: str) -> None:
    named = set(re.findall(r"\bACUERDOS_[A-Z_]+[A-Z]\b", (ROOT / file).read_text(encoding="utf-8")))
    assert named - SETTINGS - {"ACUERDOS_HOST"} == set()


def test_every_setting_is_in_the_example() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert [name for name in SETTINGS if name not in example] == []


def test_the_unit_restarts_what_a_restart_may_mend() -> None:
    unit = (DEPLOY / "acuerdos.service").read_text(encoding="utf-8")
    assert "Restart=on-failure" in unit
    assert "RestartPreventExitStatus=78" in unit


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    unit = (DEPLOY / "acuerdos.service").read_text(encoding="utf-8")
    copy = tmp_path / "acuerdos.service"
    copy.write_text(unit.replace("/opt/acuerdos/.venv/bin/acuerdos", "/bin/true"), encoding="utf-8")
    verified = subprocess.run(
        ["/usr/bin/systemd-analyze", "verify", "--man=no", str(copy)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert verified.stderr.count("acuerdos.service") == 0
