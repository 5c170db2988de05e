"""Read which provisions and meetings a sentence names."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from knowledge.language.dates import find_dates
from knowledge.language.folding import WORD, fold
from knowledge.understanding.meetings import MeetingFinder
from knowledge.understanding.named_meetings import NamedMeeting
from knowledge.understanding.periods import is_limit
from knowledge.understanding.references import ReferenceFinder, SpokenReference
from knowledge.understanding.wording import Wording

Places = Sequence[tuple[int, int]]
"""The start and end of each word in a text, in characters."""


class Pointing(NamedTuple):
    """The provisions and meetings that a sentence names.

    `places` are those of its words, and `words` the positions of those that name them. `about` is the text
    without the words that only say which meeting, or None if there are none.
    """

    places: Places
    references: tuple[SpokenReference, ...]
    meetings: tuple[NamedMeeting, ...]
    words: frozenset[int]
    about: str | None


class PointingReader:
    """Read which provisions and meetings sentences name."""

    def __init__(self, references: ReferenceFinder, meetings: MeetingFinder) -> None:
        self._references = references
        self._meetings = meetings

    def read(self, wording: Wording, *, placed: bool) -> Pointing:
        """Read what a sentence names; with `placed`, a place or year of a meeting means that meeting."""
        places = [(match.start(), match.end()) for match in WORD.finditer(fold(wording.text))]
        references = tuple(self._references.find(fold(wording.text)))
        found = self._meetings.find([word.best for word in wording.words])
        limits = list(_limits(wording.text))
        meetings = tuple(
            each._replace(is_loose=False, is_guessed=True) if each.is_loose and placed else each
            for each in found
            # «Desde 2009» is no meeting of that year.
            if not (each.is_loose and any(at in limits for at in map(places.__getitem__, each.span)))
        )
        # The words that only say which meeting are no part of the question.
        meant = [each.span for each in meetings if each.is_meant]
        stretches = [(places[span[0]][0], places[span[-1]][1]) for span in meant]
        named = (range(*words_between(places, each.start, each.end)) for each in references)
        numbered = (each.numbered for each in meetings)
        return Pointing(
            places,
            references,
            meetings,
            frozenset[int]().union(*named, *numbered, *meant),
            _without(wording.text, stretches) if stretches else None,
        )


def words_between(places: Places, start: int, end: int) -> tuple[int, int]:
    """Return the range of words that a range of characters touches."""
    touched = [number for number, (left, right) in enumerate(places) if left < end and start < right]
    return (touched[0], touched[-1] + 1) if touched else (0, 0)


def _limits(text: str) -> Iterator[tuple[int, int]]:
    """Yield the characters of each date that only limits the question: «desde 2009»."""
    for mention in find_dates(text):
        if is_limit(text, mention):
            yield mention.start, mention.end


def _without(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """Remove ranges of characters from a text, unless no words would be left."""
    kept = text
    for start, end in sorted(stretches, reverse=True):
        kept = f"{kept[:start]} {kept[end:]}"
    return " ".join(kept.split()) if any(character.isalnum() for character in kept) else text
