from pathlib import Path

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.forum import load_forum
from knowledge.values.errors import FaultyData
from tests.support.forums import FISHERIES, STATISTICS, forum_folder

TWO_BODIES = """name: {es: Liga}
bodies:
  - name_es: Comité Permanente
    acronym_es: CP
  - name_es: Consejo Pleno
    acronym_es: CP
"""


@pytest.mark.parametrize(
    ("description", "complaint"),
    [
        pytest.param("", "forum.yaml, línea 1: el archivo está vacío", id="empty"),
        pytest.param("# nada\n", "línea 1: el archivo está vacío", id="comments only"),
        pytest.param("una carta", "línea 1: se esperan líneas «clave: valor»", id="a text"),
        pytest.param("- Honduras", "línea 1: se esperan líneas «clave: valor»", id="a list"),
        pytest.param("name: {es: Liga", "línea 2: no se entiende la sangría o la puntuación", id="not YAML"),
        pytest.param("name: {es: Liga}\nname: {es: Otra}", "línea 2: «name» aparece dos veces", id="twice"),
        pytest.param("acronym: {es: L}", "línea 1: falta «name»", id="no name"),
        pytest.param("name:\n  es:\n  en:\n", "línea 1: falta «name»", id="name left blank"),
        pytest.param("name: {es: Liga}\nsede: Lima", "línea 2: «sede» no se conoce aquí", id="unknown key"),
        pytest.param(
            "name: {es: Liga}\nbodies:\n  - name_es: Junta\n    siglas: J",
            "línea 4: «siglas» no se conoce aquí",
            id="unknown key of a body",
        ),
        pytest.param(
            "name: {es: Liga}\nbodies:\n  - acronym_es: J", "línea 3: falta «name_es»", id="body without name"
        ),
        pytest.param("name: {es: «»}", "línea 1: ««»» no es un nombre", id="no letters"),
        pytest.param(
            "name: {es: Liga}\nmember_countries:\n  - Honduras\n  - Hondruas\n",
            "línea 4: no se conoce el país «Hondruas»; ¿quiso decir Honduras?",
            id="unknown country",
        ),
        pytest.param(
            TWO_BODIES, "línea 5: «CP» es de dos: «Comité Permanente» y «Consejo Pleno»", id="acronym of two"
        ),
        pytest.param(
            "name: {es: Liga}\nacronym: {es: L}\npartners:\n  - {name_es: Lago, acronym_en: l}",
            "línea 4: «l» es de dos: «Liga» y «Lago»",
            id="acronym of the forum and a partner",
        ),
        pytest.param(
            "name: {es: Liga}\nadopts_recommendations: Junta",
            "línea 2: «Junta» no está entre los órganos",
            id="unknown adopter",
        ),
        pytest.param("? [a]\n: b", "línea 1: no se entiende la sangría o la puntuación", id="odd key"),
        pytest.param("name: &a [*a]", "línea 1: no se entiende la sangría o la puntuación", id="endless"),
        pytest.param("\0", "línea 1: no se entiende la sangría o la puntuación", id="bytes"),
        pytest.param("name: {es: Liga}\nbodies: Junta", "línea 2: «bodies» no es válido", id="no list"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, description: str, complaint: str) -> None:
    with pytest.raises(FaultyData) as raised:
        load_forum(forum_folder(tmp_path, description))
    assert complaint in str(raised.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FaultyData, match=r"Falta el archivo de datos forum\.yaml"):
        load_forum(BUILT_IN.model_copy(update={"forum": tmp_path}))


def test_a_body_that_is_only_the_forum_once_more_is_the_forum(tmp_path: Path) -> None:
    bodies = "- {name_es: Junta}\n- {name_es: Liga de puertos, acronym_es: LP}\n"
    forum = load_forum(forum_folder(tmp_path, f"name: Liga de Puertos\nbodies:\n{bodies}"))
    assert [body.name for body in forum.bodies] == ["Junta"]
    assert forum.short("es") == "LP"


def test_a_name_is_enough(tmp_path: Path) -> None:
    forum = load_forum(forum_folder(tmp_path, "name: Liga de Puertos\nacronym:\nbodies:\n"))
    assert (forum.called("en"), forum.short("es")) == ("Liga de Puertos", "Liga de Puertos")
    assert forum.title_names == {"Liga de Puertos"}


@pytest.mark.parametrize(
    ("description", "names", "meeting"),
    [
        pytest.param(
            FISHERIES,
            frozenset({"CIPA", "CD"}),
            frozenset({"CIPA", "CD", "Consejo de Ministros"}),
            id="fisheries",
        ),
        pytest.param(STATISTICS, frozenset({"CEGC", "CE"}), frozenset({"CEGC", "CE"}), id="statistics"),
    ],
)
def test_whose_acts_are_the_forum_s_follows_from_its_meetings(
    tmp_path: Path, description: str, names: frozenset[str], meeting: frozenset[str]
) -> None:
    forum = load_forum(forum_folder(tmp_path, description))
    assert (forum.title_names, forum.meeting_names) == (names, meeting)


def test_meetings_are_of_the_body_in_their_names_and_else_the_forums() -> None:
    kinds = load_forum(BUILT_IN).kinds
    assert kinds["GRCM"][0] == "Reunión del Grupo Regional de Consulta sobre Migración"
    assert "Reunión Viceministerial" in kinds["CRM"]


def test_examples_and_contact_may_be_in_one_language(tmp_path: Path) -> None:
    described = "name: {en: League}\nhelp_contact: la capitanía\nexamples: [¿Qué plazos hay?]\n"
    forum = load_forum(forum_folder(tmp_path, described))
    assert forum.examples.in_("en") == ("¿Qué plazos hay?",)
    assert forum.help_contact is not None
    assert forum.help_contact.in_("en") == "la capitanía"


def test_a_council_with_the_forums_acronym_leaves_it_to_the_forum(tmp_path: Path) -> None:
    description = "name: {es: Liga}\nacronym: {es: LG}\nbodies:\n  - {name_es: Consejo, acronym_es: LG}"
    forum = load_forum(forum_folder(tmp_path, description))
    assert [(body.name, body.acronyms) for body in forum.bodies] == [("Consejo", ())]
    assert forum.acronyms == ("LG",)
