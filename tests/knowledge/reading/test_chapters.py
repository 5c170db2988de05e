from textwrap import dedent

import pytest

from tests.support.act_texts import PREAMBLE, act_of, provisions_of

OPENING = PREAMBLE.replace("formuló las siguientes:", "acordó lo siguiente:")


def chaptered(*titles: str, above_items: str = "") -> str:
    """Write two chapters, the second of which has more items than the first."""
    first, second = titles
    return (
        f"{first}\n\n{above_items}1. Pagar la cuota.\n\n2. Informar a la ST.\n\n"
        f"{second}\n\n{above_items}1. Enviar el plan.\n\n2. Citar a la red.\n\n3. Publicar el boletín.\n"
    )


@pytest.mark.parametrize(
    ("titles", "first", "second"),
    [
        pytest.param(("I. Protección", "II. Gestión"), "C1", "C2", id="Roman numerals"),
        pytest.param(("A. Protección", "B. Gestión"), "C1", "C2", id="letters"),
        pytest.param(("CAPÍTULO I\nProtección", "CAPÍTULO II\nGestión"), "C1", "C2", id="chapters"),
        pytest.param(("Parte A. Protección", "Parte B. Gestión"), "C1", "C2", id="parts by letters"),
        pytest.param(
            ("PRIMERA PARTE\nPROTECCIÓN", "SEGUNDA PARTE\nGESTIÓN"), "C1", "C2", id="parts by ordinals"
        ),
        pytest.param(("Part Two\nProtection", "Part Three\nHousekeeping"), "C2", "C3", id="parts in words"),
        pytest.param(("TEMA 3: Protección", "TEMA 4: Gestión"), "C3", "C4", id="items of the agenda"),
        pytest.param(("Agenda item 3 - Fees", "Agenda item 4 - Visas"), "C3", "C4", id="in English"),
        pytest.param(
            ("Punto 3 de la agenda. Cuotas", "Punto 4 de la agenda. Visas"),
            "C3",
            "C4",
            id="of the agenda",
        ),
    ],
)
def test_items_that_count_from_1_below_each_chapter_are_cited_by_both(
    titles: tuple[str, str], first: str, second: str
) -> None:
    expected = [first, f"{first}.a", f"{first}.b", second, *(f"{second}.{letter}" for letter in "abc")]

    assert list(provisions_of(chaptered(*titles), OPENING)) == expected


def test_a_heading_below_each_chapter_opens_no_part() -> None:
    body = chaptered("Tema 3. Cuotas", "Tema 4. Visas", above_items="La ST informó.\n\nAcuerdos:\n\n")

    found = provisions_of(body, OPENING)

    assert list(found) == ["C3", "C3.a", "C3.b", "C4", "C4.a", "C4.b", "C4.c"]
    assert found["C3"] == "Cuotas\n\nLa ST informó.\n\nAcuerdos:"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            chaptered("I. CONCLUSIONES", "II. RECOMENDACIONES A LOS GOBIERNOS"),
            ["C1", "C2", "R1", "R2", "R3"],
            id="parts with headings of their own",
        ),
        pytest.param(
            "Parte A. Cuotas\n\n1. Pagar.\n\n2. Informar.\n\nParte B. Visas\n\n3. Enviar.\n",
            ["C1", "C2", "C3"],
            id="numbers that go on",
        ),
        pytest.param(
            chaptered("Cuotas", "Visas"), ["D1", "D2", "D3", "D4", "D5"], id="titles without a number"
        ),
        pytest.param(
            "Sección 1 del plan, pendiente.\n\n1. Pagar.\n\n2. Informar.\n", ["C1", "C2"], id="a sentence"
        ),
    ],
)
def test_what_is_no_chapter(body: str, expected: list[str]) -> None:
    assert list(provisions_of(body, OPENING)) == expected


def test_what_an_item_of_a_chapter_lists_is_of_that_item() -> None:
    body = """\
        Tema 1. Cuotas

        a) Se oyó a la ST;
        b) se oyó a la OIM.

        1. Pagar:
        a) en enero;
        b) en julio.

        2. Informar.

        Tema 2. Visas

        1. Enviar.
        """

    assert provisions_of(dedent(body), OPENING) == {
        "C1": "Cuotas\n\nSe oyó a la ST;\n\nse oyó a la OIM.",
        "C1.a": "Pagar:",
        "C1.a.a": "en enero;",
        "C1.a.b": "en julio.",
        "C1.b": "Informar.",
        "C2": "Visas",
        "C2.a": "Enviar.",
    }


def test_recommendations_after_chapters_count_from_1_again() -> None:
    body = f"{chaptered('Tema 3. Cuotas', 'Tema 4. Visas')}\nRECOMENDACIONES\n\n1. Aprobar el plan.\n"

    assert list(provisions_of(body, OPENING))[-2:] == ["C4.c", "R1"]


@pytest.mark.parametrize(
    ("titles", "printed"),
    [
        pytest.param(
            ("I. Cuotas", "II. Visas"), ["I", "I.1", "I.2", "II", "II.1", "II.2", "II.3"], id="Roman"
        ),
        pytest.param(
            ("Part A - Fees", "Part B - Visas"), ["A", "A.1", "A.2", "B", "B.1", "B.2", "B.3"], id="letters"
        ),
        pytest.param(("Tema 3. Cuotas", "Tema 4. Visas"), ["3.1", "3.2", "4.1", "4.2", "4.3"], id="numbers"),
        pytest.param(("Cuotas", "Visas"), [], id="no chapters"),
    ],
)
def test_an_act_knows_the_numbers_that_it_prints(titles: tuple[str, str], printed: list[str]) -> None:
    assert [*act_of(f"{OPENING}{chaptered(*titles)}").printed.values()] == printed


def test_decimals_below_no_title_are_items() -> None:
    items = "\n\n".join(f"6.{number} Panamá enviará el informe {number}." for number in range(1, 5))
    act = act_of(f"{PREAMBLE.replace('formuló las siguientes:', 'acordó.')}{items}\n")
    cited = [str(each.reference) for each in act.provisions[1:]]
    assert cited == ["C1", "C2", "C3", "C4"]
    assert act.printed["C3"] == "6.3"


def test_decimal_numbers_are_printed_as_they_stand() -> None:
    act = act_of(f"{OPENING}1. Gestión\n\n1.1 Se acordó:\na) Pagar.\nb) Informar.\n\n1.2 Cerrar.\n")

    assert act.printed == {"C1.a": "1.1", "C1.a.a": "1.1.a", "C1.a.b": "1.1.b", "C1.b": "1.2"}
