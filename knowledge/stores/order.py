"""In which order a listing comes."""

from enum import StrEnum

STARTED = "(SELECT starts_on FROM documents WHERE id = document)"
"""When the meeting was of which something stands in the act."""


class Order(StrEnum):
    """The soonest or the latest day first, or what is of the newest meeting; undated ones always last."""

    SOONEST = "soonest"
    LATEST = "latest"
    NEWEST_MEETING = "newest_meeting"

    def by(self, day: str, place: str) -> str:
        """Write the order by the column of a day; of one day, by `place`, then by meeting."""
        by_day = f"{day} IS NULL, {day}{' DESC' if self is Order.LATEST else ''}, {place}"
        by_meeting = f"{STARTED} DESC"
        return (
            f"{by_meeting}, {by_day}, id" if self is Order.NEWEST_MEETING else f"{by_day}, {by_meeting}, id"
        )
