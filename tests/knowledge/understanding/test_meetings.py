"""Which of several meetings messages name; the acts are those of tests/support/meetings.py."""

import pytest

from knowledge.answering.scope import ScopeFinder
from knowledge.search.sources import Sources
from tests.support.answers import open_sources, read_question
from tests.support.meetings import four_meetings

MANAGUA_2006, PANAMA_2010 = "grcm-2006-11-managua", "grcm-2010-05-ciudad-de-panamá"
MANAGUA_2015, MEXICO_2017 = "crm-2015-11-managua", "grcm-2017-06-mexico-city"


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    return open_sources(tmp_path_factory.mktemp("four"), *four_meetings())


@pytest.mark.parametrize(
    ("message", "meetings"),
    [
        pytest.param("¿qué dijo la de Managua de 2006 de la ST?", [MANAGUA_2006], id="stood in for"),
        pytest.param("what did the 2010 one say?", [PANAMA_2010], id="stood in for, in English"),
        pytest.param("¿qué pidió la OIM en la de Panamá?", [PANAMA_2010], id="a country as the place"),
        pytest.param("la reunión de Ciudad de México", [MEXICO_2017], id="a city in another language"),
        pytest.param("cuotas Managua 2015 fecha límite", [MANAGUA_2015], id="a place and a year alone"),
        pytest.param("la de managua", [MANAGUA_2015, MANAGUA_2006], id="two that fit, newest first"),
        pytest.param("la última del GRCM", [MEXICO_2017], id="the newest of a body"),
        pytest.param("la última de Managua", [MANAGUA_2015], id="the newest of a place"),
        pytest.param("en la última, ¿quién ofreció la sede?", [MEXICO_2017], id="the newest, by itself"),
        pytest.param("¿qué plazo fijó la penúltima reunión?", [MANAGUA_2015], id="the last but one"),
        pytest.param("hace dos reuniones, ¿quién pagó?", [MANAGUA_2015], id="so many ago"),
        pytest.param("two meetings ago, who offered to host", [MANAGUA_2015], id="so many ago, in English"),
        pytest.param("en la más antigua, ¿qué se pidió?", [MANAGUA_2006], id="the oldest, which is no city"),
        pytest.param("la más antigua, ¿quién vino?", [MANAGUA_2006], id="the oldest, which opens"),
        pytest.param("la primera reunión de todas", [MANAGUA_2006], id="the first of all"),
        pytest.param(
            "la anterior a la de Managua de 2015, ¿dónde fue?", [PANAMA_2010], id="the one before another"
        ),
        pytest.param("la siguiente a la de Panamá", [MANAGUA_2015], id="the one after another"),
        pytest.param("las dos reuniones de Managua", [MANAGUA_2015, MANAGUA_2006], id="several"),
        pytest.param("at the two Managua meetings", [MANAGUA_2015, MANAGUA_2006], id="several, in English"),
        pytest.param(
            "la sede después de la reunión de Panamá", [PANAMA_2010], id="what its own act foresees"
        ),
        pytest.param("¿qué se acordó en la reunión anterior?", [MEXICO_2017], id="the one before now"),
        pytest.param("¿quién es la sede de la próxima reunión?", [], id="one yet to come"),
        pytest.param("la última reunión de la red consular", [], id="of others"),
        pytest.param("la última semana de mayo", [], id="the last of something else"),
        pytest.param("el taller de Managua", [], id="an event's place"),
    ],
)
def test_a_meeting_is_known_by_what_is_said_of_it(four: Sources, message: str, meetings: list[str]) -> None:
    scope = ScopeFinder(four).find(read_question(four, message))

    assert [each.slug for each in scope.documents] == meetings


@pytest.mark.parametrize(
    ("message", "shown", "meeting"),
    [
        pytest.param("¿y la anterior?", MANAGUA_2015, PANAMA_2010, id="before"),
        pytest.param("¿y en la siguiente?", MANAGUA_2006, PANAMA_2010, id="after"),
        pytest.param("and the one before that?", PANAMA_2010, MANAGUA_2006, id="before, in English"),
        pytest.param("¿y la anterior a esa?", MEXICO_2017, MANAGUA_2015, id="before, with a pronoun"),
    ],
)
def test_a_message_goes_on_from_the_meeting_shown(
    four: Sources, message: str, shown: str, meeting: str
) -> None:
    scope = ScopeFinder(four).find(read_question(four, message), (shown,))

    assert [each.slug for each in scope.documents] == [meeting]


@pytest.mark.parametrize(
    ("message", "about"),
    [
        pytest.param("En la reunión de Managua de 2006, ¿quién paga?", ", ¿quién paga?", id="opens"),
        pytest.param("¿qué pidió Panamá en la de Panamá?", "qué pidió Panamá ?", id="a party as well"),
        pytest.param("¿quién paga el taller?", "¿quién paga el taller?", id="names none"),
    ],
)
def test_which_meeting_is_no_part_of_what_is_asked(four: Sources, message: str, about: str) -> None:
    assert read_question(four, message).about == about


def test_a_country_where_a_meeting_was_is_no_party(four: Sources) -> None:
    assert read_question(four, "¿qué dijo la reunión de Panamá de la sede?").parties == ()
    assert read_question(four, "¿qué dijo Panamá de la sede?").parties == ("Panamá",)
