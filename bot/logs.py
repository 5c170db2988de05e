"""Logging: one line per event, as text or JSON, without tokens."""

import json
import logging
import sys

from bot.settings import TOKEN_SHAPE

_TEXT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def redact(text: str) -> str:
    """Replace whatever looks like a bot's token."""
    return TOKEN_SHAPE.sub("[token]", text)


class TextFormatter(logging.Formatter):
    """Write a line per record, with tracebacks, and with tokens replaced."""

    def format(self, record: logging.LogRecord) -> str:
        """Format one record."""
        return redact(super().format(record))


class JsonFormatter(logging.Formatter):
    """Write a JSON object per record, with tokens replaced."""

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
    """Remove people's words, and long tracebacks for lost connections, from PTB's records.

    PTB logs unparsable updates in full, and a traceback for each failed call.
    """
    if not record.name.startswith("telegram"):
        return True
    if "eceived data was" in str(record.msg):
        record.msg, record.args, record.exc_info = "an update could not be parsed", (), None
    # Compare the module's name, since commands that don't need Telegram don't load its library.
    elif record.exc_info and type(record.exc_info[1]).__module__ == "telegram.error":
        record.msg, record.args = f"{record.getMessage()} ({type(record.exc_info[1]).__name__})", ()
        record.exc_info = None
    return True


def configure_logging(choice: str) -> None:
    """Log to stderr as set by ACUERDOS_LOG, e.g. `text:INFO`.

    httpx logs every URL it calls, and Telegram's contain the token, so it starts at WARNING. PTB logs every
    update at DEBUG, so it starts at INFO.
    """
    form, level = choice.split(":")
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(discreet)
    handler.setLevel(level)  # events are also emitted for metrics, even if they aren't to be logged
    handler.setFormatter(JsonFormatter() if form == "json" else TextFormatter(_TEXT))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for chatty in ("httpx", "httpcore", "apscheduler", "tornado"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(max(logging.INFO, logging.getLevelNamesMapping()[level]))
