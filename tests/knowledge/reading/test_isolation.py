import os
import signal
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.language.datafiles import BUILT_IN, DataFolders
from knowledge.language.parties import PartyRegister
from knowledge.reading.files import reader_process
from knowledge.reading.files.isolation import IsolatedReader
from knowledge.reading.files.kinds import FileKind
from knowledge.reading.files.requests import Refusal, Request
from knowledge.values.acts import Act
from knowledge.values.errors import FaultyData, UnreadableAct
from tests.support.act_files import WordFile, pdf_bomb, pdf_of
from tests.support.act_texts import PREAMBLE

REGISTER = PartyRegister.load(BUILT_IN)
LINES = [*PREAMBLE.splitlines(), "CONCLUSIONES", "", "1. Agradecer a los Países Miembros."]
TEXT = "\n".join(LINES)


@pytest.fixture(scope="module")
def reader() -> Iterator[IsolatedReader]:
    reader = IsolatedReader()
    yield reader
    reader.close()


def request_for(kind: FileKind, content: bytes, data: DataFolders = BUILT_IN) -> Request:
    return Request(kind, content, f"acta.{kind.lower()}", "0" * 64, REGISTER, data)


def references(act: Act) -> list[str]:
    return [str(provision.reference) for provision in act.provisions]


def word_file() -> bytes:
    file = WordFile()
    for line in LINES:
        file.add(line)
    return file.content()


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        pytest.param(FileKind.TXT, TEXT.encode(), id="TXT"),
        pytest.param(FileKind.PDF, pdf_of(LINES), id="PDF"),
        pytest.param(FileKind.DOCX, word_file(), id="DOCX"),
        pytest.param(FileKind.HTML, f"<pre>{TEXT}</pre>".encode(), id="HTML"),
    ],
)
def test_an_act_of_any_kind_is_read(reader: IsolatedReader, kind: FileKind, content: bytes) -> None:
    assert references(reader.read(request_for(kind, content))) == ["ENC", "C1"]


def test_of_a_long_act_progress_is_told(reader: IsolatedReader) -> None:
    long = f"{TEXT}\n\n{'x' * 300_000}"
    steps: list[tuple[int, int]] = []

    reader.read(request_for(FileKind.TXT, TEXT.encode()), lambda *step: steps.append(step))
    assert steps == []
    reader.read(request_for(FileKind.TXT, long.encode()), lambda *step: steps.append(step))
    assert steps == sorted(set(steps))
    assert steps[-1] == (100, 100)


def test_a_refusal_comes_back_with_its_sentence(reader: IsolatedReader) -> None:
    with pytest.raises(UnreadableAct, match=r"El PDF acta\.pdf está incompleto"):
        reader.read(request_for(FileKind.PDF, b"%PDF-1.4"))


def test_a_faulty_data_file_comes_back_as_such(reader: IsolatedReader, tmp_path: Path) -> None:
    empty = BUILT_IN.model_copy(update={"language": tmp_path, "forum": tmp_path})
    with pytest.raises(FaultyData, match="Falta el archivo de datos"):
        reader.read(request_for(FileKind.TXT, b"CONCLUSIONES", empty))


def test_a_file_that_takes_too_long_is_refused_and_the_next_is_read(reader: IsolatedReader) -> None:
    hasty = IsolatedReader(seconds=0)

    with pytest.raises(UnreadableAct, match="tarda demasiado"):
        hasty.read(request_for(FileKind.PDF, pdf_of(LINES)))
    hasty.close()

    assert references(reader.read(request_for(FileKind.PDF, pdf_of(LINES)))) == ["ENC", "C1"]


def test_a_machine_that_starts_nothing_in_time_is_not_blamed_on_the_file() -> None:
    waiting = IsolatedReader(start_seconds=0)

    with pytest.raises(UnreadableAct, match="el equipo está muy ocupado"):
        waiting.read(request_for(FileKind.TXT, TEXT.encode()))
    waiting.close()


def test_a_file_that_takes_too_much_memory_is_refused() -> None:
    patient = IsolatedReader(seconds=60)

    with pytest.raises(UnreadableAct, match="ocupa demasiado"):
        patient.read(request_for(FileKind.PDF, pdf_bomb()))
    patient.close()


def test_the_process_starts_anew_after_it_was_closed(reader: IsolatedReader) -> None:
    reader.close()

    assert references(reader.read(request_for(FileKind.TXT, TEXT.encode()))) == ["ENC", "C1"]


def test_a_file_that_comes_just_as_the_idle_process_ends_is_read(reader: IsolatedReader) -> None:
    reader.read(request_for(FileKind.TXT, TEXT.encode()))
    process, connection = reader._running or pytest.fail("it runs")
    # Asleep, it can't yet have ended when the file is handed over; awake, it finds that nothing more comes.
    process.send_signal(signal.SIGSTOP)
    with socket.socket(fileno=os.dup(connection.fileno())) as ours:
        ours.shutdown(socket.SHUT_WR)
    threading.Timer(0.2, process.send_signal, [signal.SIGCONT]).start()

    assert references(reader.read(request_for(FileKind.TXT, TEXT.encode()))) == ["ENC", "C1"]


@pytest.mark.parametrize(
    ("ends_by", "said"),
    [
        pytest.param(signal.SIGKILL, "ocupa demasiado", id="the system takes its memory back"),
        pytest.param(signal.SIGTERM, "por un fallo de este programa", id="it ends for another reason"),
    ],
)
def test_a_process_that_dies_is_told_by_its_end(
    reader: IsolatedReader, caplog: pytest.LogCaptureFixture, ends_by: signal.Signals, said: str
) -> None:
    reader.read(request_for(FileKind.TXT, TEXT.encode()))
    process, _ = reader._running or pytest.fail("it runs")
    process.send_signal(signal.SIGSTOP)
    threading.Timer(0.2, process.send_signal, [ends_by]).start()
    threading.Timer(0.4, process.send_signal, [signal.SIGCONT]).start()

    with pytest.raises(UnreadableAct, match=said):
        reader.read(request_for(FileKind.TXT, TEXT.encode()))
    assert ("status" in caplog.text) is (ends_by is not signal.SIGKILL)


def test_a_fault_of_ours_is_no_damage_of_the_file(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def stumble(*_: object, **__: object) -> Act:
        raise NameError

    monkeypatch.setattr(reader_process, "divide_text", stumble)

    refused = reader_process.answer(request_for(FileKind.TXT, TEXT.encode()))

    assert isinstance(refused, Refusal)
    assert "fallo de este programa" in refused.notice.msgid
    assert "NameError" in caplog.text
