"""The order of a listing."""

from enum import StrEnum

STARTED = "(SELECT starts_on FROM documents WHERE id = document)"
"""The start of the meeting whose act a row belongs to."""


class Order(StrEnum):
    """The soonest or the latest day first, or the newest meeting; undated rows are always last."""

    SOONEST = "soonest"
    LATEST = "latest"
    NEWEST_MEETING = "newest_meeting"

    def by(self, day: str, place: str) -> str:
        """Return the ORDER BY terms for a column with a day; on the same day, by `place`, then by meeting."""
        by_day = f"{day} IS NULL, {day}{' DESC' if self is Order.LATEST else ''}, {place}"
        by_meeting = f"{STARTED} DESC"
        return (
            f"{by_meeting}, {by_day}, id" if self is Order.NEWEST_MEETING else f"{by_day}, {by_meeting}, id"
        )
