"""What is said around a question is left out of what is searched for."""

from datetime import date

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.packing import Vector
from knowledge.ranking.meanings import load_learned
from knowledge.search.parts import ALL_PARTS
from knowledge.search.sources import Sources
from knowledge.understanding.chatter import without_chatter
from knowledge.understanding.intents import IntentFinder, load_intents
from knowledge.understanding.message import MessageReader

TODAY = date(2017, 7, 1)


@pytest.fixture(scope="module")
def by_meaning(encoder: Encoder) -> IntentFinder:
    learned = load_learned(BUILT_IN.learned)
    assert learned

    def encode(text: str) -> Vector | None:
        vectors = encoder.encode_questions([text])
        return None if vectors is None else vectors[0]

    return IntentFinder(load_intents(BUILT_IN.language), learned.intents, learned.direction, encode)


def readings(sources: Sources, text: str, intents: IntentFinder) -> list[str]:
    message = MessageReader(sources, ALL_PARTS).read(text, language="es", today=TODAY, meeting=TODAY)
    return [each.text for each in without_chatter(message.readings, intents)]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param(
            "Buenos días, disculpe la molestia. ¿Cuándo es el taller?",
            ["¿Cuándo es el taller?"],
            id="before it",
        ),
        pytest.param(
            "Just back from the beach, sunburnt! Who sends the report?",
            ["Who sends the report?"],
            id="in English",
        ),
        pytest.param(
            "Sobre el taller de pasaportes. ¿Quién lo paga?",
            [
                "Sobre el taller de pasaportes. ¿Quién lo paga?",
                "¿Quién lo paga?",
                "Sobre el taller de pasaportes.",
            ],
            id="what it is about is none",
        ),
        pytest.param("Hola, buenos días", ["Hola, buenos días"], id="nothing else"),
    ],
)
def test_chatter_is_in_no_reading(
    sources: Sources, by_meaning: IntentFinder, text: str, kept: list[str]
) -> None:
    assert readings(sources, text, by_meaning) == kept


def test_all_is_kept_without_encoder(sources: Sources) -> None:
    text = "Buenos días, disculpe la molestia. ¿Cuándo es el taller?"

    assert readings(sources, text, IntentFinder(load_intents(BUILT_IN.language)))[0] == text
