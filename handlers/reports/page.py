"""A page that shows an act with the facts read from it, for a person to check in a minute."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from string import Template
from typing import TypeVar

from handlers.catalogue import Catalogue
from handlers.reports.coloured import ASPECTS, ColouredText
from handlers.reports.doubts import Doubt, commitment_doubts, find_doubts
from handlers.reports.facts import Facts
from handlers.reports.markup import Markup, element, escaped, joined
from handlers.reports.passages import Locator
from handlers.reports.report import by_when, doubt_sentence, responsible
from handlers.terms import COMMITMENT_KINDS, EVENT_STATUSES
from knowledge.language.parties import PartyRegister
from knowledge.values.acts import Act, Provision, ProvisionKind
from knowledge.values.base import Span
from knowledge.values.notices import mark

GENERATOR = '<meta name="generator" content="acuerdos check">'
"""Identifies our own pages; other files are not overwritten."""

_TEMPLATES = Path(__file__).parent / "templates"
_T = TypeVar("_T")

_PROVISION_KINDS = {
    ProvisionKind.PREAMBLE: mark("encabezado"),
    ProvisionKind.CONCLUSION: mark("conclusión"),
    ProvisionKind.SUB_ITEM: mark("inciso"),
    ProvisionKind.RECOMMENDATION: mark("recomendación"),
    ProvisionKind.AGREEMENT: mark("acuerdo"),
    ProvisionKind.ANNEX_ROW: mark("fila de un anexo"),
}
_COLUMNS = (mark("Ref."), mark("Quién"), mark("Qué"), mark("Para cuándo"))
_ABSENT_FROM_TEXT = mark("se deduce: no está en el encabezado")
_THESE_ABSENT = mark("se deduce, no está en el encabezado: {names}")
_UNKNOWN = mark("no se encontró")
_PAGE = mark("Página {page}")
_OUTSIDE = mark("fuera de las disposiciones")
_DOUBTFUL = mark("por revisar")
_EDGE = mark("borde de una disposición, con su referencia")


class ActPage:
    """Show one act, in one language of the interface."""

    def __init__(self, act: Act, register: PartyRegister, catalogue: Catalogue) -> None:
        self._act = act
        self._say = catalogue
        self._locator = Locator(act, register)
        self._doubts = find_doubts(act, catalogue.knows)
        self._facts = Facts(act, self._locator, catalogue)
        self._text = ColouredText(act, self._locator.passages(), catalogue)

    def html(self) -> str:
        """Return the page, which is self-contained."""
        say = self._say.text
        return Template((_TEMPLATES / "act.html").read_text(encoding="utf-8")).substitute(
            language=escaped(self._say.language),
            generator=GENERATOR,
            style=(_TEMPLATES / "act.css").read_text(encoding="utf-8"),
            title=escaped(self._say.meeting(self._act.meeting) or self._act.slug),
            source=escaped(self._act.source),
            meeting_title=escaped(say(mark("Reunión"))),
            meeting=joined(self._meeting()),
            counts_title=escaped(say(mark("Lo que se leyó"))),
            counts=joined(self._counts()),
            doubts_title=escaped(say(mark("Por revisar ({count})"), count=len(self._doubts))),
            doubts=self._doubt_list(),
            commitments_title=escaped(say(mark("Compromisos ({count})"), count=len(self._act.commitments))),
            commitments=self._commitments(),
            legend_title=escaped(say(mark("Colores"))),
            legend=joined(self._legend()),
            text_title=escaped(say(mark("El acta"))),
            text=joined(self._provisions(), "\n"),
        )

    def _meeting(self) -> Iterator[Markup]:
        meeting = self._act.meeting
        days = self._say.days(meeting.start, meeting.end or meeting.start) if meeting.start else ""
        yield self._fact(mark("Órgano"), self._names((meeting.body,) if meeting.body else ()))
        yield self._fact(mark("Título"), escaped(meeting.title))
        yield self._fact(mark("Fecha"), self._value(days, stands=self._locator.has_date_of_meeting()))
        yield self._fact(mark("Ciudad"), self._names((meeting.city,) if meeting.city else ()))
        yield self._fact(mark("País"), self._names((meeting.country,) if meeting.country else ()))
        yield self._fact(mark("Participantes"), self._names(meeting.participants))
        if meeting.absent_members:
            yield self._fact(mark("Ausentes"), self._names(meeting.absent_members))

    def _fact(self, name: str, value: Markup) -> Markup:
        missing = element("span", self._say.text(_UNKNOWN), class_="missing")
        return joined([element("dt", self._say.text(name)), element("dd", value or missing)])

    def _names(self, names: Sequence[str]) -> Markup:
        """Write names of the meeting, with a note on those missing from the preamble."""
        absent = [self._say.party(name) for name in names if not self._locator.is_in_preamble(name)]
        listed = ", ".join(self._say.party(name) for name in names)
        if 0 < len(absent) < len(names):
            return joined([listed, self._note(self._say.text(_THESE_ABSENT, names=", ".join(absent)))], " ")
        return self._value(listed, stands=not absent)

    def _value(self, value: str, *, stands: bool) -> Markup:
        """Write a value of the meeting, with a note if it isn't in the text."""
        if stands or not value:
            return escaped(value)
        return joined([value, self._note(self._say.text(_ABSENT_FROM_TEXT))], " ")

    def _note(self, words: str) -> Markup:
        return element("em", words, class_="note")

    def _counts(self) -> Iterator[Markup]:
        act = self._act
        yield self._count(mark("Disposiciones"), [each.kind for each in act.provisions], _PROVISION_KINDS)
        yield self._count(mark("Compromisos"), [each.kind for each in act.commitments], COMMITMENT_KINDS)
        yield self._count(mark("Eventos"), [each.status for each in act.events], EVENT_STATUSES)
        with_deadline = sum(bool(each.deadline.text or each.deadline.end) for each in act.commitments)
        yield element("li", self._say.text(mark("Con plazo")), " ", element("b", str(with_deadline)))
        left_out = str(self._text.count_outside())
        yield element(
            "li", self._say.text(mark("Párrafos fuera de las disposiciones")), " ", element("b", left_out)
        )

    def _count(self, name: str, kinds: list[_T], words: dict[_T, str]) -> Markup:
        counted = Counter(kinds)
        each = [f"{self._say.text(words[kind])}: {counted[kind]}" for kind in words if counted[kind]]
        details = element("small", ", ".join(each)) if each else Markup()
        return element("li", self._say.text(name), " ", element("b", str(len(kinds))), " ", details)

    def _doubt_list(self) -> Markup:
        if not self._doubts:
            return element("p", self._say.text(mark("Nada llama la atención.")))
        return element("ul", *(element("li", self._doubt(each)) for each in self._doubts), class_="doubts")

    def _doubt(self, doubt: Doubt) -> Markup:
        sentence = doubt_sentence(doubt, self._say)
        return (
            element("a", sentence, href=f"#{doubt.references[0]}") if doubt.references else escaped(sentence)
        )

    def _commitments(self) -> Markup:
        titles = [self._say.text(column) for column in _COLUMNS]
        head = element("tr", *(element("th", title, scope="col") for title in titles))
        rows = []
        for each in self._act.commitments:
            link = element("a", str(each.reference), href=f"#{each.reference}")
            cells = (link, responsible(each, self._say), each.action, by_when(each, self._say))
            row = [element("td", cell, data_label=title) for title, cell in zip(titles, cells, strict=True)]
            doubtful = commitment_doubts(each, self._act, self._say.knows)
            rows.append(element("tr", *row, class_="doubtful" if doubtful else None))
        return element("table", element("thead", head), element("tbody", *rows))

    def _legend(self) -> Iterator[Markup]:
        for aspect, words in ASPECTS.items():
            yield element("li", element("span", self._say.text(words), class_=aspect.value))
        yield element("li", element("span", self._say.text(_EDGE), class_="edge"))
        yield element("li", element("span", self._say.text(_OUTSIDE), class_="outside"))
        yield element("li", element("span", self._say.text(_DOUBTFUL), class_="doubt"))

    def _provisions(self) -> Iterator[Markup]:
        """Write the text in its own order: a closing paragraph comes after the sub-items it closes."""
        page = 0
        paragraphs = [(span, provision) for provision in self._act.provisions for span in provision.spans]
        paragraphs.sort(key=lambda each: each[0].start)
        for _, run in groupby(paragraphs, key=lambda each: each[1].reference):
            spans, provisions = zip(*run, strict=True)
            if provisions[0].page > page:
                page = provisions[0].page
                yield element("p", self._say.text(_PAGE, page=page), class_="page")
            yield from map(self._left_out, self._text.outside(spans[0]))
            yield self._provision(provisions[0], spans)
        yield from map(self._left_out, self._text.rest)

    def _left_out(self, span: Span) -> Markup:
        words = span.of(self._act.text).strip()
        return element("p", words, class_="outside", title=self._say.text(_OUTSIDE))

    def _provision(self, provision: Provision, spans: Sequence[Span]) -> Markup:
        is_first = spans[0] == provision.spans[0]
        doubts = [each for each in self._doubts if provision.reference in each.references]
        kinds = ["provision", provision.kind.value, *(["doubtful"] if doubts else [])]
        own = element("a", str(provision.reference), class_="reference", href=f"#{provision.reference}")
        words = element("div", self._text.paragraphs(spans), class_="words", lang=self._act.language)
        facts = self._facts.of(provision, spans, doubts if is_first else ())
        place = str(provision.reference) if is_first else None
        return element("section", own, "\n", words, "\n", facts, id=place, class_=" ".join(kinds))
