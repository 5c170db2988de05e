from datetime import date
from typing import NamedTuple

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading.duties.findings import act_finder
from knowledge.values.acts import Commitment, CommitmentKind
from tests.support.builders import Paragraph, make_act, make_meeting

FINDER = act_finder(PartyRegister.load(BUILT_IN))
MEETING = make_meeting(start=date(2019, 5, 14), end=date(2019, 5, 16))


class Duty(NamedTuple):
    """What a row expects of one commitment."""

    responsible: tuple[str, ...]
    action: str
    end: str | None


def duty(responsible: str, action: str, *, end: str | None = None) -> Duty:
    return Duty(tuple(responsible.split(", ")) if responsible else (), action, end)


def find(*paragraphs: Paragraph, language: str) -> tuple[Commitment, ...]:
    return FINDER.fill(make_act(*paragraphs, meeting=MEETING, language=language)).commitments


def duties_of(commitments: tuple[Commitment, ...]) -> list[Duty]:
    return [
        Duty(each.responsible, each.action, str(each.deadline.end) if each.deadline.end else None)
        for each in commitments
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Encomendar a la Secretaría Técnica la elaboración de un informe sobre la niñez migrante.",
            [duty("ST", "elaborar un informe sobre la niñez migrante")],
            id="the doing is a noun",
        ),
        pytest.param(
            "Comisionar a México y a la OIM para redactar, a más tardar el 15 de julio, el borrador.",
            [duty("México, OIM", "redactar el borrador", end="2019-07-15")],
            id="a deadline between commas",
        ),
        pytest.param(
            "Conformar un grupo, integrado por Canadá y Panamá, que revisará las cuotas y rendirá su informe "
            "en agosto.",
            [
                duty(
                    "Canadá, Panamá",
                    "conformar un grupo, integrado por Canadá y Panamá y rendir su informe",
                    end="2019-08-31",
                )
            ],
            id="who makes up a group",
        ),
        pytest.param(
            "El Salvador será sede del Taller sobre visas, que se efectuará en julio.",
            [duty("El Salvador", "ser sede del Taller sobre visas", end="2019-07-31")],
            id="who is host",
        ),
        pytest.param(
            "Convocar a un Taller sobre visas, que se realizará en julio, organizado por Canadá.",
            [duty("Canadá", "convocar a un Taller sobre visas", end="2019-07-31")],
            id="who organizes",
        ),
        pytest.param(
            "Pedir a los consulados que informen a la ST de los casos.",
            [duty("consulados", "informar a la ST de los casos")],
            id="who is no party of the register",
        ),
        pytest.param(
            "Instar a los países del CA-4 a armonizar sus requisitos.",
            [duty("CA-4", "armonizar sus requisitos")],
            id="countries of another forum",
        ),
        pytest.param(
            "Reiterar la solicitud a la OIM de presentar su informe.",
            [duty("OIM", "presentar su informe")],
            id="a request made again",
        ),
        pytest.param("Dar por presentados los informes de las Redes.", [], id="taken as presented"),
        pytest.param("Posponer para 2020 el Taller sobre visas.", [], id="a decision taken"),
        pytest.param(
            "Instruir a la Secretaría General para que en el plazo de 1 mes traiga una propuesta.",
            [duty("Secretaría General", "traer una propuesta", end="2019-06-16")],
            id="a body that the register lacks",
        ),
        pytest.param(
            "Instruir al Consejo de Ministros de Integración que lleve sus conclusiones a la PPT. "
            "Para ello deberá acordar una hoja de ruta a más tardar en dos meses.",
            [
                duty("Consejo de Ministros de Integración", "llevar sus conclusiones a la PPT"),
                duty("Consejo de Ministros de Integración", "acordar una hoja de ruta", end="2019-07-16"),
            ],
            id="a second sentence without a subject",
        ),
        pytest.param(
            "Rogar a las delegaciones que confirmen su asistencia a la PPT.",
            [duty("Países Miembros", "confirmar su asistencia a la PPT")],
            id="rogar",
        ),
        pytest.param(
            "Alentar a los países que aún no lo hayan hecho a suscribir el Convenio.",
            [duty("países que aún no lo hayan hecho", "suscribir el Convenio")],
            id="a described subgroup",
        ),
        pytest.param(
            "Solicitar a los países que aún no han designado su punto focal que lo hagan cuanto antes.",
            [duty("países que aún no han designado su punto focal", "designar su punto focal")],
            id="a relative before the que that binds",
        ),
        pytest.param(
            "Requerir a la ST que publique el acta en un plazo de quince días hábiles.",
            [duty("ST", "publicar el acta")],
            id="working days",
        ),
        pytest.param(
            "Designar a Costa Rica para que coordine el grupo de trabajo.",
            [duty("Costa Rica", "coordinar el grupo de trabajo")],
            id="designar para",
        ),
        pytest.param(
            "Designar a Costa Rica como sede de la próxima reunión.",
            [duty("Costa Rica", "ser sede de la próxima reunión")],
            id="designar como sede",
        ),
        pytest.param("Designar a Costa Rica como observador.", [], id="designar como"),
        pytest.param(
            "Mandatar a la ST para convocar una reunión de expertos.",
            [duty("ST", "convocar una reunión de expertos")],
            id="mandatar",
        ),
        pytest.param(
            "Dar mandato a la PPT para negociar el convenio con la CSM.",
            [duty("PPT", "negociar el convenio con la CSM")],
            id="dar mandato",
        ),
        pytest.param(
            "La ST quedará encargada de distribuir el acta.",
            [duty("ST", "distribuir el acta")],
            id="quedar encargado",
        ),
        pytest.param(
            "Guatemala y Honduras se comprometieron a presentar sus informes en la próxima reunión.",
            [duty("Guatemala, Honduras", "presentar sus informes")],
            id="countries that bind themselves",
        ),
        pytest.param(
            "Los países miembros se comprometen a intercambiar información y a designar puntos focales.",
            [duty("Países Miembros", "intercambiar información y designar puntos focales")],
            id="one deliverable of two verbs",
        ),
        pytest.param(
            "Asumir el compromiso de actualizar las estadísticas durante el segundo semestre de 2019.",
            [duty("Países Miembros", "actualizar las estadísticas", end="2019-12-31")],
            id="asumir el compromiso",
        ),
        pytest.param(
            "Nos comprometemos a combatir la trata de personas.",
            [duty("Países Miembros", "combatir la trata de personas")],
            id="first person",
        ),
        pytest.param(
            "Los Viceministros acordaron fortalecer la cooperación consular e instaron a los "
            "países miembros a "
            "ratificar el Protocolo antes del 31 de diciembre de 2019.",
            [
                duty("Viceministros", "fortalecer la cooperación consular"),
                duty("Países Miembros", "ratificar el Protocolo", end="2019-12-31"),
            ],
            id="a declaration's preterites",
        ),
        pytest.param(
            "Los Viceministros y Jefes de Delegación acordaron: continuar apoyando el diálogo.",
            [duty("Países Miembros", "continuar apoyando el diálogo")],
            id="a colon after the agreement",
        ),
        pytest.param(
            "Reiteraron la necesidad de cooperar y acordaron instruir a la ST para que elabore una "
            "hoja de ruta.",
            [duty("ST", "elaborar una hoja de ruta")],
            id="agreeing to instruct",
        ),
        pytest.param(
            "Se acordó que la ST elabore un plan y lo presente a los Viceministros antes de fin de año.",
            [duty("ST", "elaborar un plan y presentarlo a los Viceministros", end="2019-12-31")],
            id="se acordó que",
        ),
        pytest.param(
            "Se acordó realizar un taller sobre retorno.",
            [duty("", "realizar un taller sobre retorno")],
            id="nobody is named",
        ),
        pytest.param(
            "Se acuerda que la PPT remita una nota y que la ST publique el informe.",
            [duty("PPT", "remitir una nota"), duty("ST", "publicar el informe")],
            id="two parties after one agreement",
        ),
        pytest.param(
            "Hacer un llamado a los Países Miembros a pagar sus cuotas a la brevedad posible.",
            [duty("Países Miembros", "pagar sus cuotas")],
            id="hacer un llamado",
        ),
        pytest.param(
            "Solicitar el apoyo de la OIM para actualizar el sitio web.",
            [duty("OIM", "brindar apoyo para actualizar el sitio web")],
            id="help is asked for",
        ),
        pytest.param(
            "Solicitar a la ST que prepare un informe y a la OIM que brinde asistencia técnica.",
            [duty("ST", "preparar un informe"), duty("OIM", "brindar asistencia técnica")],
            id="two parties are asked",
        ),
        pytest.param(
            "Solicitar que la Presidencia Pro-Témpore acuerde por escrito con la OIM el apoyo a la ST.",
            [duty("PPT", "acordar por escrito con la OIM el apoyo a la ST")],
            id="solicitar que X",
        ),
        pytest.param(
            "Tomar nota de la solicitud de Nicaragua de revisar el reglamento e invitar a la ST a "
            "elaborar una propuesta.",
            [duty("ST", "elaborar una propuesta")],
            id="a note and an invitation",
        ),
        pytest.param(
            "Tomar nota del informe, agradecer a Canadá su apoyo y encargar a la PPT que dé "
            "seguimiento al tema.",
            [duty("PPT", "dar seguimiento al tema")],
            id="three verbs, one duty",
        ),
        pytest.param(
            "Agradecer a la RROCM su participación, tomar nota de su propuesta de crear un observatorio e "
            "invitarla a presentar un documento a más tardar el 1 de agosto.",
            [duty("RROCM", "presentar un documento", end="2019-08-01")],
            id="a pronoun for the party that was thanked",
        ),
        pytest.param(
            "Tomar nota de la decisión de la OIM de mantener su oficina y exhortarla a no "
            "interrumpir sus programas.",
            [duty("OIM", "no interrumpir sus programas")],
            id="a pronoun, and a negated duty",
        ),
        pytest.param(
            "Agradecer a Honduras y solicitarle que remita el documento a la ST a más tardar el 20 de mayo.",
            [duty("Honduras", "remitir el documento a la ST", end="2019-05-20")],
            id="solicitarle",
        ),
        pytest.param(
            "Canadá y México presentaron un proyecto. Estos países se comprometieron a ejecutarlo.",
            [duty("Canadá, México", "ejecutarlo")],
            id="these countries",
        ),
        pytest.param(
            "Aceptar el ofrecimiento de Honduras de ser sede del taller sobre estadísticas, "
            "que se realizará en "
            "Tegucigalpa del 4 al 6 de noviembre de 2019.",
            [duty("Honduras", "ser sede del taller sobre estadísticas", end="2019-11-06")],
            id="an accepted offer binds the offerer",
        ),
        pytest.param(
            "Agradecer y aceptar el ofrecimiento de Honduras de ser sede del taller sobre estadísticas.",
            [duty("Honduras", "ser sede del taller sobre estadísticas")],
            id="thanked and accepted",
        ),
        pytest.param(
            "Los Países Miembros remitirán a la ST sus comentarios antes del 30 de junio; la "
            "ST los consolidará y "
            "presentará la versión final en septiembre de 2019.",
            [
                duty("Países Miembros", "remitir a la ST sus comentarios", end="2019-06-30"),
                duty("ST", "consolidarlos y presentar la versión final", end="2019-09-30"),
            ],
            id="futures of two subjects",
        ),
        pytest.param(
            "Panamá suscribirá el protocolo en julio e informará de ello al GRCM en su próxima reunión.",
            [
                duty("Panamá", "suscribir el protocolo", end="2019-07-31"),
                duty("Panamá", "informar de ello al GRCM"),
            ],
            id="two times make two duties",
        ),
        pytest.param(
            "Una vez concluida la consulta, la ST circulará el documento final.",
            [duty("ST", "circular el documento final")],
            id="a condition before the subject",
        ),
        pytest.param(
            "La PPT, en coordinación con la OIM, organizará un seminario sobre remesas.",
            [duty("PPT", "organizar un seminario sobre remesas")],
            id="a phrase between subject and verb",
        ),
        pytest.param(
            "El informe será presentado por la ST a los Viceministros en diciembre de 2019.",
            [duty("ST", "presentar el informe a los Viceministros", end="2019-12-31")],
            id="a passive with its agent",
        ),
        pytest.param(
            "Las observaciones serán remitidas a la ST a más tardar el 15 de junio.",
            [duty("", "remitir las observaciones a la ST", end="2019-06-15")],
            id="a passive without an agent",
        ),
        pytest.param(
            "Se circularán los términos de referencia a más tardar el 1 de julio.",
            [duty("", "circular los términos de referencia", end="2019-07-01")],
            id="an impersonal future",
        ),
        pytest.param(
            "Canadá y México elaborarán una propuesta, que será circulada por la ST antes del 15 de agosto.",
            [
                duty("Canadá, México", "elaborar una propuesta"),
                duty("ST", "circular una propuesta", end="2019-08-15"),
            ],
            id="a relative clause has a time of its own",
        ),
        pytest.param(
            "Que la Red de Protección Consular actualice su directorio cada seis meses.",
            [duty("Red de Protección Consular", "actualizar su directorio")],
            id="que X",
        ),
        pytest.param(
            "Que los países que no lo hayan hecho, ratifiquen la Convención.",
            [duty("países que no lo hayan hecho", "ratificar la Convención")],
            id="que X with a relative clause",
        ),
        pytest.param(
            "Que se elabore un diagnóstico regional a finales de 2020.",
            [duty("", "elaborar un diagnóstico regional", end="2020-12-31")],
            id="que se",
        ),
        pytest.param(
            "Continuar con las acciones de protección a la niñez migrante.",
            [duty("Países Miembros", "continuar con las acciones de protección a la niñez migrante")],
            id="a bare infinitive",
        ),
        pytest.param(
            "El Grupo solicitó a la OIM que presente una propuesta en un plazo máximo de 45 días.",
            [duty("OIM", "presentar una propuesta", end="2019-06-30")],
            id="the Group asks",
        ),
        pytest.param(
            "Se solicita a los Países Miembros que envíen sus observaciones a la ST.",
            [duty("Países Miembros", "enviar sus observaciones a la ST")],
            id="se solicita",
        ),
        pytest.param(
            "Las delegaciones de Canadá y Estados Unidos informarán a la PPT sobre su posición.",
            [duty("Canadá, Estados Unidos", "informar a la PPT sobre su posición")],
            id="delegations with names",
        ),
        pytest.param(
            "Exhortar a los Gobiernos de Guatemala, Honduras y El Salvador a intercambiar información.",
            [duty("Guatemala, Honduras, El Salvador", "intercambiar información")],
            id="governments with names",
        ),
        pytest.param(
            "Invitar a los países a participar en el Taller sobre Trata que se realizará en "
            "Panamá del 5 al 6 de "
            "julio de 2019 y a confirmar su participación a la ST antes del 20 de junio.",
            [
                duty(
                    "Países Miembros",
                    "participar en el Taller sobre Trata y confirmar su participación a la ST",
                    end="2019-06-20",
                )
            ],
            id="the days of an event are not lent to the duty",
        ),
        pytest.param(
            "El Grupo Ad Hoc presentará sus conclusiones al GRCM en su próxima reunión.",
            [duty("Grupo Ad Hoc", "presentar sus conclusiones al GRCM")],
            id="a body by the act's wording",
        ),
    ],
)
def test_a_spanish_clause_binds_who_it_names(text: str, expected: list[Duty]) -> None:
    assert duties_of(find(("C1", text), language="es")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Vice-Ministers agreed to strengthen their cooperation and urged Member "
            "Countries to ratify the "
            "Protocol by December 31, 2019.",
            [
                duty("Viceministros", "strengthen their cooperation"),
                duty("Países Miembros", "ratify the Protocol", end="2019-12-31"),
            ],
            id="agreed and urged",
        ),
        pytest.param(
            "They agreed to convene a workshop of experts within 60 days.",
            [duty("Países Miembros", "convene a workshop of experts", end="2019-07-15")],
            id="they agreed",
        ),
        pytest.param(
            "Request that the TS prepare a study and submit it to the RCGM before the next meeting.",
            [duty("ST", "prepare a study and submit it to the RCGM")],
            id="request that",
        ),
        pytest.param(
            "To request that IOM draw up a project.", [duty("OIM", "draw up a project")], id="to request that"
        ),
        pytest.param(
            "The TS will distribute the minutes to Member Countries within two weeks.",
            [duty("ST", "distribute the minutes to Member Countries", end="2019-05-30")],
            id="will",
        ),
        pytest.param(
            "Mexico, with the support of UNODC, shall organize a training course.",
            [duty("México", "organize a training course")],
            id="shall, past a phrase between commas",
        ),
        pytest.param(
            "Member Countries that have not yet paid are encouraged to do so as soon as possible.",
            [duty("Países Miembros", "pay")],
            id="a described group is encouraged",
        ),
        pytest.param(
            "Entrust the PPT with drafting the rules by March 1.",
            [duty("PPT", "draft the rules", end="2020-03-01")],
            id="entrust with",
        ),
        pytest.param(
            "Task the TS with preparing a budget for 2022.",
            [duty("ST", "prepare a budget for 2022")],
            id="a budget year is no deadline",
        ),
        pytest.param(
            "Call upon Member Countries to share data.",
            [duty("Países Miembros", "share data")],
            id="call upon",
        ),
        pytest.param(
            "We urge all States to protect the rights of migrants.",
            [duty("Países Miembros", "protect the rights of migrants")],
            id="we urge",
        ),
        pytest.param(
            "It was agreed that the TS would circulate a questionnaire no later than July 15.",
            [duty("ST", "circulate a questionnaire", end="2019-07-15")],
            id="it was agreed that",
        ),
        pytest.param(
            "It was agreed to hold a meeting of experts.",
            [duty("", "hold a meeting of experts")],
            id="it was agreed to",
        ),
        pytest.param(
            "The report will be submitted by the TS to the Vice-Ministers in December 2019.",
            [duty("ST", "submit the report to the Vice-Ministers", end="2019-12-31")],
            id="a passive with its agent",
        ),
        pytest.param(
            "News on the Fund will be distributed twice a year.",
            [duty("", "distribute news on the Fund")],
            id="a passive without an agent",
        ),
        pytest.param(
            "Accept with appreciation the offer by Canada to host the Workshop on Labour Migration.",
            [duty("Canadá", "host the Workshop on Labour Migration")],
            id="an accepted offer",
        ),
        pytest.param(
            "Express appreciation to the United States for the study and ask it to share the results "
            "with the TS.",
            [duty("Estados Unidos", "share the results with the TS")],
            id="it is the party that was thanked",
        ),
        pytest.param(
            "Ask the consulates of Honduras and Guatemala to report on their cases.",
            [duty("consulates of Honduras and Guatemala", "report on their cases")],
            id="offices of two countries",
        ),
        pytest.param(
            "Accept with appreciation Mexico's offer to host the workshop in July.",
            [duty("México", "host the workshop", end="2019-07-31")],
            id="whose offer is accepted",
        ),
        pytest.param("That Costa Rica's proposal be circulated among the delegates.", [], id="a possessor"),
        pytest.param(
            "Each participating country shall name its official within 60 days.",
            [duty("Países Miembros", "name its official", end="2019-07-15")],
            id="each country",
        ),
        pytest.param(
            "Designate Costa Rica and Mexico to draft the declaration.",
            [duty("Costa Rica, México", "draft the declaration")],
            id="designate to",
        ),
        pytest.param(
            "Panama will inform the PTP of the dates by June 30 and the TS will circulate them.",
            [duty("Panamá", "inform the PTP of the dates", end="2019-06-30"), duty("ST", "circulate them")],
            id="two subjects",
        ),
        pytest.param(
            "Reaffirmed their commitment to protect the rights of migrants.",
            [duty("Países Miembros", "protect the rights of migrants")],
            id="reaffirmed commitment",
        ),
        pytest.param(
            "Continue working on the regional database.",
            [duty("Países Miembros", "continue working on the regional database")],
            id="a bare verb",
        ),
    ],
)
def test_an_english_clause_binds_who_it_names(text: str, expected: list[Duty]) -> None:
    assert duties_of(find(("C1", text), language="en")) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Nicaragua solicitó a la ST que revise su cuota.", "es", id="a single country's wish"),
        pytest.param("El Salvador ofreció ser sede de la próxima reunión.", "es", id="an offer"),
        pytest.param(
            "Agradecer el ofrecimiento de Honduras de ser sede del taller.", "es", id="an offer is thanked"
        ),
        pytest.param(
            "Reafirmar la importancia de que los países ratifiquen el Convenio.", "es", id="importance"
        ),
        pytest.param("Reafirmar su compromiso con el Pacto Mundial.", "es", id="a commitment to no doing"),
        pytest.param("Respaldar la iniciativa de Honduras de crear un fondo.", "es", id="support"),
        pytest.param("Aceptar la propuesta de Panamá de revisar el formato.", "es", id="done once accepted"),
        pytest.param("Aprobar el calendario de reuniones para 2020.", "es", id="done once approved"),
        pytest.param(
            "Tomar nota de que la ST enviará el informe en julio.", "es", id="an announcement is noted"
        ),
        pytest.param("La delegación de Honduras informó que envió sus comentarios.", "es", id="a statement"),
        pytest.param(
            "Los Países Miembros podrán presentar candidaturas hasta agosto.", "es", id="a permission"
        ),
        pytest.param(
            "Felicitar a México por el taller celebrado los días 5 y 6 de junio.", "es", id="congratulation"
        ),
        pytest.param(
            "Honduras requested the TS to review its contribution.", "en", id="a single country's request"
        ),
        pytest.param("Canada offered to host the next workshop.", "en", id="an offer in English"),
        pytest.param("Welcome the offer of Guatemala to host the seminar.", "en", id="an offer is welcomed"),
        pytest.param("Take note that the TS will circulate the report in July.", "en", id="noted in English"),
        pytest.param("Reiterate the importance of cooperation.", "en", id="importance in English"),
        pytest.param("Adopt the plan of action 2021-2024.", "en", id="adopted"),
    ],
)
def test_what_binds_nobody_is_no_commitment(text: str, language: str) -> None:
    assert find(("C1", text), language=language) == ()


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param(
            [
                ("C1", "Solicitar a la ST:"),
                ("C1.a", "Elaborar un informe a más tardar el 1 de julio."),
                ("C1.b", "La actualización del sitio web."),
                ("C1.c", "Convoque a una reunión técnica."),
            ],
            [
                duty("ST", "elaborar un informe", end="2019-07-01"),
                duty("ST", "actualizar el sitio web"),
                duty("ST", "convocar a una reunión técnica"),
            ],
            id="whoever the lead-in asks, the items bind",
        ),
        pytest.param(
            [
                ("C1", "Solicitar a la ST que, antes del 30 de septiembre:"),
                ("C1.a", "elabore un manual;"),
                ("C1.b", "remita el manual a los Países Miembros."),
            ],
            [
                duty("ST", "elaborar un manual", end="2019-09-30"),
                duty("ST", "remitir el manual a los Países Miembros", end="2019-09-30"),
            ],
            id="the lead-in's deadline holds for all",
        ),
        pytest.param(
            [
                ("C1", "SOLICITAMOS:"),
                ("C1.a", "A la ST, que elabore un manual antes del 30 de septiembre."),
                ("C1.b", "A Honduras y al Gobierno de México, que abran el paso."),
                ("C1.c", "A la OIM, ampliar el horario."),
                ("C1.d", "A la ST, a publicarlo."),
            ],
            [
                duty("ST", "elaborar un manual", end="2019-09-30"),
                duty("Honduras, México", "abrir el paso"),
                duty("OIM", "ampliar el horario"),
                duty("ST", "publicarlo"),
            ],
            id="each item says whom it asks",
        ),
        pytest.param(
            [
                ("C1", "Instar a los Países Miembros a:"),
                ("C1.a", "Reconocer los títulos académicos."),
                ("C1", "La PPT revisará estos compromisos en la próxima reunión."),
            ],
            [
                duty("PPT", "revisar estos compromisos"),
                duty("Países Miembros", "reconocer los títulos académicos"),
            ],
            id="a closing paragraph is read for itself",
        ),
        pytest.param(
            [
                ("C1", "Agradecer a:"),
                ("C1.a", "Canadá, por su apoyo."),
                ("C1.b", "La OIM, por su asistencia."),
            ],
            [],
            id="a list of thanks",
        ),
        pytest.param(
            [
                ("C1", "Tomar nota de las siguientes propuestas:"),
                ("C1.a", "Realizar un taller."),
                ("C1.b", "Que la ST elabore un manual."),
            ],
            [],
            id="a list that is only noted",
        ),
        pytest.param(
            [
                ("C1", "En relación con el informe de la ST, se acordó:"),
                ("C1.a", "Aceptar el informe."),
                ("C1.b", "Solicitar a la ST que publique el informe."),
                ("C1.c", "La PPT elaborará un manual."),
            ],
            [duty("ST", "publicar el informe"), duty("PPT", "elaborar un manual")],
            id="after an agreement each item speaks for itself",
        ),
        pytest.param(
            [
                ("C1", "Respecto de la Red de Protección Consular:"),
                ("C1.a", "Invitarla a presentar su plan."),
            ],
            [duty("Red de Protección Consular", "presentar su plan")],
            id="the lead-in names who the pronoun means",
        ),
        pytest.param(
            [("R1", "Aprobar el Plan de Acción."), ("R2", "Encomendar a la PPT que presente un informe.")],
            [duty("Viceministros", "aprobar el Plan de Acción"), duty("PPT", "presentar un informe")],
            id="recommendations are for the Vice-Ministers",
        ),
        pytest.param(
            [
                ("R1", "Aprobar las siguientes actividades:"),
                ("R1.a", "Que El Salvador acoja el Seminario."),
                ("R1.b", "Un programa, por parte de la OIM, para formar en la región."),
            ],
            [
                duty("El Salvador", "acoger el Seminario"),
                duty("OIM", "programa, por parte de la OIM, para formar en la región"),
            ],
            id="activities to approve, with who does them",
        ),
    ],
)
def test_a_lead_in_says_what_its_items_are(paragraphs: list[Paragraph], expected: list[Duty]) -> None:
    assert duties_of(find(*paragraphs, language="es")) == expected


def test_a_commitment_tells_whom_it_is_for_and_who_helps() -> None:
    text = "La ST remitirá a la OIM, con copia al ACNUR, el informe, con el apoyo financiero de Canadá."

    [commitment] = find(("C1", text), language="es")

    assert commitment.recipient == ("OIM", "ACNUR")
    assert commitment.supporters == ("Canadá",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("La ST remitirá el informe.", CommitmentKind.OBLIGATION, id="obligation"),
        pytest.param("Invitar a la OIM a remitir el informe.", CommitmentKind.INVITATION, id="invitation"),
        pytest.param("México realizará un taller sobre visas.", CommitmentKind.EVENT, id="event"),
        pytest.param(
            "Instar a los países a dar seguimiento a las recomendaciones.",
            CommitmentKind.FOLLOW_UP,
            id="follow-up",
        ),
        pytest.param(
            "Instar a los países a llevar a cabo las recomendaciones del taller.",
            CommitmentKind.OBLIGATION,
            id="what a workshop recommended is no event",
        ),
        pytest.param(
            "Recomendar a los Viceministros que adopten el Plan.", CommitmentKind.APPROVAL, id="approval"
        ),
    ],
)
def test_a_commitment_has_a_kind(text: str, kind: CommitmentKind) -> None:
    [commitment] = find(("C1", text), language="es")

    assert commitment.kind is kind


def test_what_the_text_leaves_out_is_named_as_inferred() -> None:
    [commitment] = find(("R1", "Aprobar el Plan a más tardar el 15 de julio."), language="es")

    assert commitment.inferred == ("responsible", "deadline.year")


def test_a_count_back_starts_from_the_event_of_the_paragraph() -> None:
    text = (
        "Agradecer a Panamá por el Encuentro que tendrá lugar en Colón del 12 al 14 de marzo "
        "de 2020; se insta a "
        "los Países Miembros a confirmar su participación con tres semanas de antelación."
    )

    [commitment] = find(("C1", text), language="es")

    assert commitment.deadline.end == date(2020, 2, 20)


def test_a_meeting_that_another_provision_dates_places_the_deadline() -> None:
    paragraphs = [
        ("C1", "La IV Reunión del Grupo Ad Hoc se celebrará en Quito del 6 al 7 de julio de 2019."),
        ("C2", "La ST presentará el video en la próxima reunión del Grupo Ad Hoc."),
    ]

    [commitment] = find(*paragraphs, language="es")

    assert (commitment.deadline.start, commitment.deadline.end) == (date(2019, 7, 6), date(2019, 7, 7))
    assert commitment.inferred == ("deadline.start", "deadline.end")
