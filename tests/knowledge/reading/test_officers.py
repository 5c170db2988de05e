"""Who is bound though no file names them: officers, whoever is in charge, acronyms; and by when."""

import pytest

from tests.support.duties import duties_in, first_words

OFFICERS_ES: list[tuple[str, list[str]]] = [
    (
        "La Ministra de Gobernación de Panamá se comprometió a enviar el plan.",
        ["Ministra de Gobernación de Panamá: enviar el plan"],
    ),
    ("El Plan de Acción se comprometió a todo.", []),
    (
        "La Ministra de Gobernación se comprometió a enviar la lista.",
        ["Ministra de Gobernación: enviar la lista"],
    ),
    (
        (
            "La Secretaria Ejecutiva tomó nota de las observaciones y se comprometió a responder antes "
            "del 3 de julio de 2019."
        ),
        ["Secretaria Ejecutiva: responder, 2019-07-03"],
    ),
    (
        "El Director Regional se comprometió a entregar el informe en julio de 2019.",
        ["Director Regional: entregar el informe, 2019-07-31"],
    ),
    (
        (
            "La Coordinadora Nacional escuchó a los países y se comprometió a publicar los datos el 3 "
            "de julio de 2019."
        ),
        ["Coordinadora Nacional: publicar los datos, 2019-07-03"],
    ),
    (
        "El Presidente Pro Témpore se comprometió a convocar la reunión.",
        ["Presidente Pro Témpore: convocar la reunión"],
    ),
    ("La Jefa de Misión se comprometió a enviar la lista.", ["Jefa de Misión: enviar la lista"]),
    (
        "La Reunión Ministerial tomó nota del informe y se comprometió a revisarlo en julio de 2019.",
        ["Países Miembros: revisarlo, 2019-07-31"],
    ),
]

OFFICERS_EN: list[tuple[str, list[str]]] = [
    (
        ("The Executive Secretary is requested to publish the list of vessels no later than 15 April 2020."),
        ["Executive Secretary: publish the list of vessels, 2020-04-15"],
    ),
    (
        "The Executive Secretary took note of the complaint and undertook to reply within 15 days.",
        ["Executive Secretary: reply, 2019-05-31"],
    ),
    (
        "The Regional Director is invited to attend the next meeting.",
        ["Regional Director: attend the next meeting"],
    ),
    (
        "The Port Captain is instructed to clear the quay by 3 July 2019.",
        ["Port Captain: clear the quay, 2019-07-03"],
    ),
    (
        "The Deputy Minister thanked the delegations and committed to issuing the decree in July 2019.",
        ["Deputy Minister: issue the decree, 2019-07-31"],
    ),
    ("The Work Plan is requested to be revised.", []),
    ("Financial Support is requested to hold the workshop.", []),
    (
        "The Ministerial Conference took note of the report and undertook to review it in July 2019.",
        ["Países Miembros: review it, 2019-07-31"],
    ),
]

IN_CHARGE_ES: list[tuple[str, list[str]]] = [
    (
        (
            "El taller de alertas, a cargo de Guatemala y el BID, se impartirá en Tela del 22 al 25 de "
            "julio de 2019."
        ),
        ["Guatemala, BID: impartir el taller de alertas en Tela, 2019-07-25"],
    ),
    (
        "La feria, a cargo de la Alcaldía de Tela y el BID, se realizará en Tela el 3 de julio de 2019.",
        ["Alcaldía de Tela, BID: realizar la feria en Tela, 2019-07-03"],
    ),
    (
        "El estudio, bajo la responsabilidad de la OIM, se publicará en julio de 2019.",
        ["OIM: publicar el estudio, 2019-07-31"],
    ),
    (
        (
            "El curso de documentos, a cargo de Nicaragua y la OIM, se celebrará en Managua en "
            "noviembre de 2019."
        ),
        ["Nicaragua, OIM: celebrar el curso de documentos en Managua, 2019-11-30"],
    ),
    (
        "La encuesta se realizará en julio de 2019, a cargo de México.",
        ["México: realizar la encuesta, 2019-07-31"],
    ),
]

IN_CHARGE_EN: list[tuple[str, list[str]]] = [
    (
        (
            "The workshop, under the responsibility of Guatemala and the IDB, shall be held in Tela in "
            "July 2019."
        ),
        ["Guatemala, BID: hold the workshop in Tela, 2019-07-31"],
    ),
    (
        "The fair, under the leadership of Belize, will be organized in Corozal on 3 July 2019.",
        ["Belice: organize the fair in Corozal, 2019-07-03"],
    ),
    (
        "The study, under the responsibility of IOM, shall be published in July 2019.",
        ["OIM: publish the study, 2019-07-31"],
    ),
    (
        "The data, under the responsibility of the TS, will be updated by July 1, 2019.",
        ["ST: update the data, 2019-07-01"],
    ),
    (
        "The survey will be conducted in July 2019, under the leadership of Mexico.",
        ["México: conduct the survey, 2019-07-31"],
    ),
]

ACRONYMS_ES: list[tuple[str, list[str]]] = [
    (
        "Encargar a la ST y a la SIECX la revisión de la tarjeta antes del 3 de junio de 2019.",
        ["ST, SIECX: revisar la tarjeta, 2019-06-03"],
    ),
    (
        "Invitar a la OIM y al Banco de Desarrollo del Norte (BDN) a estimar el costo.",
        ["OIM, BDN: estimar el costo"],
    ),
    ("Solicitar al BDNX y a la OIM que estimen el costo.", ["BDNX, OIM: estimar el costo"]),
    ("La OIM y el BDNX publicarán la guía en julio de 2019.", ["OIM, BDNX: publicar la guía, 2019-07-31"]),
    ("Instar al ACNUR y a la UNIFX a capacitar a los jueces.", ["ACNUR, UNIFX: capacitar a los jueces"]),
]

ACRONYMS_EN: list[tuple[str, list[str]]] = [
    ("Request IOM and the BDNX to estimate the costs.", ["OIM, BDNX: estimate the costs"]),
    ("Invite the Northern Bank (NOB) and UNHCR to fund it.", ["NOB, ACNUR: fund it"]),
    (
        "Request IOM and the North Development Bank (NDB) to estimate the costs by July 1.",
        ["OIM, NDB: estimate the costs, 2019-07-01"],
    ),
    (
        "UNHCR and the BDNX will publish the guide in July 2019.",
        ["ACNUR, BDNX: publish the guide, 2019-07-31"],
    ),
    ("Ask the BDNX and IOM to train judges.", ["BDNX, OIM: train judges"]),
]

ASIDES_ES: list[tuple[str, list[str]]] = [
    (
        "Honduras, con el apoyo de la OIM: elaborar un directorio en julio de 2019.",
        ["Honduras: elaborar un directorio, 2019-07-31"],
    ),
    ("La ST, en coordinación con el ACNUR: publicar la guía.", ["ST: publicar la guía"]),
    ("México, junto con Guatemala: abrir el paso en julio de 2019.", ["México: abrir el paso, 2019-07-31"]),
    (
        "Belice y Honduras, antes del 3 de julio de 2019: intercambiar sus listas.",
        ["Belice, Honduras: intercambiar sus listas, 2019-07-03"],
    ),
    ("La PPT, en nombre del Grupo: convocar a los donantes.", ["PPT: convocar a los donantes"]),
]

ASIDES_EN: list[tuple[str, list[str]]] = [
    (
        "Mozambique, with the support of IOM, to pilot the register in July 2019.",
        ["Mozambique: pilot the register, 2019-07-31"],
    ),
    ("The TS, in coordination with UNHCR, to publish the guide.", ["ST: publish the guide"]),
    (
        "Belize and Honduras, by 3 July 2019, to exchange their lists.",
        ["Belice, Honduras: exchange their lists, 2019-07-03"],
    ),
    (
        "Mexico, together with Guatemala, to open the crossing in July 2019.",
        ["México: open the crossing, 2019-07-31"],
    ),
    (
        "The PTP, on behalf of the Group, to write to the donors by July 1, 2019.",
        ["PPT: write to the donors, 2019-07-01"],
    ),
]

PLEDGES: list[tuple[str, list[str]]] = [
    ("We reaffirm our commitment to the Palermo Protocol and to the San Jose Plan of Action.", []),
    ("They reaffirm their commitment to the rights of migrants.", []),
    ("We reiterate our commitment to IOM.", []),
    ("We reaffirm our commitment to the Sustainable Development Goals.", []),
    (
        "Member Countries reaffirm their commitment to the drafting of a model law by July 1, 2019.",
        ["Países Miembros: the drafting of a model law, 2019-07-01"],
    ),
    ("Panama undertook to gazette it by July 1, 2019.", ["Panamá: gazette it, 2019-07-01"]),
]

PARTICLES: list[tuple[str, list[str]]] = [
    (
        ("The analysis of the samples shall be carried out by Guatemala and the IDB by 30 September 2019."),
        ["Guatemala, BID: carry out the analysis of the samples, 2019-09-30"],
    ),
    ("The list will be drawn up by the TS in July 2019.", ["ST: draw up the list, 2019-07-31"]),
    ("The register will be set up by Belize.", ["Belice: set up the register"]),
    ("The cases shall be taken over by Mexico in July 2019.", ["México: take over the cases, 2019-07-31"]),
    ("The inspections will be carried out by the TS.", ["ST: carry out the inspections"]),
]

WINDOWS_ES: list[tuple[str, list[str]]] = [
    (
        (
            "ACNUR entregará el módulo entre el 3 y el 14 de junio de 2019, y en todo caso no más "
            "tarde del 28 de junio de 2019."
        ),
        ["ACNUR: entregar el módulo, 2019-06-28"],
    ),
    (
        ("Belice enviará sus datos del 3 al 14 de junio de 2019, pero a más tardar el 21 de junio de 2019."),
        ["Belice: enviar sus datos, 2019-06-21"],
    ),
    (
        (
            "La ST distribuirá el acta entre el 3 y el 7 de junio de 2019, a más tardar el 10 de junio "
            "de 2019."
        ),
        ["ST: distribuir el acta, 2019-06-10"],
    ),
    (
        (
            "Solicitar a la OIM que publique la guía en julio de 2019, pero no después del 5 de agosto "
            "de 2019."
        ),
        ["OIM: publicar la guía, 2019-08-05"],
    ),
    (
        (
            "México abrirá el albergue entre julio y agosto de 2019, y en cualquier caso antes del 15 "
            "de septiembre de 2019."
        ),
        ["México: abrir el albergue, 2019-09-15"],
    ),
]

WINDOWS_EN: list[tuple[str, list[str]]] = [
    (
        (
            "Request the TS to circulate the plan between 3 and 14 September 2019, but no later than "
            "28 September 2019."
        ),
        ["ST: circulate the plan, 2019-09-28"],
    ),
    (
        ("The TS will map the shelters between July 1 and July 15, 2019, and in any case by July 29, 2019."),
        ["ST: map the shelters, 2019-07-29"],
    ),
    (
        "Belize shall report from 3 to 7 June 2019, not later than 10 June 2019.",
        ["Belice: report, 2019-06-10"],
    ),
    (
        "Ask IOM to publish the guide between 3 and 7 June 2019, and in any event before 15 June 2019.",
        ["OIM: publish the guide, 2019-06-15"],
    ),
    (
        ("Mexico shall open the shelter between July and August 2019, but not later than 15 September 2019."),
        ["México: open the shelter, 2019-09-15"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), OFFICERS_ES, ids=first_words)
def test_an_officer_is_bound_by_title_in_spanish(text: str, expected: list[str]) -> None:
    assert duties_in(text, "es") == expected


@pytest.mark.parametrize(("text", "expected"), OFFICERS_EN, ids=first_words)
def test_an_officer_is_bound_by_title_in_english(text: str, expected: list[str]) -> None:
    assert duties_in(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), IN_CHARGE_ES, ids=first_words)
def test_whoever_is_in_charge_is_bound_in_spanish(text: str, expected: list[str]) -> None:
    assert duties_in(text, "es") == expected


@pytest.mark.parametrize(("text", "expected"), IN_CHARGE_EN, ids=first_words)
def test_whoever_is_in_charge_is_bound_in_english(text: str, expected: list[str]) -> None:
    assert duties_in(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), ACRONYMS_ES, ids=first_words)
def test_an_acronym_beside_a_party_is_one_in_spanish(text: str, expected: list[str]) -> None:
    assert duties_in(text, "es") == expected


@pytest.mark.parametrize(("text", "expected"), ACRONYMS_EN, ids=first_words)
def test_an_acronym_beside_a_party_is_one_in_english(text: str, expected: list[str]) -> None:
    assert duties_in(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), ASIDES_ES, ids=first_words)
def test_an_aside_may_stand_before_what_is_to_be_done_in_spanish(text: str, expected: list[str]) -> None:
    assert duties_in(text, "es") == expected


@pytest.mark.parametrize(("text", "expected"), ASIDES_EN, ids=first_words)
def test_an_aside_may_stand_before_what_is_to_be_done_in_english(text: str, expected: list[str]) -> None:
    assert duties_in(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), PLEDGES, ids=first_words)
def test_a_commitment_to_a_cause_binds_nobody(text: str, expected: list[str]) -> None:
    assert duties_in(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), PARTICLES, ids=first_words)
def test_a_passive_verb_keeps_its_particle(text: str, expected: list[str]) -> None:
    assert duties_in(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), WINDOWS_ES, ids=first_words)
def test_a_window_may_have_a_last_limit_in_spanish(text: str, expected: list[str]) -> None:
    assert duties_in(text, "es") == expected


@pytest.mark.parametrize(("text", "expected"), WINDOWS_EN, ids=first_words)
def test_a_window_may_have_a_last_limit_in_english(text: str, expected: list[str]) -> None:
    assert duties_in(text, "en") == expected
