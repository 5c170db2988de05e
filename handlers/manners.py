"""What every update meets first: none counts twice, and a flood slows only who makes it."""

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
"""Messages and taps of one person that are answered in a stretch of `SECONDS`."""

SECONDS = 10.0
HASTE = 3.0
"""Seconds within which a second tap on the same button, and none other between, is a double one."""

PACE = "pace"
"""Under which a person's is in memory."""

_HANDLED = 1000
"""Updates that are known again if Telegram sends them a second time, unsure whether they came through."""

_TOO_FAST = mark("Va muy rápido. Espere unos segundos, por favor, y siga escribiendo.")


@dataclass
class Pace:
    """When a person last wrote or tapped, what was tapped, and whether they were asked to slow down."""

    moments: deque[float] = field(default_factory=deque)
    is_warned: bool = False
    tapped: tuple[int, str] = (0, "")
    tapped_at: float = 0.0

    @property
    def last(self) -> float:
        """When the person last wrote or tapped and was answered."""
        return self.moments[-1] if self.moments else 0.0

    def keeps(self, now: float) -> bool:
        """Count a message or tap, and tell whether it is to be answered; those that aren't don't count."""
        while self.moments and self.moments[0] <= now - SECONDS:
            self.moments.popleft()
        if len(self.moments) >= MOST:
            return False
        self.moments.append(now)
        self.is_warned = False
        return True

    def repeats(self, tapped: tuple[int, str], now: float) -> bool:
        """Tell whether a tap is the last one over again, in haste."""
        is_again = self.tapped == tapped and now - self.tapped_at < HASTE
        self.tapped, self.tapped_at = tapped, now
        return is_again


async def mind_manners(update: Update, context: Context) -> None:
    """Let an update through to its handler, unless it is one too many; what officers do always passes."""
    handled: deque[int] = context.bot_data.setdefault("handled", deque(maxlen=_HANDLED))
    if update.update_id in handled:
        raise ApplicationHandlerStop
    handled.append(update.update_id)
    if context.user_data is None or update.inline_query or role_of(update, context):
        return
    message = update.message or update.edited_message
    if message and not concerns_bot(message):
        return  # people may talk to each other as fast as they like
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
