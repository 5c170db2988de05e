"""Moments as state.db writes them: ISO 8601 in UTC, so that they sort as text."""

from datetime import UTC, datetime


def moment(when: datetime) -> str:
    """Write a moment, to the second."""
    return when.astimezone(UTC).isoformat(timespec="seconds")
