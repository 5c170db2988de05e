"""Vectors at a load: each text is encoded once, and what the old base has isn't encoded at all."""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from sqlite_utils import Database

from knowledge.meaning.packing import Vectors
from knowledge.meaning.vector_writing import write_vectors
from knowledge.meaning.vectors import PassageVectors, version_in
from knowledge.stores.building import build_base
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.acts import Act
from tests.support.builders import make_act
from tests.support.encoders import ListeningEncoder, OtherVersion

ITEM = ("C1", "Respecto a las cuotas se acordó:")
FIRST = ("C1.a", "Instar a los países a pagar sus cuotas a más tardar el quince de julio del presente año.")
SECOND = ("C1.b", "Agradecer a Costa Rica.")


@pytest.fixture
def old(tmp_path: Path, encoder: ListeningEncoder) -> Path:
    path = tmp_path / "old.db"
    build(path, encoder, None, make_act(ITEM, FIRST, SECOND))
    encoder.heard.clear()
    return path


@pytest.fixture
def encoder() -> ListeningEncoder:
    return ListeningEncoder()


def build(
    path: Path, encoder: ListeningEncoder, old: Path | None, *acts: Act
) -> tuple[KnowledgeStore, list[tuple[int, int]]]:
    """Build a base; return it, and the progress that was told."""
    told: list[tuple[int, int]] = []

    def write(database: Database) -> None:
        write_vectors(database, encoder, old=old, progress=lambda *step: told.append(step))

    build_base(path, acts, write)
    return KnowledgeStore.open(path), told


def rows(store: KnowledgeStore) -> list[bytes]:
    return [row[0] for row in store.database.execute("SELECT vectors FROM passages ORDER BY number")]


def test_of_an_unchanged_act_nothing_is_encoded(tmp_path: Path, old: Path, encoder: ListeningEncoder) -> None:
    store, told = build(tmp_path / "new.db", encoder, old, make_act(ITEM, FIRST, SECOND))

    assert (encoder.heard, told) == ([], [])
    assert rows(store) == rows(KnowledgeStore.open(old))
    assert PassageVectors.open(store.database, encoder.version) is not None


@pytest.mark.parametrize(
    ("paragraphs", "heard", "steps"),
    [
        pytest.param(
            (ITEM, FIRST, SECOND, ("C2", "Aprobar el acta.")),
            ["Aprobar el acta.", "Aprobar el acta."],
            1,
            id="one more",
        ),
        pytest.param((ITEM, SECOND), [], 0, id="fewer"),
        pytest.param(
            (("C1", "Sobre las cuotas:"), SECOND),
            ["Sobre las cuotas:", "Sobre las cuotas:", "Sobre las cuotas: Agradecer a Costa Rica."],
            2,
            id="another lead-in, below which the windows stay",
        ),
        pytest.param(
            (("C1", "Aprobar el acta."), ("C2", "Aprobar el acta.")),
            ["Aprobar el acta.", "Aprobar el acta."],
            1,
            id="the same text twice",
        ),
    ],
)
def test_only_new_texts_are_encoded(
    tmp_path: Path,
    old: Path,
    encoder: ListeningEncoder,
    paragraphs: Sequence[tuple[str, str]],
    heard: list[str],
    steps: int,
) -> None:
    act = make_act(*paragraphs)

    store, told = build(tmp_path / "new.db", encoder, old, act)

    assert encoder.heard == heard
    assert told == [(step + 1, steps) for step in range(steps)]
    assert rows(store) == rows(build(tmp_path / "fresh.db", encoder, None, act)[0])


def test_another_version_of_the_encoder_encodes_all_anew(tmp_path: Path, old: Path) -> None:
    other = OtherVersion()

    store, told = build(tmp_path / "new.db", other, old, make_act(ITEM, FIRST, SECOND))

    assert told[-1] == (3, 3)
    assert version_in(store.database) == "other"


def lose(path: Path) -> None:
    path.unlink()


def scribble(path: Path) -> None:
    path.write_bytes(b"nada" * 4096)


def go_back(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.executescript("DROP TABLE encoder; DROP TABLE passages")


def spoil_vectors(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE passages SET vectors = randomblob(length(vectors))")


def cut_vectors(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE passages SET vectors = substr(vectors, 1, 100)")


@pytest.mark.parametrize("harm", [lose, scribble, go_back, spoil_vectors, cut_vectors])
def test_what_the_old_base_has_lost_is_encoded_anew(
    tmp_path: Path, old: Path, encoder: ListeningEncoder, harm: Callable[[Path], None]
) -> None:
    before = rows(KnowledgeStore.open(old))
    harm(old)

    store, _ = build(tmp_path / "new.db", encoder, old, make_act(ITEM, FIRST, SECOND))

    assert rows(store) == before


def test_an_old_base_of_another_schema_still_gives_its_vectors(
    tmp_path: Path, old: Path, encoder: ListeningEncoder
) -> None:
    with sqlite3.connect(old) as connection:
        connection.execute("DELETE FROM _sqlite_migrations")

    build(tmp_path / "new.db", encoder, old, make_act(ITEM, FIRST, SECOND))

    assert encoder.heard == []


class Failing(ListeningEncoder):
    """An encoder that gives up at its third text."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors | None:
        super().encode_passages(texts)
        return None if len(self.heard) > 2 else np.ones((len(texts), 384), np.float32)


def test_an_encoder_that_fails_on_the_way_leaves_no_vectors(tmp_path: Path) -> None:
    store, _ = build(tmp_path / "new.db", Failing(), None, make_act(ITEM, FIRST, SECOND))

    assert rows(store) == []
    assert version_in(store.database) is None
    assert len(store.documents()) == 1


def test_vectors_that_are_there_make_room_for_new_ones(old: Path, encoder: ListeningEncoder) -> None:
    with Database(sqlite3.connect(old)) as database:
        write_vectors(database, encoder)

        assert version_in(database) == encoder.version
        assert database.table("passages").count == 3
