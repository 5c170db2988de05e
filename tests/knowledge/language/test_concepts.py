"""The files of notions: what they may hold, what a mistake in them says, and that what ships is sound."""

from pathlib import Path

import pytest

from knowledge.language.concepts import Concept, Concepts, read_concepts
from knowledge.language.datafiles import BUILT_IN, DataFolders
from knowledge.language.folding import words
from knowledge.language.notions import Notion
from knowledge.values.errors import FaultyData

KILOBYTE = 1024


def write(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "concepts.txt"
    path.write_text(text, encoding="utf-8")
    return path


def named() -> str:
    """Lines for all notions that code names."""
    return "".join(f"{notion}: {notion} uno | {notion} dos\n" for notion in Notion)


@pytest.fixture
def data(tmp_path: Path) -> DataFolders:
    write(tmp_path / "language", named())
    (tmp_path / "forum").mkdir()
    return DataFolders(language=tmp_path / "language", forum=tmp_path / "forum", learned=tmp_path)


def concepts_of(text: str, data: DataFolders, *additions: Path) -> list[str]:
    found = Concepts.load(data, *additions).thesaurus.find(words(text))
    return [concept for match in found for concept in match.concepts]


def test_a_line_is_a_notion_with_its_variants_and_kinds(tmp_path: Path) -> None:
    path = write(tmp_path, "# of meetings\n\nevent: evento | =acto > taller | mesa redonda\n")

    assert list(read_concepts(path)) == [Concept("event", ("evento", "=acto"), ("taller", "mesa redonda"))]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        pytest.param("uno | dos", "se espera «nombre: variante | variante»", id="no id"),
        pytest.param(
            "Tarea 1: uno | dos", "se espera «nombre: variante | variante»", id="an id of two words"
        ),
        pytest.param("first: tres | cuatro", "«first» ya está en la línea 1", id="an id again"),
        pytest.param("second: uno", "dos o más variantes", id="one variant"),
        pytest.param("second: uno | | dos", "dos o más variantes", id="an empty variant"),
        pytest.param("second: uno | ¿?", "dos o más variantes", id="a variant without a word"),
        pytest.param("second: uno | la", "dos o más variantes", id="a variant of an article"),
        pytest.param("second: a la mayor brevedad | pronto", "más de tres palabras", id="a sentence"),
        pytest.param("second: enviar | enviado", "«enviado» sobra junto a «enviar»", id="an inflection"),
        pytest.param("second: aprobar | aprobación", "«aprobación» sobra junto a", id="a noun of the verb"),
        pytest.param("second: documento | documents", "«documents» sobra junto a", id="a cognate"),
        pytest.param("second: plata | poner la plata", "«poner la plata» sobra junto a", id="a word within"),
        pytest.param("second: foro | evento > foros", "«foros» sobra junto a «foro»", id="a kind again"),
        pytest.param("second: =post | post office", "«post office» sobra junto a", id="an exact word within"),
        pytest.param(
            f"second: {' | '.join('abcdefgh' + chr(97 + place) * 5 for place in range(26))}",
            "la línea tiene más de 400 caracteres",
            id="a line that is too long",
        ),
    ],
)
def test_a_line_that_breaks_a_rule_is_named(tmp_path: Path, line: str, problem: str) -> None:
    path = write(tmp_path, f"first: uno | dos\n{line}\n")

    with pytest.raises(FaultyData, match=r"concepts\.txt, línea 2: ") as error:
        list(read_concepts(path))

    assert problem in str(error.value)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("second: =plaza | =plazas", id="exact forms"),
        pytest.param("second: poner dinero | poner plata", id="phrases that share a word"),
        pytest.param("second: informe | =informar", id="another word of the stem that counts in one form"),
    ],
)
def test_what_no_other_variant_finds_may_stand(tmp_path: Path, line: str) -> None:
    assert [concept.id for concept in read_concepts(write(tmp_path, line))] == ["second"]


def test_a_notion_that_code_names_must_be_there(data: DataFolders) -> None:
    write(data.language, named().replace("workshop:", "taller:"))

    with pytest.raises(FaultyData, match="«workshop», que el programa nombra"):
        Concepts.load(data)


def test_a_forum_adds_notions_and_words_to_general_ones(data: DataFolders) -> None:
    write(data.forum, "workshop: faena | minga\nfishing: pesca | captura\n")

    assert concepts_of("la faena de pesca", data) == ["workshop", "fishing"]


def test_a_forum_needs_no_notions_of_its_own(data: DataFolders) -> None:
    assert concepts_of("workshop dos", data) == ["workshop"]


def test_the_secretariat_adds_words_without_a_name(data: DataFolders, tmp_path: Path) -> None:
    added = tmp_path / "added.txt"
    added.write_text(
        "workshop uno | chuspa | a la buena de Dios\nworkshop: faenas | faena\n", encoding="utf-8"
    )

    assert concepts_of("una chuspa", data, added) == ["workshop uno"]
    assert concepts_of("una faena", data, added) == ["workshop"]


def test_a_faulty_line_of_the_secretariat_is_named(data: DataFolders, tmp_path: Path) -> None:
    added = tmp_path / "added.txt"
    added.write_text("pasaporte\n", encoding="utf-8")

    with pytest.raises(FaultyData, match=r"added\.txt, línea 1"):
        Concepts.load(data, added)


def test_cities_go_by_each_of_their_names(data: DataFolders) -> None:
    (data.forum / "cities.txt").write_text("Puerto Viejo | Old Port\n", encoding="utf-8")
    thesaurus = Concepts.load(data).thesaurus

    assert concepts_of("in Old Port", data) == ["puerto viejo"]
    (match,) = thesaurus.find(words("Puerto Viejo"), narrower=True)
    assert set(match.concepts) == {"puerto viejo", Notion.CITY}


def test_an_empty_name_of_a_city_is_named(data: DataFolders) -> None:
    (data.forum / "cities.txt").write_text("Puerto Viejo | \n", encoding="utf-8")

    with pytest.raises(FaultyData, match=r"cities\.txt, línea 1"):
        Concepts.load(data)


@pytest.mark.parametrize(
    ("folder", "most"),
    [
        pytest.param(BUILT_IN.language, 40 * KILOBYTE, id="general"),
        pytest.param(BUILT_IN.forum, 25 * KILOBYTE, id="of the forum"),
    ],
)
def test_the_files_that_ship_are_sound_and_small(folder: Path, most: int) -> None:
    path = folder / "concepts.txt"

    assert list(read_concepts(path))
    assert path.stat().st_size <= most


def test_the_thesaurus_that_ships_has_all_that_code_names() -> None:
    assert Concepts.load(BUILT_IN).words


def test_notions_follow_the_file_as_it_is_at_each_load(tmp_path: Path) -> None:
    before = read_concepts(write(tmp_path, "event: evento | taller"))
    assert read_concepts(write(tmp_path, "event: evento | curso")) != before
