"""By which sign and colour a picture, and its caption, tell how a commitment stands."""

from typing import NamedTuple

from knowledge.values.tracking import Standing


class Sign(NamedTuple):
    """A letter that tells it without colour, and a colour of Okabe and Ito, which everybody tells apart."""

    letter: str
    color: str


SIGNS = {
    Standing.DONE: Sign("✓", "#009E73"),
    Standing.IN_PROGRESS: Sign("↻", "#56B4E9"),
    Standing.OVERDUE: Sign("!", "#D55E00"),
    Standing.OPEN: Sign("○", "#F0E442"),
    Standing.UNDATED: Sign("–", "#A7AFB8"),
}
"""Every standing, in the order in which they are shown; what has no date has no colour either."""

EVENT = Sign("◆", "#CC79A7")
"""Events, which nobody can be late with."""
