"""Updates that come together are begun one by one, so that answers go out before all are worked out."""

import asyncio
from datetime import UTC, datetime

from telegram import Chat, Message, Update

from bot.chat_order import ChatOrderProcessor

AT_ONCE = 100
WAITS = 6
"""How often sending an answer waits for the network, about."""


def update_of(chat: int) -> Update:
    return Update(chat, Message(chat, datetime.now(UTC), Chat(chat, Chat.PRIVATE)))


async def test_the_first_answers_are_sent_before_the_last_are_begun() -> None:
    processor, begun, sent = ChatOrderProcessor(), 0, list[int]()

    async def answer() -> None:
        nonlocal begun
        begun += 1
        for _ in range(WAITS):
            await asyncio.sleep(0)
        sent.append(begun)

    updates = map(update_of, range(1, AT_ONCE + 1))
    await asyncio.gather(*(processor.process_update(each, answer()) for each in updates))
    assert sent[0] <= WAITS
