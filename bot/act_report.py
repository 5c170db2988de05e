"""What was read of an act, for a person to check in a minute."""

from collections.abc import Iterator

from handlers.catalogue import Catalogue
from knowledge.values.acts import Act, Commitment
from knowledge.values.notices import mark

_PROVISIONS = mark("Disposiciones: {count}")
_COMMITMENTS = mark("Compromisos: {count}")
_EVENTS = mark("Eventos: {count}")
_PARTICIPANTS = mark("Participantes: {parties}")
_ABSENT = mark("Ausentes: {parties}")
_DOUBTFUL = mark("Por revisar:")
_NO_ONE = mark("(sin responsable)")
_BINDING_NOBODY = mark("No obligan a nadie: {references}")
_PAGE = mark("p. {page}")


def act_report(act: Act, catalogue: Catalogue) -> str:
    """Write the report: meeting, counts, commitments with their deadlines, events, and what is doubtful."""
    return "\n".join(_lines(act, catalogue)) + "\n"


def _lines(act: Act, catalogue: Catalogue) -> Iterator[str]:
    meeting = act.meeting
    yield f"{act.slug} ({act.source})"
    yield catalogue.meeting(meeting)
    if meeting.participants:
        yield catalogue.text(_PARTICIPANTS, parties=meeting.participants)
    if meeting.absent_members:
        yield catalogue.text(_ABSENT, parties=meeting.absent_members)
    yield catalogue.text(_PROVISIONS, count=len(act.provisions))
    yield "  " + " ".join(str(provision.reference) for provision in act.provisions)
    yield catalogue.text(_COMMITMENTS, count=len(act.commitments))
    pages = {provision.reference: provision.page for provision in act.provisions}
    for commitment in act.commitments:
        page = catalogue.text(_PAGE, page=pages[commitment.reference])
        yield f"  {commitment.reference} ({page}) · {_commitment(commitment, catalogue)}"
    binding = {each.reference for each in act.commitments} | {each.reference for each in act.events}
    others = [str(reference) for reference in pages if reference not in binding]
    if others:
        yield catalogue.text(_BINDING_NOBODY, references=" ".join(others))
    yield catalogue.text(_EVENTS, count=len(act.events))
    for event in act.events:
        when = catalogue.time(event.start, event.end or event.start, event.precision) if event.start else "—"
        yield f"  {event.reference} · {when} · {event.name}"
    if act.warnings:
        yield catalogue.text(_DOUBTFUL)
        yield from (f"  ⚠ {catalogue.notice(warning)}" for warning in act.warnings)


def _commitment(commitment: Commitment, catalogue: Catalogue) -> str:
    who = catalogue.parties(commitment.responsible) if commitment.responsible else catalogue.text(_NO_ONE)
    when = catalogue.deadline(commitment.deadline)
    return " · ".join(part for part in (who, commitment.action, when) if part)
