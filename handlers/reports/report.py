"""A report of what was read from an act, for a person to check in a minute at a terminal."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from handlers.catalogue import Catalogue
from handlers.reports.doubts import Doubt, commitment_doubts, find_doubts
from handlers.reports.table import Column, printable, table
from knowledge.values.acts import Act, Commitment, Event
from knowledge.values.notices import mark
from knowledge.values.references import Reference

_PROVISIONS = mark("Disposiciones: {count}")
_COMMITMENTS = mark("Compromisos: {count}")
_EVENTS = mark("Eventos: {count}")
_PARTICIPANTS = mark("Participantes: {parties}")
_ABSENT = mark("Ausentes: {parties}")
_DOUBTFUL = mark("Por revisar:")
_NO_ONE = mark("(sin responsable)")
_BINDING_NOBODY = mark("No obligan a nadie: {references}")
_PAGE = mark("p. {page}")
_PLACE = mark("Ref.")
_PAGES = mark("Pág.")
_WHO = mark("Quién")
_WHAT = mark("Qué")
_BY_WHEN = mark("Para cuándo")
_WHEN = mark("Cuándo")
_KEY = mark("⚠ por revisar · ≈ algo se deduce: el texto no lo dice")
_DOUBT_SIGN = "⚠"
_INFERRED_SIGN = "≈"


def act_report(act: Act, catalogue: Catalogue, width: int) -> str:
    """Write the report: meeting, counts, commitments with their deadlines, events, and doubts.

    `width` is the number of characters per line of the terminal.
    """
    return "\n".join(_lines(act, catalogue, width)) + "\n"


def _lines(act: Act, catalogue: Catalogue, width: int) -> Iterator[str]:
    meeting = act.meeting
    yield from _wrapped(f"{act.slug} ({act.source})", width)
    yield from _wrapped(catalogue.meeting(meeting), width)
    if meeting.participants:
        yield from _wrapped(catalogue.text(_PARTICIPANTS, parties=meeting.participants), width)
    if meeting.absent_members:
        yield from _wrapped(catalogue.text(_ABSENT, parties=meeting.absent_members), width)
    yield catalogue.text(_PROVISIONS, count=len(act.provisions))
    yield from _wrapped(_listed(provision.reference for provision in act.provisions), width, "  ")
    yield catalogue.text(_COMMITMENTS, count=len(act.commitments))
    if act.commitments:
        yield from _commitments(act, catalogue, width)
    binding = {each.reference for each in act.commitments} | {each.reference for each in act.events}
    others = _listed(each.reference for each in act.provisions if each.reference not in binding)
    if others:
        yield from _wrapped(catalogue.text(_BINDING_NOBODY, references=others), width, after="  ")
    yield catalogue.text(_EVENTS, count=len(act.events))
    if act.events:
        yield from _events(act, catalogue, width)
    doubts = find_doubts(act, catalogue.knows)
    if doubts:
        yield catalogue.text(_DOUBTFUL)
        for doubt in doubts:
            yield from _wrapped(
                f"{_DOUBT_SIGN} {doubt_sentence(doubt, catalogue)}", width, "  ", after="    "
            )


def doubt_sentence(doubt: Doubt, catalogue: Catalogue) -> str:
    """Word a doubt, with its places unless the sentence already names them."""
    sentence = catalogue.notice(doubt.notice)
    places = [str(each) for each in doubt.references if not _says(doubt, each, sentence)]
    if doubt.pages and "page" not in doubt.notice.parameters:
        places.append(catalogue.text(_PAGE, page=", ".join(map(str, doubt.pages))))
    return f"({', '.join(places)}) {sentence}" if places else sentence


def _says(doubt: Doubt, reference: Reference, sentence: str) -> bool:
    said = doubt.notice.parameters
    return "page" in said or reference in said.values() or str(reference) in sentence


def _commitments(act: Act, catalogue: Catalogue, width: int) -> Iterator[str]:
    pages = {provision.reference: provision.page for provision in act.provisions}
    titles = ((_PLACE, 0), (_PAGES, 0), (_WHO, 2), (_WHAT, 4), (_BY_WHEN, 2))
    columns = [Column(""), *(Column(catalogue.text(title), share) for title, share in titles)]
    rows = [
        (
            _sign(commitment, act, catalogue),
            str(commitment.reference),
            str(pages[commitment.reference]),
            responsible(commitment, catalogue),
            commitment.action,
            by_when(commitment, catalogue),
        )
        for commitment in act.commitments
    ]
    yield from table(columns, rows, width)
    if any(row[0] for row in rows):
        yield from _wrapped(catalogue.text(_KEY), width)


def _sign(commitment: Commitment, act: Act, catalogue: Catalogue) -> str:
    if commitment_doubts(commitment, act, catalogue.knows):
        return _DOUBT_SIGN
    return _INFERRED_SIGN if commitment.inferred else ""


def _events(act: Act, catalogue: Catalogue, width: int) -> Iterator[str]:
    titles = ((_PLACE, 0), (_WHEN, 1), (_WHAT, 2))
    columns = [Column(catalogue.text(title), share) for title, share in titles]
    rows = [(str(event.reference), event_time(event, catalogue), event.name) for event in act.events]
    yield from table(columns, rows, width)


def responsible(commitment: Commitment, catalogue: Catalogue) -> str:
    """Write who is responsible for a commitment."""
    return catalogue.parties(commitment.responsible) if commitment.responsible else catalogue.text(_NO_ONE)


def by_when(commitment: Commitment, catalogue: Catalogue) -> str:
    """Write the deadline of a commitment, or a dash."""
    deadline = commitment.deadline
    return catalogue.deadline(deadline) if deadline.text or deadline.end else "—"


def event_time(event: Event, catalogue: Catalogue) -> str:
    """Write when an event is, or a dash."""
    return catalogue.time(event.start, event.end or event.start, event.precision) if event.start else "—"


def _listed(references: Iterable[object]) -> str:
    return " ".join(map(str, references))


def _wrapped(text: str, width: int, before: str = "", after: str | None = None) -> list[str]:
    return wrap(
        printable(text),
        max(width, len(before) + 10),
        initial_indent=before,
        subsequent_indent=before if after is None else after,
        break_on_hyphens=False,
    )
