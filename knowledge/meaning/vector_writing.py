"""Write the vectors of provisions into knowledge.db; only texts new to the base are encoded."""

import logging
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from hashlib import blake2b
from itertools import tee
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sqlite_utils import Database

from knowledge.meaning.counterparts import Numbers
from knowledge.meaning.encoder_crew import EncoderCrew, PassageEncoder
from knowledge.meaning.packing import SIZE, Packed, Vectors, pack, packed_in, unpack
from knowledge.meaning.passages import Passages, passages_of
from knowledge.meaning.successors import find_successors
from knowledge.meaning.vectors import column_in, version_in
from knowledge.stores.connections import open_of_any_version
from knowledge.values.progress import Progress, show_nothing
from knowledge.values.references import Section

_DIGEST_SIZE = 16
_ROUNDING = 0.02
"""Tolerance for the length of a packed vector around 1; beyond that it is damaged."""

_log = logging.getLogger(__name__)


def write_vectors(
    database: Database,
    encoder: PassageEncoder,
    *,
    old: Path | None = None,
    progress: Progress = show_nothing,
    crew: EncoderCrew | None = None,
) -> None:
    """Refill the tables of vectors from the provisions in the base; leave them empty if encoding fails.

    Vectors of the same texts by the same encoder are copied from the base `old`, if any. The others are made
    by a `crew` of this encoder, if given.
    """
    for table in ("encoder", "passages", "passage_columns"):
        database.execute(f"DELETE FROM {table}")  # noqa: S608  our own words
    version = encoder.version
    if version is None:
        return
    digests = [_digests(passages, version) for passages in passages_in(database)]
    with _opened(old, version) as kept:
        if _Writer(database, crew or EncoderCrew(encoder), kept, progress).write(digests):
            database.table("encoder").insert({"version": version})
        else:
            database.execute("DELETE FROM passages")


class _Digests(NamedTuple):
    """Digests of a provision's passages and the encoder's version."""

    whole: bytes
    windows: bytes


def _digests(passages: Passages, version: str) -> _Digests:
    whole, windows = (
        blake2b("\0".join((version, *texts)).encode(), digest_size=_DIGEST_SIZE).digest()
        for texts in ((passages.whole,), passages.windows)
    )
    return _Digests(whole, windows)


class _Shelf:
    """The vectors in one base, indexed by the digests of their texts."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._wholes: dict[bytes, int] = {}
        self._windows: dict[bytes, int] = {}

    def __contains__(self, digests: _Digests) -> bool:
        return digests.whole in self._wholes and digests.windows in self._windows

    def add(self, number: int, digests: _Digests) -> None:
        """Index a provision's texts; the first provision with the same texts stands for all."""
        self._wholes.setdefault(digests.whole, number)
        self._windows.setdefault(digests.windows, number)

    def whole(self, digests: _Digests) -> bytes:
        """Return the packed vector of a whole provision, or nothing."""
        return self._read(self._wholes.get(digests.whole))[:SIZE]

    def windows(self, digests: _Digests) -> bytes:
        """Return the packed vectors of a provision's windows, or nothing."""
        return self._read(self._windows.get(digests.windows))[SIZE:]

    def _read(self, number: int | None) -> bytes:
        if number is None:
            return b""
        try:
            row = self._database.execute(
                "SELECT vectors FROM passages WHERE number = ?", (number,)
            ).fetchone()
        except sqlite3.DatabaseError:  # the old base may be damaged, which may be why it is being rebuilt
            return b""
        content = bytes(row[0]) if row else b""
        return content if _is_sound(content) else b""


def _is_sound(content: bytes) -> bool:
    """Tell whether bytes are packed vectors of unit length."""
    if len(content) % SIZE:
        return False
    with np.errstate(all="ignore"):  # any bytes may stand there
        lengths = np.linalg.norm(unpack(packed_in(content)), axis=1)
        return bool((np.abs(lengths - 1) < _ROUNDING).all())


@contextmanager
def _opened(path: Path | None, version: str) -> Iterator[_Shelf | None]:
    """Open the vectors of an old base of any program version, if this encoder made them."""
    try:
        database = open_of_any_version(path) if path else None
    except sqlite3.Error:
        database = None
    if database is None:
        yield None
        return
    try:
        yield _filled(database, version)
    finally:
        database.close()


def _filled(database: Database, version: str) -> _Shelf | None:
    try:
        if version_in(database) != version:
            return None
        content = column_in(database, "digests")
    except sqlite3.DatabaseError:
        return None
    shelf = _Shelf(database)
    for number, start in enumerate(range(0, len(content), 2 * _DIGEST_SIZE)):
        middle = start + _DIGEST_SIZE
        shelf.add(number, _Digests(content[start:middle], content[middle : middle + _DIGEST_SIZE]))
    return shelf


class _Plan(NamedTuple):
    """The packed vectors available for a provision, and the texts still to be encoded.

    Other vectors are made for an earlier provision with the same text.
    """

    digests: _Digests
    whole: bytes
    windows: bytes
    texts: tuple[str, ...]
    makes_whole: bool

    def completed(self, vectors: Vectors, written: _Shelf) -> bytes:
        """Return the row of the provision, given the vectors of its texts and the rows written earlier."""
        made = pack(vectors)
        split = SIZE if self.makes_whole else 0
        whole = self.whole or made[:split] or written.whole(self.digests)
        return whole + (self.windows or made[split:] or written.windows(self.digests))


class _Writer:
    """Writes the vectors of one base; each text is encoded once, and its vectors copied afterwards."""

    def __init__(
        self, database: Database, crew: EncoderCrew, kept: _Shelf | None, progress: Progress
    ) -> None:
        self._database = database
        self._crew = crew
        self._kept = kept or _Shelf(database)
        self._progress = progress

    def write(self, digests: Sequence[_Digests]) -> bool:
        """Write a row per provision, then the columns; return False if the encoder failed."""
        total = len({each for each in digests if each not in self._kept})
        if total:
            _log.info("encoding %d of %d provisions", total, len(digests))
        done, wholes, written = 0, bytearray(), _Shelf(self._database)
        plans, their_texts = tee(self._plans(digests))
        with closing(self._crew.encode((plan.texts for plan in their_texts), total)) as made:
            for number, (plan, vectors) in enumerate(zip(plans, made, strict=True)):
                if vectors is None:
                    return False
                row = plan.completed(vectors, written)
                self._database.execute("INSERT INTO passages (number, vectors) VALUES (?, ?)", (number, row))
                is_new = plan.digests not in self._kept and plan.digests not in written
                written.add(number, plan.digests)
                wholes += row[:SIZE]
                if is_new:
                    done += 1
                    self._progress(done, total)
        columns = {
            "wholes": bytes(wholes),
            "digests": b"".join(each for own in digests for each in own),
            "successors": _successors_in(self._database, packed_in(bytes(wholes))).tobytes(),
        }
        self._database.table("passage_columns").insert_all(
            {"name": name, "content": content} for name, content in columns.items()
        )
        return True

    def _plans(self, digests: Sequence[_Digests]) -> Iterator[_Plan]:
        """Yield the plan for each provision in turn; a text is encoded for the first one that has it."""
        planned_wholes: set[bytes] = set()
        planned_windows: set[bytes] = set()
        for passages, own in zip(passages_in(self._database), digests, strict=True):
            whole, windows = self._kept.whole(own), self._kept.windows(own)
            makes_whole = not whole and own.whole not in planned_wholes
            makes_windows = not windows and own.windows not in planned_windows
            planned_wholes.add(own.whole)
            planned_windows.add(own.windows)
            texts = (
                *((passages.whole,) if makes_whole else ()),
                *(passages.windows if makes_windows else ()),
            )
            yield _Plan(own, whole, windows, texts, makes_whole)


def _successors_in(database: Database, wholes: Packed) -> Numbers:
    """Find where later acts in a base take its provisions up again."""
    found = database.execute(
        "SELECT document, language, reference FROM provisions JOIN documents ON documents.id = document "
        "ORDER BY starts_on, documents.id, position"
    ).fetchall()
    order = {document: act for act, document in enumerate(dict.fromkeys(each[0] for each in found))}
    acts = np.array([order[document] for document, _, _ in found], np.int32)
    languages = {order[document]: language for document, language, _ in found}
    is_compared = np.array([reference != Section.PREAMBLE for _, _, reference in found], np.bool_)
    return find_successors(wholes, acts, languages, is_compared)


def passages_in(database: Database) -> Iterator[Passages]:
    """Yield the passages of each provision, in the order in which search numbers them."""
    documents = database.execute("SELECT id FROM documents ORDER BY starts_on, id").fetchall()
    for document in documents:
        found = database.execute(
            "SELECT reference, parent, text FROM provisions WHERE document = ? ORDER BY position", document
        ).fetchall()
        texts = {reference: text for reference, _, text in found}
        for _, parent, text in found:
            yield passages_of(text, texts.get(parent, ""))
