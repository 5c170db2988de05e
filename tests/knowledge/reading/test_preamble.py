from datetime import date

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.forum import load_forum
from knowledge.language.parties import PartyRegister
from knowledge.reading.structure.lines import split_lines
from knowledge.reading.structure.meeting import MeetingReader, slug_of
from knowledge.reading.structure.preamble import Preamble, prose_end, split_preamble
from knowledge.reading.structure.words import load_structure
from knowledge.values.acts import Meeting

READER = MeetingReader(PartyRegister.load(BUILT_IN), load_forum(BUILT_IN), load_structure(BUILT_IN.language))


def preamble_of(text: str) -> Preamble:
    preamble = split_preamble(split_lines(text), READER.structure, READER.place_start)
    return preamble.without_labels(READER.names_body)


def title_of(preamble: Preamble) -> str:
    return " ".join(line.text for line in preamble.title)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(
            "Final\nREUNIÓN DEL GRCM\nDE LA CRM\nTela, Honduras", "REUNIÓN DEL GRCM DE LA CRM", id="stamp"
        ),
        pytest.param(
            "Versión final / Final version\nREUNIÓN DEL GRCM", "REUNIÓN DEL GRCM", id="stamp in two languages"
        ),
        pytest.param("3 de mayo de 2016\nREUNIÓN DEL GRCM", "REUNIÓN DEL GRCM", id="day of adoption"),
        pytest.param("Inicio\nDocumentos\nReunión del GRCM", "Reunión del GRCM", id="labels of a site"),
        pytest.param("ACTA FINAL\nReunión del GRCM", "ACTA FINAL Reunión del GRCM", id="part of the title"),
        pytest.param(
            "Reunión del Grupo (GRCM) Tela, Honduras, 6 y 7 de mayo de 2008",
            "Reunión del Grupo (GRCM)",
            id="place and days on the title's line",
        ),
        pytest.param("La VI CRM tuvo por sede San José, Costa Rica.", "", id="no title"),
    ],
)
def test_the_title_is_what_stands_above_place_and_days(text: str, title: str) -> None:
    assert title_of(preamble_of(text)) == title


@pytest.mark.parametrize(
    ("text", "city", "country"),
    [
        pytest.param("Reunión\nTela, República de Honduras", "Tela", "Honduras", id="city, republic"),
        pytest.param("Reunión\nTapachula, Chiapas, México", "Tapachula", "México", id="city, state, country"),
        pytest.param("Reunión\nSAN SALVADOR, EL SALVADOR", "San Salvador", "El Salvador", id="in capitals"),
        pytest.param("Meeting\nBelize City, Belize, June 9-11, 2021", "Belize City", "Belice", id="English"),
        pytest.param("Reunión\nPanamá, Panamá", "Panamá", "Panamá", id="the country's very name"),
        pytest.param(
            "Cumbre\nLa Paz, Bolivia, 25 de mayo de 2004", "La Paz", "Bolivia", id="a country elsewhere"
        ),
        pytest.param("Reunión\nAntigua y Tikal, Guatemala", "Antigua y Tikal", "Guatemala", id="two cities"),
        pytest.param(
            "The V RCM was held in Washington, D.C., United States of America, on March 23, 2000.",
            "Washington",
            "Estados Unidos",
            id="city and district in a sentence",
        ),
        pytest.param(
            "El GRCM, con la participación de Canadá, Costa Rica y Panamá:", None, None, id="no place"
        ),
    ],
)
def test_the_place_is_read(text: str, city: str | None, country: str | None) -> None:
    meeting = READER.read(preamble_of(text))

    assert (meeting.city, meeting.country) == (city, country)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        pytest.param("3 de mayo de 2016\nReunión\n5-6 de abril de 2016", "2016-04-05", id="not the stamp's"),
        pytest.param(
            "Reunión\nEl GRCM, reunido el 5 y 6 de abril de 2016, recordó el acta del 2 y 3 de mayo de 2015.",
            "2016-04-05",
            id="only in a sentence",
        ),
        pytest.param("Cumbre\nRoatán, Honduras\n30 de junio de 2016", "2016-06-30", id="a single day"),
    ],
)
def test_the_first_day_is_read(text: str, start: str) -> None:
    assert READER.read(preamble_of(text)).start == date.fromisoformat(start)


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        pytest.param(
            "El GRCM, con la participación de Canadá, Estados\nUnidos y la República Dominicana, y "
            "con la presencia de la OIM y de Argentina, formuló las siguientes:",
            ("Canadá", "Estados Unidos", "República Dominicana"),
            id="observers apart",
        ),
        pytest.param(
            "The Group, in Belize City, Belize, with the participation of Belize and Mexico, adopted:",
            ("Belice", "México"),
            id="the place apart",
        ),
        pytest.param("El GRCM agradeció, a Honduras y México, su apoyo.", (), id="two countries are no list"),
    ],
)
def test_the_participants_are_read(text: str, participants: tuple[str, ...]) -> None:
    assert READER.read(preamble_of(text)).participants == participants


@pytest.mark.parametrize(
    ("text", "body"),
    [
        pytest.param(
            "Las delegaciones, con la OIM y el ACNUR como observadores, se reunieron:", None, id="con"
        ),
        pytest.param("The delegations, with IOM and UNHCR attending, met on 6 May 2008:", None, id="with"),
        pytest.param("Los países, reunidos en Tela, con el apoyo de la OIM:", None, id="con el apoyo"),
        pytest.param("The countries, meeting in Tela with the support of IOM:", None, id="no comma"),
        pytest.param("La OIM, reunida en Tela con los países:", "OIM", id="the body itself"),
        pytest.param("IOM, with the participation of Canada, met in Tela:", "OIM", id="its name first"),
    ],
)
def test_an_observer_is_not_the_body(text: str, body: str | None) -> None:
    assert READER.read(preamble_of(f"CONSULTAS\n{text}")).body == body


def test_a_network_whose_name_opens_the_title_is_the_body() -> None:
    text = (
        "RED REGIONAL DE ORGANIZACIONES CIVILES PARA LAS MIGRACIONES (RROCM)\n"
        "Tela, Honduras, 6 de mayo de 2008\n"
        "Reunidas en Tela con ocasión de la XII Conferencia Regional sobre Migración:"
    )
    assert READER.read(preamble_of(text)).body == "RROCM"


@pytest.mark.parametrize(
    "line",
    [
        "Publicado el 14 de julio de 2021",
        "Fecha de publicación: 14 de julio de 2021",
        "Última actualización: 14 de julio de 2021",
        "Published on 14 July 2021",
        "Last updated: July 14, 2021",
    ],
)
def test_the_day_of_a_page_is_not_the_meetings(line: str) -> None:
    meeting = READER.read(
        preamble_of(
            f"{line}\nREUNIÓN DEL GRUPO\nTela, Honduras, 9 de julio de 2021\nEl Grupo, reunido en Tela:"
        )
    )

    assert (str(meeting.start), meeting.title) == ("2021-07-09", "REUNIÓN DEL GRUPO")


def test_only_the_forums_members_can_be_absent_and_only_from_its_meetings() -> None:
    own = READER.read(preamble_of("Reunión del GRCM\nCon la participación, a saber, de Canadá y Honduras:"))
    other = READER.read(
        preamble_of("Conferencia Suramericana sobre Migraciones\nParticiparon, ahí, Panamá y México:")
    )

    assert set(own.absent_members) == set(READER.register.members) - {"Canadá", "Honduras"}
    assert (other.body, other.absent_members) == ("CSM", ())


@pytest.mark.parametrize(
    ("paragraphs", "length"),
    [
        pytest.param(["sobre la reunión", "otra cosa"], 1, id="the first"),
        pytest.param(["otra cosa", "sobre la reunión"], 2, id="the second"),
        pytest.param(["la reunión", "el grupo"], 2, id="each tells something"),
        pytest.param(["la reunión", "otra reunión"], 1, id="what is told already"),
        pytest.param(["la reunión declara:", "el grupo"], 1, id="what a lead-in opens"),
        pytest.param(["otra cosa"], 0, id="none"),
    ],
)
def test_the_preambles_prose_ends_with_what_tells_of_the_meeting(paragraphs: list[str], length: int) -> None:
    tells = (lambda text: "reunión" in text, lambda text: "grupo" in text)

    assert prose_end(paragraphs, tells) == length


@pytest.mark.parametrize(
    ("meeting", "slug"),
    [
        (Meeting(body="GRCM", city="San José", start=date(2017, 6, 20)), "grcm-2017-06-san-jose"),
        (Meeting(body="CRM", start=date(2017, 6, 20)), "crm-2017-06"),
        (Meeting(city="San José"), "acta-3"),
    ],
)
def test_the_slug_names_body_month_and_city(meeting: Meeting, slug: str) -> None:
    assert slug_of(meeting, "Acta (3)") == slug
