"""The facts read from each provision, in HTML: its commitments, events and doubts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from handlers.catalogue import Catalogue
from handlers.reports.doubts import Doubt, commitment_doubts
from handlers.reports.markup import Markup, element, joined
from handlers.reports.passages import Locator
from handlers.reports.report import by_when, event_time, responsible
from handlers.terms import COMMITMENT_KINDS, EVENT_STATUSES, FIELDS
from knowledge.values.acts import Act, Commitment, Event, Provision
from knowledge.values.base import Span
from knowledge.values.notices import mark
from knowledge.values.references import Reference

_Fact = TypeVar("_Fact", Commitment, Event)

_INFERRED = mark("se deduce: {fields}")
_REVIEWED = mark("corregido por una persona: {fields}")
_NOT_LITERAL = mark("no está así en el texto: {fields}")
_TO = mark("para {parties}")
_WITH = mark("con {parties}")
_ORGANIZED = mark("organizan: {parties}")


class Facts:
    """Render the facts read from the provisions of an act."""

    def __init__(self, act: Act, locator: Locator, catalogue: Catalogue) -> None:
        self._act = act
        self._locator = locator
        self._catalogue = catalogue
        self._commitments = _by_reference(act.commitments)
        self._events = _by_reference(act.events)

    def of(self, provision: Provision, spans: Sequence[Span], doubts: Iterable[Doubt]) -> Markup:
        """Render the facts read from some paragraphs of a provision; events go with its first paragraph."""
        own = self._commitments.get(provision.reference, ())
        rows = [self._commitment(each) for each in own if _is_in(each.span, spans)]
        if spans[0] == provision.spans[0]:
            rows += map(self._event, self._events.get(provision.reference, ()))
        rows += [element("li", self._catalogue.notice(each.notice), class_="doubt") for each in doubts]
        return element("ul", *rows, class_="facts") if rows else Markup()

    def _commitment(self, commitment: Commitment) -> Markup:
        say = self._catalogue
        doubtful = bool(commitment_doubts(commitment, self._act, say.knows))
        parts = [
            element("b", responsible(commitment, say), class_="who"),
            element("span", commitment.action, class_="what"),
        ]
        if commitment.deadline.text or commitment.deadline.end:
            parts.append(element("span", by_when(commitment, say), class_="when"))
        if commitment.recipient:
            parts.append(element("span", say.text(_TO, parties=commitment.recipient)))
        if commitment.supporters:
            parts.append(element("span", say.text(_WITH, parties=commitment.supporters)))
        absent = (
            ["deadline"] if self._locator.deadline(commitment) is None and commitment.deadline.text else []
        )
        parts += self._notes(commitment.inferred, absent, commitment.reviewed)
        kind = element("i", say.text(COMMITMENT_KINDS[commitment.kind]))
        return element(
            "li", kind, " ", joined(parts, " · "), class_="duty-fact doubtful" if doubtful else "duty-fact"
        )

    def _event(self, event: Event) -> Markup:
        say = self._catalogue
        parts = [
            element("b", event.name),
            element("span", event_time(event, say), class_="when"),
            *([element("span", event.place)] if event.place else []),
        ]
        if event.organizers:
            parts.append(element("span", say.text(_ORGANIZED, parties=event.organizers)))
        if event.supporters:
            parts.append(element("span", say.text(_WITH, parties=event.supporters)))
        absent = ["name"] if self._locator.event(event) is None else []
        absent += ["place"] if event.place and self._locator.place(event) is None else []
        parts += self._notes(event.inferred, absent, ())
        kind = element("i", say.text(EVENT_STATUSES[event.status]))
        return element("li", kind, " ", joined(parts, " · "), class_="event-fact")

    def _notes(
        self, inferred: Sequence[str], absent: Sequence[str], reviewed: Sequence[str]
    ) -> Iterator[Markup]:
        """Yield notes on values that aren't in the text, or that a person decided."""
        notes = ((_INFERRED, inferred), (_NOT_LITERAL, absent), (_REVIEWED, reviewed))
        for sentence, fields in notes:
            if fields:
                named = ", ".join(self._field(name) for name in fields)
                yield element("em", self._catalogue.text(sentence, fields=named), class_="note")

    def _field(self, name: str) -> str:
        return self._catalogue.text(FIELDS[name]) if name in FIELDS else name


def _is_in(span: Span, paragraphs: Iterable[Span]) -> bool:
    return any(each.start <= span.start < each.end for each in paragraphs)


def _by_reference(values: Iterable[_Fact]) -> dict[Reference, list[_Fact]]:
    grouped = defaultdict(list)
    for value in values:
        grouped[value.reference].append(value)
    return dict(grouped)
