"""What people see of the bot: commands for each audience, name and descriptions."""

from typing import Any

import pytest

from standin import Standin
from tests.support.bot_calls import BotCalls

HELP = [{"command": "ayuda", "description": "Ayuda"}]


def command(name: str = "a", description: str = "a") -> dict[str, str]:
    return {"command": name, "description": description}


@pytest.mark.parametrize(
    ("commands", "reason"),
    [
        pytest.param([command("país")], "BOT_COMMAND_INVALID", id="accent"),
        pytest.param([command("Pais")], "BOT_COMMAND_INVALID", id="capital"),
        pytest.param([command("")], "command must be non-empty", id="no name"),
        pytest.param([command("a" * 33)], "command length must not exceed 32", id="33 letters"),
        pytest.param(
            [command(description=" ")], "command description must be non-empty", id="no description"
        ),
        pytest.param(
            [command(description="a" * 257)], "command description length must not exceed 256", id="257 long"
        ),
        pytest.param([command()] * 101, "BOT_COMMANDS_TOO_MUCH", id="101 commands"),
        pytest.param(["a"], "expected an Object", id="a text"),
        pytest.param({}, "expected an Array of BotCommand", id="no list"),
        pytest.param("[", "can't parse commands JSON object", id="no JSON"),
    ],
)
def test_commands_are_refused(calls: BotCalls, commands: Any, reason: str) -> None:
    assert calls.refusal("setMyCommands", {"commands": commands}) == reason


@pytest.mark.parametrize(
    ("audience", "reason"),
    [
        pytest.param({"language_code": "spa"}, "invalid language code specified", id="three letters"),
        pytest.param({"scope": {"type": "chat", "chat_id": 99}}, "chat not found", id="unknown chat"),
        pytest.param({"scope": {"type": "everyone"}}, "unsupported type specified", id="unknown scope"),
    ],
)
def test_an_audience_is_refused(calls: BotCalls, audience: dict[str, Any], reason: str) -> None:
    assert calls.refusal("setMyCommands", {"commands": HELP, **audience}) == reason


def test_commands_are_kept_for_each_scope_and_language(calls: BotCalls) -> None:
    private = {"scope": {"type": "all_private_chats"}, "language_code": "es"}
    calls.result("setMyCommands", {"commands": HELP, **private})
    assert calls.result("getMyCommands", private) == HELP
    assert calls.result("getMyCommands") == []
    calls.result("deleteMyCommands", private)
    assert calls.result("getMyCommands", private) == []


def test_commands_can_be_those_of_one_chat(standin: Standin, calls: BotCalls) -> None:
    scope = {"scope": {"type": "chat", "chat_id": standin.person(7).id}}
    calls.result("setMyCommands", {"commands": HELP, **scope})
    assert calls.result("getMyCommands", scope) == HELP


@pytest.mark.parametrize(
    ("suffix", "field", "limit"),
    [
        ("Name", "name", 64),
        ("Description", "description", 512),
        ("ShortDescription", "short_description", 120),
    ],
)
def test_the_profile_is_kept_in_each_language(calls: BotCalls, suffix: str, field: str, limit: int) -> None:
    calls.result(f"setMy{suffix}", {field: "a" * limit, "language_code": "en"})
    assert calls.result(f"getMy{suffix}", {"language_code": "en"}) == {field: "a" * limit}
    assert calls.result(f"getMy{suffix}", {"language_code": "es"}) == {field: ""}
    too_long = calls.refusal(f"setMy{suffix}", {field: "a" * (limit + 1)})
    assert too_long == f"{field.replace('_', ' ')} is too long"
