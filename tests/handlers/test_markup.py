"""Markup: every text survives, and Telegram takes it."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.markup import bold, escape, italic, plain, quotation
from standin import parse_html

HOSTILE = [
    pytest.param("<b>", id="tag"),
    pytest.param("</blockquote>", id="closing-tag"),
    pytest.param("&lt;", id="written-entity"),
    pytest.param("a & b < c > d \" e ' f", id="signs"),
    pytest.param("<" * 50, id="many-signs"),
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("form", [escape, bold, italic], ids=["plain", "bold", "italic"])
def test_hostile_text_is_shown_as_written(form: Callable[[str], str], text: str) -> None:
    assert parse_html(form(text)).text == text


@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_plain_is_what_telegram_shows(text: str) -> None:
    assert plain(quotation(text)) == f"«{text}»"


def test_highlights_stand_in_bold_within_the_quotation() -> None:
    shown = quotation("remitan, a más tardar el 15 de julio, información", ["a más tardar el 15 de julio"])
    assert (
        shown
        == "<blockquote expandable>«remitan, <b>a más tardar el 15 de julio</b>, información»</blockquote>"
    )


def test_a_highlight_that_is_not_in_the_quotation_changes_nothing() -> None:
    assert quotation("Agradecer a la OIM", ["15 de julio", ""]) == quotation("Agradecer a la OIM")
