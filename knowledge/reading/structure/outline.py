"""The outline of an act: its parts by their headings, and the numbered items of each."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, takewhile

from knowledge.language.folding import words
from knowledge.reading.structure.chapters import Chapters, find_chapters
from knowledge.reading.structure.endings import ends_act
from knowledge.reading.structure.headings import Heading, find_headings, implied_part
from knowledge.reading.structure.item_marks import OF_ROWS, STRONG, Mark, best_series, find_marks
from knowledge.reading.structure.lines import Layout, Line, ends_sentence
from knowledge.reading.structure.mark_forms import MarkKind, is_labelled, label_letter
from knowledge.reading.structure.segments import Outline, Segment
from knowledge.reading.structure.themes import items_of_themes, items_with_decimals
from knowledge.reading.structure.unmarked import sentence_form
from knowledge.reading.structure.words import OPERATIVE, Part, Structure

_SENTENCE_LINES = 3
_FEWEST_LABELLED = 2
_FEWEST_LISTED = 3
_AGREEING = frozenset({"infinitive", "to", "que", "that"})
_FEWEST_STATED = 6


def outline(lines: Sequence[Line], layout: Layout, structure: Structure) -> Outline:
    """Find the parts of an act, and in each the series of numbered items.

    A part may continue the numbers of the one before (recitals 1 to 5, agreements from 6). Above the first
    heading, where an agenda may be, numbers count only if no parts below but recommendations have any, or if
    those below continue them.
    """
    marks = find_marks(lines, layout)
    numbers = [found for found in marks if found.kind is MarkKind.NUMBER]
    segments: list[Segment] = []
    last = 0
    headings = find_headings(lines, structure)
    chapters = find_chapters(lines, marks, headings, structure)
    headings = chapters.without_inner(headings) if chapters else headings
    for segment in _segments(headings, len(lines)):
        if chapters and segment.start <= chapters.start < segment.end:
            segments += _with_chapters(segment, chapters, lines, structure)
            continue
        numbered = _numbered(segment, numbers, last) if segment.part else segment
        numbered = _by_themes(numbered, marks, lines) if numbered.is_operative else numbered
        numbered = _without_rows(numbered, lines, layout, structure)
        last = numbered.items[-1].ordinal if numbered.items else last
        segments += _without_recitals(numbered)
    parts = {segment.part for segment in segments if _may_clash(segment)}
    if parts <= {Part.RECOMMENDATION} or _go_on(segments, numbers):
        is_followed = any(segment.is_operative and segment.body < segment.end for segment in segments)
        segments[:1] = _with_implied_part(segments[0], marks, lines, structure, is_followed=is_followed)
    split = (_split_at_recommendations(segment, numbers, lines, layout, structure) for segment in segments)
    labelled = (_split_at_labels(segment, numbers) for segment in chain.from_iterable(split))
    marked = frozenset(found.line for found in marks)
    titled = (_split_at_title(segment, marked, lines, structure) for segment in chain.from_iterable(labelled))
    return Outline(tuple(chain.from_iterable(titled)))


def _with_chapters(
    segment: Segment, chapters: Chapters, lines: Sequence[Line], structure: Structure
) -> list[Segment]:
    """Make chapters the items of their segment; it may have no heading that opens a part above them."""
    inside = tuple(found for found in chapters.marks if found.line < segment.end)
    if segment.is_operative:
        body = min(segment.body, chapters.start)
        return [replace(segment, body=body, items=inside)]
    part = chapters.part if chapters.part in OPERATIVE else None
    opened = _implied(replace(segment, items=inside), lines, structure)
    opened = replace(opened, part=part or opened.part)
    return [replace(segment, end=opened.start), opened]


def _without_recitals(segment: Segment) -> list[Segment]:
    """Split articles off from the recitals above them: «Considerando: …», then «Artículo 1.- Apruébase …»."""
    first = segment.items[0] if segment.items else None
    if segment.part is not Part.RECITAL or first is None or not is_labelled(first.style):
        return [segment]
    recitals = replace(segment, end=first.line, items=(), repeated=())
    return [recitals, replace(segment, part=Part.AGREEMENT, start=first.line, body=first.line)]


def _go_on(segments: Sequence[Segment], numbers: Sequence[Mark]) -> bool:
    """Tell whether the first items below a heading continue those above all headings: «28.» after «27.»."""
    first = next((segment.items[0] for segment in segments if segment.is_operative and segment.items), None)
    above = _numbered(segments[0], numbers, 0).items
    return first is not None and bool(above) and first.ordinal == above[-1].ordinal + 1


def _may_clash(segment: Segment) -> bool:
    """Tell whether a part's items may have the same numbers as items above all headings: plain ones, «3.»."""
    return segment.is_operative and any(not label_letter(item.style) for item in segment.items)


def _segments(headings: Sequence[Heading], length: int) -> list[Segment]:
    starts = [*(heading.line for heading in headings), length]
    below = (
        Segment(heading.part, heading.line, heading.line + 1, end)
        for heading, end in zip(headings, starts[1:], strict=True)
    )
    return [Segment(None, 0, 0, starts[0]), *below]


def _numbered(segment: Segment, numbers: Sequence[Mark], last: int) -> Segment:
    inside = [found for found in numbers if segment.body <= found.line < segment.end]
    items = _outer_series(inside, frozenset({1, last + 1}))
    return replace(segment, items=tuple(items), repeated=tuple(_repeated(inside, items)))


def _without_rows(segment: Segment, lines: Sequence[Line], layout: Layout, structure: Structure) -> Segment:
    """Drop table rows from the items if sentences around the table word agreements («Solicitar a …»)."""
    if not segment.items or any(item.style != OF_ROWS for item in segment.items):
        return segment
    around = [
        *lines[segment.body : segment.items[0].line],
        *(line for line in lines[segment.items[-1].line + 1 : segment.end]),
    ]
    opened = (around[place] for place in layout.paragraphs(around))
    agreed = any(sentence_form(line.text, structure) in _AGREEING for line in opened)
    return replace(segment, items=(), repeated=()) if agreed else segment


def _by_themes(segment: Segment, marks: Sequence[Mark], lines: Sequence[Line]) -> Segment:
    inside = [found for found in marks if segment.body <= found.line < segment.end]
    items = tuple(items_of_themes(inside, segment.items, lines))
    return segment if items == segment.items else replace(segment, items=items, repeated=())


def _outer_series(numbers: Sequence[Mark], starts: frozenset[int]) -> list[Mark]:
    """Choose the items' numbers: those of the first style, if the others are all inside one item."""
    series = best_series(numbers, starts)
    first = next((found for found in numbers if found.weight == STRONG and found.ordinal in starts), None)
    if not series or first is None or first in series:
        return series
    outer = best_series([found for found in numbers if found.style == first.style], starts)
    lines = [found.line for found in outer]
    inside = bisect(lines, series[0].line) == bisect(lines, series[-1].line)
    return outer if first in outer and inside else series


def _repeated(numbers: Sequence[Mark], items: Sequence[Mark]) -> Iterator[Mark]:
    chosen = set(items)
    item: Mark | None = None
    for found in numbers:
        if found in chosen:
            item = found
        elif item and (found.ordinal, found.style, found.weight) == (item.ordinal, item.style, STRONG):
            yield found


def _texts(segment: Segment, lines: Sequence[Line]) -> Iterator[str]:
    """Yield the text of each item up to the next blank line."""
    for item in segment.items:
        rest = takewhile(lambda line: not line.apart, lines[item.line + 1 : segment.end])
        yield " ".join([item.rest, *(line.text for line in rest)])


def _with_implied_part(
    preamble: Segment,
    marks: Sequence[Mark],
    lines: Sequence[Line],
    structure: Structure,
    *,
    is_followed: bool,
) -> list[Segment]:
    """Split the lines above all headings at their first item; the sentence before it implies the part.

    Items that aren't sentences are an agenda if an operative part follows. Roman numerals count if there are
    decimals below them («II.1»).
    """
    numbers = [found for found in marks if found.kind is MarkKind.NUMBER]
    numbered = _numbered(preamble, numbers, 0)
    by_themes = _by_themes(numbered, marks, lines) if numbered.items else numbered
    if numbered.items and (outer := _around_numbers(numbered, marks, lines)):
        return [Segment(None, 0, 0, outer.items[0].line), _implied(outer, lines, structure)]
    if by_themes.items and by_themes.items[0].kind in {MarkKind.ROMAN, MarkKind.LETTER}:
        return [Segment(None, 0, 0, by_themes.items[0].line), _implied(by_themes, lines, structure)]
    if numbered.items and not by_themes.items:  # numbers that start again below each topic
        opened = _implied(numbered, lines, structure)
        return [Segment(None, 0, 0, opened.start), replace(opened, items=(), repeated=())]
    if not numbered.items:
        numbered = replace(numbered, items=tuple(items_with_decimals(marks, preamble.end)))
    if numbered.items and all(structure.is_recital(text) for text in _texts(numbered, lines)):
        recitals = {item.line for item in numbered.items}
        numbered = _numbered(preamble, [each for each in numbers if each.line not in recitals], 0)
    tells = [ends_sentence(text) for text in _texts(numbered, lines)]
    is_agenda = is_followed and 2 * sum(tells) <= len(tells)
    if not numbered.items and not is_followed and (listed := _listed(preamble, marks, lines)):
        opened = _implied(listed, lines, structure)
        keeps = opened.items[0].kind is MarkKind.ROMAN
        return [Segment(None, 0, 0, opened.start), opened if keeps else replace(opened, items=())]
    if not numbered.items or is_agenda:
        return [preamble]
    return [Segment(None, 0, 0, numbered.items[0].line), _implied(numbered, lines, structure)]


def _around_numbers(numbered: Segment, marks: Sequence[Mark], lines: Sequence[Line]) -> Segment | None:
    """Return sentences with Roman numerals as items if one holds all numbers: «II. RECOMMENDS: 1. …»."""
    inside = (found for found in marks if found.line < numbered.end and found.weight == STRONG)
    romans = [found for found in inside if found.kind is MarkKind.ROMAN and found.written.isupper()]
    series = best_series(romans)
    if len(series) < _FEWEST_LISTED or series[0].ordinal != 1:
        return None
    places = [found.line for found in series]
    holders = {bisect(places, item.line) for item in numbered.items}
    outer = replace(numbered, items=tuple(series), repeated=())
    stated = [ends_sentence(text) for text in _texts(outer, lines)]
    return outer if len(holders) == 1 and 0 not in holders and 2 * sum(stated) > len(stated) else None


def _listed(preamble: Segment, marks: Sequence[Mark], lines: Sequence[Line]) -> Segment | None:
    """Return the items of an unnumbered list below a colon: «acordó lo siguiente:», «a)», «b)», «c)»."""
    inside = [found for found in marks if found.line < preamble.end and found.weight == STRONG]
    for kind in (MarkKind.ROMAN, MarkKind.LETTER):
        series = best_series([found for found in inside if found.kind is kind])
        opened = series and series[0].line and lines[series[0].line - 1].text.endswith(":")
        if opened and series[0].ordinal == 1 and len(series) >= _FEWEST_LISTED:
            return replace(preamble, items=tuple(series))
    return None


def _implied(numbered: Segment, lines: Sequence[Line], structure: Structure) -> Segment:
    """Return the part that starts at the first item; the sentence before that implies the part's kind."""
    first = numbered.items[0].line
    sentence = " ".join(line.text for line in lines[max(0, first - _SENTENCE_LINES) : first])
    resolves = any(map(structure.names_resolution, (line.text for line in lines[:first])))
    part = implied_part(sentence, structure) or (Part.AGREEMENT if resolves else Part.CONCLUSION)
    return replace(numbered, part=part, start=first, body=first)


def _split_at_recommendations(
    segment: Segment, numbers: Sequence[Mark], lines: Sequence[Line], layout: Layout, structure: Structure
) -> list[Segment]:
    """Split off recommendations without a heading: numbers that restart after a sentence that recommends."""
    if not segment.items or segment.part is Part.RECOMMENDATION:
        return [segment]
    last = segment.items[-1]
    below = [found for found in numbers if last.line < found.line < segment.end]
    first = next((found.line for found in below if found.ordinal == 1 and found.style == last.style), 0)
    opening = first - 1
    while opening > last.line and not layout.opens_paragraph(lines[opening], lines[opening - 1]):
        opening -= 1
    sentence = " ".join(line.text for line in lines[opening:first])
    if opening <= last.line or implied_part(sentence, structure) is not Part.RECOMMENDATION:
        return [segment]
    again = Segment(Part.RECOMMENDATION, opening, opening, segment.end)
    return [
        replace(segment, end=opening),
        _numbered(again, [found for found in below if found.line >= first], 0),
    ]


def _split_at_labels(segment: Segment, numbers: Sequence[Mark]) -> list[Segment]:
    """Split off items below the last one that count from 1 again with a letter: «R1», «R2»."""
    if not segment.items or segment.items[-1].kind is not MarkKind.NUMBER:
        return [segment]
    last = segment.items[-1]
    below = [found for found in numbers if last.line < found.line < segment.end]
    first = next((found for found in below if found.ordinal == 1 and label_letter(found.style)), None)
    if first is None or first.style == last.style:
        return [segment]
    series = best_series([found for found in below if found.style == first.style])
    if len(series) < _FEWEST_LABELLED or series[0] != first:
        return [segment]
    again = replace(segment, start=first.line, body=first.line, items=tuple(series), repeated=())
    return [replace(segment, end=first.line), *_split_at_labels(again, numbers)]


def _split_at_title(
    segment: Segment, marked: frozenset[int], lines: Sequence[Line], structure: Structure
) -> list[Segment]:
    """Split off unnumbered paragraphs after the last item, below a title in capitals: «PRÓXIMA REUNIÓN».

    A line above the act's ending, or not above a sentence, is no title: it may be a signatory's name.
    """
    if not (segment.items and segment.is_operative):
        return [segment]
    for place in range(segment.items[-1].line + 1, segment.end - 1):
        title, below = lines[place], lines[place + 1]
        free = lines[place - 1].ends_sentence and (title.apart or title.new_paragraph)
        is_title = title.text.isupper() and not (title.ends_sentence or title.is_table_row)
        if not (free and is_title) or marked & {place, place + 1}:
            continue
        paragraph = " ".join(
            [below.text, *(line.text for line in takewhile(_goes_on, lines[place + 2 : segment.end]))]
        )
        stated = ends_sentence(paragraph) and len(words(paragraph)) >= _FEWEST_STATED
        if stated and not (below.text.isupper() or ends_act(paragraph, structure)):
            rest = replace(segment, start=place, body=place + 1, items=(), repeated=())
            return [replace(segment, end=place), rest]
    return [segment]


def _goes_on(line: Line) -> bool:
    return not (line.apart or line.new_paragraph)
