"""Officers: their roles and permissions, and the audit of what they did."""

from collections.abc import Callable, Coroutine
from enum import IntEnum
from typing import Any

from telegram import Update
from telegram.constants import ChatID, ChatType

from handlers.context import Context, message_in
from handlers.groups.addressing import ADDRESSED_TO_BOT
from handlers.hearing.unknown import answer_unknown
from knowledge.stores.audit import AuditEntry, AuditOutcome, AuditTrail

Callback = Callable[[Update, Context], Coroutine[Any, Any, None]]


class Role(IntEnum):
    """An officer's permissions: an editor tracks and corrects; an admin also loads and retires acts."""

    EDITOR = 1
    ADMIN = 2


_NOBODY = frozenset({ChatID.ANONYMOUS_ADMIN, ChatID.SERVICE_CHAT, ChatID.FAKE_CHANNEL})
"""Ids that Telegram uses for unnamed senders."""


def role_of(update: Update, context: Context) -> Role | None:
    """Return the role of an officer who wrote or tapped in a private chat; None for anybody else.

    A message counts only if it is new, not forwarded, and not sent via another bot. Settings are checked each
    time, so that a button under an old message gives nobody a role they lost.
    """
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None or chat.type != ChatType.PRIVATE or user.id in _NOBODY:
        return None
    message = update.message
    if update.callback_query is None and (message is None or message.forward_origin or message.via_bot):
        return None
    services = context.services
    if user.id in services.admins:
        return Role.ADMIN
    return Role.EDITOR if user.id in services.editors else None


def may(update: Update, context: Context, role: Role) -> bool:
    """Tell whether an officer with at least this role wrote or tapped this."""
    has = role_of(update, context)
    return has is not None and has >= role


def for_officers(role: Role, action: str, callback: Callback) -> Callback:
    """Let officers with at least this role through; for anyone else the command doesn't exist."""

    async def answer(update: Update, context: Context) -> None:
        """Answer an officer; count the refusal of anybody else."""
        if may(update, context, role):
            await callback(update, context)
            return
        await count_refusal(context, action)
        if ADDRESSED_TO_BOT.filter(message_in(update)):  # in groups, ignore other unknown commands
            await answer_unknown(update, context)

    return answer


async def count_refusal(context: Context, action: str) -> None:
    """Count a refused attempt, by action and day only."""
    services = context.services
    day = services.today()
    await services.note(lambda state: AuditTrail(state).count_refusal(action, day))


async def record(
    update: Update,
    context: Context,
    action: str,
    subject: str = "",
    *,
    before: str = "",
    after: str = "",
    outcome: AuditOutcome = AuditOutcome.DONE,
) -> None:
    """Record an officer's action in the audit; the action stands even if the audit can't be written."""
    services, user = context.services, update.effective_user
    entry = AuditEntry(
        at=services.now(),
        user_id=user.id if user else 0,
        action=action,
        outcome=outcome,
        subject=subject,
        before=before,
        after=after,
    )
    await services.note(lambda state: AuditTrail(state).record(entry))
