import pytest

from handlers.reports.markup import element, escaped, joined


@pytest.mark.parametrize(
    "character", [pytest.param(each, id=f"{ord(each):04x}") for each in "\0\x08\r\x1b\x7f\x9b\ud800"]
)
def test_a_character_that_no_page_may_hold_shows_as_unknown(character: str) -> None:
    assert escaped(f"Instar {character}a") == "Instar \N{REPLACEMENT CHARACTER}a"


def test_text_is_escaped_once() -> None:
    inner = element("b", "1 < 2 & “3”")

    assert inner == "<b>1 &lt; 2 &amp; “3”</b>"
    assert joined([inner, "<"], " · ") == f"{inner} · &lt;"
    assert element("p", inner, class_='a"b', title=None) == f'<p class="a&quot;b">{inner}</p>'
