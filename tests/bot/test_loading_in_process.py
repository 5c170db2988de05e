"""The real process over HTTP: an act sent to the chat, confirmed, and answered from, also after SIGKILL."""

import time
from pathlib import Path

import pytest

from standin import Message, Person, Standin, StandinServer
from tests.support.processes import SECONDS
from tests.support.started_again import started

ADMIN = 900
VERACRUZ = Path(__file__).parents[1] / "corpus" / "unseen" / "grcm-2010-04-veracruz.html"


@pytest.fixture
def real_time_standin() -> Standin:
    return Standin(time.time)


def newest(person: Person) -> Message:
    return [message for message in person.inbox if not message.document][-1]


def wait_for(standin: Standin, person: Person, words: str) -> None:
    standin.waits_until(lambda: any(words in message.text for message in person.inbox), SECONDS)


def test_an_act_is_loaded_from_the_chat_and_outlasts_a_killed_process(
    data_folder: Path, real_time_standin: Standin
) -> None:
    standin = real_time_standin
    admin, delegate = standin.person(ADMIN, "Ana", "es"), standin.person(7, "Luis", "en")
    settings = {"TELEGRAM_TOKEN": standin.token, "ACUERDOS_ADMINS": str(ADMIN), "ACUERDOS_LOG": "text:ERROR"}
    with StandinServer(standin) as server:
        with started(data_folder, TELEGRAM_API_URL=server.origin, **settings):
            admin.sends_document(VERACRUZ)
            wait_for(standin, admin, "Vista previa")
        # Killed with the preview open; the one that starts now loads what it never read.
        with started(data_folder, TELEGRAM_API_URL=server.origin, **settings):
            admin.taps("Cargar")
            wait_for(standin, admin, "Base recargada: 2 actas")
        with started(data_folder, TELEGRAM_API_URL=server.origin, **settings):
            delegate.writes("/conclusion 1 veracruz 2010")
            wait_for(standin, delegate, "Conclusion 1 · RCGM, Veracruz")
            admin.writes("/revertir")
            wait_for(standin, admin, "Sale: GRCM, Veracruz")
            admin.taps("Volver", newest(admin))
            wait_for(standin, admin, "Base recargada: 1 acta,")
