"""Which provisions come up for a message, and in which order."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.vectors import PassageVectors
from knowledge.ranking.candidates import CandidateFinder, Shown
from knowledge.ranking.meanings import Meaning
from knowledge.ranking.weights import load_weights
from knowledge.search.parts import ALL_PARTS, Parts
from knowledge.search.sources import Sources
from tests.support.act_texts import SMALL_ACT, act_of
from tests.support.answers import build_store, open_sources, read_question
from tests.support.builders import make_act, make_meeting

WEIGHTS = load_weights(BUILT_IN.learned)


def found(
    sources: Sources,
    *readings: str,
    parts: Parts = ALL_PARTS,
    shown: Shown | None = None,
    within: list[int] | None = None,
) -> list[str]:
    """List the references of what comes up for the readings of a message, best first."""
    finder = CandidateFinder(sources, WEIGHTS.words.ranking, parts)
    mask = None
    if within is not None:
        mask = np.zeros(len(sources.index.document), np.bool_)
        mask[within] = True
    candidates = finder.find(
        [read_question(sources, each) for each in readings], shown=shown or Shown(), within=mask
    )
    return [str(sources.index.place(each.number)[1]) for each in candidates.ranked]


@pytest.fixture(scope="module")
def fairs(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    act = make_act(
        ("C1", "Realizar la feria de pasaportes, que la ST anunciará, el 3 de julio en Managua."),
        ("C2", "Realizar la feria de productos en Tegucigalpa con el apoyo de la OIM."),
        ("C3", "Agradecer a Panamá su informe."),
    )
    return open_sources(tmp_path_factory.mktemp("fairs"), act)


@pytest.mark.parametrize(
    ("question", "reference"),
    [
        pytest.param("¿qué feria hay de pasaportes?", "C1", id="its words"),
        pytest.param("la feria de Tegucigalpa", "C2", id="the city that is named"),
        pytest.param("la feria de la OIM", "C2", id="the party that is named"),
        pytest.param("la feria del 3 de julio", "C1", id="the day that is named"),
    ],
)
def test_a_provision_that_lacks_what_is_named_is_passed_over(
    fairs: Sources, question: str, reference: str
) -> None:
    assert found(fairs, question)[0] == reference


def test_a_candidate_carries_what_speaks_against_it(fairs: Sources) -> None:
    finder = CandidateFinder(fairs, WEIGHTS.words.ranking, ALL_PARTS)
    candidates = finder.find([read_question(fairs, "la feria de pasaportes de Tegucigalpa")])
    objections = {each.number: [str(one.check) for one in each.objections] for each in candidates.ranked}

    assert objections[0] == ["city"]
    assert objections[1] == []


def test_of_several_readings_the_best_counts(fairs: Sources) -> None:
    readings = ("perdí mis notas en el avión", "¿cuándo es la feria de pasaportes?")
    finder = CandidateFinder(fairs, WEIGHTS.words.ranking, ALL_PARTS)
    candidates = finder.find([read_question(fairs, each) for each in readings])

    assert candidates.question_of(candidates.ranked[0]).text == readings[1]


def test_what_was_shown_comes_first_where_nothing_else_is_named(fairs: Sources) -> None:
    assert found(fairs, "¿dónde es la feria?", shown=Shown(frozenset({0}), frozenset({0})))[0] == "C1"
    assert found(fairs, "¿dónde es la feria?", shown=Shown(frozenset({1}), frozenset({1})))[0] == "C2"


def test_a_question_restricts_itself_to_some_provisions(fairs: Sources) -> None:
    assert found(fairs, "¿dónde es la feria?", within=[1, 2]) == ["C2"]
    assert found(fairs, "¿dónde es la feria?", within=[]) == []


def test_nothing_comes_up_for_nothing(fairs: Sources) -> None:
    assert found(fairs, "") == []


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        pytest.param("el anuncio", ("stems", "thesaurus"), id="other forms of a word"),
        pytest.param("la exposición", ("thesaurus",), id="other words for it"),
    ],
)
def test_a_part_brings_up_what_else_would_not(fairs: Sources, question: str, parts: tuple[str, ...]) -> None:
    without = replace(ALL_PARTS, **dict.fromkeys(parts, False))

    assert found(fairs, question)
    assert not found(fairs, question, parts=without)


def test_without_checks_nothing_speaks_against_a_candidate(fairs: Sources) -> None:
    finder = CandidateFinder(fairs, WEIGHTS.words.ranking, Parts(premises=False))
    candidates = finder.find([read_question(fairs, "la feria de pasaportes de Tegucigalpa")])

    assert {each.objections for each in candidates.ranked} == {()}


def test_meaning_brings_up_what_shares_no_word(tmp_path: Path, encoder: Encoder) -> None:
    store = build_store(tmp_path, act_of(SMALL_ACT), encoder=encoder)
    vectors = PassageVectors.open(store.database, encoder.version)
    sources = Sources(store, BUILT_IN, encoder, vectors)
    meaning = Meaning.open(encoder, vectors, BUILT_IN.learned)
    question = read_question(sources, "who has not settled their fees?", language="en")

    by_meaning = CandidateFinder(sources, WEIGHTS.meaning.ranking, ALL_PARTS, meaning).find([question])

    first = str(sources.index.place(by_meaning.ranked[0].number)[1])
    assert first in {"C4", "C4.a"}
    assert "meaning" in by_meaning.ranked[0].signs


def test_of_many_provisions_those_allowed_come_up_all_the_same(tmp_path: Path) -> None:
    crowd = tuple((f"C{number}", f"Realizar la feria número {number}.") for number in range(1, 200))
    old = make_act(("C1", "Realizar la feria de flores."), slug="old", meeting=make_meeting(city="Managua"))
    sources = open_sources(tmp_path, make_act(*crowd, slug="new"), old)
    number = next(at for at in range(200) if sources.index.place(at)[0] == "old")

    assert found(sources, "la feria", within=[number]) == ["C1"]
