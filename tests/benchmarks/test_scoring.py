import pytest

from benchmarks.labelled import ABSTAIN, Turn
from benchmarks.scoring import Given, judge, summarize
from knowledge.values.references import Reference


def given(*references: str, text: str = "") -> Given:
    return Given([Reference.parse(each) for each in references], text)


@pytest.mark.parametrize(
    ("turn", "answered", "figures"),
    [
        pytest.param({}, given("C1"), {"r1": True, "r1_lenient": True}, id="expected-first"),
        pytest.param({}, given("C2"), {"r1": False, "r1_lenient": True}, id="accepted-first"),
        pytest.param({}, given("C3", "C4", "C1"), {"r1_lenient": False, "r3": True}, id="expected-third"),
        pytest.param({}, given("C3", "C4", "C5", "C1"), {"r3": False}, id="expected-too-late"),
        pytest.param({}, given(), {"false_abstain": True, "r1": False}, id="silent"),
        pytest.param(
            {"expect": ("C1", "C2"), "need_all": True},
            given("C1"),
            {"r1": False, "r1_lenient": True},
            id="part",
        ),
        pytest.param({"expect": ("C1", "C2"), "need_all": True}, given("C2", "C1"), {"r1": True}, id="all"),
        pytest.param({"facts": ("Año 1",)}, given("C1", text="el\nANO  1"), {"facts": True}, id="fact"),
        pytest.param({"facts": ("mayo",)}, given("C1"), {"facts_of_right": False}, id="fact-missing"),
        pytest.param({"expect": (ABSTAIN,)}, given(), {"abstain": True}, id="rightly-silent"),
        pytest.param({"expect": (ABSTAIN,)}, given("C1"), {"abstain": False}, id="answered-to-nothing"),
    ],
)
def test_answers_are_judged_by_what_they_cite_and_say(
    turn: dict[str, object], answered: Given, figures: dict[str, bool]
) -> None:
    judgement = judge(
        Turn.model_validate({"q": "?", "expect": ("C1",), "also_ok": ("C2",), **turn}), answered
    )

    assert {name: judgement[name] for name in figures} == figures


def test_facts_of_wrong_answers_are_not_counted_with_those_of_right_ones() -> None:
    turn = Turn(q="?", expect=("C1",), facts=("mayo",))

    figures = summarize([judge(turn, given("C1", text="mayo")), judge(turn, given("C3"))])

    assert figures["facts"] == 0.5
    assert figures["facts_of_right"] == 1
