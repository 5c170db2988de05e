import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading.act import divide_text
from knowledge.reading.files.marks import CELL_END, PARAGRAPH_END
from knowledge.values.acts import Act

OPENING = (
    "REUNIÓN DEL GRUPO REGIONAL DE CONSULTA SOBRE MIGRACIÓN (GRCM)",
    "Tela, Honduras, 6 y 7 de mayo de 2008",
    "CONCLUSIONES",
)


@pytest.fixture(scope="module")
def register() -> PartyRegister:
    return PartyRegister.load(BUILT_IN)


def read(*paragraphs: str, register: PartyRegister) -> Act:
    text = f"\n{PARAGRAPH_END}\n".join((*OPENING, *paragraphs))
    return divide_text(text, source="acta.txt", sha256="0" * 64, register=register)


@pytest.mark.parametrize(
    ("paragraphs", "provisions"),
    [
        pytest.param(
            ["1. Aprobar la agenda.", "2. Agradecer a Honduras.", "Portal de la CRM | Volver arriba"],
            {"C1": "Aprobar la agenda.", "C2": "Agradecer a Honduras."},
            id="the footer of a site below the last item",
        ),
        pytest.param(
            ["1. Aprobar la agenda.", "2. Agradecer a Honduras.", "Seguimiento", f"ST{CELL_END}15 de julio"],
            {"C1": "Aprobar la agenda.", "C2": "Agradecer a Honduras."},
            id="a table below the last item and its heading",
        ),
        pytest.param(
            ["1. Aprobar la agenda.", "Seguridad documental", "2. Agradecer a Honduras."],
            {"C1": "Aprobar la agenda.", "C2": "Agradecer a Honduras."},
            id="a topic heading above the next item",
        ),
        pytest.param(
            ["1. Aprobar la agenda.", "NOS COMPROMETEMOS A:", "2. Agradecer a Honduras."],
            {"C1": "Aprobar la agenda.", "C2": "Agradecer a Honduras."},
            id="words that lead to the next item",
        ),
        pytest.param(
            ["1. Aprobar:", "El taller de trata", "El curso de retorno", "2. Agradecer a Honduras."],
            {
                "C1": "Aprobar:",
                "C1.a": "El taller de trata",
                "C1.b": "El curso de retorno",
                "C2": "Agradecer a Honduras.",
            },
            id="an unmarked list without full stops",
        ),
        pytest.param(
            ["1. Pagar las cuotas.", f"{CELL_END}Firmar la carta con la CSM.", "2. Aceptar el informe."],
            {"C1": "Pagar las cuotas.", "C2": "Aceptar el informe."},
            id="a row of a table whose number is missing",
        ),
        pytest.param(
            [
                "1. Las donaciones anunciadas son:",
                f"Donante{CELL_END}Aporte{CELL_END}Entrega",
                f"Rumania{CELL_END}600 colonias{CELL_END}mayo de 2026",
                "2. Aceptar el informe.",
            ],
            {
                "C1": "Las donaciones anunciadas son:\n\n"
                f"Donante{CELL_END}Aporte{CELL_END}Entrega\n\n"
                f"Rumania{CELL_END}600 colonias{CELL_END}mayo de 2026",
                "C2": "Aceptar el informe.",
            },
            id="the rows of a table that an item announces",
        ),
        pytest.param(
            [
                "1. Aceptar el informe.",
                "PRÓXIMA REUNIÓN",
                "La reunión se hará el 5 de mayo en Tela, Honduras.",
            ],
            {"C1": "Aceptar el informe.", "D1": "La reunión se hará el 5 de mayo en Tela, Honduras."},
            id="a title in capitals below the last item",
        ),
        pytest.param(
            ["1. Aceptar el informe.", "JUAN PÉREZ", "Tela, Honduras, 7 de mayo de 2008."],
            {"C1": "Aceptar el informe."},
            id="a name that signs below the last item",
        ),
        pytest.param(
            ["1. Aprobar la agenda.", "2. Aceptar el informe.", "La ST lo publicará en junio."],
            {
                "C1": "Aprobar la agenda.",
                "C2": "Aceptar el informe.\n\nLa ST lo publicará en junio.",
            },
            id="a closing paragraph below the last item",
        ),
    ],
)
def test_an_item_holds_its_own_paragraphs(
    register: PartyRegister, paragraphs: list[str], provisions: dict[str, str]
) -> None:
    found = read(*paragraphs, register=register).provisions

    assert {str(item.reference): item.text for item in found if str(item.reference) != "ENC"} == provisions


@pytest.mark.parametrize(
    ("below", "last"),
    [
        pytest.param([], "C2.b", id="nothing else"),
        pytest.param(
            ["RECOMENDACIONES", "R1. Informar al Consejo.", "R2. Publicar."], "R2", id="and recommendations"
        ),
    ],
)
def test_numbers_below_roman_sections_are_items_without_a_heading_above(
    register: PartyRegister, below: list[str], last: str
) -> None:
    act = divide_text(
        f"\n{PARAGRAPH_END}\n".join(
            (
                *OPENING[:2],
                *("I. APERTURA", "1. Se abrió la reunión.", "2. Se aprobó la agenda."),
                *(
                    "II. MERCURIO",
                    "1. Se resolvió que:",
                    "a) la ST informe;",
                    "b) la OIM publique.",
                    "2. Cerrar.",
                ),
                *below,
            )
        ),
        source="acta.txt",
        sha256="0" * 64,
        register=register,
    )
    texts = {str(provision.reference): provision.text for provision in act.provisions}
    assert [*texts][1:9] == ["C1", "C1.a", "C1.b", "C2", "C2.a", "C2.a.a", "C2.a.b", "C2.b"]
    assert [*texts][-1] == last


def test_a_row_whose_number_is_missing_is_told(register: PartyRegister) -> None:
    row = f"{CELL_END}Firmar en esta etapa la carta de entendimiento con la CSM."
    act = read("1. Pagar las cuotas.", row, "2. Aceptar el informe.", register=register)

    assert [str(each.parameters["text"]) for each in act.warnings if "text" in each.parameters] == [
        "Firmar en esta etapa la carta de entendimiento con la CSM."
    ]
