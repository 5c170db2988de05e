"""Metrics for Prometheus, on loopback only: counts of the log's events, and the state of the bot."""

import logging

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, start_http_server

from bot.chat_order import ChatOrderProcessor
from bot.heartbeat import Heartbeat
from handlers.context import App

_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
_LOAD_SECONDS = (1.0, 3.0, 10.0, 30.0, 100.0, 300.0)


class Metrics(logging.Handler):
    """Counts events of the log."""

    def __init__(self) -> None:
        super().__init__()
        self.registry = CollectorRegistry()
        self._answers = Counter("acuerdos_answers", "Answers.", ("outcome",), registry=self.registry)
        self._seconds = Histogram(
            "acuerdos_answer_seconds",
            "How long an answer took to find.",
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._loads = Counter("acuerdos_loads", "Loads of acts.", ("outcome",), registry=self.registry)
        self._load_seconds = Histogram(
            "acuerdos_load_seconds", "How long a load took.", buckets=_LOAD_SECONDS, registry=self.registry
        )
        self._refusals = Counter(
            "acuerdos_telegram_errors", "Calls that Telegram refused.", ("kind",), registry=self.registry
        )

    def emit(self, record: logging.LogRecord) -> None:
        """Count an event."""
        fields = getattr(record, "fields", {})
        event = getattr(record, "event", None)
        if event == "answer":
            self._answers.labels(fields["outcome"]).inc()
            self._seconds.observe(fields["seconds"])
        elif event == "load":
            self._loads.labels(fields["outcome"]).inc()
            self._load_seconds.observe(fields["seconds"])
        elif event == "refusal":
            self._refusals.labels(fields["kind"]).inc()

    def watch(self, application: App, heartbeat: Heartbeat) -> None:
        """Add gauges of an application's current state."""
        processor = application.update_processor
        if not isinstance(processor, ChatOrderProcessor):
            raise TypeError(processor)
        for name, help_text, value in (
            ("acuerdos_updates", "Updates that began to be handled.", lambda: processor.begun),
            ("acuerdos_unreadable_updates", "Updates left out.", lambda: heartbeat.unreadable.count),
            ("acuerdos_queue", "Updates that wait or are handled.", lambda: _waiting(application, processor)),
            ("acuerdos_silence_seconds", "Since Telegram's last answer.", lambda: heartbeat.silence),
        ):
            Gauge(name, help_text, registry=self.registry).set_function(value)


def _waiting(application: App, processor: ChatOrderProcessor) -> int:
    return application.update_queue.qsize() + processor.waiting


def serve_metrics(port: int, application: App, heartbeat: Heartbeat) -> None:
    """Start counting, and serve the metrics on a local port."""
    metrics = Metrics()
    metrics.watch(application, heartbeat)
    events = logging.getLogger("events")
    events.setLevel(logging.INFO)  # count events even if they aren't logged
    events.addHandler(metrics)
    start_http_server(port, addr="127.0.0.1", registry=metrics.registry)
