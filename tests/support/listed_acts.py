"""An act with events and commitments of several parties, for lists."""

from datetime import date

from knowledge.values.acts import Act, Deadline, EventStatus, Precision, Role
from tests.support.builders import make_act, make_commitment, make_event

JULY, AUGUST = date(2017, 7, 15), date(2017, 8, 20)
PARAGRAPHS = (
    ("C1", "México propone realizar un taller sobre pasaportes el 15 de julio."),
    ("C2", "Agradecer a Honduras por el seminario."),
    ("C3", "Que la OIM remita el informe a más tardar el 15 de julio."),
    ("C4", "Que Honduras celebre un taller sobre niñez el 20 de agosto."),
    ("C5", "Que Honduras pague su cuota a más tardar el 20 de agosto."),
)


def due(day: date) -> Deadline:
    return Deadline(text="a más tardar", end=day, precision=Precision.DAY)


def on(day: date) -> dict[str, object]:
    return {"start": day, "end": day, "precision": Precision.DAY, "status": EventStatus.SCHEDULED}


def make_listed_act() -> Act:
    """Build an act with something of each kind to list."""
    act = make_act(*PARAGRAPHS)
    roles = {"C1": {"México": Role.PROPOSER}, "C2": {"Honduras": Role.THANKED}}
    provisions = tuple(
        each.model_copy(update={"parties": roles.get(str(each.reference), {})}) for each in act.provisions
    )
    return act.model_copy(
        update={
            "provisions": provisions,
            "commitments": (
                make_commitment(act, "C3", responsible=("OIM",), deadline=due(JULY)),
                make_commitment(act, "C5", responsible=("Honduras",), deadline=due(AUGUST)),
            ),
            "events": (
                make_event("C1", name="taller", **on(JULY)),
                make_event("C4", name="taller", **on(AUGUST)),
            ),
        }
    )
