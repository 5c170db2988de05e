"""A few meetings of different years, for tests of lists that span them."""

from datetime import date

from knowledge.values.acts import Act, Deadline, Precision, Role
from tests.support.builders import make_act, make_commitment, make_event, make_meeting

PARAGRAPHS = (
    ("ENC", "El Grupo, reunido en la ciudad, adoptó las siguientes conclusiones:"),
    ("C1", "Honduras se comprometió a nombrar un enlace."),
    ("C2", "Instar a los Países Miembros a remitir sus aportes."),
    ("C3", "Aceptar el informe. Agradecer a Panamá su apoyo; tomar nota de la posición de Nicaragua."),
    ("C4", "Panama took note of the proposal and undertook to answer it."),
)


def meeting_of(city: str, country: str, start: date, *, body: str = "GRCM", due: date | None = None) -> Act:
    """Build the act of a meeting with a duty of Honduras, a shared one, and an event in Granada."""
    slug = f"{body}-{start:%Y-%m}-{city}".lower().replace(" ", "-")
    meeting = make_meeting(city=city, country=country, start=start, end=start, body=body)
    act = make_act(*PARAGRAPHS, slug=slug, sha256=slug, meeting=meeting)
    deadline = Deadline(text="a más tardar", end=due, precision=Precision.DAY) if due else Deadline()
    provisions = list(act.provisions)
    provisions[3] = provisions[3].model_copy(
        update={"parties": {"Panamá": Role.THANKED, "Nicaragua": Role.MENTIONED}}
    )
    honduras = make_commitment(act, "C1", responsible=("Honduras",), deadline=deadline)
    answering = act.provisions[4]
    begun = answering.text.index("undertook")
    panama = make_commitment(act, "C4", responsible=("Panamá",), quote=answering.text[begun:-1])
    event = make_event("C3", name="Taller", place="Granada", start=due, end=due, organizers=("Nicaragua",))
    return act.model_copy(
        update={
            "provisions": tuple(provisions),
            "commitments": (honduras, make_commitment(act, "C2"), panama),
            "events": (event,),
        }
    )


def four_meetings() -> tuple[Act, ...]:
    """Build two acts of Managua, one of Panama and one of Mexico City, each due in the year after."""
    return (
        meeting_of("Managua", "Nicaragua", date(2006, 11, 15), due=date(2007, 3, 1)),
        meeting_of("Ciudad de Panamá", "Panamá", date(2010, 5, 20), due=date(2011, 1, 31)),
        meeting_of("Managua", "Nicaragua", date(2015, 11, 5), body="CRM", due=date(2016, 1, 22)),
        meeting_of("Mexico City", "México", date(2017, 6, 1), due=date(2018, 1, 15)),
    )
