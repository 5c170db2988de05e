import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.command_line import main

Run = Callable[..., tuple[int, str, str]]
"""Runs a command; returns its status, output and complaint."""


@pytest.fixture
def _own_logging() -> Iterator[None]:
    """Leave logging, which a command sets up for its whole process, as it was."""
    loggers = [logging.getLogger(name) for name in (None, "telegram", "httpx", "httpcore", "apscheduler")]
    before = [(logger, logger.level, logger.handlers[:]) for logger in loggers]
    yield
    for logger, level, handlers in before:
        logger.setLevel(level)
        logger.handlers[:] = handlers


@pytest.fixture(autouse=True)
def _own_umask() -> Iterator[None]:
    """Leave what new files may be read by, which a command sets for its whole process, as it was."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def run(
    _own_logging: None, data_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Run:
    """Run commands on a data folder with the built-in act, with no settings but it."""
    monkeypatch.chdir(data_folder.parent)
    for name in [name for name in os.environ if name.startswith(("TELEGRAM_", "ACUERDOS_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("ACUERDOS_ENCODER", "off")

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        status = main([*map(str, arguments), "--data", str(data_folder)])
        written = capsys.readouterr()
        return status, written.out, written.err

    return run
