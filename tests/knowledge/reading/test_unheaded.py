"""Tables without headings, whose columns are told by the parties and days in their cells."""

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading.structure.columns import Column
from knowledge.reading.structure.unheaded import UnheadedColumns
from knowledge.reading.structure.words import load_structure
from tests.support.act_texts import PREAMBLE, act_of
from tests.support.duties import written

COLUMNS = UnheadedColumns(PartyRegister.load(BUILT_IN), load_structure(BUILT_IN.language).columns)
WHO, WHEN, WHAT = Column.RESPONSIBLE, Column.DEADLINE, Column.ACTION


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        pytest.param(
            [["Traducir el manual", "OIM", "mayo de 2009"], ["Citar al grupo", "PPT", "antes del taller"]],
            (WHAT, WHO, WHEN),
            id="who and when",
        ),
        pytest.param(
            [["Honduras", "Limpieza de drenajes"], ["Ambas Partes", "Poda de los accesos"]],
            (WHO, WHAT),
            id="who alone, on the left",
        ),
        pytest.param(
            [
                ["Limpieza del canal", "Comité de Riego", "30 de abril"],
                ["Compra de sacos", "Tesorera", "mayo"],
            ],
            (WHAT, WHO, WHEN),
            id="who in no file, beside a day",
        ),
        pytest.param(
            [
                ["Dirección General de Extranjería", "Reunir las cifras", "mayo de 2009"],
                ["Secretaría Virtual", "Mantener la lista", "permanente"],
            ],
            (WHO, WHAT, WHEN),
            id="offices before what is done",
        ),
        pytest.param([["Compra de sacos", "3"], ["Limpieza del canal", "5"]], (), id="figures"),
        pytest.param([["Honduras", "3000"], ["Canadá", "4000"]], (), id="what each pays"),
        pytest.param([["Limpieza del canal", "Honduras"]], (), id="a single row"),
        pytest.param(
            [["Curso de trata", "mayo", "junio"], ["Curso de visas", "mayo", "julio"]],
            (),
            id="two columns of days",
        ),
    ],
)
def test_columns_are_told_by_their_cells(rows: list[list[str]], columns: tuple[Column | None, ...]) -> None:
    assert COLUMNS.of(rows) == columns


TASKS = [["Traducir el manual", "OIM", "mayo de 2009"], ["Citar al grupo", "PPT", "junio de 2009"]]
VENUES = [["Tercera reunión", "Honduras", "mayo de 2009"], ["Cuarta reunión", "Canadá", "junio de 2010"]]


@pytest.mark.parametrize(
    ("rows", "above", "told"),
    [
        pytest.param(VENUES, "Compromisos para el invierno", True, id="a title"),
        pytest.param(VENUES, "7. The following actions were agreed at the meeting:", True, id="a sentence"),
        pytest.param(TASKS, "Se aprobó lo siguiente:", True, id="infinitives below a colon"),
        pytest.param(TASKS, "Lista de participantes", False, id="infinitives below another title"),
        pytest.param(VENUES, "Las sedes serán:", False, id="no tasks"),
    ],
)
def test_rows_are_duties_if_something_says_so(rows: list[list[str]], above: str, *, told: bool) -> None:
    assert COLUMNS.are_duties(rows, above) is told


@pytest.mark.parametrize(
    ("text", "commitments"),
    [
        pytest.param(
            "CONCLUSIONES\n\n1. Aprobar estos compromisos:\n\nTraducir el manual │ OIM │ mayo de 2009\n"
            "Citar al grupo │ PPT con apoyo de ACNUR │ junio de 2009\n\n2. Felicitar a Canadá.\n",
            ["OIM: traducir el manual, 2009-05-31", "PPT: citar al grupo, 2009-06-30"],
            id="cells",
        ),
        pytest.param(
            "CONCLUSIONES\n\n1. Agradecer a Honduras.\n\nCompromisos\n\n"
            "Traducir el manual al     OIM          mayo de 2009\ninglés\n"
            "Citar al grupo            PPT          junio de\n                                       2009\n"
            "Pagar la cuota            Honduras     julio de 2009\n",
            [
                "OIM: traducir el manual al inglés, 2009-05-31",
                "PPT: citar al grupo, 2009-06-30",
                "Honduras: pagar la cuota, 2009-07-31",
            ],
            id="gaps, with cells that go on below",
        ),
        pytest.param(
            "CONCLUSIONES\n\n1. Distribuir estas tareas:\n\n| Traducir el manual | OIM |\n| Citar | PPT |\n",
            ["OIM: traducir el manual", "PPT: citar"],
            id="bars, two columns",
        ),
        pytest.param(
            "CONCLUSIONES\n\n1. Aprobar lo siguiente:\n\nAcción               Responsable\n"
            "Traducir el manual   OIM\nCitar al grupo       PPT\n",
            ["OIM: traducir el manual", "PPT: citar al grupo"],
            id="two columns with headings",
        ),
        pytest.param(
            "CONCLUSIONES\n\n1. Agradecer a Honduras.\n\nPor la delegación de Honduras     Por la OIM\n"
            "Ana Ruiz                          Luis Paz\n",
            [],
            id="signatures",
        ),
    ],
)
def test_rows_are_read_as_items(text: str, commitments: list[str]) -> None:
    assert [written(each) for each in act_of(f"{PREAMBLE}{text}").commitments] == commitments
