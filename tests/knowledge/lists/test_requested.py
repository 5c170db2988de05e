"""Lists and cards that are asked for in words: of several readings the first that fits."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.answering.responder import Responder
from knowledge.values.answers import Answer, Outcome
from knowledge.values.questions import OverviewKind, Stage
from tests.support.answers import respond_from
from tests.support.builders import make_meeting
from tests.support.meetings import four_meetings, meeting_of

TODAY = date(2017, 7, 1)


@pytest.fixture(scope="module")
def responder(tmp_path_factory: pytest.TempPathFactory) -> Responder:
    return respond_from(Path(tmp_path_factory.mktemp("requested")), *four_meetings())


def keys(answer: Answer) -> list[str]:
    return [finding.citation.key for finding in answer.findings]


def said(answer: Answer) -> list[str]:
    return [str(notice) for notice in answer.lead]


@pytest.mark.parametrize(
    ("kind", "words", "first"),
    [
        pytest.param(OverviewKind.PENDING, "", "grcm-2017-06-mexico-city#C1", id="soonest"),
        pytest.param(OverviewKind.PENDING, "Honduras 2015", "crm-2015-11-managua#C1", id="of-a-meeting"),
        pytest.param(OverviewKind.PENDING, "Honduras 2007", "grcm-2006-11-managua#C1", id="due-in-a-year"),
        pytest.param(OverviewKind.DEADLINES, "enero 2016", "crm-2015-11-managua#C1", id="due-in-a-month"),
        pytest.param(OverviewKind.DEADLINES, "Managua", "crm-2015-11-managua#C1", id="newest-of-two-first"),
        pytest.param(OverviewKind.EVENTS, "2016", "crm-2015-11-managua#C3", id="held-in-a-year"),
        pytest.param(OverviewKind.EVENTS, "Managua 2006", "grcm-2006-11-managua#C3", id="announced"),
        pytest.param(OverviewKind.PARTY, "Nicaragua 2010", "grcm-2010-05-ciudad-de-panamá#C3", id="party"),
        pytest.param(OverviewKind.MEETINGS, "desde 2011", "grcm-2017-06-mexico-city#ENC", id="meetings"),
    ],
)
def test_the_reading_that_fits_is_listed(
    responder: Responder, kind: OverviewKind, words: str, first: str
) -> None:
    assert keys(responder.lists.answer(kind, words, today=TODAY, language="es"))[0] == first


def test_a_list_may_be_limited_to_what_is_ahead_over_or_without_a_day(responder: Responder) -> None:
    overviews = responder.lists.overviews
    answer = responder.lists.answer(OverviewKind.PENDING, "", today=TODAY, language="es")
    listed = {}
    for offer in answer.offers:
        listed[offer.overview.stage] = overviews.answer(offer.overview, today=TODAY, language="es")
        told, shown = str(offer.label), str(listed[offer.overview.stage].lead[0])
        assert told.partition(":")[2] == shown.partition(":")[2]
    assert list(listed) == [Stage.AHEAD, Stage.OVER, Stage.UNDATED]
    assert keys(listed[Stage.OVER])[0] == "crm-2015-11-managua#C1"
    for stage, limited in listed.items():
        assert {each.stage for each in (offer.overview for offer in limited.offers)} == {*Stage} - {
            stage,
            Stage.DONE,
        }


def test_deadlines_without_a_day_are_not_offered(responder: Responder) -> None:
    answer = responder.lists.answer(OverviewKind.DEADLINES, "", today=TODAY, language="es")
    assert [offer.overview.stage for offer in answer.offers] == [Stage.AHEAD, Stage.OVER]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        pytest.param("pendientes de Honduras de 2015", "crm-2015-11-managua#C1", id="pending"),
        pytest.param("¿qué plazos hay en enero de 2016?", "crm-2015-11-managua#C1", id="deadlines"),
        pytest.param("plazos de Managua", "crm-2015-11-managua#C1", id="of-a-city"),
        pytest.param("plazos vencidos", "crm-2015-11-managua#C1", id="over"),
        pytest.param("eventos 2016", "crm-2015-11-managua#C3", id="events"),
        pytest.param("¿qué reuniones hubo desde 2011?", "grcm-2017-06-mexico-city#ENC", id="meetings"),
        pytest.param("reunión Managua 2006", "grcm-2006-11-managua#ENC", id="card"),
    ],
)
def test_the_same_words_in_a_chat_give_the_same_list(responder: Responder, words: str, first: str) -> None:
    answer, _ = responder.ask(words, today=TODAY, language="es")
    assert keys(answer)[0] == first
    assert answer.overview or answer.card


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("¿qué vence mañana?", id="tomorrow"),
        pytest.param("¿Qué vence esta semana?", id="this week"),
        pytest.param("what is due next week?", id="next week"),
        pytest.param("eventos de los próximos 10 días", id="events"),
    ],
)
def test_of_days_from_today_on_it_is_said_that_there_is_nothing(responder: Responder, words: str) -> None:
    answer, _ = responder.ask(words, today=TODAY, language="es")
    assert (answer.outcome, bool(answer.overview and answer.overview.period)) == (Outcome.NOTHING, True)


def test_of_two_parties_the_other_is_offered(responder: Responder) -> None:
    answer = responder.lists.answer(OverviewKind.PENDING, "Honduras y Panamá", today=TODAY, language="es")
    assert answer.overview
    assert (answer.overview.party, answer.overview.where) == ("Honduras", None)
    assert "Panamá" in [offer.overview.party for offer in answer.offers]


def test_other_readings_are_offered(responder: Responder) -> None:
    answer = responder.lists.answer(OverviewKind.PENDING, "Panamá", today=TODAY, language="es")
    assert [offer.overview.where for offer in answer.offers if offer.overview.stage is None] == ["panama"]


def test_a_clause_without_its_subject_is_quoted_from_where_its_sentence_begins(responder: Responder) -> None:
    answer = responder.lists.answer(OverviewKind.PENDING, "Panamá 2015", today=TODAY, language="es")
    assert answer.findings[0].quote == "Panama took note of the proposal and undertook to answer it"


@pytest.mark.parametrize(
    ("party", "clause"),
    [
        pytest.param("Panamá", "Agradecer a Panamá su apoyo;", id="a-sentence"),
        pytest.param("Nicaragua", "tomar nota de la posición de Nicaragua.", id="after-a-semicolon"),
    ],
)
def test_what_speaks_of_a_country_is_quoted(responder: Responder, party: str, clause: str) -> None:
    answer = responder.lists.answer(OverviewKind.PARTY, f"{party} 2015", today=TODAY, language="es")
    assert clause in [finding.quote for finding in answer.findings]


def test_a_card_tells_a_meeting_at_a_glance(responder: Responder) -> None:
    answer = responder.lists.meeting("Panamá", today=TODAY, language="es")
    assert answer.card
    assert (answer.card.older, answer.card.newer) == ("grcm-2006-11-managua", "crm-2015-11-managua")
    assert (answer.card.commitments, answer.card.deadlines, answer.card.events) == (3, 1, 1)
    assert keys(answer)[0] == "grcm-2010-05-ciudad-de-panamá#ENC"


def test_where_two_meetings_fit_both_are_offered(responder: Responder) -> None:
    answer = responder.lists.meeting("Managua", today=TODAY, language="es")
    assert answer.card is None
    assert keys(answer) == ["crm-2015-11-managua#ENC", "grcm-2006-11-managua#ENC"]


def test_where_none_fits_those_at_the_place_are_offered(responder: Responder) -> None:
    answer = responder.lists.meeting("Managua 2012", today=TODAY, language="es")
    assert answer.outcome is Outcome.AMBIGUOUS
    assert said(answer)[0] == "No tengo el acta de una reunión así: «Managua 2012»."
    assert len(answer.findings) == 2


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("1 managua 2006", ["grcm-2006-11-managua#C1"], id="one"),
        pytest.param("managua 1", ["crm-2015-11-managua#C1", "grcm-2006-11-managua#C1"], id="two-fit"),
        pytest.param("1", ["grcm-2017-06-mexico-city#C1"], id="newest"),
    ],
)
def test_a_reference_may_name_its_meeting(responder: Responder, words: str, found: list[str]) -> None:
    answer, focus = responder.look_up("conclusión", words, today=TODAY, language="es")
    assert keys(answer) == found
    following, _ = responder.ask("la siguiente", today=TODAY, language="es", focus=focus)
    assert keys(following) == [found[0].replace("C1", "C2")]


def test_an_act_without_a_date_is_listed_and_has_a_card(tmp_path: Path) -> None:
    dated = four_meetings()[0]
    undated = dated.model_copy(
        update={
            "slug": "grcm-nowhere",
            "sha256": "nowhere",
            "meeting": make_meeting(city=None, country=None, start=None, end=None),
        }
    )
    lists = respond_from(tmp_path, dated, undated).lists
    listed = lists.answer(OverviewKind.MEETINGS, "", today=TODAY, language="es")
    assert keys(listed) == ["grcm-2006-11-managua#ENC", "grcm-nowhere#ENC"]
    card = lists.card("grcm-nowhere", today=TODAY, language="es")
    assert card.card
    assert card.card.newer == "grcm-2006-11-managua"


def test_two_acts_of_one_body_city_and_year_are_both_offered(tmp_path: Path) -> None:
    first = meeting_of("Managua", "Nicaragua", date(2006, 3, 1))
    second = meeting_of("Managua", "Nicaragua", date(2006, 11, 15))
    lists = respond_from(tmp_path, first, second).lists
    answer = lists.meeting("Managua 2006", today=TODAY, language="es")
    assert keys(answer) == ["grcm-2006-11-managua#ENC", "grcm-2006-03-managua#ENC"]
