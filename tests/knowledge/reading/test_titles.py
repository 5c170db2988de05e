import pytest

from knowledge.reading.structure.titles import titled_body, titled_name

NOUNS = frozenset({"comision", "comite", "conferencia", "consejo", "committee", "conference"})


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        pytest.param(
            ["COMISIÓN DEL MAR (CM)", "II REUNIÓN"],
            "COMISIÓN DEL MAR",
            id="without its acronym",
        ),
        pytest.param(
            ["ACTA DE LA IV REUNIÓN DEL COMITÉ DE DIRECTORES"], "COMITÉ DE DIRECTORES", id="whose meeting"
        ),
        pytest.param(["Eleventh Meeting of the Executive Committee"], "Executive Committee", id="English"),
        pytest.param(
            ["Consejo de Puertos, Lima, 3 de mayo de 2018"], "Consejo de Puertos", id="with its place"
        ),
        pytest.param(["INFORME ANUAL", "Lima, 3 de mayo de 2018"], None, id="no body"),
        pytest.param([], None, id="no title"),
    ],
)
def test_the_body_that_a_title_names(lines: list[str], body: str | None) -> None:
    assert titled_body(lines, NOUNS) == body


@pytest.mark.parametrize(
    ("title", "body", "text", "name"),
    [
        pytest.param("COMISIÓN DEL RÍO CHICO (CORICH) ACTA", None, "", "CORICH", id="by its acronym"),
        pytest.param("FEDERACIÓN DE BIBLIOTECAS (FEBI) ACTA", None, "", "FEBI", id="that spells it"),
        pytest.param("PLAN DE TRABAJO (XY) DEL COMITÉ", None, "", None, id="not by another's"),
        pytest.param(
            "ACTA DEL COMITÉ DEL MAR",
            "COMITÉ DEL MAR",
            "El Comité del Mar (COMAR) acordó:",
            "COMAR",
            id="by the one that the text gives it",
        ),
        pytest.param(
            "IX FORO DE LOS ANDES", "IX FORO DE LOS ANDES", "", "Foro de los Andes", id="by its name"
        ),
        pytest.param("UNIÓN POSTAL CONSEJO", "CONSEJO", "", None, id="not by an organ's name"),
    ],
)
def test_what_an_act_calls_its_body(title: str, body: str | None, text: str, name: str | None) -> None:
    assert titled_name(title, body, text, NOUNS) == name
