import pytest

from knowledge.reading.structure.footnotes import drop_footnotes


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        pytest.param("las Naciones Unidas1 que", "las Naciones Unidas que", id="glued to a word"),
        pytest.param("reunión.1 Luego, plan2 nuevo", "reunión. Luego, plan nuevo", id="counting up"),
        pytest.param("el programa SIEMCA2 y covid19", "el programa SIEMCA2 y covid19", id="part of a name"),
        pytest.param("según Unidas²", "según Unidas", id="superscript"),
        pytest.param(
            "las Unidas1 y\nmás\n1 Véase el acta anterior.\n\fotra",
            "las Unidas y\nmás\n\fotra",
            id="with its note",
        ),
        pytest.param("el 28 de febrero de 2020².", "el 28 de febrero de 2020.", id="raised, after a year"),
        pytest.param("by 31 March 2021[3], the", "by 31 March 2021, the", id="in brackets"),
        pytest.param("by 31 March [1].\n\n[1] As agreed.", "by 31 March.\n", id="in brackets, apart"),
        pytest.param("[1] Solicitar\n[2] Instar", "[1] Solicitar\n[2] Instar", id="items in brackets"),
        pytest.param("de 20201.\n\n1 Fecha\nde México.", "de 2020.\n", id="glued to a year, with its note"),
        pytest.param("unas 20201 personas", "unas 20201 personas", id="a figure"),
        pytest.param("en 2020*.\n\n* Provisional.", "en 2020.\n", id="a star"),
        pytest.param("* Uno.\n* Dos.", "* Uno.\n* Dos.", id="bullets"),
        pytest.param("el informe¹ y más.\n1 Período.", "el informe y más.", id="a note in plain digits"),
        pytest.param("1 Uno¹.\n2 Dos.", "1 Uno.\n2 Dos.", id="items in plain digits"),
        pytest.param("el informe¹.\n____\n¹ Período.", "el informe.", id="a rule above the notes"),
        pytest.param("el informe ² a", "el informe a", id="raised, apart"),
        pytest.param(
            "el informe¹.\n¹ Período\n2016.\n2. Instar", "el informe.\n2. Instar", id="an item below a note"
        ),
        pytest.param(
            "1 Adopt it.\n2 Ask the TS by 2017[2].\n3 Thank.\n____\n[2] As told.",
            "1 Adopt it.\n2 Ask the TS by 2017.\n3 Thank.",
            id="an item numbered like a note",
        ),
        pytest.param(
            "1 Aprobar el plan[1].\n2 Instar a todos.\n\n[1] Véase el anexo.",
            "1 Aprobar el plan.\n2 Instar a todos.\n",
            id="the first item numbered like a note",
        ),
        pytest.param(
            "3 Enviar los datos [4].\n4 Pagar la cuota.\n\n[4] De 2016.",
            "3 Enviar los datos.\n4 Pagar la cuota.\n",
            id="the next item numbered like a note",
        ),
        pytest.param("los Miembros1, el\n1 de mayo", "los Miembros, el\n1 de mayo", id="a date is no note"),
    ],
)
def test_footnotes_are_dropped(text: str, cleaned: str) -> None:
    assert drop_footnotes(text) == cleaned
