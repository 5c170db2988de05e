import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.forum import load_forum
from knowledge.language.parties import PartyRegister
from knowledge.reading.structure.lines import split_lines
from knowledge.reading.structure.meeting import MeetingReader
from knowledge.reading.structure.preamble import split_preamble
from knowledge.reading.structure.words import load_structure
from knowledge.values.acts import Meeting

READER = MeetingReader(PartyRegister.load(BUILT_IN), load_forum(BUILT_IN), load_structure(BUILT_IN.language))
TITLE = "REUNIÓN DEL GRUPO REGIONAL DE CONSULTA SOBRE MIGRACIÓN (GRCM)\n"


def meeting_of(text: str) -> Meeting:
    return READER.read(split_preamble(split_lines(TITLE + text), READER.structure, READER.place_start))


@pytest.mark.parametrize(
    ("text", "city", "country"),
    [
        pytest.param(
            "En la ciudad de Tela, Honduras, los días 6 y 7 de mayo de 2008, se reunió el Grupo.",
            "Tela",
            "Honduras",
            id="opening the sentence",
        ),
        pytest.param(
            "En el Palacio de los Capitanes, Antigua Guatemala, República de Guatemala, los días 7 y 8\n"
            "de mayo de 2019 se celebró la reunión del Grupo.",
            "Antigua Guatemala",
            "Guatemala",
            id="after the venue",
        ),
        pytest.param(
            "En el Hotel Telamar de la ciudad de Tela, departamento de Atlántida, Honduras, se reunió.",
            "Tela",
            "Honduras",
            id="in the venue's chunk, before a region",
        ),
        pytest.param(
            "Hotel Telamar, Tela, Honduras", "Tela", "Honduras", id="a line that starts with the venue"
        ),
        pytest.param(
            "Salón Copán, Hotel Telamar, Tela, Honduras", "Tela", "Honduras", id="after a room and its venue"
        ),
        pytest.param(
            "The Group met at the Ministry of Foreign Affairs in Mexico City, Mexico, on 6 May 2008.",
            "Mexico City",
            "México",
            id="English venue",
        ),
        pytest.param(
            "Puerto España, Trinidad y Tobago", "Puerto España", "Trinidad y Tobago", id="a country in a city"
        ),
        pytest.param(
            "Port of Spain, Trinidad and Tobago", "Port of Spain", "Trinidad y Tobago", id="and in English"
        ),
        pytest.param(
            "Tela, Atlántida, 6 de mayo de 2008", "Tela", None, id="a region instead of the country"
        ),
        pytest.param("GRCM, Tela, 6 de mayo de 2008", "Tela", None, id="an acronym before the city"),
        pytest.param(
            "Washington, D.C.\nDecember 4 and 5, 2013", "Washington", None, id="days on the next line"
        ),
        pytest.param(
            "Aprobada por el Grupo Regional de Consulta sobre Migración, Tela, Honduras, 6 de mayo de 2008",
            "Tela",
            "Honduras",
            id="after a topic",
        ),
        pytest.param("Tela (Honduras), 6 de mayo de 2008", "Tela", "Honduras", id="the country in brackets"),
        pytest.param("Tela – Honduras", "Tela", "Honduras", id="after a dash"),
        pytest.param(
            "Lugar y fecha: Tela, Honduras, 6 de mayo de 2008", "Tela", "Honduras", id="after a label"
        ),
        pytest.param("Bali, 6 August 2018", "Bali", None, id="a city before the day"),
        pytest.param(
            "Ciudad de Guatemala, 9 de diciembre de 2021",
            "Ciudad de Guatemala",
            "Guatemala",
            id="a city called by its country",
        ),
        pytest.param("Panama City, 6-7 May 2008", "Panama City", "Panamá", id="so called in English"),
        pytest.param(
            "Ciudad de los Reyes, 6 de mayo de 2008",
            "Ciudad de los Reyes",
            None,
            id="a city of several words",
        ),
        pytest.param(
            "Report of the eleventh session, Tegucigalpa, 6-8 November 1997",
            "Tegucigalpa",
            None,
            id="a sentence of a title",
        ),
        pytest.param(
            "Conferencia Regional sobre Migración. Cartago, Costa Rica, 20 de agosto de 2009",
            "Cartago",
            "Costa Rica",
            id="after a sentence",
        ),
        pytest.param(
            "Les paso los acuerdos de la reunión de la Red (Tela, Honduras, 6 y 7 de mayo de 2008).",
            "Tela",
            "Honduras",
            id="in brackets, in a letter",
        ),
        pytest.param("Tela - 6 y 7 de mayo de 2008", "Tela", None, id="a city and a dash before the days"),
        pytest.param("Montevideo, República Oriental del Uruguay", "Montevideo", "Uruguay", id="long name"),
        pytest.param(
            "Vientiane, the Lao People's Democratic Republic", "Vientiane", "Laos", id="official name"
        ),
        pytest.param(
            "Ciudad de Granada, Nicaragua", "Granada", "Nicaragua", id="a city called like a country"
        ),
        pytest.param(
            "El Grupo, en cumplimiento de la Convención de Belém do Pará, Brasil, se reunió:",
            None,
            None,
            id="a treaty",
        ),
        pytest.param("Seguimiento del Plan de Acción de Puebla, México", None, None, id="a plan"),
        pytest.param(
            "Foz do Iguaçu, Brasil, 6 y 7 de mayo de 2008", "Foz do Iguaçu", "Brasil", id="a small word"
        ),
        pytest.param(
            "VITÓRIA DA CONQUISTA, BRASIL, 6 de mayo de 2008",
            "Vitória da Conquista",
            "Brasil",
            id="a small word in capitals",
        ),
        pytest.param(
            "Secretaría Pro-Témpore - México\nTela, Honduras, 6 y 7 de mayo de 2008",
            "Tela",
            "Honduras",
            id="who presides above",
        ),
        pytest.param(
            "Reunión de Enlaces, Tela, República de Honduras\n6 y 7 de mayo de 2008",
            "Tela",
            "Honduras",
            id="the meeting before its city",
        ),
        pytest.param("Borrador, 6 de mayo de 2008", None, None, id="a stamp before a day"),
        pytest.param(
            "Los Viceministros de Belice, Costa Rica y Panamá:", None, None, id="a list of countries"
        ),
        pytest.param(
            "Representatives of Nepal, India and Qatar", None, None, id="countries that are no members"
        ),
        pytest.param(
            "En cumplimiento de lo acordado en la reunión de Managua, Nicaragua, del 3 y 4 de noviembre de\n"
            "2007, el Grupo se reunió en Tela, Honduras, los días 6 y 7 de mayo de 2008.",
            "Tela",
            "Honduras",
            id="an earlier meeting recalled",
        ),
        pytest.param(
            "El Grupo se reunió en Tela, Honduras, los días 6 y 7 de mayo de 2008, con miras a la próxima\n"
            "reunión, que se celebrará en Managua, Nicaragua, los días 4 y 5 de noviembre de 2008.",
            "Tela",
            "Honduras",
            id="a later meeting announced",
        ),
    ],
)
def test_the_place_is_the_meetings_own(text: str, city: str | None, country: str | None) -> None:
    meeting = meeting_of(text)

    assert (meeting.city, meeting.country) == (city, country)


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        pytest.param(
            "Participantes: Belice, Honduras y México", ("Belice", "Honduras", "México"), id="a label"
        ),
        pytest.param(
            "Con la participación de la República de Honduras, los Estados Unidos Mexicanos y Belice.",
            ("Honduras", "México", "Belice"),
            id="official names",
        ),
        pytest.param(
            "Durante los días 6 y 7 de mayo de 2008, las delegaciones de Belice, Honduras y\n"
            "México se reunieron en la ciudad de Tela.",
            ("Belice", "Honduras", "México"),
            id="below the first line of the sentence",
        ),
    ],
)
def test_the_participants_are_read_from_any_line(text: str, participants: tuple[str, ...]) -> None:
    assert meeting_of(text).participants == participants


@pytest.mark.parametrize(
    ("line", "city"),
    [
        pytest.param(
            "XV Reunión del Grupo Regional (GRCM), Managua, 5 de mayo de 2012", "Managua", id="body"
        ),
        pytest.param(
            "Acuerdos de la reunión del GRCM. San José, 5 y 6 de mayo de 2012", "San José", id="point"
        ),
        pytest.param("Acta del GRCM - Ciudad de Guatemala - 5 de mayo de 2012", "Ciudad de", id="dashes"),
        pytest.param("Taller sobre Protección, Género, 5 de mayo de 2012", None, id="a topic"),
        pytest.param("Reunión del Grupo, Puntos Focales, 5 de mayo", None, id="no year"),
    ],
)
def test_a_title_may_name_its_city_between_who_met_and_when(line: str, city: str | None) -> None:
    start = READER.place_start(line)

    assert (start is None) == (city is None)
    assert start is None or line[start:].startswith(city or "")
