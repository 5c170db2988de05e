"""Golden questions, which every base must keep answering, each with the expected provision."""

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
"""The reader's language, where the language of the question is unclear."""

AskOne = Callable[[str, str | None], Answer]
"""Answers one question as the first of a conversation, from one act alone if that is given."""

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
    """Read the files of golden questions that exist; a later file overrides the same question in an earlier.

    Raises:
        FaultyData: a file has a mistake; its name and line are in the sentence.
    """
    rows = (row for path in paths if path.exists() for row in load_yaml(path, list[_Row]))
    return tuple({row.text: row.question() for row in rows}.values())


def add_golden(path: Path, question: GoldenQuestion) -> None:
    """Add a question to a file, or replace it there; the file is replaced atomically.

    Raises:
        FaultyData: the file has a mistake; it stays as it is.
        OSError: the file cannot be written; it stays as it is.
    """
    known = {each.text: each for each in load_golden(path)} | {question.text: question}
    _write(path, known.values())


def golden_yaml(questions: Iterable[GoldenQuestion]) -> str:
    """Write questions in the format of their file; a forum's folder can use it as it is."""
    return _INTRODUCTION + ("".join(_lines(questions)) or "[]\n")


def unanswered(questions: Iterable[GoldenQuestion], ask: AskOne) -> tuple[GoldenQuestion, ...]:
    """Return the questions that are not answered with the expected provision.

    Where several acts say the same, the newest answers; so asking the question's own act is enough, too.
    """
    return tuple(question for question in questions if not _holds(question, ask))


def asker(ask: Callable[..., tuple[Answer, str]], *, today: date, language: str = GOLDEN_LANGUAGE) -> AskOne:
    """Return an AskOne for a base or responder, as of a day."""
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
    """Write each question as YAML; JSON strings are valid YAML."""
    for question in questions:
        for place, (name, value) in enumerate(_Row.of(question).model_dump().items()):
            yield f"{'  ' if place else '- '}{name}: {json.dumps(value, ensure_ascii=False)}\n"
