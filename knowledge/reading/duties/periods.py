"""Read periods in titles and column headings as deadlines: «Primer trimestre de 2022»."""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from knowledge.language.datementions import DateMention
from knowledge.language.dates import find_dates
from knowledge.language.folding import words
from knowledge.reading.duties.cues import Grammar
from knowledge.reading.duties.deadlines import DeadlineFinder
from knowledge.reading.duties.timewordings import FoundDeadline, year_of
from knowledge.reading.files.marks import CELL_END, ROW_CELL_END
from knowledge.reading.structure.columns import Column, ColumnWords
from knowledge.values.acts import (
    Commitment,
    CommitmentKind,
    Deadline,
    Meeting,
    Precision,
    Provision,
    ProvisionKind,
)

_PERIODS = frozenset({Precision.MONTH, Precision.QUARTER, Precision.HALF, Precision.YEAR})
_UNDATED = frozenset({CommitmentKind.OBLIGATION, CommitmentKind.INVITATION, CommitmentKind.FOLLOW_UP})
_LONGEST_TITLE = 60
_SMALL = frozenset({"durante", "para", "during", "in", "for"})
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_ORDER = re.compile(r"(?:[IVX]{1,5}|[A-Z]|\d{1,2})[.)–-]+\s+")
_MARKED = re.compile(r"\S{1,12}\s")
_TICKED = frozenset("xX✓✔☑●•■*")


@dataclass(frozen=True)
class Period:
    """A period as a deadline, and its inferred fields."""

    deadline: Deadline
    inferred: tuple[str, ...] = ()


class PeriodReader:
    """Reads titles and column headings that consist only of a period."""

    def __init__(self, deadlines: DeadlineFinder, columns: ColumnWords, grammar: Grammar) -> None:
        self._deadlines = deadlines
        self._columns = columns
        self._small = frozenset((*grammar.determiners, *grammar.prepositions, *_SMALL))

    def read(self, title: str, meeting: Meeting) -> Period | None:
        """Read a title: «PRIMER TRIMESTRE», «Tareas del primer semestre de 2022:», "By the end of 2015:".

        A period that is over by the end of the meeting is no deadline.
        """
        said = _ORDER.sub("", title.strip(), count=1).rstrip(" :.")
        if not said or len(said) > _LONGEST_TITLE:
            return None
        found = self._worded(said, meeting) or self._dated(said, meeting)
        over = found and meeting.end and found.deadline.end and found.deadline.end <= meeting.end
        return None if over else found

    def _worded(self, said: str, meeting: Meeting) -> Period | None:
        worded = self._deadlines.find(said, meeting=meeting)
        if len(worded) != 1 or worded[0].deadline.end is None:
            return None
        found = worded[0]
        return Period(found.deadline, found.inferred) if self._is_bare(said, [found]) else None

    def _dated(self, said: str, meeting: Meeting) -> Period | None:
        dates = [each for each in find_dates(said) if each.unit in _PERIODS]
        days = [placed for each in dates if (placed := each.days(meeting.start))]
        bounds = {(each.first, each.last) for each in days}
        if len(bounds) != 1 or not self._is_bare(said, dates):
            return None
        deadline = Deadline(text=said, start=days[0].first, end=days[0].last, precision=dates[0].unit)
        return Period(deadline, year_of(days[0]))

    def _is_bare(self, said: str, found: Sequence[FoundDeadline | DateMention]) -> bool:
        """Tell whether a title has only function words and words of action besides its period."""
        for each in reversed(found):
            said = f"{said[: each.start]} {said[each.end :]}"
        return all(word in self._small or self._columns.column(word) is Column.ACTION for word in words(said))

    def ticked(self, headings: Sequence[str], cells: Sequence[str], meeting: Meeting) -> Period | None:
        """Read the periods above the ticks of a row, as one from the first to the last."""
        pairs = zip(headings[::-1], cells[::-1], strict=False)
        titles = [heading for heading, cell in pairs if cell.strip() in _TICKED][::-1]
        found = [self.read(title, meeting) for title in titles]
        periods = [each for each in found if each]
        if not periods or len(periods) < len(found):
            return None
        first, last = periods[0].deadline, periods[-1].deadline
        text = " – ".join(dict.fromkeys((first.text or "", last.text or "")))
        deadline = last.model_copy(update={"text": text, "start": first.start})
        return Period(deadline, periods[-1].inferred)


class TitledPeriods:
    """The periods of an act's titles; each holds down to the next title.

    A title inside a provision («PRIMER TRIMESTRE», in the table of an item) holds for its items only.
    """

    def __init__(
        self, reader: PeriodReader, text: str, provisions: Sequence[Provision], meeting: Meeting
    ) -> None:
        self._reader = reader
        self._meeting = meeting
        self._provisions = {each.reference: each for each in provisions}
        self._titles = list(_titles(text, provisions))
        self._starts = [title.start for title in self._titles]

    def complete(self, commitments: Iterable[Commitment]) -> Iterator[Commitment]:
        """Give commitments without a deadline the period above their provision."""
        for each in commitments:
            period = None
            if each.kind in _UNDATED and each.deadline == Deadline():
                period = self._above(self._provisions[each.reference])
            if period is None:
                yield each
                continue
            inferred = tuple(dict.fromkeys((*each.inferred, *period.inferred)))
            yield each.model_copy(update={"deadline": period.deadline, "inferred": inferred})

    def _above(self, provision: Provision) -> Period | None:
        above = provision.parent
        while above:
            lead = self._provisions.get(above)
            found = self._reader.read(lead.text, self._meeting) if lead else None
            if found:
                return found
            above = above.parent
        start = provision.spans[0].start
        place = bisect(self._starts, start) - 1
        if place < 0:
            return None
        title = self._titles[place]
        holds = title.owner is None or start < title.owner.extent.end
        return self._reader.read(title.said, self._meeting) if holds else None


class _Title(NamedTuple):
    said: str
    start: int
    owner: Provision | None


def _titles(text: str, provisions: Sequence[Provision]) -> Iterator[_Title]:
    """Yield short paragraphs that aren't sentences or openings of provisions, from the preamble's last on."""
    owners = {span.start: each for each in provisions for span in each.spans}
    opening = {each.spans[0].start for each in provisions}
    preambles = [each for each in provisions if each.kind is ProvisionKind.PREAMBLE]
    begins = max((each.spans[-1].start for each in preambles), default=0)
    for match in _PARAGRAPH.finditer(text, begins):
        said, start = match[0], match.start()
        marked = _MARKED.match(said)
        is_row = CELL_END.strip() in said or ROW_CELL_END.strip() in said
        opens = start in opening or (marked and start + marked.end() in opening)
        if len(said) <= _LONGEST_TITLE and not (said.endswith((".", ";", ",")) or is_row or opens):
            owner = owners.get(start)
            yield _Title(said, start, None if owner in preambles else owner)
