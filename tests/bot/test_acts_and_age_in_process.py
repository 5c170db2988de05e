"""An act that is hard to show, buttons that are old, and a reader that hangs, against one real process."""

import os
import re
import shutil
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.services import open_services
from bot.settings import Settings
from handlers.desk.confirmations import EXPIRED
from handlers.messages import TEXT_LIMIT
from standin import Person, Standin, StandinServer
from tests.bot.test_cases_in_process import (
    ADMIN,
    answer_to,
    answered,
    uploaded,
)
from tests.support.processes import SECONDS
from tests.support.started_again import started

TAGS = "<b>remitan</blockquote> &lt;informes&gt; & <i>datos</b> sin <cerrar"
POINTS = 150
LONG = " ".join(
    f"El punto x{number}x del informe <b> trata de pasaportes & visas." for number in range(POINTS)
)
ACT = f"""\
REUNIÓN DEL GRUPO REGIONAL DE CONSULTA SOBRE MIGRACIÓN (GRCM)
Tela, Honduras, 3 de marzo de 2024

CONCLUSIONES

1. Que los Países Miembros {TAGS}.

2. {LONG}
"""
A_QUARTER = 15 * 60.0
LATE = 20.0


@dataclass
class Telegram:
    """A Telegram whose clock is `ahead` of ours by so many seconds, and the `process` that polls it."""

    ahead: float = 0.0
    process: int = 0
    standin: Standin = field(init=False)

    def __post_init__(self) -> None:
        self.standin = Standin(lambda: time.time() + self.ahead)


@pytest.fixture(scope="module")
def folder(built_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the act."""
    folder = Path(shutil.copytree(built_data, tmp_path_factory.mktemp("hard") / "data"))
    (folder / "acts").mkdir(exist_ok=True)
    (folder / "acts" / "tela.txt").write_text(ACT, encoding="utf-8")
    with open_services(Settings(_env_file=None, data=folder, encoder=False)) as services:
        services.base.reload()
    return folder


@pytest.fixture(scope="module")
def telegram(folder: Path) -> Iterator[Telegram]:
    telegram = Telegram()
    telegram.standin.person(ADMIN, "Admin", "es")
    settings = {"TELEGRAM_TOKEN": telegram.standin.token, "ACUERDOS_ADMINS": str(ADMIN)}
    with (
        StandinServer(telegram.standin) as server,
        started(folder, TELEGRAM_API_URL=server.origin, **settings) as process,
    ):
        telegram.process = process.pid or 0
        yield telegram


@pytest.fixture
def standin(telegram: Telegram) -> Iterator[Standin]:
    refused = len(telegram.standin.refusals)
    yield telegram.standin
    telegram.ahead = 0.0
    assert [
        each for each in map(str, telegram.standin.refusals[refused:]) if "query is too old" not in each
    ] == []


@pytest.fixture
def ana(standin: Standin) -> Person:
    return standin.person(100, "Ana", "es")


@pytest.fixture
def admin(standin: Standin) -> Person:
    return standin.person(ADMIN, "Admin", "es")


def test_tags_in_an_act_are_shown_as_they_are(standin: Standin, ana: Person) -> None:
    assert TAGS in answer_to(standin, ana, "/conclusion 1 tela 2024").text


def test_a_long_provision_comes_in_parts_with_its_citation_in_each(standin: Standin, ana: Person) -> None:
    before = len(ana.inbox)
    answer_to(standin, ana, "/conclusion 2 tela 2024")
    if "Texto completo" in labels(ana):
        ana.taps("Texto completo")
    standin.waits_until(lambda: f"x{POINTS - 1}x" in ana.inbox[-1].text, SECONDS)
    parts = [message.text for message in ana.inbox[before:]]
    assert len(parts) > 1
    assert [part for part in parts if "Conclusión 2 · GRCM, Tela" not in part or len(part) > TEXT_LIMIT] == []
    assert re.findall(r"x(\d+)x", " ".join(parts)) == [*map(str, range(POINTS))]


def test_accents_in_a_button_fit(standin: Standin, ana: Person) -> None:
    message = answer_to(standin, ana, "/pendientes")
    ana.taps("Por país…", message)
    standin.waits_until(lambda: "República Dominicana" in labels(ana), SECONDS)
    ana.taps("República Dominicana")
    standin.waits_until(lambda: "de República Dominicana" in ana.inbox[-1].text, SECONDS)


def labels(person: Person) -> list[str]:
    return [button.text for message in person.inbox for row in message.buttons for button in row]


def test_a_confirmation_does_nothing_after_a_quarter_of_an_hour(
    telegram: Telegram, standin: Standin, admin: Person, folder: Path
) -> None:
    telegram.ahead = -A_QUARTER  # so that what is sent now is as old for the bot
    preview = uploaded(standin, admin, ACT.replace("2024", "2023").encode(), "otra.txt")
    tap = answered(standin, admin.taps("Cargar", preview))
    assert tap.text == EXPIRED
    assert [path.name for path in (folder / "acts").glob("*.txt")] == ["tela.txt"]


def test_a_late_yes_deletes_nothing(standin: Standin, ana: Person) -> None:
    message = answer_to(standin, ana, "/borrar_mis_datos")
    asked_then = f"f1:{ana.id}:{int(time.time() - A_QUARTER)}"
    answered(standin, ana.taps_data(asked_then, message))
    standin.waits_until(lambda: "venció" in message.text, SECONDS)


def test_a_tap_that_comes_late_is_done_all_the_same(
    telegram: Telegram, standin: Standin, ana: Person
) -> None:
    message = answer_to(standin, ana, "/conclusion 18a")
    os.kill(telegram.process, signal.SIGSTOP)
    ana.taps("Siguiente ▶", message)
    telegram.ahead = LATE
    os.kill(telegram.process, signal.SIGCONT)
    standin.waits_until(lambda: "Conclusión 18.b" in ana.inbox[-1].text, SECONDS)


def test_the_same_document_twice_is_told(standin: Standin, admin: Person, folder: Path) -> None:
    message = uploaded(standin, admin, ACT.encode(), "otra vez.txt")
    assert "otra vez.txt ya estaba cargada" in message.text
    assert [path.name for path in (folder / "acts").glob("*.txt")] == ["tela.txt"]


def test_a_reader_that_hangs_holds_up_nobody(
    telegram: Telegram, standin: Standin, admin: Person, ana: Person
) -> None:
    admin.sends_document(b"%PDF-1.7 " + os.urandom(1000), "acta.pdf")
    reader = reader_below(telegram.process)
    os.kill(reader, signal.SIGSTOP)
    assert "Conclusión 16.a" in answer_to(standin, ana, "/16a").text
    # As after 45 seconds, for which no test can wait; see knowledge/reading/files/limits.py.
    os.kill(reader, signal.SIGKILL)
    standin.waits_until(lambda: "acta.pdf" in admin.inbox[-1].text, SECONDS)


def reader_below(process: int) -> int:
    """Wait for the process in which one of ours reads a file."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        for each in descendants(process):
            if "reader_process" in Path(f"/proc/{each}/cmdline").read_text(encoding="utf-8"):
                return each
        time.sleep(0.002)
    raise TimeoutError


def descendants(process: int) -> Iterator[int]:
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in map(int, children.read_text(encoding="ascii").split()):
            yield child
            yield from descendants(child)
