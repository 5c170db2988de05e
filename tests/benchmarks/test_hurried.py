"""Questions as people in a hurry type them."""

import pytest

from benchmarks.hurried import bare, inside_chatter, misspelt

ASKED = "¿Qué día enviará Panamá las observaciones del año?"


def test_a_bare_question_has_neither_capitals_nor_accents_nor_marks() -> None:
    assert bare(ASKED) == "que dia enviara panama las observaciones del año"


def test_typing_errors_are_two_and_always_the_same() -> None:
    asked = "¿quién enviará las observaciones pendientes?"
    pairs = zip(misspelt(asked).split(), asked.split(), strict=True)

    assert sum(typed != meant for typed, meant in pairs) == 2
    assert misspelt(asked) == misspelt(asked)


@pytest.mark.parametrize("question", [ASKED, "who pays?", "lo del taller", "anything on dues?"])
def test_chatter_leaves_the_question_as_it_is(question: str) -> None:
    assert question in inside_chatter(question)
    assert inside_chatter(question) != question
