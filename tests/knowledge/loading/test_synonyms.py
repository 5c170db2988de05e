"""Lines of the secretariat's thesaurus: what is written into the file, and what stays as it was."""

from pathlib import Path

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.loading.synonyms import line_of, put_in, take_out
from knowledge.stores.data_folder import DataFolder
from knowledge.values.errors import FaultyData, SynonymsRefused

REGISTER = PartyRegister.load(BUILT_IN)
LINE = "plata | apoyo financiero"


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder.open(tmp_path / "data")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        pytest.param("plata = apoyo financiero", LINE, id="equal"),
        pytest.param("plata | apoyo   financiero", LINE, id="bars"),
        pytest.param("plata = lana | pisto", "plata | lana | pisto", id="both"),
        pytest.param("vuelo == plaza", "vuelo | =plaza", id="that form only"),
        pytest.param("apoyo: plata | lana", "apoyo: plata | lana", id="a known notion"),
        pytest.param("evento | acto > feria", "evento | acto > feria", id="kinds"),
        pytest.param("plata\u2028= lana\x0b", "plata | lana", id="other ends of lines"),
        pytest.param("embajada de México = cancillería", "embajada de México | cancillería", id="within"),
    ],
)
def test_words_become_a_line(words: str, line: str) -> None:
    assert line_of(words, REGISTER) == line


@pytest.mark.parametrize(
    "words",
    [
        "",
        "=",
        "plata",
        "plata =",
        "x" * 4000,
        "plata = " + " ".join("y" * 9),
        "plata = las",
        "México = azteca",
        "azteca = los Países Miembros",
        "evento | acto > México",
        "notas: nica | Nicaragua",
    ],
)
def test_what_would_not_do_is_refused(words: str) -> None:
    with pytest.raises(SynonymsRefused):
        line_of(words, REGISTER)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(None, f"{LINE}\n", id="no file"),
        pytest.param("a | b\n", f"a | b\n{LINE}\n", id="a file"),
        pytest.param("a | b", f"a | b\n{LINE}\n", id="no end of the last line"),
        pytest.param("\ufeffa | b\r\n# nota\r\n", f"a | b\n# nota\n{LINE}\n", id="of another system"),
    ],
)
def test_a_line_is_put_in_and_taken_out_again(folder: DataFolder, before: str | None, after: str) -> None:
    if before is not None:
        folder.thesaurus.write_text(before, encoding="utf-8", newline="")
    put_in(folder, LINE)
    assert folder.new_thesaurus.read_text(encoding="utf-8") == after
    assert folder.thesaurus_to_read == folder.new_thesaurus
    folder.new_thesaurus.replace(folder.thesaurus)
    assert folder.thesaurus_to_read == folder.thesaurus
    take_out(folder, LINE)
    assert folder.new_thesaurus.read_text(encoding="utf-8") == after.removesuffix(f"{LINE}\n")


@pytest.mark.parametrize("written", [f"{LINE}\n", "plata   |  apoyo financiero # de la reunión\n"])
def test_a_line_that_is_there_is_known_however_it_is_written(folder: DataFolder, written: str) -> None:
    folder.thesaurus.write_text(written, encoding="utf-8")
    with pytest.raises(SynonymsRefused, match="ya está"):
        put_in(folder, LINE)
    take_out(folder, LINE)
    assert folder.new_thesaurus.read_text(encoding="utf-8") == ""


def test_what_is_not_there_cannot_be_taken_out(folder: DataFolder) -> None:
    with pytest.raises(SynonymsRefused, match="ya no está"):
        take_out(folder, LINE)


def test_a_file_that_cannot_be_read_stays_as_it_is(folder: DataFolder) -> None:
    folder.thesaurus.write_bytes("señal | aviso".encode("latin-1"))
    with pytest.raises(FaultyData, match="UTF-8"):
        put_in(folder, LINE)
    assert not folder.new_thesaurus.exists()
