"""Lines of actions: what, who and by when, each after its label."""

import pytest

from tests.support.act_texts import PREAMBLE, act_of
from tests.support.duties import duties_in, first_words

SPANISH: list[tuple[str, list[str]]] = [
    (
        "Acción: Elaborar un directorio de consulados. Responsable: ST. Plazo: 1 de julio de 2019.",
        [
            "ST: elaborar un directorio de consulados, 2019-07-01",
        ],
    ),
    (
        ("Responsables: Guatemala y la OIM. Actividad: impartir un curso. Fecha límite: 1 de julio de 2019."),
        [
            "Guatemala, OIM: impartir un curso, 2019-07-01",
        ],
    ),
    (
        (
            "Registro consular. Meta: publicar la guía. Responsables: Guatemala y la OIM. "
            "Fecha límite: 1 de julio de 2019."
        ),
        [
            "Guatemala, OIM: publicar la guía, 2019-07-01",
        ],
    ),
    (
        "Informar a los miembros dentro de los treinta días siguientes. Responsable: ST.",
        [
            "ST: informar a los miembros, 2019-06-15",
        ],
    ),
]

ENGLISH: list[tuple[str, list[str]]] = [
    (
        "Belize asked for the data. Follow-up: Guatemala to provide the data by July 15, 2019.",
        ["Guatemala: provide the data, 2019-07-15"],
    ),
    (
        "Action: Prepare a directory of consulates. Responsible: TS. Due: July 1, 2019.",
        [
            "ST: prepare a directory of consulates, 2019-07-01",
        ],
    ),
    (
        "Action: IOM to circulate the form by July 1, 2019.",
        [
            "OIM: circulate the form, 2019-07-01",
        ],
    ),
    (
        "Action: PAHO – summary table.",
        [
            "OPS: summary table",
        ],
    ),
    (
        "Action: TS/Belize: design a label (end of July 2019).",
        [
            "ST, Belice: design a label, 2019-07-31",
        ],
    ),
    (
        "Responsible: Belize and UNHCR. Action: draft the protocol. Deadline: July 1, 2019.",
        [
            "Belice, ACNUR: draft the protocol, 2019-07-01",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPANISH, ids=first_words)
def test_a_line_of_actions_is_read_in_spanish(text: str, expected: list[str]) -> None:
    assert duties_in(text, "es") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH, ids=first_words)
def test_a_line_of_actions_is_read_in_english(text: str, expected: list[str]) -> None:
    assert duties_in(text, "en") == expected


def test_labels_in_paragraphs_of_their_own_are_read_together() -> None:
    lines = (
        "1. Estadísticas. La Secretaría presentó su informe.",
        "Acción: circular la guía a todos los miembros.",
        "Responsable: Honduras",
        "Fecha límite: 15 de agosto de 2008",
        "",
        "2. Tomar nota del informe.",
    )
    act = act_of(f"{PREAMBLE}CONCLUSIONES\n\n" + "\n".join(lines) + "\n")

    (duty,) = act.commitments

    assert (duty.responsible, str(duty.deadline.end)) == (("Honduras",), "2008-08-15")


def test_the_labels_below_the_last_item_belong_to_it() -> None:
    lines = (
        "1. Registro consular.",
        "2. Seguimiento",
        "Responsable: ST",
        "Fecha límite: 15 de agosto de 2008",
    )

    act = act_of("\n\n".join((PREAMBLE, "CONCLUSIONES", *lines)))

    (last,) = (each for each in act.commitments if str(each.reference) == "C2")
    assert (last.responsible, str(last.deadline.end)) == (("ST",), "2008-08-15")


def test_the_formula_that_closes_minutes_is_no_part_of_the_last_item() -> None:
    closing = "No habiendo más asuntos que tratar, se levanta la sesión a las 17:00 horas."

    act = act_of(f"{PREAMBLE}\n\nCONCLUSIONES\n\n1. Dar por recibido el informe.\n\n{closing}")

    assert [each.text for each in act.provisions if str(each.reference) == "C1"] == [
        "Dar por recibido el informe."
    ]
