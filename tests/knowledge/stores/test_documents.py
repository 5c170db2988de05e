"""What queries find in all acts, read only as far as it is shown."""

import pytest

from knowledge.stores.documents import Document, Listing, OfAct
from tests.support.builders import make_meeting

DOCUMENT = Document(slug="crm-2016", source="acta.txt", sha256="", language="es", meeting=make_meeting())
FOUND = [OfAct(DOCUMENT, value) for value in "abc"]


@pytest.mark.parametrize(
    ("start", "most", "values"),
    [
        pytest.param(0, 2, "ab", id="a page"),
        pytest.param(2, 2, "c", id="the last page"),
        pytest.param(0, -1, "abc", id="all"),
        pytest.param(1, -1, "bc", id="all from one on"),
        pytest.param(3, 2, "", id="past the end"),
        pytest.param(0, 0, "", id="none"),
    ],
)
def test_what_was_found_already_is_read_like_a_query(start: int, most: int, values: str) -> None:
    assert "".join(each.value for each in Listing.of(FOUND).read(start, most)) == values


def test_a_listing_yields_all_that_it_counts() -> None:
    listing = Listing.of(FOUND)

    assert [*listing] == FOUND
    assert listing.count() == 3
