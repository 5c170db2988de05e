"""Logs: no token reaches any line."""

import json
import logging

import pytest

from bot.logs import JsonFormatter, TextFormatter

TOKEN = "123456789:" + "A" * 35


def failing_record() -> logging.LogRecord:
    error = ValueError(f"https://api.telegram.org/bot{TOKEN}/getMe failed")
    failure = (ValueError, error, None)
    return logging.LogRecord("ptb", logging.ERROR, __file__, 1, "calling %s", (f"bot{TOKEN}",), failure)


@pytest.mark.parametrize("formatter", [TextFormatter(), JsonFormatter()], ids=["text", "json"])
def test_a_token_is_replaced_in_messages_and_tracebacks(formatter: logging.Formatter) -> None:
    line = formatter.format(failing_record())
    assert TOKEN not in line
    assert line.count("[token]") == 2


def test_a_json_line_holds_the_level_the_logger_and_the_failure() -> None:
    entry = json.loads(JsonFormatter().format(failing_record()))
    assert (entry["level"], entry["logger"]) == ("ERROR", "ptb")
    assert "ValueError" in entry["exception"]
