"""What the bot does by itself, by and by: it forgets what was to be remembered for minutes only."""

from datetime import timedelta

from handlers.ask import REMEMBERED
from handlers.context import App, Context
from handlers.memory import entrust
from handlers.prompts import WAITING
from knowledge.stores import kept_messages
from knowledge.stores.forgetting import Fading, forget_faded

FADING = (
    Fading("focus", "kept_at", REMEMBERED),
    Fading("prompts", "asked_at", WAITING),
    Fading("kept_messages", "kept_at", kept_messages.KEPT),
)
"""What is kept for some time only."""

_EVERY = timedelta(minutes=1)


def schedule(application: App) -> None:
    """Let the application look, at its start and each minute, for what is to be done."""
    if application.job_queue is None:
        message = "the application has no job queue"
        raise ValueError(message)
    # A tick that the busy loop delays still counts: the default drops it after a second.
    application.job_queue.run_repeating(
        forget, _EVERY, first=timedelta(0), job_kwargs={"misfire_grace_time": None}
    )


async def forget(context: Context) -> None:
    """Delete what was kept for long enough, also what a run before this one left."""
    services = context.services
    now = services.now()
    await entrust(services.change(lambda state: forget_faded(state, FADING, now=now)))
