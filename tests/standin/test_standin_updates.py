"""Polling: what a poll gets, what it confirms, and what ends it."""

from dataclasses import replace
from typing import Any

import pytest

from standin import Person, Standin
from standin.calls import Call
from tests.support.bot_calls import BotCalls
from tests.support.clock import Clock

WEBHOOK_IS_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


@pytest.fixture
def three(ana: Person) -> None:
    """Let three messages wait: "a", "b" and "c"."""
    for text in "abc":
        ana.writes(text)


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("given", "delivered", "left"),
    [
        pytest.param({}, "abc", "abc", id="no offset confirms nothing"),
        pytest.param({"limit": 2}, "ab", "abc", id="limit"),
        pytest.param({"limit": 0}, "abc", "abc", id="a limit out of range counts as none"),
        pytest.param({"offset": 3}, "bc", "bc", id="an offset confirms what lies before it"),
        pytest.param({"offset": 5}, "", "", id="an offset after the last confirms all"),
        pytest.param({"offset": -1}, "c", "c", id="a negative offset keeps that many"),
    ],
)
def test_a_poll_gets_what_is_not_confirmed(
    calls: BotCalls, given: dict[str, int], delivered: str, left: str
) -> None:
    assert texts(calls.result("getUpdates", given)) == list(delivered)
    assert texts(calls.result("getUpdates")) == list(left)


@pytest.mark.usefixtures("three")
def test_updates_are_kept_for_a_day(calls: BotCalls, ana: Person, clock: Clock) -> None:
    clock.now += 24 * 60 * 60 + 1
    ana.writes("d")
    assert texts(calls.result("getUpdates")) == ["d"]


def test_only_the_kinds_asked_for_are_kept_from_then_on(calls: BotCalls, ana: Person) -> None:
    calls.result("getUpdates", {"allowed_updates": '["inline_query"]'})
    ana.writes("a")
    ana.queries("b")
    assert [update["inline_query"]["query"] for update in calls.result("getUpdates")] == ["b"]
    calls.result("getUpdates", {"allowed_updates": [], "offset": 99})
    ana.writes("c")
    assert texts(calls.result("getUpdates")) == ["c"]


def test_the_kinds_must_be_a_list_in_json(calls: BotCalls) -> None:
    refused = calls.refusal("getUpdates", {"allowed_updates": "message"})
    assert refused == "can't parse allowed updates JSON object"


def test_a_second_poller_ends_the_poll_of_the_first(standin: Standin, ana: Person) -> None:
    first = standin.answer(standin.token, Call("getUpdates", {"timeout": 50}))
    second = standin.answer(standin.token, Call("getUpdates", {"timeout": 50}))
    reply = first.wait()
    assert (reply.status, reply.body["description"]) == (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )
    ana.writes("a")
    assert second.wait().body["ok"]


def test_a_poll_that_ran_out_is_empty_and_loses_nothing(
    standin: Standin, calls: BotCalls, ana: Person
) -> None:
    poll = standin.answer(standin.token, Call("getUpdates", {"timeout": 50}))
    assert replace(poll, patience=0.01).wait().body == {"ok": True, "result": []}
    ana.writes("a")
    assert texts(calls.result("getUpdates")) == ["a"]


def test_a_webhook_ends_polling_until_it_is_deleted(standin: Standin, calls: BotCalls) -> None:
    waiting = standin.answer(standin.token, Call("getUpdates", {"timeout": 50}))
    calls.result("setWebhook", {"url": "https://a.org/hook"})
    assert waiting.wait().body["description"] == "Conflict: terminated by setWebhook request"
    body = calls.reply("getUpdates")
    assert body["error_code"] == 409
    assert body["description"] == f"Conflict: {WEBHOOK_IS_ACTIVE}"
    calls.result("deleteWebhook")
    assert calls.result("getUpdates") == []


@pytest.mark.usefixtures("three")
def test_deleting_the_webhook_drops_what_waits_only_if_asked_to(calls: BotCalls) -> None:
    calls.result("deleteWebhook")
    assert calls.result("getWebhookInfo")["pending_update_count"] == 3
    calls.result("deleteWebhook", {"drop_pending_updates": True})
    assert calls.result("getWebhookInfo") == {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": 0,
    }


def test_a_webhook_needs_https(calls: BotCalls) -> None:
    refused = calls.refusal("setWebhook", {"url": "http://a.org"})
    assert refused == "bad webhook: An HTTPS URL must be provided for webhook"
