"""What was answered of late is told again, unless anything that it depends on has changed."""

import pytest

from knowledge.loading.recent import KEPT, LONGEST, RecentReplies


class Asked:
    """Answers with how often it was asked; says which marks there are."""

    def __init__(self) -> None:
        self.times = 0
        self.marks = 0
        self.recent = RecentReplies(lambda: self.marks)

    def answer(self, text: str, *, language: str = "es") -> str:
        self.times += 1
        return f"{text} {language} {self.times}"

    def other(self, _text: str) -> str:
        self.times += 1
        return "other"


@pytest.fixture
def asked() -> Asked:
    return Asked()


def test_the_same_question_is_worked_out_once(asked: Asked) -> None:
    assert [asked.recent.reply(asked.answer, "16a") for _ in range(2)] == ["16a es 1"] * 2


def test_another_question_language_or_way_is_worked_out_anew(asked: Asked) -> None:
    asked.recent.reply(asked.answer, "16a")
    asked.recent.reply(asked.answer, "16b")
    asked.recent.reply(asked.answer, "16a", language="en")
    asked.recent.reply(asked.other, "16a")
    assert asked.times == 4


def test_a_mark_makes_it_another_question(asked: Asked) -> None:
    asked.recent.reply(asked.answer, "16a")
    asked.marks += 1
    assert asked.recent.reply(asked.answer, "16a") == "16a es 2"


def test_long_texts_and_old_questions_take_no_memory(asked: Asked) -> None:
    for text in ("x" * (LONGEST + 1), "16a", *map(str, range(KEPT)), "x" * (LONGEST + 1), "16a"):
        asked.recent.reply(asked.answer, text)
    assert asked.times == KEPT + 4


def test_what_failed_is_tried_again(asked: Asked) -> None:
    def fail(_text: str) -> str:
        raise ZeroDivisionError

    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            asked.recent.reply(fail, "16a")
