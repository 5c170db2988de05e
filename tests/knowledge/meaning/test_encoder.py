"""The encoder: near in meaning is near in numbers; whatever is wrong with it, one warning and no error."""

import hashlib
import logging
import shutil
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata
from pathlib import Path
from threading import Barrier

import numpy as np
import pytest

from knowledge.meaning import encoder as encoder_module
from knowledge.meaning.encoder import DIGESTS, NETWORK, SPANS, TOKENIZER, Encoder
from knowledge.meaning.packing import WIDTH
from tests.support.encoders import copy_model, cut_short


@pytest.mark.parametrize(
    ("question", "near", "far"),
    [
        pytest.param(
            "¿quién paga?",
            "Los países cubrirán los gastos del taller.",
            "Se agradeció al anfitrión su hospitalidad.",
            id="no common word",
        ),
        pytest.param(
            "when is the passport workshop?",
            "El taller sobre pasaportes se realizará el 17 de julio.",
            "La Secretaría remitirá el presupuesto en agosto.",
            id="across languages",
        ),
    ],
)
def test_what_is_near_in_meaning_is_near_in_numbers(
    encoder: Encoder, question: str, near: str, far: str
) -> None:
    asked, said = encoder.encode_questions([question]), encoder.encode_passages([near, far])

    assert asked is not None
    assert said is not None
    nearer, farther = said @ asked[0]
    assert nearer > farther


WORKSHOP = (
    "Aceptar el ofrecimiento de Panamá de ser sede del taller sobre pasaportes, que se efectuará en la "
    "ciudad de David los días 4 y 5 de mayo de 2018, para treinta participantes, con el apoyo "
    "financiero de Canadá."
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("¿cuándo es el taller?", "4 y 5 de mayo de 2018", id="when"),
        pytest.param("¿quién paga el taller?", "Canadá", id="who"),
        pytest.param("¿en qué ciudad se hará el taller?", "David", id="where"),
        pytest.param("¿para cuántas personas es el taller?", "treinta", id="how many"),
        pytest.param("when does the passport workshop take place?", "mayo de 2018", id="in English"),
    ],
)
def test_the_words_that_tell_what_is_asked_are_found(encoder: Encoder, question: str, told: str) -> None:
    odds = encoder.span_odds(question, WORKSHOP)
    span = odds and odds.best(WORKSHOP)
    assert span
    assert told in span.text
    assert span.text in WORKSHOP
    assert span.sureness > 0.5


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        pytest.param("¿cuánto cuesta el hotel?", "Agradecer a El Salvador su hospitalidad.", id="beside it"),
        pytest.param("¿cuándo?", "", id="nothing to read"),
    ],
)
def test_no_words_are_found_where_nothing_is_told(encoder: Encoder, question: str, passage: str) -> None:
    odds = encoder.span_odds(question, passage)
    span = odds and odds.best(passage)
    assert span is None or span.sureness < 0.7


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("   \n\t", id="only white space"),
        pytest.param("a\ud800b\0c", id="no characters"),
        pytest.param("palabra " * 5_000, id="far more tokens than are read"),
        pytest.param("x" * 1_000_000, id="an endless word"),
        pytest.param("日本語 🏳️‍🌈 العربية", id="letters that it never learned"),
    ],
)
def test_any_text_becomes_a_unit_vector(encoder: Encoder, text: str) -> None:
    for encode in (encoder.encode_questions, encoder.encode_passages):
        vectors = encode([text])

        assert vectors is not None
        assert vectors.shape == (1, WIDTH)
        assert vectors.dtype == np.float32
        assert abs(np.linalg.norm(vectors[0]) - 1) < 1e-4


def test_a_vector_does_not_depend_on_what_else_is_encoded(encoder: Encoder) -> None:
    alone, among = (encoder.encode_passages(texts) for texts in (["Aprobar."], ["Uno.", "Aprobar.", "Dos."]))

    assert alone is not None
    assert among is not None
    assert (alone[0] == among[1]).all()


def test_no_text_gives_no_row(encoder: Encoder) -> None:
    vectors = encoder.encode_questions([])

    assert vectors is not None
    assert vectors.shape == (0, WIDTH)


def test_a_question_asked_again_is_remembered(encoder: Encoder) -> None:
    encoder.encode_questions(["¿cuándo es el taller?"])
    before = encoder._question.cache_info()

    encoder.encode_questions(["¿cuándo es el taller?"])

    assert encoder._question.cache_info().hits == before.hits + 1


def test_the_version_is_told_without_loading_the_model() -> None:
    fresh = Encoder()

    assert fresh.version == Encoder().version is not None
    assert fresh._model is None


def test_threads_that_ask_first_at_the_same_time_load_the_model_once(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[Path] = []

    class Counted(encoder_module._Model):
        def __init__(self, folder: Path) -> None:
            loaded.append(folder)
            super().__init__(folder)

    monkeypatch.setattr(encoder_module, "_Model", Counted)
    fresh, start = Encoder(), Barrier(8)

    def ask(number: int) -> float:
        start.wait()
        vectors = fresh.encode_questions([f"pregunta {number % 2}"])
        assert vectors is not None
        return float(vectors[0].sum())

    with ThreadPoolExecutor(8) as threads:
        sums = list(threads.map(ask, range(8)))

    assert len(loaded) == 1
    assert len(set(sums)) == 2


def lose_all(folder: Path) -> None:
    shutil.rmtree(folder)


def lose_network(folder: Path) -> None:
    (folder / NETWORK).unlink()


def cut_network_short(folder: Path) -> None:
    cut_short(folder / NETWORK)


def flip_a_bit(folder: Path) -> None:
    with (folder / NETWORK).open("r+b") as file:
        file.seek(20_000_000)
        byte = file.read(1)[0]
        file.seek(20_000_000)
        file.write(bytes([byte ^ 1]))


def change_tokenizer(folder: Path) -> None:
    with (folder / TOKENIZER).open("ab") as file:
        file.write(b" ")


def lose_spans(folder: Path) -> None:
    (folder / SPANS).unlink()


def scribble_digests(folder: Path) -> None:
    (folder / DIGESTS).write_bytes(b"\xff\n\nnada")


def sign_nonsense(folder: Path) -> None:
    (folder / NETWORK).write_bytes(b"nada")
    shipped = (NETWORK, SPANS, TOKENIZER)
    lines = (f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}" for name in shipped)
    (folder / DIGESTS).write_text("\n".join(lines))


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        pytest.param(lose_all, "falta sha256sums.txt", id="no folder"),
        pytest.param(lose_network, "falta encoder.onnx", id="no network"),
        pytest.param(lose_spans, "falta spans.onnx", id="no branch that finds words"),
        pytest.param(cut_network_short, "encoder.onnx está dañado", id="a truncated network"),
        pytest.param(flip_a_bit, "encoder.onnx está dañado", id="one wrong bit"),
        pytest.param(change_tokenizer, "tokenizer.json está dañado", id="another tokenizer"),
        pytest.param(scribble_digests, "encoder.onnx está dañado", id="no digests"),
        pytest.param(sign_nonsense, "el codificador falla", id="digests of what is no network"),
    ],
)
def test_a_harmed_model_is_one_warning_and_no_vectors(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, harm: Callable[[Path], None], said: str
) -> None:
    folder = copy_model(tmp_path)
    harm(folder)
    harmed = Encoder(folder)

    assert harmed.encode_questions(["¿cuándo?"]) is None
    assert harmed.encode_passages(["Aprobar."]) is None
    assert not harmed.is_usable
    assert said in str(harmed.fault)
    assert [(record.levelno, record.exc_info) for record in caplog.records] == [(logging.WARNING, None)]
    assert said in caplog.text


@pytest.mark.parametrize("package", ["onnxruntime", "tokenizers"])
def test_a_package_that_does_not_load_is_one_warning(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    without = Encoder()

    assert without.encode_questions(["¿cuándo?"]) is None
    assert without.encode_questions(["¿cuándo?"]) is None
    assert len(caplog.records) == 1
    assert package in caplog.text


def test_without_its_package_it_has_no_version(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(package: str) -> str:
        raise metadata.PackageNotFoundError(package)

    monkeypatch.setattr(metadata, "version", missing)
    without = Encoder()

    assert without.version is None
    assert not without.is_usable
    assert len(caplog.records) == 1
    assert "falta el paquete onnxruntime" in caplog.text
