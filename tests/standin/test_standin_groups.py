"""Topics of a forum, reactions, and dates that are too far ahead."""

from typing import Any

import pytest

from standin import Group, Person, Standin
from tests.support.bot_calls import BotCalls
from tests.support.clock import Clock


@pytest.fixture
def group(standin: Standin, ana: Person) -> Group:
    found = standin.group("Delegados", [ana])
    standin.take_updates()
    return found


def test_a_message_stays_in_its_topic(standin: Standin, calls: BotCalls, ana: Person, group: Group) -> None:
    topic = group.opens_topic()
    ana.writes("/pais", group, topic=topic)
    (update,) = standin.take_updates()
    heard: Any = update["message"]
    assert (heard["message_thread_id"], heard["is_topic_message"]) == (topic, True)
    assert heard["chat"]["is_forum"] is True
    calls.result("sendMessage", {"chat_id": group.chat.id, "text": "a", "message_thread_id": topic})
    assert group.inbox[-1].topic == topic


def test_an_unknown_or_closed_topic_is_refused(calls: BotCalls, group: Group) -> None:
    topic = group.opens_topic()
    given = {"chat_id": group.chat.id, "text": "a", "message_thread_id": topic + 1}
    assert calls.refusal("sendMessage", given) == "message thread not found"
    group.closes_topic(topic)
    assert calls.refusal("sendMessage", given | {"message_thread_id": topic}) == "TOPIC_CLOSED"


@pytest.mark.parametrize(
    ("reaction", "reason"),
    [
        pytest.param(["👍"], None, id="thumb"),
        pytest.param([], None, id="taken-back"),
        pytest.param(["🫠"], "REACTION_INVALID", id="not-among-those-of-bots"),
        pytest.param(["👍", "🎉"], "REACTIONS_TOO_MANY", id="two"),
    ],
)
def test_a_bot_reacts_with_one_of_a_few_emojis(
    standin: Standin, calls: BotCalls, ana: Person, reaction: list[str], reason: str | None
) -> None:
    message = ana.writes("gracias")
    given = {
        "chat_id": ana.id,
        "message_id": message.id,
        "reaction": [{"type": "emoji", "emoji": emoji} for emoji in reaction],
    }
    if reason:
        assert calls.refusal("setMessageReaction", given) == reason
    else:
        calls.result("setMessageReaction", given)
        assert (message.reaction, standin.transcript[-1].kind) == ("".join(reaction), "reaction")


def test_a_message_that_is_gone_gets_no_reaction(calls: BotCalls, ana: Person) -> None:
    given = {"chat_id": ana.id, "message_id": 999, "reaction": []}
    assert calls.refusal("setMessageReaction", given) == "message to react not found"


@pytest.mark.parametrize(("days", "taken"), [(1098, True), (1099, False)])
def test_a_day_may_be_told_three_years_ahead(
    calls: BotCalls, ana: Person, clock: Clock, days: int, *, taken: bool
) -> None:
    text = f'<tg-time unix="{clock.now + days * 86_400:.0f}">entonces</tg-time>'
    body = calls.reply("sendMessage", {"chat_id": ana.id, "text": text, "parse_mode": "HTML"})
    assert body["ok"] is taken
