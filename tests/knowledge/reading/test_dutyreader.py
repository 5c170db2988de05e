"""Items of a list that say themselves who does what, and those that leave it to the lead-in."""

import pytest

from tests.support.act_texts import PREAMBLE, act_of
from tests.support.builders import make_act, make_meeting
from tests.support.duties import FINDER, written

ENGLISH_PREAMBLE = """MEETING OF THE REGIONAL CONSULTATION GROUP ON MIGRATION (RCGM)
Tela, Honduras, 6 and 7 May 2008
The Group met in Tela, Honduras, on 6 and 7 May 2008, with the participation of Canada and Honduras.

"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "1. Realización de una prueba, con el siguiente reparto de responsabilidades:\n"
            "a) Canadá: provisión de lectores;\n"
            "b) ST: informe de resultados, hasta el 15 de julio de 2008.\n",
            ["Canadá: proveer lectores", "ST: informe de resultados, 2008-07-15"],
            id="tasks shared out",
        ),
        pytest.param(
            "1. Designar a México como coordinador de la Red Consular, a la que se encomienda:\n"
            "a) la publicación de un diccionario en julio de 2008;\nb) la revisión de sus normas.\n",
            ["Red Consular: publicar un diccionario, 2008-07-31", "Red Consular: revisar sus normas"],
            id="whom a relative clause charges",
        ),
        pytest.param(
            "1. Panamá presentará a la PPT el informe antes del 15 de julio de 2008, con, al menos:\n"
            "a) el número de personas atendidas;\nb) la evaluación de los usuarios.\n",
            ["Panamá: presentar a la PPT el informe, 2008-07-15"],
            id="what a report is made of",
        ),
        pytest.param(
            "1. La ST elaborará un informe que contenga, a saber:\na) cifras de retorno;\nb) refugios.\n",
            ["ST: elaborar un informe"],
            id="what it contains",
        ),
        pytest.param(
            "1. La OIM capacitará a los funcionarios en los siguientes temas:\na) trata;\nb) tráfico.\n",
            ["OIM: capacitar a los funcionarios en los siguientes temas"],
            id="on what",
        ),
        pytest.param(
            "1. Solicitar a la ST que realice las siguientes acciones, a saber:\n"
            "a) publicar el acta;\nb) traducir el manual.\n",
            ["ST: publicar el acta", "ST: traducir el manual"],
            id="what is to be done, namely",
        ),
        pytest.param(
            "1. Decide establecer un mecanismo, a cuyo efecto:\n"
            "a) Costa Rica comunica cada viernes sus ingresos a la ST;\n"
            "b) Honduras habilita una línea telefónica;\n"
            "c) México informa que su plan continúa.\n",
            [
                "Costa Rica: comunicar cada viernes sus ingresos a la ST",
                "Honduras: habilitar una línea telefónica",
            ],
            id="in the present",
        ),
        pytest.param(
            "1. Constituir un grupo de trabajo sobre visas:\na) que sesionará cada dos meses;\n"
            "b) que presente su plan antes del 15 de julio de 2008;\nc) redactar un glosario;\n"
            "d) que será coordinado por Honduras;\ne) un representante de cada país.\n",
            [
                "grupo de trabajo sobre visas: sesionar",
                "grupo de trabajo sobre visas: presentar su plan, 2008-07-15",
                "grupo de trabajo sobre visas: redactar un glosario",
            ],
            id="what a body is set up for",
        ),
        pytest.param(
            "1. Encargar a la ST que elabore, antes del 30 de julio de 2008, un manual, y que asimismo:\n"
            "a) lo traduzca al inglés;\nb) distribuya cien ejemplares.\n",
            [
                "ST: elaborar un manual, 2008-07-30",
                "ST: traducirlo al inglés",
                "ST: distribuir cien ejemplares",
            ],
            id="a lead-in with a duty and a time of its own",
        ),
        pytest.param(
            "1. Crear un registro, cuya custodia se confía a Panamá, que lo pondrá en marcha antes de julio "
            "de 2009, para lo cual se conviene en lo siguiente:\n"
            "a) remisión a Panamá, por cada uno de los países miembros, de sus listas;\n"
            "b) adiestramiento por México de dos agentes por país.\n",
            [
                "Países Miembros: crear un registro",
                "Panamá: ponerlo en marcha, 2009-06-30",
                "Países Miembros: remisión a Panamá de sus listas",
                "México: adiestrar dos agentes por país",
            ],
            id="a lead-in that binds one, and a list that doesn't",
        ),
        pytest.param(
            "1. Reforzar la protección de la niñez, y para ello:\n"
            "a) Honduras y México firmarán un protocolo antes del 30 de noviembre de 2008;\n"
            "b) Invitar al UNICEF a capacitar a los jueces;\n"
            "c) Instar a Panamá a abrir su centro antes del 1 de febrero de 2009.\n",
            [
                "Honduras, México: firmar un protocolo, 2008-11-30",
                "UNICEF: capacitar a los jueces",
                "Panamá: abrir su centro, 2009-02-01",
            ],
            id="y para ello",
        ),
        pytest.param(
            "1. Mejorar los registros, para lo cual:\na) solicitar a la OIM que prepare una guía;\n"
            "b) publicar los datos;\nc) la ST circulará el formulario en julio de 2008.\n",
            [
                "OIM: preparar una guía",
                "Países Miembros: publicar los datos",
                "ST: circular el formulario, 2008-07-31",
            ],
            id="para lo cual",
        ),
        pytest.param(
            "1. Fortalecer la red consular de la siguiente manera:\n"
            "a) Exhortar a Belice a nombrar un enlace;\nb) Honduras elaborará un directorio.\n",
            ["Belice: nombrar un enlace", "Honduras: elaborar un directorio"],
            id="de la siguiente manera",
        ),
        pytest.param(
            "1. Combatir la trata mediante estas acciones:\n"
            "a) Encargar a la PPT la elaboración de un plan;\nb) Pedir al ACNUR que lo revise.\n",
            ["PPT: elaborar un plan", "ACNUR: revisarlo"],
            id="mediante estas acciones",
        ),
        pytest.param(
            "1. Solicitar a la ST que:\na) según corresponda, publique la agenda;\n"
            "b) con apoyo de la OIM, la traduzca.\n",
            ["ST: publicar la agenda", "ST: traducirla"],
            id="words before the verb",
        ),
        pytest.param(
            "1. La ST remitirá a los países:\na) un glosario antes del 5 de julio de 2008;\n"
            "b) las actas del grupo;\nc) la traducción del manual.\n",
            [
                "ST: remitir un glosario, 2008-07-05",
                "ST: remitir las actas del grupo",
                "ST: traducir el manual",
            ],
            id="things, of which the lead-in has the verb",
        ),
        pytest.param(
            "1. Encargar a la ST la elaboración de:\na) un glosario;\nb) un directorio.\n",
            ["ST: elaborar un glosario", "ST: elaborar un directorio"],
            id="things, of which it has the noun",
        ),
        pytest.param(
            "1. La ST remitirá el acta a:\na) México;\nb) Belice.\n",
            ["ST: remitir el acta"],
            id="those to whom it goes",
        ),
        pytest.param(
            "1. Solicitar a la ST:\na) invitar a la OIM a presentar su informe;\nb) publicar la agenda.\n",
            ["ST: invitar a la OIM a presentar su informe", "ST: publicar la agenda"],
            id="asked to ask",
        ),
    ],
)
def test_an_item_that_names_its_doer_is_no_one_elses_in_spanish(text: str, expected: list[str]) -> None:
    act = act_of(f"{PREAMBLE}CONCLUSIONES\n\n{text}")
    assert [written(each) for each in act.commitments] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "1. With regard to the workshop:\n"
            "a) that Canada will host it in Ottawa;\n"
            "b) to set up a working group of Canada and Honduras;\n"
            "c) that the group will report to the TS by 1 July 2008.\n",
            [
                "Canadá: host it in Ottawa",
                "Canadá, Honduras: set up a working group of Canada and Honduras",
                "working group: report to the TS, 2008-07-01",
            ],
            id="that-clauses in small letters",
        ),
        pytest.param(
            "1. Strengthen the protection of children, and to that end:\n"
            "a) Honduras and Mexico to sign a protocol by 30 November 2008;\n"
            "b) Invite UNICEF to train judges;\n"
            "c) Urge Panama to open its centre before 1 February 2009.\n",
            [
                "Honduras, México: sign a protocol, 2008-11-30",
                "UNICEF: train judges",
                "Panamá: open its centre, 2009-02-01",
            ],
            id="and to that end",
        ),
        pytest.param(
            "1. Improve the registers, by the following means:\na) request IOM to prepare a guide;\n"
            "b) publish the data;\nc) the TS shall circulate the form in July 2008.\n",
            [
                "OIM: prepare a guide",
                "Países Miembros: publish the data",
                "ST: circulate the form, 2008-07-31",
            ],
            id="by the following means",
        ),
        pytest.param(
            "1. Fight trafficking through these actions:\na) Entrust the PTP with drafting a plan;\n"
            "b) Belize, with the support of IOM, to open a shelter.\n",
            ["PPT: draft a plan", "Belice: open a shelter"],
            id="through these actions",
        ),
        pytest.param(
            "1. Promote regular migration, and to this end:\na) Encourage Canada to share its data;\n"
            "b) Costa Rica will host a workshop in August 2008.\n",
            ["Canadá: share its data", "Costa Rica: host a workshop, 2008-08-31"],
            id="and to this end",
        ),
        pytest.param(
            "1. Request the TS:\na) to invite IOM to present its report;\nb) to publish the agenda.\n",
            ["ST: invite IOM to present its report", "ST: publish the agenda"],
            id="asked to ask",
        ),
    ],
)
def test_an_item_that_names_its_doer_is_no_one_elses_in_english(text: str, expected: list[str]) -> None:
    act = act_of(f"{ENGLISH_PREAMBLE}CONCLUSIONS\n\n{text}")
    assert [written(each) for each in act.commitments] == expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("UNIÓN DE PUERTOS", "La Unión acordó celebrar un taller.", ["nobody: celebrar un taller"]),
        ("COMISIÓN MIXTA", "La Comisión Mixta acordó crear un sitio.", ["Comisión Mixta: crear un sitio"]),
        ("LIGA DEL SUR", "La Liga se comprometió a pagar la cuota.", ["nobody: pagar la cuota"]),
        ("ALIANZA DEL SUR", "La Alianza solicitó a la OIM que publique la guía.", ["OIM: publicar la guía"]),
        ("UNIÓN DE PUERTOS", "El Astillero acordó celebrar un taller.", []),
    ],
)
def test_the_body_is_called_by_its_title_in_spanish(title: str, text: str, expected: list[str]) -> None:
    act = FINDER.fill(make_act(("C1", text), meeting=make_meeting(title=title, body=None), language="es"))
    assert [written(each) for each in act.commitments] == expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("PORTS UNION", "The Union agreed to hold a workshop.", ["nobody: hold a workshop"]),
        ("JOINT BASIN COMMISSION", "The Commission agreed to test it.", ["nobody: test it"]),
        ("SOUTHERN LEAGUE", "The League undertook to pay the fee.", ["nobody: pay the fee"]),
        ("ALLIANCE OF PORTS", "The Alliance asked IOM to publish the guide.", ["OIM: publish the guide"]),
        ("PORTS UNION", "The Shipyard agreed to hold a workshop.", []),
    ],
)
def test_the_body_is_called_by_its_title_in_english(title: str, text: str, expected: list[str]) -> None:
    act = FINDER.fill(make_act(("C1", text), meeting=make_meeting(title=title, body=None), language="en"))
    assert [written(each) for each in act.commitments] == expected


AGREED = PREAMBLE.replace("formuló las siguientes:", "conviene en lo siguiente:")


@pytest.mark.parametrize(
    ("opening", "text", "expected"),
    [
        pytest.param(
            AGREED,
            "1. Sobre el boletín\na) El instituto de Honduras edita el boletín y lo publica cada mes.\n"
            "b) Los demás institutos envían sus datos.\nc) México propone un formato.\n"
            "d) La ST es un órgano técnico.\n",
            [
                "instituto de Honduras: editar el boletín y publicarlo",
                "demás institutos: enviar sus datos",
            ],
            id="items below titles",
        ),
        pytest.param(AGREED, "1. La ST traduce el manual.\n", ["ST: traducir el manual"], id="items"),
        pytest.param(
            AGREED, "1. Tomar nota del informe.\na) La ST traduce el manual.\n", [], id="items below a note"
        ),
        pytest.param(
            PREAMBLE, "1. Sobre el boletín\na) La ST edita el boletín.\n", [], id="where nothing is agreed"
        ),
    ],
)
def test_what_was_agreed_in_the_present_binds(opening: str, text: str, expected: list[str]) -> None:
    assert [written(each) for each in act_of(f"{opening}{text}").commitments] == expected


def test_the_words_above_items_say_who_has_to_do_them() -> None:
    act = act_of(
        f"{PREAMBLE}CONCLUSIONES\n\n1. Agradecer a México.\n\nSOLICITAMOS A HONDURAS:\n\n"
        "2. Publicar sus cifras.\n\n"
        "3. La ST las traducirá.\n\nNos comprometemos a:\n\n4. Difundir la guía.\n\nRECHAZAMOS:\n\n"
        "5. Que se detenga a niños.\n\nOtros asuntos\n\n6. Elaborar un plan.\n"
    )

    assert [f"{each.reference} {written(each)}" for each in act.commitments] == [
        "C2 Honduras: publicar sus cifras",
        "C3 ST: traducirlas",
        "C4 Países Miembros: difundir la guía",
        "C6 Países Miembros: elaborar un plan",
    ]


@pytest.mark.parametrize(
    ("participants", "text", "expected"),
    [
        (
            ("Belice", "México"),
            "Ambas delegaciones revisarán la minuta.",
            ["Belice, México: revisar la minuta"],
        ),
        (
            ("Belice", "México", "Panamá"),
            "Ambas delegaciones revisarán la minuta.",
            ["ambas delegaciones: revisar la minuta"],
        ),
        (
            ("Belice", "México"),
            "La OIM informó a Canadá y Panamá. Ambos países revisarán la minuta.",
            ["Canadá, Panamá: revisar la minuta"],
        ),
    ],
)
def test_both_delegations_are_the_two_that_met(
    participants: tuple[str, ...], text: str, expected: list[str]
) -> None:
    act = FINDER.fill(make_act(("C1", text), meeting=make_meeting(participants=participants)))
    assert [written(each) for each in act.commitments] == expected
