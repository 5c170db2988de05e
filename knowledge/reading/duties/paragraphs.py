"""Read the provisions of an act into clauses and duties, paragraph by paragraph in the text's order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from knowledge.language.folding import fold
from knowledge.language.forum import Forum
from knowledge.language.parties import PartyRegister
from knowledge.language.people import PeopleFinder
from knowledge.language.verbs import Verbs
from knowledge.reading.duties.actionlines import ActionLineReader
from knowledge.reading.duties.actors import PartyLists
from knowledge.reading.duties.clauses import Clause, ClauseFinder
from knowledge.reading.duties.cueforms import CueForms
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.deadlines import DeadlineFinder, FoundDeadline
from knowledge.reading.duties.duties import Duty, Frame
from knowledge.reading.duties.dutyreader import DutyReader
from knowledge.reading.duties.ellipsis import EllipsisReader
from knowledge.reading.duties.heads import Deciders, Surroundings
from knowledge.reading.duties.labels import LabelFinder, LabelKind
from knowledge.reading.duties.leads import LeadReader
from knowledge.reading.duties.notes import NoteReader
from knowledge.reading.duties.ownnames import OwnNames
from knowledge.reading.duties.passagereader import PassageReader
from knowledge.reading.duties.passages import Passage
from knowledge.reading.duties.presents import PresentReader
from knowledge.reading.duties.respective import allot, set_apart, settle
from knowledge.reading.files.marks import CELL_END
from knowledge.values.acts import GlossaryEntry, Meeting, Provision, ProvisionKind
from knowledge.values.base import Span
from knowledge.values.references import Reference, Section

_LONGEST = 3000
"""Characters read at once; the longest conclusions have some 1,500."""
_BAR = CELL_END.strip()
_ENDS = (".", ";", ":")
_SENTENCE_END = re.compile(r"[.;]\s+(?=[A-ZÁÉÍÓÚÑ“\"])")
_FLOWING = frozenset({Section.AGREEMENT, Section.PARAGRAPH})
"""Sections whose provisions run on, so that "It will …" may refer to a party in the one before."""
_ACCENTED = re.compile("[áéíóú]")
_SHORT = 500
"""A text up to this long may have no accents by chance."""
_UNREAD = frozenset({ProvisionKind.PREAMBLE, ProvisionKind.ANNEX_ROW})
"""The preamble binds nobody, and the rows of an annex repeat what the provisions say."""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of a provision, as read."""

    reference: Reference
    passage: Passage
    clauses: tuple[Clause, ...]
    duties: tuple[Duty, ...]
    deadlines: tuple[FoundDeadline, ...]
    frame: Frame
    """The frame that its lead-in gives it."""


class ParagraphReader:
    """Reads paragraphs by the data files, for any act."""

    def __init__(
        self, register: PartyRegister, forum: Forum, cues: Cues, verbs: Verbs, people: PeopleFinder
    ) -> None:
        self._register = register
        self._deciders = Deciders(
            meeting=forum.meeting_names,
            all_members=register.all_members,
            adopting=(forum.adopting,) if forum.adopting else (),
            nouns=frozenset(fold(name) for name in register.written(forum.adopting) if " " not in name),
        )
        self._cues = cues
        self._verbs = verbs
        self._passages = PassageReader(register, cues.actors, people)
        self._forms = CueForms(cues, verbs)
        self._deadlines = DeadlineFinder(cues)

    def surroundings(self, meeting: Meeting, language: str) -> Surroundings:
        """Return the context that the finders share for one act."""
        lists = PartyLists(self._register, self._cues, self._verbs, meeting.body, meeting.participants)
        deciders = self._deciders if meeting.body else replace(self._deciders, all_members=())
        return Surroundings(
            lists,
            self._cues,
            self._verbs,
            deciders=deciders,
            body=meeting.body,
            language=language,
            title=meeting.title or "",
        )

    def read(
        self,
        text: str,
        provisions: Sequence[Provision],
        meeting: Meeting,
        around: Surroundings,
        glossary: Sequence[GlossaryEntry] = (),
    ) -> Iterator[Paragraph]:
        """Yield the paragraphs of the provisions that can bind someone, in the order of the text."""
        own = OwnNames(text, glossary, meeting, self._register, self._cues, self._verbs)
        clauses = ClauseFinder(around, self._forms, self._cues)
        unaccented = around.language == "es" and len(text) > _SHORT and not _ACCENTED.search(text)
        reading = _ActReading(text, provisions, meeting, around, self._cues, self._passages, clauses)
        for stretch in _in_order(text, provisions, self._passages.labels):
            written = stretch.span.of(text)
            reading.come_to(stretch)
            foreign = meeting.body is None
            passage = self._passages.read(written, stretch.span.start, own, foreign=foreign)
            passage = replace(passage, unaccented=self._futures(passage)) if unaccented else passage
            found = clauses.find(passage)
            deadlines = tuple(self._deadlines.find(written, meeting=meeting))
            yield reading.paragraph(stretch, passage, found, deadlines)

    def _futures(self, passage: Passage) -> frozenset[int]:
        """Find the futures of known verbs that have no accent: «la ST presentara el informe»."""
        return frozenset(
            index
            for index in range(len(passage.tokens))
            if self._verbs.is_bare_future(passage.raw(index).lower())
        )


class _ActReading:
    """Reads the duties of one act, paragraph by paragraph; each may depend on those before it."""

    def __init__(
        self,
        text: str,
        provisions: Sequence[Provision],
        meeting: Meeting,
        around: Surroundings,
        cues: Cues,
        passages: PassageReader,
        clauses: ClauseFinder,
    ) -> None:
        self._text = text
        self._meeting = meeting
        self._lists = around.lists
        self._duties = DutyReader(around, cues)
        self._ellipses, self._action_lines = EllipsisReader(around), ActionLineReader(around, meeting)
        self._notes = NoteReader(around, cues, meeting)
        self._presents = PresentReader(around, cues)
        self._leads = LeadReader(text, passages, clauses, self._duties, cues.grammar.plans)
        self._leads.begin(tuple(provisions))
        self._parents = {provision.parent for provision in provisions if provision.parent}
        self._titles = {each.reference for each in provisions if _is_title(text, each)}
        self._frames: dict[Reference, Frame] = {}
        self._made = Frame()
        self._carried: tuple[str, ...] = ()
        self._leading: Frame | None = None
        """The frame of the previous paragraph for those below it that have no reference of their own."""

    def come_to(self, stretch: "_Stretch") -> None:
        """Forget the parties named before if another provision begins that doesn't run on."""
        reference = stretch.provision.reference
        if stretch.span.start == stretch.provision.spans[0].start:
            self._leading = None
        if stretch.provision.parent is None and reference not in self._frames:
            self._lists.forget()
            self._carried = self._made.topic if reference.section in _FLOWING else ()

    def paragraph(
        self,
        stretch: "_Stretch",
        passage: Passage,
        found: Sequence[Clause],
        deadlines: tuple[FoundDeadline, ...],
    ) -> Paragraph:
        """Read the next paragraph."""
        provision, written = stretch.provision, stretch.span.of(self._text)
        apart = set_apart(written, deadlines)
        frame = self._frame(stretch, found, self._notes.addressed(passage))
        read, self._made = self._read(stretch, passage, found, apart, frame)
        allotted = allot(deadlines, apart, read)
        read = allotted or read
        deadlines = () if allotted else settle(deadlines, apart, read)
        listed = self._lists_below(stretch)
        binds = self._made.binds and not self._made.whole
        made = replace(self._made, deadlines=deadlines if binds else ())
        if listed:
            self._leading = made
        if provision.parent is None or provision.reference in self._parents:
            self._frames[provision.reference] = made
        return Paragraph(provision.reference, passage, tuple(found), tuple(read), deadlines, frame)

    def _lists_below(self, stretch: "_Stretch") -> bool:
        """Tell whether the next paragraphs of the provision are a list of this one: «Solicitar a la ST:»."""
        spans = stretch.provision.spans
        goes_on = stretch.provision.parent is not None and stretch.span.end <= spans[-1].start
        goes_on = goes_on and stretch.provision.reference not in self._parents
        return goes_on and stretch.span.of(self._text).rstrip().endswith(":")

    def _frame(self, stretch: "_Stretch", found: Sequence[Clause], addressed: tuple[str, ...]) -> Frame:
        """Return the frame of a paragraph: its lead-in's, or one with the last topic."""
        provision, reference = stretch.provision, stretch.provision.reference
        if self._leading:
            return self._leading
        above = Frame(topic=self._carried, carried=bool(self._carried))
        frame = self._frames.get(provision.parent or reference, above)
        if provision.parent is None or not stretch.opens:
            told = addressed or (frame.topic if stretch.opens else self._made.topic)
            frame = Frame(topic=told, carried=frame.carried and not addressed)
        if provision.parent is None and stretch.opens:
            frame = self._leads.frame(provision, found[0] if found else None, frame)
        agreed = reference.section is Section.AGREEMENT or self._leads.agrees
        if agreed and (provision.parent is None or provision.parent in self._titles):
            frame = replace(frame, agrees=True)
        return replace(frame, agrees=frame.agrees or self._leads.plans, plans=self._leads.plans)

    def _read(
        self,
        stretch: "_Stretch",
        passage: Passage,
        found: Sequence[Clause],
        deadlines: tuple[FoundDeadline, ...],
        frame: Frame,
    ) -> tuple[list[Duty], Frame]:
        """Read the duties of a paragraph, and its frame for those below it."""
        section, written = stretch.provision.reference.section, stretch.span.of(self._text)
        leads_in = self._lists_below(stretch) or (
            stretch.provision.reference in self._parents and written.rstrip().endswith(":")
        )
        read, made = self._duties.read(found, section, frame, leads_in=leads_in)
        self._lists.remember(passage)
        end = self._meeting.end
        read = read or [duty for each in found if (duty := self._presents.dated(each, deadlines, end))]
        read = read or ([] if leads_in else self._notes.read(passage, found, deadlines, section, frame))
        read = self._ellipses.complete(read, found, deadlines)
        read = self._action_lines.complete(passage, read, deadlines)
        return ([] if _BAR in written else read), made  # the data of tables bind nobody


def _is_title(text: str, provision: Provision) -> bool:
    return not provision.spans[0].of(text).rstrip().endswith(_ENDS)


class _Stretch(NamedTuple):
    """A stretch read at once: a paragraph, or some sentences of a very long one.

    `opens` says that it begins the paragraph.
    """

    span: Span
    provision: Provision
    opens: bool


def _in_order(text: str, provisions: Sequence[Provision], labels: LabelFinder) -> list[_Stretch]:
    stretches = [
        _Stretch(Span(start=start, end=end), provision, start == span.start)
        for provision in provisions
        if provision.kind not in _UNREAD
        for span in _joined(text, provision.spans, labels)
        for start, end in _cut(text, span)
    ]
    return sorted(stretches, key=lambda each: each.span.start)


def _joined(text: str, spans: Sequence[Span], labels: LabelFinder) -> Iterator[Span]:
    """Join a paragraph that opens with a label of a party or deadline to the one with the action."""
    whole: Span | None = None
    for span in spans:
        opening = next(iter(labels.find(span.of(text))), None)
        goes_on = opening is not None and opening.start == 0 and opening.kind is not LabelKind.ACTION
        if whole and goes_on:
            whole = Span(start=whole.start, end=span.end)
            continue
        if whole:
            yield whole
        whole = span
    if whole:
        yield whole


def _cut(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Cut an overlong paragraph after a sentence or a word, to bound the running time."""
    start = span.start
    while span.end - start > _LONGEST:
        window = text[start : start + _LONGEST]
        end = max((match.end() for match in _SENTENCE_END.finditer(window)), default=0)
        end = end or window.rfind(" ") + 1 or _LONGEST
        yield start, start + end
        start += end
    yield start, span.end
