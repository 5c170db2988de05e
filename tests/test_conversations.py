"""The conversations of tests/conversations go as written, and the guides show them as they go."""

import pytest

from tests.support.chat import Chat
from tests.support.conversations import Conversation, Stage, conversations_in

WRITTEN = [
    pytest.param(each, id=each.path.stem)
    for folder in ("delegados", "secretaria")
    for each in conversations_in(folder)
]


@pytest.mark.parametrize("conversation", WRITTEN)
async def test_a_conversation_goes_as_written(chat: Chat, conversation: Conversation) -> None:
    for exchange in await Stage(chat, conversation).play():
        step, shown = exchange.step, exchange.shown
        place = f"{conversation.path.name}, line {step.line}: {step.who} {step.how} «{step.what}»"
        assert [words for words in step.expected if words not in shown] == [], f"{place}\n{shown}"
        assert [words for words in step.unwanted if words in shown] == [], f"{place}\n{shown}"
        assert exchange.replies or step.unwanted, f"{place} got no answer"
