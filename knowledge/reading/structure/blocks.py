"""Blocks: the paragraphs of an act in order, each with the provision it belongs to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from knowledge.reading.structure.lines import Joiner, Line
from knowledge.values.acts import Provision, ProvisionKind
from knowledge.values.base import Span
from knowledge.values.references import Reference, Section

_SEPARATOR = "\n\n"
_LONGEST_TOPIC = 90
_KINDS = {
    Section.PREAMBLE: ProvisionKind.PREAMBLE,
    Section.CONCLUSION: ProvisionKind.CONCLUSION,
    Section.RECOMMENDATION: ProvisionKind.RECOMMENDATION,
    Section.AGREEMENT: ProvisionKind.AGREEMENT,
    Section.PARAGRAPH: ProvisionKind.AGREEMENT,
}


@dataclass
class Block:
    """One paragraph: its rows, the mark before it, and the provision that it belongs to, if any.

    `printed` is the act's own number for that provision («II.2»), if known; `is_row` marks a table row.
    """

    rows: list[str]
    page: int
    owner: Reference | None = None
    mark: str = ""
    printed: str = ""
    is_row: bool = False


class Assembled(NamedTuple):
    """A text with its provisions; `printed` maps references to the act's own numbers, where known."""

    text: str
    provisions: tuple[Provision, ...]
    printed: dict[str, str]


def is_topic(rows: Sequence[str]) -> bool:
    """Tell whether a paragraph is a topic («Fortalecimiento Institucional»): one short row, no full stop."""
    return len(rows) == 1 and len(rows[0]) <= _LONGEST_TOPIC and not Line(rows[0]).ends_sentence


def assemble(blocks: Iterable[Block], joiner: Joiner) -> Assembled:
    """Join the blocks into one text, separated by blank lines."""
    pieces: list[str] = []
    places: dict[Reference, list[Span]] = {}
    pages: dict[Reference, int] = {}
    ends: dict[Reference, int] = {}
    printed: dict[str, str] = {}
    length = 0
    for block in blocks:
        words = joiner.join(block.rows)
        written = f"{block.mark} {words}".strip()
        end = length + len(written)
        if block.owner and words:
            places.setdefault(block.owner, []).append(Span(start=end - len(words), end=end))
            pages.setdefault(block.owner, block.page)
            if block.printed:
                printed[str(block.owner)] = block.printed
            ends[block.owner] = end
            above = block.owner.parent
            while above:
                ends[above] = end
                above = above.parent
        if written:
            pieces.append(written)
            length = end + len(_SEPARATOR)
    text = _SEPARATOR.join(pieces)
    provisions = (
        Provision(
            reference=reference,
            kind=ProvisionKind.SUB_ITEM if reference.letter else _KINDS[reference.section],
            text=_SEPARATOR.join(span.of(text) for span in spans),
            spans=tuple(spans),
            extent=Span(start=spans[0].start, end=ends[reference]),
            page=pages[reference],
        )
        for reference, spans in places.items()
    )
    return Assembled(text, tuple(provisions), printed)
