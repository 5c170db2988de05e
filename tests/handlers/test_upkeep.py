"""What the bot does by itself is done in time, whatever becomes of the clock."""

from datetime import UTC, datetime, timedelta

import pytest

from handlers.context import App
from handlers.upkeep import pull_forward
from tests.support.chat import Chat
from tests.support.clock import Clock


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


@pytest.mark.parametrize(("later", "kept"), [(timedelta(hours=1), 2), (timedelta(days=1, seconds=9), 1)])
async def test_memory_does_not_grow_with_all_who_ever_wrote(
    chat: Chat, clock: Clock, later: timedelta, kept: int
) -> None:
    application = chat.application
    await chat.ask(chat.person(7), "16a")
    clock.now += later.total_seconds()
    await chat.ask(chat.person(8), "16a")

    queue = application.job_queue
    assert queue
    for job in queue.get_jobs_by_name("forget"):
        await job.run(application)

    assert (len(application.chat_data), len(application.user_data)) == (kept, kept)
