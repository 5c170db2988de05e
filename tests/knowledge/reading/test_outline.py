import pytest

from tests.support.act_texts import PREAMBLE, act_of, provisions_of


@pytest.mark.parametrize(
    ("heading", "first"),
    [
        ("CONCLUSIONES", "C1"),
        ("Conclusions:", "C1"),
        ("II. CONCLUSIONES", "C1"),
        ("CONCLUSIONES / CONCLUSIONS", "C1"),
        ("CONCLUSIONES (cont.)", "C1"),
        ("RECOMENDACIONES", "R1"),
        ("Recommendations", "R1"),
        ("ACORDARON:", "C1"),
        ("", "C1"),
    ],
)
def test_a_heading_says_what_the_items_are(heading: str, first: str) -> None:
    assert list(provisions_of(f"{heading}\n\n1. Agradecer a México.\n", PREAMBLE)) == [first]


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("formuló las siguientes conclusiones:", "C1"),
        ("formuló las siguientes recomendaciones:", "R1"),
        ("y recomienda a los Viceministros:", "R1"),
        ("formuló las siguientes conclusiones y recomendaciones:", "C1"),
    ],
)
def test_without_a_heading_the_sentence_before_item_1_says_it(sentence: str, first: str) -> None:
    opening = PREAMBLE.replace("formuló las siguientes:", sentence)

    assert list(provisions_of("1. Agradecer a México.\n", opening)) == [first]


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("RESOLUCIÓN SOBRE LA TRATA EN LAS FRONTERAS DEL SUR", "A1"),
        ("Decision V/3. Wetlands along the Pacific flyway", "A1"),
        ("RESOLUCIÓN 7", "A1"),
        ("Resolución sobre la trata en las fronteras del sur", "C1"),
        ("MATRIZ DE DECISIONES", "C1"),
        ("Resolución-sobre-la-trata-7", "C1"),
    ],
)
def test_a_title_says_that_items_are_of_a_resolution(title: str, first: str) -> None:
    opening = PREAMBLE.replace("Tela, Honduras, 6", f"{title}\nTela, Honduras, 6", 1)

    assert list(provisions_of("1. Agradecer a México.\n", opening)) == [first]


@pytest.mark.parametrize(
    "between",
    [
        pytest.param("RECOMENDACIONES\n\n", id="a heading"),
        pytest.param(
            "RECOMENDACIONES\n\nEl GRCM recomienda a los Viceministros:\n\n", id="a heading and a lead-in"
        ),
        pytest.param("El GRCM recomienda a los Viceministros lo siguiente:\n\n", id="a sentence"),
    ],
)
def test_recommendations_count_from_1_again(between: str) -> None:
    text = f"1. Agradecer a México.\n\n2. Felicitar a Canadá.\n\n{between}1. Aprobar el Plan.\n"

    assert provisions_of(text) == {
        "C1": "Agradecer a México.",
        "C2": "Felicitar a Canadá.",
        "R1": "Aprobar el Plan.",
    }


def test_an_annex_is_left_out() -> None:
    assert provisions_of("1. Solicitar a la OIM un informe.\n\nANEXO\n\n1. OIM Informe 15 de julio\n") == {
        "C1": "Solicitar a la OIM un informe."
    }


def test_a_second_copy_of_the_items_is_not_cited() -> None:
    act = act_of(f"{PREAMBLE}CONCLUSIONES\n\n1. Agradecer.\n\nCONCLUSIONS\n\n1. Thank.\n")

    assert [str(provision.reference) for provision in act.provisions] == ["ENC", "C1"]
    assert [str(warning) for warning in act.warnings] == [
        "C1 aparece otra vez en la página 1; solo se cita la primera."
    ]


def test_conclusions_without_a_heading_stand_above_the_recommendations() -> None:
    body = "1. Agradecer a México.\n\n2. Felicitar a Canadá.\n\nRECOMENDACIONES\n\n1. Aprobar el Plan.\n"

    assert list(provisions_of(body, PREAMBLE)) == ["C1", "C2", "R1"]


def test_an_agenda_above_the_conclusions_is_none_of_them() -> None:
    opening = f"{PREAMBLE}\n1. Inauguración.\n2. Informe de la ST.\n\nCONCLUSIONES\n\n"

    assert provisions_of("1. Agradecer a México.\n", opening) == {"C1": "Agradecer a México."}


def test_a_longer_heading_counts_right_above_item_1() -> None:
    body = "CONCLUSIONES DE LA REUNIÓN\n1. Agradecer.\n\nRECOMENDACIONES DEL GRUPO REGIONAL\n\n1. Aprobar.\n"

    assert provisions_of(body, PREAMBLE) == {"C1": "Agradecer.", "R1": "Aprobar."}


def test_numbers_with_a_letter_of_their_own_are_cited_by_it() -> None:
    text = (
        "I. DESARROLLO\n\n1. La agenda se aprobó sin cambios.\n\n2. México informó de su plan.\n\n"
        "PUNTOS DE ACCIÓN\n\nA1. Pagar la cuota.\n\nA2. Enviar el informe.\n\n"
        "RECORDATORIOS\n\nR1. Los viáticos se liquidan en un mes.\n\nR2. El visor estará cerrado.\n"
    )

    assert list(provisions_of(text, PREAMBLE)) == ["C1", "C2", "A1", "A2", "R1", "R2"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("i. Pagar.\n\nii. Informar.\n\niii. Enviar.\n", ["C1", "C2", "C3"], id="Roman numerals"),
        pytest.param("a) Pagar.\n\nb) Informar.\n\nc) Enviar.\n", ["D1", "D2", "D3"], id="letters"),
        pytest.param(
            "PROTECCIÓN\n\n1. Pagar.\n\n2. Informar.\n\nGESTIÓN\n\n1. Enviar.\n\n2. Callar.\n",
            ["D1", "D2", "D3", "D4"],
            id="numbers that start again below each topic",
        ),
    ],
)
def test_items_need_no_heading_where_a_sentence_opens_them(body: str, expected: list[str]) -> None:
    opening = PREAMBLE.replace("formuló las siguientes:", "acordó lo siguiente:")

    assert list(provisions_of(body, opening)) == expected


def test_numbers_above_a_heading_count_if_those_below_go_on() -> None:
    items = ("Pagar las cuotas.", "Informar a la ST.", "Enviar los datos.", "Citar a la red.")
    first, second, third, fourth = (f"{number}. {item}\n\n" for number, item in enumerate(items, 1))
    act = act_of(f"{PREAMBLE}A. Asuntos\n\n{first}{second}CONCLUSIONES\n\n{third}{fourth}")

    assert [str(each.reference) for each in act.provisions[1:]] == ["C1", "C2", "C3", "C4"]


def test_articles_below_recitals_bind() -> None:
    recital = "ACUERDO 1\n\nConsiderando:\nQue la cuota es baja,\n\n"
    act = act_of(f"{PREAMBLE}{recital}Artículo 1.- La ST pagará.\n\nArtículo 2.- México informará.\n")

    assert [each.text for each in act.provisions][-2:] == ["La ST pagará.", "México informará."]


def test_a_division_may_stand_before_a_heading() -> None:
    text = "PART ONE: DECISIONS\n\n1. Canada pays.\n\nPART TWO - RECOMMENDATIONS\n\n1. Honduras should pay.\n"

    assert list(provisions_of(text, PREAMBLE)) == ["A1", "R1"]
