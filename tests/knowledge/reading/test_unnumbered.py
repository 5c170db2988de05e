import pytest

from tests.support.act_texts import DECLARATION, provisions_of


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            """\
            CONSIDERANDO

            1. Que los flujos han aumentado.

            ACORDARON:

            1. Reafirmar su compromiso.

            2. Encomendar a la ST:

               a) Elaborar un diagnóstico.

               b) Presentarlo.
            """,
            {
                "A1": "Reafirmar su compromiso.",
                "A2": "Encomendar a la ST:",
                "A2.a": "Elaborar un diagnóstico.",
                "A2.b": "Presentarlo.",
            },
            id="numbered agreements, recitals left out",
        ),
        pytest.param(
            """\
            CONSIDERANDO

            1. Que los flujos han aumentado.

            ACUERDAN

            2. Reafirmar su compromiso.
            """,
            {"A2": "Reafirmar su compromiso."},
            id="agreements that go on counting after the recitals",
        ),
        pytest.param(
            """\
            Considerando que los flujos han aumentado.

            Reconocieron la importancia de la migración.

            Expresaron su satisfacción por los siguientes avances:

            El taller sobre tráfico.

            El portal de la CRM.

            Reiteraron su compromiso.
            """,
            {
                "D1": "Reconocieron la importancia de la migración.",
                "D2": "Expresaron su satisfacción por los siguientes avances:",
                "D2.a": "El taller sobre tráfico.",
                "D2.b": "El portal de la CRM.",
                "D3": "Reiteraron su compromiso.",
            },
            id="unnumbered paragraphs, a recital, an unmarked list",
        ),
        pytest.param(
            """\
            Las y los Viceministros:

            Reconocieron la importancia de la migración.

            Encomendaron a la ST:

            \uf0b7 Elaborar un diagnóstico.

            \uf0b7 Presentarlo.

            Dado en Tela, Honduras, a los siete días del mes de mayo.
            """,
            {
                "D1": "Reconocieron la importancia de la migración.",
                "D2": "Encomendaron a la ST:",
                "D2.a": "Elaborar un diagnóstico.",
                "D2.b": "Presentarlo.",
            },
            id="an opening, a list of bullets, the end",
        ),
        pytest.param(
            """\
            ACORDARON:

            \uf0b7 Elaborar un diagnóstico.

            \uf0b7 Presentarlo.
            """,
            {"D1": "Elaborar un diagnóstico.", "D2": "Presentarlo."},
            id="bullets right below a heading",
        ),
        pytest.param(
            """\
            Reafirmaron su compromiso.

            Suscrita en dos ejemplares el 7 de mayo de 2008.
            """,
            {"D1": "Reafirmaron su compromiso."},
            id="the day of its signature",
        ),
        pytest.param(
            """\
            A. Remesas

            Reconocieron la importancia de las remesas.

            B. Niñez

            Reafirmaron su compromiso.
            """,
            {"D1": "Reconocieron la importancia de las remesas.", "D2": "Reafirmaron su compromiso."},
            id="titles with letters",
        ),
        pytest.param(
            """\
            Migración y desarrollo

            Reconocieron la importancia de las remesas.
            """,
            {"D1": "Reconocieron la importancia de las remesas."},
            id="a topic heading",
        ),
    ],
)
def test_a_declaration_is_divided(body: str, expected: dict[str, str]) -> None:
    assert provisions_of(body, DECLARATION) == expected
