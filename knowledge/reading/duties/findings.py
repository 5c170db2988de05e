"""Find the commitments, events, statements and roles of parties in a divided act."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import TypeVar

from knowledge.language.datafiles import BUILT_IN, DataFolders
from knowledge.language.folding import fold
from knowledge.language.forum import Forum, load_forum
from knowledge.language.parties import PartyRegister
from knowledge.language.people import PeopleFinder
from knowledge.language.verbs import Verbs
from knowledge.reading.duties.announcements import AnnouncementFinder
from knowledge.reading.duties.commitments import CommitmentFinder
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.deadlines import DeadlineFinder
from knowledge.reading.duties.events import EventFinder
from knowledge.reading.duties.eventwords import FoundEvent
from knowledge.reading.duties.heads import Surroundings
from knowledge.reading.duties.holdingwords import HoldingWords
from knowledge.reading.duties.paragraphs import Paragraph, ParagraphReader
from knowledge.reading.duties.periods import TitledPeriods
from knowledge.reading.duties.roles import RoleFinder
from knowledge.reading.duties.rows import RowReader
from knowledge.reading.duties.schedule import Schedule
from knowledge.reading.duties.wordings import any_of, words_pattern
from knowledge.reading.files.marks import ROW_CELL_END
from knowledge.reading.statements.finder import StatementFinder
from knowledge.reading.structure.columns import ColumnWords
from knowledge.reading.structure.words import load_structure
from knowledge.values.acts import Act, Commitment, Event, Meeting, Provision, ProvisionKind
from knowledge.values.progress import Progress, part_of, show_nothing
from knowledge.values.references import Reference

_ROW_BAR = ROW_CELL_END.strip()
_NAMED_WITHIN = 3
_SENTENCE_END = re.compile(r"[.;]\s")


class ActFinder:
    """Finds commitments, events and statements in acts, by the register and the cue files."""

    def __init__(
        self,
        register: PartyRegister,
        forum: Forum,
        cues: Cues,
        verbs: Verbs,
        people: PeopleFinder,
        columns: ColumnWords,
    ) -> None:
        self.verbs = verbs
        self._register = register
        self._people = people
        self._cues = cues
        self._paragraphs = ParagraphReader(register, forum, cues, verbs, people)
        self._holding = HoldingWords(cues.events, verbs)
        self._cancelling = re.compile(any_of(map(words_pattern, cues.events.cancelling)))
        self._rows = RowReader(register, columns, DeadlineFinder(cues), cues)

    def fill(self, act: Act, progress: Progress = show_nothing) -> Act:
        """Return the act with its commitments, events and statements, and the roles of its parties."""
        around = self._paragraphs.surroundings(act.meeting, act.language)
        read = self._paragraphs.read(act.text, act.provisions, act.meeting, around, act.glossary)
        paragraphs = list(_told(read, len(act.provisions), part_of(progress, 0, 50)))
        rows = self._rows.read(act.text, act.provisions, act.meeting)
        held = self._held(paragraphs, act.meeting, around, rows.references)
        events = [found.event for each in held for found in each]
        schedule = Schedule(events)
        binding = CommitmentFinder(self._cues, around)
        above = _by_reference_of(paragraphs, held)
        found = (
            binding.find(paragraph, _with_days(told), schedule, above.get(paragraph.reference.parent, ()))
            for paragraph, told in zip(paragraphs, held, strict=True)
            if not (paragraph.reference in rows.references and _ROW_BAR in paragraph.passage.text)
        )
        titles = TitledPeriods(self._rows.periods, act.text, act.provisions, act.meeting)
        commitments = [*titles.complete([*rows.commitments(schedule), *chain.from_iterable(found)])]
        duties = _by_reference(commitments)
        sayings = StatementFinder(self._register, self._cues, around, act.meeting, self._people)
        statements = (
            sayings.find(paragraph, duties[paragraph.reference], told)
            for paragraph, told in zip(paragraphs, held, strict=True)
        )
        order = {provision.reference: index for index, provision in enumerate(act.provisions)}
        commitments.sort(key=lambda each: order[each.reference])
        events.sort(key=lambda each: order[each.reference])
        roles = RoleFinder(self._register, self._cues, around)
        written, meetings = _by_reference(paragraphs), _by_reference(events)
        provisions = (
            _with_roles(provision, roles, written, duties, meetings, act.meeting)
            for provision in act.provisions
        )
        return act.model_copy(
            update={
                "provisions": tuple(_told(provisions, len(act.provisions), part_of(progress, 75, 100))),
                "commitments": tuple(commitments),
                "events": tuple(events),
                "statements": tuple(chain.from_iterable(statements)),
            }
        )

    def _held(
        self,
        paragraphs: Sequence[Paragraph],
        meeting: Meeting,
        around: Surroundings,
        rows: frozenset[Reference],
    ) -> list[list[FoundEvent]]:
        """Find the events that each paragraph announces; `rows` are those of tables of duties."""
        finder = EventFinder(self._register, self._cues, around, meeting)
        announced = AnnouncementFinder(self._register, self._cues, around, meeting, self._holding)
        told = announced.complete(paragraphs, [finder.find(each) for each in paragraphs], rows)
        return [
            [each for each in found if not self._is_cancelled(paragraph, each)]
            for paragraph, found in zip(paragraphs, told, strict=True)
        ]

    def _is_cancelled(self, paragraph: Paragraph, found: FoundEvent) -> bool:
        """Tell whether the sentence cancels an event right before its name."""
        text = fold(paragraph.passage.text[: found.start])
        taken_back = list(self._cancelling.finditer(text))
        if not taken_back:
            return False
        between = text[taken_back[-1].end() :]
        return len(between.split()) <= _NAMED_WITHIN and _SENTENCE_END.search(between) is None


def _with_days(held: Sequence[FoundEvent]) -> list[FoundEvent]:
    return [each for each in held if each.event.start or each.event.end]


def _by_reference_of(
    paragraphs: Sequence[Paragraph], held: Sequence[Sequence[FoundEvent]]
) -> dict[Reference | None, list[FoundEvent]]:
    """Return the events with days by provision."""
    found: defaultdict[Reference | None, list[FoundEvent]] = defaultdict(list)
    for paragraph, told in zip(paragraphs, held, strict=True):
        found[paragraph.reference] += _with_days(told)
    return found


_Each = TypeVar("_Each")


def _told(found: Iterable[_Each], total: int, progress: Progress) -> Iterator[_Each]:
    """Yield the findings while reporting progress, provision by provision."""
    for done, each in enumerate(found, 1):
        progress(min(done, total), total)
        yield each


_Referring = TypeVar("_Referring", Paragraph, Commitment, Event)
_ByReference = Mapping[Reference, Sequence[_Referring]]


def _by_reference(found: Iterable[_Referring]) -> _ByReference[_Referring]:
    groups: defaultdict[Reference, list[_Referring]] = defaultdict(list)
    for each in found:
        groups[each.reference].append(each)
    return groups


def _with_roles(
    provision: Provision,
    roles: RoleFinder,
    paragraphs: _ByReference[Paragraph],
    commitments: _ByReference[Commitment],
    events: _ByReference[Event],
    meeting: Meeting,
) -> Provision:
    if provision.kind is ProvisionKind.PREAMBLE:
        return provision.model_copy(update={"parties": roles.of_preamble(provision.text, meeting)})
    reference = provision.reference
    found = roles.find(paragraphs[reference], commitments[reference], events[reference])
    return provision.model_copy(update={"parties": found})


@lru_cache(maxsize=4)
def act_finder(register: PartyRegister, data: DataFolders = BUILT_IN) -> ActFinder:
    """Return a finder for a register and folders of data files; raise FaultyData on a mistake in them."""
    language = data.language
    return ActFinder(
        register,
        load_forum(data),
        Cues.load(language).of_forum(register),
        Verbs.load(language),
        PeopleFinder(language),
        load_structure(language).columns,
    )
