"""The real process over HTTP when things go wrong: outages, a broken update, a flood, an end in between."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from handlers.manners import MOST
from standin import (
    Person,
    RefusalError,
    Standin,
    StandinServer,
    conflict,
    flood,
    not_found,
    outage,
    unauthorized,
)
from tests.bot.test_process import running
from tests.support.processes import SECONDS, environment

QUESTION = "¿Cuándo es el taller de pasaportes?"


@pytest.fixture
def real_time_standin() -> Standin:
    return Standin(time.time)


@contextmanager
def polling(standin: Standin, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run the bot, and wait until it fetches updates."""
    with (
        StandinServer(standin) as server,
        running(folder, TELEGRAM_API_URL=server.origin, TELEGRAM_TOKEN=standin.token) as process,
    ):
        standin.waits_until(lambda: "getupdates" in {call.method.lower() for call in standin.calls}, SECONDS)
        yield process


def end(process: subprocess.Popen[str]) -> str:
    """End the process as a supervisor does, and return what it said."""
    process.send_signal(signal.SIGTERM)
    return "".join(process.communicate(timeout=25))


def test_what_waits_is_answered_before_the_process_ends(
    data_folder: Path, real_time_standin: Standin
) -> None:
    standin = real_time_standin
    people = [standin.person(number, "Ana", "es") for number in range(10, 31)]
    with polling(standin, data_folder) as process:
        standin.slows("sendMessage", 1.0, times=len(people))
        for person in people:
            person.writes(QUESTION)
        standin.waits_until(lambda: not len(standin.world.updates), SECONDS)  # the bot has them all
        end(process)
    assert [len(person.inbox) for person in people] == [1] * len(people)
    assert process.returncode == 0


@pytest.mark.parametrize(
    "faults",
    [
        pytest.param([outage()] * 3, id="three-502s"),
        pytest.param([unauthorized()], id="401"),
        pytest.param([not_found(), unauthorized()], id="404-and-401"),
        pytest.param([flood(1)], id="429"),
        pytest.param([conflict("terminated by other getUpdates request")], id="409"),
    ],
)
def test_after_an_outage_questions_are_answered_again(
    data_folder: Path, real_time_standin: Standin, faults: list[RefusalError]
) -> None:
    standin = real_time_standin
    ana = standin.person(7, "Ana", "es")
    with polling(standin, data_folder) as process:
        for fault in faults:
            standin.fails("getUpdates", fault)
        ana.writes(QUESTION)
        standin.waits_until(lambda: ana.inbox, SECONDS)
        output = end(process)
    assert "Conclusión 24" in ana.inbox[-1].text
    assert "pasaportes" not in output


def test_an_update_that_cannot_be_read_keeps_nobody_from_answers(
    data_folder: Path, real_time_standin: Standin
) -> None:
    standin = real_time_standin
    ben = standin.person(8, "Ben", "en")
    with polling(standin, data_folder) as process:
        with standin.world.changed:
            standin.world.tell("callback_query", {"id": "1", "data": "a secret"})
        ben.writes("When is the passport workshop?")
        standin.waits_until(lambda: ben.inbox, SECONDS)
        output = end(process)
    assert "Conclusion 24" in ben.inbox[-1].text
    assert ("cannot be read" in output, "a secret" in output) == (True, False)


def test_one_person_s_flood_slows_nobody_else(data_folder: Path, real_time_standin: Standin) -> None:
    standin = real_time_standin
    ana, ben = standin.person(7, "Ana", "es"), standin.person(8, "Ben", "es")
    with polling(standin, data_folder) as process:
        for _ in range(50):
            ana.writes(QUESTION)
        ben.writes(QUESTION)
        standin.waits_until(lambda: ben.inbox, SECONDS)
        before_ben = position(standin, ben)
        end(process)
    assert "Conclusión 24" in ben.inbox[-1].text
    assert len(ana.inbox) <= MOST + 1
    # Each of the flood waits for the one before; whoever writes after all of it waits for one or two.
    assert before_ben <= 5


def test_a_message_whose_sending_timed_out_is_not_sent_again(
    data_folder: Path, real_time_standin: Standin
) -> None:
    standin = real_time_standin
    ana, ben = standin.person(7, "Ana", "es"), standin.person(8, "Ben", "es")
    with polling(standin, data_folder) as process:
        standin.slows("sendMessage", 17.0, chat_id=ana.id)  # it is there; what comes too late is the answer
        ana.writes(QUESTION)
        standin.waits_until(lambda: ana.inbox, SECONDS)
        ben.writes(QUESTION)
        standin.waits_until(lambda: ben.inbox, SECONDS)
        ana.writes("16a")  # waits for the one before
        standin.waits_until(lambda: "Conclusión 16.a" in ana.inbox[-1].text, SECONDS)
        end(process)
    assert sum("Conclusión 24" in message.text for message in ana.inbox) == 1


def test_without_a_name_service_the_bot_waits_for_one(
    data_folder: Path, real_time_standin: Standin, tmp_path: Path
) -> None:
    standin = real_time_standin
    ana = standin.person(7, "Ana", "es")
    ana.writes(QUESTION)
    (tmp_path / "gone").touch()
    (tmp_path / "sitecustomize.py").write_text(_NO_NAMES.format(gone=str(tmp_path / "gone")))
    with StandinServer(standin) as server:
        by_name = server.origin.replace("127.0.0.1", "api.telegram.example")
        settings = {"TELEGRAM_API_URL": by_name, "TELEGRAM_TOKEN": standin.token}
        path = os.pathsep.join((str(tmp_path), environment()["PYTHONPATH"]))
        with running(data_folder, PYTHONPATH=path, **settings) as process:
            time.sleep(5)
            assert (process.poll(), standin.calls) == (None, [])
            (tmp_path / "gone").unlink()
            standin.waits_until(lambda: ana.inbox, SECONDS)
            output = end(process)
    assert "Conclusión 24" in ana.inbox[-1].text
    assert process.returncode == 0
    assert standin.token not in output


_NO_NAMES = """
import os, socket
look_up = socket.getaddrinfo
def getaddrinfo(host, *arguments, **named):
    if host in ("api.telegram.example", b"api.telegram.example"):
        if os.path.exists({gone!r}):
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        host = "127.0.0.1"
    return look_up(host, *arguments, **named)
socket.getaddrinfo = getaddrinfo
"""
"""Stands for a name service that fails while a file is there, in the process that imports it."""

HOSTILE = "15 de julio" + "\n" * 4000 + "x"


def test_nobody_s_message_freezes_the_others(data_folder: Path, real_time_standin: Standin) -> None:
    standin = real_time_standin
    ana, ben = standin.person(7, "Ana", "es"), standin.person(8, "Ben", "es")
    with polling(standin, data_folder) as process:
        for _ in range(5):
            ana.writes(HOSTILE)
        started = time.monotonic()
        ben.writes(QUESTION)
        standin.waits_until(lambda: ben.inbox and len(ana.inbox) == 5, SECONDS)
        seconds = time.monotonic() - started
        end(process)
    assert "Conclusión 24" in ben.inbox[-1].text
    assert seconds < 5  # it took 34


def position(standin: Standin, person: Person) -> int:
    """Return how many messages the bot sent before its first to a person."""
    return next(place for place, each in enumerate(standin.sent) if each.chat.id == person.id)
