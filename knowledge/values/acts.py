"""One act: its meeting, provisions, commitments, events and glossary."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from pydantic import Field

from knowledge.values.base import Span, Value
from knowledge.values.deadlines import Deadline, Precision
from knowledge.values.notices import Notice
from knowledge.values.references import Reference
from knowledge.values.roles import Role
from knowledge.values.statements import Statement

__all__ = [
    "Act",
    "Commitment",
    "CommitmentKind",
    "Deadline",
    "Event",
    "EventStatus",
    "GlossaryEntry",
    "Meeting",
    "Precision",
    "Provision",
    "ProvisionKind",
    "Role",
]


class ProvisionKind(StrEnum):
    """What a provision is in the structure of its act."""

    CONCLUSION = "conclusion"
    SUB_ITEM = "sub_item"
    RECOMMENDATION = "recommendation"
    AGREEMENT = "agreement"
    PREAMBLE = "preamble"
    ANNEX_ROW = "annex_row"


class CommitmentKind(StrEnum):
    """What makes a commitment binding."""

    OBLIGATION = "obligation"
    INVITATION = "invitation"
    EVENT = "event"
    APPROVAL = "approval"
    FOLLOW_UP = "follow_up"


class EventStatus(StrEnum):
    """How firm an event is."""

    SCHEDULED = "scheduled"
    COMMITTED = "committed"
    PROPOSED = "proposed"
    REFERENCED = "referenced"


class Meeting(Value):
    """The meeting that an act records; `start` and `end` are its first and last day."""

    body: str | None = None
    title: str = ""
    city: str | None = None
    country: str | None = None
    start: date | None = None
    end: date | None = None
    participants: tuple[str, ...] = ()
    absent_members: tuple[str, ...] = ()


class Provision(Value):
    """One citable unit of an act, word for word.

    `spans` are its own paragraphs in the act's cleaned text (the closing paragraph after the
    sub-items is one of them); `text` is these paragraphs joined by an empty line. `extent` runs from
    its first word to the end of its last sub-item or closing paragraph. `page` counts from 1.
    `reviewed` is `binds` if a person removed a commitment that was read from it.
    """

    reference: Reference
    kind: ProvisionKind
    text: str
    spans: tuple[Span, ...]
    extent: Span
    page: int = 1
    parties: dict[str, Role] = Field(default_factory=dict)
    reviewed: tuple[str, ...] = ()

    @property
    def parent(self) -> Reference | None:
        """The provision that this sub-item belongs to."""
        return self.reference.parent


class Commitment(Value):
    """Who has to do what, for whom, by when.

    `quote` is the binding clause word for word, at `span` in the act's cleaned text. `inferred` names
    the fields that the text doesn't state but implies, e.g. `deadline.year`, `responsible`.
    `reviewed` names the fields that a person decided.
    """

    reference: Reference
    responsible: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    action: str
    kind: CommitmentKind
    quote: str
    span: Span
    deadline: Deadline = Deadline()
    inferred: tuple[str, ...] = ()
    reviewed: tuple[str, ...] = ()

    def roles(self) -> Iterator[tuple[Role, str, bool]]:
        """Yield whom it names in which role, and whether that only follows."""
        for role, field, names in (
            (Role.RESPONSIBLE, "responsible", self.responsible),
            (Role.RECIPIENT, "recipient", self.recipient),
            (Role.SUPPORTER, "supporters", self.supporters),
        ):
            yield from ((role, name, field in self.inferred) for name in names)


class Event(Value):
    """A meeting, workshop or the like that the act announces."""

    reference: Reference
    name: str
    place: str | None = None
    start: date | None = None
    end: date | None = None
    precision: Precision = Precision.NONE
    organizers: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    status: EventStatus = EventStatus.SCHEDULED
    inferred: tuple[str, ...] = ()

    def roles(self) -> Iterator[tuple[Role, str, bool]]:
        """Yield whom it names in which role, and whether that only follows."""
        for role, field, names in (
            (Role.ORGANIZER, "organizers", self.organizers),
            (Role.SUPPORTER, "supporters", self.supporters),
        ):
            yield from ((role, name, field in self.inferred) for name in names)


class GlossaryEntry(Value):
    """An acronym with its expansion; without `reference` the expansion is the register's, not the act's."""

    acronym: str
    expansion: str
    reference: Reference | None = None


class Act(Value):
    """One act as read: everything that later steps know about it comes from here.

    `text` is the cleaned text that all spans refer to; `language` is `es` or `en`. `printed` are the act's
    own numbers of provisions, by reference, where they differ in form: «II.2» is C2.b.
    """

    slug: str
    source: str
    sha256: str
    language: str
    text: str
    meeting: Meeting
    provisions: tuple[Provision, ...]
    printed: dict[str, str] = Field(default_factory=dict)
    commitments: tuple[Commitment, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    warnings: tuple[Notice, ...] = ()
