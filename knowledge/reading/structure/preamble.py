"""The preamble: the lines above the first operative part, with stamps, title, place and days, and prose."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise, takewhile

from knowledge.language.folding import fold, words
from knowledge.language.months import month_number
from knowledge.reading.structure.blocks import Block
from knowledge.reading.structure.lines import Layout, Line
from knowledge.reading.structure.meeting_dates import find_date_ranges
from knowledge.reading.structure.words import Structure
from knowledge.values.references import Reference, Section

REFERENCE = Reference(section=Section.PREAMBLE)
_PROSE_OPENINGS = (
    *("el ", "la ", "los ", "las ", "en ", "nosotros", "nosotras", "reunid", "con ", "habiendose "),
    *("the ", "in ", "on ", "at ", "we ", "we, ", "meeting in ", "gathered "),
)
_SHORTEST_PROSE = 60
_SMALL_WORD = re.compile(r"\b[a-zà-öø-ÿ]{5,}\b")
_FEWEST_SMALL_WORDS = 2
_FEWEST_TITLE_WORDS = 3
_MOST_PROSE = 3
_FULL_SHARE = 0.75


@dataclass(frozen=True)
class Preamble:
    """A preamble's lines by kind; `below` has place and days, and anything else between title and prose."""

    stamps: tuple[Line, ...]
    title: tuple[Line, ...]
    below: tuple[Line, ...]
    prose: tuple[Line, ...]

    def without_labels(self, names_body: Callable[[str], bool]) -> "Preamble":
        """Move a site's labels («Inicio») from the title to the stamps: short lines above the body's name."""
        labels = tuple(takewhile(lambda line: not names_body(line.text), self.title))
        short = all(
            len(words(line.text)) < _FEWEST_TITLE_WORDS and not line.text.isupper() for line in labels
        )
        if not short or len(labels) == len(self.title):
            return self
        return replace(self, stamps=(*self.stamps, *labels), title=self.title[len(labels) :])

    def without_reasons(self, structure: Structure, layout: Layout) -> "Preamble":
        """Drop recitals, which may have other dates: «VISTO: El Acuerdo firmado el 6 de mayo …»."""
        below = tuple(line for line in self.below if not _is_reason(line.text, structure))
        openings = [*layout.paragraphs(self.prose), len(self.prose)]
        kept = (
            self.prose[start:end]
            for start, end in pairwise(openings)
            if not _is_reason(" ".join(line.text for line in self.prose[start:end]), structure)
        )
        return replace(self, below=below, prose=tuple(chain.from_iterable(kept)))

    def blocks(self, layout: Layout) -> list[Block]:
        """Return the title as one block, each line below it as one, and the prose by its paragraphs."""
        blocks = [Block([line.text], line.page) for line in self.stamps]
        if self.title:
            blocks.append(Block([line.text for line in self.title], self.title[0].page, REFERENCE))
        blocks += [Block([line.text], line.page, REFERENCE) for line in self.below]
        return blocks + paragraph_blocks(self.prose, layout, REFERENCE)


def split_preamble(
    lines: Sequence[Line], structure: Structure, place_start: Callable[[str], int | None]
) -> Preamble:
    """Classify a preamble's lines; `place_start` finds where a line names city and country.

    A date above the title is a stamp, such as the day of adoption, and not the meeting's days. A line shared
    by title, place and days is cut.
    """
    stamps: list[Line] = []
    title: list[Line] = []
    below: list[Line] = []
    prose: Sequence[Line] = ()
    for position, line in enumerate(lines):
        cut = _place_or_days(line.text, place_start)
        tells_who = line.ends_sentence and fold(line.text).startswith(structure.folded_participation)
        if cut != 0 and (tells_who or _is_prose(line.text) or _opens_prose(lines, position)):
            prose = lines[position:]
            break
        named = cut is None or len(words(line.text[:cut])) >= _FEWEST_TITLE_WORDS
        if below:
            below.append(line)
        elif structure.is_stamp(_without_days(line.text)) or (cut == 0 and not title):
            stamps.append(line)
        elif named:
            title.append(replace(line, text=line.text[:cut].rstrip(" ,")))
            if cut is not None:
                below.append(replace(line, text=line.text[cut:]))
        else:
            below.append(line)
    return Preamble(tuple(stamps), tuple(title), tuple(below), tuple(prose))


def paragraph_blocks(lines: Sequence[Line], layout: Layout, owner: Reference | None = None) -> list[Block]:
    """Group lines into one block per paragraph."""
    openings = layout.paragraphs(lines)
    return [
        Block([line.text for line in lines[start:end]], lines[start].page, owner)
        for start, end in zip(openings, [*openings, len(lines)][1:], strict=True)
    ]


def prose_end(paragraphs: Sequence[str], tells: Iterable[Callable[[str], bool]]) -> int:
    """Count the paragraphs of a preamble's prose: up to the last of the first few that is about the meeting.

    `tells` are tests for facts such as its days. Each is told once, and none after «… lo siguiente:».
    """
    first = paragraphs[:_MOST_PROSE]
    told = [next((place for place, text in enumerate(first, 1) if tell(text)), 0) for tell in tells]
    opening = next((place for place in sorted(told) if place and first[place - 1].endswith(":")), None)
    return opening or max(told, default=0)


def _is_reason(text: str, structure: Structure) -> bool:
    """Tell whether a text is a recital, and not about this meeting: "Meeting in Bali on 6 August 2018,"."""
    meets = structure.meeting_nouns.intersection(words(text)[:1])
    return not meets and structure.is_recital(text)


def _place_or_days(text: str, place_start: Callable[[str], int | None]) -> int | None:
    """Return where a place or days start in a line, or None."""
    starts = [dates.position for dates in find_date_ranges(text)[:1]]
    place = place_start(text)
    return min(starts if place is None else [*starts, place], default=None)


def _without_days(text: str) -> str:
    """Drop the dates from a line, to recognize stamps with one: «Publicado el 14 de julio de 2021»."""
    for days in reversed(find_date_ranges(text)):
        text = text[: days.position] + text[days.position + days.length :]
    return text


def _opens_prose(lines: Sequence[Line], position: int) -> bool:
    """Tell whether a paragraph of several full lines is a sentence, whatever its first words."""
    line, before = lines[position], lines[position - 1] if position else None
    free = before is None or line.apart or line.new_paragraph or before.text.isupper()
    rest = takewhile(lambda each: not (each.apart or each.new_paragraph), lines[position + 1 :])
    texts = [line.text, *(each.text for each in rest)] if free and not line.text.isupper() else []
    full = _FULL_SHARE * max(map(len, texts), default=0)
    is_wrapped = len(texts) > 1 and all(len(text) >= full for text in texts[:-1])
    return is_wrapped and texts[-1].endswith((".", ":")) and _is_prose(" ".join(texts))


def _is_prose(text: str) -> bool:
    """Tell a sentence from a title: it opens like one, or has a comma and several lower-case words."""
    if text.isupper():
        return False
    if fold(text).startswith(_PROSE_OPENINGS) and ("," in text or len(text) >= _SHORTEST_PROSE):
        return True
    small = [word for word in _SMALL_WORD.findall(text) if month_number(word) is None]
    return len(small) >= _FEWEST_SMALL_WORDS and text.rstrip(" :").count(",") > 0
