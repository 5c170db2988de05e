"""Questions to start with: those from the forum's description, or some that the newest act answers.

None is taken on trust: a question is offered only if its answer cites the newest act.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import lru_cache
from textwrap import shorten as shorten_text
from typing import NamedTuple, Self

from handlers.button_data import read_data
from handlers.callbacks import shorten
from handlers.catalogue import Catalogue
from handlers.messages import LONGEST_LABEL, Button, Keyboard
from knowledge.base import KnowledgeBase
from knowledge.language.parties import PartyRegister
from knowledge.stores.documents import Document
from knowledge.values.acts import Act, Precision
from knowledge.values.notices import mark
from knowledge.values.parties import PartyKind
from knowledge.values.references import Reference

MOST = 3
STARTERS = r"^q1:"
"""Prefix of the data of buttons that ask a question."""

_FORM = re.compile(r"q1:(?P<kind>[a-z]):(?P<document>[a-z0-9~-]*):(?P<place>[A-Za-z0-9.]+)")
_LONGEST_NAME = 46  # so that the question can be read on a button
_WHEN = mark("¿Cuándo es «{name}»?")
_DUE = mark("¿Qué vence el {day}?")
_TASKS = mark("¿Qué debe hacer {party}?")


class _Kind(StrEnum):
    """The source of a question: the forum's description, an event, a deadline, or a party."""

    OWN = "x"
    EVENT = "e"
    DUE = "d"
    TASKS = "p"


class Starter(NamedTuple):
    """A question, identified by its source provision, or by its index among the forum's own."""

    kind: str
    document: str
    place: str

    @classmethod
    def parse(cls, data: str) -> Self:
        """Parse the data of a button; raise ValueError if it isn't ours."""
        match = read_data(_FORM, data)
        return cls(_Kind(match["kind"]), match["document"], match["place"])

    def __str__(self) -> str:
        return f"q1:{self.kind}:{self.document}:{self.place}"


def word(starter: Starter, base: KnowledgeBase, catalogue: Catalogue) -> str:
    """Word a question; raise LookupError if its source is no longer loaded."""
    if starter.kind == _Kind.OWN:
        return catalogue.examples[int(starter.place)]
    slugs = {shorten(document.slug): document.slug for document in base.documents()}
    act, place = base.act(slugs[starter.document]), Reference.parse(starter.place)
    tasks = [each for each in act.commitments if each.reference == place]
    match starter.kind:
        case _Kind.EVENT:
            names = [each.name for each in act.events if each.reference == place]
            return catalogue.text(_WHEN, name=names[0])
        case _Kind.DUE:
            days = [each.deadline.end for each in tasks if each.deadline.end]
            return catalogue.text(_DUE, day=days[0])
        case _:
            parties = [name for each in tasks for name in each.responsible if catalogue.knows(name)]
            return catalogue.text(_TASKS, party=(parties[0],))


def questions(base: KnowledgeBase, catalogue: Catalogue, today: date) -> Keyboard:
    """Build buttons for questions that the newest act answers, the forum's own first."""
    offered = ((starter, word(starter, base, catalogue)) for starter in starters(base, catalogue, today))
    return tuple(
        (Button(shorten_text(text, LONGEST_LABEL, placeholder="…"), str(starter)),)
        for starter, text in offered
    )


def starters(base: KnowledgeBase, catalogue: Catalogue, today: date) -> tuple[Starter, ...]:
    """Return questions that the newest act answers, the forum's own first."""
    documents = base.documents()
    return _answered(base, documents[0], catalogue, today) if documents else ()


@lru_cache(maxsize=4)  # one act and day in each language, while another is loaded
def _answered(
    base: KnowledgeBase, document: Document, catalogue: Catalogue, today: date
) -> tuple[Starter, ...]:
    found: dict[str, Starter] = {}
    for starter in (*_own(catalogue), *_made_of(base.act(document.slug), base.register, today)):
        text = word(starter, base, catalogue)
        answer, _ = base.ask(text, today=today, language=catalogue.language)
        cited = [
            finding.citation for finding in answer.findings if finding.citation.document == document.slug
        ]
        is_own = starter.kind == _Kind.OWN
        if cited and (is_own or any(str(each.reference) == starter.place for each in cited)):
            found[text] = starter
        if len(found) == MOST:
            break
    return tuple(found.values())


def _own(catalogue: Catalogue) -> Iterator[Starter]:
    return (Starter(_Kind.OWN, "", str(place)) for place in range(len(catalogue.examples)))


def _made_of(act: Act, register: PartyRegister, today: date) -> Iterator[Starter]:
    """Yield questions made from an act, one of each kind before a second of any."""
    document = shorten(act.slug)
    kinds = [
        [Starter(kind, document, str(place)) for place in places]
        for kind, places in (
            (_Kind.EVENT, _events(act, today)),
            (_Kind.DUE, _deadlines(act, today)),
            (_Kind.TASKS, _parties(act, register)),
        )
    ]
    for number in range(MOST):
        yield from (each[number] for each in kinds if number < len(each))


def _events(act: Act, today: date) -> list[Reference]:
    """Return the provisions of events with known days, the next event first."""
    named = [each for each in act.events if each.start and each.name and len(each.name) <= _LONGEST_NAME]
    named = [each for each in named if each.precision in {Precision.DAY, Precision.WEEK}]
    named.sort(key=lambda each: ((each.start or today) < today, each.start or today))
    return [each.reference for each in named]


def _deadlines(act: Act, today: date) -> list[Reference]:
    due = [each for each in act.commitments if each.deadline.end and each.deadline.precision is Precision.DAY]
    due.sort(key=lambda each: ((each.deadline.end or today) < today, each.deadline.end or today))
    return [each.reference for each in due]


def _parties(act: Act, register: PartyRegister) -> list[Reference]:
    """Return a provision with a commitment of each party, busiest party first; groups don't count."""
    first: dict[str, Reference] = {}
    counted: Counter[str] = Counter()
    for each in act.commitments:
        name = next(filter(register.parties.get, each.responsible), None)
        if name and register.parties[name].kind is not PartyKind.GROUP:
            first.setdefault(name, each.reference)
            counted[name] += 1
    return [first[name] for name, _ in counted.most_common()]
