"""The real process over HTTP: a table goes out, comes back edited, is confirmed, and taken back again."""

import csv
import io
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from standin import Message, Person, Standin, StandinServer
from tests.bot.test_process import running
from tests.support.processes import SECONDS

EDITOR = 901
KEY = "C16.a"


class Words(NamedTuple):
    """What is written and read in one language."""

    export: str
    reference: str
    state: str
    day: str
    done: str
    fault: str
    preview: str
    confirm: str
    marked: str
    card: str
    shown: str
    undo: str
    undone: str


SPANISH = Words(
    "/exportar",
    "disposición",
    "estado",
    "fecha",
    "cumplido",
    "Línea 3: «31/02/2017» no es una fecha",
    "1 cambio; aún no se anotó nada:",
    "✅ Anotar 1 cambio",
    "Ahora: ✅ cumplido",
    "/conclusion 16a",
    "✅ Cumplido el 3 de julio de 2017",
    "↩️ Deshacer",
    "↩️ Deshecho:",
)
ENGLISH = Words(
    "/export",
    "provision",
    "state",
    "date",
    "done",
    "Line 3: “31/02/2017” is no date",
    "1 change; nothing was recorded yet:",
    "✅ Record 1 change",
    "Now: ✅ done",
    "/conclusion 16a",
    "✅ Done on July 3, 2017",
    "↩️ Undo",
    "↩️ Undone:",
)


@pytest.fixture
def real_time_standin() -> Standin:
    return Standin(time.time)


def edited(content: bytes, words: Words, change: Callable[[dict[str, str]], None]) -> bytes:
    """Change the row of a commitment as a spreadsheet does, which saves with semicolons."""
    rows = [*csv.DictReader(io.StringIO(content.decode("utf-8-sig")))]
    change(next(row for row in rows if row[words.reference] == KEY))
    written = io.StringIO()
    writer = csv.DictWriter(written, rows[0].keys(), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue().encode("utf-8-sig")


@pytest.mark.parametrize(
    ("language", "words"), [pytest.param("es", SPANISH, id="es"), pytest.param("en", ENGLISH, id="en")]
)
def test_a_table_goes_there_and_back(
    data_folder: Path, real_time_standin: Standin, language: str, words: Words
) -> None:
    standin = real_time_standin
    editor, delegate = standin.person(EDITOR, "Ana", language), standin.person(7, "Luis", language)
    settings = {"TELEGRAM_TOKEN": standin.token, "ACUERDOS_EDITORS": str(EDITOR)}

    def told(person: Person, what: str) -> Message:
        standin.waits_until(lambda: any(what in each.text for each in person.inbox), SECONDS)
        return next(each for each in reversed(person.inbox) if what in each.text)

    def wrong(row: dict[str, str]) -> None:
        row.update({words.state: words.done, words.day: "31/02/2017"})

    def right(row: dict[str, str]) -> None:
        row.update({words.state: words.done, words.day: "03/07/2017"})

    with (
        StandinServer(standin) as server,
        running(data_folder, TELEGRAM_API_URL=server.origin, **settings),
    ):
        editor.writes(words.export)
        standin.waits_until(lambda: any(each.document for each in editor.inbox), SECONDS)
        (table,) = [each.document.content for each in editor.inbox if each.document]
        editor.sends_document(edited(table, words, wrong), "tabla.csv")
        assert not told(editor, words.fault.partition(": ")[2]).buttons
        editor.sends_document(edited(table, words, right), "tabla.csv")
        editor.taps(words.confirm, told(editor, words.preview))
        told(editor, words.marked)
        delegate.writes(words.card)
        told(delegate, words.shown)
        editor.taps(words.undo)
        told(editor, words.undone)
        before = len(delegate.inbox)
        delegate.writes(words.card)
        standin.waits_until(lambda: len(delegate.inbox) > before, SECONDS)
    assert words.shown not in delegate.inbox[-1].text
