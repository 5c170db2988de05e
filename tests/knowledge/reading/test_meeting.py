import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.forum import load_forum
from knowledge.language.parties import PartyRegister
from knowledge.reading.structure.lines import Line
from knowledge.reading.structure.meeting import MeetingReader
from knowledge.reading.structure.preamble import Preamble, split_preamble
from knowledge.reading.structure.words import load_structure
from tests.support.act_texts import act_of


@pytest.fixture(scope="module")
def reader() -> MeetingReader:
    return MeetingReader(
        PartyRegister.load(BUILT_IN), load_forum(BUILT_IN), load_structure(BUILT_IN.language)
    )


@pytest.mark.parametrize(
    ("prose", "city", "country"),
    [
        ("reunidos en la ciudad de Tegucigalpa, Honduras, los días 8 y 9 de mayo", "Tegucigalpa", "Honduras"),
        ("reunido en la ciudad de Tela, República de Honduras, los días 6 y 7", "Tela", "Honduras"),
        ("reunido en la Ciudad de Panamá, Panamá, los días 6 y 7 de mayo", "Ciudad de Panamá", "Panamá"),
        ("reunido en la ciudad de Guatemala, Guatemala, el 6 de mayo", "Ciudad de Guatemala", "Guatemala"),
        ("meeting in the city of Managua, Nicaragua, on June 24-25", "Managua", "Nicaragua"),
        ("tuvo por sede San José, Costa Rica los días 22 y 23 de marzo", "San José", "Costa Rica"),
        ("reunidos en Cancún, los días 22 y 23 de marzo", "Cancún", None),
        ("reunido en modalidad virtual los días 15 y 16 de julio", None, None),
    ],
)
def test_the_place_is_read_from_the_prose(
    reader: MeetingReader, prose: str, city: str | None, country: str | None
) -> None:
    meeting = reader.read(
        Preamble((), (Line("REUNIÓN DEL GRCM"),), (), (Line(f"El GRCM, {prose} de 2008."),))
    )

    assert (meeting.city, meeting.country) == (city, country)


@pytest.mark.parametrize(
    "prose",
    [
        "Nosotros, los Viceministros de Belice, Honduras y México, reunidos en Tela, Honduras, el 6 de mayo,",
        "Las y los Viceministros de Belice, Honduras y México, en ocasión de la Conferencia:",
        "We, the Vice-Ministers of Belize, Honduras and Mexico, gathered in Tela, Honduras, on May 6,",
        "Reunidos en Tela, Honduras, los Viceministros de Belice, Honduras y México acordaron:",
    ],
)
def test_the_participants_are_read_from_however_the_prose_begins(reader: MeetingReader, prose: str) -> None:
    lines = [Line("CONFERENCIA REGIONAL SOBRE MIGRACIÓN"), Line(prose)]

    preamble = split_preamble(lines, reader.structure, reader.place_start)

    assert reader.read(preamble).participants == ("Belice", "Honduras", "México")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "1. The Sixth Meeting of the Mekong Partnership was held in Vientiane\n"
            "on 4-5 September 2018 and was attended by Cambodia, the Lao PDR and Thailand.\n\n",
            id="the first item, over several lines",
        ),
        pytest.param(
            "Members present: Cambodia, the Lao PDR and Thailand.\n\nDECISIONS\n\n", id="a labelled line"
        ),
    ],
)
def test_those_of_other_regions_took_part_where_the_act_says_so(body: str) -> None:
    title = "SIXTH MEETING OF THE MEKONG PARTNERSHIP\nVientiane, Lao PDR, 4-5 September 2018\n\n"
    rest = "2. Thailand will prepare a note by 30 November 2018.\n\n3. Cambodia will circulate the maps.\n"

    assert act_of(f"{title}{body}{rest}").meeting.participants == ("Camboya", "Laos", "Tailandia")


def test_a_letter_has_another_day_than_the_meeting_it_tells_of() -> None:
    letter = (
        "REGIONAL CONFERENCE ON MIGRATION\nPresidency Pro-Tempore\n\nWashington, D.C., December 4, 2013\n\n"
        "Dear colleagues:\n\nI write to record what was agreed at the meeting of the Regional Consultation "
        "Group on Migration (RCGM), which was held by videoconference on November 26, 2013.\n\n"
        "The following was agreed:\n\n"
        "1. The TS will publish the report.\n\n2. Panama will host the workshop.\n"
    )

    meeting = act_of(letter).meeting

    assert (meeting.body, meeting.city, str(meeting.start)) == ("GRCM", None, "2013-11-26")


@pytest.mark.parametrize(
    ("came", "body"),
    [
        pytest.param("IOM and the ILO attended as observers.", None, id="several that came"),
        pytest.param(
            "Asistieron Belice y Honduras; la OIM y el ACNUR participaron como observadores.",
            None,
            id="in Spanish",
        ),
        pytest.param("The IOM convened delegates of Belize and Honduras.", "OIM", id="who convened"),
    ],
)
def test_who_only_came_isn_t_the_body_that_met(reader: MeetingReader, came: str, body: str | None) -> None:
    lines = [
        Line("MINUTES"),
        Line("Working Group on Ladders"),
        Line("Tela, Honduras, 6 May 2008"),
        Line(came),
    ]
    preamble = split_preamble(lines, reader.structure, reader.place_start)

    assert reader.read(preamble).body == body
