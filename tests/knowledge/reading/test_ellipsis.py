"""Duties whose verb stands before them: «…, y a Panamá antes del 15»."""

import pytest

from tests.support.duties import duties_in, first_words

SPANISH: list[tuple[str, list[str]]] = [
    (
        (
            "Instar a Honduras a remitir su informe a más tardar el 3 de junio de 2019, y a Belice a "
            "más tardar el 20 de junio de 2019."
        ),
        [
            "Honduras: remitir su informe, 2019-06-03",
            "Belice: remitir su informe, 2019-06-20",
        ],
    ),
    (
        "México enviará sus datos antes del 1 de julio de 2019 y Panamá antes del 15 de julio de 2019.",
        [
            "México: enviar sus datos, 2019-07-01",
            "Panamá: enviar sus datos, 2019-07-15",
        ],
    ),
    (
        "México enviará sus datos en mayo de 2020, y Honduras lo hará en junio de 2020.",
        [
            "México: enviar sus datos, 2020-05-31",
            "Honduras: enviar sus datos, 2020-06-30",
        ],
    ),
    (
        "Instar a Belice a ratificar el pacto antes del 3 de junio de 2019, y a Panamá a hacerlo en julio.",
        [
            "Belice: ratificar el pacto, 2019-06-03",
            "Panamá: ratificar el pacto, 2019-07-31",
        ],
    ),
    (
        "Encargar a Belice la coordinación del eje de trata y a Panamá la del eje de fronteras.",
        [
            "Belice: coordinar el eje de trata",
            "Panamá: coordinar el eje de fronteras",
        ],
    ),
    (
        "La PPT entregará el borrador el 10 de junio de 2019; la OIM, el 20 de junio de 2019.",
        [
            "PPT: entregar el borrador, 2019-06-10",
            "OIM: entregar el borrador, 2019-06-20",
        ],
    ),
    (
        (
            "La OIM presentará el estudio de Belice el 3 de junio de 2019 y el de Honduras el 20 de "
            "julio de 2019."
        ),
        [
            "OIM: presentar el estudio de Belice, 2019-06-03",
            "OIM: presentar el de Honduras, 2019-07-20",
        ],
    ),
    (
        (
            "Los Países Miembros se comprometen a designar un punto focal a más tardar el 15 de "
            "julio de 2019 y la ST a elaborar el directorio antes del 30 de agosto de 2019."
        ),
        [
            "Países Miembros: designar un punto focal, 2019-07-15",
            "ST: elaborar el directorio, 2019-08-30",
        ],
    ),
    (
        (
            "Instar a Belice y a Honduras a pagar sus cuotas antes del 30 de junio de 2019, a "
            "Guatemala a más tardar el 31 de julio de 2019 y a Panamá en agosto de 2019."
        ),
        [
            "Belice, Honduras: pagar sus cuotas, 2019-06-30",
            "Guatemala: pagar sus cuotas, 2019-07-31",
            "Panamá: pagar sus cuotas, 2019-08-31",
        ],
    ),
    (
        "La OIM impartirá el primer curso en julio de 2019 y el segundo en septiembre de 2019.",
        [
            "OIM: impartir el primer curso, 2019-07-31",
            "OIM: impartir el segundo, 2019-09-30",
        ],
    ),
]

ENGLISH: list[tuple[str, list[str]]] = [
    (
        "Request Mexico to submit its figures by July 1, 2019, and Panama by July 15, 2019.",
        [
            "México: submit its figures, 2019-07-01",
            "Panamá: submit its figures, 2019-07-15",
        ],
    ),
    (
        "The TS will circulate the first draft on June 10, 2019 and IOM the second on July 20, 2019.",
        [
            "ST: circulate the first draft, 2019-06-10",
            "OIM: circulate the second, 2019-07-20",
        ],
    ),
    (
        "Urge Belize to name its focal point by 1 June 2019 and Honduras by 15 June 2019.",
        [
            "Belice: name its focal point, 2019-06-01",
            "Honduras: name its focal point, 2019-06-15",
        ],
    ),
    (
        (
            "Member Countries commit to name a focal point by 15 July 2019 and the TS to prepare the "
            "directory by 30 August 2019."
        ),
        [
            "Países Miembros: name a focal point, 2019-07-15",
            "ST: prepare the directory, 2019-08-30",
        ],
    ),
    (
        "IOM will deliver the first course in July 2019 and the second in September 2019.",
        [
            "OIM: deliver the first course, 2019-07-31",
            "OIM: deliver the second, 2019-09-30",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPANISH, ids=first_words)
def test_a_duty_without_a_verb_is_read_in_spanish(text: str, expected: list[str]) -> None:
    assert duties_in(text, "es") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH, ids=first_words)
def test_a_duty_without_a_verb_is_read_in_english(text: str, expected: list[str]) -> None:
    assert duties_in(text, "en") == expected
