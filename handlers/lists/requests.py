"""What commands ask of the knowledge base with the words after them; nothing here needs Telegram."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from knowledge.base import KnowledgeBase
from knowledge.values.answers import Answer
from knowledge.values.questions import OverviewKind


class Asked(NamedTuple):
    """The words after a command, who asks in which language when, and what the chat was about.

    `act` is one that was chosen beforehand.
    """

    words: str
    today: date
    language: str
    focus: str | None = None
    act: str | None = None


Reply = tuple[Answer, str | None]
"""An answer, and what the chat is about from now on."""

Request = Callable[[KnowledgeBase, Asked], Reply]


def ask_base(base: KnowledgeBase, asked: Asked) -> Reply:
    """Answer a question."""
    return base.ask(asked.words, today=asked.today, language=asked.language, focus=asked.focus)


def ask_alone(base: KnowledgeBase, asked: Asked) -> Reply:
    """Answer a question that goes on from nothing, whatever the chat was about."""
    return ask_base(base, asked._replace(focus=None))


def _list(kind: OverviewKind, base: KnowledgeBase, asked: Asked) -> Reply:
    answer = base.overview_of(kind, asked.words, today=asked.today, language=asked.language)
    return answer, asked.focus


def _provision(section: Mapping[str, str], base: KnowledgeBase, asked: Asked) -> Reply:
    return base.look_up(
        section[asked.language],
        asked.words,
        today=asked.today,
        language=asked.language,
        focus=asked.focus,
        act=asked.act,
    )


def meeting(base: KnowledgeBase, asked: Asked) -> Reply:
    """Show a meeting, or offer those that the words fit."""
    return base.meeting_of(asked.words, today=asked.today, language=asked.language), asked.focus


pending = partial(_list, OverviewKind.PENDING)
party = partial(_list, OverviewKind.PARTY)
deadlines = partial(_list, OverviewKind.DEADLINES)
events = partial(_list, OverviewKind.EVENTS)
meetings = partial(_list, OverviewKind.MEETINGS)
conclusion = partial(_provision, {"es": "conclusión", "en": "conclusion"})
recommendation = partial(_provision, {"es": "recomendación", "en": "recommendation"})
