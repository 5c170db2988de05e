"""What titles tell of meetings."""

import pytest

from knowledge.stores.documents import Document
from knowledge.understanding.named_themes import TitleThemes
from tests.support.builders import make_meeting

TITLES = {
    "stan": "Reunión Extraordinaria del Grupo Regional sobre el huracán Stan",
    "tela": "XXI Reunión Ordinaria del Grupo Regional",
    "copan": "Reunión Ordinaria del Grupo Regional, mayo",
}
THEMES = TitleThemes(
    [
        Document(slug=slug, source=slug, sha256=slug, language="es", meeting=make_meeting(title=title))
        for slug, title in TITLES.items()
    ],
    nouns={"reunion"},
    names=["regional"],
    light={"sobre"},
)


def test_words_of_one_title_alone_name_its_meeting() -> None:
    assert THEMES.of_one() == {"extraordinaria": "stan", "huracan": "stan", "stan": "stan"}


@pytest.mark.parametrize(
    ("word", "is_sort", "acts"),
    [
        pytest.param("huracan", False, {"stan"}, id="what it was about"),
        pytest.param("huracan", True, set(), id="what it was about is no sort"),
        pytest.param("extraordinarias", True, {"stan"}, id="a sort, in the plural"),
        pytest.param("ordinaria", True, {"tela", "copan"}, id="a sort of several"),
        pytest.param("grupo", False, set(), id="what all titles have"),
        pytest.param("regional", False, set(), id="a name that the forum knows"),
    ],
)
def test_titles_tell_what_meetings_were_about(word: str, *, is_sort: bool, acts: set[str]) -> None:
    assert THEMES.acts(word, is_sort=is_sort) == acts
