"""What the words after a command ask for."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.forum import load_forum
from knowledge.search.sources import Sources
from knowledge.understanding.named_meetings import load_meeting_words
from knowledge.understanding.positions import PositionFinder
from knowledge.understanding.request_words import WordFinder
from knowledge.understanding.requests import RequestReader
from knowledge.understanding.venues import Venues
from knowledge.values.notices import Notice
from knowledge.values.questions import Overview, OverviewKind, Period
from tests.support.answers import REGISTER, open_sources
from tests.support.meetings import four_meetings

TODAY = date(2017, 8, 1)
PENDING, DEADLINES, EVENTS = OverviewKind.PENDING, OverviewKind.DEADLINES, OverviewKind.EVENTS
PARTY, MEETINGS = OverviewKind.PARTY, OverviewKind.MEETINGS


def year(number: int) -> Period:
    return Period(start=date(number, 1, 1), end=date(number, 12, 31))


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sources]:
    opened = open_sources(Path(tmp_path_factory.mktemp("requests")), *four_meetings())
    yield opened
    opened.store.close()


@pytest.fixture(scope="module")
def reader(sources: Sources) -> RequestReader:
    venues = Venues(sources.documents, REGISTER, sources.index.thesaurus, sources.store.places())
    spoken = load_meeting_words(BUILT_IN.language)
    positions = PositionFinder(spoken.positions, spoken.nouns)
    finder = WordFinder(REGISTER, venues, positions, {*sources.lexicon.stop, *spoken.words})
    return RequestReader(REGISTER, load_forum(BUILT_IN), venues, finder)


def readings(reader: RequestReader, kind: OverviewKind, words: str) -> tuple[Overview, ...]:
    read = reader.read(kind, words, today=TODAY, meeting=date(2017, 6, 1))
    assert not isinstance(read, Notice)
    return read.readings


@pytest.mark.parametrize(
    ("kind", "words", "likeliest"),
    [
        pytest.param(PENDING, "", Overview(kind=PENDING), id="everything"),
        pytest.param(PARTY, "panma", Overview(kind=PARTY, party="Panamá"), id="typing-error"),
        pytest.param(PARTY, "los EEUU", Overview(kind=PARTY, party="Estados Unidos"), id="acronym"),
        pytest.param(
            PENDING, "para Panamá", Overview(kind=PENDING, party="Panamá"), id="for-whom-and-not-where"
        ),
        pytest.param(PENDING, "iom", Overview(kind=PENDING, party="OIM"), id="english-acronym"),
        pytest.param(
            DEADLINES,
            "julio",
            Overview(kind=DEADLINES, period=Period(start=date(2017, 7, 1), end=date(2017, 7, 31))),
            id="month-after-the-meeting",
        ),
        pytest.param(
            PENDING,
            "Honduras 2015",
            Overview(kind=PENDING, party="Honduras", held=year(2015)),
            id="a-year-with-a-meeting",
        ),
        pytest.param(
            PENDING,
            "2015 onduras",
            Overview(kind=PENDING, party="Honduras", held=year(2015)),
            id="any-order-misspelt",
        ),
        pytest.param(
            PENDING,
            "Honduras 2016",
            Overview(kind=PENDING, party="Honduras", period=year(2016)),
            id="a-year-without-a-meeting",
        ),
        pytest.param(
            PENDING,
            "Honduras antes de diciembre de 2030",
            Overview(kind=PENDING, party="Honduras", period=Period(end=date(2030, 11, 30))),
            id="before-a-month-that-no-meeting-reached",
        ),
        pytest.param(
            DEADLINES, "2015", Overview(kind=DEADLINES, period=year(2015)), id="when-it-is-due-first"
        ),
        pytest.param(
            EVENTS,
            "Managua 2015",
            Overview(kind=EVENTS, where="managua", held=year(2015)),
            id="a-place-and-year-of-a-meeting",
        ),
        pytest.param(
            EVENTS,
            "managua 2016",
            Overview(kind=EVENTS, where="managua", period=year(2016)),
            id="a-place-and-another-year",
        ),
        pytest.param(EVENTS, "Granada", Overview(kind=EVENTS, where="granada"), id="where-an-event-is"),
        pytest.param(
            PARTY,
            "Nicaragua Panamá 2010",
            Overview(kind=PARTY, party="Nicaragua", where="panama", held=year(2010)),
            id="a-country-as-a-place",
        ),
        pytest.param(
            PENDING,
            "Nicaragua y Panamá",
            Overview(kind=PENDING, party="Nicaragua"),
            id="joined-to-a-party-it-is-no-place",
        ),
        pytest.param(
            DEADLINES,
            "2015-2016",
            Overview(kind=DEADLINES, period=Period(start=date(2015, 1, 1), end=date(2016, 12, 31))),
            id="years-without-spaces",
        ),
        pytest.param(
            DEADLINES,
            "para mañana",
            Overview(kind=DEADLINES, period=Period(start=date(2017, 8, 2), end=date(2017, 8, 2))),
            id="a-day-seen-from-today",
        ),
        pytest.param(
            PENDING,
            "reunión de Panamá",
            Overview(kind=PENDING, where="panama"),
            id="said-to-be-a-place",
        ),
        pytest.param(
            PENDING,
            "Ciudad de México",
            Overview(kind=PENDING, where="ciudad de mexico"),
            id="a-city-in-the-other-language",
        ),
        pytest.param(
            DEADLINES,
            "ocutbre de 2012",
            Overview(kind=DEADLINES, period=Period(start=date(2012, 10, 1), end=date(2012, 10, 31))),
            id="a-misspelt-month",
        ),
        pytest.param(
            PARTY,
            "OIM desde 2010",
            Overview(kind=PARTY, party="OIM", held=Period(start=date(2010, 1, 1))),
            id="since-a-year",
        ),
        pytest.param(
            MEETINGS,
            "la penúltima",
            Overview(kind=MEETINGS, where="crm-2015-11-managua"),
            id="by-its-position",
        ),
        pytest.param(
            MEETINGS,
            "la anterior a la de Managua 2015",
            Overview(kind=MEETINGS, where="grcm-2010-05-ciudad-de-panamá"),
            id="before-another",
        ),
        pytest.param(
            MEETINGS, "CRM Managua", Overview(kind=MEETINGS, where="crm-2015-11-managua"), id="body-and-place"
        ),
        pytest.param(MEETINGS, "managua", Overview(kind=MEETINGS, where="managua"), id="two-fit"),
        pytest.param(
            MEETINGS,
            "noviembre",
            Overview(kind=MEETINGS, where="crm-2015-11-managua"),
            id="month-of-any-year",
        ),
    ],
)
def test_words_name_a_party_a_meeting_or_days_in_any_order(
    reader: RequestReader, kind: OverviewKind, words: str, likeliest: Overview
) -> None:
    assert readings(reader, kind, words)[0] == likeliest


def test_a_country_and_a_year_have_every_reading(reader: RequestReader) -> None:
    assert readings(reader, DEADLINES, "Panamá 2010") == (
        Overview(kind=DEADLINES, party="Panamá", period=year(2010)),
        Overview(kind=DEADLINES, party="Panamá", held=year(2010)),
        Overview(kind=DEADLINES, where="panama", held=year(2010)),
        Overview(kind=DEADLINES, where="panama", period=year(2010)),
    )


def test_words_that_name_nothing_are_told(reader: RequestReader) -> None:
    read = reader.read(PENDING, "Honduras xyzzy", today=TODAY, meeting=None)
    assert not isinstance(read, Notice)
    assert read.unread == "xyzzy"


@pytest.mark.parametrize(
    ("kind", "words", "said"),
    [
        pytest.param(PARTY, "Brasil", "no es miembro", id="a-country-elsewhere"),
        pytest.param(PARTY, "Narnia", "No conozco", id="no-country-at-all"),
        pytest.param(PARTY, "!!!", "No conozco", id="no-word"),
        pytest.param(PENDING, "xyzzy", "No entiendo", id="no-name"),
        pytest.param(MEETINGS, "Managua 2012", "No tengo el acta", id="no-such-meeting"),
    ],
)
def test_what_cannot_be_read_gets_a_kind_no(
    reader: RequestReader, kind: OverviewKind, words: str, said: str
) -> None:
    complaint = reader.read(kind, words, today=TODAY, meeting=None)
    assert isinstance(complaint, Notice)
    assert said in complaint.msgid
