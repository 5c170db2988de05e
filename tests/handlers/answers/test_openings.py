"""Openings: a message tells first what was asked, of the clause that was asked about, or says nothing."""

from pathlib import Path

import pytest

from handlers.answers.rendering import AnswerRenderer
from handlers.catalogue import load_catalogues
from knowledge.answering.responder import Responder
from knowledge.language.datafiles import BUILT_IN
from knowledge.reading import read_act
from knowledge.values.answers import Outcome
from tests.support.answers import REGISTER, TODAY, ask, respond_from

OTHER_ACTS = Path(__file__).parents[3] / "benchmarks" / "gold" / "acts"
SANTO_DOMINGO, PANAMA, BELIZE = (
    "grcm-2019-05-santo-domingo",
    "grcm-2018-11-ciudad-de-panama",
    "grcm-2021-06-belize-city",
)
CATALOGUES = load_catalogues(BUILT_IN)


@pytest.fixture(scope="module")
def responder(tmp_path_factory: pytest.TempPathFactory) -> Responder:
    act = read_act(BUILT_IN.forum / "acts" / "grcm-2017-06-san-salvador.txt", register=REGISTER)
    return respond_from(tmp_path_factory.mktemp("openings"), act)


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Responder]:
    """Responders on acts that openings weren't written by, one to each."""
    names = (SANTO_DOMINGO, PANAMA, BELIZE)
    acts = (read_act(OTHER_ACTS / f"{name}.txt", register=REGISTER) for name in names)
    folder = tmp_path_factory.mktemp("elsewhere")
    responders = {}
    for act in acts:
        (folder / act.slug).mkdir()
        responders[act.slug] = respond_from(folder / act.slug, act)
    return responders


def opening(responder: Responder, *messages: str, language: str = "es") -> list[str]:
    """Return the lines of the last answer that stand before its first quotation."""
    answer = ask(responder, *messages, language=language)
    if not answer.findings:
        return []
    if answer.outcome is Outcome.AMBIGUOUS:
        answer = answer.model_copy(update={"lead": ()})  # how sure it is is tested elsewhere
    text = AnswerRenderer(CATALOGUES[answer.language], TODAY).text(answer)
    return [line for line in text.partition("«" + answer.findings[0].quote)[0].splitlines() if line]


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        pytest.param(
            "¿a quién confirmo mi participación en el taller de desastres?",
            ["Destinatario: ST"],
            id="to-whom-and-not-who",
        ),
        pytest.param(
            "¿A qué instancia deben remitir los países la confirmación para el taller de desastres?",
            ["Destinatario: ST"],
            id="to-which-body",
        ),
        pytest.param(
            "¿Quién envía la declaración a los viceministros?", ["Responsable: PPT"], id="the-second-clause"
        ),
        pytest.param(
            "¿Quién corrige la declaración y la manda a los países?",
            ["Responsable: ST"],
            id="the-first-clause",
        ),
        pytest.param(
            "¿Quién debe gestionar que el coordinador inicie funciones?", ["Responsable: OIM"], id="a-post"
        ),
        pytest.param(
            "¿Qué organismos presentaron su trabajo en beneficio de las mujeres migrantes?",
            ["OIM, ACNUR, CICR, UNICEF y OIT"],
            id="all-who-presented",
        ),
        pytest.param(
            "¿Qué países elaboraron el borrador de la declaración especial?",
            ["Estados Unidos, Canadá, México y El Salvador"],
            id="those-thanked-for-it",
        ),
        pytest.param("¿Quién elabora el diagnóstico regional?", ["OIM"], id="by-whom"),
        pytest.param(
            "¿Quién pidió revisar la cláusula de arbitraje?", ["Lo solicitó: Estados Unidos"], id="a-request"
        ),
        pytest.param(
            "¿Qué organismo da apoyo técnico a la reunión del grupo ad hoc?",
            ["Con el apoyo de: OEA"],
            id="the-noun-of-a-verb-that-carries-it",
        ),
        pytest.param(
            "¿Quién puso los premios del concurso de fotos?", ["Organismos Observadores"], id="ends"
        ),
        pytest.param(
            "¿A qué países se les agradece por los avances del taller de pasaportes?",
            ["Se agradece a: Canadá y México"],
            id="whom-one-thanks",
        ),
        pytest.param("¿Quién asignó a uno de sus funcionarios?", ["OIM"], id="the-second-thanks"),
        pytest.param("¿Quién elaboró el memorándum?", ["PPT, ST y OIM"], id="whose-deed-is-said-first"),
        pytest.param("¿Quién impulsa los concursos de ensayo?", ["PPT"], id="the-nearest-deed"),
        pytest.param(
            "¿Quiénes deben avalar los insumos birregionales?",
            ["Viceministros"],
            id="by-whom-it-is-to-be-done",
        ),
        pytest.param("¿Quién debe pagar las cuotas?", ["Responsable: Países Miembros"], id="who-has-to-pay"),
        pytest.param(
            "¿Quién recibe el comunicado oficial de la PPT?",
            ["Destinatario: Belice y Nicaragua"],
            id="who-receives",
        ),
        pytest.param(
            "¿A quiénes se invita a continuar las campañas?",
            ["Responsable: Países Miembros"],
            id="the-invited",
        ),
        pytest.param(
            "¿A quién felicitó por el diplomado?", ["Se felicita a: El Salvador"], id="congratulated"
        ),
        pytest.param("¿A quién se le pagan las cuotas?", [], id="nobody-named"),
        pytest.param("¿A quién propuso invitar Canadá?", [], id="not-who-proposed"),
        pytest.param("¿Quién envió la invitación a la CSM?", [], id="a-duty-is-no-deed-done"),
        pytest.param(
            "¿Quién quedó de enviar la invitación a la CSM?", ["Responsable: ST"], id="a-duty-taken-on"
        ),
        pytest.param("¿Quién quedó de consultarlo con el Departamento Legal?", [], id="nobody-for-certain"),
        pytest.param(
            "¿Qué película se exhibió sobre quienes llegan de otros continentes?", [], id="a-relative"
        ),
    ],
)
def test_who_is_told_of_the_clause_that_is_asked_about(
    responder: Responder, question: str, lines: list[str]
) -> None:
    assert opening(responder, question) == lines


@pytest.mark.parametrize(
    ("question", "first"),
    [
        pytest.param(
            "¿Cuándo es el taller de pasaportes?", "17–18 de julio de 2017 · Ciudad de México", id="event"
        ),
        pytest.param(
            "¿Dónde es el taller de pasaportes?", "Ciudad de México · 17–18 de julio de 2017", id="its-place"
        ),
        pytest.param("¿Qué día de marzo fue lo de la OEA?", "31 de marzo de 2017", id="a-day-in-it"),
        pytest.param("¿Cuándo fue la conferencia de Miami?", "15–16 de junio", id="a-day-without-year"),
        pytest.param("¿Dónde fue la conferencia de prosperidad?", "Miami", id="a-place-in-the-text"),
        pytest.param(
            "¿Dónde fue el taller de migración y salud que ya se hizo?", "Costa Rica", id="the-earlier-of-two"
        ),
        pytest.param("¿Para qué año es el taller de seguimiento de salud?", "2019", id="the-later-of-two"),
        pytest.param("¿Cuándo se hará el taller de salud?", "2019", id="the-one-ahead"),
        pytest.param("¿Cuándo se hizo el taller de salud?", "2016", id="the-one-past"),
        pytest.param(
            "¿Qué taller hay en San José?", "8–9 de agosto de 2017 · San José, Costa Rica", id="which-event"
        ),
        pytest.param(
            "¿Cuándo es el foro de mujeres migrantes?",
            "«en el marco de la reunión Viceministerial de la CRM de 2017»",
            id="more-exact-in-the-words-of-the-act",
        ),
        pytest.param(
            "¿Cuáles son las campañas de la CRM?",
            "Tráfico ilícito de migrantes: #NegocioMortal, InformArte en movimiento",
            id="a-list",
        ),
        pytest.param(
            "¿Cuáles redes de funcionarios de enlace presentaron informes?",
            "Red de Protección NNA, Red de Protección Consular y Red contra",
            id="which-parties",
        ),
        pytest.param(
            "¿Cuántos países participaron en el comité de selección?",
            "7: Canadá, Estados Unidos, El Salvador, Honduras, México, Panamá y República Dominicana",
            id="a-number-of-parties",
        ),
        pytest.param("¿Cuántas propuestas de la RROCM se anotaron?", "3", id="a-number-of-items"),
        pytest.param(
            "¿Qué debe hacer la ST con la invitación a la CSM?", "Enviar una invitación", id="a-duty"
        ),
        pytest.param("conclusión 16.a", "Hasta el 15 de julio de 2017", id="all-that-it-says"),
    ],
)
def test_a_message_opens_with_what_was_asked(responder: Responder, question: str, first: str) -> None:
    assert opening(responder, question)[0].startswith(first)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("qué propuso Panamá sobre información biométrica", id="a-proposal-beside-a-duty"),
        pytest.param("MICIC", id="a-word"),
        pytest.param(
            "fecha límite para presentar el borrador a los viceministros", id="a-time-that-points-back"
        ),
        pytest.param("¿Cuándo manda la ST la declaración?", id="a-duty-without-time"),
        pytest.param(
            "¿Dónde será el taller de seguimiento de salud de 2019?", id="the-place-of-another-event"
        ),
        pytest.param(
            "deadline for the TS report",
            id="a-day-before-the-meeting-is-no-deadline",
        ),
        pytest.param("¿dónde van a retomar el documental de la RROCM?", id="no-place-but-a-meeting"),
        pytest.param("conclusión 7", id="several-clauses"),
        pytest.param("¿Qué manual para quienes huyen de huracanes se va a enseñar?", id="another-clause"),
    ],
)
def test_a_clause_that_was_not_asked_about_opens_nothing(responder: Responder, question: str) -> None:
    assert opening(responder, question) == []


def test_the_day_of_an_event_is_said_to_be_no_deadline(responder: Responder) -> None:
    question = "¿Hasta cuándo confirmo mi participación en el taller de pasaportes?"
    assert opening(responder, question) == ["La conclusión 24 no fija un plazo."]


def test_a_deduced_day_is_told_as_such_after_the_words_of_the_act(responder: Responder) -> None:
    assert opening(responder, "¿para cuándo hay que retomar el video de la RROCM?") == [
        "«en la próxima reunión del Grupo Ad Hoc»",
        "El acta no da aquí la fecha; según la conclusión 23, sería el 6–7 de julio de 2017.",
    ]


def test_a_follow_up_on_who_pays_names_nobody_who_does_not(responder: Responder) -> None:
    asked = ("¿Quién financia el taller de pasaportes?", "¿y el de desastres?")
    assert opening(responder, *asked) == []


def test_a_follow_up_that_asks_why_is_not_told_who(responder: Responder) -> None:
    assert opening(responder, "¿Quién debe escribirle a Belice?", "¿por qué?") == []


def test_what_a_deed_is_for_is_marked(responder: Responder) -> None:
    finding = ask(responder, "¿Para qué negocian Estados Unidos y la OIM la cláusula?").findings[0]
    assert finding.highlights == ("A fin de contar con un borrador final del Memorándum",)


def test_what_an_ellipsis_does_not_ask_is_not_found_lacking(responder: Responder) -> None:
    assert opening(responder, "¿Dónde es el taller de pasaportes?", "¿y Belice?") == []


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        pytest.param(
            "who sends the Declaration to the vice-ministers?", ["Responsible: PPT"], id="the-second-clause"
        ),
        pytest.param("who do I RSVP to for the San Jose training?", ["Addressee: TS"], id="to-whom"),
        pytest.param("who prepared the draft MoU", ["PPT, TS, and IOM"], id="no-role-that-they-have-not"),
        pytest.param(
            "who's drafting the new clause", ["Responsible: United States and IOM"], id="what-a-duty-is-for"
        ),
        pytest.param("who should we invite to the ad hoc group?", ["Addressee: SACM"], id="whom"),
        pytest.param("who is invited to the ad hoc group meeting", ["Addressee: SACM"], id="passive"),
        pytest.param(
            "Who is providing financial and technical support to the ad hoc group meeting?",
            ["With the support of: OAS"],
            id="support",
        ),
        pytest.param("who is thanked for the hospitality", ["Thanks go to: El Salvador"], id="thanks"),
    ],
)
def test_openings_are_in_the_language_of_the_reader(
    responder: Responder, question: str, lines: list[str]
) -> None:
    assert opening(responder, question, language="en") == lines


@pytest.mark.parametrize(
    ("act", "question", "first"),
    [
        pytest.param(
            SANTO_DOMINGO, "¿Quién financia el seminario?", "Lo financia: Estados Unidos", id="pays"
        ),
        pytest.param(
            SANTO_DOMINGO, "¿Quién da apoyo técnico al seminario?", "Con el apoyo de: ACNUR", id="supports"
        ),
        pytest.param(
            SANTO_DOMINGO,
            "¿Hasta cuándo se mandan los nombres al seminario?",
            "Hasta el 30 de agosto",
            id="due",
        ),
        pytest.param(
            SANTO_DOMINGO,
            "¿Qué día se mandan los nombres al seminario?",
            "Hasta el 30 de agosto",
            id="what-day",
        ),
        pytest.param(
            SANTO_DOMINGO, "¿Cuándo es la visita a Toronto?", "Primer semestre de 2020", id="half-a-year"
        ),
        pytest.param(
            SANTO_DOMINGO, "¿Cuándo es el foro empresarial?", "Noviembre de 2019", id="a-vague-month"
        ),
        pytest.param(
            SANTO_DOMINGO,
            "¿A quién se le agradece el acompañamiento?",
            "Se agradece a: OIM y OIT",
            id="thanks",
        ),
        pytest.param(
            SANTO_DOMINGO,
            "¿Quién da el dictamen para el fondo semilla?",
            "Canadá, Estados Unidos y",
            id="of-whom",
        ),
        pytest.param(
            SANTO_DOMINGO,
            "¿En cuántos estados funciona el programa Empleo sin Fronteras?",
            "cuatro de sus",
            id="a-figure",
        ),
        pytest.param(
            PANAMA, "¿Cuántos funcionarios hay que capacitar?", "no menos de cincuenta", id="at-least"
        ),
        pytest.param(
            PANAMA, "¿Quién pidió más tiempo?", "Lo solicitó: Estados Unidos", id="the-later-request"
        ),
        pytest.param(
            PANAMA, "¿A quién comunica la OIM el resultado?", "Destinatario: Honduras y ST", id="whom"
        ),
        pytest.param(
            PANAMA, "¿Quiénes presentaron las rutas del tráfico?", "UNODC e INTERPOL", id="e-before-i"
        ),
        pytest.param(
            PANAMA, "¿Cuándo se entregaron los lectores?", "Marzo–septiembre", id="months-of-no-year"
        ),
        pytest.param(
            BELIZE, "who funds the seminar on remittances", "Paid for by: IOM", id="not-the-next-one"
        ),
        pytest.param(BELIZE, "who asked for more details on the survey", "Requested by: Panama", id="asked"),
        pytest.param(
            BELIZE, "which countries signed the memorandum on statistics", "Belize and Guatemala", id="did"
        ),
        pytest.param(
            BELIZE, "how many countries attended", "10 countries took part", id="how-many-in-english"
        ),
        pytest.param(
            BELIZE, "where was the round table on registries", "Bridgetown", id="a-place-in-the-text"
        ),
    ],
)
def test_openings_hold_for_acts_that_nobody_had_in_mind(
    elsewhere: dict[str, Responder], act: str, question: str, first: str
) -> None:
    assert opening(elsewhere[act], question)[0].startswith(first)


def test_a_day_counted_back_from_an_event_says_so(elsewhere: dict[str, Responder]) -> None:
    asked = "by when must we confirm participation in the seminar on remittances"
    assert opening(elsewhere[BELIZE], asked)[:2] == [
        "«at least ten days in advance»",
        "The act gives no date here; counting back from the event, it would be September 25, 2021.",
    ]


def test_a_sub_item_beside_names_the_holder_of_a_post(responder: Responder) -> None:
    assert opening(responder, "¿cómo se llama el nuevo jefe de la secretaría?") == [
        "Nombre: Luis Alonso Serrano Echeverría"
    ]
