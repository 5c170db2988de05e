from datetime import date

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading.duties.findings import act_finder
from knowledge.values.acts import Role
from knowledge.values.statements import Statement
from tests.support.builders import make_act, make_meeting

FINDER = act_finder(PartyRegister.load(BUILT_IN))
MEETING = make_meeting(start=date(2019, 5, 14), end=date(2019, 5, 16))


def statements_in(text: str, language: str) -> tuple[Statement, ...]:
    act = FINDER.fill(make_act(("C1", text), meeting=MEETING, language=language))
    for statement in act.statements:
        assert statement.span.of(act.text) == statement.quote
    return act.statements


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param(
            "La OIM imparte el curso en Comayagua y Canadá sufraga los boletos.",
            "es",
            {(Role.DOER, "OIM", "impartir"), (Role.PAYER, "Canadá", "sufragar")},
            id="two verbs, two doers",
        ),
        pytest.param(
            "Agradecer a Panamá la guía sobre retorno, traducida por el ACNUR con fondos de Canadá.",
            "es",
            {
                (Role.THANKED, "Panamá", "agradecer"),
                (Role.DOER, "ACNUR", "traducir"),
                (Role.PAYER, "Canadá", "traducir"),
            },
            id="thanked, by whom, and with whose money",
        ),
        pytest.param(
            "Agradecer a México por el taller, con el apoyo financiero y técnico de la OEA.",
            "es",
            {(Role.THANKED, "México", "agradecer")},
            id="who helps does nothing",
        ),
        pytest.param(
            "Tomar nota de la solicitud de Honduras de ampliar el plazo.",
            "es",
            {(Role.REQUESTER, "Honduras", "ampliar")},
            id="who asks is not bound",
        ),
        pytest.param(
            "Tomar nota de la propuesta de la RROCM de crear un fondo.",
            "es",
            {(Role.PROPOSER, "RROCM", "proponer")},
            id="who proposes is not bound",
        ),
        pytest.param(
            "Elegir a Panamá para ejercer la Presidencia en 2010, y a Honduras para la Vicepresidencia.",
            "es",
            {(Role.CHOSEN, "Panamá", "elegir"), (Role.CHOSEN, "Honduras", "elegir")},
            id="two posts",
        ),
        pytest.param(
            "Elegir a la señora Clara Montoya Ruiz, de Panamá, como coordinadora de la Red.",
            "es",
            {(Role.CHOSEN, "Clara Montoya Ruiz", "elegir")},
            id="a person is chosen",
        ),
        pytest.param(
            "Designamos al señor Iván Solano Prado como Coordinador, por un período de dos años contado a "
            "partir del 1 de julio de 2019.",
            "es",
            {(Role.CHOSEN, "Iván Solano Prado", "designar")},
            id="from when on is no infinitive",
        ),
        pytest.param(
            "Aceptar el ofrecimiento de Belice de acoger el Taller de Visas en Belmopán, en julio de 2019.",
            "es",
            {
                (Role.ORGANIZER, "Belice", ""),
                (Role.RESPONSIBLE, "Belice", "acoger"),
                (Role.OFFERER, "Belice", "acoger"),
            },
            id="who offers has to do it",
        ),
        pytest.param(
            "Acordar la realización de una sesión sobre rescates, que convocará Belice en julio de 2019.",
            "es",
            {
                (Role.ORGANIZER, "Belice", ""),
                (Role.RESPONSIBLE, "Belice", "realizar"),
                (Role.ORGANIZER, "Belice", "convocar"),
            },
            id="a subject after its verb",
        ),
        pytest.param(
            "Previo dictamen de Canadá y México, la ST publicará el manual.",
            "es",
            {(Role.RESPONSIBLE, "ST", "publicar"), (Role.DOER, "Canadá, México", "")},
            id="whose it is",
        ),
        pytest.param(
            "Takes note of the request by Honduras that the fee be waived.",
            "en",
            {(Role.REQUESTER, "Honduras", "waive")},
            id="who asks, in English",
        ),
        pytest.param(
            "Thank Panama for the guide, translated by UNHCR with funding from Canada.",
            "en",
            {
                (Role.THANKED, "Panamá", "thank"),
                (Role.DOER, "ACNUR", "translate"),
                (Role.PAYER, "Canadá", "translate"),
            },
            id="by whom, and with whose money, in English",
        ),
        pytest.param(
            "Elects Mexico as Chair, and Belize and Panama as Vice-Chairs.",
            "en",
            {(Role.CHOSEN, "México", "elect"), (Role.CHOSEN, "Belice, Panamá", "elect")},
            id="parties are chosen, each to its post",
        ),
    ],
)
def test_who_does_what_is_read_from_each_clause(
    text: str, language: str, expected: set[tuple[Role | None, str, str]]
) -> None:
    found = {(each.role, ", ".join(each.agents), each.deed) for each in statements_in(text, language)}
    assert found == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param(
            "Aprobar el acta de la reunión celebrada en Roatán en marzo de 2018.",
            "es",
            [("celebrar", "en marzo de 2018", "Roatán", [])],
            id="what is told by the way",
        ),
        pytest.param(
            "La OIM capacitará a no menos de cuarenta oficiales en Tapachula, con US$12,500.",
            "es",
            [("capacitar", None, "Tapachula", ["no menos de cuarenta oficiales", "US$12,500"])],
            id="place and figures",
        ),
        pytest.param(
            "Panamá remitirá el informe a más tardar el 15 de julio y lo publicará en 2020.",
            "es",
            [
                ("remitir", "a más tardar el 15 de julio", None, []),
                ("publicar", "en 2020", None, []),
            ],
            id="each verb has its own time",
        ),
        pytest.param(
            "México avisará con cuarenta y ocho horas de anticipación.",
            "es",
            [("avisar", "con cuarenta y ocho horas de anticipación", None, ["cuarenta y ocho horas"])],
            id="hours ahead",
        ),
        pytest.param(
            "Canada will host nine interns in Ottawa from 3 to 7 June 2019.",
            "en",
            [("host", "from 3 to 7 June 2019", "Ottawa", ["nine interns"])],
            id="days, place and figures in English",
        ),
    ],
)
def test_time_place_and_figures_belong_to_their_clause(
    text: str, language: str, expected: list[tuple[str, str | None, str | None, list[str]]]
) -> None:
    found = [
        (each.deed, each.time.text, each.place, [figure.text for figure in each.figures])
        for each in statements_in(text, language)
        if each.time.end or each.time.text or each.place or each.figures
    ]
    assert list(dict.fromkeys(map(repr, found))) == list(map(repr, expected))


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        pytest.param("La ST remitirá el acta a los Países Miembros.", ("Países Miembros",), id="parties"),
        pytest.param(
            "La ST elevará el dictamen a las cancillerías.", ("las cancillerías",), id="the act's word"
        ),
        pytest.param("La ST asistirá a las capacitaciones.", (), id="nothing goes there"),
    ],
)
def test_to_whom_something_goes_is_read(text: str, recipients: tuple[str, ...]) -> None:
    assert {each.recipients for each in statements_in(text, "es")} == {recipients}


def test_a_statement_of_a_commitment_agrees_with_it() -> None:
    act = FINDER.fill(
        make_act(
            ("C1", "Instar a los Países Miembros que adeudan cuotas a saldarlas antes del 31 de agosto."),
            meeting=MEETING,
        )
    )
    [commitment], [statement] = act.commitments, act.statements
    assert statement.agents == commitment.responsible
    assert statement.time == commitment.deadline
    assert statement.inferred == commitment.inferred


def test_what_it_is_for_is_kept() -> None:
    [statement] = statements_in("La ST difundirá la guía a fin de prevenir la trata, en línea.", "es")
    assert statement.purpose == "a fin de prevenir la trata"
