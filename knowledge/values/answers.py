"""Answers: what is said to a question, never without the provision that says it."""

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
    """What a finding holds that its message may open with; TIME and PLACE are those of its event."""

    DEADLINE = "deadline"
    RESPONSIBLE = "responsible"
    ACTION = "action"
    TIME = "time"
    PLACE = "place"


class Citation(Value):
    """Where a quotation stands: act, its language, reference, and the meeting that adopted it.

    `printed` is the number that the act itself gives to the provision, where that is another form («II.2»).
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

    `quote` is verbatim text of the act; `highlights` are passages of it that decide, and `opening` is what
    was asked, told first. `score` runs from 0 to 1. In an overview, findings with the same `heading` belong
    together. `commitment` tells which of the provision's commitments it is, from 1; else it is all of them.
    `tracked` says how far those have come that are under way or done; `reviewed` names the fields that a
    person decided, where officers are to know.
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
        """Whether it is one commitment, and that is done."""
        return self.commitment is not None and any(
            each.fulfilment is Fulfilment.DONE for each in self.tracked
        )


class Surroundings(Value):
    """What stands before and after a finding in its act.

    `more` tells whether its provision, or that of which it is a sub-item, says more than it quotes; `page` is
    where it begins in the act. `dated` tells whether it fixes days, shown or not.
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
    """Another list to offer beside one, and how its button is called."""

    label: Notice
    overview: Overview


class MeetingCard(Value):
    """What buttons under a meeting lead to: how much its act has of what, and the acts beside it in time.

    `commitments` are those that aren't done; `page` is that of the preamble in the act.
    """

    document: str
    commitments: int = 0
    deadlines: int = 0
    events: int = 0
    older: str | None = None
    newer: str | None = None
    page: int | None = None


class Answer(Value):
    """What to say to a question.

    `lead` opens the message. Found and ambiguous answers have findings, best first; the others have none.
    An overview has those of one of its `pages`, and lists to `offer` beside it. A `card` shows a meeting; the
    findings are then its preamble and what was due. `also` are provisions of other acts on the same matter.
    """

    question: str
    language: str
    outcome: Outcome
    kind: QuestionKind
    findings: tuple[Finding, ...] = ()
    lead: tuple[Notice, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    also: tuple[Citation, ...] = ()
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
