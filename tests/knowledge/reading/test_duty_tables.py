"""Tables of an act's text: duties row by row, two languages side by side."""

import pytest

from knowledge.values.acts import Act, Precision
from tests.support.act_texts import PREAMBLE, act_of
from tests.support.duties import written

PLAN = [
    pytest.param(
        "CONCLUSIONES\n\nN.º │ Actividad │ Responsable │ Fecha límite\n"
        "1 │ Elaborar una guía │ ST │ 30 de junio de 2008\n"
        "2 │ Organizar un taller │ Honduras y OIM │ octubre de 2008\n",
        [
            ("C1", ("ST",), "elaborar una guía", "2008-06-30", Precision.DAY),
            ("C2", ("Honduras", "OIM"), "organizar un taller", "2008-10-31", Precision.MONTH),
        ],
        id="numbered",
    ),
    pytest.param(
        "CONCLUSIONES\n\nN.º │ Actividad │ Responsable │ Plazo\n1 │ Elaborar una guía │ ST │ 15 de julio\n"
        "2 │ Realizar un estudio │ Sin responsable │ Pospuesto\n"
        "3 │ Editar un mapa │ Por definir │ 20 de julio\n",
        [
            ("C1", ("ST",), "elaborar una guía", "2008-07-15", Precision.DAY),
            ("C3", (), "editar un mapa", "2008-07-20", Precision.DAY),
        ],
        id="nobody named yet",
    ),
    pytest.param(
        "CONCLUSIONES\n\nActividad │ Responsable │ Plazo\n"
        "Medir el caudal │ MARN de El Salvador │ 15 de julio\n"
        "Limpiar el canal │ SEN y Honduras │ 20 de julio\n",
        [
            ("D1", ("MARN de El Salvador",), "medir el caudal", "2008-07-15", Precision.DAY),
            ("D2", ("Honduras", "SEN"), "limpiar el canal", "2008-07-20", Precision.DAY),
        ],
        id="acronyms of the act's own",
    ),
    pytest.param(
        "CONCLUSIONES\n\n1. Agradecer a Honduras.\n2. Aprobar el plan de trabajo:\n\n"
        "Responsable │ Acción a desarrollar │ Plazo\nPPT │ Convocar al grupo técnico. │ 15 de julio\n"
        "〃 │ Enviar la invitación. │ 20 de julio\n\n3. Felicitar a Canadá.\n",
        [
            ("C2.a", ("PPT",), "convocar al grupo técnico", "2008-07-15", Precision.DAY),
            ("C2.b", ("PPT",), "enviar la invitación", "2008-07-20", Precision.DAY),
        ],
        id="in an item, a merged cell",
    ),
    pytest.param(
        "CONCLUSIONES\n\n1) Agradecer a Honduras.\n2) Aprobar el plan de trabajo:\n\n"
        "N.º │ Acción │ Responsable │ Plazo\n1 │ Pagar │ PPT │ 15 de julio\n2 │ Citar │ OIM │ 20 de julio\n"
        "3 │ Cerrar │ OIM │ 30 de julio\n\n3) Felicitar a Canadá.\n\n4) Solicitar a la ST un informe.\n",
        [
            ("C2.a", ("PPT",), "pagar", "2008-07-15", Precision.DAY),
            ("C2.b", ("OIM",), "citar", "2008-07-20", Precision.DAY),
            ("C2.c", ("OIM",), "cerrar", "2008-07-30", Precision.DAY),
            ("C4", ("ST",), "informe", None, Precision.NONE),
        ],
        id="in an item, rows numbered as the items are",
    ),
    pytest.param(
        "CONCLUSIONES\n\nAgradecer a Honduras.\n\nAprobar el plan del cuadro.\n\nCuadro 1. Plan\n\n"
        "N.º │ Acción │ Responsable │ Plazo\n1 │ Pagar │ PPT │ 15 de julio\n2 │ Citar │ OIM │ 20 de julio\n\n"
        "Solicitar a la ST un informe.\n",
        [
            ("D2.a", ("PPT",), "pagar", "2008-07-15", Precision.DAY),
            ("D2.b", ("OIM",), "citar", "2008-07-20", Precision.DAY),
            ("D3", ("ST",), "informe", None, Precision.NONE),
        ],
        id="below a sentence without a number",
    ),
    pytest.param(
        "CONCLUSIONES\n\n1. Aprobar el plan:\n\nAcción │ Responsable │ Segundo trimestre │ Tercer trimestre\n"
        "Pagar │ PPT │ │ X\nCitar │ OIM │ x │ x\nCerrar │ OIM │ │\n\n2. Felicitar a Canadá.\n",
        [
            ("C1.a", ("PPT",), "pagar", "2008-09-30", Precision.QUARTER),
            ("C1.b", ("OIM",), "citar", "2008-09-30", Precision.QUARTER),
            ("C1.c", ("OIM",), "cerrar", None, Precision.NONE),
        ],
        id="ticks below periods",
    ),
    pytest.param(
        "CONCLUSIONES\n\n1. Aprobar el plan:\n\nAcción │ Responsable\n\nTERCER TRIMESTRE\n\nPagar │ PPT\n\n"
        "Primer semestre de 2009\n\nCitar │ OIM con apoyo de la FAO\n\n2. Solicitar a la ST un informe.\n",
        [
            ("C1.a", ("PPT",), "pagar", "2008-09-30", Precision.QUARTER),
            ("C1.b", ("OIM",), "citar", "2009-06-30", Precision.HALF),
            ("C2", ("ST",), "informe", None, Precision.NONE),
        ],
        id="periods between rows",
    ),
    pytest.param(
        "CONCLUSIONS\n\n# │ Action item │ Lead │ Support │ Due\n"
        "1. │ To draft the guidelines │ Technical Secretariat │ IOM │ 31 August 2008\n"
        "2. │ Circulate the form to all delegations │ Mexico │ │ Within 30 days\n",
        [
            ("C1", ("ST",), "draft the guidelines", "2008-08-31", Precision.DAY),
            ("C2", ("México",), "circulate the form to all delegations", "2008-06-06", Precision.RELATIVE),
        ],
        id="English headings",
    ),
    pytest.param(
        "CONCLUSIONES\n\nAcuerdo │ A cargo de │ Cuándo\n"
        "Preparar el presupuesto │ Costa Rica con apoyo de ACNUR │ permanente\n"
        "Revisar los estatutos │ Comité de Redacción │ por definir\n",
        [
            ("D1", ("Costa Rica",), "preparar el presupuesto", None, Precision.RELATIVE),
            ("D2", ("Comité de Redacción",), "revisar los estatutos", None, Precision.RELATIVE),
        ],
        id="unnumbered, a party nobody knows",
    ),
    pytest.param(
        "CONCLUSIONES\n\nAcuerdo │ Responsable │ Plazo\n"
        "Traducir el manual │ OIM │ Concluido el 12 de mayo de 2008\n"
        "Agradecer a Costa Rica el apoyo │ --- │ ---\n"
        "Revisar las cifras │ El Salvador ␤ Guatemala │ julio de 2008\n\nElaborado por la Secretaría.\n",
        [("D3", ("El Salvador", "Guatemala"), "revisar las cifras", "2008-07-31", Precision.MONTH)],
        id="what is done, empty cells, a cell of lines",
    ),
    pytest.param(
        "CONCLUSIONES\n\nClave: P = pendiente, C = cerrado.\n\nN.º │ Acción │ Responsable │ Plazo │ Estado\n"
        "1 │ Elaborar la lista de guardias │ Panamá │ - │ C\n2 │ Reparto de los costos: │ │ │\n"
        "2.a │ - Pagar la parte de Canadá │ CAN │ oct./08 │ P\n2.b │ Enviar la carta │ HON, MEX │ n/a │ P\n"
        "3 │ Usar el formulario único │ Todos los países │ Desde el 1 de julio de 2008 │ P\n"
        "4 │ Agradecimiento al anfitrión │ PPT │ n/a │ P\n",
        [
            ("C2.a", ("Canadá",), "pagar la parte de Canadá", "2008-10-31", Precision.MONTH),
            ("C2.b", ("Honduras", "México"), "enviar la carta", None, Precision.NONE),
            ("C3", ("Países Miembros",), "usar el formulario único", None, Precision.DAY),
        ],
        id="lettered rows, a status, codes of countries, all members",
    ),
    pytest.param(
        "CONCLUSIONES\n\nN.º │ Acción │ Responsable │ Plazo\n"
        "1 │ Acoger el curso (Honduras) y pagar los pasajes (OIM) │ Honduras; OIM │ 12 de julio de 2008\n"
        "2 │ Enviar la lista │ Belice; Panamá │ Belice: 15 de julio de 2008; Panamá: 31 de julio de 2008\n"
        "3 │ Proponer metas │ Grupo sobre metas, coordinado por El Salvador │ julio de 2008\n"
        "4 │ Fondo común: se pospone │ - │ No acordado\n",
        [
            ("C1", ("Honduras",), "acoger el curso", "2008-07-12", Precision.DAY),
            ("C1", ("OIM",), "pagar los pasajes", "2008-07-12", Precision.DAY),
            ("C2", ("Belice",), "enviar la lista", "2008-07-15", Precision.DAY),
            ("C2", ("Panamá",), "enviar la lista", "2008-07-31", Precision.DAY),
            ("C3", ("Grupo sobre metas",), "proponer metas", "2008-07-31", Precision.MONTH),
        ],
        id="shared out by party",
    ),
    pytest.param(
        "CONCLUSIONES\n\nN.º │ Acción │ Responsable │ Plazo\n"
        "1 │ Acoger el curso sobre visas │ Honduras │ 12 a 14 de julio de 2008\n"
        "2 │ Nombrar participantes │ Países Miembros │ 10 días antes de la apertura del curso\n",
        [
            ("C1", ("Honduras",), "acoger el curso sobre visas", "2008-07-14", Precision.DAY),
            ("C2", ("Países Miembros",), "nombrar participantes", "2008-07-02", Precision.RELATIVE),
        ],
        id="a time before an event of another row",
    ),
    pytest.param(
        "CONCLUSIONS\n\nNo. │ Action │ Responsible │ Timeframe │ Remarks\n"
        "1 │ Map the landing points │ Panamá │ 30 July 2008 │\n"
        "2 │ Possible course on visas │ Belize │ To be determined │ Noted with appreciation\n",
        [("C1", ("Panamá",), "map the landing points", "2008-07-30", Precision.DAY)],
        id="a timeframe is no hour, and a mere possibility no task",
    ),
    pytest.param(
        "CONCLUSIONES\n\nAction │ Lead │ By\nMap the landing points │ Panamá │ 30 Jul 2008\n",
        [("D1", ("Panamá",), "map the landing points", "2008-07-30", Precision.DAY)],
        id="by when, said shortly",
    ),
    pytest.param(
        "CONCLUSIONES\n\nTema │ Acuerdo\n"
        "Consulados │ Solicitar a la ST que envíe el informe antes del 3 de julio de 2008.\n"
        "Trata │ Felicitar a Canadá por su campaña.\n",
        [("D1", ("ST",), "enviar el informe", "2008-07-03", Precision.DAY)],
        id="topics and agreements",
    ),
    pytest.param(
        "CONCLUSIONES\n\n1. Aprobar el calendario de remisión de datos:\n\n"
        " │ País │ Rubro │ Plazo\na. │ Canadá │ Visas │ 31/10/2008\nb. │ México │ Retornos │ 14/11/2008\n",
        [
            ("C1.a", ("Canadá",), "rubro: Visas", "2008-10-31", Precision.DAY),
            ("C1.b", ("México",), "rubro: Retornos", "2008-11-14", Precision.DAY),
        ],
        id="whose row it is, and no column for actions",
    ),
    pytest.param(
        "CONCLUSIONES\n\n1. Felicitar a Canadá por su informe.\n\nTabla 1. Básculas por calibrar\n"
        "Ítem │ Paso │ Responsable │ Plazo\na) │ La Hachadura │ El Salvador │ 15 de julio\n"
        "b) │ El Florido │ Honduras │ 29 de julio\n",
        [
            ("C1.a", ("El Salvador",), "básculas por calibrar: La Hachadura", "2008-07-15", Precision.DAY),
            ("C1.b", ("Honduras",), "básculas por calibrar: El Florido", "2008-07-29", Precision.DAY),
        ],
        id="the caption tells what cells mean",
    ),
    pytest.param(
        "PUNTOS DE ACCIÓN\n\nN.º │ Acción │ Encargado │ Plazo\nA1 │ Pagar la cuota. │ Canadá │ 31-10-2008\n"
        "A2 │ Informar. │ México │ Sin plazo\n",
        [
            ("A1", ("Canadá",), "pagar la cuota", "2008-10-31", Precision.DAY),
            ("A2", ("México",), "informar", None, Precision.RELATIVE),
        ],
        id="rows with a letter and a number",
    ),
    pytest.param(
        "CONCLUSIONES\n\n1. Aprobar las cuotas de la tabla.\n\nÍtem │ Miembros │ Cuota\n"
        "a) │ Canadá, México │ 18.800\nb) │ Costa Rica │ 10.000\n",
        [],
        id="figures bind nobody",
    ),
    pytest.param(
        "CONCLUSIONES\n\n1. Agradecer a Honduras.\n\nHora │ Actividad │ Responsable\n"
        "9:00 │ Inauguración │ PPT\n",
        [],
        id="an agenda",
    ),
]


@pytest.mark.parametrize(("body", "expected"), PLAN)
def test_each_row_of_a_table_of_duties_binds_who_its_cell_says(
    body: str, expected: list[tuple[str, tuple[str, ...], str, str | None, Precision]]
) -> None:
    found = [
        (
            str(each.reference),
            each.responsible,
            each.action,
            each.deadline.end and each.deadline.end.isoformat(),
            each.deadline.precision,
        )
        for each in act_of(f"{PREAMBLE}{body}").commitments
    ]

    assert found == expected


@pytest.mark.parametrize(
    ("cell", "helper"),
    [
        ("ST (apoyo: OIM)", "OIM"),
        ("ST, con apoyo de la FAO", "FAO"),
        ("ST, con apoyo de El Salvador", "El Salvador"),
    ],
)
def test_who_helps_is_told_from_who_does(cell: str, helper: str) -> None:
    (row,) = act_of(
        f"{PREAMBLE}CONCLUSIONES\n\nActividad │ Responsable │ Plazo\nDar un curso │ {cell} │ julio\n"
    ).commitments

    assert (row.responsible, row.supporters) == (("ST",), (helper,))


def bilingual(rows: list[str], title: str = "") -> Act:
    return act_of("\n".join([title, *PREAMBLE.split("\n"), *rows]))


SIDE_BY_SIDE = [
    "CONCLUSIONES │ CONCLUSIONS",
    "1. Solicitar a la ST que circule el informe. │ 1. To request the TS to circulate the report.",
    "2. Instar a México a que ratifique el convenio. │ 2. To urge Mexico to ratify the agreement.",
    "3. Agradecer a los países y a la OIM por el apoyo. │ 3. To thank the countries and the IOM for it.",
]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(SIDE_BY_SIDE, id="row by row"),
        pytest.param([" │ ".join(row.split(" │ ")[::-1]) for row in SIDE_BY_SIDE], id="the other first"),
        pytest.param(
            [
                " │ ".join(
                    " ␤ ".join(cells)
                    for cells in zip(*(row.split(" │ ") for row in SIDE_BY_SIDE), strict=True)
                )
            ],
            id="a page in each cell",
        ),
        pytest.param(
            [
                SIDE_BY_SIDE[0],
                *(f"{row[:2]} │ {row[3:].replace(f'│ {row[:2]} ', '│ ')}" for row in SIDE_BY_SIDE[1:]),
            ],
            id="numbers in a column of their own",
        ),
    ],
)
def test_of_two_languages_side_by_side_that_of_the_title_is_kept(rows: list[str]) -> None:
    act = bilingual(rows)

    assert [each.text for each in act.provisions[1:]] == [
        "Solicitar a la ST que circule el informe.",
        "Instar a México a que ratifique el convenio.",
        "Agradecer a los países y a la OIM por el apoyo.",
    ]
    assert "dos idiomas" in str(act.warnings[0])


def test_a_page_without_text_is_reported() -> None:
    act = act_of(f"{PREAMBLE}CONCLUSIONES\n1. Agradecer a México.\n\f\n⍰\n\f\n2. Felicitar a Canadá.")

    assert [str(each.reference) for each in act.provisions[1:]] == ["C1", "C2"]
    assert "No se lee la página 2" in str(act.warnings[0])


def test_columns_of_one_language_are_no_two_languages() -> None:
    act = act_of(
        f"{PREAMBLE}CONCLUSIONES\n\n1. Agradecer a México.\n\nPaís │ Cuota de los años\n"
        "Honduras │ La de 2007 y la de 2008\nCanadá │ La de 2008 y la del año en curso\n"
    )

    assert not any("idiomas" in str(warning) for warning in act.warnings)


def test_a_paragraph_below_a_table_is_read_apart_from_its_last_row() -> None:
    text = (
        f"{PREAMBLE}CONCLUSIONES\n\nN.º │ Actividad │ Responsable │ Plazo\n"
        "1 │ Elaborar una guía │ ST │ 30 de junio de 2008\n\n"
        "La OIM la traducirá a más tardar el 15 de julio de 2008.\n"
    )

    assert [written(each) for each in act_of(text).commitments] == [
        "ST: elaborar una guía, 2008-06-30",
        "OIM: traducirla, 2008-07-15",
    ]
