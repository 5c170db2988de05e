"""Meetings asked for by words of their titles."""

import pytest

from knowledge.understanding.titles import titled

TITLES = {"a": "XX Reunión Vice-Ministerial", "b": "Reunión de Viceministros", "c": "Reunión Ordinaria"}


@pytest.mark.parametrize(
    ("tokens", "keys"),
    [
        pytest.param(["viceministeriales"], {"a", "b"}, id="beginning alike"),
        pytest.param(["vice", "ministerial"], {"a", "b"}, id="two words for one"),
        pytest.param(["viceministerial", "cuotas"], set(), id="and a word that none has"),
        pytest.param(["reunion", "ordinaria"], {"c"}, id="all words"),
        pytest.param([], set(), id="no word"),
    ],
)
def test_titles_have_words_or_others_that_begin_alike(tokens: list[str], keys: set[str]) -> None:
    assert titled(TITLES, tokens) == keys
