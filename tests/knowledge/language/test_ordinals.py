"""Ordinals of meetings."""

import pytest

from knowledge.language.folding import words
from knowledge.language.ordinals import ordinal_at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("XXI", (21, 1), id="Roman"),
        pytest.param("IV", (4, 1), id="Roman, by taking away"),
        pytest.param("XLIX", (49, 1), id="Roman, the longest"),
        pytest.param("21ª", (21, 1), id="a figure with its ending"),
        pytest.param("22nd", (22, 1), id="an English figure"),
        pytest.param("cuarta", (4, 1), id="a word"),
        pytest.param("vigésima primera", (21, 2), id="two words"),
        pytest.param("vigesimoprimera", (21, 1), id="two words in one"),
        pytest.param("twenty-second", (22, 2), id="English words"),
        pytest.param("twelfth", (12, 1), id="an English word"),
        pytest.param("décima", (10, 1), id="a ten alone"),
        pytest.param("cuadragésima primera", (41, 2), id="beyond forty"),
        pytest.param("fifty-third", (53, 2), id="beyond fifty, in English"),
        pytest.param("reunión", None, id="none"),
        pytest.param("2017", None, id="a year"),
        pytest.param("vi", (6, 1), id="a small one"),
    ],
)
def test_an_ordinal_is_read_from_where_it_stands(text: str, expected: tuple[int, int] | None) -> None:
    assert ordinal_at(words(text), 0) == expected
