from datetime import date
from typing import Any

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading.duties.findings import act_finder
from knowledge.values.acts import Event, EventStatus
from tests.support.builders import make_act, make_event, make_meeting

FINDER = act_finder(PartyRegister.load(BUILT_IN))
MEETING = make_meeting(start=date(2019, 5, 14), end=date(2019, 5, 16))


def find(text: str, *, language: str = "es") -> tuple[Event, ...]:
    return FINDER.fill(make_act(("C1", text), meeting=MEETING, language=language)).events


def event(name: str, first: date | None, last: date, **fields: Any) -> Event:
    return make_event(name=name, start=first, end=last, **fields)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param(
            "Agradecer a Canadá y México por los avances del Taller sobre Visas, que se llevará a cabo en la "
            "Ciudad de México, del 17 al 18 de julio de 2019, con el apoyo financiero de UNODC.",
            "es",
            event(
                "Taller sobre Visas",
                date(2019, 7, 17),
                date(2019, 7, 18),
                place="Ciudad de México",
                organizers=("Canadá", "México"),
                supporters=("UNODC",),
                precision="day",
            ),
            id="announced in a relative clause",
        ),
        pytest.param(
            "Belice será sede del Festival de la Niñez, en Belmopán, del 3 al 5 de junio de 2020.",
            "es",
            event(
                "Festival de la Niñez",
                date(2020, 6, 3),
                date(2020, 6, 5),
                place="Belmopán",
                organizers=("Belice",),
                precision="day",
            ),
            id="whatever has a host is an event",
        ),
        pytest.param(
            "The twelfth session was fixed for Panama City, 11-13 November 2020.",
            "en",
            event("Twelfth session", date(2020, 11, 11), date(2020, 11, 13), precision="day"),
            id="fixed for a day",
        ),
        pytest.param(
            "IOM will finance a course on visas, to be given by Mexico in Comayagua from 9 to 20 March 2020.",
            "en",
            event(
                "Course on visas",
                date(2020, 3, 9),
                date(2020, 3, 20),
                place="Comayagua",
                organizers=("México",),
                precision="day",
            ),
            id="given by another",
        ),
        pytest.param(
            "La PPT, en coordinación con la OIM, organizará un seminario sobre remesas en San "
            "José, Costa Rica, "
            "los días 3 y 4 de octubre de 2019.",
            "es",
            event(
                "Seminario sobre remesas",
                date(2019, 10, 3),
                date(2019, 10, 4),
                place="San José, Costa Rica",
                organizers=("PPT",),
                supporters=("OIM",),
                precision="day",
            ),
            id="in a duty",
        ),
        pytest.param(
            "República Dominicana llevará a cabo en Punta Cana, a finales de noviembre de 2019, el "
            "Foro regional.",
            "es",
            event(
                "Foro regional",
                None,
                date(2019, 11, 30),
                place="Punta Cana",
                organizers=("República Dominicana",),
                precision="month",
            ),
            id="place and time before the name",
        ),
        pytest.param(
            "Acordaron que el próximo encuentro se celebre en Ciudad de Guatemala el 5 de marzo de 2020.",
            "es",
            event(
                "Encuentro", date(2020, 3, 5), date(2020, 3, 5), place="Ciudad de Guatemala", precision="day"
            ),
            id="the event is the subject",
        ),
        pytest.param(
            "Tomar nota de la propuesta de Canadá de organizar una visita de estudio a Toronto en el primer "
            "semestre de 2020.",
            "es",
            event(
                "Visita de estudio a Toronto",
                date(2020, 1, 1),
                date(2020, 6, 30),
                place="Toronto",
                organizers=("Canadá",),
                precision="half",
                status=EventStatus.PROPOSED,
            ),
            id="only proposed",
        ),
        pytest.param(
            "Realizar un Foro sobre mujeres migrantes en el marco de la reunión Viceministerial de 2019.",
            "es",
            event(
                "Foro sobre mujeres migrantes",
                date(2019, 1, 1),
                date(2019, 12, 31),
                precision="year",
                status=EventStatus.COMMITTED,
            ),
            id="at another event, of which the year is known",
        ),
        pytest.param(
            "Accept the offer of Canada to host the Seminar on Remittances, to be held in "
            "Ottawa on October 5-6, "
            "2019, with the financial support of IOM.",
            "en",
            event(
                "Seminar on Remittances",
                date(2019, 10, 5),
                date(2019, 10, 6),
                place="Ottawa",
                organizers=("Canadá",),
                supporters=("OIM",),
                precision="day",
            ),
            id="an accepted offer in English",
        ),
        pytest.param(
            "The United States and the OAS will hold the Dialogue on Mixed Flows in "
            "Washington, D.C., in late "
            "September 2019.",
            "en",
            event(
                "Dialogue on Mixed Flows",
                None,
                date(2019, 9, 30),
                place="Washington, D.C.",
                organizers=("Estados Unidos", "OEA"),
                precision="month",
            ),
            id="a future in English",
        ),
        pytest.param(
            "Request IOM to organize, with the support of Canada, a special session on July 1, 2019.",
            "en",
            event(
                "Special session",
                date(2019, 7, 1),
                date(2019, 7, 1),
                organizers=("OIM",),
                supporters=("Canadá",),
                precision="day",
            ),
            id="helpers before the name and days after it",
        ),
        pytest.param(
            "México organizará en Tapachula, Chiapas, los días 4 y 5 de septiembre de 2019, "
            "un taller sobre trata.",
            "es",
            event(
                "Taller sobre trata",
                date(2019, 9, 4),
                date(2019, 9, 5),
                place="Tapachula, Chiapas",
                organizers=("México",),
                precision="day",
            ),
            id="a region that no register knows",
        ),
        pytest.param(
            "Belize will host the Workshop on Rescue at Sea, in Belize City, on February 7-9, 2020.",
            "en",
            event(
                "Workshop on Rescue at Sea",
                date(2020, 2, 7),
                date(2020, 2, 9),
                place="Belize City",
                organizers=("Belice",),
                precision="day",
            ),
            id="a title that only looks like a place",
        ),
        pytest.param(
            "Quedó convenido que la XXV Reunión de Viceministros tendría lugar en Flores, del 20 al 22 de "
            "noviembre de 2019.",
            "es",
            event(
                "XXV Reunión de Viceministros",
                date(2019, 11, 20),
                date(2019, 11, 22),
                place="Flores",
                precision="day",
            ),
            id="in minutes",
        ),
        pytest.param(
            "Celebración de la Décima Reunión Ordinaria en Tela, los días 10 y 11 de octubre de 2019, "
            "debiendo la ST circular los documentos.",
            "es",
            event(
                "Décima Reunión Ordinaria",
                date(2019, 10, 10),
                date(2019, 10, 11),
                place="Tela",
                precision="day",
            ),
            id="convoked by a noun",
        ),
        pytest.param(
            "Exhortar a los países a la designación de enlaces para el simulacro de contingencia del 6 de "
            "diciembre de 2019.",
            "es",
            event(
                "Simulacro de contingencia",
                date(2019, 12, 6),
                date(2019, 12, 6),
                status=EventStatus.REFERENCED,
                precision="day",
            ),
            id="only mentioned",
        ),
        pytest.param(
            "The Network will hold a videoconference on 3 July 2019, to be convened by Guatemala.",
            "en",
            event(
                "Videoconference",
                date(2019, 7, 3),
                date(2019, 7, 3),
                organizers=("Guatemala",),
                precision="day",
            ),
            id="days before the announcement",
        ),
        pytest.param(
            "V Reunión: Tela, Honduras, 21 al 23 de abril de 2020. Formato presencial.",
            "es",
            event(
                "V Reunión",
                date(2020, 4, 21),
                date(2020, 4, 23),
                place="Tela, Honduras",
                precision="day",
            ),
            id="named before a colon",
        ),
    ],
)
def test_an_event_is_found_with_its_place_and_days(text: str, language: str, expected: Event) -> None:
    assert find(text, language=language) == (expected,)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Agradecer a Costa Rica por el taller celebrado en Liberia el 5 de junio.", id="past"),
        pytest.param("Agradecer a Costa Rica por la Conferencia realizada en 2018.", id="past by its year"),
        pytest.param("Instar a los países a dar seguimiento al taller antes de julio.", id="not held"),
        pytest.param("México realizará un taller sobre visas.", id="no time at all"),
        pytest.param(
            "Remitir los resultados del taller a más tardar el 5 de julio de 2019.", id="a deadline"
        ),
    ],
)
def test_what_is_over_or_has_no_time_is_no_event(text: str) -> None:
    assert find(text) == ()
