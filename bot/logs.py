"""Logging: one line an event, as text or JSON, with no token in it."""

import json
import logging
import sys

from bot.settings import TOKEN_SHAPE

_TEXT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def redact(text: str) -> str:
    """Replace whatever looks like a bot's token."""
    return TOKEN_SHAPE.sub("[token]", text)


class TextFormatter(logging.Formatter):
    """Write a line a record, tokens replaced, tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        """Format one record."""
        return redact(super().format(record))


class JsonFormatter(logging.Formatter):
    """Write a JSON object a record, tokens replaced."""

    def format(self, record: logging.LogRecord) -> str:
        """Format one record."""
        entry = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if event := getattr(record, "event", None):
            entry |= {"event": event, **getattr(record, "fields", {})}
        if record.exc_info:
            entry["exception"] = self.formatException(record.exc_info)
        return redact(json.dumps(entry, ensure_ascii=False))


def discreet(record: logging.LogRecord) -> bool:
    """Keep what people wrote, and pages of traceback for a lost connection, out of PTB's records.

    PTB prints an update that it cannot parse in full, and a traceback for each failed call.
    """
    if not record.name.startswith("telegram"):
        return True
    if "eceived data was" in str(record.msg):
        record.msg, record.args, record.exc_info = "an update could not be parsed", (), None
    # Told by its module's name: commands that never speak to Telegram don't load its library.
    elif record.exc_info and type(record.exc_info[1]).__module__ == "telegram.error":
        record.msg, record.args = f"{record.getMessage()} ({type(record.exc_info[1]).__name__})", ()
        record.exc_info = None
    return True


def configure_logging(choice: str) -> None:
    """Log to stderr as ACUERDOS_LOG says, e.g. `text:INFO`.

    httpx writes every address it calls, and Telegram's addresses hold the token: it only warns. PTB writes
    every update at DEBUG: it starts at INFO.
    """
    form, level = choice.split(":")
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(discreet)
    handler.setLevel(level)  # events are made for figures, too, where they aren't to be written
    handler.setFormatter(JsonFormatter() if form == "json" else TextFormatter(_TEXT))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for chatty in ("httpx", "httpcore", "apscheduler", "tornado"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(max(logging.INFO, logging.getLevelNamesMapping()[level]))
