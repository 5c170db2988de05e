"""Requests of commands to the knowledge base; nothing here depends on Telegram."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from knowledge.answering.glossary import EXPLAINS
from knowledge.base import KnowledgeBase
from knowledge.values.answers import Answer, Outcome
from knowledge.values.notices import echo, mark, notice
from knowledge.values.questions import OverviewKind, QuestionKind

_UNEXPLAINED = mark("Ningún acta que conozco explica la sigla «{acronym}». /siglas ofrece algunas que sí.")
_AROUND = "¿?¡!.,;:«»“”\"'()"
_MOST_WORDS = 6
"""Most words after the command that are tried as separate acronyms."""

# The beginning of a question about an acronym, in each language of the interface.
_MEANING = {"es": "¿Qué significa la sigla", "en": "What is the meaning of the acronym"}


class Asked(NamedTuple):
    """The words after a command, the day, the reader's language, and the context of the chat.

    `act` is set if one was chosen beforehand.
    """

    words: str
    today: date
    language: str
    focus: str | None = None
    act: str | None = None


Reply = tuple[Answer, str | None]
"""An answer, and the new context of the chat."""

Request = Callable[[KnowledgeBase, Asked], Reply]


def ask_base(base: KnowledgeBase, asked: Asked) -> Reply:
    """Answer a question."""
    return base.ask(asked.words, today=asked.today, language=asked.language, focus=asked.focus)


def ask_alone(base: KnowledgeBase, asked: Asked) -> Reply:
    """Answer a question without the context of the chat."""
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


def acronym(base: KnowledgeBase, asked: Asked) -> Reply:
    """Explain an acronym, or say that no act does: similar provisions don't explain it."""
    for words in (asked.words, *(asked.words.split() if len(asked.words.split()) <= _MOST_WORDS else ())):
        question = f"{_MEANING[asked.language]} {words.strip(_AROUND)}"
        answer, focus = ask_alone(base, asked._replace(words=question))
        if any(each.msgid == EXPLAINS for each in answer.lead) or not base.documents():
            return answer.model_copy(update={"question": asked.words}), focus
    lead = (notice(_UNEXPLAINED, acronym=echo(asked.words)),)
    return (
        Answer(
            question=asked.words,
            language=asked.language,
            outcome=Outcome.NOTHING,
            kind=QuestionKind.DEFINITION,
            lead=lead,
        ),
        asked.focus,
    )


def meeting(base: KnowledgeBase, asked: Asked) -> Reply:
    """Show a meeting, or offer those that match the words."""
    return base.meeting_of(asked.words, today=asked.today, language=asked.language), asked.focus


pending = partial(_list, OverviewKind.PENDING)
party = partial(_list, OverviewKind.PARTY)
deadlines = partial(_list, OverviewKind.DEADLINES)
events = partial(_list, OverviewKind.EVENTS)
meetings = partial(_list, OverviewKind.MEETINGS)
conclusion = partial(_provision, {"es": "conclusión", "en": "conclusion"})
recommendation = partial(_provision, {"es": "recomendación", "en": "recommendation"})
