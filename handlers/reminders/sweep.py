"""Send each chat its due reminders and news; a job repeats this periodically.

All progress is in the state: after a crash or days of absence, the next sweep continues from there. A
message that may have been sent before is sent once more, marked as late, and then given up. A chat that
can't be reached now doesn't hold up the others, unless Telegram accepts nothing at all.
"""

import logging
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import NamedTuple

from handlers.context import Context
from handlers.messages import Message
from handlers.reminders.delivery import Delivery, Outcome, deliver, is_reached
from handlers.reminders.digest import write_digest
from handlers.reminders.new_acts import write_news
from handlers.replying.memory import recall
from handlers.services import Services
from knowledge.stores.subscriptions import ActNotice, SubscriptionStore
from knowledge.values.errors import StoreUnusable
from knowledge.values.subscriptions import Subscription

_log = logging.getLogger(__name__)

MAX_TRIES = 2
"""Most times that news of an act is sent without knowing whether it arrived."""

IN_A_ROW = 3
"""Consecutive refusals by different chats after which the whole bot waits, not only these chats."""

Change = Callable[[SubscriptionStore], None]


_SOON = timedelta(seconds=1)
_NEVER = datetime.min.replace(tzinfo=UTC)


class _Parcel(NamedTuple):
    """A message to a chat, if there is anything to say, and how to record its progress.

    `finish` gets the id of the chat that received it.
    """

    wanted: Subscription
    message: Message | None
    begin: Change
    postpone: Change
    finish: Callable[[SubscriptionStore, int], None]


_Pack = Callable[[Subscription], _Parcel | None]
"""Makes the parcel that is now due for a subscription, if any."""


class Sweeper:
    """Send what is due, chat by chat."""

    def __init__(self) -> None:
        self._unwritten: list[Change] = []
        self._not_before: dict[int, datetime] = {}
        self._is_reached = True

    async def sweep(self, context: Context) -> None:
        """Send reminders and news; what can't be sent now is left to a later sweep."""
        refused = 0
        try:
            await self._write_down(context.services)
            for parcel in self._parcels(context.services):
                if not (self._is_reached or await is_reached(context.bot)):
                    return
                outcome = await self._send(context, parcel)
                refused = refused + 1 if outcome is Outcome.LATER else 0
                if refused == IN_A_ROW:
                    return
        except StoreUnusable as error:
            _log.warning("no reminders now: %s", error)

    def _parcels(self, services: Services) -> Iterator[_Parcel]:
        """Yield the parcel for each chat in turn, previously refused chats last."""
        store, now = SubscriptionStore(services.state), services.now()
        packs: list[tuple[int, _Pack]] = [
            *((each.chat_id, partial(_digest, services)) for each in store.active() if each.is_due(now)),
            *((each.chat_id, partial(_news, services, each)) for each in store.planned_notices()),
        ]
        chats = {chat_id for chat_id, _ in packs}
        self._not_before = {chat: at for chat, at in self._not_before.items() if chat in chats}
        for chat_id, pack in sorted(packs, key=lambda each: self._not_before.get(each[0], _NEVER)):
            wanted = store.active_in(chat_id)
            if wanted is None or self._not_before.get(chat_id, _NEVER) > services.now():
                continue
            if parcel := pack(wanted):
                yield parcel

    async def _send(self, context: Context, parcel: _Parcel) -> Outcome:
        """Send a parcel, and return the outcome; raise StoreUnusable if that can't be stored."""
        services, wanted = context.services, parcel.wanted
        if parcel.message is None:
            await _change(services, lambda store: parcel.finish(store, wanted.chat_id))
            return Outcome.SENT
        await _change(services, parcel.begin)
        delivery = await deliver(context.bot, wanted.chat_id, parcel.message, wanted.thread_id)
        self._take_down(parcel, delivery, services.now())
        # Outcomes must be recorded eventually; until then nothing else is sent.
        await self._write_down(services)
        return delivery.outcome

    def _take_down(self, parcel: _Parcel, delivery: Delivery, now: datetime) -> None:
        """Queue what must be recorded, and set when to try the chat again."""
        outcome, chat_id = delivery.outcome, parcel.wanted.chat_id
        if outcome in {Outcome.SENT, Outcome.REFUSED}:
            self._unwritten.append(lambda store: parcel.finish(store, delivery.chat_id))
        elif outcome in {Outcome.LATER, Outcome.GONE}:
            self._unwritten.append(parcel.postpone)
        if outcome is Outcome.GONE:
            self._unwritten.append(lambda store: store.silence(chat_id))
        if outcome in {Outcome.LATER, Outcome.UNKNOWN}:
            self._not_before[chat_id] = now + max(delivery.wait, _SOON)
        else:
            self._not_before.pop(chat_id, None)
        # Without an answer, check that Telegram is reached before risking the next message.
        self._is_reached = delivery.wait > timedelta(0) or outcome not in {Outcome.LATER, Outcome.UNKNOWN}

    async def _write_down(self, services: Services) -> None:
        while self._unwritten:
            await _change(services, self._unwritten[0])
            self._unwritten.pop(0)


def _digest(services: Services, wanted: Subscription) -> _Parcel | None:
    now = services.now()
    if not wanted.is_due(now):
        return None
    # Give up what was tried twice; what fell due later gets its second try.
    settled, today = wanted.settled(), wanted.today(now)

    def finish(store: SubscriptionStore, chat_id: int) -> None:
        """Store the day up to which the digest was sent, for the chat that received it."""
        store.note(settled.finished(today).model_copy(update={"chat_id": chat_id}))

    return _Parcel(
        wanted,
        write_digest(services, settled, language_for(services, wanted), today),
        begin=lambda store: store.note(settled.trying(today)),
        postpone=lambda store: store.note(settled),
        finish=finish,
    )


def _news(services: Services, planned: ActNotice, wanted: Subscription) -> _Parcel:
    has_failed = planned.tries >= MAX_TRIES
    language = language_for(services, wanted)
    is_late = planned.tries > 0
    message = (
        None if has_failed else write_news(services, wanted, language, planned.document, is_late=is_late)
    )

    def finish(store: SubscriptionStore, chat_id: int) -> None:
        """Record that the news of an act was sent to its chat, or given up."""
        store.finish_notice(planned.model_copy(update={"chat_id": chat_id}))

    return _Parcel(
        wanted,
        message,
        begin=lambda store: store.begin_notice(planned),
        postpone=lambda store: store.postpone_notice(planned),
        finish=finish,
    )


def language_for(services: Services, wanted: Subscription) -> str:
    """Return the language that a person chose in their private chat since, else that of the subscription."""
    chat = wanted.chat_id
    return recall(partial(services.state.language, chat, chat)) or wanted.language


async def _change(services: Services, work: Change) -> None:
    await services.change(lambda state: work(SubscriptionStore(state)))
