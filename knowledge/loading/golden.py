"""Golden questions: what a base must go on answering, each with the provision that answers it."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, field_validator

from knowledge.language.datafiles import Unfit, load_yaml
from knowledge.stores.data_folder import publish
from knowledge.values.answers import Answer, Outcome
from knowledge.values.base import Value
from knowledge.values.notices import mark, notice
from knowledge.values.references import Reference

GOLDEN = "golden.yaml"
"""The file of golden questions, in the forum's folder and in the data folder."""

GOLDEN_LANGUAGE = "es"
"""The language of whoever would ask, where the question tells none."""

AskOne = Callable[[str, str | None], Answer]
"""Answers one question as if nobody had asked anything before, from one act alone if that is named."""

_INTRODUCTION = (
    "# Preguntas que cada recarga debe seguir contestando, con la disposición que las contesta.\n"
    "# Questions that every reload must go on answering, with the provision that answers them.\n"
)


class GoldenQuestion(Value):
    """A question, and the provision that its answer must cite."""

    text: str
    document: str
    reference: Reference

    def is_answered_by(self, answer: Answer) -> bool:
        """Tell whether an answer cites the provision."""
        cited = {(each.citation.document, each.citation.reference) for each in answer.findings}
        return answer.outcome is Outcome.FOUND and (self.document, self.reference) in cited


def load_golden(*paths: Path) -> tuple[GoldenQuestion, ...]:
    """Read files of golden questions, those that are there; of a question in two files the later one counts.

    Raises:
        FaultyData: a file has a mistake; its name and line are in the sentence.
    """
    rows = (row for path in paths if path.exists() for row in load_yaml(path, list[_Row]))
    return tuple({row.text: row.question() for row in rows}.values())


def add_golden(path: Path, question: GoldenQuestion) -> None:
    """Add a question to a file, in place of the same one there; the file is whole at each moment.

    Raises:
        FaultyData: the file has a mistake; it stays as it is.
        OSError: the file cannot be written; it stays as it is.
    """
    known = {each.text: each for each in load_golden(path)} | {question.text: question}
    _write(path, known.values())


def golden_yaml(questions: Iterable[GoldenQuestion]) -> str:
    """Write questions as such a file has them: a forum's folder may have it as it is."""
    return _INTRODUCTION + ("".join(_lines(questions)) or "[]\n")


def unanswered(questions: Iterable[GoldenQuestion], ask: AskOne) -> tuple[GoldenQuestion, ...]:
    """Return the questions that are not answered as they must be.

    Of what several acts say alike the newest answers, so a question holds if its own act still answers it.
    """
    return tuple(question for question in questions if not _holds(question, ask))


def asker(ask: Callable[..., tuple[Answer, str]], *, today: date, language: str = GOLDEN_LANGUAGE) -> AskOne:
    """Return what asks a base, or its responder, as of a day."""
    return lambda text, act: ask(text, today=today, language=language, act=act)[0]


class _Row(BaseModel):
    """A question as people write it in the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    document: str
    reference: str

    @classmethod
    def of(cls, question: GoldenQuestion) -> Self:
        """Return the row of a question."""
        return cls(text=question.text, document=question.document, reference=str(question.reference))

    @field_validator("text")
    @classmethod
    def _say_something(cls, text: str) -> str:
        if not text.strip():
            raise Unfit(notice(mark("la pregunta está vacía")))
        return text

    @field_validator("reference")
    @classmethod
    def _be_a_reference(cls, reference: str) -> str:
        try:
            Reference.parse(reference)
        except ValueError as error:
            sentence = mark("«{value}» no es una referencia, como C16.a o R2")
            raise Unfit(notice(sentence, value=reference[:60])) from error
        return reference

    def question(self) -> GoldenQuestion:
        """Return the question of a row."""
        return GoldenQuestion(
            text=self.text, document=self.document, reference=Reference.parse(self.reference)
        )


def _holds(question: GoldenQuestion, ask: AskOne) -> bool:
    return any(question.is_answered_by(ask(question.text, act)) for act in (None, question.document))


def _write(path: Path, questions: Iterable[GoldenQuestion]) -> None:
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_text(golden_yaml(questions), encoding="utf-8")
    publish(fresh, path)


def _lines(questions: Iterable[GoldenQuestion]) -> Iterator[str]:
    """Write each question as YAML: JSON's strings are YAML's, too."""
    for question in questions:
        for place, (name, value) in enumerate(_Row.of(question).model_dump().items()):
            yield f"{'  ' if place else '- '}{name}: {json.dumps(value, ensure_ascii=False)}\n"
