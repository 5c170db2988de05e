"""Collecting what comes up for labelled turns, and encoding each message once."""

from pathlib import Path

import numpy as np
import pytest

from benchmarks.collecting import RememberingEncoder, collect
from benchmarks.labelled import Labelled, Turn, act_files, build, data_of
from knowledge.stores.knowledge_store import KnowledgeStore
from tests.benchmarks.conftest import ACT


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeStore:
    path = tmp_path_factory.mktemp("collecting") / f"{ACT}.db"
    return build(path, [act_files()[ACT]], data_of(ACT))


def chat(*turns: Turn) -> Labelled:
    return Labelled(id="1", document=ACT, language="es", group="plain", type=None, author="a", turns=turns)


def test_what_a_search_decides_is_collected_and_what_is_looked_up_is_not(
    store: KnowledgeStore, tmp_path: Path
) -> None:
    reference = str(store.provisions(store.documents()[0].slug)[1].reference)
    chats = [
        chat(Turn(q="¿qué se dijo de la capacitación en estadística?", expect=(reference,))),
        chat(Turn(q="¿quién ganó el mundial de fútbol?", expect=("abstain",))),
        chat(Turn(q=f"muéstreme la {reference}", expect=(reference,))),
        chat(Turn(q="¿qué se dijo de la capacitación?", expect=("C99",))),
    ]

    examples = collect({ACT: chats}, {ACT: store}, None, tmp_path, 0.9)

    assert [each.is_answerable for each in examples] == [True, False]


def test_each_message_is_encoded_once() -> None:
    encoder = RememberingEncoder()

    first = encoder.encode_questions(["¿cuándo?", "¿dónde?"])
    again = encoder.encode_questions(["¿dónde?"])

    assert first is not None
    assert again is not None
    assert first.shape[0] == 2
    assert np.array_equal(first[1:], again)
