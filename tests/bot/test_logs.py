"""Logs: no token reaches any line."""

import json
import logging

import pytest
from telegram.error import InvalidToken

from bot.logs import JsonFormatter, TextFormatter, discreet

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


@pytest.mark.parametrize(
    ("message", "argument", "failure"),
    [
        pytest.param(
            "Error while parsing updates! Received data was %r", "mi pregunta", ValueError("x"), id="update"
        ),
        pytest.param("Network Retry Loop: %s", "aborting", InvalidToken("rejected"), id="failed-call"),
    ],
)
def test_ptb_s_records_stay_on_one_line_and_hold_nothing_that_people_wrote(
    message: str, argument: str, failure: Exception
) -> None:
    exc_info = (type(failure), failure, None)
    record = logging.LogRecord("telegram.ext", logging.ERROR, __file__, 1, message, (argument,), exc_info)
    assert discreet(record)
    line = TextFormatter("%(message)s").format(record)
    assert "\n" not in line
    assert "mi pregunta" not in line


def test_failures_of_our_own_keep_their_traceback() -> None:
    record = failing_record()
    assert discreet(record)
    assert record.exc_info
