"""Names of the kinds and fields of commitments and events."""

from knowledge.values.acts import CommitmentKind, EventStatus
from knowledge.values.notices import mark

COMMITMENT_KINDS = {
    CommitmentKind.OBLIGATION: mark("obligación"),
    CommitmentKind.INVITATION: mark("invitación"),
    CommitmentKind.EVENT: mark("evento por celebrar"),
    CommitmentKind.APPROVAL: mark("aprobación"),
    CommitmentKind.FOLLOW_UP: mark("seguimiento"),
}
EVENT_STATUSES = {
    EventStatus.SCHEDULED: mark("previsto"),
    EventStatus.COMMITTED: mark("comprometido"),
    EventStatus.PROPOSED: mark("propuesto"),
    EventStatus.REFERENCED: mark("mencionado"),
}
FIELDS = {
    "responsible": mark("responsable"),
    "recipient": mark("destinatario"),
    "supporters": mark("quienes apoyan"),
    "action": mark("lo que debe hacerse"),
    "kind": mark("tipo"),
    "deadline": mark("plazo"),
    "binds": mark("compromiso quitado"),
    "deadline.year": mark("año del plazo"),
    "deadline.start": mark("inicio del plazo"),
    "deadline.end": mark("fin del plazo"),
    "name": mark("nombre"),
    "year": mark("año"),
    "place": mark("lugar"),
    "start": mark("inicio"),
    "end": mark("fin"),
    "organizers": mark("quienes organizan"),
}
