"""A question and a provision are read together: a detail that isn't told can be seen to be missing."""

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.vectors import PassageVectors
from knowledge.ranking.candidates import CandidateFinder
from knowledge.ranking.close_reading import MOST_ODDS, CloseReader
from knowledge.ranking.meanings import Meaning
from knowledge.ranking.weights import load_weights
from knowledge.search.parts import ALL_PARTS
from knowledge.search.sources import Sources
from tests.support.answers import build_store, read_question
from tests.support.builders import make_act

LONG_TEXT = (
    "Dar por recibido el informe de la Red de Funcionarios de Enlace sobre la atención consular de niñas, "
    "niños y adolescentes, reconocer el esfuerzo de todas las delegaciones en un año de muchas tareas, de "
    "viajes y de cambios de personal, que no impidió que se cumpliera casi todo lo que se había propuesto al "
    "inicio, recordar que la Red se reúne dos veces al año, y encargar a Belice que traduzca al inglés el "
    "manual de entrevistas a más tardar el 30 de noviembre de 2017."
)
ACT = make_act(
    ("C1", "Encargar a Costa Rica un taller sobre pasaportes, en San José, el 17 de julio de 2017."),
    ("C2", "Agradecer al Gobierno de El Salvador su hospitalidad."),
    ("C3", LONG_TEXT),
)
WORKSHOP, LONG_ONE = 0, 2
RANKING = load_weights(BUILT_IN.learned).meaning.ranking


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Sources:
    store = build_store(tmp_path_factory.mktemp("read"), ACT, encoder=encoder)
    vectors = PassageVectors.open(store.database, encoder.version)
    return Sources(store, BUILT_IN, encoder=encoder, vectors=vectors)


def odds(sources: Sources, question: str, encoder: Encoder | None, number: int = WORKSHOP) -> float | None:
    """Read a provision, if not another the one on the workshop, together with a question."""
    meaning = Meaning.open(encoder, sources.vectors, BUILT_IN.learned)
    finder = CandidateFinder(sources, RANKING, ALL_PARTS, meaning)
    found = finder.find([read_question(sources, question)])
    (wanted,) = (each for each in found.ranked if each.number == number)
    return CloseReader(sources, meaning).odds(found._replace(ranked=(wanted,)))


@pytest.mark.parametrize(
    ("told", "untold"),
    [
        pytest.param(
            "¿cuándo es el taller sobre pasaportes?", "¿cuánto cuesta el taller sobre pasaportes?", id="cost"
        ),
        pytest.param(
            "¿en qué ciudad es el taller de pasaportes?",
            "¿en qué hotel es el taller de pasaportes?",
            id="venue",
        ),
        pytest.param(
            "who organizes the passport workshop?",
            "how many people attend the passport workshop?",
            id="number",
        ),
    ],
)
def test_what_a_provision_tells_is_likelier_than_a_detail_that_it_does_not(
    sources: Sources, encoder: Encoder, told: str, untold: str
) -> None:
    one, other = odds(sources, told, encoder), odds(sources, untold, encoder)
    assert one is not None
    assert other is not None
    assert -MOST_ODDS <= other < one <= MOST_ODDS


def test_of_a_long_provision_the_stretch_that_is_nearest_is_read(sources: Sources, encoder: Encoder) -> None:
    told = odds(sources, "¿para cuándo traduce Belice el manual?", encoder, LONG_ONE)
    untold = odds(sources, "¿cuánto cobra Belice por traducir el manual?", encoder, LONG_ONE)
    reader = CloseReader(sources, Meaning.open(encoder, sources.vectors, BUILT_IN.learned))
    asked = read_question(sources, "¿para cuándo traduce Belice el manual?")

    assert told is not None
    assert untold is not None
    assert untold < told
    assert reader.odds_of(asked, LONG_ONE) == told


def test_without_the_encoder_nothing_is_read(sources: Sources) -> None:
    assert odds(sources, "¿cuándo es el taller sobre pasaportes?", None) is None
