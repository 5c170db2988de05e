"""Tell each chat what has fallen due since it was last told; one job does so again and again.

All that decides stands in the state: after a crash or days of absence the next sweep goes on from there. A
message that may have gone out before is sent once more, marked as late, and then no more.
"""

import logging
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import NamedTuple

from handlers.context import Context
from handlers.messages import Message
from handlers.reminders.delivery import Outcome, deliver
from handlers.reminders.digest import write_digest
from handlers.reminders.new_acts import write_news
from handlers.replying.memory import recall
from handlers.services import Services
from knowledge.stores.subscriptions import ActNotice, SubscriptionStore
from knowledge.values.errors import StoreUnusable
from knowledge.values.subscriptions import Subscription

_log = logging.getLogger(__name__)

SECONDS = 60.0
"""How often chats are looked through."""

MAX_TRIES = 2
"""How often a message is sent of which nobody knows whether it arrived."""

Change = Callable[[SubscriptionStore], None]


class _Parcel(NamedTuple):
    """A message to a chat, if there is anything to say, and what is written down of it."""

    wanted: Subscription
    message: Message | None
    begin: Change
    postpone: Change
    finish: Change


class Sweeper:
    """Send what is to be sent now, chat by chat."""

    def __init__(self) -> None:
        self._unwritten: list[Change] = []

    async def sweep(self, context: Context) -> None:
        """Send reminders and news; what can't go out now does with a later sweep."""
        services = context.services
        try:
            await self._write_down(services)
            for parcels in (_digests(services), _news(services)):
                for parcel in parcels:
                    if not await self._send(context, parcel):
                        return
        except StoreUnusable as error:
            _log.warning("no reminders now: %s", error)

    async def _send(self, context: Context, parcel: _Parcel) -> bool:
        """Send a parcel, and tell whether the next may follow; raise StoreUnusable if that can't be kept."""
        if parcel.message is None:
            await _change(context.services, parcel.finish)
            return True
        await _change(context.services, parcel.begin)
        wanted = parcel.wanted
        outcome, moved_to = await deliver(context.bot, wanted.chat_id, parcel.message, wanted.thread_id)
        if outcome in {Outcome.SENT, Outcome.REFUSED}:
            self._unwritten.append(parcel.finish)
        elif outcome in {Outcome.LATER, Outcome.GONE}:
            self._unwritten.append(parcel.postpone)
        if outcome is Outcome.GONE:
            self._unwritten.append(lambda store: store.silence(wanted.chat_id))
        if moved_to:
            self._unwritten.append(lambda store: store.move(wanted.chat_id, moved_to))
        # What has happened is written down sooner or later; until then nothing else is sent.
        await self._write_down(context.services)
        return outcome is not Outcome.LATER

    async def _write_down(self, services: Services) -> None:
        while self._unwritten:
            await _change(services, self._unwritten[0])
            self._unwritten.pop(0)


def _digests(services: Services) -> Iterator[_Parcel]:
    now = services.now()
    for wanted in SubscriptionStore(services.state).active():
        if wanted.is_due(now):
            yield _digest(services, wanted, wanted.today(now))


def _digest(services: Services, wanted: Subscription, today: date) -> _Parcel:
    chat_id = wanted.chat_id
    if wanted.tried and wanted.tries >= MAX_TRIES:  # given up; what fell due later comes with the next sweep
        message, today = None, wanted.tried
    else:
        message = write_digest(services, wanted, language_for(services, wanted), today)
    return _Parcel(
        wanted,
        message,
        begin=lambda store: store.begin(chat_id, today),
        postpone=lambda store: store.postpone(chat_id),
        finish=lambda store: store.finish(chat_id, today),
    )


def _news(services: Services) -> Iterator[_Parcel]:
    store = SubscriptionStore(services.state)
    for planned in store.planned_notices():
        wanted = store.of_chat(planned.chat_id)
        if wanted:
            yield _news_of_act(services, wanted, planned)


def _news_of_act(services: Services, wanted: Subscription, planned: ActNotice) -> _Parcel:
    has_failed = planned.tries >= MAX_TRIES
    language = language_for(services, wanted)
    is_late = planned.tries > 0
    message = (
        None if has_failed else write_news(services, wanted, language, planned.document, is_late=is_late)
    )
    return _Parcel(
        wanted,
        message,
        begin=lambda store: store.begin_notice(planned),
        postpone=lambda store: store.postpone_notice(planned),
        finish=lambda store: store.finish_notice(planned),
    )


def language_for(services: Services, wanted: Subscription) -> str:
    """Return the language that a person chose in their private chat since, else that of the subscription."""
    chat = wanted.chat_id
    return recall(partial(services.state.language, chat, chat)) or wanted.language


async def _change(services: Services, work: Change) -> None:
    await services.change(lambda state: work(SubscriptionStore(state)))
