"""Pages of a PDF laid out as lines: order, columns, turns, doubles, raised marks."""

import random
from collections.abc import Sequence

import pytest

from knowledge.reading.files.pdf import read_pdf
from knowledge.values.errors import UnreadableAct
from tests.support.act_files import pdf_drawing

LINES = [
    "CONCLUSIONES",
    "1. Agradecer a los Países Miembros.",
    "2. Felicitar a Canadá por su",
    "nombramiento.",
]
LEFT = [
    "1. Solicitar a la ST que envíe",
    "el informe de sus trabajos.",
    "2. Instar a México a que",
    "ratifique.",
]
RIGHT = [
    "1. To request the TS to send",
    "the report on its work.",
    "2. To urge Mexico to ratify",
    "the agreement.",
]


def drawn(lines: Sequence[str], x: float = 60, top: float = 700) -> list[tuple[float, float, str]]:
    return [(x, top - 14 * row, line) for row, line in enumerate(lines)]


def written(lines: Sequence[tuple[float, float, str]], turn: int = 0, rotate: int = 0) -> bytes:
    return pdf_drawing([(x, y, 11, text) for x, y, text in lines], turn=turn, rotate=rotate)


@pytest.mark.parametrize("seed", range(3))
def test_lines_drawn_in_any_order_are_read_from_the_top(seed: int) -> None:
    lines = drawn(LINES)
    random.Random(seed).shuffle(lines)  # noqa: S311 -- no secret

    assert read_pdf(written(lines), "acta.pdf").split("\n") == LINES


@pytest.mark.parametrize(
    ("turn", "rotate"),
    [
        pytest.param(0, 90, id="the page only"),
        pytest.param(90, 90, id="the text with it"),
        pytest.param(90, 0, id="the text only"),
        pytest.param(180, 180, id="upside down"),
        pytest.param(270, 270, id="the other way"),
    ],
)
def test_a_turned_page_is_read_upright(turn: int, rotate: int) -> None:
    assert read_pdf(written(drawn(LINES), turn, rotate), "acta.pdf").split("\n") == LINES


@pytest.mark.parametrize("at_once", [True, False], ids=["line by line", "page by page"])
def test_text_drawn_twice_to_look_bold_is_read_once(*, at_once: bool) -> None:
    lines, again = drawn(LINES), drawn(LINES, x=60.3)
    pairs = [each for pair in zip(lines, again, strict=True) for each in pair]

    assert read_pdf(written(pairs if at_once else [*lines, *again]), "acta.pdf").split("\n") == LINES


@pytest.mark.parametrize("by_row", [True, False], ids=["row by row", "column by column"])
def test_columns_are_cells_side_by_side(*, by_row: bool) -> None:
    lines = [*drawn(LEFT), *drawn(RIGHT, x=320)]
    if by_row:
        lines.sort(key=lambda line: -line[1])
    title = (60, 730, "Reunión del Grupo Regional de Consulta sobre Migración, en la ciudad de Tela")

    assert read_pdf(written([title, *lines]), "acta.pdf").split("\n") == [
        title[2],
        "",
        f"{' ␤ '.join(LEFT)} │ {' ␤ '.join(RIGHT)}",
    ]


def test_numbers_and_their_text_are_no_columns() -> None:
    lines = [*drawn(["1.", "2.", "3.", "4."]), *drawn(LEFT, x=90)]

    assert read_pdf(written(lines), "acta.pdf").split("\n") == [
        f"{number}. {text}" for number, text in enumerate(LEFT, 1)
    ]


MATRIX = [
    (["No."], ["Actividad"], ["Responsable"], ["Plazo"]),
    (["1"], ["Elaborar el inventario", "de todos los proyectos", "de retorno"], ["ST"], ["15 de julio"]),
    (["2"], ["Dar un taller"], ["OIM, con el apoyo", "del ACNUR"], ["octubre"]),
    (["3"], ["Publicar la guía", "de entrevistas"], ["Panamá"], ["segundo semestre", "de 2019"]),
]
CENTRES = (70, 190, 350, 490)
LETTER = 5.5
"""How wide a letter is, about, of size 11."""


def test_a_table_with_cells_in_the_middle_of_its_rows_is_read_row_by_row() -> None:
    texts: list[tuple[float, float, int, str]] = [(60, 740, 11, "Matriz de acuerdos")]
    top = 700.0
    for row in MATRIX:
        tallest = max(map(len, row))
        for centre, lines in zip(CENTRES, row, strict=True):
            first = top - 14 * (tallest - len(lines)) / 2
            texts += [
                (centre - LETTER * len(line) / 2, first - 14 * place, 11, line)
                for place, line in enumerate(lines)
            ]
        top -= 14 * tallest + 8
    content = pdf_drawing([*texts, (60, 500, 11, "Agradecer a Honduras.")])

    assert [row for row in read_pdf(content, "acta.pdf").split("\n") if row] == [
        "Matriz de acuerdos",
        *(" │ ".join(" ".join(cell) for cell in row) for row in MATRIX),
        "Agradecer a Honduras.",
    ]


@pytest.mark.parametrize("leading", [14, 24], ids=["no gaps", "gaps between rows"])
def test_a_table_of_three_columns_is_read_row_by_row(leading: int) -> None:
    heights = (700, 700 - leading, 686 - leading, 686 - 2 * leading)
    rows = [
        ("Actividad", "Responsable", "Plazo"),
        ("Elaborar el inventario", "ST", "15 de julio"),
        ("de proyectos", "", ""),
        ("Dar un taller", "OIM", "octubre"),
    ]
    texts = [
        (x, height, 11, cell)
        for height, row in zip(heights, rows, strict=True)
        for x, cell in zip((60, 300, 450), row, strict=True)
        if cell
    ]
    content = pdf_drawing([*texts, (60, 500, 11, "Agradecer a Honduras.")])

    assert [row for row in read_pdf(content, "acta.pdf").split("\n") if row] == [
        "Actividad │ Responsable │ Plazo",
        "Elaborar el inventario de proyectos │ ST │ 15 de julio",
        "Dar un taller │ OIM │ octubre",
        "Agradecer a Honduras.",
    ]


def test_a_small_raised_number_is_a_note_mark() -> None:
    content = pdf_drawing(
        [
            (60, 700, 11, "a más tardar el 28 de febrero de 2020"),
            (241.1, 704, 6, "2"),
            (244.6, 700, 11, ", y el informe de actividades"),
            (60, 104, 6, "2"),
            (63.5, 100, 9, "Fecha propuesta por Guatemala."),
        ]
    )

    assert read_pdf(content, "acta.pdf").split("\n") == [
        "a más tardar el 28 de febrero de 2020², y el informe de actividades",
        "²Fecha propuesta por Guatemala.",
    ]


def test_words_without_spaces_are_refused() -> None:
    lines = drawn(["Solicitaralasecretaríatécnicaquecircule", "elinformedesustrabajosantesdelareunión"])

    with pytest.raises(UnreadableAct, match="pegadas"):
        read_pdf(written(lines), "acta.pdf")
