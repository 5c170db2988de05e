"""Write readable extractions of acts, to see the effects of a change in the rules.

`python -m tests.support.extractions` accepts today's extractions as right.
"""

from collections.abc import Iterator
from pathlib import Path

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading import read_act
from knowledge.values.acts import Act, Commitment, Event, Provision

_TESTS = Path(__file__).parents[1]
_SUFFIXES = {".txt", ".pdf", ".docx", ".html"}
_SHOWN = 60

ACTS = sorted(
    path
    for folder in (_TESTS / "corpus", _TESTS / "golden" / "fragments")
    for path in folder.rglob("*")
    if path.suffix in _SUFFIXES
)


def golden_file(act: Path) -> Path:
    """Return the file with the expected extraction of an act."""
    return _TESTS / "golden" / "extractions" / f"{act.name}.md"


def written_extraction(act: Act) -> str:
    """Write an act as read, one finding a line."""
    meeting = act.meeting
    lines = [
        f"# {act.slug} ({act.language})",
        f"{meeting.body}: {meeting.title}",
        f"{meeting.city}, {meeting.country}, {meeting.start} to {meeting.end}",
        f"present: {', '.join(meeting.participants)}",
        f"absent: {', '.join(meeting.absent_members)}",
        "",
        *(_provision(provision) for provision in act.provisions),
        "",
        *(_commitment(commitment) for commitment in act.commitments),
        "",
        *(_event(event) for event in act.events),
        "",
        *(f"{entry.acronym}: {entry.expansion} ({entry.reference})" for entry in act.glossary),
        "",
        *map(str, act.warnings),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _provision(provision: Provision) -> str:
    roles = "; ".join(f"{party} {role}" for party, role in provision.parties.items())
    text = " ¶ ".join(map(_ends, provision.text.split("\n\n")))
    return f"{provision.reference} p. {provision.page}: {text} [{roles}]"


def _commitment(commitment: Commitment) -> str:
    parties = ", ".join(commitment.responsible)
    others = f"for {', '.join(commitment.recipient)} with {', '.join(commitment.supporters)}"
    deadline = commitment.deadline
    until = f"{deadline.text}: {deadline.start or ''}..{deadline.end or ''} {deadline.precision}"
    inferred = f" inferred {', '.join(commitment.inferred)}" if commitment.inferred else ""
    return (
        f"{commitment.reference} {commitment.kind}: {parties}: {commitment.action} "
        f"({others}; {until}){inferred} «{_ends(commitment.quote)}»"
    )


def _event(event: Event) -> str:
    days = f"{event.start or ''}..{event.end or ''}"
    parties = f"by {', '.join(event.organizers)} with {', '.join(event.supporters)}"
    return f"{event.reference} {event.status} {days}: {event.name}, {event.place} {parties}"


def _ends(text: str) -> str:
    return text if len(text) <= 2 * _SHOWN else f"{text[:_SHOWN]}…{text[-_SHOWN:]}"


def _all() -> Iterator[tuple[Path, str]]:
    register = PartyRegister.load(BUILT_IN)
    for path in ACTS:
        yield golden_file(path), written_extraction(read_act(path, register=register))


if __name__ == "__main__":
    for file, written in _all():
        file.write_text(written, encoding="utf-8")
