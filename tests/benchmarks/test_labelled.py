"""Reading labelled questions, and the acts that they are on."""

import json
from pathlib import Path

import pytest

from benchmarks.labelled import ABSTAIN, BUILT_IN_ACT, act_files, data_of, load, load_all
from knowledge.language.datafiles import BUILT_IN

QUESTION = {"id": "q1", "q": "¿cuándo?", "expect": "C1"}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param({}, {"document": BUILT_IN_ACT, "author": "some.jsonl", "group": "plain"}, id="bare"),
        pytest.param({"document": "other", "author": "A"}, {"document": "other", "author": "A"}, id="named"),
        pytest.param({"style": "typo"}, {"group": "typo"}, id="by its style"),
        pytest.param(
            {"style": "typo", "kind": "advice"}, {"group": "advice"}, id="out of scope, by its kind"
        ),
        pytest.param({"id": "en1"}, {"language": "en"}, id="English by its id"),
        pytest.param({"lang": "en"}, {"language": "en"}, id="English"),
    ],
)
def test_lines_are_read_with_what_they_leave_out(
    tmp_path: Path, line: dict[str, str], found: dict[str, str]
) -> None:
    path = tmp_path / "some.jsonl"
    path.write_text(json.dumps({**QUESTION, **line}) + "\n\n")

    (chat,) = load(path)

    assert {name: getattr(chat, name) for name in found} == found
    assert chat.turns[0].expect == ("C1",)


def test_turns_make_a_dialogue(tmp_path: Path) -> None:
    path = tmp_path / "act.questions.jsonl"
    turns = [{"q": "¿cuándo?", "expect": ["C1"]}, {"q": "gracias", "expect": ABSTAIN}]
    path.write_text(json.dumps({"id": "d1", "turns": turns}))

    (chat,) = load(path)

    assert (chat.is_dialogue, chat.group, chat.document) == (True, "dialogue", "act")
    assert [turn.is_answerable for turn in chat.turns] == [True, False]


def test_every_labelled_act_is_there_with_the_data_of_its_forum() -> None:
    labelled, files = load_all(), act_files()

    assert labelled.keys() == files.keys()
    assert all(path.exists() for path in files.values())
    assert data_of(BUILT_IN_ACT) == BUILT_IN
    assert any((data_of(act).forum / "forum.yaml").exists() and data_of(act) != BUILT_IN for act in files)


def test_no_two_labelled_chats_have_the_same_id() -> None:
    ids = [chat.id for chats in load_all().values() for chat in chats]

    assert len(ids) == len(set(ids))
