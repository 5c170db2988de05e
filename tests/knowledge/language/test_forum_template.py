import re
from pathlib import Path

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.forum import load_forum
from knowledge.language.forum_template import TEMPLATE, write_template
from knowledge.values.errors import FaultyData, FileExists, StoreUnusable

KEY = re.compile(r"^( *\w+:)  # (?=\S)", re.MULTILINE)
EXAMPLE = re.compile(r"^  # ", re.MULTILINE)


def filled_in() -> str:
    """The template as if its examples were what an officer wrote."""
    return EXAMPLE.sub("  ", KEY.sub(r"\1 ", TEMPLATE.read_text(encoding="utf-8")))


def test_the_examples_of_the_template_are_a_description(tmp_path: Path) -> None:
    (tmp_path / "forum.yaml").write_text(filled_in(), encoding="utf-8")
    forum = load_forum(BUILT_IN.model_copy(update={"forum": tmp_path}))
    assert (forum.short("en"), len(forum.bodies), len(forum.member_countries)) == ("CIS", 2, 2)
    assert forum.adopting == "Consejo de Ministros"


def test_an_unfilled_template_says_what_is_missing(tmp_path: Path) -> None:
    write_template(tmp_path / "new" / "forum")
    with pytest.raises(FaultyData, match=r"forum\.yaml, línea 6: falta «name»"):
        load_forum(BUILT_IN.model_copy(update={"forum": tmp_path / "new" / "forum"}))


def test_a_name_in_the_template_is_enough(tmp_path: Path) -> None:
    named = TEMPLATE.read_text(encoding="utf-8").replace("es:  # Comisión", "es: Comisión")
    (tmp_path / "forum.yaml").write_text(named, encoding="utf-8")
    forum = load_forum(BUILT_IN.model_copy(update={"forum": tmp_path}))
    assert (forum.short("es"), forum.help_contact) == ("Comisión del Mar Interior", None)


def test_a_description_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "forum.yaml").write_text("name: Liga", encoding="utf-8")
    with pytest.raises(FileExists, match=r"Ya existe .*forum\.yaml: no se ha cambiado"):
        write_template(tmp_path)
    assert (tmp_path / "forum.yaml").read_text(encoding="utf-8") == "name: Liga"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnusable, match="No se puede escribir en la carpeta"):
        write_template(tmp_path / "file" / "forum")
