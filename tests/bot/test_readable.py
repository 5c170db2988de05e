"""Of updates that PTB cannot read only the numbers are left; all others stay as they are."""

import json
import logging

import pytest

from bot.readable import Unreadable

GOOD = {"update_id": 1}
BROKEN = {"update_id": 2, "callback_query": {"id": "7", "data": "secret"}}


def test_an_update_that_cannot_be_read_keeps_its_number_only(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        unreadable = Unreadable()
        left = json.loads(unreadable.leave_out(json.dumps({"ok": True, "result": [GOOD, BROKEN]}).encode()))
    assert left == {"ok": True, "result": [GOOD, {"update_id": 2}]}
    assert unreadable.count == 1
    assert ("callback_query" in caplog.text, "secret" in caplog.text) == (True, False)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(json.dumps({"ok": True, "result": [GOOD]}).encode(), id="readable"),
        pytest.param(b'{"ok": true, "result": []}', id="none"),
        pytest.param(b'{"ok": true, "result": {"id": 7, "is_bot": true}}', id="another-method"),
        pytest.param(b'{"ok": true}', id="no-result"),
        pytest.param(b'{"ok": true, "result": [7]}', id="no-updates"),
        pytest.param(b"<html>", id="no-json"),
        pytest.param(b"[" * 100_000, id="nested"),
        pytest.param(b"\xff", id="no-text"),
    ],
)
def test_anything_else_stays_as_it_is(content: bytes) -> None:
    assert Unreadable().leave_out(content) == content
