import pytest

from knowledge.reading.files.plaintables import mark_tables


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        pytest.param(
            "Acuerdo | Responsable | Plazo\nUno | ST | mayo\n",
            "Acuerdo │ Responsable │ Plazo\nUno │ ST │ mayo\n",
            id="bars",
        ),
        pytest.param("a\tb\tc\nd\te\tf", "a │ b │ c\nd │ e │ f", id="tabs"),
        pytest.param("| a | b | c |\n|---|---|---|\n| d | e | f |", "a │ b │ c\nd │ e │ f", id="Markdown"),
        pytest.param(
            "+---+---+---+\n| a | b | c |\n+---+---+---+\n| d |  | f |\n+---+---+---+\nFin",
            "a │ b │ c\nd │  │ f\nFin",
            id="drawn",
        ),
        pytest.param(
            "N.º  Acción         Plazo\n---  -------------  ------\nA1   Enviar la lis- 25 a 29-\n"
            "     ta.            05-2020\nA2   Pagar          mayo\n\nFin",
            "N.º │ Acción │ Plazo\nA1 │ Enviar la lis- ta. │ 25 a 29-05-2020\nA2 │ Pagar │ mayo\n\nFin",
            id="columns below a rule of dashes",
        ),
        pytest.param(
            "Uno dos  tres cuatro\n---  ----  ---\nUna frase que las cruza.",
            "Uno dos  tres cuatro\n---  ----  ---\nUna frase que las cruza.",
            id="a rule above no columns",
        ),
        pytest.param(
            "N°   Acuerdo             Responsable   Plazo\n"
            "1    Remitir el formato  ST            mayo\n     a los países\n"
            "2    Dar el curso        PPT           junio\n     Publicarlo          OIM           julio\n",
            "N° │ Acuerdo │ Responsable │ Plazo\n1 │ Remitir el formato a los países │ ST │ mayo\n"
            "2 │ Dar el curso │ PPT │ junio\n │ Publicarlo │ OIM │ julio\n",
            id="columns below headings that gaps part",
        ),
        pytest.param(
            "Acuerdo         Responsable  Plazo\n\nEnviar datos    ST           mayo\n\n"
            "Pagar           México       junio\n\nDado en Tela.\n",
            "Acuerdo │ Responsable │ Plazo\nEnviar datos │ ST │ mayo\n"
            "Pagar │ México │ junio\n\nDado en Tela.\n",
            id="blank lines between rows",
        ),
        pytest.param(
            "Original: español  Distribución: general  Fecha: mayo\nLos países reunidos en Tela acordaron.\n",
            "Original: español  Distribución: general  Fecha: mayo\nLos países reunidos en Tela acordaron.\n",
            id="a letterhead above no columns",
        ),
        pytest.param("1.\tUno\n2.\tDos\n", "1.\tUno\n2.\tDos\n", id="numbers before a tab"),
        pytest.param("CRM | GRCM | 2018\nUno", "CRM | GRCM | 2018\nUno", id="one line"),
        pytest.param("Uno.\r\nDos.\r\n", "Uno.\r\nDos.\r\n", id="no table"),
    ],
)
def test_rows_get_marks_between_their_cells(text: str, marked: str) -> None:
    assert mark_tables(text) == marked
