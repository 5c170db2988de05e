"""The real process, killed by SIGKILL again and again while it sends reminders, and started again.

What the design promises, and this proves: whose digest was under way when the process was killed gets it once
more, marked as late, since nobody knows whether it had arrived; so it comes once, or twice if the process was
killed after Telegram took it and before that was written down, and the second is marked. Nobody else gets
anything twice, and nobody loses a digest, unless the process is killed in the middle of that second try, too.
"""

import signal
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from knowledge.stores.state_store import StateStore
from knowledge.stores.subscriptions import SubscriptionStore
from standin import Standin, StandinServer
from standin.answers import Answer
from standin.calls import Call
from tests.support.due_digests import digests, subscribe
from tests.support.processes import SECONDS
from tests.support.started_again import started

BEFORE, AFTER = -2.0, -1.0
"""Kill before Telegram takes a message, or once it has and before it says so; else so many seconds later."""

MOMENTS = (BEFORE, AFTER, 0.0, 0.001, BEFORE, 0.002, AFTER, 0.004, BEFORE, 0.006, 0.01, 0.02)
CHATS = 4 * len(MOMENTS)


class Deadly(Standin):
    """A Telegram that kills the bot at the second message of a run: the first may be a second try."""

    def __init__(self) -> None:
        super().__init__(time.time)
        self.kill: Callable[[], None] | None = None
        self.moment = BEFORE

    def answer(self, token: str, call: Call) -> Answer:
        with self.world.changed:
            if not self._is_time(call):
                return super().answer(token, call)
            kill, self.kill = self.kill, None
            assert kill
            if self.moment == BEFORE:
                kill()
                return super().answer(token, Call("getMe"))
            answer = super().answer(token, call)
            threading.Timer(self.moment, kill).start() if self.moment >= 0 else kill()
            return answer

    def _is_time(self, call: Call) -> bool:
        if call.method != "sendMessage" or self.kill is None:
            return False
        self._messages += 1
        return self._messages == 2

    def arms(self, kill: Callable[[], None], moment: float) -> None:
        """Kill the run that begins now, at a moment of its second message."""
        with self.world.changed:
            self.kill, self.moment, self._messages = kill, moment, 0


def are_told(folder: Path, day: date) -> bool:
    with closing(StateStore.open(folder / "state.db")) as state:
        return all(each.told == day for each in SubscriptionStore(state).active())


def test_no_digest_is_lost_and_none_comes_twice_unless_it_is_marked(data_folder: Path) -> None:
    standin = Deadly()
    people = [standin.person(100 + number, "Ana", "es") for number in range(CHATS)]
    today = subscribe(data_folder, standin, people)
    settings = {"TELEGRAM_TOKEN": standin.token, "ACUERDOS_LOG": "text:ERROR"}
    with StandinServer(standin) as server:
        settings["TELEGRAM_API_URL"] = server.origin
        for moment in MOMENTS:
            with started(data_folder, **settings) as process:
                standin.arms(process.kill, moment)
                process.join(SECONDS)
                assert process.exitcode == -signal.SIGKILL
        assert not are_told(data_folder, today)
        with started(data_folder, **settings):
            standin.waits_until(lambda: all(digests(person) for person in people), SECONDS)
            patience = time.monotonic() + SECONDS
            while not are_told(data_folder, today) and time.monotonic() < patience:
                time.sleep(0.02)

    came = [digests(person) for person in people]
    once, late, twice = (came.count(each) for each in ([False], [True], [False, True]))
    assert once + late + twice == CHATS
    assert (late >= MOMENTS.count(BEFORE), twice >= MOMENTS.count(AFTER)) == (True, True)
    assert late + twice <= len(MOMENTS)
