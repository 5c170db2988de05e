"""How sure the best candidate is, and which others are shown beside it."""

import math

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.ranking.candidates import Candidate, CandidateFinder, Candidates
from knowledge.ranking.close_reading import CloseReader
from knowledge.ranking.objections import Check, Objection
from knowledge.ranking.verdicts import MAX_BESIDE, Judge, Verdict, chances, choose
from knowledge.ranking.weights import load_weights
from knowledge.search.parts import ALL_PARTS
from knowledge.search.sources import Sources
from knowledge.understanding.intents import IntentFinder, load_intents
from knowledge.values.notices import notice
from tests.support.answers import read_question

WEIGHTS = load_weights(BUILT_IN.learned).words
INTENTS = IntentFinder(load_intents(BUILT_IN.language))


def judged(sources: Sources, text: str) -> Verdict:
    candidates = CandidateFinder(sources, WEIGHTS.ranking, ALL_PARTS).find([read_question(sources, text)])
    reader = CloseReader(sources, None)
    return Judge(sources.index, WEIGHTS.sureness, INTENTS, reader).verdict(candidates, INTENTS.nearest(text))


@pytest.mark.parametrize(
    ("question", "weaker"),
    [
        pytest.param(
            "¿cuándo es el taller de pasaportes?",
            "¿cuándo es el taller de pasaportes en Tegucigalpa?",
            id="a city that it lacks",
        ),
        pytest.param(
            "¿cuándo es el taller de pasaportes?",
            "¿cuándo se canceló el taller de pasaportes?",
            id="a deed that it doesn't say",
        ),
        pytest.param(
            "¿cuándo es el taller de pasaportes?",
            "¿cuándo es la subasta de pinturas y el taller de acuarela?",
            id="words that no act has",
        ),
    ],
)
def test_what_speaks_against_a_candidate_makes_it_less_sure(
    sources: Sources, question: str, weaker: str
) -> None:
    assert judged(sources, question).sureness > judged(sources, weaker).sureness


def test_a_sure_answer_is_given_and_an_unsure_one_kept_back(sources: Sources) -> None:
    sure = judged(sources, "¿cuándo es el taller sobre pasaportes en Choluteca?")
    unsure = judged(sources, "¿cuándo se canceló el taller de acuarela en Tegucigalpa?")

    assert (sure.is_enough, sure.is_sure) == (True, True)
    assert unsure.is_enough is False
    assert Check.DEED in {each.check for each in unsure.objections}


def test_scores_make_chances_that_add_up() -> None:
    ranked = [Candidate(number, 0, {}, (), score) for number, score in enumerate((3.0, 2.0, -700.0))]

    assert math.isclose(sum(chances(ranked)), 1.0)
    assert chances(ranked) == sorted(chances(ranked), reverse=True)


@pytest.mark.parametrize(
    ("text", "scores", "objected", "shown"),
    [
        pytest.param("¿cuándo es?", (3.0, 0.0), (), [0], id="one far ahead"),
        pytest.param("¿cuándo es?", (3.0, 2.9), (), [0, 1], id="two nearly alike"),
        pytest.param("¿cuándo es?", (3.0, 2.9), (1,), [0], id="one that lacks what is named"),
        pytest.param("¿cuándo es?", (3.0,) * 9, (), list(range(MAX_BESIDE)), id="many alike"),
        pytest.param("¿cuáles son?", (3.0, 1.5), (), [0, 1], id="a list takes in more"),
    ],
)
def test_what_is_nearly_as_likely_is_shown_beside_the_best(
    sources: Sources, text: str, scores: tuple[float, ...], objected: tuple[int, ...], shown: list[int]
) -> None:
    objection = Objection(Check.CITY, notice("no"))
    ranked = tuple(
        Candidate(number, 0, {}, (objection,) if number in objected else (), score)
        for number, score in enumerate(scores)
    )
    compared = CandidateFinder(sources, WEIGHTS.ranking, ALL_PARTS).find([read_question(sources, text)])

    assert [each.number for each in choose(Candidates(ranked, compared.compared))] == shown
