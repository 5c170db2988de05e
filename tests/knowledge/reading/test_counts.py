from datetime import date

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.deadlines import DeadlineFinder
from knowledge.values.acts import Precision
from tests.support.builders import make_meeting

FINDER = DeadlineFinder(Cues.load(BUILT_IN.language))
NOVEMBER = make_meeting(start=date(2018, 11, 27), end=date(2018, 11, 29))


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        pytest.param(
            "72 horas antes de la reunión del 15 de mayo de 2019",
            None,
            "2019-05-12",
            "relative",
            id="hours before a dated meeting",
        ),
        pytest.param(
            "con un mes de antelación al taller del 20 de mayo de 2019",
            None,
            "2019-04-20",
            "relative",
            id="a month ahead of a dated workshop",
        ),
        pytest.param(
            "two weeks before the workshop of 20 May 2019",
            None,
            "2019-05-06",
            "relative",
            id="weeks before a dated workshop",
        ),
        pytest.param(
            "at least 48 hours prior to the meeting on 15 May 2019",
            None,
            "2019-05-13",
            "relative",
            id="hours prior to",
        ),
        pytest.param(
            "not later than 30 days prior to the session scheduled for 12 November 2019",
            None,
            "2019-10-13",
            "relative",
            id="an announced session",
        ),
        pytest.param(
            "con 15 días de anticipación a la reunión que se celebrará el 20 de noviembre de 2019",
            None,
            "2019-11-05",
            "relative",
            id="a meeting that will be held",
        ),
        pytest.param(
            "con diez días de anticipación al inicio del taller sobre visas, del 20 al 22 de mayo de 2019",
            None,
            "2019-05-10",
            "relative",
            id="the start of a long name",
        ),
        pytest.param(
            "15 días hábiles antes de la reunión del 15 de mayo de 2019",
            None,
            None,
            "relative",
            id="working days before a dated meeting",
        ),
        pytest.param("30 days before 15 May 2019", None, "2019-04-15", "relative", id="before a day"),
        pytest.param(
            "tres días antes del 20 de mayo", None, "2019-05-17", "relative", id="before a day without year"
        ),
        pytest.param(
            "dos semanas antes del taller de mayo de 2019",
            None,
            None,
            "relative",
            id="of a month no day follows",
        ),
        pytest.param(
            "15 días antes de la firma del convenio", None, None, "relative", id="before an undated fact"
        ),
        pytest.param(
            "two weeks before its departure", None, None, "relative", id="before an undated fact in English"
        ),
        pytest.param(
            "dentro de los 30 días siguientes a la reunión del 20 de mayo de 2019",
            None,
            "2019-06-19",
            "relative",
            id="after a dated meeting",
        ),
        pytest.param(
            "within two weeks following the workshop of 20 September 2019",
            None,
            "2019-10-04",
            "relative",
            id="after a dated workshop",
        ),
        pytest.param(
            "30 días después de la reunión del 20 de mayo de 2019",
            None,
            "2019-06-19",
            "relative",
            id="days after a dated meeting",
        ),
        pytest.param(
            "dentro de los 30 días siguientes a la presente reunión",
            None,
            "2018-12-29",
            "relative",
            id="after this meeting",
        ),
        pytest.param(
            "60 días después de concluida la presente reunión",
            None,
            "2019-01-28",
            "relative",
            id="once this meeting is over",
        ),
        pytest.param(
            "within 14 days of the close of this meeting",
            None,
            "2018-12-13",
            "relative",
            id="of the close of this meeting",
        ),
        pytest.param(
            "en el plazo de noventa días a partir de esta fecha",
            None,
            "2019-02-27",
            "relative",
            id="from this date",
        ),
        pytest.param(
            "en un plazo de 30 días contados a partir de la fecha de la presente Declaración",
            None,
            "2018-12-29",
            "relative",
            id="from the date of the declaration",
        ),
        pytest.param(
            "within 30 days of the adoption of this resolution",
            None,
            "2018-12-29",
            "relative",
            id="of the adoption of the resolution",
        ),
        pytest.param("within 30 days of 1 March 2019", None, "2019-03-31", "relative", id="of a day"),
        pytest.param(
            "dentro de los 30 días siguientes a la aprobación del plan",
            None,
            None,
            "relative",
            id="after an undated fact",
        ),
        pytest.param(
            "dentro de los cinco días hábiles siguientes a la conclusión de la presente reunión",
            None,
            None,
            "relative",
            id="working days after this meeting",
        ),
        pytest.param(
            "three months after the entry into force of the agreement",
            None,
            None,
            "relative",
            id="after an entry into force",
        ),
        pytest.param(
            "en un plazo no mayor a cuarenta y ocho (48) horas",
            None,
            "2018-12-01",
            "relative",
            id="hours in words after a preposition",
        ),
        pytest.param(
            "dentro de los 30 días siguientes a la aprobación de esta Resolución",
            None,
            "2018-12-29",
            "relative",
            id="after the act itself",
        ),
        pytest.param("within 48 hours", None, "2018-12-01", "relative", id="English hours"),
        pytest.param("en un plazo de 36 horas", None, None, "relative", id="hours that make no days"),
        pytest.param("en un año y medio", None, "2020-05-29", "relative", id="a year and a half"),
        pytest.param("with at least 30 days' notice", None, None, "relative", id="notice"),
    ],
)
def test_a_counted_deadline_is_placed_if_its_start_is_known(
    text: str, start: str | None, end: str | None, precision: str
) -> None:
    [found] = FINDER.find(f"{text}, entre otros.", meeting=NOVEMBER)
    deadline = found.deadline

    assert deadline.text == text
    assert (deadline.start and str(deadline.start), deadline.end and str(deadline.end)) == (start, end)
    assert deadline.precision is Precision(precision)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        pytest.param(
            "Notificar la presente Resolución dentro de los 15 días siguientes a su adopción.",
            "2018-12-14",
            id="after its own adoption",
        ),
        pytest.param(
            "Notificar el plan dentro de los 15 días siguientes a su adopción.", None, id="after another's"
        ),
        pytest.param(
            "Enviar el texto el 1 de junio de 2019 y comentarlo un mes después.", "2019-07-01", id="later"
        ),
        pytest.param("El taller fue en 2006. Un año después, informar.", None, id="later than a year told"),
    ],
)
def test_a_count_may_go_on_from_what_the_sentence_told(text: str, end: str | None) -> None:
    deadline = FINDER.find(text, meeting=NOVEMBER)[-1].deadline

    assert deadline.end == (date.fromisoformat(end) if end else None)
