"""Events told by their days, in whatever grammar, and days that are those of something else."""

from datetime import date

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading.duties.findings import act_finder
from knowledge.values.acts import Event, EventStatus
from tests.support.builders import make_act, make_meeting
from tests.support.duties import first_words

FINDER = act_finder(PartyRegister.load(BUILT_IN))
MEETING = make_meeting(title="XV REUNIÓN", start=date(2017, 5, 14), end=date(2017, 5, 16))

SPANISH = [
    pytest.param(
        "Fija para los días 18 y 19 de noviembre de 2017, en Tegucigalpa, la celebración de su XVI Reunión.",
        "XVI Reunión; Tegucigalpa; 2017-11-18..2017-11-19",
        id="set for days, with a noun of holding",
    ),
    pytest.param(
        "Celebración de la Décima Reunión Ordinaria en Valparaíso, los días 10 y 11 de octubre de 2017.",
        "Décima Reunión Ordinaria; Valparaíso; 2017-10-10..2017-10-11",
        id="a noun of holding",
    ),
    pytest.param(
        "La Décima Reunión se fijó en Antigua Guatemala, del 20 al 22 de octubre de 2017.",
        "Décima Reunión; Antigua Guatemala; 2017-10-20..2017-10-22",
        id="an ordinal as subject",
    ),
    pytest.param(
        "Quedó convenido que la XVI Reunión tendría lugar en Flores, Petén, del 20 al 22 de "
        "noviembre de 2017.",
        "XVI Reunión; Flores, Petén; 2017-11-20..2017-11-22",
        id="a conditional",
    ),
    pytest.param(
        "V Reunión: Santo Domingo, República Dominicana, 21 al 23 de abril de 2018. Formato presencial.",
        "V Reunión; Santo Domingo, República Dominicana; 2018-04-21..2018-04-23",
        id="a title, a bare place and days",
    ),
    pytest.param(
        "Encuentro con empleadores: San Salvador, 12 y 13 de febrero de 2018; organización de El Salvador.",
        "Encuentro con empleadores; San Salvador; 2018-02-12..2018-02-13",
        id="a bare city",
    ),
    pytest.param(
        "Sede y fecha de la XVI Reunión: Antofagasta (Chile), 8 a 10 de mayo de 2018.",
        "XVI Reunión; Antofagasta (Chile); 2018-05-08..2018-05-10",
        id="a noun of time and place",
    ),
    pytest.param(
        "Fijar para la semana del 22 al 26 de enero de 2018 la visita de intercambio a la estación "
        "migratoria.",
        "Visita de intercambio a la estación migratoria; ; 2018-01-22..2018-01-26",
        id="the days before the event",
    ),
    pytest.param(
        "Los días 25 y 26 de octubre de 2017 se llevará a cabo en Brasilia el encuentro de "
        "autoridades aduaneras.",
        "Encuentro de autoridades aduaneras; Brasilia; 2017-10-25..2017-10-26",
        id="the days open the clause",
    ),
    pytest.param(
        "Convocatoria del IV Festival de Cine Infantil, que el Perú organizará en Arequipa del 12 "
        "al 17 de agosto de 2018.",
        "IV Festival de Cine Infantil; Arequipa; 2018-08-12..2018-08-17",
        id="a relative with another holder",
    ),
    pytest.param(
        "Panamá invitó a las delegaciones a una visita de campo en Metetí, del 12 al 14 de marzo de 2018.",
        "Visita de campo; Metetí; 2018-03-12..2018-03-14",
        id="an invitation to a visit",
    ),
    pytest.param(
        "Designar los puntos de contacto para el simulacro de contingencia del 6 de diciembre de 2017.",
        "Simulacro de contingencia; ; 2017-12-06..2017-12-06",
        id="days right after an event of another clause",
    ),
    pytest.param(
        "Se encomendó a Guatemala la campaña, cuyo lanzamiento simultáneo quedó fijado para el 30 "
        "de julio de 2017.",
        "Lanzamiento simultáneo; ; 2017-07-30..2017-07-30",
        id="a launch with «cuyo»",
    ),
    pytest.param(
        "Instalación de un módulo de atención; apertura prevista: 4 de noviembre de 2017.",
        "Apertura; ; 2017-11-04..2017-11-04",
        id="an opening that is foreseen",
    ),
    pytest.param(
        "adiestramiento por Colombia, en Bogotá y del 5 al 9 de febrero de 2018, de dos agentes por país;",
        "Adiestramiento; Bogotá; 2018-02-05..2018-02-09",
        id="a doing with its agent",
    ),
    pytest.param(
        "Difusión del curso virtual sobre origen, de noventa plazas, con inicio el 4 de septiembre de 2017.",
        "Curso virtual sobre origen, de noventa plazas; ; 2017-09-04..",
        id="a course that begins",
    ),
    pytest.param(
        "Pide al ACNUR que dicte, a partir del 2 de junio de 2017, un curso virtual de 40 horas.",
        "Curso virtual de 40 horas; ; 2017-06-02..",
        id="a course from a day on",
    ),
    pytest.param(
        "Realización de una prueba piloto de tránsito sin papel, entre el 2 de octubre y el 30 de "
        "noviembre de 2017.",
        "Prueba piloto de tránsito sin papel; ; 2017-10-02..2017-11-30",
        id="over a month's end",
    ),
    pytest.param(
        "El Consejo decidió celebrar su 46.ª reunión en Santo Domingo, del 19.11.2017 al 21.11.2017.",
        "46.ª reunión; Santo Domingo; 2017-11-19..2017-11-21",
        id="numeric days",
    ),
    pytest.param(
        "Organizar en Santa Tecla, El Salvador, un taller para dieciséis técnicos. ┆ El Salvador, "
        "con apoyo de CEPREDENAC ┆ 25 a 29-05-2018",
        "Taller para dieciséis técnicos; Santa Tecla, El Salvador; 2018-05-25..2018-05-29",
        id="a row",
    ),
    pytest.param(
        "Reunión de seguimiento en Belmopán ┆ Belice ┆ 6 y 7 de mayo de 2018",
        "Reunión de seguimiento; Belmopán; 2018-05-06..2018-05-07",
        id="a row with its event first",
    ),
    pytest.param(
        "El GTPD sesionará por videoconferencia el 22 de junio de 2017 para revisar el expediente.",
        "Sesión del GTPD; ; 2017-06-22..2017-06-22",
        id="a body meets",
    ),
    pytest.param(
        "Nos vemos de nuevo en Penonomé, Panamá, el 4 y 5 de septiembre de 2017. Panamá corre con "
        "los gastos.",
        "Reunión; Penonomé, Panamá; 2017-09-04..2017-09-05",
        id="we meet again",
    ),
    pytest.param(
        "Instar a la Red de Protección Consular a reunirse el 9 de marzo de 2018.",
        "Reunión de la Red de Protección Consular; ; 2018-03-09..2018-03-09",
        id="asked to meet",
    ),
    pytest.param(
        "Chile capacitará a 25 inspectores de Bolivia en Arica, del 5 al 9 de marzo de 2018.",
        "Capacitación: 25 inspectores de Bolivia; Arica; 2018-03-05..2018-03-09",
        id="who is taught",
    ),
    pytest.param(
        "Nicaragua reiteró su oferta de acoger el seminario sobre remesas, el cual fue aceptado; la "
        "actividad se hará en León, el 7 y 8 de junio de 2018.",
        "Seminario sobre remesas; León; 2018-06-07..2018-06-08",
        id="what was named before",
    ),
    pytest.param(
        "Se invita a los miembros al simulacro binacional de evacuación, programado el 20 de julio "
        "de 2017 en Tumbes.",
        "Simulacro binacional de evacuación; Tumbes; 2017-07-20..2017-07-20",
        id="foreseen on a day",
    ),
    pytest.param(
        "Nadie objetó que Panamá reciba la sesión de marzo de 2018.",
        "Sesión; ; 2018-03-01..2018-03-31",
        id="in a month",
    ),
    pytest.param(
        "Celebrar la X Reunión en Tela los días 3 y 4 de mayo de 2018, debiendo la ST circular los "
        "documentos en abril.",
        "X Reunión; Tela; 2018-05-03..2018-05-04",
        id="before an exception of another",
    ),
    pytest.param(
        "El visor público estará en mantenimiento los días 7 y 8 de diciembre de 2017.",
        "Mantenimiento; ; 2017-12-07..2017-12-08",
        id="maintenance",
    ),
    pytest.param(
        "Sin perjuicio de lo anterior, habrá una reunión virtual de coordinadores el 27 de junio de 2017.",
        "Reunión virtual de coordinadores; ; 2017-06-27..2017-06-27",
        id="there will be",
    ),
    pytest.param(
        "La próxima reunión se celebrará en Lima.",
        "Reunión; Lima; ",
        id="the next meeting without a day",
    ),
    pytest.param(
        "Fijar como sede de la próxima reunión la ciudad de Arica, del 11 al 13 de abril de 2018.",
        "Reunión; Arica; 2018-04-11..2018-04-13",
        id="the city as an object",
    ),
    pytest.param(
        "Aceptar las becas para el curso de protección que México impartirá en Tapachula del 3 al "
        "14 de marzo de 2018.",
        "Curso de protección; Tapachula; 2018-03-03..2018-03-14",
        id="an event before another",
    ),
    pytest.param(
        "Encargo a Chile de un seminario sobre pesca en Puerto Montt, con fecha 9 de noviembre de 2017.",
        "Seminario sobre pesca; Puerto Montt; 2017-11-09..2017-11-09",
        id="dated",
    ),
    pytest.param(
        "La ST y El Salvador: seminario-taller de periodistas, Suchitoto, 1 y 2 de septiembre de 2017.",
        "Seminario-taller de periodistas; Suchitoto; 2017-09-01..2017-09-02",
        id="after who holds it",
    ),
    pytest.param(
        "Próxima sesión: 6 a 8 de marzo de 2018, Mérida, Yucatán.",
        "Sesión; Mérida, Yucatán; 2018-03-06..2018-03-08",
        id="the place after the days",
    ),
    pytest.param(
        "La XVI Reunión habrá de celebrarse en Roatán, Honduras, los días 20 y 21 de marzo de 2018.",
        "XVI Reunión; Roatán, Honduras; 2018-03-20..2018-03-21",
        id="a periphrasis",
    ),
    pytest.param(
        "La delegación de Bolivia propuso que el seminario sobre aguas se hiciera en Cochabamba, "
        "del 9 al 11 de octubre de 2017.",
        "Seminario sobre aguas; Cochabamba; 2017-10-09..2017-10-11",
        id="an imperfect subjunctive",
    ),
    pytest.param(
        "Aprobar la agenda de su XXX Reunión, a la que precede, el 17 de noviembre de 2017, una sesión.",
        "Sesión; ; 2017-11-17..2017-11-17",
        id="before another event",
    ),
    pytest.param(
        "El próximo taller de inspectores se hará el 08/11/2017 en Posadas.",
        "Taller de inspectores; Posadas; 2017-11-08..2017-11-08",
        id="a numeric day",
    ),
    pytest.param(
        "La PPT organizará el Encuentro de Juventudes el próximo 5 de octubre en Managua.",
        "Encuentro de Juventudes; Managua; 2017-10-05..2017-10-05",
        id="a day without a year",
    ),
    pytest.param(
        "Celebrar el Tercer Foro del Agua durante los días 30 de octubre al 3 de noviembre de "
        "2017 en Iquitos.",
        "Tercer Foro del Agua; Iquitos; 2017-10-30..2017-11-03",
        id="days of two months",
    ),
    pytest.param(
        "Rueda de negocios en Guayaquil, el 15 de noviembre de 2017.",
        "Rueda de negocios; Guayaquil; 2017-11-15..2017-11-15",
        id="a happening at the head of an item",
    ),
]
ENGLISH = [
    pytest.param(
        "It was settled that the Eighth Meeting be convened at Port of Spain from 8 to 10 June 2018.",
        "Eighth Meeting; Port of Spain; 2018-06-08..2018-06-10",
        id="a subjunctive in English",
    ),
    pytest.param(
        "The Twelfth Ordinary Session would be held in Kigali, Rwanda, from 10 to 12 September 2018.",
        "Twelfth Ordinary Session; Kigali, Rwanda; 2018-09-10..2018-09-12",
        id="a conditional in English",
    ),
    pytest.param(
        "Date and place of the next meeting: Dakar, Senegal, 22-24 January 2018.",
        "Meeting; Dakar, Senegal; 2018-01-22..2018-01-24",
        id="place after date and place",
    ),
    pytest.param(
        "UNODC was asked for two trainers for the course which Belize is organising in Belmopan on "
        "17–21 June 2018.",
        "Course; Belmopan; 2018-06-17..2018-06-21",
        id="a host in a relative clause",
    ),
    pytest.param(
        "The control-room operators' course would be given by SAPP in Kafue Gorge, Zambia, from 9 "
        "to 27 April 2018.",
        "Control-room operators' course; Kafue Gorge, Zambia; 2018-04-09..2018-04-27",
        id="a passive",
    ),
    pytest.param(
        "The Committee agreed to reconvene in Nairobi on 12 December 2017.",
        "Meeting of the Committee; Nairobi; 2017-12-12..2017-12-12",
        id="a body meets in English",
    ),
    pytest.param(
        "The Council resolved to observe Preparedness Week from 14 to 18 May 2018.",
        "Preparedness Week; ; 2018-05-14..2018-05-18",
        id="a title without an article",
    ),
    pytest.param(
        "Participants are invited to attend the Donor Round Table in Geneva on 27 September 2017.",
        "Donor Round Table; Geneva; 2017-09-27..2017-09-27",
        id="attended",
    ),
    pytest.param(
        "The workshop for prosecutors, postponed from March, will now run from 4 to 6 September "
        "2017 in Victoria.",
        "Workshop for prosecutors; Victoria; 2017-09-04..2017-09-06",
        id="moved",
    ),
    pytest.param(
        "A regional tabletop on oil spills will be staged by Trinidad and Tobago in Chaguaramas "
        "on 12 October 2017.",
        "Regional tabletop on oil spills; Chaguaramas; 2017-10-12..2017-10-12",
        id="staged",
    ),
    pytest.param(
        "Takes note of the invitation of Suriname to a study tour of the Galibi reserve, from 10 "
        "to 13 July 2017.",
        "Study tour of the Galibi reserve; ; 2017-07-10..2017-07-13",
        id="an invitation to a tour",
    ),
    pytest.param(
        "Field exercise: Negril, 4 August 2017 (Jamaica to lead).",
        "Field exercise; Negril; 2017-08-04..2017-08-04",
        id="a label with a bare city",
    ),
    pytest.param(
        "Members will meet informally in New York on 25 September 2017.",
        "Meeting; New York; 2017-09-25..2017-09-25",
        id="members meet",
    ),
    pytest.param(
        "The Committee fixed 14 and 15 March 2018 as the dates of its next session, in Gaborone.",
        "Session; Gaborone; 2018-03-14..2018-03-15",
        id="days fixed as those of an event",
    ),
    pytest.param(
        "The Council will next meet in Maun, Botswana, in the last week of October 2017.",
        "Meeting of the Council; Maun, Botswana; 2017-10-25..2017-10-31",
        id="a week",
    ),
    pytest.param(
        "A blackout simulation is foreseen for 21 November 2017, with all control centres.",
        "Blackout simulation; ; 2017-11-21..2017-11-21",
        id="foreseen",
    ),
]
NO_EVENT_IN_SPANISH = [
    "Queda sin efecto la reunión prevista para los días 24 y 25 de junio de 2017.",
    "Se cancela el taller previsto para los días 24 y 25 de junio de 2017.",
    "Guatemala notificará a la PPT, el 5 de septiembre de 2017, los nombres de sus delegados al seminario.",
    "Los miembros que asistan a la reunión confirmarán su presencia el 1 de septiembre de 2017.",
    "El taller contará con interpretación; los costos se liquidarán el 30 de noviembre de 2017.",
    "El acta de la XVI Reunión quedará abierta a la firma del 1 al 30 de junio de 2018.",
    "Prorrogar del 1 de julio al 30 de septiembre de 2017 el mandato de la mesa de trabajo.",
    "La matrícula del curso vence el 30 de junio de 2017.",
    "Canadá depositará su aporte para la conferencia el 3 de julio de 2017.",
    "El Panel de Expertos entregará su dictamen el 15 de diciembre de 2017.",
    "La Asamblea Nacional de Honduras ratificará el convenio el 15 de diciembre de 2017.",
    "Someter a la Conferencia de las Partes el texto, cuyo borrador estará listo el 20 de noviembre de 2017.",
    "El módulo de registro funcionará desde el 1 de enero de 2018.",
    "Traducir las ponencias del foro y publicarlas el 4 de octubre de 2017.",
    "La visita de los consulados se registrará en el sistema a partir del 1 de agosto de 2017.",
    "El visado para asistir al curso será gratuito del 1 de enero al 31 de marzo de 2018.",
    "Concurso público para la auditoría: apertura de ofertas, hasta el 12 de agosto de 2017.",
    "La Presidencia de la Conferencia pasará a Honduras el 1 de enero de 2018.",
    "Reservar fondos del 1 de julio al 31 de diciembre de 2017 para el curso de idiomas.",
    "La Comisión de la Feria rendirá cuentas el 31 de enero de 2018.",
    "Remitir a la ST los comentarios sobre el taller a más tardar el 15 de julio de 2017.",
    "La ST circulará el informe de la reunión el 15 de julio de 2017.",
    "Los países enviarán sus observaciones al curso antes del 3 de octubre de 2017.",
    "Agradecer a Panamá la organización del taller celebrado el 5 de marzo.",
    "Presentar el plan en la sesión plenaria; el plazo vence el 30 de septiembre de 2017.",
    "Designar a los participantes en el curso hasta el 20 de agosto de 2017.",
    "Tomar nota de que la reunión del 3 de abril de 2017 aprobó el plan.",
    "La PPT informará sobre los resultados de la conferencia el 1 de diciembre de 2017.",
    "Panamá presentará el 5 de septiembre de 2017 la sistematización del seminario.",
    "El mandato del Grupo se prorroga hasta la XVI Reunión, y en todo caso hasta el 30 de junio de 2018.",
    "La inscripción al curso estará abierta del 1 al 15 de agosto de 2017.",
    "Los documentos de la reunión estarán disponibles desde el 1 de septiembre de 2017.",
    "Recibir postulaciones para la visita de estudio entre el 1 y el 15 de agosto de 2017.",
    "El ejercicio presupuestario del 1 de enero al 31 de diciembre de 2018 contará con fondos propios.",
    "El convenio entrará en vigor el 1 de enero de 2018.",
    "Informar a la Conferencia sobre el avance del diagnóstico el 5 de octubre de 2017.",
    "La próxima reunión examinará el informe que la OIM entregará el 20 de octubre de 2017.",
    "Se fija el 30 de agosto de 2017 como fecha límite para inscribirse en el taller.",
    "México cubrirá los pasajes al taller y pagará el saldo el 15 de diciembre de 2017.",
    "La Secretaría convocará el 5 de agosto de 2017 a los puntos focales para la evaluación de la reunión.",
    "Aprobar el acta de la sesión ordinaria; Honduras la publicará el 7 de julio de 2017.",
    "Enviar el programa del taller el 5 de agosto de 2017.",
    "Aprobar el calendario de la reunión en julio de 2017.",
    "Los informes sobre la visita se entregarán el 5 de agosto de 2017.",
    "Contratar al intérprete de la conferencia en septiembre de 2017.",
    "Pagar la cuota el día de la apertura de cuentas, 3 de agosto de 2017.",
    "Publicar las memorias del congreso en diciembre de 2017.",
    (
        "La campaña de acopio de datos, y la remisión de estos a la ST el 3 de agosto de 2017, estarán "
        "a cargo de Chile."
    ),
    "La muestra tomada en la visita se analizará el 3 de agosto de 2017.",
    "Capacitar a los agentes del puesto a más tardar el 3 de octubre de 2017.",
    "Capacitar al personal; la ST enviará el material del 1 al 3 de octubre de 2017.",
    "La declaración de la Cumbre se depositará en la Secretaría el 3 de julio de 2017.",
    "El Comité de la Feria abrirá la licitación el 3 de julio de 2017.",
    "La contribución a la Asamblea General vence el 31 de enero de 2018.",
    "Guatemala asumirá la coordinación de la mesa de trabajo el 1 de enero de 2018.",
    "Los pasajes para el encuentro se comprarán el 3 de julio de 2017.",
    "Se pospone la decisión sobre el curso hasta el 30 de septiembre de 2017.",
    "El video del simulacro se difundirá en redes el 8 de agosto de 2017.",
    "Crear un grupo que revise las memorias de la jornada y entregue su parecer el 8 de agosto de 2017.",
    "La secretaría tendrá listo el reglamento del concurso el 8 de agosto de 2017.",
    "El sistema de citas funcionará del 1 al 31 de diciembre de 2017.",
    "Los formularios de la gira se recibirán entre el 1 y el 20 de junio de 2017.",
    "La vigencia de los acuerdos de la reunión corre del 1 de enero al 31 de diciembre de 2018.",
    "México abrirá en Tapachula, el 3 de julio de 2017, una oficina de atención.",
    "Dar seguimiento a la consulta y ofrecer resultados el 5 de octubre de 2017.",
    "Dar respuesta a la consulta de Chile el 5 de octubre de 2017.",
    "Recibir las respuestas a la encuesta del 1 al 15 de julio de 2017.",
]
NO_EVENT_IN_ENGLISH = [
    "The Parties agreed to exchange flow records, beginning on 1 October 2017.",
    "Belize will hand over the chair of the conference on 1 January 2018.",
    "The training manual will be issued on 4 August 2017.",
    "The forum's website will be offline from 1 to 3 August 2017.",
    "The session approved the budget for the period 1 January to 31 December 2018.",
    "Each member shall name two trainees for the course and pay their fares on 12 August 2017.",
    "The Assembly of Belize will debate the bill on 12 August 2017.",
    "Interest on dues for the session accrues from 1 January 2018.",
    "The results of the survey will be released on 15 September 2017.",
    "The panel's findings are to be sent out on 3 October 2017.",
    "Kenya will open a consular office for the fair trade scheme on 3 July 2017.",
    "Lodging for the workshop must be booked from 1 to 10 July 2017.",
    "The meeting took place on 3 and 4 April 2017 and set 15 July 2017 as the closing date.",
    "The TS will send the agenda of the workshop on 5 August 2017.",
    "Members shall register for the course by 12 August 2017.",
    "The report of the meeting will be published on 4 September 2017.",
    "The workshop held on 3 March adopted the guidelines.",
    "Applications for the training are open from 1 to 31 August 2017.",
    "Panama will pay its share of the conference costs on 30 September 2017.",
    "The panel took note of the draft submitted on 12 April.",
    "The Secretariat will submit to the next meeting the audit due on 31 March 2018.",
    "The agreement will enter into force on 1 January 2018.",
    "Canada will transfer the funds for the seminar on 15 September 2017.",
    "The budget covers the conference for the period from 1 January to 31 December 2018.",
    "Comments on the summary of the session may be sent from 1 to 15 July 2017.",
    "Nominations for the course close on 20 September 2017.",
    "The group will meet the costs on 1 October 2017.",
    "The Secretariat shall circulate the schedule of the seminar on 5 August 2017.",
    "The plan of the mission will be ready on 5 August 2017.",
    "The trained staff will report on 3 October 2017.",
    "Ghana will report on the exercise on 4 October 2017.",
    "The visa fee for conference delegates is waived from 1 to 10 October 2017.",
    "The contract of the session clerk runs from 1 July to 30 September 2017.",
    "Give feedback on the course on 4 October 2017.",
    "The Conference Secretariat will be closed from 20 to 31 December 2017.",
    "The exhibition catalogue will be printed on 4 October 2017.",
    "The mission statement takes effect on 4 October 2017.",
    "Provide the training materials on 4 October 2017.",
    "The next meeting will consider the audit, which closes on 30 September 2017.",
    "Offer comments on the consultation paper on 4 October 2017.",
    "Release of the session's minutes on 4 October 2017.",
    "The trial period runs from 1 to 31 July 2017.",
    "Accounts for the meeting were opened on 3 July 2017.",
]


def find(text: str, language: str) -> tuple[Event, ...]:
    return FINDER.fill(make_act(("C1", text), meeting=MEETING, language=language)).events


def written(event: Event) -> str:
    days = f"{event.start}..{event.end or ''}" if event.start else ""
    return f"{event.name}; {event.place or ''}; {days}"


@pytest.mark.parametrize(("text", "expected"), SPANISH)
def test_an_event_is_read_in_spanish(text: str, expected: str) -> None:
    assert [written(event) for event in find(text, "es")] == [expected]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_an_event_is_read_in_english(text: str, expected: str) -> None:
    assert [written(event) for event in find(text, "en")] == [expected]


@pytest.mark.parametrize("text", NO_EVENT_IN_SPANISH, ids=first_words)
def test_days_of_something_else_make_no_event_in_spanish(text: str) -> None:
    assert find(text, "es") == ()


@pytest.mark.parametrize("text", NO_EVENT_IN_ENGLISH, ids=first_words)
def test_days_of_something_else_make_no_event_in_english(text: str) -> None:
    assert find(text, "en") == ()


def test_two_events_of_a_kind_have_each_their_days() -> None:
    text = (
        "Aprobó la realización de dos talleres: el primero en Piura, el 12 de julio de 2017, y el segundo en "
        "Loja, el 9 de agosto de 2017."
    )

    assert [(event.place, str(event.start)) for event in find(text, "es")] == [
        ("Piura", "2017-07-12"),
        ("Loja", "2017-08-09"),
    ]


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        pytest.param(
            "Próxima sesión",
            "Tendrá lugar en Changuinola, Panamá, el 13 de septiembre de 2017.",
            "Sesión; Changuinola, Panamá; 2017-09-13..2017-09-13",
            id="a heading",
        ),
        pytest.param(
            "Con respecto al taller sobre visas:",
            "que Honduras lo celebrará en Tela, del 22 al 24 de agosto de 2017.",
            "Taller sobre visas; Tela; 2017-08-22..2017-08-24",
            id="a lead-in",
        ),
        pytest.param(
            "PRÓXIMA REUNIÓN",
            "Lima, 5 y 6 de marzo de 2018.",
            "Reunión; Lima; 2018-03-05..2018-03-06",
            id="no more than where and when",
        ),
        pytest.param(
            "Próxima reunión",
            "Lugar y fecha: Lima, 5 y 6 de marzo de 2018",
            "Reunión; Lima; 2018-03-05..2018-03-06",
            id="labelled",
        ),
        pytest.param(
            "Celebrar dos talleres:",
            "en Loja, del 10 al 11 de julio de 2017.",
            "Talleres; Loja; 2017-07-10..2017-07-11",
            id="an item of a lead-in",
        ),
    ],
)
def test_what_is_said_below_a_heading_is_of_its_event(heading: str, text: str, expected: str) -> None:
    act = make_act(("C1", heading), ("C1.a", text), meeting=MEETING)

    assert [written(event) for event in FINDER.fill(act).events] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Fecha límite de inscripción: 5 de octubre de 2017.", id="a last day"),
        pytest.param("5 de octubre de 2017: entrega de informes", id="what is due"),
        pytest.param("enviar los nombres el 5 de octubre de 2017", id="a duty"),
    ],
)
def test_other_days_below_a_heading_are_none_of_its_event(text: str) -> None:
    act = make_act(("C1", "En relación con el taller sobre visas:"), ("C1.a", text), meeting=MEETING)

    assert FINDER.fill(act).events == ()


@pytest.mark.parametrize(
    ("text", "organizers"),
    [
        pytest.param(
            "Difundir el festival que el Perú organizará en Arequipa del 12 al 17 de agosto de 2017.",
            ("Perú",),
            id="before the holding",
        ),
        pytest.param(
            "Adiestramiento por Colombia, en Bogotá, del 5 al 9 de febrero de 2018, de dos agentes por país.",
            ("Colombia",),
            id="after «por»",
        ),
        pytest.param(
            "Jornada de registro en Ocotepeque, 9 de julio de 2017, a cargo de Honduras.",
            ("Honduras",),
            id="in charge",
        ),
    ],
)
def test_who_holds_an_event_organizes_it(text: str, organizers: tuple[str, ...]) -> None:
    [event] = find(text, "es")

    assert event.organizers == organizers


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param(
            "Tomar nota de la oferta del Perú para el foro de Cusco, del 5 al 7 de junio de 2017.",
            EventStatus.PROPOSED,
            id="offered",
        ),
        pytest.param(
            "Aceptar la invitación del Perú para que la XVI Reunión tenga lugar en Cusco del 5 al 7 "
            "de junio de 2017.",
            EventStatus.SCHEDULED,
            id="accepted",
        ),
        pytest.param(
            "Designar los enlaces para el simulacro de contingencia del 6 de diciembre de 2017.",
            EventStatus.REFERENCED,
            id="mentioned",
        ),
    ],
)
def test_what_is_only_offered_is_proposed(text: str, status: EventStatus) -> None:
    [event] = find(text, "es")

    assert event.status is status
