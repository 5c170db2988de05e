"""A whole Friday evening with the real process over HTTP, from the act's arrival on, in both languages."""

import csv
import io
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from standin import Message, Person, Standin, StandinServer
from tests.support.processes import SECONDS
from tests.support.started_again import started

OFFICER = 900
ACT = Path(__file__).parents[1] / "conversations" / "secretaria" / "acta-2018.txt"
LOADING = 3 * SECONDS


class Words(NamedTuple):
    """What is written and tapped in one language, each with a part of what follows."""

    language: str
    preview: str
    commitments: tuple[str, str]
    load: tuple[str, str]
    correct: tuple[str, str]
    save: tuple[str, str]
    ask: tuple[str, str]
    mark: tuple[str, str]
    card: tuple[str, str]
    export: str
    reference: str
    state: str
    done: str
    differences: str
    record: tuple[str, str]
    first_card: tuple[str, str]
    undo: tuple[str, str]
    retire: tuple[str, str]
    confirm_retiring: tuple[str, str]
    revert: tuple[str, str]
    go_back: tuple[str, str]


SPANISH = Words(
    "es",
    "Vista previa",
    ("Compromisos (3)", "circular el directorio"),
    ("Cargar", "Base recargada: 2 actas"),
    ("/corregir 2 2018 plazo 28/02/2019", "Después: 28 de febrero de 2019"),
    ("Guardar", "≠ C2"),
    ("hasta cuando mandamos lo de estadisticas de retorno?", "Hasta el 28 de febrero de 2019"),
    ("/cumplida 2 2018 Guatemala ayer: llegó por correo", "Ahora: 🔄 en curso"),
    ("/conclusion 2 2018", "Cumplió 1 de 2: Guatemala"),
    "/exportar 2018",
    "disposición",
    "estado",
    "cumplido",
    "1 cambio; aún no se anotó nada",
    ("✅ Anotar 1 cambio", "Ahora: ✅ cumplido"),
    ("/conclusion 1 2018", "✅ Cumplido el"),
    ("↩️ Deshacer", "Deshecho"),
    ("/retirar 2018", "Dejaré de contestar con ella"),
    ("Retirar", "Base recargada: 1 acta,"),
    ("/revertir", "Llega: GRCM, Ciudad de Panamá"),
    ("Volver", "Base recargada: 2 actas"),
)
ENGLISH = Words(
    "en",
    "Preview",
    ("Commitments (3)", "circular el directorio"),
    ("Load", "Base reloaded: 2 acts"),
    ("/correct 2 2018 deadline February 28, 2019", "After: February 28, 2019"),
    ("Save", "≠ C2"),
    ("by when do we send the return statistics?", "By February 28, 2019"),
    ("/done 2 2018 Guatemala yesterday: came by mail", "Now: 🔄 in progress"),
    ("/conclusion 2 2018", "Done by 1 of 2: Guatemala"),
    "/export 2018",
    "provision",
    "state",
    "done",
    "1 change; nothing was recorded yet",
    ("✅ Record 1 change", "Now: ✅ done"),
    ("/conclusion 1 2018", "✅ Done on"),
    ("↩️ Undo", "Undone"),
    ("/retire 2018", "I will no longer answer from it"),
    ("Take out", "Base reloaded: 1 act,"),
    ("/revert", "Added: RCGM, Ciudad de Panamá"),
    ("Go back", "Base reloaded: 2 acts"),
)


class Talk(NamedTuple):
    """Somebody who waits for each answer."""

    standin: Standin
    person: Person

    def writes(self, text: str, expected: str) -> None:
        before = len(self._shown())
        self.person.writes(text)
        self.standin.waits_until(
            lambda: len(self._shown()) > before and expected in self.newest().text, SECONDS
        )

    def taps(self, label: str, expected: str) -> None:
        """Press a button under the newest message, and wait for what becomes of it."""
        tapped = self.newest()
        self.person.taps(label, tapped)
        self.standin.waits_until(lambda: expected in tapped.text, LOADING)

    def sends(self, content: bytes, name: str, expected: str) -> None:
        self.person.sends_document(content, name)
        self.standin.waits_until(lambda: self._shown() and expected in self.newest().text, LOADING)

    def newest(self) -> Message:
        return self._shown()[-1]

    def _shown(self) -> list[Message]:
        return [each for each in self.person.inbox if not each.document]


@pytest.mark.parametrize("words", [SPANISH, ENGLISH], ids=["spanish", "english"])
def test_a_friday_evening_from_the_mail_to_the_phones_and_back(data_folder: Path, words: Words) -> None:
    standin = Standin(time.time)
    officer = Talk(standin, standin.person(OFFICER, "Ana", words.language))
    delegate = Talk(standin, standin.person(7, "Luis", words.language))
    settings = {"TELEGRAM_TOKEN": standin.token, "ACUERDOS_ADMINS": str(OFFICER)}
    with (
        StandinServer(standin) as server,
        started(data_folder, TELEGRAM_API_URL=server.origin, **settings),
    ):
        load_and_correct(officer, delegate, words)
        mark_one_by_one_and_in_a_table(officer, delegate, words)
        officer.writes(*words.retire)
        officer.taps(*words.confirm_retiring)
        delegate.writes(words.card[0], "")
        assert words.card[1] not in delegate.newest().text
        officer.writes(*words.revert)
        officer.taps(*words.go_back)
        delegate.writes(*words.card)
        assert words.ask[1] in delegate.newest().text
    assert standin.refusals == []


def load_and_correct(officer: Talk, delegate: Talk, words: Words) -> None:
    officer.sends(ACT.read_bytes(), ACT.name, words.preview)
    officer.taps(*words.commitments)
    delegate.writes(words.card[0], "")
    assert "Guatemala" not in delegate.newest().text  # nothing is live before it is confirmed
    officer.taps(*words.load)
    officer.writes(*words.correct)
    officer.taps(*words.save)
    delegate.writes(*words.ask)


def mark_one_by_one_and_in_a_table(officer: Talk, delegate: Talk, words: Words) -> None:
    officer.writes(*words.mark)
    delegate.writes(*words.card)
    officer.person.writes(words.export)
    officer.standin.waits_until(lambda: officer.person.inbox[-1].document, SECONDS)
    table = officer.person.inbox[-1].document
    assert table
    officer.sends(edited(table.content, words), "tabla.csv", words.differences)
    officer.taps(*words.record)
    delegate.writes(*words.first_card)
    officer.taps(*words.undo)
    delegate.writes(words.first_card[0], "")
    assert words.first_card[1] not in delegate.newest().text
    delegate.writes(*words.card)  # what was marked on its own stays


def edited(table: bytes, words: Words) -> bytes:
    """Mark the first commitment in a table as a spreadsheet does, which saves with semicolons."""
    rows = [*csv.DictReader(io.StringIO(table.decode("utf-8-sig")))]
    next(row for row in rows if row[words.reference] == "C1")[words.state] = words.done
    written = io.StringIO()
    writer = csv.DictWriter(written, rows[0].keys(), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue().encode("utf-8-sig")
