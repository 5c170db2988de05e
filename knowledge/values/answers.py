"""Answers to questions, never without the provision that says so."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from knowledge.values.acts import Deadline, Event, Meeting
from knowledge.values.base import Value
from knowledge.values.notices import Notice
from knowledge.values.questions import Overview, QuestionKind
from knowledge.values.references import Reference
from knowledge.values.tracking import Fulfilment, Tracked


class Outcome(StrEnum):
    """How a question ended."""

    FOUND = "found"
    AMBIGUOUS = "ambiguous"
    NOTHING = "nothing"
    COURTESY = "courtesy"


class Fact(StrEnum):
    """A fact of a finding that its message may open with; TIME and PLACE are those of its event."""

    DEADLINE = "deadline"
    RESPONSIBLE = "responsible"
    ACTION = "action"
    TIME = "time"
    PLACE = "place"


class Citation(Value):
    """The source of a quotation: act, its language, reference, and the meeting that adopted it.

    `printed` is the act's own number of the provision, where it differs in form («II.2»).
    """

    document: str
    reference: Reference
    meeting: Meeting
    language: str | None = None
    printed: str | None = None

    @property
    def key(self) -> str:
        """Full key, e.g. `grcm-2017-06-san-salvador#C16.a`."""
        return f"{self.document}#{self.reference}"


class Finding(Value):
    """One provision that answers: its citation, and its words.

    `quote` is verbatim text of the act; `highlights` are its decisive passages, and `opening` is what was
    asked, told first. `score` runs from 0 to 1. In an overview, findings with the same `heading` belong
    together. `commitment` is the number of the provision's commitment, from 1; without it, all of them are
    meant. `tracked` are those under way or done; `reviewed` names the fields that a person decided, if
    officers are to know.
    """

    citation: Citation
    quote: str = Field(min_length=1)
    highlights: tuple[str, ...] = ()
    score: float = Field(ge=0, le=1)
    responsible: tuple[str, ...] = ()
    action: str | None = None
    deadline: Deadline | None = None
    event: Event | None = None
    inferred: tuple[str, ...] = ()
    opening: tuple[Fact | Notice, ...] = ()
    heading: Notice | None = None
    commitment: int | None = None
    tracked: tuple[Tracked, ...] = ()
    reviewed: tuple[str, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether it is a single commitment that is done."""
        return self.commitment is not None and any(
            each.fulfilment is Fulfilment.DONE for each in self.tracked
        )


class Surroundings(Value):
    """The provisions before and after a finding in its act, and what else it has.

    `more` tells whether its provision, or the one it is a sub-item of, says more than it quotes; `page` is
    the page of the act where it begins. `dated` tells whether it sets days, shown or not.
    """

    previous: Reference | None = None
    next: Reference | None = None
    more: bool = False
    page: int | None = None
    dated: bool = False


class Suggestion(Value):
    """A nearby topic to offer, not an answer."""

    citation: Citation
    label: str


class Offer(Value):
    """Another list to offer next to one, and the label of its button."""

    label: Notice
    overview: Overview


class MeetingCard(Value):
    """What the buttons under a meeting lead to: counts of what its act has, and the acts next to it in time.

    `commitments` counts those that aren't done; `page` is the page of the preamble in the act.
    """

    document: str
    commitments: int = 0
    deadlines: int = 0
    events: int = 0
    older: str | None = None
    newer: str | None = None
    page: int | None = None


class Answer(Value):
    """The answer to a question.

    `lead` opens the message. Found and ambiguous answers have findings, best first; the others have none.
    An overview has those of one of its `pages`, and other lists as `offers`. A `card` shows a meeting; the
    findings are then its preamble and what was due. `also` are provisions of other acts on the same matter,
    and `later` is the newest one that takes up again what the only finding says.
    """

    question: str
    language: str
    outcome: Outcome
    kind: QuestionKind
    findings: tuple[Finding, ...] = ()
    lead: tuple[Notice, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    also: tuple[Citation, ...] = ()
    later: Citation | None = None
    overview: Overview | None = None
    pages: int = 1
    offers: tuple[Offer, ...] = ()
    card: MeetingCard | None = None

    @model_validator(mode="after")
    def _cite_what_is_said(self) -> Self:
        if bool(self.findings) != (self.outcome in {Outcome.FOUND, Outcome.AMBIGUOUS}):
            message = f"an answer with outcome {self.outcome} and {len(self.findings)} findings"
            raise ValueError(message)
        return self
