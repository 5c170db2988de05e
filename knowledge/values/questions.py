"""The values of a question: its kind, its facets, its period, and the list it asks for."""

from datetime import date
from enum import StrEnum

from knowledge.values.base import Value


class QuestionKind(StrEnum):
    """What a question wants to know."""

    LOOKUP = "lookup"
    DEADLINE = "deadline"
    DATE = "date"
    PLACE = "place"
    RESPONSIBLE = "responsible"
    COUNT = "count"
    LIST = "list"
    STATUS = "status"
    DEFINITION = "definition"
    MEETING = "meeting"
    PARTY = "party"
    TOPIC = "topic"
    COURTESY = "courtesy"
    HELP = "help"


class Facet(StrEnum):
    """One thing that a question wants to know."""

    WHO = "who"
    TO_WHOM = "to_whom"
    WHEN = "when"
    BY_WHEN = "by_when"
    WHERE = "where"
    HOW_MANY = "how_many"
    HOW_MUCH = "how_much"
    WHICH = "which"
    WHY = "why"
    STATUS = "status"
    MEANING = "meaning"
    ALL = "all"


class Period(Value):
    """Days that a question names; both ends count, and either may be open."""

    start: date | None = None
    end: date | None = None


class OverviewKind(StrEnum):
    """What an overview lists."""

    PENDING = "pending"
    PARTY = "party"
    DEADLINES = "deadlines"
    EVENTS = "events"
    MEETINGS = "meetings"


class Stage(StrEnum):
    """The stage of an item in a list: still ahead, over, without a day, or done."""

    AHEAD = "ahead"
    OVER = "over"
    UNDATED = "undated"
    DONE = "done"


class Overview(Value):
    """A list, read one page at a time; pages count from 1.

    `party` is a canonical name; without it, all parties count. `period` limits when something is due or takes
    place. `where` is the slug of an act, or the key of a city, country or body: it limits the acts to those
    of such meetings, as `held` does to those of meetings that began within it. `stage` limits the items to
    one stage; what is over is listed latest first.
    """

    kind: OverviewKind
    party: str | None = None
    period: Period | None = None
    where: str | None = None
    held: Period | None = None
    stage: Stage | None = None
    page: int = 1

    @property
    def is_limited(self) -> bool:
        """Whether it is limited to some days or meetings."""
        return any((self.period, self.where, self.held))
