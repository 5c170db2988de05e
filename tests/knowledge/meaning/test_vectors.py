"""Vectors in knowledge.db: numbered as search numbers, and as exact from rows as from memory."""

from pathlib import Path

import numpy as np
import pytest

from knowledge.meaning import vectors as vectors_module
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.packing import Vector
from knowledge.meaning.passages import passages_of
from knowledge.meaning.vectors import Numbers, PassageVectors
from knowledge.search.index import SearchIndex
from knowledge.stores.knowledge_store import KnowledgeStore
from tests.support.answers import build_store
from tests.support.builders import make_act, make_meeting

TEXTS = {
    "C1": "Agradecer a Costa Rica por su informe sobre los pasaportes.",
    "C2": "Respecto a las mujeres migrantes se acordó:",
    "C2.a": "Realizar un taller en noviembre, con el apoyo de la Organización Internacional de Migraciones.",
    "C2.b": "Instar a los países a pagar sus cuotas pendientes.",
}
ACT = make_act(*TEXTS.items())


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> KnowledgeStore:
    undated = make_act(("C1", "Aprobar el acta."), slug="undated", meeting=make_meeting(start=None))
    return build_store(tmp_path_factory.mktemp("base"), ACT, undated, encoder=encoder)


@pytest.fixture
def vectors(store: KnowledgeStore, encoder: Encoder) -> PassageVectors:
    opened = PassageVectors.open(store.database, encoder.version)
    assert opened is not None
    return opened


def question(encoder: Encoder, text: str) -> Vector:
    encoded = encoder.encode_questions([text])
    assert encoded is not None
    vector: Vector = encoded[0]
    return vector


def everything(vectors: PassageVectors) -> Numbers:
    return np.arange(vectors.size, dtype=np.int32)


@pytest.mark.parametrize(
    ("asked", "reference"),
    [
        pytest.param("¿quién debe dinero?", "C2.b", id="es"),
        pytest.param("when is the training session?", "C2.a", id="en"),
    ],
)
def test_numbers_are_those_of_the_search_index(
    store: KnowledgeStore, vectors: PassageVectors, encoder: Encoder, asked: str, reference: str
) -> None:
    index, scores = (
        SearchIndex(store.database),
        vectors.likeness(question(encoder, asked), everything(vectors)),
    )

    assert vectors.size == index.size
    assert str(index.place(int(np.argmax(scores)))[1]) == reference


def test_likeness_is_that_of_the_whole_and_of_the_best_window(
    vectors: PassageVectors, encoder: Encoder
) -> None:
    asked = question(encoder, "¿cuándo es el taller?")
    whole, windows = passages_of(TEXTS["C2.a"], TEXTS["C2"])
    encoded = encoder.encode_passages([whole, *windows])
    assert encoded is not None
    products = encoded @ asked

    (score,) = vectors.likeness(asked, np.array([3], np.int32))

    assert len(windows) > 1
    assert abs(score - (products[0] + products[1:].max())) < 0.005


@pytest.mark.parametrize(
    ("asked", "window"),
    [
        pytest.param("¿cuándo es el taller?", 0, id="the first"),
        pytest.param("¿con el apoyo de qué organización internacional?", 1, id="the last"),
    ],
)
def test_the_nearest_window_is_told_by_its_place(
    vectors: PassageVectors, encoder: Encoder, asked: str, window: int
) -> None:
    assert vectors.nearest_window(question(encoder, asked), 3) == window


def test_candidates_may_come_in_any_order_and_again(vectors: PassageVectors, encoder: Encoder) -> None:
    asked = question(encoder, "¿cuándo es el taller?")
    scores = vectors.likeness(asked, everything(vectors))
    mixed = np.array([4, 0, 3, 0], np.int32)

    assert vectors.likeness(asked, mixed) == pytest.approx(scores[mixed], abs=1e-5)


def test_few_rows_are_kept_and_all_are_found(
    vectors: PassageVectors, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = question(encoder, "¿cuándo es el taller?")
    scores = vectors.likeness(asked, everything(vectors))
    monkeypatch.setattr(vectors_module, "_KEPT_ROWS", 2)
    monkeypatch.setattr(vectors_module, "_AT_ONCE", 2)

    assert vectors.likeness(asked, everything(vectors)) == pytest.approx(scores, abs=1e-5)
    assert len(vectors._kept) <= 2


@pytest.mark.parametrize("count", [0, 1, 3, 99])
@pytest.mark.parametrize("among", [None, np.array([4, 2, 1], np.int32), np.empty(0, np.int32)])
def test_the_nearest_are_told_exactly_and_in_order(
    vectors: PassageVectors, encoder: Encoder, count: int, among: Numbers | None
) -> None:
    asked = question(encoder, "¿quién debe dinero?")
    whole = dict(enumerate(vectors._compare(asked, everything(vectors))[0]))
    candidates = range(vectors.size) if among is None else among.tolist()

    nearest = vectors.nearest(asked, count, among).tolist()

    assert nearest == sorted(candidates, key=lambda number: -whole[number])[:count]


def test_beyond_what_memory_holds_only_candidates_are_compared(
    store: KnowledgeStore, vectors: PassageVectors, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, among = question(encoder, "¿quién debe dinero?"), np.array([4, 2, 1], np.int32)
    in_memory = vectors.nearest(asked, 2, among)
    monkeypatch.setattr(vectors_module, "MOST_IN_MEMORY", 2)
    large = PassageVectors(store.database)

    assert large.wholes is None
    assert large.nearest(asked, 2).tolist() == []
    assert large.nearest(asked, 2, among).tolist() == in_memory.tolist()


def test_no_candidates_have_no_scores(vectors: PassageVectors, encoder: Encoder) -> None:
    scores = vectors.likeness(question(encoder, "¿cuándo?"), np.empty(0, np.int32))

    assert scores.shape == (0,)
    assert scores.dtype == np.float32


@pytest.mark.parametrize("version", [None, "", "other"])
def test_vectors_of_another_encoder_are_none(store: KnowledgeStore, version: str | None) -> None:
    assert PassageVectors.open(store.database, version) is None


def test_a_base_built_without_the_encoder_has_no_vectors(tmp_path: Path, encoder: Encoder) -> None:
    store = build_store(tmp_path, ACT)

    assert PassageVectors.open(store.database, encoder.version) is None


def test_a_base_of_no_act_has_vectors_of_nothing(tmp_path: Path, encoder: Encoder) -> None:
    vectors = PassageVectors.open(build_store(tmp_path, encoder=encoder).database, encoder.version)

    assert vectors is not None
    assert vectors.size == 0
    assert vectors.nearest(question(encoder, "¿cuándo?"), 5).tolist() == []
