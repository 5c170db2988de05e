"""A confirmation that is open while the process ends, and starts again with or without who may give it."""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from standin import Person, Standin, StandinServer
from tests.bot.test_cases_in_process import ADMIN, answer_to, answered, uploaded
from tests.support.processes import SECONDS
from tests.support.started_again import started

ACT = """\
REUNIÓN DEL GRUPO REGIONAL DE CONSULTA SOBRE MIGRACIÓN (GRCM)
Tela, Honduras, 3 de marzo de 2024

CONCLUSIONES

1. Que los Países Miembros remitan sus informes a más tardar el 30 de junio de 2024.
"""
LOADING = 3 * SECONDS

Starts = Callable[[str], AbstractContextManager[object]]


@pytest.fixture
def standin() -> Standin:
    return Standin(time.time)


@pytest.fixture
def admin(standin: Standin) -> Person:
    return standin.person(ADMIN, "Admin", "es")


@pytest.fixture
def starts(standin: Standin, data_folder: Path) -> Iterator[Starts]:
    with StandinServer(standin) as server:

        @contextmanager
        def start(admins: str) -> Iterator[None]:
            settings = {"TELEGRAM_TOKEN": standin.token, "ACUERDOS_ADMINS": admins}
            with started(data_folder, TELEGRAM_API_URL=server.origin, **settings):
                yield

        yield start


def test_who_is_no_admin_any_more_cannot_confirm_and_who_is_again_can(
    standin: Standin, admin: Person, starts: Starts, data_folder: Path
) -> None:
    with starts(str(ADMIN)):
        preview = uploaded(standin, admin, ACT.encode(), "acta.txt")
    with starts(""):
        assert "ya no es válido" in answered(standin, admin.taps("Cargar", preview)).text
        assert [*(data_folder / "acts").glob("*tela*")] == []
    admin.taps("Cargar", preview)  # while nobody is there
    with starts(str(ADMIN)):
        standin.waits_until(lambda: any("2 actas" in each.text for each in admin.inbox), LOADING)
        assert "30 de junio de 2024" in answer_to(standin, admin, "/conclusion 1 tela 2024").text
