"""Scheduled jobs: delete expired data, send reminders, and make backups."""

import asyncio
import logging
from datetime import UTC, datetime, timedelta

from telegram.error import TelegramError

from handlers.answers import responding
from handlers.catalogue import LANGUAGES
from handlers.context import App, Context
from handlers.desk.interrupted import tell_of_interrupted
from handlers.desk.tracking.keeping import ANSWERABLE
from handlers.hearing.ask import REMEMBERED
from handlers.hearing.prompts import WAITING
from handlers.manners import PACE
from handlers.markup import escape
from handlers.reminders.sweep import Sweeper
from handlers.replying.memory import entrust
from knowledge.stores import kept_messages, misses
from knowledge.stores.backups import KEPT_DAYS
from knowledge.stores.forgetting import Fading, forget_faded
from knowledge.stores.restoring import drop_replaced
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import Notice, mark

_log = logging.getLogger(__name__)

FADING = (
    Fading("focus", "kept_at", REMEMBERED),
    Fading("answered", "kept_at", responding.KEPT),
    Fading("prompts", "asked_at", WAITING),
    Fading("drafts", "kept_at", ANSWERABLE),
    Fading("kept_messages", "kept_at", kept_messages.KEPT),
    Fading("waiting_misses", "kept_at", misses.WAITING),
    Fading("misses", "kept_at", misses.KEPT),
)
"""Data that is kept for a limited time."""

_QUIET = timedelta(days=1)
"""Inactivity after which a chat's or person's data is dropped from memory, so that it doesn't grow."""

_EVERY = timedelta(minutes=1)
_BACKUPS_EVERY = timedelta(minutes=10)
_AT_ONCE = timedelta(0)
_NOT_BACKED_UP = mark("No pude hacer la copia de seguridad de esta noche. {reason}")
_TOLD = "told that backups fail"
"""Key of the note that admins were told, so that they are told once and not every ten minutes."""


def schedule(application: App) -> None:
    """Schedule the jobs of the application, at its start and at intervals."""
    if application.job_queue is None:
        message = "the application has no job queue"
        raise ValueError(message)
    now = datetime.now(UTC)
    for callback, every, after in (
        (forget, _EVERY, _AT_ONCE),
        (Sweeper().sweep, _EVERY, _AT_ONCE),
        (back_up, _BACKUPS_EVERY, _EVERY),
    ):
        # Keep ticks that a busy loop delays: by default they are dropped after a second. With `first` the
        # scheduler would skip a tick at the start, which is already past when it starts.
        application.job_queue.run_repeating(
            callback, every, job_kwargs={"misfire_grace_time": None, "next_run_time": now + after}
        )


def pull_forward(application: App) -> None:
    """Run jobs at once that a clock set back would postpone, since the queue uses wall-clock time."""
    now = datetime.now(UTC)
    for job in application.job_queue.jobs() if application.job_queue else ():
        every = getattr(job.job.trigger, "interval", None)
        if every and job.next_t and job.next_t - now > every:
            job.job.modify(next_run_time=now)


def tell_at_start(application: App) -> None:
    """Schedule the report of loads that the last shutdown interrupted."""
    if application.job_queue is None:
        message = "the application has no job queue"
        raise ValueError(message)
    application.job_queue.run_once(
        tell_of_interrupted,
        _AT_ONCE,
        job_kwargs={"misfire_grace_time": None, "next_run_time": datetime.now(UTC)},
    )


async def forget(context: Context) -> None:
    """Delete expired data, including that of earlier runs."""
    services = context.services
    now = services.now()
    _let_go_of_the_quiet(context, now - _QUIET)
    await entrust(services.change(lambda state: forget_faded(state, FADING, now=now)))


def _let_go_of_the_quiet(context: Context, since: datetime) -> None:
    """Drop the data in memory of chats and people who have written nothing since."""
    application = context.application
    for chat, data in [*application.chat_data.items()]:
        if responding.USED in data and data[responding.USED] < since:
            application.drop_chat_data(chat)
    for user, data in [*application.user_data.items()]:
        if PACE in data and data[PACE].last < since.timestamp():
            application.drop_user_data(user)


async def back_up(context: Context) -> None:
    """Make tonight's backup if it is due, and tell the admins, once, if it fails."""
    services = context.services
    now = services.now()
    if not services.backups.is_due(now):
        return
    try:
        await asyncio.to_thread(services.backups.make, now)
    except KnowledgeError as error:
        _log.error("no backup was made: %s", error)
        if not context.bot_data.get(_TOLD):
            context.bot_data[_TOLD] = True
            await _tell_admins(context, error.notice)
        return
    context.bot_data[_TOLD] = False
    await asyncio.to_thread(drop_replaced, services.backups.folder, now - timedelta(days=KEPT_DAYS))


async def _tell_admins(context: Context, reason: Notice) -> None:
    services = context.services
    for admin in services.admins:
        chosen = services.state.language(admin, admin)
        catalogue = services.catalogues[chosen or LANGUAGES[0]]
        said = escape(catalogue.text(_NOT_BACKED_UP, reason=reason))
        try:
            await context.bot.send_message(admin, said)
        except TelegramError as error:  # e.g. one who never wrote to the bot
            _log.warning("an admin could not be told: %s", error)
