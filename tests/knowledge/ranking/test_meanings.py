"""What was learned of messages: read once, and done without where it can't be read."""

import logging
from pathlib import Path

import numpy as np
import pytest

from knowledge.answering.responder import Responder
from knowledge.language.datafiles import BUILT_IN
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.packing import WIDTH
from knowledge.meaning.vectors import PassageVectors
from knowledge.ranking.meanings import FILE_NAME, Meaning, load_learned
from knowledge.understanding.intents import Directions
from knowledge.values.acts import Act
from tests.support.answers import ask, build_store, cited


def harm(path: Path, how: str) -> None:
    """Leave a file in a state that none should be in."""
    if how == "empty":
        path.write_bytes(b"")
    elif how == "cut short":
        path.write_bytes((BUILT_IN.learned / FILE_NAME).read_bytes()[:1000])
    elif how == "other contents":
        np.savez(path, something=np.zeros(3))


@pytest.mark.parametrize("how", ["missing", "empty", "cut short", "other contents"])
def test_a_file_that_cannot_be_read_is_warned_of_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, how: str
) -> None:
    harm(tmp_path / FILE_NAME, how)

    with caplog.at_level(logging.WARNING):
        assert load_learned(tmp_path) is None
        assert load_learned(tmp_path) is None

    assert [record.getMessage() for record in caplog.records] == [
        "intents.npz cannot be read: intents are told by words alone"
    ]


def test_what_another_encoder_learned_counts_as_nothing(tmp_path: Path) -> None:
    directions = dict.fromkeys(Directions._fields, np.zeros(9))
    np.savez(tmp_path / FILE_NAME, allow_pickle=False, intents=np.zeros((2, 8)), **directions)

    assert load_learned(tmp_path) is None


def test_what_ships_fits_the_encoder() -> None:
    learned = load_learned(BUILT_IN.learned)

    assert learned
    assert learned.intents.shape[1] == WIDTH


def test_without_encoder_or_vectors_nothing_is_compared_by_meaning(encoder: Encoder) -> None:
    assert Meaning.open(None, None, BUILT_IN.learned) is None
    assert Meaning.open(encoder, None, BUILT_IN.learned) is None


def test_answers_do_without_what_was_learned_of_intents(
    built_in_act: Act, encoder: Encoder, tmp_path: Path
) -> None:
    learned = tmp_path / "learned"
    learned.mkdir()
    weights = (BUILT_IN.learned / "weights.yaml").read_text(encoding="utf-8")
    (learned / "weights.yaml").write_text(weights, encoding="utf-8")
    store = build_store(tmp_path, built_in_act, encoder=encoder)
    vectors = PassageVectors.open(store.database, encoder.version)
    data = BUILT_IN.model_copy(update={"learned": learned})
    responder = Responder(store, data, encoder=encoder, vectors=vectors)

    assert cited(ask(responder, "¿Cuándo es el taller de pasaportes?")) == ["C24"]
