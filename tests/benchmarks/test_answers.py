"""Tables of answers, act by act."""

import pytest

from benchmarks.answers import Floors, by_act, letters
from benchmarks.asking import Judged
from benchmarks.labelled import Labelled, Turn
from benchmarks.scoring import Given, judge
from benchmarks.tables import Row
from knowledge.values.references import Reference


def judged(act: str, wanted: str, cited: str) -> Judged:
    turn = Turn(q="¿cuándo?", expect=(wanted,))
    chat = Labelled(id="x", document=act, language="es", group="plain", type=None, author="a", turns=(turn,))
    given = Given([Reference.parse(cited)])
    return Judged(chat, turn, given, judge(turn, given))


def test_acts_are_put_together_each_counting_alike() -> None:
    answers = [judged("F1", "C1", "C1")] * 8 + [judged("F8", "C1", "C2")] + [judged("F4", "C1", "C2")]

    rows = {row.name: row for row in by_act(answers)}

    assert list(rows) == [
        "F1",
        "F4",
        "F8",
        "mean of the CRM's acts",
        "mean of other forums' acts",
        "mean of acts",
    ]
    assert {name: row.figures["r1"] for name, row in rows.items() if name.startswith("mean")} == {
        "mean of the CRM's acts": 0.5,
        "mean of other forums' acts": 0.0,
        "mean of acts": pytest.approx(1 / 3),
    }


@pytest.mark.parametrize(
    ("wanted", "cited", "is_named"),
    [
        pytest.param("A1", "C1", True, id="the letter differs"),
        pytest.param("C1", "C1", False, id="right"),
        pytest.param("A1", "C2", False, id="another number"),
        pytest.param("ENC", "C2", False, id="the preamble has no number"),
    ],
)
def test_a_reference_whose_letter_alone_differs_is_named(wanted: str, cited: str, *, is_named: bool) -> None:
    assert bool(list(letters([judged("F4", wanted, cited)]))) is is_named


@pytest.mark.parametrize(
    ("figures", "breaches"),
    [
        pytest.param({"r1": 0.9, "false_abstain": 0.1}, 0, id="at-the-floor"),
        pytest.param({"r1": 0.89, "false_abstain": 0.1}, 1, id="below"),
        pytest.param({"r1": 0.9, "false_abstain": 0.11}, 1, id="above"),
    ],
)
def test_a_figure_beyond_its_floor_is_named(figures: dict[str, float], breaches: int) -> None:
    floors = Floors(at_least={"es": {"r1": 0.9}}, at_most={"es": {"false_abstain": 0.1}})

    assert len(list(floors.breaches([Row("es", 1, figures)]))) == breaches


def test_a_floor_of_a_row_that_is_no_more_is_named() -> None:
    floors = Floors(at_least={"gone": {"r1": 0.9}}, at_most={})

    assert list(floors.breaches([Row("es", 1, {"r1": 1.0})])) == ["gone: no such row"]
