"""Messages stay within Telegram's limits, whatever they are made of."""

import pytest

from handlers.markup import bold, copied, escape, plain, quotation
from handlers.messages import TEXT_LIMIT, Button, Message, fill_messages, within_limit
from tests.support.strict_sending import refused

BUTTONS = ((Button("Deshacer", "x"),),)
LONG = "palabra " * 700


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("\n".join(f"• línea {number} " + "<&" * 60 for number in range(90)), id="escaped-lines"),
        pytest.param("\n".join(bold(f"línea {number} " + "x" * 200) for number in range(40)), id="tags"),
        pytest.param(f"{bold('Título')}\n{quotation(LONG)}\n{bold('Fin')}", id="a-tag-that-is-too-long"),
        pytest.param(copied("\n".join(["<fila>"] * 900)), id="a-table"),
        pytest.param("<" * 5000, id="one-line"),
        pytest.param("🐟" * 9000, id="of-several-units"),
    ],
)
def test_a_message_that_is_too_long_goes_in_parts(markup: str) -> None:
    markup = markup if markup.startswith(("<b>", "<pre>")) or "</b>" in markup else escape(markup)
    parts = within_limit(Message(markup, BUTTONS))
    assert refused(parts) == []
    assert all(0 < len(plain(part.markup)) <= TEXT_LIMIT for part in parts)
    assert "".join("".join(plain(part.markup) for part in parts).split()) == "".join(plain(markup).split())
    assert [part.buttons for part in parts] == [(), *[()] * (len(parts) - 2), BUTTONS]


def test_a_message_within_the_limit_stays_as_it_is() -> None:
    message = Message(bold("x" * TEXT_LIMIT), BUTTONS)
    assert within_limit(message) == [message]


def test_a_block_that_is_too_long_is_divided_alone() -> None:
    block = "\n".join(["línea " * 100] * 8)
    first, *_, last = fill_messages([bold("Título"), block, bold("Fin")], BUTTONS)
    assert first.markup == bold("Título")
    assert last == Message(bold("Fin"), BUTTONS)
