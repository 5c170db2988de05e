"""Read a message once: its language, and the sentences of it that may be the question."""

from datetime import date
from functools import partial
from typing import NamedTuple

from knowledge.search.parts import Parts
from knowledge.search.sources import Sources
from knowledge.understanding.followups import FollowUps
from knowledge.understanding.question import Question, QuestionReader
from knowledge.understanding.sentences import readings_of


class Message(NamedTuple):
    """A message as understood.

    `whole` is all of it read as one sentence; `readings` are the stretches that may be its question, `whole`
    first; `questions` are the shortest of them that ask, or the whole message where none does.
    """

    whole: Question
    readings: tuple[Question, ...]
    questions: tuple[Question, ...]


class MessageReader:
    """Read messages for one store."""

    def __init__(self, sources: Sources, parts: Parts) -> None:
        vocabulary = FollowUps.load(sources.data.language).vocabulary
        self._reader = QuestionReader(sources, vocabulary, parts)
        self._parts = parts

    def read(
        self, text: str, *, language: str, today: date, meeting: date | None, placed: bool = False
    ) -> Message:
        """Understand a message.

        `language` is the reader's, for messages that don't tell their own; `meeting` is the day of the one
        that is talked about, for days without year. `placed` takes a place or year for that of a meeting.
        """
        read = partial(self._reader.read, today=today, meeting=meeting, placed=placed)
        whole = read(text, language=language)
        spoken = readings_of(text) if self._parts.sentences else [text]
        if len(spoken) == 1:
            return Message(whole, (whole,), (whole,))
        parts = [read(each, language=whole.language)._replace(language=whole.language) for each in spoken[1:]]
        asks = [each for each in parts if each.asks]
        asking = tuple(each for each in asks if not any(_is_within(other, each) for other in asks))
        return Message(whole, (whole, *(each for each in parts if each.units)), asking or (whole,))


def _is_within(inner: Question, outer: Question) -> bool:
    return inner.text != outer.text and inner.text in outer.text
