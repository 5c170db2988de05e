"""What the bot does by itself is done in time, whatever becomes of the clock."""

from datetime import UTC, datetime, timedelta

import pytest

from handlers.context import App
from handlers.upkeep import pull_forward


@pytest.mark.parametrize(
    ("ahead", "is_pulled"),
    [
        pytest.param(timedelta(seconds=50), False, id="due-in-time"),
        pytest.param(timedelta(hours=1), True, id="set-back-by-an-hour"),
        pytest.param(timedelta(days=400), True, id="set-back-by-a-year"),
        pytest.param(-timedelta(hours=1), False, id="set-forward"),
    ],
)
async def test_a_clock_that_is_set_back_puts_off_no_reminder(
    application: App, ahead: timedelta, *, is_pulled: bool
) -> None:
    queue = application.job_queue
    assert queue
    (sweep,) = queue.get_jobs_by_name("sweep")
    due = datetime.now(UTC) + ahead
    sweep.job.modify(next_run_time=due)

    pull_forward(application)

    assert sweep.next_t
    assert (sweep.next_t != due) is is_pulled
    assert sweep.next_t <= max(due, datetime.now(UTC)) if not is_pulled else sweep.next_t <= datetime.now(UTC)
