"""What `make learn` writes, and what --check finds in it."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from benchmarks.labelled import Labelled, Turn
from benchmarks.learn import Arrays, choose_intent, differences, header, write
from benchmarks.scope import open_intents
from knowledge.language.datafiles import BUILT_IN
from knowledge.meaning.packing import WIDTH
from knowledge.ranking.meanings import FILE_NAME, load_learned
from knowledge.ranking.weights import Model, Ranking, Relevance, Sureness, Weights, load_weights

MODEL = Model(
    ranking=Ranking(weights={"meaning": 20.0, "words": 0.5}),
    sureness=Sureness(bias=-2.0, weights={"chance": 3.0}, enough=0.5, sure=0.7),
    relevance=Relevance(bias=-1.5, weights={"share": 6.0}, enough=0.1, sure=0.3),
    intent=0.9,
)
WEIGHTS = Weights(meaning=MODEL, words=MODEL)
ARRAYS: Arrays = {
    "intents": np.eye(2, WIDTH, dtype=np.float16),
    "for_acts": np.linspace(-1, 1, WIDTH + 1, dtype=np.float32),
    "for_bot": np.linspace(-2, 1, WIDTH + 1, dtype=np.float32),
    "across": np.linspace(0, 1, WIDTH + 1, dtype=np.float32),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "# how\n", WEIGHTS, ARRAYS)
    return tmp_path


def test_what_is_written_is_what_answers_are_weighed_by(folder: Path) -> None:
    learned = load_learned(folder)

    assert (folder / "weights.yaml").read_text().startswith("# how\n")
    assert load_weights(folder) == WEIGHTS
    assert learned is not None
    assert all(np.array_equal(array, ARRAYS[name]) for name, array in learned.directions._asdict().items())
    assert not list(differences(folder, WEIGHTS, ARRAYS))


@pytest.mark.parametrize(
    ("written", "tampered", "named"),
    [
        pytest.param("meaning: 20.0", "meaning: 40.0", "meaning.ranking.weights.meaning", id="a weight"),
        pytest.param("words: 0.5", "words: -0.5", "meaning.ranking.weights.words", id="a small weight"),
        pytest.param("bias: -2.0", "bias: 2.0", "meaning.sureness.bias", id="the bias"),
        pytest.param("enough: 0.5", "enough: 0.3", "meaning.sureness.enough", id="a limit"),
        pytest.param("intent: 0.9", "intent: 0.5", "meaning.intent", id="small talk"),
        pytest.param("share: 6.0", "share: 2.0", "meaning.relevance.weights.share", id="what is relevant"),
        pytest.param("chance: 3.0", "luck: 3.0", "meaning.sureness.weights.luck", id="another sign"),
    ],
)
def test_a_tampered_weight_is_named(folder: Path, written: str, tampered: str, named: str) -> None:
    file = folder / "weights.yaml"
    file.write_text(file.read_text().replace(written, tampered, 1))
    load_weights.cache_clear()

    assert any(named in each for each in differences(folder, WEIGHTS, ARRAYS))


@pytest.mark.parametrize(
    ("name", "array"),
    [
        pytest.param("for_acts", -ARRAYS["for_acts"], id="turned round"),
        pytest.param("for_bot", -ARRAYS["for_bot"], id="for the bot, turned round"),
        pytest.param("across", ARRAYS["across"][::-1], id="across, back to front"),
        pytest.param("intents", ARRAYS["intents"][::-1], id="in another order"),
        pytest.param("intents", ARRAYS["intents"][:1], id="one missing"),
    ],
)
def test_tampered_vectors_are_named(folder: Path, name: str, array: np.ndarray) -> None:
    np.savez(folder / FILE_NAME, allow_pickle=False, **{**ARRAYS, name: array})

    assert list(differences(folder, WEIGHTS, ARRAYS)) == [f"{FILE_NAME}: {name} isn't what make learn gives"]


def test_rounding_is_no_difference(folder: Path) -> None:
    ranking = Ranking(weights={"meaning": 20.5, "words": 0.51})
    rounded = MODEL.model_copy(update={"ranking": ranking})
    arrays = {name: array * 1.001 for name, array in ARRAYS.items()}

    assert not list(differences(folder, Weights(meaning=rounded, words=MODEL), arrays))


def chat(question: str, expect: str) -> Labelled:
    turn = Turn(q=question, expect=(expect,))
    return Labelled(
        id="x/1", document="one", language="es", group="plain", type=None, author="a", turns=(turn,)
    )


def test_small_talk_is_what_no_answerable_question_is_as_like() -> None:
    chats = {"one": [chat("¿cuándo es el taller de pasaportes?", "C1"), chat("hola", "abstain")]}
    intents = open_intents(None)

    limit = choose_intent(intents, chats)

    assert intents.nearest("¿cuándo es el taller de pasaportes?").likeness < limit
    assert limit < intents.nearest("hola, buenos días").likeness


def test_weights_say_what_they_come_from(folder: Path) -> None:
    lines = header({"one": [chat("¿cuándo?", "C1")] * 3}, date(2026, 2, 1), ["meaning: first 90.0 %"])

    assert "2026-02-01" in lines
    assert "one (3)" in lines
    assert all(line.startswith("# ") for line in lines.splitlines())
    write(folder, lines, WEIGHTS, ARRAYS)
    assert load_weights(folder) == WEIGHTS


def test_there_is_a_model_for_each_way_to_compare() -> None:
    shipped = load_weights(BUILT_IN.learned)

    assert "meaning" in shipped.meaning.ranking.weights
    assert "meaning" not in shipped.words.ranking.weights
    for model in (shipped.meaning, shipped.words):
        assert model.sureness.enough < model.sureness.sure < 1
