import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.reading.structure.mark_forms import MarkKind, forms_of
from knowledge.reading.structure.words import load_structure
from tests.support.act_texts import provisions_of

AGENDA = load_structure(BUILT_IN.language).agenda_words


@pytest.mark.parametrize(
    ("line", "ordinal", "rest"),
    [
        pytest.param("3 Adopt the plan", 3, "Adopt the plan", id="bare"),
        pytest.param("3 INFORME DE LA ST", 3, "INFORME DE LA ST", id="bare, before capitals"),
        pytest.param("[3] Adopt the plan", 3, "Adopt the plan", id="square brackets"),
        pytest.param("3 . Adoptar", 3, "Adoptar", id="a space before the point"),
        pytest.param("3: Adoptar", 3, "Adoptar", id="colon"),
        pytest.param("3/ Adoptar", 3, "Adoptar", id="slash"),
        pytest.param("Artículo 3° Adoptar", 3, "Adoptar", id="article"),
        pytest.param("ARTÍCULO IV.- Adoptar", 4, "Adoptar", id="article in Roman numerals"),
        pytest.param("ACUERDO 3", 3, "", id="a label alone on its line"),
        pytest.param("Acuerdo N° 3: Adoptar", 3, "Adoptar", id="a label with «N°»"),
        pytest.param("Decision 3 – Adopt the plan", 3, "Adopt the plan", id="English label"),
        pytest.param("OP3 Requests", 3, "Requests", id="a label glued to its number"),
        pytest.param("TERCERO: Adoptar", 3, "Adoptar", id="in words"),
        pytest.param("Décimo segundo.- Adoptar", 12, "Adoptar", id="two words"),
        pytest.param("Third. Adopt", 3, "Adopt", id="English words"),
        pytest.param("ACUERDO TERCERO. Adoptar", 3, "Adoptar", id="a label and words"),
    ],
)
def test_the_number_of_an_item_is_read_however_it_is_written(line: str, ordinal: int, rest: str) -> None:
    numbers = [form for form in forms_of(line, AGENDA) if form.kind is MarkKind.NUMBER]

    assert [(form.ordinal, line[form.rest :]) for form in numbers] == [(ordinal, rest)]


@pytest.mark.parametrize(
    "line",
    [
        "Tercero, adoptar",
        "15 de enero",
        "Artículo 3 de la Convención",
        "3.5 Millones",
        "Año 2019",
        "Tercera reunión.",
        "PUNTO 2 DE LA AGENDA: Situación financiera",
    ],
)
def test_what_only_looks_like_a_number_of_an_item_is_none(line: str) -> None:
    assert [form for form in forms_of(line, AGENDA) if form.kind is MarkKind.NUMBER] == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "I. INFORME DE LA ST\n\nLa ST presentó su informe.\n\nII. OTROS\n\nNo hubo.\n",
            {"C1": "INFORME DE LA ST\n\nLa ST presentó su informe.", "C2": "OTROS\n\nNo hubo."},
            id="Roman numerals number the items",
        ),
        pytest.param(
            "I. Protección\n\n1. Aprobar.\n2. Agradecer.\n\nII. Gestión\n\n1. Instar.\n",
            {
                "C1": "Protección",
                "C1.a": "Aprobar.",
                "C1.b": "Agradecer.",
                "C2": "Gestión",
                "C2.a": "Instar.",
            },
            id="numbers start again below each Roman numeral",
        ),
        pytest.param(
            "Protección\n\n1. Aprobar.\n2. Agradecer.\n\nGestión\n\n1. Instar.\n",
            {"D1": "Aprobar.", "D2": "Agradecer.", "D3": "Instar."},
            id="numbers start again below each topic",
        ),
        pytest.param(
            "I. Protección\n\n1. Aprobar.\n\nII. Gestión\n\n2. Instar.\n",
            {"C1": "Aprobar.", "C2": "Instar."},
            id="numbers go on through the themes",
        ),
        pytest.param(
            "ARTÍCULO 1.- La ST deberá:\n\n1. Circular.\n2. Preparar.\n\nARTÍCULO 2.- Aprobar.\n",
            {"C1": "La ST deberá:", "C1.a": "Circular.", "C1.b": "Preparar.", "C2": "Aprobar."},
            id="numbers inside articles",
        ),
        pytest.param(
            "Resolución 1. Es la primera.\n\nAgradecer a Canadá.\n",
            {"D1": "Resolución 1. Es la primera.", "D2": "Agradecer a Canadá."},
            id="a label alone makes no item",
        ),
        pytest.param(
            "1. Aprobar el plan.\n\n2. Agradecer a Canadá.\n\n3 Nota de la ST.\n",
            {"C1": "Aprobar el plan.", "C2": "Agradecer a Canadá.\n\n3 Nota de la ST."},
            id="a note below the last item",
        ),
        pytest.param(
            "• Mejorar los datos.\n◦ Por correo.\n◦ En el portal.\n• Agradecer a Canadá.\n",
            {
                "D1": "Mejorar los datos.",
                "D1.a": "Por correo.",
                "D1.b": "En el portal.",
                "D2": "Agradecer a Canadá.",
            },
            id="bullets inside bullets",
        ),
    ],
)
def test_items_are_told_from_what_stands_inside_them(body: str, expected: dict[str, str]) -> None:
    assert provisions_of(body) == expected
