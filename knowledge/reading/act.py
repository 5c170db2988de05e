"""Read the text of an act: clean it, and find its meeting, its provisions and their contents."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from knowledge.language.datafiles import BUILT_IN, DataFolders
from knowledge.language.folding import words
from knowledge.language.forum import load_forum
from knowledge.language.frequencies import load_frequencies
from knowledge.language.parties import PartyRegister
from knowledge.reading.duties.findings import act_finder
from knowledge.reading.files.marks import PARAGRAPH_END
from knowledge.reading.structure.blocks import assemble
from knowledge.reading.structure.cleaning import clean, cleaning_steps
from knowledge.reading.structure.division import divide
from knowledge.reading.structure.doubts import find_doubts
from knowledge.reading.structure.endings import ends_act
from knowledge.reading.structure.glossary import find_glossary, find_unknown_acronyms
from knowledge.reading.structure.language import language_of
from knowledge.reading.structure.lines import Joiner, Layout, Line, line_width, split_lines
from knowledge.reading.structure.meeting import MeetingReader, slug_of
from knowledge.reading.structure.meeting_dates import find_date_ranges
from knowledge.reading.structure.outline import outline
from knowledge.reading.structure.preamble import Preamble, prose_end, split_preamble
from knowledge.reading.structure.run_on import free_first_item
from knowledge.reading.structure.segments import Outline, Segment
from knowledge.reading.structure.tables import report_unread, rows_of_duties, settle_tables
from knowledge.reading.structure.titles import titled_name
from knowledge.reading.structure.words import Part, Structure, structure_of
from knowledge.values.acts import Act, Meeting, Provision
from knowledge.values.errors import UnreadableAct
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.progress import Progress, show_nothing
from knowledge.values.references import Section

_REASON_OPENERS = frozenset({"que", "that"})


def divide_text(
    text: str,
    *,
    source: str,
    sha256: str,
    register: PartyRegister,
    data: DataFolders = BUILT_IN,
    progress: Progress = show_nothing,
) -> Act:
    """Read a file's text as an act; raise UnreadableAct if it has no provisions."""
    forum = load_forum(data)
    structure = structure_of(data.language, forum, register)
    divided = _divide(text, MeetingReader(register, forum, structure))
    language = language_of(divided.text, structure, source=source)
    if not (divided.is_act or divided.may_be_act):
        raise UnreadableAct(_why_none(divided, source))
    meeting, provisions = divided.meeting, divided.provisions
    glossary = find_glossary(provisions, register, language)
    finder = act_finder(register, data)
    frequencies = load_frequencies(data.language)
    unknown = find_unknown_acronyms(provisions, glossary, register, finder.verbs, frequencies)
    act = Act(
        slug=slug_of(meeting, Path(source).stem),
        source=source,
        sha256=sha256,
        language=language,
        text=divided.text,
        meeting=meeting,
        provisions=provisions,
        printed=divided.printed,
        glossary=glossary,
        warnings=(*divided.warnings, *find_doubts(meeting, provisions, unknown, divided.unknown_body)),
    )
    act = finder.fill(act, progress)
    if not (divided.is_act or act.commitments):
        raise UnreadableAct(_why_none(divided, source))
    if meeting.body is None:  # nothing is known of it, but the act calls it something
        called = titled_name(meeting.title, divided.unknown_body, divided.text, structure.body_nouns)
        act = act.model_copy(update={"meeting": meeting.model_copy(update={"body": called})})
    return act


class _Divided(NamedTuple):
    """A text with its meeting and provisions; it may still turn out not to be an act."""

    text: str
    meeting: Meeting
    provisions: tuple[Provision, ...]
    printed: dict[str, str]
    warnings: tuple[Notice, ...]
    is_numbered: bool
    unknown_body: str | None

    @property
    def is_act(self) -> bool:
        """Whether it has numbered provisions, or unnumbered ones from a known body's meeting."""
        met = bool(self.meeting.start or self.meeting.participants)
        return self.has_provisions and (self.is_numbered or (self.meeting.body is not None and met))

    @property
    def may_be_act(self) -> bool:
        """Whether it is an act of any body if it has commitments: it has a date, and a city or parties.

        A meeting held remotely has no city: then the title must name the body.
        """
        told = self.meeting.city or self.meeting.participants or self.unknown_body
        return self.has_provisions and self.meeting.start is not None and bool(told)

    @property
    def has_provisions(self) -> bool:
        """Whether there is a provision below the preamble."""
        return any(provision.reference.section is not Section.PREAMBLE for provision in self.provisions)


def _divide(text: str, reader: MeetingReader) -> _Divided:
    structure = reader.structure
    legible = report_unread(text)
    settled = settle_tables(legible.text, structure, reader.register)
    cleaned = clean(settled.text, cleaning_steps(structure))
    lines = split_lines(cleaned)
    width = line_width([line.text for line in lines])
    told = PARAGRAPH_END in cleaned
    layout = Layout(width, structure.unfinished_words, told, structure.agenda_words)
    lines = free_first_item(lines, layout)
    plan = _with_rows(outline(lines, layout, structure), lines)
    preamble = split_preamble(lines[: plan.preamble_end], structure, reader.place_start)
    preamble = preamble.without_labels(reader.names_body)
    if not plan.has_operative_part:
        preamble, plan = _without_headings(preamble, plan, layout, reader)
    opened, plan = _with_opening(preamble, plan, lines, layout, reader)
    opened = _with_resolving(opened.without_reasons(structure, layout), plan, lines, layout, structure)
    joiner = Joiner(cleaned, structure.hyphenated)
    meeting = reader.read(opened, joiner.join)
    division = divide(lines, plan, layout, structure, _agreements(lines, plan, meeting, reader))
    closing = (joiner.join(block.rows) for block in division.blocks if not block.owner)
    meeting = reader.completed(meeting, next((text for text in closing if ends_act(text, structure)), ""))
    blocks = [*preamble.blocks(layout), *division.blocks]
    written, provisions, printed = assemble(blocks, joiner)
    unknown_body = None if meeting.body else reader.unknown_body(preamble)
    warnings = (*legible.warnings, *settled.warnings, *division.warnings)
    return _Divided(written, meeting, provisions, printed, warnings, plan.is_numbered, unknown_body)


def _why_none(divided: _Divided, source: str) -> Notice:
    """Explain why a text can't be read as an act."""
    if divided.unknown_body:
        sentence = mark(
            "{file} se titula como de «{body}», que forum.yaml no describe. Si es un acta, descríbalo ahí "
            "(en «bodies» y «meetings») y cárguela de nuevo."
        )
        return notice(sentence, file=source, body=divided.unknown_body)
    if divided.meeting.body and divided.has_provisions:
        sentence = mark(
            "{file} es de {body}, pero no dice qué días fue la reunión ni quiénes participaron. "
            "Añada bajo el título una línea como «Ciudad, País, 6 y 7 de mayo de 2008»."
        )
        return notice(sentence, file=source, body=divided.meeting.body)
    sentence = mark(
        "En {file} no hay conclusiones ni acuerdos numerados. Compruebe que sea el acta completa."
    )
    return notice(sentence, file=source)


def _with_rows(plan: Outline, lines: Sequence[Line]) -> Outline:
    """Take the rows of a table of duties as the act's provisions if it has no others."""
    first = plan.segments[0]
    rows = 0 if plan.has_operative_part else rows_of_duties(lines[: first.end])
    if not rows:
        return plan
    table = Segment(Part.CONCLUSION, rows, rows, first.end)
    return Outline((replace(first, end=rows), table, *plan.segments[1:]))


def _without_headings(
    preamble: Preamble, plan: Outline, layout: Layout, reader: MeetingReader
) -> tuple[Preamble, Outline]:
    """Split an act without headings or numbers: the paragraphs about the meeting are its preamble."""
    prose = preamble.prose
    openings = [*layout.paragraphs(prose), len(prose)]
    texts = [" ".join(line.text for line in prose[start:end]) for start, end in pairwise(openings)]
    above = " ".join(line.text for line in preamble.below)
    tells = [tell for tell in (reader.lists_participants, reader.tells_days) if not tell(above)]
    length = openings[prose_end(texts, tells) or reader.opens_act("".join(texts[:1]))]
    start = plan.preamble_end - len(prose) + length
    operative = Segment(Part.DECLARATION, start, start, plan.preamble_end)
    segments = (replace(plan.segments[0], end=start), operative, *plan.segments[1:])
    return replace(preamble, prose=prose[:length]), Outline(segments)


def _with_opening(
    preamble: Preamble, plan: Outline, lines: Sequence[Line], layout: Layout, reader: MeetingReader
) -> tuple[Preamble, Outline]:
    """Move a description of the meeting below the first heading, or in item 1, to an empty preamble."""
    place, first = next(
        ((place, segment) for place, segment in enumerate(plan.segments) if segment.is_operative), (0, None)
    )
    if preamble.prose or first is None:
        return preamble, plan
    item = _first_item(lines, first)
    if item and reader.opens_act(" ".join(line.text for line in item)):
        return replace(preamble, prose=tuple(item)), plan
    if first.start == first.body:
        return preamble, plan
    below = lines[first.body : first.items[0].line if first.items else first.end]
    length = [*layout.paragraphs(below), len(below), 0][1]
    opening = " ".join(line.text for line in below[:length])
    leads_in = opening.endswith(":") and reader.lists_participants(opening)
    if not (leads_in or reader.opens_act(opening)):
        return preamble, plan
    segments = list(plan.segments)
    segments[place] = replace(first, body=first.body + length)
    return replace(preamble, prose=tuple(below[:length])), Outline(tuple(segments))


def _with_resolving(
    preamble: Preamble, plan: Outline, lines: Sequence[Line], layout: Layout, structure: Structure
) -> Preamble:
    """Add the paragraph below the recitals with the meeting's days: «EL FORO, reunido en Colonia el 5 …»."""
    pairs = (pair for pair in pairwise(plan.segments) if pair[1].is_operative)
    above, _ = next(pairs, (None, None))
    if above is None or above.part is not Part.RECITAL:
        return preamble
    within = lines[above.body : above.end]
    openings = layout.paragraphs(within)
    last = within[openings[-1] :] if openings else ()
    text = " ".join(line.text for line in last)
    tells = find_date_ranges(text) and not structure.is_recital(text)
    if not tells or words(text)[0] in _REASON_OPENERS:
        return preamble
    return replace(preamble, prose=(*preamble.prose, *last))


def _first_item(lines: Sequence[Line], segment: Segment) -> Sequence[Line]:
    """Return the lines of a part's first item with its mark; none if the part has no items."""
    if not segment.items:
        return ()
    start = segment.items[0].line
    return lines[start : segment.items[1].line if len(segment.items) > 1 else start + 1]


def _agreements(lines: Sequence[Line], plan: Outline, meeting: Meeting, reader: MeetingReader) -> Section:
    """Return the section under which agreements are cited: A in resolutions, else that of conclusions.

    A partner's agreements and communiqués are cited like conclusions. A body's name and its verb may share
    one line that is no heading («El Consejo ACUERDA:»).
    """
    title = [line.text for line in lines[: plan.preamble_end]]
    is_of_partner = meeting.body not in {None, *reader.forum.title_names}
    if is_of_partner or any(map(reader.structure.names_communique, title)):
        return Section.CONCLUSION
    titled = any(map(reader.structure.names_resolution, title))
    headings = (
        lines[each.start - (each.start == each.body)].text
        for each in plan.segments
        if each.part is Part.AGREEMENT
    )
    resolves = titled or any(map(reader.structure.resolves, headings))
    return Section.AGREEMENT if resolves else Section.CONCLUSION
