"""What a button sent is read only if we may have written it."""

import re

import pytest

from handlers.button_data import DOCUMENT, LANGUAGE, REFERENCE, read_data

FORM = re.compile(rf"1:show:{LANGUAGE}:{DOCUMENT}:{REFERENCE}")


def test_what_we_wrote_is_taken_apart() -> None:
    read = read_data(FORM, "1:show:es:grcm-2017-06:C16.a")

    assert read.groupdict() == {"language": "es", "document": "grcm-2017-06", "reference": "C16.a"}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("", id="nothing"),
        pytest.param("1:show:fr:grcm:C16.a", id="another language"),
        pytest.param("2:show:es:grcm:C16.a", id="another version"),
        pytest.param("1:show:es:GRCM:C16.a", id="no name of an act"),
        pytest.param("1:show:es:grcm:C16.a:more", id="more than that"),
        pytest.param("1:show:es:grcm:C16.a\n", id="a line break"),
    ],
)
def test_anything_else_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match="not one of our buttons"):
        read_data(FORM, data)
