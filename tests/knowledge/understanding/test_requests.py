"""What the words after a command ask for."""

from datetime import date

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.forum import load_forum
from knowledge.understanding.requests import RequestReader
from knowledge.values.notices import Notice
from knowledge.values.questions import Overview, OverviewKind, Period
from tests.support.answers import REGISTER

TODAY = date(2017, 8, 1)
FORUM = load_forum(BUILT_IN)


@pytest.mark.parametrize(
    ("kind", "words", "read"),
    [
        pytest.param(OverviewKind.PENDING, "", Overview(kind=OverviewKind.PENDING), id="everything"),
        pytest.param(
            OverviewKind.PARTY, "panma", Overview(kind=OverviewKind.PARTY, party="Panamá"), id="typing-error"
        ),
        pytest.param(
            OverviewKind.PARTY,
            "los EEUU",
            Overview(kind=OverviewKind.PARTY, party="Estados Unidos"),
            id="acronym",
        ),
        pytest.param(
            OverviewKind.PENDING,
            "iom",
            Overview(kind=OverviewKind.PENDING, party="OIM"),
            id="english-acronym",
        ),
        pytest.param(
            OverviewKind.DEADLINES,
            "julio",
            Overview(
                kind=OverviewKind.DEADLINES, period=Period(start=date(2017, 7, 1), end=date(2017, 7, 31))
            ),
            id="month-after-the-meeting",
        ),
    ],
)
def test_the_words_after_a_command_name_a_party_or_days(
    kind: OverviewKind, words: str, read: Overview
) -> None:
    reader = RequestReader(REGISTER, FORUM)
    assert reader.read(kind, words, today=TODAY, meeting=date(2017, 6, 20)) == read


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("Brasil", "no es miembro", id="a-country-elsewhere"),
        pytest.param("Narnia", "No conozco", id="no-country-at-all"),
        pytest.param("!!!", "No conozco", id="no-word"),
    ],
)
def test_who_is_not_of_the_forum_gets_a_kind_no(words: str, said: str) -> None:
    complaint = RequestReader(REGISTER, FORUM).read(OverviewKind.PARTY, words, today=TODAY, meeting=None)
    assert isinstance(complaint, Notice)
    assert said in complaint.msgid
