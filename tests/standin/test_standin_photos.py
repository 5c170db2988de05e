"""Photos: which files Telegram takes for one, how it tells of them, and what it refuses in which words."""

import struct
from typing import Any

import pytest

from standin import Person, Standin
from standin.calls import Upload
from tests.support.bot_calls import BotCalls


def png(width: int = 4, height: int = 3) -> bytes:
    """Write as much of a PNG file as anybody asks for."""
    head = struct.pack(">8sI4sII", b"\x89PNG\r\n\x1a\n", 13, b"IHDR", width, height)
    return head + b"\0" * 20 + b"IEND\xaeB`\x82"


@pytest.mark.usefixtures("ana")
def test_a_photo_is_sent_and_sent_again_by_its_identifier(calls: BotCalls) -> None:
    given = {"chat_id": 7, "caption": "<b>a</b>", "parse_mode": "HTML"}
    sent = calls.result("sendPhoto", given, photo=Upload("a.png", png()))
    (size,) = sent["photo"]
    assert (size["width"], size["height"], sent["caption"]) == (4, 3, "a")
    assert sent["caption_entities"] == [{"type": "bold", "offset": 0, "length": 1}]
    again = calls.result("sendPhoto", {"chat_id": 7, "photo": size["file_id"]})
    assert again["photo"] == sent["photo"]
    attached = calls.result("sendPhoto", {"chat_id": 7, "photo": "attach://x"}, x=Upload("x", png()))
    assert len(attached["photo"]) == 1


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize(
    ("content", "given", "reason"),
    [
        pytest.param(png(), {"caption": "á" * 1025}, "message caption is too long", id="caption"),
        pytest.param(png(), {"chat_id": 8}, "chat not found", id="chat"),
        pytest.param(None, {}, "there is no photo in the request", id="none"),
        pytest.param(None, {"photo": "x"}, "wrong file identifier/HTTP URL specified", id="unknown"),
        pytest.param(b"", {}, "file must be non-empty", id="empty"),
        pytest.param(b"%PDF", {}, "IMAGE_PROCESS_FAILED", id="no-picture"),
        pytest.param(png()[:-1], {}, "IMAGE_PROCESS_FAILED", id="cut-off"),
        pytest.param(png(100, 2001), {}, "PHOTO_INVALID_DIMENSIONS", id="narrow"),
        pytest.param(png(5000, 5001), {}, "PHOTO_INVALID_DIMENSIONS", id="large"),
    ],
)
def test_a_photo_is_refused(
    standin: Standin, calls: BotCalls, content: bytes | None, given: dict[str, Any], reason: str
) -> None:
    files = {} if content is None else {"photo": Upload("a.png", content)}
    assert calls.refusal("sendPhoto", {"chat_id": 7} | given, **files) == reason
    assert standin.sent == []


@pytest.mark.usefixtures("ana")
def test_a_photo_of_over_10_megabytes_is_refused(calls: BotCalls) -> None:
    large = Upload("a.png", png() + b"\0" * 10 * 1024 * 1024)
    assert calls.reply("sendPhoto", {"chat_id": 7}, photo=large)["error_code"] == 413


def test_a_photo_has_no_text_to_edit(calls: BotCalls, ana: Person) -> None:
    calls.result("sendPhoto", {"chat_id": 7}, photo=Upload("a.png", png()))
    given = {"chat_id": 7, "message_id": ana.inbox[0].id, "text": "b"}
    assert calls.refusal("editMessageText", given) == "there is no text in the message to edit"
