"""Statements: what one clause of a provision says about who does what, for whom, when and where."""

from enum import StrEnum

from knowledge.values.base import Span, Value
from knowledge.values.deadlines import Deadline
from knowledge.values.references import Reference
from knowledge.values.roles import Role


class Measure(StrEnum):
    """What a figure counts."""

    NUMBER = "number"
    MONEY = "money"
    SHARE = "share"
    LENGTH = "length"


class Figure(Value):
    """A number with its unit, in the words of the act: «sesenta funcionarios», "US$42,000"."""

    text: str
    measure: Measure = Measure.NUMBER


class Statement(Value):
    """The content of a clause.

    `deed` is the verb of the action, in the infinitive and in the act's language, or empty. `agents` are
    canonical names of parties, names of people, or the act's wording for one that the register doesn't
    have; `role` says what makes them agents. `quote` is the passage that says so, at `span` in the act's
    cleaned text; `about` are the other words of its clause. `inferred` names what the clause doesn't state
    but implies, as in `Commitment`.
    """

    reference: Reference
    deed: str = ""
    role: Role | None = None
    agents: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    time: Deadline = Deadline()
    place: str | None = None
    figures: tuple[Figure, ...] = ()
    items: tuple[str, ...] = ()
    purpose: str | None = None
    quote: str
    about: str = ""
    span: Span
    inferred: tuple[str, ...] = ()
