"""Compare an edited table with the marks: the changed rows, and faults in the table."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from typing import NamedTuple

from handlers.catalogue import Catalogue
from handlers.desk.tracking.columns import Column, columns_by_title, states_by_word
from handlers.desk.tracking.reading import Fault, Line, read_table
from handlers.desk.tracking.rows import Progress, progress_of
from knowledge.base import KnowledgeBase
from knowledge.language.folding import fold
from knowledge.language.months import month_number
from knowledge.tracking.markable import Candidate
from knowledge.values.notices import Notice, echo, mark, notice
from knowledge.values.references import Reference
from knowledge.values.tracking import NOTE_LIMIT, CommitmentKey, Fulfilment, Mark

_NO_ACT = mark("no hay un acta «{document}».")
_NO_REFERENCE = mark("el acta no tiene un compromiso «{reference}».")
_NO_STATE = mark("no existe el estado «{state}»: use pendiente, en curso o cumplido.")
_NO_PARTY = mark("«{party}» no es de los responsables.")
_NO_DATE = mark("«{day}» no es una fecha: escríbala como 2017-07-15 o 15/07/2017.")
_AHEAD = mark("el {day} todavía no llega.")
_LONG = mark("la nota pasa de {limit} caracteres.")
_TWICE = mark("repite la línea {number} con otro estado.")
_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y")
_WITH_MONTH = re.compile(r"(\d{1,2})(?:[-/ ]| de )([^\W\d]+)\.?(?:[-/ ]| de )(?:20)?(\d{2})")
"""«28-nov-26», as spreadsheets show a day that was typed, or «28 de noviembre de 2026»."""
_CENTURY = 2000


class Difference(NamedTuple):
    """The change that a line of the table makes."""

    candidate: Candidate
    party: str
    before: Progress
    after: Progress

    @property
    def mark(self) -> Mark:
        """The mark that makes the change."""
        state, day, note = self.after
        return Mark(
            key=self.candidate.key,
            quote=self.candidate.quote,
            fulfilment=state,
            day=day or date.min,
            party=self.party,
            note=note,
        )


class Comparison(NamedTuple):
    """The changes in a table, and its faults; if there are any faults, nothing may be changed."""

    differences: tuple[Difference, ...]
    faults: tuple[Fault, ...]


class _Refused(Exception):
    """A line has an invalid value."""

    def __init__(self, reason: Notice) -> None:
        super().__init__(str(reason))
        self.reason = reason


def compare(content: bytes, base: KnowledgeBase, catalogues: dict[str, Catalogue], today: date) -> Comparison:
    """Compare a table with the marks; raise TableUnreadable if it isn't a table."""
    return _Comparer(base, catalogues, today).compare(content)


class _Comparer:
    def __init__(self, base: KnowledgeBase, catalogues: dict[str, Catalogue], today: date) -> None:
        self._base = base
        self._today = today
        self._tracked = base.tracker.statuses.tracked
        self._titles = columns_by_title(catalogues)
        self._states = states_by_word(catalogues)
        self._slugs = {document.slug for document in base.documents()}
        self._parties = {
            fold(name): party.name
            for party in base.register.parties.values()
            for name in (*party.written, *party.spoken)
        }

    def compare(self, content: bytes) -> Comparison:
        """Compare each line of a table with the marks, and list the faults."""
        faults: list[Fault] = []
        seen: dict[tuple[CommitmentKey, str], tuple[int, Difference]] = {}
        for line in read_table(content, self._titles):
            if isinstance(line, Fault):
                faults.append(line)
                continue
            try:
                for difference in self._difference(line):
                    place = difference.candidate.key, difference.party
                    number, before = seen.setdefault(place, (line.number, difference))
                    if before.after != difference.after:
                        faults.append(Fault(line.number, notice(_TWICE, number=number)))
            except _Refused as error:
                faults.append(Fault(line.number, error.reason))
        changed = tuple(each for _, each in seen.values() if each.before != each.after)
        return Comparison(changed, tuple(faults))

    def _difference(self, line: Line) -> Iterator[Difference]:
        """Yield the difference that a line makes, unless it has no status."""
        cells = line.cells
        candidate = self._candidate(cells)
        written = cells.get(Column.STATUS, "")
        if not written:
            return
        state = self._states.get(fold(written))
        if state is None:
            raise _Refused(notice(_NO_STATE, state=echo(written)))
        party = self._party(cells.get(Column.PARTY, ""), candidate)
        before = progress_of(self._tracked.get(candidate.key), party)
        note = " ".join(cells.get(Column.NOTE, "").split()) if Column.NOTE in cells else before.note
        if len(note) > NOTE_LIMIT:
            raise _Refused(notice(_LONG, limit=NOTE_LIMIT))
        day = self._day(cells.get(Column.STATUS_DATE, ""))
        yield Difference(candidate, party, before, self._after(before, state, day, note))

    def _after(self, before: Progress, state: Fulfilment, day: date | None, note: str) -> Progress:
        """Return the new progress; without a day it starts today."""
        if state is before.fulfilment and note == before.note and day in {None, before.day}:
            return before
        if state is before.fulfilment is Fulfilment.OPEN and note == before.note:
            return before  # the day of an open commitment has no meaning
        changed_only = state is before.fulfilment and day is None
        return Progress(state, day or (before.day if changed_only else None) or self._today, note)

    def _candidate(self, cells: dict[Column, str]) -> Candidate:
        document, printed = cells.get(Column.DOCUMENT, ""), cells.get(Column.REFERENCE, "")
        if document not in self._slugs:
            raise _Refused(notice(_NO_ACT, document=echo(document)))
        ordinal = cells.get(Column.COMMITMENT) or "1"
        found = self._found(document, printed, ordinal)
        if found is None:
            shown = f"{printed} ({ordinal})" if ordinal != "1" else printed
            raise _Refused(notice(_NO_REFERENCE, reference=echo(shown)))
        return found

    def _found(self, document: str, printed: str, ordinal: str) -> Candidate | None:
        """Return the commitment of an act that a reference and an ordinal name, if there is one."""
        if not (ordinal.isdecimal() and int(ordinal)):
            return None
        try:
            reference = Reference.parse(printed)
        except ValueError:
            return None
        key = CommitmentKey(document=document, reference=reference, ordinal=int(ordinal))
        return self._base.markable.of_key(key)

    def _party(self, written: str, candidate: Candidate) -> str:
        name = self._parties.get(fold(written), written) if written else ""
        if name and name not in candidate.bound:
            raise _Refused(notice(_NO_PARTY, party=echo(written)))
        return name

    def _day(self, written: str) -> date | None:
        if not written:
            return None
        day = next(_days(written), None)
        if day is None:
            raise _Refused(notice(_NO_DATE, day=echo(written)))
        if day > self._today:
            raise _Refused(notice(_AHEAD, day=day))
        return day


def _days(written: str) -> Iterator[date]:
    """Yield the day in a cell, in any of the accepted formats."""
    for form in _FORMS:
        with suppress(ValueError):
            yield datetime.strptime(written, form).date()  # noqa: DTZ007  a day has no zone
    match = _WITH_MONTH.fullmatch(written)
    month = month_number(match[2]) if match else None
    if match and month:
        with suppress(ValueError):
            yield date(_CENTURY + int(match[3]), month, int(match[1]))
