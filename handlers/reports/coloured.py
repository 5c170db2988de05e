"""The text of an act in HTML, with the recognized passages coloured."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from handlers.catalogue import Catalogue
from handlers.reports.markup import Markup, element, joined
from handlers.reports.passages import Aspect, Passage
from knowledge.values.acts import Act
from knowledge.values.base import Span
from knowledge.values.notices import mark

ASPECTS = {
    Aspect.DUTY: mark("compromiso"),
    Aspect.RESPONSIBLE: mark("responsable"),
    Aspect.PARTY: mark("otra parte"),
    Aspect.DATE: mark("fecha o plazo"),
    Aspect.EVENT: mark("evento"),
    Aspect.PLACE: mark("lugar"),
}
"""The meaning of each colour."""

_PARAGRAPH = "\n\n"


class ColouredText:
    """Show an act's text, provision by provision."""

    def __init__(self, act: Act, passages: Iterable[Passage], catalogue: Catalogue) -> None:
        self._text = act.text
        self._catalogue = catalogue
        self._labels: dict[int, Span] = {}
        self._outside: dict[int, list[Span]] = {}
        spans = sorted((span for each in act.provisions for span in each.spans), key=lambda span: span.start)
        self._inside = _by_paragraph(passages, spans)
        ends = [0, *(span.end for span in spans)]
        for end, span in zip(ends, spans, strict=False):
            self._split(Span(start=end, end=span.start), span.start)
        self.rest = list(_paragraphs(act.text, Span(start=ends[-1], end=len(act.text))))
        """The paragraphs after the last provision."""

    def _split(self, gap: Span, start: int) -> None:
        """Split the gap between two paragraphs into the label of the second, and the text outside both."""
        before, _, label = gap.of(self._text).rpartition("\n")
        self._labels[start] = Span(start=gap.end - len(label), end=gap.end)
        self._outside[start] = list(
            _paragraphs(self._text, Span(start=gap.start, end=gap.start + len(before)))
        )

    def outside(self, span: Span) -> list[Span]:
        """Return the paragraphs before one of a provision that belong to no provision."""
        return self._outside[span.start]

    def count_outside(self) -> int:
        """Count the paragraphs outside of provisions, including headings."""
        return len(self.rest) + sum(map(len, self._outside.values()))

    def paragraphs(self, spans: Iterable[Span]) -> Markup:
        """Write paragraphs of a provision."""
        return joined(self._paragraph(span) for span in spans)

    def _paragraph(self, span: Span) -> Markup:
        label = self._labels[span.start].of(self._text)
        number = element("span", label, class_="number") if label.strip() else Markup()
        return element("p", number, self._coloured(span))

    def _coloured(self, span: Span) -> Markup:
        """Cut a paragraph where passages begin and end, for they may overlap."""
        inside = self._inside[span.start]
        cuts = {span.start, span.end, *(cut for each in inside for cut in (each.start, each.end))}
        cuts = {cut for cut in cuts if span.start <= cut <= span.end}
        pieces: list[Markup] = []
        for start, end in pairwise(sorted(cuts)):
            aspects = {each.aspect for each in inside if each.start <= start and end <= each.end}
            pieces.append(self._piece(self._text[start:end], [each for each in Aspect if each in aspects]))
        return joined(pieces)

    def _piece(self, text: str, aspects: list[Aspect]) -> Markup:
        if not aspects:
            return joined([text])
        said = ", ".join(self._catalogue.text(ASPECTS[each]) for each in aspects)
        return element("span", text, class_=" ".join(aspects), title=said)


def _by_paragraph(passages: Iterable[Passage], paragraphs: list[Span]) -> dict[int, list[Passage]]:
    """Group passages by the start of each paragraph that they overlap."""
    starts = [paragraph.start for paragraph in paragraphs]
    inside: dict[int, list[Passage]] = {start: [] for start in starts}
    for passage in passages:
        first = max(bisect_right(starts, passage.start) - 1, 0)
        for start in starts[first : bisect_left(starts, passage.end)]:
            inside[start].append(passage)
    return inside


def _paragraphs(text: str, stretch: Span) -> Iterator[Span]:
    """Yield the paragraphs of a stretch that contain letters or digits."""
    start = stretch.start
    for paragraph in stretch.of(text).split(_PARAGRAPH):
        if any(map(str.isalnum, paragraph)):
            yield Span(start=start, end=start + len(paragraph))
        start += len(paragraph) + len(_PARAGRAPH)
