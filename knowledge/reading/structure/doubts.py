"""Doubts about an act as read, with their places, for a person to check."""

from collections.abc import Iterator, Mapping, Sequence

from knowledge.language.folding import words
from knowledge.reading.files.marks import ROW_CELL_END
from knowledge.reading.files.ordinals import letter
from knowledge.reading.structure.lines import ends_sentence
from knowledge.values.acts import Meeting, Provision
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.references import Reference, Section

_ENDING_WORDS = 6
_ANNOUNCED = (
    (
        Section.CONCLUSION,
        frozenset({"conclusiones", "conclusions"}),
        mark("El encabezado anuncia conclusiones, pero no se encontraron."),
    ),
    (
        Section.RECOMMENDATION,
        frozenset({"recomendaciones", "recommendations"}),
        mark("El encabezado anuncia recomendaciones, pero no se encontraron."),
    ),
)


def find_doubts(
    meeting: Meeting,
    provisions: Sequence[Provision],
    unknown_acronyms: Mapping[str, Reference],
    unknown_body: str | None = None,
) -> Iterator[Notice]:
    """Yield what a person should check: the meeting, the items and the acronyms.

    `unknown_body` is a body in the title that the forum doesn't know.
    """
    if meeting.start is None:
        yield notice(mark("No se encontró la fecha de la reunión."))
    if meeting.city is None:
        yield notice(mark("No se encontró el lugar de la reunión."))
    if meeting.body is None:
        named = mark("El acta se titula como de «{body}», que forum.yaml no describe.")
        unnamed = mark("No se reconoce el órgano que se reunió.")
        yield notice(named, body=unknown_body) if unknown_body else notice(unnamed)
    if not meeting.participants:
        yield notice(mark("No se encontró la lista de participantes."))
    yield from _missing_parts(provisions)
    yield from _empty_lists(provisions)
    yield from _missing_letters(provisions)
    last = provisions[-1]
    if not ends_sentence(last.text) and ROW_CELL_END not in last.text:
        sentence = mark("{reference} parece cortada al final (página {page}).")
        yield notice(sentence, reference=last.reference, page=last.page)
    if unknown_acronyms:
        yield notice(
            mark("Siglas que nadie explica, ni el acta ni el registro: {acronyms}."),
            acronyms=", ".join(f"{acronym} ({reference})" for acronym, reference in unknown_acronyms.items()),
        )


def _missing_parts(provisions: Sequence[Provision]) -> Iterator[Notice]:
    """Warn of parts missing though the preamble announces them («… las siguientes conclusiones:»)."""
    preambles = [provision for provision in provisions if provision.reference.section is Section.PREAMBLE]
    announced = {word for preamble in preambles for word in words(preamble.text)[-_ENDING_WORDS:]}
    sections = {provision.reference.section for provision in provisions}
    for section, names, sentence in _ANNOUNCED:
        if announced & names and section not in sections:
            yield notice(sentence)


def _empty_lists(provisions: Sequence[Provision]) -> Iterator[Notice]:
    for provision in provisions:
        *inner, last = provision.text.split("\n\n")
        is_preamble = provision.reference.section is Section.PREAMBLE
        lost = is_preamble and any(paragraph.endswith(":") for paragraph in inner)
        ends_open = last.endswith(":") and provision.extent.end == provision.spans[-1].end
        if lost or (ends_open and not is_preamble):
            sentence = mark("{reference} anuncia una lista que no se encontró (página {page}).")
            yield notice(sentence, reference=provision.reference, page=provision.page)


def _missing_letters(provisions: Sequence[Provision]) -> Iterator[Notice]:
    letters: dict[Reference, list[str]] = {}
    for provision in provisions:
        if provision.parent and provision.reference.letter:
            own = provision.reference.letter.rpartition(".")[2]
            letters.setdefault(provision.parent, []).append(own)
    for parent, found in letters.items():
        if found != [letter(number) for number in range(1, len(found) + 1)]:
            yield notice(
                mark("Las letras de {reference} no van seguidas: {letters}."),
                reference=parent,
                letters=", ".join(found),
            )
