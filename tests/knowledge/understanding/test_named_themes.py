"""What titles tell of meetings."""

import pytest

from knowledge.stores.documents import Document
from knowledge.understanding.named_themes import TitleThemes, TitleWords, beginnings_of
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


@pytest.mark.parametrize(
    ("said", "found"),
    [
        pytest.param("huracan stan y cuotas", (2, frozenset({"stan"})), id="its last words"),
        pytest.param(
            "ordinaria del grupo regional", (4, frozenset({"tela", "copan"})), id="names among them"
        ),
        pytest.param("huracan de 2005", (0, frozenset()), id="one word"),
        pytest.param("reunion ordinaria", (0, frozenset()), id="a word for a meeting"),
    ],
)
def test_words_of_a_title_are_quoted_as_they_stand_there(
    said: str, found: tuple[int, frozenset[str]]
) -> None:
    assert THEMES.quoting(said.split()) == found


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("REUNIÓN VICEMINISTERIAL", id="one word"),
        pytest.param("Vice-Ministerial Meeting", id="with a hyphen"),
    ],
)
def test_a_compound_begins_alike_with_a_hyphen_and_without(title: str) -> None:
    assert beginnings_of(title) == {"vicemini"}


def test_both_parts_of_a_compound_are_the_one_word_of_a_title() -> None:
    meetings = [
        make_meeting(title=title) for title in ("XII Vice-Ministerial Meeting", "Ministerial Meeting")
    ]
    documents = [
        Document(slug=each.title, source="", sha256="", language="en", meeting=each) for each in meetings
    ]
    found = TitleWords((each.meeting.title for each in documents), names=()).find(
        ["vice", "ministerial", "meeting"]
    )

    assert found == {0: "vicemini", 1: "vicemini"}
