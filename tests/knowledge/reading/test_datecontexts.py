from datetime import date

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.deadlines import DeadlineFinder
from tests.support.builders import make_meeting

FINDER = DeadlineFinder(Cues.load(BUILT_IN.language))
MAY = make_meeting(start=date(2019, 5, 14), end=date(2019, 5, 16))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("dar seguimiento a la nota enviada el 5 de junio", id="a note that was sent"),
        pytest.param("ratificar el Convenio 189, adoptado el 16 de junio", id="a convention"),
        pytest.param("aplicar la Convención de 18 de diciembre de 1990", id="a dated convention"),
        pytest.param("aplicar la Agenda 2030", id="the year of an agenda"),
        pytest.param("implement the Global Compact adopted on 10 December", id="an English compact"),
        pytest.param("aplicar la Declaración de San José del 5 y 6 de julio", id="the days of a declaration"),
        pytest.param("revisar el reglamento aprobado en la reunión del 12 de junio", id="a past meeting"),
        pytest.param("revise the rules adopted at the meeting of 12 June", id="an English past meeting"),
        pytest.param("cumplir lo que se acordó el 12 de junio", id="what was agreed"),
        pytest.param(
            "circular la agenda del taller del 6 al 7 de septiembre de 2019", id="the days of a workshop"
        ),
        pytest.param(
            "circulate the agenda of the workshop on 6-7 September 2019", id="of an English workshop"
        ),
        pytest.param("reflect it in the 2020 budget", id="an English budget"),
        pytest.param("elaborar el presupuesto del ejercicio 2020", id="a financial year"),
        pytest.param("elaborar el plan de trabajo para el segundo semestre de 2019", id="what a plan covers"),
        pytest.param("actividades realizadas entre enero y junio de 2019", id="a period under way"),
        pytest.param("activities carried out between January and June 2019", id="a period in English"),
        pytest.param("actividades realizadas desde enero hasta junio de 2019", id="a period since its start"),
        pytest.param("a report covering the period from 1 June to 30 June 2019", id="what a report covers"),
        pytest.param("prorrogar el mandato del 1 de junio hasta el 31 de diciembre de 2021", id="a mandate"),
    ],
)
def test_a_date_of_something_else_is_no_deadline(text: str) -> None:
    assert FINDER.find(text, meeting=MAY) == []


@pytest.mark.parametrize(
    ("text", "end"),
    [
        pytest.param("que la nota sea enviada el 5 de junio", "2019-06-05", id="what is to be sent"),
        pytest.param("the report shall be adopted on 10 December", "2019-12-10", id="what is to be adopted"),
        pytest.param("solicitó reunirse el 12 de junio", "2019-06-12", id="an infinitive after a past tense"),
        pytest.param("ser sede de la reunión del 6 al 7 de julio de 2019", "2019-07-07", id="whoever hosts"),
        pytest.param(
            "presentarlo en el taller sobre trata del 6 al 7 de julio de 2019", "2019-07-07", id="at it"
        ),
        pytest.param("por el año 2020, en junio de 2020", "2020-06-30", id="a month after a year"),
        pytest.param("before the end of the year", "2019-12-31", id="the end of this year"),
    ],
)
def test_a_date_that_lies_ahead_is_a_deadline(text: str, end: str) -> None:
    [found] = FINDER.find(text, meeting=MAY)

    assert str(found.deadline.end) == end
