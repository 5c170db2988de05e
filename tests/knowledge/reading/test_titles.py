import pytest

from knowledge.reading.structure.titles import titled_body

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
