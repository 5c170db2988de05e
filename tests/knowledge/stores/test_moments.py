"""Moments as state.db writes them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from knowledge.stores.moments import moment

NOON = datetime(2017, 7, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("when", "written"),
    [
        pytest.param(NOON, "2017-07-01T12:00:00+00:00", id="UTC"),
        pytest.param(
            NOON.astimezone(timezone(timedelta(hours=-6))), "2017-07-01T12:00:00+00:00", id="another zone"
        ),
        pytest.param(NOON.replace(microsecond=999_999), "2017-07-01T12:00:00+00:00", id="to the second"),
    ],
)
def test_a_moment_is_written_in_utc(when: datetime, written: str) -> None:
    assert moment(when) == written


def test_moments_sort_as_text() -> None:
    later = NOON.astimezone(timezone(timedelta(hours=-12))) + timedelta(seconds=1)

    assert moment(NOON) < moment(later)
