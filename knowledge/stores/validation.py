"""Check that an act is consistent after reading: what it cites must be there, word for word."""

import re
from collections import Counter
from collections.abc import Iterator

from knowledge.values.acts import Act
from knowledge.values.notices import Notice, mark, notice

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def find_fault(act: Act) -> Notice | None:
    """Return the first reason not to load an act, or None."""
    return next(_faults(act), None)


def _faults(act: Act) -> Iterator[Notice]:
    # The slug names the act's file in the data folder.
    if not _SLUG.fullmatch(act.slug):
        yield notice(mark("su nombre, «{slug}», no es válido."), slug=act.slug)
    if not act.provisions:
        yield notice(mark("no tiene ninguna conclusión ni recomendación."))
    if not _is_writable(act.text):
        yield notice(mark("su texto tiene caracteres que no se pueden guardar."))
    yield from _misplaced(act)
    yield from _unanchored(act)


def _is_writable(text: str) -> bool:
    """Tell whether a text is free of half characters, which broken PDF fonts yield."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _misplaced(act: Act) -> Iterator[Notice]:
    for provision in act.provisions:
        if "\n\n".join(span.of(act.text) for span in provision.spans) != provision.text:
            yield notice(
                mark("el texto de {reference} no coincide con el del acta."), reference=provision.reference
            )
    for commitment in act.commitments:
        if commitment.span.of(act.text) != commitment.quote:
            yield notice(
                mark("la cita de {reference} no coincide con el texto del acta."),
                reference=commitment.reference,
            )


def _unanchored(act: Act) -> Iterator[Notice]:
    times = Counter(provision.reference for provision in act.provisions)
    for reference, count in times.items():
        if count > 1:
            yield notice(mark("{reference} aparece {count} veces."), reference=reference, count=count)
    commitments = (commitment.reference for commitment in act.commitments)
    events = (event.reference for event in act.events)
    glossary = (entry.reference for entry in act.glossary if entry.reference)
    for reference in (*commitments, *events, *glossary):
        if reference not in times:
            yield notice(mark("cita {reference}, que no está en el acta."), reference=reference)
