import pytest

from knowledge.reading.furniture import drop_running_headers


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("GRCM\nUno\nDos\fGRCM\nTres\nSeis", "Uno\nDos\fTres\nSeis", id="a header goes"),
        pytest.param(
            "Uno\nDos\nActa, p. 1\fTres\nActa, p. 2", "Uno\nDos\fTres", id="its count doesn't matter"
        ),
        pytest.param("1.\nUno\n2.\nDos\f3.\nTres", "1.\nUno\n2.\nDos\f3.\nTres", id="items' numbers stay"),
    ],
)
def test_a_line_that_comes_back_on_each_page_is_dropped(text: str, kept: str) -> None:
    assert drop_running_headers(text) == kept
