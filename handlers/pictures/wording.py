"""The words in a picture, and its caption, which tells the same to those who can't see it."""

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import shorten

from babel.dates import format_date, format_interval

from handlers.catalogue import Catalogue
from handlers.markup import bold, escape, folded
from handlers.pictures.figures import Counts, Figures, Moment, Row, Subject
from handlers.pictures.signs import EVENT, SIGNS
from knowledge.lists.balances import NOBODY
from knowledge.lists.titles import named
from knowledge.stores.documents import Document
from knowledge.values.deadlines import Precision
from knowledge.values.notices import mark, mark_plural
from knowledge.values.references import Section
from knowledge.values.tracking import Standing

CAPTION_LIMIT = 1024
"""Visible characters of a caption."""

DEDUCED = "*"
"""Put after inferred dates."""

ALL = mark("Todas las reuniones")
"""Headline of a picture of all meetings."""

_COUNTED = {
    Standing.DONE: mark_plural("{number} cumplido", "{number} cumplidos"),
    Standing.IN_PROGRESS: mark_plural("{number} en curso", "{number} en curso"),
    Standing.OVERDUE: mark_plural("{number} vencido", "{number} vencidos"),
    Standing.OPEN: mark_plural("{number} por vencer", "{number} por vencer"),
    Standing.UNDATED: mark_plural("{number} sin fecha", "{number} sin fecha"),
}
_COMMITMENTS = mark_plural("{number} compromiso", "{number} compromisos")
_MEETINGS = mark_plural("De {number} reunión", "De {number} reuniones")
_EACH = mark("{number} c/u")
_AS_OF = mark("Estado al {day}")
_TODAY = mark("Hoy, {day}")
_UNNAMED = mark("Sin nombrar")
_WAYS_ON = mark("y {number} más")
_BLURRED = frozenset({Precision.MONTH, Precision.QUARTER, Precision.HALF, Precision.YEAR})
_OF_DAYS = frozenset({"year", "deadline.year", "deadline.end"})
"""Fields of a date that may be inferred."""

_WHAT = 70
"""Characters of an action in a caption."""

_PARTIES = 60
"""Characters of party names in a caption."""


def headline(subject: Subject, catalogue: Catalogue) -> str:
    """Return the headline of a picture: «Panamá», «GRCM, San Salvador»."""
    if subject.party:
        return catalogue.party(subject.party)
    if len(subject.documents) > 1:
        return catalogue.text(ALL)
    (document,) = subject.documents
    undated = document.meeting.model_copy(update={"start": None, "end": None})
    return catalogue.meeting(undated) or catalogue.notice(named(document.meeting, document.source))


def sublines(figures: Figures, catalogue: Catalogue) -> tuple[str, str]:
    """Return the meetings, as far as the headline doesn't name them, and the day of the status."""
    subject = figures.subject
    as_of = catalogue.text(_AS_OF, day=figures.today)
    if len(subject.documents) > 1:
        return catalogue.count(*_MEETINGS, len(subject.documents)), as_of
    (document,) = subject.documents
    meeting = document.meeting
    if subject.party:
        return catalogue.meeting(meeting) or catalogue.notice(named(meeting, document.source)), as_of
    return _short_days(meeting.start, meeting.end or meeting.start, catalogue) if meeting.start else "", as_of


def _short_days(start: date, end: date, catalogue: Catalogue) -> str:
    return str(format_interval(start, end, "yMMMd", locale=catalogue.language))


def counted(counts: Counts, catalogue: Catalogue) -> Iterator[tuple[Standing, str]]:
    """Yield the counts of commitments by standing, in words."""
    for standing in SIGNS:
        if number := counts.get(standing, 0):
            yield standing, catalogue.count(*_COUNTED[standing], number)


def commitments(number: int, catalogue: Catalogue) -> str:
    """Count commitments in words."""
    return catalogue.count(*_COMMITMENTS, number)


def when(moment: Moment, catalogue: Catalogue) -> str:
    """Write a short date, no more precise than known, with a mark if it is inferred."""
    dated, finding = moment.dated, moment.dated.finding
    event, deadline = finding.event, finding.deadline
    precision = event.precision if event else deadline.precision if deadline else Precision.DAY
    if precision in _BLURRED:
        first = deadline.start if deadline and not event else None
        written = catalogue.time(first or dated.start, dated.end, precision)
    else:
        written = _short_days(dated.start, dated.end, catalogue)
    inferred = {*finding.inferred, *(event.inferred if event else ())}
    return written if inferred.isdisjoint(_OF_DAYS) else written + DEDUCED


def who(moment: Moment, catalogue: Catalogue) -> str:
    """Return the responsible parties, or the place of an event."""
    finding = moment.dated.finding
    if moment.is_event and finding.event and finding.event.place:
        return finding.event.place
    return catalogue.parties(finding.responsible)


def what(moment: Moment) -> str:
    """Return the name of an event, or the action that is due."""
    finding = moment.dated.finding
    told = (finding.event.name if finding.event else "") or finding.action or finding.quote
    return told[:1].upper() + told[1:]


def where(moment: Moment, subject: Subject) -> str:
    """Return a short reference: «16.a», or, with several acts, «16.a ’17»."""
    citation = moment.dated.finding.citation
    reference = str(citation.reference).removeprefix(Section.CONCLUSION)
    start = citation.meeting.start
    return f"{reference} ’{start:%y}" if start and len(subject.documents) > 1 else reference


def whose(row: Row, catalogue: Catalogue, most: int | None = None) -> str:
    """Name the parties of a row, at most `most` of them, or its meeting."""
    if row.document:
        return place_of(row.document)
    if row.parties == (NOBODY,):
        return catalogue.text(_UNNAMED)
    if most is None or most >= len(row.parties):
        return catalogue.parties(row.parties)
    named_there = ", ".join(map(catalogue.party, row.parties[:most]))
    return f"{named_there} {further(len(row.parties) - most, catalogue)}"


def place_of(document: Document) -> str:
    """Name a meeting by its city and year: «San Salvador 2017»."""
    meeting = document.meeting
    year = str(meeting.start.year) if meeting.start else ""
    return " ".join(filter(None, (meeting.city, year))) or document.source


def total(row: Row, catalogue: Catalogue) -> str:
    """Say how many commitments a row counts: «5», «5 c/u»."""
    return catalogue.text(_EACH, number=row.total) if len(row.parties) > 1 else str(row.total)


def today_is(figures: Figures, catalogue: Catalogue) -> str:
    """Say which day is today: «Hoy, 1 jul 2017»."""
    return catalogue.text(_TODAY, day=format_date(figures.today, "medium", locale=catalogue.language))


def further(number: int, catalogue: Catalogue) -> str:
    """Say how many more there are."""
    return catalogue.text(_WAYS_ON, number=number)


def caption(figures: Figures, catalogue: Catalogue, notes: Sequence[str] = ()) -> str:
    """Describe a picture as HTML, with folded lists; entries that don't fit are counted."""
    told = " · ".join(filter(None, sublines(figures, catalogue)))
    opening = [headline(figures.subject, catalogue), told, *notes]
    if figures.total:
        stand = " · ".join(
            f"{SIGNS[each].letter} {told}" for each, told in counted(figures.totals, catalogue)
        )
        opening.append(f"{commitments(figures.total, catalogue)}: {stand}")
    room = CAPTION_LIMIT - len("\n".join(opening))
    days = [_moment_line(each, figures.subject, catalogue) for each in figures.listed]
    rows = [_row_line(each, catalogue) for each in figures.rows]
    # Half of the room for each list; one gets what the other doesn't need.
    needed = min(room // 2, sum(len(line) + 1 for line in rows) + 2)
    first = _fitting(days, len(figures.moments), room - needed, catalogue)
    second = _fitting(rows, len(rows), room - len(first), catalogue)
    lists = "\n\n".join(filter(None, (first, second)))
    said = [bold(opening[0]), *map(escape, opening[1:]), *([folded(lists)] if lists else [])]
    return "\n".join(said)


def _moment_line(moment: Moment, subject: Subject, catalogue: Catalogue) -> str:
    sign = SIGNS[moment.standing] if moment.standing and not moment.is_event else EVENT
    named_there = shorten(who(moment, catalogue), _PARTIES, placeholder="…")
    told = shorten(what(moment), _WHAT, placeholder="…")
    whom = f"{named_there}: " if named_there else ""
    return f"{sign.letter} {when(moment, catalogue)} · {whom}{told} ({where(moment, subject)})"


def _row_line(row: Row, catalogue: Catalogue) -> str:
    name = f"{whose(row, catalogue)} ({total(row, catalogue)})"
    stand = " · ".join(
        f"{sign.letter} {row.counts[each]}" for each, sign in SIGNS.items() if row.counts.get(each)
    )
    return f"{name}: {stand}"


def _fitting(lines: Sequence[str], every: int, room: int, catalogue: Catalogue) -> str:
    """Join the first lines that fit, and count the others; return nothing if none fits."""
    kept = list(lines)
    while kept:
        left = every - len(kept)
        block = "\n".join([*kept, *([further(left, catalogue)] if left else [])])
        if len(block) + len("\n\n") <= room:
            return block
        kept.pop()
    return ""
