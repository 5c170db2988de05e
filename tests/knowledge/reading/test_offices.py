"""Subjects that no file names: offices, acronyms, and who volunteers."""

import pytest

from tests.support.duties import duties_in, first_words

SPANISH = [
    ("La Tesorera presentará el estado de cuentas.", ["Tesorera: presentar el estado de cuentas"]),
    (
        "Los regidores ambientales verificarán en el terreno lo informado.",
        ["regidores ambientales: verificar en el terreno lo informado"],
    ),
    (
        "La PPTA remitirá a la FAO el perfil de proyecto aprobado.",
        ["PPTA: remitir a la FAO el perfil de proyecto aprobado"],
    ),
    (
        "La Dirección de Migración de Honduras enviará el informe.",
        ["Dirección de Migración de Honduras: enviar el informe"],
    ),
    (
        "Las Direcciones de Aduanas de Guatemala y de El Salvador habilitarán el carril.",
        ["Direcciones de Aduanas de Guatemala y de El Salvador: habilitar el carril"],
    ),
    (
        "Los alcaldes quedan encargados de colocar los rótulos.",
        ["alcaldes: colocar los rótulos"],
    ),
    ("Registrar que México instaló seis módulos.", []),
    (
        "Conformar un grupo de trabajo integrado por México y Belice, que rendirá informe en julio.",
        [
            "México, Belice: conformar un grupo de trabajo integrado por México y Belice",
            "grupo de trabajo: rendir informe, 2019-07-31",
        ],
    ),
    ("El PIB crecerá 3 por ciento.", []),
    (
        "Rosa Pineda se ofreció a coordinar el censo, lo cual fue aceptado.",
        ["Rosa Pineda: coordinar el censo"],
    ),
    ("Rosa Pineda se ofreció a coordinar el censo.", []),
    ("Que se reconozca el aporte de la OIM.", []),
    ("Que se dé seguimiento al plan.", ["nobody: dar seguimiento al plan"]),
    (
        "Instar a los países a que paguen, y a la ST a que presente un informe.",
        ["Países Miembros: pagar", "ST: presentar un informe"],
    ),
    (
        "Aprobar el estudio, cuyos términos serán elaborados por la ST y distribuidos a los países.",
        ["ST: elaborar sus términos y distribuirlos a los países"],
    ),
    (
        "Panamá pagará los pasajes de sus expertos y Honduras su alojamiento.",
        ["Panamá: pagar los pasajes de sus expertos", "Honduras: pagar su alojamiento"],
    ),
    (
        "La ST enviará el plan a México y Panamá el 5 de junio de 2019.",
        ["ST: enviar el plan a México y Panamá, 2019-06-05"],
    ),
    ("Solicitar al BCX un estudio de tarifas.", ["BCX: estudio de tarifas"]),
    (
        "Solicitar a la Alcaldía de La Ceiba apoyo para el curso.",
        ["Alcaldía de La Ceiba: apoyo para el curso"],
    ),
]
ENGLISH = [
    ("The Clerk to obtain a start date.", ["Clerk: obtain a start date"]),
    ("Considering that Member Countries agreed to strengthen it, they met.", []),
    (
        "Cllr Okoro volunteered to draw up the rota, and this was agreed.",
        ["Cllr Okoro: draw up the rota"],
    ),
    (
        "Invites IOM, together with UNHCR, to support the fleets.",
        ["OIM: support the fleets"],
    ),
    ("Mexico volunteered to lead a working group.", []),
    (
        "The United States agreed to fund the survey, and Canada to provide the boats.",
        ["Estados Unidos: fund the survey", "Canadá: provide the boats"],
    ),
    ("The Group requested CARICOM to place it on the agenda.", ["CARICOM: place it on the agenda"]),
    (
        "Urge Signatories that have not yet done so to prohibit finning.",
        ["Signatories that have not yet done so: prohibit finning"],
    ),
    ("It was agreed that the closing date need not be extended.", []),
    ("It was agreed that the fund may be used for travel.", []),
    ("Write to the Agency. ACTION: Cllr Finch", ["Cllr Finch: write to the Agency"]),
    ("The TS will write to the Agency. ACTION: TS", ["ST: write to the Agency"]),
]


@pytest.mark.parametrize(("text", "expected"), SPANISH, ids=first_words)
def test_a_duty_of_somebody_in_no_file_is_read_in_spanish(text: str, expected: list[str]) -> None:
    assert duties_in(text, "es") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH, ids=first_words)
def test_a_duty_of_somebody_in_no_file_is_read_in_english(text: str, expected: list[str]) -> None:
    assert duties_in(text, "en") == expected
