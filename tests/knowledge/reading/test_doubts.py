import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading.act import divide_text

HEAD = """\
REUNIÓN DEL GRUPO REGIONAL DE CONSULTA SOBRE MIGRACIÓN (GRCM)
Tela, Honduras, 6 y 7 de mayo de 2008
El GRCM, con la participación de Canadá, Costa Rica y Honduras, formuló las siguientes:
"""


@pytest.fixture(scope="module")
def register() -> PartyRegister:
    return PartyRegister.load(BUILT_IN)


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        pytest.param(f"{HEAD}CONCLUSIONES\n1. Agradecer.\n2. Felicitar.\n", [], id="nothing"),
        pytest.param(
            f"{HEAD}CONCLUSIONES\n1. Agradecer.\n2. Felicitar.\n4. Aceptar.\n",
            ["La numeración salta del 2 al 4 en la página 1."],
            id="a gap in the numbers",
        ),
        pytest.param(
            f"{HEAD}CONCLUSIONES\n1. Agradecer.\n2. Felicitar.\n2. Aceptar.\n",
            ["El número 2 aparece dos veces seguidas (página 1)."],
            id="a number twice",
        ),
        pytest.param(
            f"{HEAD}CONCLUSIONES\n\nEl GRCM escuchó el informe de la ST.\n\n1. Agradecer.\n2. Felicitar.\n",
            ["No se sabe a qué punto pertenece «El GRCM escuchó el informe de la ST.» (página 1)."],
            id="a sentence that belongs to no item",
        ),
        pytest.param(
            f"{HEAD}CONCLUSIONES\n1. Agradecer.\n\nRubro │ Monto\nViajes │ 3\nSede │ 4\n\n2. Felicitar.\n",
            [
                "No se sabe a qué punto pertenece la tabla que empieza con «Rubro | Monto» (página 1).",
            ],
            id="a table that nothing announces",
        ),
        pytest.param(
            f"{HEAD}CONCLUSIONES\n1. Se acordó:\na) Agradecer.\nc) Felicitar.\n",
            ["Las letras de C1 no van seguidas: a, c."],
            id="a letter is missing",
        ),
        pytest.param(
            f"{HEAD}CONCLUSIONES\n1. Aprobar lo siguiente:\n2. Felicitar.\n",
            ["C1 anuncia una lista que no se encontró (página 1)."],
            id="a list without items",
        ),
        pytest.param(
            f"{HEAD.replace('siguientes:', 'siguientes conclusiones y recomendaciones:')}1. Agradecer.\n",
            ["El encabezado anuncia recomendaciones, pero no se encontraron."],
            id="a part that was announced",
        ),
        pytest.param(
            f"{HEAD}CONCLUSIONES\n1. Agradecer.\nANEXO\nLista de contactos\n",
            ["No se divide «ANEXO» (página 1): se supone que repite lo acordado."],
            id="an annex",
        ),
        pytest.param(
            f"{HEAD}CONCLUSIONES\n1. Agradecer a la\n",
            ["C1 parece cortada al final (página 1)."],
            id="the end is cut off",
        ),
        pytest.param(
            f"{HEAD}CONCLUSIONES\n1. Agradecer a INCOSAMI.\n",
            ["Siglas que nadie explica, ni el acta ni el registro: INCOSAMI (C1)."],
            id="an acronym",
        ),
        pytest.param(
            "CONCLUSIONES\n1. Agradecer.\n",
            [
                "No se encontró la fecha de la reunión.",
                "No se encontró el lugar de la reunión.",
                "No se reconoce el órgano que se reunió.",
                "No se encontró la lista de participantes.",
            ],
            id="no preamble",
        ),
    ],
)
def test_what_is_doubtful_is_said_with_its_place(
    text: str, warnings: list[str], register: PartyRegister
) -> None:
    act = divide_text(text, source="acta.txt", sha256="", register=register)

    assert [str(warning) for warning in act.warnings] == warnings
