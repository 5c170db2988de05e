"""Blocks of markup put into as few messages as Telegram allows."""

import pytest

from handlers.messages import TEXT_LIMIT, Button, Message, fill_messages

BUTTONS = ((Button("Más", data="1:more"),),)
HALF = "a" * (TEXT_LIMIT // 2)


@pytest.mark.parametrize(
    ("blocks", "texts"),
    [
        pytest.param(["uno", "dos"], ["uno\n\ndos"], id="short ones together"),
        pytest.param([HALF, HALF], [HALF, HALF], id="two that are too long together"),
        pytest.param([HALF, "uno", HALF], [f"{HALF}\n\nuno", HALF], id="in their order"),
        pytest.param(["<b>" * 2000 + "uno", "dos"], ["<b>" * 2000 + "uno\n\ndos"], id="tags take no room"),
    ],
)
def test_blocks_are_never_divided(blocks: list[str], texts: list[str]) -> None:
    assert [each.markup for each in fill_messages(blocks)] == texts


def test_the_buttons_stand_under_the_last_message() -> None:
    assert fill_messages([HALF, HALF], BUTTONS) == [Message(HALF), Message(HALF, BUTTONS)]
