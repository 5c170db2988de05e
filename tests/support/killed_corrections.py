"""Kill the bot at points throughout the saving of a correction, and print what is left each time.

Run as a program of its own, since it forks, with a working folder, the kind of points («disk» for events that
touch the disk, «state» for SQLite's steps in state.db) and how many points to try: prints a line of JSON per
point; at the last one the bot isn't killed.
"""

import asyncio
import json
import os
import shutil
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path

from bot.application import build_application
from bot.services import open_loader, open_services
from bot.settings import Settings
from handlers.catalogue import load_catalogues
from handlers.services import Services
from knowledge.stores.audit import AuditTrail
from knowledge.stores.state_store import StateStore
from knowledge.values.references import Reference
from standin import Standin, StandinRequest
from tests.conftest import EDITOR, TODAY
from tests.support.chat import Chat
from tests.support.clock import Clock
from tests.support.forums import FISHERIES, FISHERIES_ACT, forum_folder
from tests.support.killed_loads import STEPS

FIRST = Reference.parse("A1")


class Points:
    """Counts the points that a process passes while `armed`, and calls `told` with the number of each."""

    def __init__(self, told: Callable[[int], None]) -> None:
        self.armed = False
        self._told = told
        self._numbers = count()

    def follow_disk(self) -> None:
        """Count the events that touch the disk."""
        sys.addaudithook(lambda event, _: self._pass() if event in STEPS else None)

    def follow_state(self, state: StateStore) -> None:
        """Count the instructions of SQLite's virtual machine on the state."""
        state.database.conn.set_progress_handler(self._pass_on, 1)

    def _pass(self) -> None:
        if self.armed:
            self._told(next(self._numbers))

    def _pass_on(self) -> int:
        self._pass()
        return 0


@asynccontextmanager
async def bot(data: Path) -> AsyncIterator[tuple[Chat, Services]]:
    """Start the application over a stand-in, on an existing data folder."""
    clock = Clock()
    forum = data.parent.parent / "forum"
    with open_services(Settings(_env_file=None, data=data, forum=forum, encoder=False)) as opened:
        services = replace(
            opened,
            today=lambda: TODAY,
            now=lambda: datetime.fromtimestamp(clock(), UTC),
            editors=frozenset({EDITOR}),
        )
        standin = Standin(clock)
        application = build_application(
            services,
            standin.token,
            api_url="http://standin",
            request=StandinRequest(standin),
            polling_request=StandinRequest(standin),
        )
        async with application:
            yield Chat(application, standin), services


async def correct(data: Path, kind: str, points: Points) -> None:
    """Correct a deadline as an officer does; only points after the last tap count."""
    async with bot(data) as (chat, services):
        if kind == "disk":
            points.follow_disk()
        else:
            await services.change(points.follow_state)
        editor = chat.person(EDITOR)
        await chat.ask(editor, "/idioma")
        await chat.tap(editor, "Español")
        await chat.ask(editor, "/corregir 1")
        await chat.tap(editor, "Plazo")
        await chat.ask(editor, "2018-08-31")
        points.armed = True
        await chat.tap(editor, "Guardar")
        points.armed = False


def held(data: Path, services: Services) -> dict[str, object]:
    """Return the provision's deadline, the review file, and the contents of the state."""
    (document,) = services.base.documents()
    made = services.base.act(document.slug).commitments
    beside = data / "acts" / f"{document.slug}.review.yaml"
    whole = services.state.database.query("PRAGMA integrity_check")
    return {
        "deadline": [str(each.deadline.end) for each in made if each.reference == FIRST],
        "review": beside.read_text(encoding="utf-8") if beside.exists() else "",
        "whole": [row["integrity_check"] for row in whole],
        "language": services.state.language(EDITOR, EDITOR),
        "audit": len(AuditTrail(services.state).entries(9)),
    }


def start_again(data: Path) -> dict[str, object]:
    """Start as after a crash, and let Telegram deliver the same tap again."""
    return asyncio.run(_start_again(data))


async def _start_again(data: Path) -> dict[str, object]:
    async with bot(data) as (chat, services):
        left = held(data, services)
        editor = chat.person(EDITOR)
        (message,) = await chat.ask(editor, "/privacidad")
        drafts = list(services.state.database.query("SELECT nonce, content FROM drafts"))
        for nonce in [row["nonce"] for row in drafts if '"asked":"sure"' in row["content"]]:
            editor.taps_data(f"cor2:{nonce}:save", message)
            await chat.settle()
        return {**left, "again": held(data, services)}


def in_child(work: Callable[[], object]) -> tuple[bool, str]:
    """Call `work` in a child process; return whether that was killed, and its result as JSON."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            with os.fdopen(writing, "w") as pipe:
                pipe.write(json.dumps(work()))
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        printed = pipe.read()
    return os.WIFSIGNALED(os.waitpid(child, 0)[1]), printed


def count_points(data: Path, kind: str) -> int:
    passed: list[int] = []
    asyncio.run(correct(data, kind, Points(passed.append)))
    return len(passed)


def die_at(data: Path, kind: str, at: int) -> None:
    def told(number: int) -> None:
        if number == at:
            os.kill(os.getpid(), signal.SIGKILL)

    asyncio.run(correct(data, kind, Points(told)))


def warm_up(data: Path) -> None:
    """Load the act here once, so that every forked process has the data files in memory."""
    settings = Settings(_env_file=None, data=data, forum=data.parent.parent / "forum", encoder=False)
    open_loader(settings).ensure_built()
    load_catalogues(settings.folders())


def build(data: Path) -> None:
    async def start() -> None:
        async with bot(data):
            pass

    asyncio.run(start())


def main(folder: Path, kind: str, points: int) -> None:
    forum_folder(folder / "forum", FISHERIES, acta=FISHERIES_ACT)
    fresh = folder / "fresh" / "data"
    warm = folder / "warm" / "data"
    for each in (fresh, warm):
        each.parent.mkdir()
    warm_up(warm)
    in_child(partial(build, fresh))

    def copy(name: str) -> Path:
        return Path(shutil.copytree(fresh, folder / name / "data"))

    for name in ("warmed up", "counted"):  # the first import of a module touches the disk too
        _, counted = in_child(partial(count_points, copy(name), kind))
    for point in range(points + 1):
        data = copy(str(point))
        at = int(counted) * point // points
        killed, _ = in_child(partial(die_at, data, kind, at))
        _, left = in_child(partial(start_again, data))
        print(json.dumps({"killed": killed, "at": at, **json.loads(left)}), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
