from datetime import date

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading.duties.findings import act_finder
from tests.support.builders import make_act, make_meeting

FINDER = act_finder(PartyRegister.load(BUILT_IN))
MEETING = make_meeting(start=date(2019, 5, 14), end=date(2019, 5, 16))
WORKSHOP = "Honduras celebrará el Taller sobre Retorno en Tegucigalpa el 20 de septiembre de 2019."
IN_ENGLISH = "Honduras will hold the Workshop on Return in Tegucigalpa on September 20, 2019."


@pytest.mark.parametrize(
    ("event", "duty", "end"),
    [
        pytest.param(
            WORKSHOP, "La ST circulará la agenda con 72 horas de antelación.", "2019-09-17", id="hours"
        ),
        pytest.param(
            WORKSHOP,
            "La ST circulará la agenda con al menos 48 horas de anticipación.",
            "2019-09-18",
            id="at least",
        ),
        pytest.param(
            WORKSHOP,
            "La ST circulará la agenda con un mes de antelación al taller.",
            "2019-08-20",
            id="a month",
        ),
        pytest.param(
            WORKSHOP,
            "La ST circulará la agenda tres semanas antes del inicio del taller.",
            "2019-08-30",
            id="start",
        ),
        pytest.param(
            WORKSHOP,
            "La ST circulará la agenda 15 días antes del Taller sobre Retorno.",
            "2019-09-05",
            id="its name",
        ),
        pytest.param(
            WORKSHOP,
            "La ST circulará la agenda con cinco días hábiles de antelación.",
            None,
            id="working days",
        ),
        pytest.param(
            WORKSHOP,
            "La ST circulará la agenda 15 días antes de la firma del convenio.",
            None,
            id="another fact",
        ),
        pytest.param(
            IN_ENGLISH,
            "The TS will send the agenda at least 72 hours in advance.",
            "2019-09-17",
            id="English hours",
        ),
        pytest.param(
            IN_ENGLISH, "The TS will send the agenda two weeks before the workshop.", "2019-09-06", id="weeks"
        ),
        pytest.param(
            IN_ENGLISH,
            "The TS will send the agenda with at least ten days' notice.",
            "2019-09-10",
            id="notice",
        ),
        pytest.param(
            "Honduras será sede del Taller sobre Retorno en septiembre de 2019.",
            "Honduras comunicará la fecha con treinta días de anticipación.",
            None,
            id="of a month no day follows",
        ),
        pytest.param(
            "Honduras será sede de la próxima reunión del GRCM en noviembre de 2019.",
            "La ST presentará un informe en la próxima reunión del GRCM.",
            None,
            id="at a meeting whose month is known",
        ),
        pytest.param(
            "Honduras será sede de la próxima reunión del GRCM los días 5 y 6 de noviembre de 2019.",
            "La ST presentará un informe antes de la próxima reunión del GRCM.",
            "2019-11-05",
            id="before a meeting whose days are known",
        ),
    ],
)
def test_a_deadline_is_placed_by_the_event_it_counts_from(event: str, duty: str, end: str | None) -> None:
    language = "en" if event == IN_ENGLISH else "es"
    act = FINDER.fill(make_act(("C1", f"{event} {duty}"), meeting=MEETING, language=language))

    assert act.commitments[-1].deadline.end == (date.fromisoformat(end) if end else None)


@pytest.mark.parametrize(
    "item",
    [
        pytest.param("cada país nombrará a dos participantes 15 días antes del evento;", id="the event"),
        pytest.param(
            "cada país nombrará a dos participantes 15 días antes de la fecha de inicio del Seminario;",
            id="its beginning",
        ),
    ],
)
def test_an_item_counts_from_the_event_of_its_lead_in(item: str) -> None:
    lead = (
        "En cuanto al Seminario-Taller sobre Retorno, que tendrá lugar los días 22 y 23 de octubre de 2019:"
    )
    act = FINDER.fill(make_act(("C1", lead), ("C1.a", item), meeting=MEETING))

    assert [event.name for event in act.events] == ["Seminario-Taller sobre Retorno"]
    assert [each.deadline.end for each in act.commitments] == [date(2019, 10, 7)]


def test_a_deadline_at_an_event_that_is_announced_with_the_duty_has_its_days() -> None:
    text = (
        "Canadá dará a conocer los resultados en una sesión que tendrá lugar en Antigua Guatemala, en la "
        "semana del 23 al 27 de septiembre de 2019."
    )

    [commitment] = FINDER.fill(make_act(("C1", text), meeting=MEETING)).commitments

    assert (commitment.deadline.start, commitment.deadline.end) == (date(2019, 9, 23), date(2019, 9, 27))


def test_an_event_that_only_has_a_beginning_has_no_days() -> None:
    text = "La ST convocará, no antes del segundo semestre de 2019, a un taller regional."

    act = FINDER.fill(make_act(("C1", text), meeting=MEETING))

    [commitment] = act.commitments
    assert act.events == ()
    assert (commitment.deadline.start, commitment.deadline.end) == (date(2019, 7, 1), None)
