"""What hurried writers leave out."""

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.frequencies import load_frequencies
from knowledge.language.lexicon import Lexicon
from knowledge.language.parties import PartyRegister
from knowledge.language.restoring import Restorer


@pytest.fixture(scope="module")
def restorer() -> Restorer:
    return Restorer(
        load_frequencies(BUILT_IN.language),
        PartyRegister.load(BUILT_IN),
        Lexicon.load(BUILT_IN.language).stop,
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("que dia es la reunion?", "¿Qué día es la reunión?", id="accents"),
        pytest.param(
            "hasta cuando mando el informe", "¿Hasta cuándo mando el informe?", id="behind a preposition"
        ),
        pytest.param("a quien le toca, panama?", "¿A quién le toca, Panamá?", id="a country"),
        pytest.param("que ofrecio la oim", "¿Qué ofreció la OIM?", id="an acronym"),
        pytest.param("CUANDO PAGA COSTA RICA", "¿Cuándo paga Costa Rica?", id="shouted"),
        pytest.param("¿Se CANCELÓ el taller?", "¿Se canceló el taller?", id="one word shouted"),
        pytest.param("¿Qué es MICIC?", "¿Qué es MICIC?", id="an acronym that is no word"),
        pytest.param(
            "¿Qué presentó UNODC en CARE?", "¿Qué presentó UNODC en CARE?", id="an acronym that is a word"
        ),
        pytest.param("lo que acordaron", "Lo que acordaron", id="joins, and asks nothing"),
        pytest.param("buenas, que sigue", "¿Buenas, qué sigue?", id="behind a greeting"),
        pytest.param("el plan estrategico", "El plan estratégico", id="no question"),
        pytest.param(
            "¿Publico yo el informe técnico?", "¿Publico yo el informe técnico?", id="written with care"
        ),
        pytest.param("¿cuándo vence?", "¿cuándo vence?", id="already asks"),
        pytest.param("", "", id="nothing"),
        pytest.param("???", "¿???", id="marks only"),
    ],
)
def test_spanish_is_restored(restorer: Restorer, typed: str, meant: str) -> None:
    assert restorer.restore(typed, "es") == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("when does panama pay", "When does Panama pay?", id="a question"),
        pytest.param(
            "tell us about the region", "Tell us about the region", id="a word that names a country too"
        ),
        pytest.param("WHO PAYS FOR THE WORKSHOP", "Who pays for the workshop?", id="shouted"),
    ],
)
def test_english_is_restored(restorer: Restorer, typed: str, meant: str) -> None:
    assert restorer.restore(typed, "en") == meant


@pytest.mark.parametrize("typed", ["que dia paga panama", "¿Qué día paga Panamá?", "QUE DIA PAGA PANAMA?"])
def test_however_it_is_typed_it_is_the_same_question(restorer: Restorer, typed: str) -> None:
    assert restorer.restore(typed, "es") == "¿Qué día paga Panamá?"
