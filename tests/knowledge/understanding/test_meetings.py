"""Which of several meetings messages name; the acts are those of tests/support/meetings.py."""

from datetime import date

import pytest

from knowledge.answering.scope import ScopeFinder
from knowledge.search.sources import Sources
from tests.support.answers import open_sources, read_question
from tests.support.builders import make_act, make_meeting
from tests.support.meetings import four_meetings, meeting_of

MANAGUA_2006, PANAMA_2010 = "grcm-2006-11-managua", "grcm-2010-05-ciudad-de-panamá"
UNDATED = "grcm-tela"
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
        pytest.param("qué pidió la del Grupo en Managua", [MANAGUA_2006], id="a body called for short"),
        pytest.param("en la última del Grupo, ¿quién pagó?", [MEXICO_2017], id="the newest of such"),
        pytest.param("la del grupo ad hoc de Managua", [], id="another group"),
        pytest.param("la última de Managua", [MANAGUA_2015], id="the newest of a place"),
        pytest.param("en la última, ¿quién ofreció la sede?", [MEXICO_2017], id="the newest, by itself"),
        pytest.param("¿qué plazo fijó la penúltima reunión?", [MANAGUA_2015], id="the last but one"),
        pytest.param("hace dos reuniones, ¿quién pagó?", [MANAGUA_2015], id="so many ago"),
        pytest.param("la viceministerial de Managua", [MANAGUA_2015], id="what those of its body are called"),
        pytest.param("two meetings ago, who offered to host", [MANAGUA_2015], id="so many ago, in English"),
        pytest.param("en la más antigua, ¿qué se pidió?", [MANAGUA_2006], id="the oldest, which is no city"),
        pytest.param("la más antigua, ¿quién vino?", [MANAGUA_2006], id="the oldest, which opens"),
        pytest.param("las dos últimas reuniones", [MEXICO_2017, MANAGUA_2015], id="the last two"),
        pytest.param("en la segunda de managua", [MANAGUA_2015], id="the second at a place"),
        pytest.param("the second Managua meeting", [MANAGUA_2015], id="the second at a place, in English"),
        pytest.param("la segunda edición", [], id="the second of something else"),
        pytest.param("the first two meetings", [PANAMA_2010, MANAGUA_2006], id="the first two"),
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
        pytest.param("¿qué pidió Panamá en la de Panamá?", "¿qué pidió Panamá ?", id="a party as well"),
        pytest.param("¿quién paga el taller?", "¿quién paga el taller?", id="names none"),
    ],
)
def test_which_meeting_is_no_part_of_what_is_asked(four: Sources, message: str, about: str) -> None:
    assert read_question(four, message).about == about


def test_a_country_where_a_meeting_was_is_no_party(four: Sources) -> None:
    assert read_question(four, "¿qué dijo la reunión de Panamá de la sede?").parties == ()
    assert read_question(four, "¿qué dijo Panamá de la sede?").parties == ("Panamá",)


STAN, TELA = "crm-2005-11-san-salvador", "grcm-2008-12-tela"
ANTIGUA_2007 = "grcm-2007-03-antigua-guatemala"


@pytest.fixture(scope="module")
def titled(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    told = (
        (STAN, "Reunión Extraordinaria sobre el huracán Stan", "San Salvador", "Ayudar a los damnificados."),
        (ANTIGUA_2007, "Reunión del Grupo", "Antigua Guatemala", "Se piden lentes para el naufragio."),
        (TELA, "Reunión del Grupo, Hotel Telamar", None, "Se paga la cuota de los damnificados."),
    )
    acts = [
        make_act(
            ("ENC", "Se reunieron."),
            ("C1", text),
            slug=slug,
            sha256=slug,
            meeting=make_meeting(
                title=title, city=city, country=None, start=date(int(slug.split("-")[1]), 3, 1)
            ),
        )
        for slug, title, city, text in told
    ]
    return open_sources(tmp_path_factory.mktemp("titled"), *acts)


@pytest.mark.parametrize(
    ("message", "meetings"),
    [
        pytest.param("la del huracán: ¿quién paga?", [STAN], id="what it was about"),
        pytest.param("la 1 de la del huracán", [STAN], id="after a number"),
        pytest.param("en la reunión sobre el huracán Stan, ¿quién paga?", [STAN], id="about"),
        pytest.param("la extraordinaria, ¿quién paga?", [STAN], id="its sort"),
        pytest.param("in the extraordinaria meeting, who pays?", [STAN], id="its sort before the noun"),
        pytest.param("la extraordinaria labor de la ST", [], id="a word of something else"),
        pytest.param("en la extraordinaria de Rosario, ¿quién paga?", [], id="its sort elsewhere"),
        pytest.param("in the one about the huracán, who pays?", [STAN], id="stood in for in English"),
        pytest.param("one of the naufragio workers", [], id="one of something else"),
        pytest.param("la 1 de la del naufragio", [ANTIGUA_2007], id="what only one act speaks of"),
        pytest.param("la 1 de la de los damnificados", [], id="what two acts speak of"),
        pytest.param("¿quién organiza la reunión sobre el naufragio?", [], id="another meeting"),
        pytest.param("la de la red consular", [], id="whom the forum knows"),
        pytest.param("la reunión de Antigua", [ANTIGUA_2007], id="a city less its country"),
        pytest.param("la reunión de Guatemala", [ANTIGUA_2007], id="the country that a city ends with"),
        pytest.param("la reunión del Hotel Telamar", [TELA], id="the venue in the title"),
    ],
)
def test_a_meeting_is_known_by_its_title_and_its_city(
    titled: Sources, message: str, meetings: list[str]
) -> None:
    scope = ScopeFinder(titled).find(read_question(titled, message))

    assert [each.slug for each in scope.documents] == meetings


def test_what_only_one_act_speaks_of_stays_part_of_what_is_asked(titled: Sources) -> None:
    asked = "En la del naufragio, ¿quién paga?"
    assert read_question(titled, asked).about == asked
    assert read_question(titled, "en la del huracán, ¿quién paga?").about == ", ¿quién paga?"


@pytest.mark.parametrize(
    ("message", "is_other"),
    [
        pytest.param("cuotas, reunión de La Habana", True, id="a city that no act has"),
        pytest.param("what did the Narnia meeting decide?", True, id="before the noun"),
        pytest.param("¿qué dijo la reunión de Telamar?", False, id="a name that an act has"),
        pytest.param("¿qué pidió Zanotti en la reunión de Antigua?", False, id="a name beside a meeting"),
    ],
)
def test_a_meeting_elsewhere_is_another(titled: Sources, message: str, *, is_other: bool) -> None:
    assert ScopeFinder(titled).find(read_question(titled, message)).is_other is is_other


@pytest.fixture(scope="module")
def with_undated(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    undated = meeting_of("Tela", "Honduras", date(2009, 1, 1))
    meeting = undated.meeting.model_copy(update={"start": None, "end": None})
    acts = *four_meetings(), undated.model_copy(update={"slug": UNDATED, "meeting": meeting})
    return open_sources(tmp_path_factory.mktemp("undated"), *acts)


@pytest.mark.parametrize(
    ("message", "meetings"),
    [
        pytest.param("la de Tela", [UNDATED], id="its city"),
        pytest.param("la más antigua", [MANAGUA_2006], id="the oldest"),
        pytest.param("la primera de todas", [MANAGUA_2006], id="the first"),
        pytest.param("la anterior a la de Managua de 2006", [], id="before the oldest"),
        pytest.param("la anterior a la de Tela", [], id="before the undated"),
        pytest.param("la reunión de 2010", [PANAMA_2010], id="a year that another has"),
    ],
)
def test_an_act_without_a_date_has_no_place_in_the_row(
    with_undated: Sources, message: str, meetings: list[str]
) -> None:
    scope = ScopeFinder(with_undated).find(read_question(with_undated, message))

    assert [each.slug for each in scope.documents] == meetings
