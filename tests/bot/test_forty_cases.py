"""The table of forty cases names tests that are there; what no other test proves is proved here."""

import ast
import time
from pathlib import Path

import pytest
import yaml
from telegram.constants import ChatID

from standin import Standin, StandinServer
from tests.bot.conftest import Run
from tests.bot.test_process import running
from tests.support.processes import SECONDS

TESTS = Path(__file__).parents[1]
CASES = yaml.safe_load((TESTS / "forty_cases.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[str(number) for number in range(1, len(CASES) + 1)])
def test_each_case_has_tests(case: dict[str, list[str]]) -> None:
    assert case.keys() == {"given", "expected", "tests"}
    assert [test for test in case["tests"] if not is_there(test)] == []


def test_there_are_forty_cases() -> None:
    assert len(CASES) == 40


def is_there(test: str) -> bool:
    file, _, function = test.partition("::")
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    return any(
        isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef) and each.name == function
        for each in tree.body
    )


def test_without_admins_the_bot_starts_and_says_so(data_folder: Path) -> None:
    standin = Standin(time.time)
    ana = standin.person(7, "Ana", "es")
    with (
        StandinServer(standin) as server,
        running(data_folder, TELEGRAM_API_URL=server.origin, TELEGRAM_TOKEN=standin.token) as process,
    ):
        ana.writes("/recargar")
        standin.waits_until(lambda: ana.inbox, SECONDS)
        process.terminate()
        output = process.communicate(timeout=SECONDS)[1]
    assert "admin functions are off" in output
    assert "No conozco esa orden" in ana.inbox[-1].text


@pytest.mark.parametrize("shared", [ChatID.ANONYMOUS_ADMIN, ChatID.SERVICE_CHAT, ChatID.FAKE_CHANNEL])
@pytest.mark.parametrize("setting", ["ACUERDOS_ADMINS", "ACUERDOS_EDITORS"])
def test_no_id_that_telegram_shares_among_people_is_an_officer_s(
    run: Run, monkeypatch: pytest.MonkeyPatch, setting: str, shared: int
) -> None:
    monkeypatch.setenv(setting, f"900,{int(shared)}")
    status, _, complaint = run("doctor")
    assert (status, setting in complaint) == (78, True)
