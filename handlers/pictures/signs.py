"""The signs and colours for the standing of a commitment, in pictures and their captions."""

from typing import NamedTuple

from knowledge.values.tracking import Standing


class Sign(NamedTuple):
    """A letter that works without colour, and a colour of Okabe and Ito, which everybody can tell apart."""

    letter: str
    color: str


SIGNS = {
    Standing.DONE: Sign("✓", "#009E73"),
    Standing.IN_PROGRESS: Sign("↻", "#56B4E9"),
    Standing.OVERDUE: Sign("!", "#D55E00"),
    Standing.OPEN: Sign("○", "#F0E442"),
    Standing.UNDATED: Sign("–", "#A7AFB8"),
}
"""Every standing, in the order of display; undated ones are grey."""

EVENT = Sign("◆", "#CC79A7")
"""The sign of events, which have no standing."""
