"""What deals with a topic is told by weighed signs: surely, perhaps or not at all."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.answering.responder import Responder
from knowledge.language.datafiles import BUILT_IN
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.vectors import PassageVectors
from knowledge.ranking.weights import load_weights
from tests.support.answers import build_store
from tests.support.builders import make_act, make_meeting

TODAY = date(2020, 1, 1)
TEXTS = {
    2010: ("Aumentar la cuota anual de los Países Miembros.", "Agradecer a Honduras su hospitalidad."),
    2014: ("México pagará la cuota anual que adeuda.", "Abrir un albergue en la frontera."),
    2018: ("Publicar el boletín.", "Panamá pagará la cuota anual en junio."),
}


def relevant(folder: Path, encoder: Encoder, question: str, **limits: float) -> list[tuple[str, bool]]:
    """List what deals with a question, by the weights as learned but for some limits."""
    acts = (
        make_act(
            *((f"C{number}", text) for number, text in enumerate(texts, 1)),
            slug=f"grcm-{year}",
            sha256=str(year),
            meeting=make_meeting(start=date(year, 6, 1), end=date(year, 6, 1)),
        )
        for year, texts in TEXTS.items()
    )
    store = build_store(folder, *acts, encoder=encoder)
    learned = load_weights(BUILT_IN.learned)
    relevance = learned.meaning.relevance.model_copy(update=limits)
    weights = learned.model_copy(
        update={"meaning": learned.meaning.model_copy(update={"relevance": relevance})}
    )
    vectors = PassageVectors.open(store.database, encoder.version)
    responder = Responder(store, weights=weights, encoder=encoder, vectors=vectors)
    topic = responder.turn(question, today=TODAY, language="es").question
    found = responder.order.engine(question).relevance.relevant(topic)
    return sorted((key_of(responder, each.candidate.number), each.is_sure) for each in found)


def key_of(responder: Responder, number: int) -> str:
    slug, reference = responder.order.index.place(number)
    return f"{slug.removeprefix('grcm-')}#{reference}"


@pytest.mark.parametrize(
    ("question", "sure"),
    [
        pytest.param("la cuota anual", ["2010#C1", "2014#C1", "2018#C2"], id="of several meetings"),
        pytest.param("la cuota anual de Panamá", ["2018#C2"], id="of one party"),
        pytest.param("la receta del pan de yuca", [], id="of none"),
    ],
)
def test_what_surely_deals_with_a_topic_is_told(
    tmp_path: Path, encoder: Encoder, question: str, sure: list[str]
) -> None:
    assert [key for key, is_sure in relevant(tmp_path, encoder, question) if is_sure] == sure


@pytest.mark.parametrize(
    ("limits", "kinds"),
    [
        pytest.param({"sure": 0.0, "enough": 0.0}, {True}, id="all surely"),
        pytest.param({"sure": 0.5, "enough": 0.0}, {True, False}, id="some perhaps"),
        pytest.param({"sure": 1.0, "enough": 0.0}, set(), id="not even the best"),
    ],
)
def test_the_limits_are_the_learned_ones(
    tmp_path: Path, encoder: Encoder, limits: dict[str, float], kinds: set[bool]
) -> None:
    assert {is_sure for _, is_sure in relevant(tmp_path, encoder, "la cuota anual", **limits)} == kinds
