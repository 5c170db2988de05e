"""Find in a divided act what binds whom and what is said: commitments, events, statements, roles."""

from collections.abc import Sequence
from functools import lru_cache

from knowledge.language.datafiles import BUILT_IN, DataFolders
from knowledge.language.forum import Forum, load_forum
from knowledge.language.parties import PartyRegister
from knowledge.language.people import PeopleFinder
from knowledge.language.verbs import Verbs
from knowledge.reading.duties.commitments import CommitmentFinder
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.deadlines import DeadlineFinder
from knowledge.reading.duties.events import EventFinder
from knowledge.reading.duties.paragraphs import Paragraph, ParagraphReader
from knowledge.reading.duties.roles import RoleFinder
from knowledge.reading.duties.rows import RowReader
from knowledge.reading.duties.schedule import Schedule
from knowledge.reading.structure.columns import ColumnWords
from knowledge.reading.structure.words import load_structure
from knowledge.reading.statements.finder import StatementFinder
from knowledge.values.acts import Act, Commitment, Event, Meeting, Provision, ProvisionKind


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
        self._register = register
        self._people = people
        self._cues = cues
        self._paragraphs = ParagraphReader(register, forum, cues, verbs)
        self._rows = RowReader(register, columns, DeadlineFinder(cues))

    def fill(self, act: Act) -> Act:
        """Return the act with its commitments, events and statements, and the roles of its parties."""
        around = self._paragraphs.surroundings(act.meeting, act.language)
        paragraphs = list(self._paragraphs.read(act.text, act.provisions, act.meeting, around))
        finder = EventFinder(self._register, self._cues, around, act.meeting)
        held = [finder.find(paragraph) for paragraph in paragraphs]
        events = [found.event for each in held for found in each]
        schedule = Schedule(events)
        binding = CommitmentFinder(self._cues, around)
        rows = self._rows.read(act.text, act.provisions, act.meeting)
        tabled = {row.reference for row in rows}
        commitments = [
            commitment
            for paragraph, told in zip(paragraphs, held, strict=True)
            if paragraph.reference not in tabled
            for commitment in binding.find(paragraph, told, schedule)
        ]
        commitments += rows
        sayings = StatementFinder(self._register, self._cues, around, act.meeting, self._people)
        statements = [
            statement
            for paragraph, told in zip(paragraphs, held, strict=True)
            for statement in sayings.find(
                paragraph, [each for each in commitments if each.reference == paragraph.reference], told
            )
        ]
        order = {provision.reference: index for index, provision in enumerate(act.provisions)}
        commitments.sort(key=lambda each: order[each.reference])
        events.sort(key=lambda each: order[each.reference])
        roles = RoleFinder(self._register, self._cues, around)
        provisions = tuple(
            _with_roles(provision, roles, paragraphs, commitments, events, act.meeting)
            for provision in act.provisions
        )
        return act.model_copy(
            update={
                "provisions": provisions,
                "commitments": tuple(commitments),
                "events": tuple(events),
                "statements": tuple(statements),
            }
        )


def _with_roles(
    provision: Provision,
    roles: RoleFinder,
    paragraphs: Sequence[Paragraph],
    commitments: Sequence[Commitment],
    events: Sequence[Event],
    meeting: Meeting,
) -> Provision:
    if provision.kind is ProvisionKind.PREAMBLE:
        return provision.model_copy(update={"parties": roles.of_preamble(provision.text, meeting)})
    reference = provision.reference
    found = roles.find(
        [each for each in paragraphs if each.reference == reference],
        [each for each in commitments if each.reference == reference],
        [each for each in events if each.reference == reference],
    )
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
