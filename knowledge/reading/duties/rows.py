"""Read the commitments of a table of duties, with an action, a party and a deadline in each row."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from knowledge.language.dates import find_dates
from knowledge.language.folding import WORD, fold, words
from knowledge.language.parties import PartyRegister
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.deadlines import DeadlineFinder, FoundDeadline
from knowledge.reading.duties.periods import Period, PeriodReader
from knowledge.reading.duties.rowcells import BELOW_ROW, headings_above, row_cells
from knowledge.reading.duties.rowshares import Share, shares_of
from knowledge.reading.duties.tiedrows import Rows, TiedCommitment
from knowledge.reading.duties.timewordings import year_of
from knowledge.reading.duties.wordings import any_of, words_pattern
from knowledge.reading.files.marks import CELL_END, ROW_CELL_END, UNHEADED
from knowledge.reading.structure.columns import Column, ColumnWords
from knowledge.reading.structure.unheaded import UnheadedColumns
from knowledge.values.acts import Commitment, CommitmentKind, Deadline, Meeting, Precision, Provision
from knowledge.values.references import Reference

_BAR, _ROW_BAR = CELL_END.strip(), ROW_CELL_END.strip()
_MOST_WORDS = 9
"""A wording of the responsible party with more words is a sentence."""
_OPENING = re.compile(r"^(?:to|que)\s+", re.IGNORECASE)
_HELP = re.compile(r"^\w+ (?:de|del|of|from|with) (?:(?:el|la|los|las|the) )?")
"""«apoyo de la (FAO)»."""
_LOOSE_WITH = re.compile(r"[\s,;(]*(?:\b(?:con|with)(?:\s+(?:el|la|the))?)?\s*$", re.IGNORECASE)
_BEGINS = re.compile(r"\s*(?:from|as of|as from|desde|a partir)\b")
_NOBODY = re.compile(
    r"(?:sin|without|unassigned|tbd|tbc|nadie|nobody)\b|(?:por|a|to be|pendiente de|pending)\s+"
    r"(?:(?:de(?:fin|sign|termin)|asign|confirm|nombr)\w+|d(?:efin|etermin|esignat|ecid)ed|agreed|assigned|confirmed|named)"
)
_COURTESIES = frozenset({"thanks", "regret", "condolences", "agradecimiento", "felicitacion", "pesame"})
_UNSURE = frozenset({"possible", "potential", "posible", "posibles", "eventual", "eventuales"})
"""Words that open an action nobody has decided on yet: "Possible course on borders"."""
_CLOSED_KEY = re.compile(
    r"\b(?P<mark>[A-Z])\s*[=:]\s*(?:closed|done|completed?|concluid[oa]|cumplid[oa]|cerrad[oa])\b",
    re.IGNORECASE,
)
"""«C = closed», in the key of a table."""
_OWN = re.compile(r"(?P<acronym>[A-ZÁÉÍÓÚÑ]{2,8}(?:-[A-ZÁÉÍÓÚÑ]{2,8})?)(?!\w)(?P<of>\s+(?:del?|of)\s)?")
_AND = re.compile(r"\s*(?:[,;/+&]|\b(?:y|e|and)\b)\s*")


class RowReader:
    """Reads rows by the headings of their columns."""

    def __init__(
        self, register: PartyRegister, columns: ColumnWords, deadlines: DeadlineFinder, cues: Cues
    ) -> None:
        grammar = cues.grammar
        self._register = register
        self._made_up = re.compile(rf",?\s+(?:{any_of(map(words_pattern, cues.actors.made_up_of))})")
        self._exceptions = re.compile(any_of(map(words_pattern, grammar.exceptions)))
        self._columns = columns
        self._headings = tuple(map(fold, cues.actors.labels.responsible))
        self._unheaded = UnheadedColumns(register, columns)
        self._deadlines = deadlines
        self.periods = PeriodReader(deadlines, columns, grammar)

    def read(self, text: str, provisions: Sequence[Provision], meeting: Meeting) -> Rows:
        """List the commitments in the rows among the provisions.

        A row without a column for parties or deadlines is left to the readers of ordinary text.
        """
        rows = [each for each in provisions if _ROW_BAR in each.text]
        cells = {each.reference: self._cells(text, each) for each in rows} | self._unheaded_cells(text, rows)
        closed = frozenset(match["mark"] for match in _CLOSED_KEY.finditer(text))
        told = {
            reference: by_column
            for reference, by_column in cells.items()
            if by_column.get(Column.ACTION)
            and (by_column.get(Column.RESPONSIBLE) or by_column.get(Column.DEADLINE))
        }
        commitments = [
            row
            for each in provisions
            if each.reference in told and not self._is_settled(told[each.reference], meeting, closed)
            for row in self._commitments(text, each, told[each.reference], meeting)
        ]
        return Rows(commitments, frozenset(told))

    def _is_settled(self, by_column: Mapping[Column, str], meeting: Meeting, closed: frozenset[str]) -> bool:
        """Tell whether nothing is left to do in a row, by its status, deadline or action.

        `closed` are the letters for that in the act's key: «C = closed».
        """
        status = by_column.get(Column.STATUS, "")
        told = any(map(self._deadlines.is_done, (by_column.get(Column.DEADLINE, ""), status)))
        return told or status in closed or not self._is_task(by_column, meeting)

    def _is_task(self, by_column: Mapping[Column, str], meeting: Meeting) -> bool:
        """Tell whether a row is a task: no thanks or possibility, nor without both a party and a time."""
        opening = fold(by_column[Column.ACTION]).split()[:1]
        due, party = by_column.get(Column.DEADLINE, ""), by_column.get(Column.RESPONSIBLE, "")
        timed = any(map(str.isdigit, due)) or bool(self._deadlines.find(due, meeting=meeting))
        if party and not timed and fold(party).startswith(self._headings):
            return False  # a heading in words that no file has: «Responsible for implementation»
        undecided = (_is_nobody(party) or (not party and due != "")) and not timed
        unsure = not timed and not _UNSURE.isdisjoint(opening)
        return not (undecided or unsure or _COURTESIES.intersection(opening))

    def _cells(self, text: str, provision: Provision) -> Mapping[Column, str]:
        """Return the cells of a row by column; without a column of actions, the longest cell is the action.

        The table's caption or the column's heading then introduces that action.
        """
        cells = row_cells(provision)
        caption, headings = headings_above(text, provision.spans[0].start)
        by_column = self._by_column(headings, cells)
        if {Column.PARTY, Column.DEADLINE} <= by_column.keys():
            by_column = {Column.RESPONSIBLE: by_column[Column.PARTY], **by_column}
        if by_column.get(Column.ACTION):
            return by_column
        others = [cell for cell in cells if cell not in by_column.values()]
        longest = max(others, key=len, default="")
        above = dict(zip(cells[::-1], headings[::-1], strict=False)).get(longest, "")
        sense = caption or above
        return {**by_column, Column.ACTION: f"{sense}: {longest}" if longest and sense else longest}

    def _unheaded_cells(self, text: str, rows: Sequence[Provision]) -> dict[Reference, Mapping[Column, str]]:
        """Return the cells of rows of tables without headings, by the contents of each column."""
        tables: dict[int, list[Provision]] = defaultdict(list)
        for each in rows:
            above = text.rfind(_BAR, 0, each.spans[0].start)
            if above > 0 and text[text.rfind("\n", 0, above) + 1 :].startswith(UNHEADED):
                tables[above].append(each)
        return {
            row.reference: {
                column: cell for column, cell in zip(columns, row_cells(row), strict=False) if column
            }
            for table in tables.values()
            if (columns := self._unheaded.of([row_cells(each) for each in table]))
            for row in table
        }

    def _commitments(
        self, text: str, provision: Provision, by_column: Mapping[Column, str], meeting: Meeting
    ) -> list[TiedCommitment]:
        """Return the commitment of a row, or those of its parties."""
        told = by_column.get(Column.RESPONSIBLE, "")
        doers, helpers = self._parted("" if _is_nobody(told) else told)
        names, due = self._names(doers), by_column.get(Column.DEADLINE, "")
        action = by_column[Column.ACTION]
        return [
            self._commitment(
                text, provision, {**by_column, Column.ACTION: share.action}, meeting, share, helpers
            )
            for share in shares_of(action, names, due, self._only_names) or [Share(names, action, due)]
        ]

    def _only_names(self, text: str) -> tuple[str, ...]:
        """Return the parties of a text that consists only of their names and small words."""
        found = self._register.find(text)
        rest = text
        for each in reversed(found):
            rest = rest[: each.start] + rest[each.end :]
        return tuple(each.name for each in found) if not _AND.sub(" ", f" {rest} ").strip() else ()

    def _commitment(
        self,
        text: str,
        provision: Provision,
        by_column: Mapping[Column, str],
        meeting: Meeting,
        share: Share,
        helpers: str,
    ) -> TiedCommitment:
        responsible = share.names
        support = self._names(f"{_HELP.sub('', helpers)} {by_column.get(Column.SUPPORT, '')}")
        deadline, inferred, tied = self._deadline(share.due, meeting)
        if deadline == Deadline() and (ticked := self._ticked(text, provision, meeting)):
            deadline, inferred = ticked.deadline, ticked.inferred
        commitment = Commitment(
            reference=provision.reference,
            responsible=responsible,
            supporters=tuple(name for name in support if name not in responsible),
            action=_lowered(by_column[Column.ACTION].rstrip(" .;")),
            kind=CommitmentKind.OBLIGATION,
            quote=provision.spans[0].of(text),
            span=provision.spans[0],
            deadline=deadline,
            inferred=inferred,
        )
        return TiedCommitment(commitment, tied)

    def _ticked(self, text: str, provision: Provision, meeting: Meeting) -> Period | None:
        """Read «Primer trimestre» above a tick."""
        _, headings = headings_above(text, provision.spans[0].start)
        cells = BELOW_ROW.sub("", provision.text).split(_ROW_BAR)
        return self.periods.ticked(headings, cells, meeting)

    def _by_column(self, headings: Sequence[str], cells: Sequence[str]) -> Mapping[Column, str]:
        """Pair the cells with their columns from the right, as the number on the left is no cell.

        Of two columns of actions the second is more precise.
        """
        columns: dict[Column, str] = {}
        for heading, cell in zip(headings[-len(cells) :], cells[-len(headings) :], strict=False):
            column = self._columns.column(heading)
            if column and (column not in columns or column is Column.ACTION):
                columns[column] = cell
        return columns

    def _parted(self, cell: str) -> tuple[str, str]:
        """Split «Costa Rica con apoyo de ACNUR» where the support begins."""
        starts = (
            word.start() for word in WORD.finditer(fold(cell)) if word[0].startswith(self._columns.support)
        )
        place = next(starts, len(cell))
        return _LOOSE_WITH.sub("", cell[:place]), cell[place:]

    def _names(self, cell: str) -> tuple[str, ...]:
        """Return the parties of a cell, or its wording if it names none or has an exception."""
        if self._exceptions.search(fold(cell)):
            return (cell.strip(" ."),)
        members = self._made_up.search(fold(cell))
        if members and members.start() and not self._register.find(cell[: members.start()]):
            return (cell[: members.start()].strip(),)  # «Grupo sobre indicadores, coordinado por Belice»
        own = [each for each in _AND.split(cell.strip(" .")) if self._is_own(each)]
        for each in own:
            cell = cell.replace(each, "")
        names = dict.fromkeys((*self._sets(cell), *(each.name for each in self._register.find(cell)), *own))
        wordings = () if names else _AND.split(cell.strip(" ."))
        worded = dict.fromkeys(each for each in wordings if 0 < len(each.split()) <= _MOST_WORDS)
        return (*names, *(each for each in worded if any(map(str.isalpha, each))))

    def _is_own(self, part: str) -> bool:
        """Tell whether a part is an unregistered acronym, perhaps with its owner: «MARN de El Salvador».

        «SG-SICA» is one, a body of the SICA; «OIM» isn't.
        """
        match = _OWN.match(part)
        if match is None or match["acronym"] in self._register.codes:
            return False
        known = (each.end - each.start for each in self._register.find(match["acronym"]))
        return len(match["acronym"]) not in known and bool(match["of"] or match.end() == len(part))

    def _sets(self, cell: str) -> Iterator[str]:
        """Yield the parties that a cell names by a code or a short name of a set: «Todos los países»."""
        for each in _AND.split(cell.strip(" .")):
            wording = words(each)
            if each.strip() in self._register.codes:
                yield self._register.codes[each.strip()]
            yield from (
                party.name
                for party in self._register.parties.values()
                if any(words(short) == wording for short in party.short)
            )

    def _deadline(
        self, cell: str, meeting: Meeting
    ) -> tuple[Deadline, tuple[str, ...], FoundDeadline | None]:
        """Read a deadline, its inferred fields, and the wording if it is tied to an event of the act."""
        worded = next(iter(self._deadlines.find(cell, meeting=meeting)), None)
        if worded:
            tied = worded if worded.ahead or worded.event else None
            return worded.deadline.model_copy(update={"text": cell}), worded.inferred, tied
        dated = next(iter(find_dates(cell)), None)
        days = dated.days(meeting.start) if dated else None
        if dated is None or days is None:
            stated = any(map(str.isalnum, cell))
            return (Deadline(text=cell, precision=Precision.RELATIVE) if stated else Deadline()), (), None
        if _BEGINS.match(fold(cell)) and not dated.several:
            return Deadline(text=cell, start=days.first, precision=dated.unit), year_of(days), None
        by_day = dated.unit is Precision.DAY and not dated.several
        deadline = Deadline(
            text=cell, start=None if by_day else days.first, end=days.last, precision=dated.unit
        )
        return deadline, year_of(days), None


def _is_nobody(cell: str) -> bool:
    """Tell whether a cell says that nobody has been named yet: «Sin responsable», "To be defined"."""
    return _NOBODY.match(fold(cell.strip())) is not None


def _lowered(action: str) -> str:
    """Lower the first letter of an action unless it begins with an acronym, and drop "to" or «que»."""
    action = _OPENING.sub("", action)
    return action[:1].lower() + action[1:] if action[1:2].islower() else action
