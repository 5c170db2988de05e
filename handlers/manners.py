"""The first checks of every update: none is handled twice, and a flood slows only its sender."""

from collections import deque
from dataclasses import dataclass, field

from telegram import CallbackQuery, Update
from telegram.ext import ApplicationHandlerStop

from handlers.context import Context, catalogue_for
from handlers.desk.officers import role_of
from handlers.groups.addressing import concerns_bot
from handlers.markup import escape
from handlers.messages import Message
from handlers.replying.replies import reply
from handlers.replying.tap_replies import harmless
from knowledge.values.notices import mark

MOST = 12
"""Messages and taps per person that are answered within `SECONDS`."""

SECONDS = 10.0
HASTE = 3.0
"""Seconds within which a second tap in a row on the same button counts as a double tap."""

PACE = "pace"
"""Key of a person's Pace in memory."""

_HANDLED = 1000
"""Updates that are remembered, since Telegram may deliver one twice."""

_TOO_FAST = mark("Va muy rápido. Espere unos segundos, por favor, y siga escribiendo.")


@dataclass
class Pace:
    """The times of a person's last messages and taps, the last tap, and whether they were warned."""

    moments: deque[float] = field(default_factory=deque)
    is_warned: bool = False
    tapped: tuple[int, str] = (0, "")
    tapped_at: float = 0.0

    @property
    def last(self) -> float:
        """The time of the last answered message or tap."""
        return self.moments[-1] if self.moments else 0.0

    def keeps(self, now: float) -> bool:
        """Count a message or tap, and tell whether to answer it; unanswered ones don't count."""
        while self.moments and self.moments[0] <= now - SECONDS:
            self.moments.popleft()
        if len(self.moments) >= MOST:
            return False
        self.moments.append(now)
        self.is_warned = False
        return True

    def repeats(self, tapped: tuple[int, str], now: float) -> bool:
        """Tell whether a tap is a hasty repetition of the last one."""
        is_again = self.tapped == tapped and now - self.tapped_at < HASTE
        self.tapped, self.tapped_at = tapped, now
        return is_again


async def mind_manners(update: Update, context: Context) -> None:
    """Let an update through to its handler, unless it is repeated or one too many; officers always pass."""
    handled: deque[int] = context.bot_data.setdefault("handled", deque(maxlen=_HANDLED))
    if update.update_id in handled:
        raise ApplicationHandlerStop
    handled.append(update.update_id)
    if context.user_data is None or update.inline_query or role_of(update, context):
        return
    message = update.message or update.edited_message
    if message and not concerns_bot(message):
        return  # people's talk in a group isn't limited
    pace: Pace = context.user_data.setdefault(PACE, Pace())
    now = context.services.now().timestamp()
    query = update.callback_query
    if query and pace.repeats(_button(query), now):
        with harmless():
            await query.answer()
        raise ApplicationHandlerStop
    if pace.keeps(now):
        return
    if not pace.is_warned:
        pace.is_warned = True
        await _ask_to_slow_down(update, context)
    elif query:
        with harmless():
            await query.answer()
    raise ApplicationHandlerStop


async def _ask_to_slow_down(update: Update, context: Context) -> None:
    text = catalogue_for(update, context).text(_TOO_FAST)
    if update.callback_query:
        with harmless():
            await update.callback_query.answer(text, show_alert=True)
    elif update.message:
        await reply(update.message, [Message(escape(text))])


def _button(query: CallbackQuery) -> tuple[int, str]:
    return (query.message.message_id if query.message else 0), query.data or ""
