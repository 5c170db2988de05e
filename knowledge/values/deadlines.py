"""Times as worded in acts: their precision, and the days they mean."""

from datetime import date
from enum import StrEnum

from knowledge.values.base import Value


class Precision(StrEnum):
    """How exact the wording of a date is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    RECURRING = "recurring"
    RELATIVE = "relative"
    ASAP = "asap"
    NONE = "none"


class Deadline(Value):
    """A deadline: the act's own wording and the days it means; `end` is the last day in time.

    A window («no antes del 2 ni después del 20 de mayo») has both days, a beginning («a partir de enero de
    2021») only the first. A recurring deadline has no last day.
    """

    text: str | None = None
    start: date | None = None
    end: date | None = None
    precision: Precision = Precision.NONE

    @property
    def is_set(self) -> bool:
        """Whether there is one: in the act's words, or as a day that a person set, which has no words."""
        return self.text is not None or self.end is not None
