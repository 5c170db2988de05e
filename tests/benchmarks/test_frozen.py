"""Answers before and after a change."""

from pathlib import Path

from benchmarks.asking import answer
from benchmarks.frozen import Frozen, changes, freeze, read, write
from benchmarks.labelled import Labelled, Turn, act_files, build, data_of
from tests.benchmarks.conftest import ACT

TURN = Turn(q="¿cuándo?", expect=("C1",))


def frozen(reference: str, *, is_right: bool) -> Frozen:
    return Frozen(outcome="found", references=(reference,), opening="mañana", is_right=is_right)


def test_saved_answers_are_read_as_they_were(tmp_path: Path) -> None:
    answers = {"a:1": frozen("C1", is_right=True), "b:1": frozen("C2", is_right=False)}

    write(tmp_path / "answers.jsonl", answers)

    assert read(tmp_path / "answers.jsonl") == answers


def test_changes_say_what_became_right_or_wrong() -> None:
    before = {
        "worse:1": frozen("C1", is_right=True),
        "better:1": frozen("C2", is_right=False),
        "same:1": frozen("C1", is_right=True),
        "gone:1": frozen("C1", is_right=True),
    }
    after = {
        "worse:1": frozen("C3", is_right=False),
        "better:1": frozen("C1", is_right=True),
        "same:1": frozen("C1", is_right=True),
        "new:1": frozen("C1", is_right=True),
    }

    lines = list(changes(before, after, dict.fromkeys(after, TURN)))

    assert lines[0] == "wrong: worse:1 '¿cuándo?', wanted C1"
    assert [lines[1].split()[:3], lines[2].split()[:3]] == [["-", "found", "C1"], ["+", "found", "C3"]]
    assert lines[-1] == "gone 1, new 1, right 1, the same 1, wrong 1"


def test_an_answer_is_kept_by_what_stands_before_its_quotation(tmp_path: Path) -> None:
    chat = Labelled(
        id="x",
        document=ACT,
        language="es",
        group="plain",
        type=None,
        author="a",
        turns=(Turn(q="muéstreme la 1", expect=("C1",)), Turn(q="hola", expect=("abstain",))),
    )
    store = build(tmp_path / "one.db", [act_files()[ACT]], data_of(ACT))

    shown, silent = (freeze(each) for each in answer({ACT: [chat]}, {ACT: store}, None))

    assert shown.outcome == "found"
    assert len(shown.references) == 1
    assert "«" not in shown.opening
    assert (silent.references, silent.is_right) == ((), True)
    assert silent.opening
