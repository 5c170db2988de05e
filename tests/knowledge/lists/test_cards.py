"""A meeting at a glance."""

from datetime import date

import pytest

from knowledge.lists.cards import MAX_DUE, CardWriter
from knowledge.lists.entries import EntryWriter
from knowledge.lists.overviews import OverviewWriter
from knowledge.stores.tracking import Tracker
from knowledge.values.answers import Answer, Outcome
from tests.support.answers import REGISTER, TODAY, build_store, cited, venues_of
from tests.support.builders import make_act, make_meeting
from tests.support.meetings import four_meetings

PANAMA = "grcm-2010-05-ciudad-de-panamá"


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Answer]:
    """The cards of four meetings, and of one without anything, by their acts."""
    meeting = make_meeting(body=None, city=None, country=None, start=date(2005, 1, 1), end=None)
    empty = make_act(slug="empty", sha256="empty", meeting=meeting, provisions=())
    store = build_store(tmp_path_factory.mktemp("cards"), *four_meetings(), empty)
    tracker, entries = Tracker(store, REGISTER), EntryWriter(store, REGISTER)
    overviews = OverviewWriter(store, REGISTER, venues_of(store), tracker)
    writer = CardWriter(store, entries, overviews, tracker)
    return {each.slug: writer.answer(each, today=TODAY, language="es") for each in store.documents()}


def test_a_card_shows_the_preamble_and_what_is_due(cards: dict[str, Answer]) -> None:
    answer = cards[PANAMA]

    assert cited(answer)[0] == "ENC"
    assert cited(answer)[1:] == ["C1"]
    assert len(answer.findings) <= 1 + MAX_DUE


def test_a_card_says_what_a_meeting_resulted_in(cards: dict[str, Answer]) -> None:
    lead = [str(each) for each in cards[PANAMA].lead]

    assert lead[0] == "('GRCM',) · Ciudad de Panamá, ('Panamá',)"
    assert "4 conclusi" in lead[-1]
    assert "3 compromiso" in lead[-1]
    assert "1 evento" in lead[-1]


@pytest.mark.parametrize(
    ("slug", "older", "newer"),
    [
        pytest.param(PANAMA, "grcm-2006-11-managua", "crm-2015-11-managua", id="in the middle"),
        pytest.param("grcm-2017-06-mexico-city", "crm-2015-11-managua", None, id="the newest"),
        pytest.param("empty", None, "grcm-2006-11-managua", id="the oldest"),
    ],
)
def test_a_card_leads_to_the_meetings_beside(
    cards: dict[str, Answer], slug: str, older: str | None, newer: str | None
) -> None:
    card = cards[slug].card

    assert card is not None
    assert (card.older, card.newer) == (older, newer)


def test_of_a_meeting_without_anything_there_is_nothing_to_show(cards: dict[str, Answer]) -> None:
    assert cards["empty"].outcome is Outcome.NOTHING
