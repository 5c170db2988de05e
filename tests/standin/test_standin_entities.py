"""What Telegram finds in a text by itself, and how it trims what a bot formats."""

import pytest

from standin import Entity, FormattedText
from standin.entities import find_entities, finish


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("/pais", [("bot_command", "/pais")], id="command"),
        pytest.param("/conclusion 16a", [("bot_command", "/conclusion")], id="command with an argument"),
        pytest.param("/pais@AcuerdosBot x", [("bot_command", "/pais@AcuerdosBot")], id="addressed command"),
        pytest.param("ver /ayuda.", [("bot_command", "/ayuda")], id="command within a text"),
        pytest.param("/país", [], id="an accent after the letters makes it plain text"),
        pytest.param("/conclusión 16", [], id="an accent further on does too"),
        pytest.param("15/07", [], id="a slash after a word character"),
        pytest.param("//x", [], id="two slashes"),
        pytest.param("/a/b", [], id="a path"),
        pytest.param("/" + "x" * 65, [], id="a command of 65 letters"),
        pytest.param("@ana, hola", [("mention", "@ana")], id="mention"),
        pytest.param("ana@x.org", [], id="an address is no mention"),
        pytest.param("https://a.org/b.", [("url", "https://a.org/b")], id="address without the full stop"),
    ],
)
def test_commands_mentions_and_addresses_are_found(text: str, found: list[tuple[str, str]]) -> None:
    entities = [(entity.type, text[entity.offset :][: entity.length]) for entity in find_entities(text)]
    assert entities == found


@pytest.mark.parametrize(
    ("given", "finished"),
    [
        pytest.param(
            FormattedText("  a \n", (Entity("bold", 0, 5),)),
            FormattedText("a", (Entity("bold", 0, 1),)),
            id="white space at the ends goes",
        ),
        pytest.param(
            FormattedText("a  b", (Entity("bold", 1, 2),)),
            FormattedText("a  b"),
            id="white space alone is not bold",
        ),
        pytest.param(
            FormattedText("a b", (Entity("bold", 1, 2),)),
            FormattedText("a b", (Entity("bold", 2, 1),)),
            id="an entity starts at its first letter",
        ),
        pytest.param(
            FormattedText("ab", (Entity("bold", 0, 2), Entity("bold", 0, 1))),
            FormattedText("ab", (Entity("bold", 0, 2),)),
            id="bold in bold is once bold",
        ),
        pytest.param(
            FormattedText("/pais", (Entity("code", 0, 5),)),
            FormattedText("/pais", (Entity("code", 0, 5),)),
            id="no command within code",
        ),
    ],
)
def test_a_text_is_trimmed_with_its_entities(given: FormattedText, finished: FormattedText) -> None:
    assert finish(given) == finished


def test_entities_after_the_hundredth_are_dropped() -> None:
    bold = tuple(Entity("bold", 2 * number, 1) for number in range(120))
    assert finish(FormattedText("a " * 120, bold)).entities == bold[:100]
