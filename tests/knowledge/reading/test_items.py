from textwrap import dedent

import pytest

from knowledge.reading.files.marks import PARAGRAPH_END
from tests.support.act_texts import PREAMBLE, act_of, provisions_of


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("1. ", "2. ", id="full stop"),
        pytest.param("1.", "2.", id="full stop without a space"),
        pytest.param("1) ", "2) ", id="bracket"),
        pytest.param("1.- ", "2.- ", id="full stop and dash"),
        pytest.param("1- ", "2- ", id="dash"),
        pytest.param("1 – ", "2 – ", id="long dash"),
        pytest.param("(1) ", "(2) ", id="two brackets"),
        pytest.param("1.\n", "2.\n", id="alone on its line"),
        pytest.param("1\n", "2\n", id="bare and alone on its line"),
        pytest.param("Art. 1 - ", "Art. 2 - ", id="article"),
        pytest.param("§ 1. ", "§ 2. ", id="section sign"),
        pytest.param("#1 ", "#2 ", id="hash"),
        pytest.param("**1.** ", "**2.** ", id="Markdown's bold"),
        pytest.param("CRM/2008/1. ", "CRM/2008/2. ", id="the forum and the year before it"),
        pytest.param("D-01: ", "D-02: ", id="label and hyphen"),
        pytest.param("Decision 14/1 ", "Decision 14/2 ", id="number of the meeting before it"),
    ],
)
def test_items_are_told_by_any_style_of_number(first: str, second: str) -> None:
    assert provisions_of(f"\n{first}Agradecer a México.\n\n{second}Felicitar a Canadá.\n") == {
        "C1": "Agradecer a México.",
        "C2": "Felicitar a Canadá.",
    }


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("a) ", "b) ", id="letter and bracket"),
        pytest.param("a. ", "b. ", id="letter and full stop"),
        pytest.param("A. ", "B. ", id="capital letter"),
        pytest.param("i) ", "ii) ", id="Roman numeral"),
        pytest.param("1.1 ", "1.2 ", id="decimal"),
        pytest.param("1) ", "2) ", id="number of another style"),
        pytest.param("\uf0b7 ", "\uf0b7 ", id="private-use glyph"),
        pytest.param("- ", "- ", id="hyphen"),
        pytest.param("\uf0b7\n", "\uf0b7\n", id="glyph alone, item below"),
        pytest.param("-\n", "-\n", id="hyphen alone, item below"),
        pytest.param("", "", id="no mark, below a colon"),
    ],
)
def test_sub_items_get_letters_whatever_their_marks(first: str, second: str) -> None:
    assert provisions_of(
        f"1. Se acordó:\n{first}Que México informe.\n{second}Que Canadá envíe el plan.\n"
    ) == {
        "C1": "Se acordó:",
        "C1.a": "Que México informe.",
        "C1.b": "Que Canadá envíe el plan.",
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            """\
            4. Agradecer a México.
            5. Felicitar a Canadá.
            """,
            {"C4": "Agradecer a México.", "C5": "Felicitar a Canadá."},
            id="numbers that don't start at 1",
        ),
        pytest.param(
            """\
            1. Aprobar las siguientes actividades:
            \uf0b7
            \uf0b7
            Que El Salvador acoja el Seminario sobre Mujer y Migración, costeado
            por la OIM.
            La puesta en marcha de un programa.
            2. Agradecer a México.
            """,
            {
                "C1": "Aprobar las siguientes actividades:",
                "C1.a": "Que El Salvador acoja el Seminario sobre Mujer y Migración, costeado por la OIM.",
                "C1.b": "La puesta en marcha de un programa.",
                "C2": "Agradecer a México.",
            },
            id="bullets stacked before their items",
        ),
        pytest.param(
            """\
            1. Tomar nota de las siguientes:
            a) La posibilidad de un pacto.
            b) La propuesta de México.

            Sobre estas propuestas, solicitar un documento.

            2. Agradecer a México.
            """,
            {
                "C1": "Tomar nota de las siguientes:\n\nSobre estas propuestas, solicitar un documento.",
                "C1.a": "La posibilidad de un pacto.",
                "C1.b": "La propuesta de México.",
                "C2": "Agradecer a México.",
            },
            id="a closing paragraph belongs to the item",
        ),
        pytest.param(
            """\
            1. Agradecer los informes que se enumeran:
            \uf0b7
            El fondo de retorno.
            Tomar nota de lo que la OIM propone:
            \uf0b7
            Imprimir los Lineamientos.
            """,
            {
                "C1": "Agradecer los informes que se enumeran:\n\nTomar nota de lo que la OIM propone:",
                "C1.a": "El fondo de retorno.",
                "C1.b": "Imprimir los Lineamientos.",
            },
            id="letters run on in a second list",
        ),
        pytest.param(
            """\
            1. Aprobar lo siguiente:

            El taller regional.

            El seminario.

            Al respecto, se insta a los Países Miembros a participar.

            2. Agradecer a México.
            """,
            {
                "C1": "Aprobar lo siguiente:\n\nAl respecto, se insta a los Países Miembros a participar.",
                "C1.a": "El taller regional.",
                "C1.b": "El seminario.",
                "C2": "Agradecer a México.",
            },
            id="unmarked sub-items and a closing paragraph",
        ),
        pytest.param(
            """\
            1. Encomendar a la ST:
            a) Elaborar un plan que incluya:
            - un registro;
            - un directorio.
            b) Presentarlo.
            """,
            {
                "C1": "Encomendar a la ST:",
                "C1.a": "Elaborar un plan que incluya:\n\nun registro;\n\nun directorio.",
                "C1.b": "Presentarlo.",
            },
            id="marks of a third level stay in their sub-item",
        ),
        pytest.param(
            """\
            1. Agradecer el informe del año
            2007. Tomar nota de lo previsto en el capítulo
            2. b) del Manual y en el párrafo
            2. Del plan.
            2. Felicitar a México.
            """,
            {
                "C1": "Agradecer el informe del año 2007. Tomar nota de lo previsto en el capítulo 2. b) "
                "del Manual y en el párrafo 2. Del plan.",
                "C2": "Felicitar a México.",
            },
            id="years and references are no items",
        ),
        pytest.param(
            """\
            1. Agradecer a México.
            1
            2. Felicitar a Canadá.
            """,
            {"C1": "Agradecer a México.", "C2": "Felicitar a Canadá."},
            id="a page number is no item",
        ),
        pytest.param(
            """\
            Fortalecimiento Institucional
            1. Agradecer a México.

            Trata de Personas

            2. Felicitar a Canadá.
            """,
            {"C1": "Agradecer a México.", "C2": "Felicitar a Canadá."},
            id="topic headings belong to no item",
        ),
        pytest.param(
            """\
            1. Agradecer a México.

            Dado en Tela, Honduras, a los siete días del mes de mayo.

            Por la Presidencia Pro-Témpore.
            """,
            {"C1": "Agradecer a México."},
            id="what ends the act belongs to no item",
        ),
        pytest.param(
            """\
            1. Agradecer a México.

            Adoptada por 41 votos, con tres abstenciones.
            """,
            {"C1": "Agradecer a México."},
            id="how the act was adopted",
        ),
        pytest.param(
            """\
            1. Agradecer a México.
            ____________
            Por la Presidencia.
            """,
            {"C1": "Agradecer a México."},
            id="a line to sign on ends the act",
        ),
    ],
)
def test_conclusions_are_divided(body: str, expected: dict[str, str]) -> None:
    assert provisions_of(body) == expected


def test_a_line_break_in_a_sub_item_of_a_word_file_doesnt_leave_it() -> None:
    paragraphs = [
        "1. Se acordó:",
        "a) Tomar nota.\nMéxico informará.",
        "b) Aceptar.",
        "Al respecto, se informa.",
    ]
    body = f"\n{PARAGRAPH_END}\n".join(paragraphs)

    assert provisions_of(body) == {
        "C1": "Se acordó:\n\nAl respecto, se informa.",
        "C1.a": "Tomar nota.\n\nMéxico informará.",
        "C1.b": "Aceptar.",
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            """\
            I. Protección

            I.1 Entrega del informe:
                a. Canadá: la primera parte.
                b. México: la segunda.

            I.2 Felicitación a Honduras.

            II. Gestión

            II.1 Aprobación del presupuesto.
            """,
            {
                "C1": "Protección",
                "C1.a": "Entrega del informe:",
                "C1.a.a": "Canadá: la primera parte.",
                "C1.a.b": "México: la segunda.",
                "C1.b": "Felicitación a Honduras.",
                "C2": "Gestión",
                "C2.a": "Aprobación del presupuesto.",
            },
            id="Roman sections",
        ),
        pytest.param(
            """\
            A. Protección

            A.1 Entrega del informe.

            A.2 Felicitación a Honduras.

            B. Gestión

            B.1 Aprobación del presupuesto.
            """,
            {
                "C1": "Protección",
                "C1.a": "Entrega del informe.",
                "C1.b": "Felicitación a Honduras.",
                "C2": "Gestión",
                "C2.a": "Aprobación del presupuesto.",
            },
            id="sections by letters",
        ),
        pytest.param(
            """\
            1. Protección

            1.1 Niñez

            1.1.1 Entrega del informe.

            1.1.2 Felicitación a Honduras.

            2. Gestión

            2.1 Aprobación del presupuesto.
            """,
            {
                "C1": "Protección",
                "C1.a": "Niñez",
                "C1.a.a": "Entrega del informe.",
                "C1.a.b": "Felicitación a Honduras.",
                "C2": "Gestión",
                "C2.a": "Aprobación del presupuesto.",
            },
            id="three numbers",
        ),
        pytest.param(
            """\
            SECCIÓN 1. PESOS

            1.1 Tolerancia. Se aprueba.

            1.2 Calibración. Cada autoridad calibrará:
            i) la báscula de Tela;
            ii) la de Choluteca.

            El gasto es de cada una.

            SECCIÓN 2. OTROS

            2.1 Felicitación a Honduras.
            """,
            {
                "C1": "PESOS",
                "C1.a": "Tolerancia. Se aprueba.",
                "C1.b": "Calibración. Cada autoridad calibrará:\n\nEl gasto es de cada una.",
                "C1.b.a": "la báscula de Tela;",
                "C1.b.b": "la de Choluteca.",
                "C2": "OTROS",
                "C2.a": "Felicitación a Honduras.",
            },
            id="a paragraph below the list",
        ),
    ],
)
def test_decimal_numbers_have_lists_of_their_own(body: str, expected: dict[str, str]) -> None:
    assert provisions_of(f"\n{dedent(body)}") == expected


def test_a_provision_reaches_to_the_end_of_its_innermost_item() -> None:
    act = act_of(f"{PREAMBLE}CONCLUSIONES\n\n1. Gestión\n\n1.1 Se acordó:\na) Pagar.\nb) Informar.\n")

    extents = {str(each.reference): each.extent.of(act.text) for each in act.provisions}
    assert extents["C1"].endswith("Informar.")
    assert extents["C1.a"] == "Se acordó:\n\na) Pagar.\n\nb) Informar."
