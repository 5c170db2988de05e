"""The real process over HTTP: a provision is corrected in the chat, though it is killed after each step."""

import time
from pathlib import Path

from standin import Standin, StandinServer
from tests.bot.test_loading_in_process import newest, wait_for
from tests.support.started_again import started

EDITOR = 901


def test_a_dialogue_goes_on_after_the_process_was_killed(data_folder: Path) -> None:
    standin = Standin(time.time)
    editor = standin.person(EDITOR, "Ana", "es")
    settings = {
        "TELEGRAM_TOKEN": standin.token,
        "ACUERDOS_EDITORS": str(EDITOR),
        "ACUERDOS_LOG": "text:ERROR",
    }
    with StandinServer(standin) as server:
        with started(data_folder, TELEGRAM_API_URL=server.origin, **settings):
            editor.writes("/corregir 16a")
            wait_for(standin, editor, "Responsable: Países Miembros")
            editor.taps("Plazo", newest(editor))
            wait_for(standin, editor, "¿Hasta cuándo?")
        with started(data_folder, TELEGRAM_API_URL=server.origin, **settings):
            editor.writes("2017-08-31")
            wait_for(standin, editor, "Después: 31 de agosto de 2017")
        with started(data_folder, TELEGRAM_API_URL=server.origin, **settings):
            editor.taps("Guardar", newest(editor))
            wait_for(standin, editor, "Base recargada")
        with started(data_folder, TELEGRAM_API_URL=server.origin, **settings):
            editor.writes("/conclusion 16a")
            wait_for(standin, editor, "Hasta el 31 de agosto de 2017")
            wait_for(standin, editor, "✎ revisado: plazo")
