"""Texts without accents and case, in which every character keeps its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.folding import fold, fold_space, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("Año Nuevo", "ano nuevo", id="accents and case"),
        pytest.param("MÉXICO", "mexico", id="capitals"),
        pytest.param("¿Qué?", "¿que?", id="marks stay"),
        pytest.param("ﬁn", "fn", id="a ligature is one character"),
    ],
)
def test_accents_and_case_are_dropped(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("El 2.º taller, en San José", ["el", "2º", "taller", "en", "san", "jose"], id="words"),
        pytest.param("reunio\u0301n", ["reunion"], id="an accent of its own"),
        pytest.param("…", [], id="none"),
    ],
)
def test_words_are_folded_in_order(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("  16  a\t", "16 a", id="spaces"),
        pytest.param("uno\u00a0\u2003dos", "uno dos", id="spaces-of-other-sorts"),
        pytest.param("uno \r\n \n dos", "uno\ndos", id="lines"),
        pytest.param("uno\u2028dos", "uno\ndos", id="a-line-separator"),
        pytest.param(" \n ", "", id="nothing-else"),
    ],
)
def test_of_any_white_space_one_is_left(text: str, folded: str) -> None:
    assert fold_space(text) == folded
