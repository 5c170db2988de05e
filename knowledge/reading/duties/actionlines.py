"""Read lines of actions: «Acción: elaborar un directorio. Responsable: ST. Plazo: 1 de julio»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from knowledge.language.dates import find_dates
from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.deadlines import FoundDeadline
from knowledge.reading.duties.duties import Duty, Part
from knowledge.reading.duties.heads import Head, Move, Surroundings
from knowledge.reading.duties.labels import Label, LabelKind, field_end
from knowledge.reading.duties.passages import Passage
from knowledge.reading.duties.thatclauses import Doing
from knowledge.values.acts import CommitmentKind, Deadline, Meeting, Precision

_LONGEST_NAME = 4
_BEFORE_ACTION = frozenset({":", "–", "—", "-"})
_AT_END = re.compile(r"\((?P<said>[^()]*)\)[\s.]*$", re.MULTILINE)


class _Field(NamedTuple):
    """The text of a field, from the end of its label up to character `end`."""

    label: Label
    end: int


class ActionLineReader:
    """Adds to the duties in action lines the party and the deadline that the labels give."""

    def __init__(self, around: Surroundings, meeting: Meeting) -> None:
        self._around = around
        self._meeting = meeting

    def complete(
        self, passage: Passage, duties: Sequence[Duty], deadlines: Sequence[FoundDeadline]
    ) -> list[Duty]:
        """Return the duties of a paragraph, completed with the labelled fields of its action lines."""
        fields = [field for field in _fields(passage) if field.label.kind is not LabelKind.SUPPORT]
        fields = [self._as_meant(passage, field) for field in fields]
        labels = [field.label for field in fields]
        if not labels:
            return list(duties)
        if _names_who(labels):
            # «1. Registro consular. Responsable: Guatemala»: the text before the labels is the action.
            bracketed = passage.text[labels[0].start - 1 : labels[0].start] in {"(", "["}
            fields.insert(0, _Field(Label(LabelKind.ACTION, 0, 0), labels[0].start - bracketed))
        if {label.kind for label in labels} == {LabelKind.DUE}:
            times = [time for field in fields for time in self._times(passage, field, deadlines)]
            return [replace(duty, apart=(*duty.apart, *times)) for duty in duties]
        first = fields[0].label.start
        kept = [duty for duty in duties if _place(duty) < first]
        for line in _lines(fields):
            kept += self._of_line(passage, line, duties, deadlines)
        return kept

    def _as_meant(self, passage: Passage, field: _Field) -> _Field:
        """Read "ACTION: Clerk", below or after the action itself, as the responsible party."""
        text = passage.text[field.label.end : field.end].strip(" \n.;,")
        if field.label.kind is not LabelKind.ACTION or not text:
            return field
        first, end = _token(passage, field.label.end), _token(passage, field.end)
        called = len(text.split()) <= _LONGEST_NAME and text[0].isupper() and not text[-1].isdigit()
        bodies = self._around.lists.body_nouns.intersection(each.word for each in passage.tokens[first:end])
        named = self._around.lists.written(text) or (called and bodies)
        return field._replace(label=field.label._replace(kind=LabelKind.RESPONSIBLE)) if named else field

    def _of_line(
        self,
        passage: Passage,
        line: Sequence[_Field],
        duties: Sequence[Duty],
        deadlines: Sequence[FoundDeadline],
    ) -> Iterator[Duty]:
        given = {field.label.kind: field for field in line}
        action = given.get(LabelKind.ACTION)
        if action is None:
            return
        who, due = given.get(LabelKind.RESPONSIBLE), given.get(LabelKind.DUE)
        names = self._names(passage, who) if who else ()
        apart = tuple(self._times(passage, due, deadlines) if due else self._bracketed(passage, action))
        inside = [duty for duty in duties if action.label.end <= _place(duty) < action.end]
        for duty in inside or self._noun(passage, action):
            bound = replace(duty, names=names, inferred=False) if names and _is_open(duty) else duty
            yield replace(bound, apart=apart)

    def _names(self, passage: Passage, field: _Field) -> tuple[str, ...]:
        first = _token(passage, field.label.end)
        listed = self._around.lists.read(passage, first)
        if listed:
            return self._around.lists.names(listed, passage)
        worded = passage.text[field.label.end : field.end].strip(" \n.;,")
        return (" ".join(worded.split()),) if worded else ()

    def _times(
        self, passage: Passage, field: _Field, deadlines: Sequence[FoundDeadline]
    ) -> Iterator[FoundDeadline]:
        start, end = field.label.end, field.end
        worded = [each for each in deadlines if start <= each.start < end]
        if worded:
            yield from worded
            return
        mention = next(iter(find_dates(passage.text[start:end])), None)
        days = mention.days(self._meeting.start) if mention else None
        if mention and days:
            first, last = start + mention.start, start + mention.end
            begins = None if mention.unit is Precision.DAY and not mention.several else days.first
            deadline = Deadline(
                text=passage.text[first:last], start=begins, end=days.last, precision=mention.unit
            )
            inferred = ("deadline.year",) if days.year_inferred else ()
            yield FoundDeadline(first, last, deadline, inferred)

    def _noun(self, passage: Passage, field: _Field) -> Iterator[Duty]:
        """Read an action given as a noun or with an unknown verb: «Elaboración de un directorio»."""
        first, end = _token(passage, field.label.end), _token(passage, field.end)
        names, start = self._addressed(passage, first, end)
        if start < end:
            clause = Clause(passage, Head(Move.DO, start, start), start, end)
            part = Part(clause, start, Doing.NOUN)
            implied = names or self._around.deciders.all_members[:1]
            yield Duty(implied, (part,), CommitmentKind.OBLIGATION, inferred=not names)

    def _addressed(self, passage: Passage, first: int, end: int) -> tuple[tuple[str, ...], int]:
        """Read the parties before an action and where it begins: "TS/Belize: …", «OPS – cuadro resumen»."""
        names: list[str] = []
        start = first
        while start < end:
            listed = self._around.lists.read(passage, start)
            after = listed.end if listed else start + 1
            if after + 1 >= end or not (listed or self._is_body(passage, start)):
                break
            names += self._around.lists.names(listed, passage) if listed else (passage.raw(start),)
            mark = passage.tokens[after].word
            start = after + 1
            if mark in _BEFORE_ACTION:
                return tuple(names), start
            if mark != "/":
                break
        return (), first

    def _is_body(self, passage: Passage, index: int) -> bool:
        """Tell whether a token is a capitalized body noun, like the "Secretariat" of another body."""
        return passage.raw(index)[0].isupper() and passage.tokens[index].word in self._around.lists.body_nouns

    def _bracketed(self, passage: Passage, action: _Field) -> Iterator[FoundDeadline]:
        """Read a deadline in brackets at the end of an action: "(end of May)"."""
        aside = _AT_END.search(passage.text, action.label.end, action.end)
        if aside:
            said = _Field(action.label._replace(end=aside.start("said")), aside.end("said"))
            yield from (
                each._replace(start=aside.start(), end=aside.end("said") + 1)
                for each in self._times(passage, said, ())
            )


def _fields(passage: Passage) -> list[_Field]:
    labels = passage.labels
    ends = [*(label.start for label in labels[1:]), len(passage.text)]
    return [
        _Field(label, field_end(passage.text, label, end)) for label, end in zip(labels, ends, strict=False)
    ]


def _names_who(labels: Sequence[Label]) -> bool:
    """Tell whether labels name a responsible party but no action."""
    kinds = {label.kind for label in labels}
    return LabelKind.RESPONSIBLE in kinds and LabelKind.ACTION not in kinds


def _lines(fields: Sequence[_Field]) -> Iterator[list[_Field]]:
    """Group fields into lines; a repeated label begins a new line."""
    line: list[_Field] = []
    for field in fields:
        if any(field.label.kind is each.label.kind for each in line):
            yield line
            line = []
        line.append(field)
    yield line


def _is_open(duty: Duty) -> bool:
    return duty.inferred or not duty.names


def _place(duty: Duty) -> int:
    clause = duty.parts[0].clause
    return clause.passage.tokens[clause.head.start].start


def _token(passage: Passage, place: int) -> int:
    return next(
        (index for index, token in enumerate(passage.tokens) if token.start >= place), len(passage.tokens)
    )
