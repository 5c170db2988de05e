"""The thesaurus: which words stand for which notion, and what a mistake in its file says."""

from pathlib import Path

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.folding import words
from knowledge.search.thesaurus import ThesaurusFile
from knowledge.values.errors import FaultyData

LINES = """
# money
financiar | poner la plata | funding
evento | event > taller | foro
trabajadores migrantes | =trabajadores
"""


@pytest.fixture
def file(tmp_path: Path) -> ThesaurusFile:
    (tmp_path / "thesaurus.txt").write_text(LINES, encoding="utf-8")
    return ThesaurusFile.load(tmp_path)


@pytest.mark.parametrize(
    ("text", "language", "concepts"),
    [
        pytest.param("quién financió", "es", ["financiar"], id="another form of the word"),
        pytest.param("¿quién pone la plata?", "es", ["financiar"], id="a phrase in another form"),
        pytest.param("who is funding it", "en", ["financiar"], id="the other language"),
        pytest.param("qué eventos", "es", ["evento"], id="a plural"),
        pytest.param("el taller", "es", [], id="a kind of a notion is no name of it"),
        pytest.param("los trabajadores", "es", ["trabajadores migrantes"], id="an exact form"),
        pytest.param("que trabajen", "es", [], id="no other form of an exact one"),
        pytest.param("la plata", "es", [], id="part of a phrase"),
    ],
)
def test_a_notion_is_found_by_any_of_its_variants(
    file: ThesaurusFile, text: str, language: str, concepts: list[str]
) -> None:
    found = [concept for match in file.thesaurus.find(words(text), language) for concept in match.concepts]

    assert found == concepts


def test_in_acts_a_kind_counts_as_its_notion(file: ThesaurusFile) -> None:
    matches = list(file.thesaurus.find(words("realizar un taller"), "es", narrower=True))

    assert [match.concepts for match in matches] == [("evento",)]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        pytest.param("solo", "thesaurus.txt, línea 2", id="a line with one variant"),
        pytest.param("uno | | dos", "thesaurus.txt, línea 2", id="an empty variant"),
        pytest.param("uno | ¿?", "thesaurus.txt, línea 2", id="a variant without a word"),
    ],
)
def test_a_mistake_names_its_line(tmp_path: Path, line: str, place: str) -> None:
    (tmp_path / "thesaurus.txt").write_text(f"# comment\n{line}\n", encoding="utf-8")

    with pytest.raises(FaultyData, match=place):
        ThesaurusFile.load(tmp_path)


def test_the_thesaurus_that_ships_is_sound() -> None:
    assert len(ThesaurusFile.load(BUILT_IN.language).words) > 3000
