"""Chapters: numbered titles («Capítulo II», "Part B") below which items count from 1."""

from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from knowledge.language.folding import WORD, fold, words
from knowledge.language.numbers import number_of
from knowledge.language.ordinals import ORDINAL_WORDS, ordinal_at
from knowledge.reading.structure.headings import Heading
from knowledge.reading.structure.item_marks import STRONG, Mark
from knowledge.reading.structure.lines import Line
from knowledge.reading.structure.mark_forms import MarkKind, label_letter, roman_ordinal
from knowledge.reading.structure.words import OPERATIVE, Part, Structure

_FEWEST = 2
_STYLE = "chapter:"
_LONGEST_TITLE = 120
_MOST_WORDS_STOPPED = 8
_NUMBER_SIGNS = (["n"], ["no"], ["num"], ["nro"], ["number"], ["numero"])
_CLOSED = frozenset(".:–—-)")
_BOUND = frozenset({Part.RECITAL, Part.ANNEX})


@dataclass(frozen=True)
class Chapters:
    """The titles of an act's chapters in order; headings of `part` inside them open no part of the act."""

    marks: tuple[Mark, ...]
    part: Part | None

    @property
    def start(self) -> int:
        """The line of the first chapter's title."""
        return self.marks[0].line

    def without_inner(self, headings: Sequence[Heading]) -> list[Heading]:
        """Leave out the headings that stand inside the chapters («Acuerdos:» below each of them)."""
        return [each for each in headings if each.line <= self.start or each.part is not self.part]


def chapter_label(mark: Mark) -> str:
    """Return a chapter's number as printed («II», «B», «3»), or "" if the mark is no chapter's."""
    if mark.style.startswith(_STYLE):
        return mark.style.rpartition(":")[2] or str(mark.ordinal)
    is_title = mark.kind in {MarkKind.ROMAN, MarkKind.LETTER} and mark.written[:1].isupper()
    return mark.written.rstrip(" .)-–—") if is_title else ""


def find_chapters(
    lines: Sequence[Line], marks: Sequence[Mark], headings: Sequence[Heading], structure: Structure
) -> Chapters | None:
    """Find the chapters of an act if its items' numbers restart below each; otherwise return None.

    Parts that each have a heading («I. CONCLUSIONES», «II. RECOMENDACIONES») are no chapters.
    """
    numbers = [
        found
        for found in marks
        if found.kind is MarkKind.NUMBER and found.weight == STRONG and not label_letter(found.style)
    ]
    parts = {heading.line: heading.part for heading in headings}
    for titles in _rows(lines, marks, structure):
        places = [title.line for title in titles]
        firsts: dict[int, Mark] = {}
        for found in numbers:
            if found.line not in places:
                firsts.setdefault(bisect(places, found.line), found)
        bound = {place for place, title in enumerate(titles, 1) if parts.get(title.line) in _BOUND}
        counted = [place for place in sorted(firsts) if place and place not in bound]
        own = [place for place in counted if parts.get(titles[place - 1].line) in OPERATIVE]
        again = all(firsts[place].ordinal == 1 for place in counted)
        if len(counted) >= _FEWEST and again and len(own) < _FEWEST:
            chosen = titles[counted[0] - 1 :]
            return Chapters(tuple(chosen), _part_inside(chosen, headings))
    return None


def _part_inside(chapters: Sequence[Mark], headings: Sequence[Heading]) -> Part | None:
    """Return the part started inside the chapters by one's title or by a recurring heading."""
    inside = [each for each in headings if each.line >= chapters[0].line and each.part in OPERATIVE]
    titles = {chapter.line for chapter in chapters}
    often = Counter(each.part for each in inside)
    return next((each.part for each in inside if each.line in titles or often[each.part] > 1), None)


def _rows(lines: Sequence[Line], marks: Sequence[Mark], structure: Structure) -> Iterator[list[Mark]]:
    """Yield series of titles of one form with rising numbers."""
    titles = [found for index in range(len(lines)) if (found := _titled(lines, index, structure))]
    titles += [
        found
        for found in marks
        if found.kind in {MarkKind.ROMAN, MarkKind.LETTER}
        and found.weight == STRONG
        and found.written[:1].isupper()
        and _is_title(lines[found.line].text)
    ]
    by_form: dict[str, list[list[Mark]]] = defaultdict(lambda: [[]])
    for title in titles:
        runs = by_form[title.style.rpartition(":")[0] or title.kind]
        last = runs[-1][-1].ordinal if runs[-1] else 0
        # «C.» and «I.» may be letters or Roman numerals; agenda items without agreements may be left out.
        goes_on = title.ordinal > last if title.style.startswith(_STYLE) else title.ordinal == last + 1
        if not goes_on:
            runs.append([])
        runs[-1].append(title)
    yield from (run for runs in by_form.values() for run in runs if len(run) >= _FEWEST)


def _titled(lines: Sequence[Line], index: int, structure: Structure) -> Mark | None:
    """Read a title: «CAPÍTULO II», «Primera parte», "Agenda item 3: Fees", «Punto 4 de la agenda. Cuotas»."""
    line = lines[index]
    text = line.text
    if line.continues or line.is_table_row or not text[:1].isupper() or not _is_title(text):
        return None
    tokens = list(WORD.finditer(fold(text)))
    place = _place([token[0] for token in tokens], structure)
    if place is None:
        return None
    after = text[tokens[place.end - 1].end() :].lstrip("°º")
    rest = after.lstrip(" .:–—-)")
    if rest and not (after.lstrip()[:1] in _CLOSED or rest[0].isupper()):
        return None
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    style = f"{_STYLE}{place.name}:{place.label}"
    mark = Mark(
        index, MarkKind.NUMBER, place.ordinal, style, text[: len(text) - len(rest)].strip(), rest, STRONG
    )
    is_named = rest or (below[:1].isupper() and _is_title(below))
    return mark if is_named else replace(mark, written="", rest=text)


class _Place(NamedTuple):
    """A chapter named by words: its name, its number and printed label, and where the words end."""

    name: str
    ordinal: int
    label: str
    end: int


def _place(said: Sequence[str], structure: Structure) -> _Place | None:
    first = ordinal_at(said, 0) if said and said[0] in ORDINAL_WORDS else None
    if first and said[first[1] :] and said[first[1]] in structure.division_words:
        return _Place(said[first[1]], first[0], "", first[1] + 1)
    for name in _names((*structure.divisions, *structure.agenda_items)):
        if tuple(said[: len(name)]) != name:
            continue
        start = len(name) + (said[len(name) : len(name) + 1] in _NUMBER_SIGNS)
        counted = _counted(said, start) if start < len(said) else None
        if counted is None:
            continue
        ordinal, label, end = counted
        for phrase in structure.agenda_words:
            end += len(phrase) if said[end : end + len(phrase)] == phrase else 0
        return _Place(" ".join(name), ordinal, label, end)
    return None


@lru_cache(maxsize=4)
def _names(written: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the folded words before the number of a chapter or agenda item, longest first."""
    return tuple(sorted((tuple(words(name)) for name in written), key=len, reverse=True))


def _counted(said: Sequence[str], start: int) -> tuple[int, str, int] | None:
    """Read a chapter's number («II», «B», «3», «segundo», "two"), its printed form, and where it ends."""
    token = said[start]
    ordinal = int(token) if token.isdecimal() else roman_ordinal(token) or 0
    if not ordinal and len(token) == 1:
        ordinal = ord(token) - ord("a") + 1
    if ordinal:
        return ordinal, token.upper(), start + 1
    spoken = ordinal_at(said, start) or ((number_of(token) or 0), start + 1)
    return (spoken[0], "", spoken[1]) if spoken[0] else None


def _is_title(text: str) -> bool:
    stopped = text.rstrip()[-1:] in {".", ";"}
    return len(text) <= _LONGEST_TITLE and (not stopped or len(text.split()) <= _MOST_WORDS_STOPPED)
