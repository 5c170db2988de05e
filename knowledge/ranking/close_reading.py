"""Read a question and a provision together with the sentence encoder: does one answer the other?"""

from collections.abc import Callable, Iterable

from knowledge.meaning.passages import is_long, passages_of, stretch_around
from knowledge.meaning.spans import Place, Span
from knowledge.ranking.candidates import Candidates
from knowledge.ranking.meanings import Meaning
from knowledge.search.sources import Sources
from knowledge.understanding.question import Question

MOST_ODDS = 5.0
"""The log-odds beyond which it makes no difference how likely or unlikely an answer is."""


class CloseReader:
    """Read questions together with provisions of one store; reads nothing once the encoder can't be used."""

    def __init__(self, sources: Sources, meaning: Meaning | None) -> None:
        self._index = sources.index
        self._store = sources.store
        self._meaning = meaning

    def odds(self, candidates: Candidates) -> float | None:
        """Return the log-odds that the best candidate answers its reading of the message."""
        best = candidates.ranked[0]
        return self.odds_of(candidates.question_of(best), best.number)

    def odds_of(self, question: Question, number: int) -> float | None:
        """Return the log-odds that the provision with this number in the index answers a question."""
        if self._meaning is None:
            return None
        asked = _folded(question.about)
        odds = self._meaning.answers(asked, self._stretch(asked, number) or self._whole(number))
        return None if odds is None else max(-MOST_ODDS, min(MOST_ODDS, odds))

    def span_of(
        self, about: str, number: int, marks_in: Callable[[str], Iterable[Place]] | None = None
    ) -> Span | None:
        """Return the words of a provision that tell what a question is about, if any do.

        With `marks_in`, which finds in a text where what may tell it stands, they are words that have it.
        """
        if self._meaning is None:
            return None
        asked = _folded(about)
        passage = self.passage(asked, number)
        marks = None if marks_in is None else tuple(marks_in(passage))
        odds = self._meaning.span_odds(asked, passage) if marks or marks is None else None
        return odds and odds.best(passage, marks)

    def passage(self, asked: str, number: int) -> str:
        """Return the part of a provision in which the span is looked for.

        The lead-in isn't quoted, and what it says about others would be picked as often as not.
        """
        return self._stretch(asked, number) or self._text(number)

    def _stretch(self, asked: str, number: int) -> str | None:
        """Return the text around the nearest window of a long provision; None if there is none."""
        text = self._text(number)
        window = self._meaning.nearest_window(asked, number) if self._meaning and is_long(text) else None
        return None if window is None else stretch_around(text, window)

    def _whole(self, number: int) -> str:
        """Return a provision with its lead-in."""
        parent = int(self._index.parent[number])
        return passages_of(self._text(number), self._text(parent) if parent >= 0 else "").whole

    def _text(self, number: int) -> str:
        provision = self._store.provision(*self._index.place(number))
        return provision.text if provision else ""


def _folded(text: str) -> str:
    return " ".join(text.split())
