"""By what meetings go in commands."""

from datetime import date

import pytest

from knowledge.language.thesaurus import Thesaurus
from knowledge.stores.documents import Document
from knowledge.understanding.venues import Venues
from tests.support.answers import REGISTER
from tests.support.builders import make_meeting

ANTIGUA, STAN = "grcm-2007-03-antigua-guatemala", "crm-2005-11-san-salvador"
VENUES = Venues(
    [
        Document(
            slug=slug,
            source=slug,
            sha256=slug,
            language="es",
            meeting=make_meeting(city=city, country=None, start=date(2007, 3, 1)),
        )
        for slug, city in ((ANTIGUA, "Antigua Guatemala"), (STAN, "San Salvador"))
    ],
    REGISTER,
    Thesaurus(lambda _stem, _language: ()),
    themes={"huracan": STAN},
)


@pytest.mark.parametrize(
    ("said", "slug"),
    [
        pytest.param("antigua guatemala", ANTIGUA, id="a city with its country"),
        pytest.param("antigua", ANTIGUA, id="a city without its country"),
        pytest.param("guatemala", ANTIGUA, id="the country that a city ends with"),
        pytest.param("huracan", STAN, id="what the meeting was about"),
    ],
)
def test_words_name_a_meeting(said: str, slug: str) -> None:
    (found,) = VENUES.find(said.split())
    assert [each.slug for each in VENUES.acts(found.key, None)] == [slug]
