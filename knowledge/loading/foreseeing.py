"""Ask two bases earlier questions: which answers would change if one replaced the other?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from knowledge.answering.responder import Responder
from knowledge.language.datafiles import DataFolders
from knowledge.loading.golden import GOLDEN_LANGUAGE, GoldenQuestion, asker, load_golden, unanswered
from knowledge.loading.opening import opened
from knowledge.meaning.encoder import Encoder
from knowledge.values.answers import Answer, Citation, Outcome
from knowledge.values.base import Value


class AskedQuestion(NamedTuple):
    """The text of a question, and the language of whoever asked it."""

    text: str
    language: str


class AnswerChange(Value):
    """A question whose answer changes: its first citation before and after, or None.

    For a golden question, `was_right` and `is_right` tell whether the old and new answers are right.
    """

    text: str
    before: Citation | None
    after: Citation | None
    was_right: bool | None = None
    is_right: bool | None = None


class Foreseen(Value):
    """The answers that change, golden questions first, and the counts of golden and other questions."""

    changes: tuple[AnswerChange, ...] = ()
    golden: int = 0
    asked: int = 0


Foresee = Callable[[Path, Path, Sequence[AskedQuestion]], Foreseen]
"""Asks a new base and the old one (in this order) the same questions."""


def foresee_nothing(_new: Path, _old: Path, asked: Sequence[AskedQuestion]) -> Foreseen:
    """Foresee no change."""
    return Foreseen(asked=len(asked))


@dataclass(frozen=True)
class Foreseer:
    """Ask the golden questions in the files `golden`, and any others given."""

    data: DataFolders
    golden: tuple[Path, ...]
    today: Callable[[], date]
    encoder: Encoder | None = None

    def __call__(self, new: Path, old: Path, asked: Sequence[AskedQuestion]) -> Foreseen:
        """Return what changes; raise KnowledgeError if a base cannot be asked, or a file is faulty."""
        golden = load_golden(*self.golden)
        known = {question.text for question in golden}
        others = [each for each in dict.fromkeys(asked) if each.text not in known]
        with (
            opened(old, self.data, self.encoder) as (_, before),
            opened(new, self.data, self.encoder) as (_, after),
        ):
            both = _Both(before, after, self.today())
            changes = (
                *(each for question in golden if (each := both.of_golden(question))),
                *(each for question in others if (each := both.of_other(question))),
            )
        return Foreseen(changes=changes, golden=len(golden), asked=len(others))


class _Both:
    """Two responders that are asked the same questions, each as the first of a conversation."""

    def __init__(self, before: Responder, after: Responder, today: date) -> None:
        self._responders = (before, after)
        self._today = today

    def of_golden(self, question: GoldenQuestion) -> AnswerChange | None:
        """Compare the answers to a golden question: what they cite first, and whether they are right."""
        answers = self._answers(question.text, GOLDEN_LANGUAGE)
        was, is_now = (
            not unanswered([question], asker(each.ask, today=self._today)) for each in self._responders
        )
        if was == is_now and not _differ(*answers):
            return None
        return _change(question.text, *answers).model_copy(update={"was_right": was, "is_right": is_now})

    def of_other(self, asked: AskedQuestion) -> AnswerChange | None:
        """Compare the answers to a question without an expected answer."""
        answers = self._answers(*asked)
        return _change(asked.text, *answers) if _differ(*answers) else None

    def _answers(self, text: str, language: str) -> tuple[Answer, Answer]:
        before, after = (each.ask(text, today=self._today, language=language)[0] for each in self._responders)
        return before, after


def _change(text: str, before: Answer, after: Answer) -> AnswerChange:
    return AnswerChange(text=text, before=_first(before), after=_first(after))


def _differ(before: Answer, after: Answer) -> bool:
    return (before.outcome, _first(before)) != (after.outcome, _first(after))


def _first(answer: Answer) -> Citation | None:
    """Return the first citation of an answer if one was found, or None."""
    return answer.findings[0].citation if answer.findings and answer.outcome is Outcome.FOUND else None
