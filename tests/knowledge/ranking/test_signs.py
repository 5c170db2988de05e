"""What speaks for a provision before it is held against what a question names."""

from dataclasses import replace

import numpy as np
import pytest

from knowledge.ranking.signs import SignReader, speaks
from knowledge.search.matching import match
from knowledge.search.parts import ALL_PARTS, Parts
from knowledge.search.sources import Sources
from tests.support.answers import open_sources, read_question
from tests.support.builders import make_act

NUMBERS = np.arange(3, dtype=np.int32)


@pytest.fixture(scope="module")
def fairs(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    act = make_act(
        ("C1", "Realizar la feria de 12 pasaportes en Managua."),
        ("C2", "Realizar la feria de productos con el apoyo de la OIM."),
        ("R1", "Agradecer a Panamá su informe."),
    )
    return open_sources(tmp_path_factory.mktemp("fairs"), act)


def signs_of(sources: Sources, text: str, parts: Parts = ALL_PARTS) -> dict[str, list[float]]:
    """Return the signs of the three provisions for a question, by their names."""
    question = read_question(sources, text)
    coverage = match(sources.index, question.units).coverage
    read = SignReader(sources.index, parts, None, None).read(question, text, coverage, NUMBERS)
    return {name: values.tolist() for name, values in read.items()}


@pytest.mark.parametrize(
    ("question", "sign", "values"),
    [
        pytest.param("¿qué feria apoya la OIM?", "parties", [0, 1, 0], id="the party that is named"),
        pytest.param("¿cuántos pasaportes son?", "tells_count", [1, 0, 0], id="a sort to tell what is asked"),
        pytest.param("la feria", "recommendation", [0, 0, 1], id="what kind of provision it is"),
    ],
)
def test_a_provision_has_a_sign(fairs: Sources, question: str, sign: str, values: list[float]) -> None:
    assert signs_of(fairs, question)[sign] == values


@pytest.mark.parametrize(
    ("part", "sign"),
    [
        pytest.param("sorts", "tells_count", id="sorts of answers"),
        pytest.param("structure", "recommendation", id="kinds of provisions"),
    ],
)
def test_a_part_that_is_off_gives_no_sign(fairs: Sources, part: str, sign: str) -> None:
    question = "¿cuántos pasaportes son?"

    assert sign in signs_of(fairs, question)
    assert sign not in signs_of(fairs, question, replace(ALL_PARTS, **{part: False}))


def test_a_provision_speaks_of_a_question_if_it_has_all_topics(fairs: Sources) -> None:
    question = read_question(fairs, "la feria de pasaportes")

    spoken = speaks(question, match(fairs.index, question.units), NUMBERS)

    assert spoken.tolist() == [1, 0, 0]
