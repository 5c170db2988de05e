"""The sentence encoder: vectors whose dot product says how near two texts are in meaning."""

import ctypes
import hashlib
import logging
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cached_property, lru_cache, partial
from importlib import metadata
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from knowledge.meaning.packing import WIDTH, Vector, Vectors
from knowledge.meaning.spans import SpanOdds
from knowledge.values.notices import Notice, mark, notice

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding

MODEL = Path(__file__).parent / "model"
"""The folder that ships two networks, their tokenizer, and the digests of all, as from sha256sum."""

NETWORK = "encoder.onnx"
SPANS = "spans.onnx"
"""The network that finds the words that answer, from the states of the other one."""

TOKENIZER = "tokenizer.json"
DIGESTS = "sha256sums.txt"

QUESTION_PREFIX = "query: "
PASSAGE_PREFIX = "passage: "
"""The network was trained with these prefixes, and tells questions from passages by them."""

_KEPT_QUESTIONS = 256
_KEPT_READINGS = 8
_MOST_CHARACTERS = 8192
"""Well beyond the 512 tokens at which the tokenizer cuts; so a text of megabytes costs no time."""

LONGEST_ASKED, LONGEST_TOLD = 40, 96
"""Tokens of a question and of a passage that are read together, as in training."""

_LONG = 256
"""Tokens beyond which a text takes so much memory that it is given back at once; few are so long."""

_SILENT = 4
"""The log level at which onnxruntime writes nothing to stderr: we report failures ourselves."""

_log = logging.getLogger(__name__)


class _Unusable(Exception):
    """The encoder can't be used; `notice` says why, and what follows."""

    def __init__(self, notice: Notice) -> None:
        super().__init__(str(notice))
        self.notice = notice


class Encoder:
    """Encode texts as unit vectors, one text at a time on one thread.

    The model is loaded on first use, once, even if several threads need it at the same time. If it is
    missing or damaged, or fails, one warning is logged; then nothing is encoded, and `fault` says why.
    """

    def __init__(self, folder: Path = MODEL) -> None:
        self.fault: Notice | None = None
        self.folder = folder
        self._loading = Lock()
        self._model: _Model | None = None
        # Bound here, since a cached method would keep every encoder alive.
        self._question = lru_cache(maxsize=_KEPT_QUESTIONS)(partial(self._encode, QUESTION_PREFIX))
        self._log_odds = lru_cache(maxsize=_KEPT_QUESTIONS)(self._odds_of)
        self._span_odds = lru_cache(maxsize=_KEPT_QUESTIONS)(self._odds_of_spans)
        self._reading = lru_cache(maxsize=_KEPT_READINGS)(self._read_together)

    @cached_property
    def version(self) -> str | None:
        """The version of the model and its runtime, to recognize vectors of another; None if unusable.

        It comes from the digests beside the model, which itself isn't read.
        """
        try:
            digests = hashlib.sha256(_read(self.folder / DIGESTS)).hexdigest()
            # Another minor release may round differently; a patch release doesn't.
            major, minor, *_ = _installed("onnxruntime").split(".")
        except _Unusable as error:
            self._give_up(error)
            return None
        return f"{digests[:12]} onnxruntime {major}.{minor}"

    @property
    def is_usable(self) -> bool:
        """Whether texts can be encoded; loads the model to see."""
        return self.encode_passages([""]) is not None

    def encode_questions(self, texts: Sequence[str]) -> Vectors | None:
        """Encode questions, one row per text; return None if the encoder can't be used."""
        try:
            return _rows([self._question(text) for text in texts])
        except _Unusable as error:
            self._give_up(error)
            return None

    def encode_passages(self, texts: Sequence[str]) -> Vectors | None:
        """Encode passages of acts, one row per text; return None if the encoder can't be used."""
        # One by one: a batch is no faster, and a text's vector would depend on what else is in it.
        try:
            return _rows([self._encode(PASSAGE_PREFIX, text) for text in texts])
        except _Unusable as error:
            self._give_up(error)
            return None

    def answers(self, question: str, passage: str) -> float | None:
        """Read a question and a passage together; return the log-odds that the passage answers it.

        A passage's vector doesn't show which details are missing. Takes about as long as encoding the
        passage; returns None if the encoder can't be used.
        """
        try:
            return self._log_odds(question, passage)
        except _Unusable as error:
            self._give_up(error)
            return None

    def span_odds(self, question: str, passage: str) -> SpanOdds | None:
        """Return how likely each token of a passage starts and ends the answer to a question.

        Only the first 96 tokens of a passage are read. Returns None if the encoder can't be used.
        """
        try:
            return self._span_odds(question, passage)
        except _Unusable as error:
            self._give_up(error)
            return None

    def _encode(self, prefix: str, text: str) -> Vector:
        return self._loaded().encode(prefix + text[:_MOST_CHARACTERS])

    def _odds_of(self, question: str, passage: str) -> float:
        return self._reading(question, passage).odds

    def _odds_of_spans(self, question: str, passage: str) -> SpanOdds:
        return self._loaded().span_odds(self._reading(question, passage))

    def _read_together(self, question: str, passage: str) -> "_Reading":
        return self._loaded().read(question[:_MOST_CHARACTERS], passage[:_MOST_CHARACTERS])

    def _loaded(self) -> "_Model":
        with self._loading:
            if self.fault:
                raise _Unusable(self.fault)
            if self._model is None:
                self._model = _Model(self.folder)
            return self._model

    def _give_up(self, error: _Unusable) -> None:
        with self._loading:
            if self.fault is None:
                self.fault = error.notice
                _log.warning("%s", error.notice)


class _Reading(NamedTuple):
    """A question and a passage, read together: `states` of all tokens, `places` of those of the passage."""

    odds: float
    states: Vectors
    places: Mapping[int, tuple[int, int]]


class _Model:
    """The network and its tokenizer, loaded."""

    def __init__(self, folder: Path) -> None:
        """Load the files; raise _Unusable if they don't match their digests, or don't load."""
        _check_digests(folder)
        try:
            os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # it numbers machines, and reports to its makers
            import onnxruntime  # noqa: PLC0415  only if texts are encoded: they take 100 ms and 25 MB
            from tokenizers import Tokenizer  # noqa: PLC0415  likewise

            onnxruntime.set_default_logger_severity(_SILENT)
            options = onnxruntime.SessionOptions()
            options.log_severity_level = _SILENT
            options.intra_op_num_threads = options.inter_op_num_threads = 1
            options.enable_cpu_mem_arena = False  # it keeps 20 MB and saves no time
            self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
            self._session, self._spans = (
                onnxruntime.InferenceSession(str(folder / name), options, providers=["CPUExecutionProvider"])
                for name in (NETWORK, SPANS)
            )
        except Exception as error:  # the libraries raise whatever they like
            raise _failure(error) from error
        _give_memory_back()

    def encode(self, text: str) -> Vector:
        """Encode one text, prefix included; raise _Unusable if that fails."""
        vector: Vector = self._run(["embedding"], self._tokens(text).ids)[0][0]
        vector.flags.writeable = False  # it is cached for others who ask the same
        return vector

    def read(self, question: str, passage: str) -> _Reading:
        """Read a question with a passage behind it; raise _Unusable if that fails."""
        asked = self._tokens(QUESTION_PREFIX + question).ids[:LONGEST_ASKED]
        told = self._tokens(PASSAGE_PREFIX + passage)
        odds, states = self._run(["answers", "states"], [*asked, *told.ids[1:LONGEST_TOLD]])
        before = len(PASSAGE_PREFIX)
        # The prefix and the end token aren't part of the passage.
        places = {
            len(asked) + number: (max(start - before, 0), end - before)
            for number, (start, end) in enumerate(told.offsets[1:LONGEST_TOLD])
            if end > before
        }
        return _Reading(float(odds[0, 0]), states, places)

    def span_odds(self, reading: _Reading) -> SpanOdds:
        """Return how likely each token starts and ends the answer; raise _Unusable if that fails."""
        mask = np.ones(reading.states.shape[:2], np.int64)
        (logits,) = _run(self._spans, ["spans"], {"states": reading.states, "attention_mask": mask})
        return SpanOdds(logits[0][[0, *reading.places]], tuple(reading.places.values()))

    def _tokens(self, text: str) -> "Encoding":
        try:
            # The tokenizer refuses half a character, which JSON may contain.
            return self._tokenizer.encode(text.encode(errors="replace").decode())
        except Exception as error:
            raise _failure(error) from error

    def _run(self, outputs: Sequence[str], ids: Sequence[int]) -> list[Vectors]:
        numbers = np.array([ids], np.int64)
        found = _run(self._session, outputs, {"input_ids": numbers, "attention_mask": np.ones_like(numbers)})
        if numbers.size > _LONG:
            _give_memory_back()
        return found


def _run(session: "InferenceSession", outputs: Sequence[str], inputs: Mapping[str, object]) -> list[Vectors]:
    try:
        found: list[Vectors] = session.run(outputs, inputs)
    except Exception as error:
        raise _failure(error) from error
    return found


def _check_digests(folder: Path) -> None:
    known = set(_read(folder / DIGESTS).decode(errors="replace").splitlines())
    for name in (NETWORK, SPANS, TOKENIZER):
        try:
            with (folder / name).open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise _missing(folder / name) from error
        if f"{found}  {name}" not in known:
            raise _because(mark("{file} está dañado o es de otra versión"), file=name)


def _give_memory_back() -> None:
    """Give back some 20 MB that loading or a long text took, which the C library would keep for later."""
    with suppress(OSError, AttributeError):  # not every C library has it
        ctypes.CDLL(None).malloc_trim(0)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _missing(path) from error


def _installed(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError as error:
        raise _because(mark("falta el paquete {package}"), package=package) from error


def _missing(path: Path) -> _Unusable:
    return _because(mark("falta {file} o no se puede leer"), file=path.name)


def _failure(error: Exception) -> _Unusable:
    said = next(iter(str(error).splitlines()), type(error).__name__)
    return _because(mark("el codificador falla ({error})"), error=said)


def _because(sentence: str, **values: str) -> _Unusable:
    reason = notice(sentence, **values)
    return _Unusable(
        notice(mark("Se contesta solo por las palabras, no por el sentido: {reason}."), reason=reason)
    )


def _rows(vectors: list[Vector]) -> Vectors:
    return np.stack(vectors) if vectors else np.empty((0, WIDTH), np.float32)
