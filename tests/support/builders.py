"""Values with defaults, so that a test states only what it is about."""

import hashlib
from datetime import date
from typing import Any

from knowledge.values.acts import Act, Commitment, CommitmentKind, Event, Meeting, Provision, ProvisionKind
from knowledge.values.base import Span
from knowledge.values.references import Reference, Section

Paragraph = tuple[str, str]
"""A reference and a paragraph under it; a reference may be repeated for a closing paragraph."""

TWO_CONCLUSIONS: tuple[Paragraph, ...] = (
    ("C1", "Aceptar el informe de la Secretaría Técnica."),
    ("C2", "Instar a los Países Miembros a remitir sus aportes a más tardar el 15 de julio."),
)

_KINDS = {
    Section.PREAMBLE: ProvisionKind.PREAMBLE,
    Section.CONCLUSION: ProvisionKind.CONCLUSION,
    Section.RECOMMENDATION: ProvisionKind.RECOMMENDATION,
    Section.AGREEMENT: ProvisionKind.AGREEMENT,
    Section.PARAGRAPH: ProvisionKind.AGREEMENT,
}


def make_meeting(**fields: Any) -> Meeting:
    defaults: dict[str, Any] = {
        "body": "GRCM",
        "title": "Reunión del Grupo Regional de Consulta sobre Migración",
        "city": "San Salvador",
        "country": "El Salvador",
        "start": date(2017, 6, 20),
        "end": date(2017, 6, 22),
    }
    return Meeting(**(defaults | fields))


def make_act(*paragraphs: Paragraph, **fields: Any) -> Act:
    """Build an act whose text is the paragraphs, an empty line between them."""
    paragraphs = paragraphs or TWO_CONCLUSIONS
    text = "\n\n".join(words for _, words in paragraphs)
    defaults: dict[str, Any] = {
        "slug": "grcm-2017-06-san-salvador",
        "source": "acta.txt",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "language": "es",
        "text": text,
        "meeting": make_meeting(),
        "provisions": _divide(paragraphs),
    }
    return Act(**(defaults | fields))


def make_provision(reference: str = "C1", text: str = TWO_CONCLUSIONS[0][1], **fields: Any) -> Provision:
    """Build a provision that is one paragraph at the start of its act."""
    parsed = Reference.parse(reference)
    span = Span(start=0, end=len(text))
    defaults: dict[str, Any] = {
        "reference": parsed,
        "kind": ProvisionKind.SUB_ITEM if parsed.letter else _KINDS[parsed.section],
        "text": text,
        "spans": (span,),
        "extent": span,
    }
    return Provision(**(defaults | fields))


def make_commitment(act: Act, reference: str, **fields: Any) -> Commitment:
    """Build a commitment that quotes the whole text of a one-paragraph provision of the act."""
    provision = next(each for each in act.provisions if str(each.reference) == reference)
    defaults: dict[str, Any] = {
        "reference": provision.reference,
        "responsible": ("Países Miembros",),
        "action": "remitir sus aportes",
        "kind": CommitmentKind.OBLIGATION,
        "quote": provision.text,
        "span": provision.spans[0],
    }
    return Commitment(**(defaults | fields))


def make_event(reference: str = "C1", **fields: Any) -> Event:
    defaults: dict[str, Any] = {"reference": Reference.parse(reference), "name": "Taller regional"}
    return Event(**(defaults | fields))


def _divide(paragraphs: tuple[Paragraph, ...]) -> tuple[Provision, ...]:
    spans: dict[str, list[Span]] = {}
    words: dict[str, list[str]] = {}
    position = 0
    for reference, paragraph in paragraphs:
        spans.setdefault(reference, []).append(Span(start=position, end=position + len(paragraph)))
        words.setdefault(reference, []).append(paragraph)
        position += len(paragraph) + len("\n\n")
    return tuple(
        make_provision(
            reference,
            "\n\n".join(words[reference]),
            spans=tuple(own),
            extent=Span(start=own[0].start, end=_last(reference, spans)),
        )
        for reference, own in spans.items()
    )


def _last(reference: str, spans: dict[str, list[Span]]) -> int:
    return max(
        own[-1].end for other, own in spans.items() if other == reference or other.startswith(f"{reference}.")
    )
