"""Fixtures for all: a data folder with the built-in act, and the real application over the stand-in."""

import logging
import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import settings as property_settings

from bot.application import build_application
from bot.services import open_services
from bot.settings import Settings
from handlers.context import App
from handlers.services import Services
from standin import Standin, StandinRequest
from tests.support.chat import Chat
from tests.support.clock import Clock

# The same examples at each run, so that a change is what makes a test fail; `make fuzz` tries others. How
# long one takes says how busy the machine is, so there is no deadline.
property_settings.register_profile("repeatable", derandomize=True, deadline=None)
property_settings.register_profile("fuzz", print_blob=True, deadline=None)
property_settings.load_profile("repeatable")

TODAY = date(2017, 7, 1)
ADMIN, EDITOR = 900, 901
FREE_BYTES = 77 * 10**9


@pytest.fixture(autouse=True)
def _log_level_as_it_was() -> Iterator[None]:
    """Undo what a command that was run in this process sets for a person who reads its output."""
    root = logging.getLogger()
    level = root.level
    yield
    root.setLevel(level)


@pytest.fixture(scope="session")
def built_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "data"
    with open_services(Settings(_env_file=None, data=folder, encoder=False)):
        return folder


@pytest.fixture
def data_folder(built_data: Path, tmp_path: Path) -> Path:
    """A data folder of the test's own."""
    return Path(shutil.copytree(built_data, tmp_path / "data"))


@pytest.fixture
def services(data_folder: Path, clock: Clock) -> Iterator[Services]:
    with open_services(Settings(_env_file=None, data=data_folder, encoder=False)) as opened:
        yield replace(
            opened,
            today=lambda: TODAY,
            now=lambda: datetime.fromtimestamp(clock(), UTC),
            started_at=datetime.fromtimestamp(clock(), UTC),
            stopwatch=clock,
            free_bytes=lambda: FREE_BYTES,
            admins=frozenset({ADMIN}),
            editors=frozenset({EDITOR}),
        )


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def standin(clock: Clock) -> Standin:
    return Standin(clock)


@pytest.fixture
async def application(services: Services, standin: Standin, clock: Clock) -> AsyncIterator[App]:
    built = build_application(
        services,
        standin.token,
        api_url="http://standin",
        request=StandinRequest(standin),
        polling_request=StandinRequest(standin),
        clock=clock,
        sleep=clock.sleep,
    )
    async with built:
        yield built


@pytest.fixture
def chat(application: App, standin: Standin) -> Chat:
    return Chat(application, standin)
