"""Faults that a test orders."""

import pytest

from standin import (
    Person,
    RefusalError,
    Standin,
    bad_request,
    flood,
    forbidden,
    migrated,
    not_found,
    outage,
    unauthorized,
)
from standin.calls import Call
from tests.support.bot_calls import BotCalls


@pytest.mark.parametrize(
    ("refusal", "body"),
    [
        pytest.param(
            flood(3),
            {
                "error_code": 429,
                "description": "Too Many Requests: retry after 3",
                "parameters": {"retry_after": 3},
            },
            id="flood",
        ),
        pytest.param(
            migrated(-5),
            {
                "error_code": 400,
                "description": "Bad Request: group chat was upgraded to a supergroup chat",
                "parameters": {"migrate_to_chat_id": -5},
            },
            id="migration",
        ),
        pytest.param(outage(), {"error_code": 502, "description": "Bad Gateway"}, id="502"),
        pytest.param(outage(500), {"error_code": 500, "description": "Internal Server Error"}, id="500"),
        pytest.param(unauthorized(), {"error_code": 401, "description": "Unauthorized"}, id="401"),
        pytest.param(not_found(), {"error_code": 404, "description": "Not Found"}, id="404"),
        pytest.param(
            forbidden("user is deactivated"),
            {"error_code": 403, "description": "Forbidden: user is deactivated"},
            id="403",
        ),
        pytest.param(bad_request("a"), {"error_code": 400, "description": "Bad Request: a"}, id="400"),
    ],
)
def test_the_next_call_is_refused_and_has_no_effect(
    standin: Standin, calls: BotCalls, ana: Person, refusal: RefusalError, body: dict[str, object]
) -> None:
    standin.fails("sendMessage", refusal)
    assert calls.reply("sendMessage", {"chat_id": ana.id, "text": "a"}) == {"ok": False, **body}
    assert ana.inbox == []
    assert calls.result("sendMessage", {"chat_id": ana.id, "text": "a"})


def test_a_fault_lasts_as_often_as_ordered_and_for_one_method(standin: Standin, calls: BotCalls) -> None:
    standin.fails("getMe", outage(), times=2)
    assert calls.reply("getWebhookInfo")["ok"]
    assert [calls.reply("getMe")["ok"] for _ in range(3)] == [False, False, True]


def test_a_poll_can_be_refused(standin: Standin, calls: BotCalls) -> None:
    standin.fails("getUpdates", unauthorized())
    assert calls.reply("getUpdates")["error_code"] == 401


def test_a_slow_call_is_carried_out_at_once(standin: Standin, ana: Person) -> None:
    standin.slows("sendMessage", 30)
    answer = standin.answer(standin.token, Call("sendMessage", {"chat_id": ana.id, "text": "a"}))
    assert answer.delay == 30
    assert [message.text for message in ana.inbox] == ["a"]
