"""Read the provisions that an officer's words begin with: «16a», «16a, 16b y R2», «16 a, b y c», «3-5»."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from knowledge.language.folding import fold
from knowledge.understanding.reference_words import ReferenceWords
from knowledge.understanding.references import LAST, ReferenceFinder, SpokenReference
from knowledge.values.references import Section

_LINK = re.compile(r"\s*(?:(?:[,;&/+]|\b(?:y|e|and)\b(?=\s*\w))\s*)+(?:(?:la|el|the)\s+(?=\w?\d))?")
_RANGE = re.compile(r"\s*(?:[–-]|\b(?:a|al|hasta|to|through)\b)\s*(?:(?:la|the)\s+(?=\w?\d))?")
_ARTICLE = re.compile(r"^(?:las|los|the)\s+", re.IGNORECASE)
_CLOSED = r"(?=\s*(?:$|[,;:&+)]|\.(?!\d)|[–-]\s*\w{1,3}\b(?![/.–-]\d)|(?:y|e|a|and|to)\s+\w{1,3}\b))"
_LETTER = re.compile(rf"(?P<letter>[b-df-hj-np-tv-xz]\b|[aeiouy]\b{_CLOSED})\)?")
_NUMBER = re.compile(rf"\d{{1,3}}{_CLOSED}")
_MOST_BETWEEN = 26
"""Most provisions in a range: as many as there are letters."""


class NamedProvision(NamedTuple):
    """A provision as `written`, and the words after it.

    Without `section` the act decides.
    """

    section: Section | None
    number: int
    letter: str | None
    rest: str
    written: str = ""


class ProvisionReader:
    """Read provisions at the beginning of words."""

    def __init__(self, spoken: ReferenceWords) -> None:
        self._references = ReferenceFinder(spoken)
        # «2 a» is a sub-item, «2 a 2017» one of that year, but «2 a 5» a range.
        introduced = "|".join(map(re.escape, sorted(spoken.letters)))
        self._letter_apart = re.compile(
            rf"^(\D*\d{{1,3}})[\s,]+(?:(?:{introduced})\s+)?((?!y\s+\w)[a-z])\b"
            r"(?!\s+(?:la\s+)?\d{1,3}\b)",
            re.IGNORECASE,
        )

    def first(self, words: str) -> NamedProvision | None:
        """Read the provision that words begin with, or return None."""
        text = self._letter_apart.sub(r"\1\2", _ARTICLE.sub("", words.strip()))
        for prefix, has_section in (("", True), ("la ", False), ("conclusion ", False)):
            for found in self._references.find(prefix + fold(text)):
                if found.start <= len(prefix) and found.end > len(prefix) and found.number != LAST:
                    section = found.section if has_section or prefix == "la " else None
                    end = found.end - len(prefix)
                    return NamedProvision(section, found.number, found.letter, text[end:], text[:end])
        return None

    def all(self, words: str, is_said: Callable[[str], bool]) -> tuple[NamedProvision, ...]:
        """Read all provisions that words begin with, each once; what is said about them follows the last one.

        A bare number only counts if another provision, punctuation, the end, or words that `is_said` accepts
        follow: «16a, 3 de mayo» and «16a, 3 informes» name no provision 3.
        """
        first = self.first(words)
        if first is None:
            return ()
        named = [first]
        while further := self._further(named[-1], is_said):
            named += further
        last = named[-1]
        once = {each[:3]: each._replace(rest=last.rest) for each in named}
        return tuple(once.values())

    def may_begin(self, rest: str) -> NamedProvision | None:
        """Return the further provision that a note may begin with: «, 17 nota»; or None."""
        link = _LINK.match(fold(rest))
        begun = link.end() if link else len(rest) - len(rest.lstrip())
        found = self._starting(rest, begun)
        return found if found and (link or found.letter or found.section) else None

    def _further(self, last: NamedProvision, is_said: Callable[[str], bool]) -> Sequence[NamedProvision]:
        """Return the provisions named next: one, or all of a range; none if something else follows."""
        folded = fold(last.rest)
        if stretch := _RANGE.match(folded):
            until = self._next(last, stretch.end(), is_said)
            between = tuple(_between(last, until)) if until else ()
            if until and between:
                return (*between[:-1], until)
        link = _LINK.match(folded)
        begun = link.end() if link else len(folded) - len(folded.lstrip())
        found = self._next(last, begun, is_said)
        return (found,) if found and (link or not found.written.isdigit()) else ()

    def _next(
        self, last: NamedProvision, begun: int, is_said: Callable[[str], bool]
    ) -> NamedProvision | None:
        """Read a provision that follows another one, whose section and number it may leave out."""
        folded = fold(last.rest)
        letter = _LETTER.match(folded, begun)
        if letter and last.letter and "." not in last.letter and letter["letter"] > last.letter:
            rest = last.rest[letter.end() :]
            return last._replace(
                letter=letter["letter"], rest=rest, written=f"{last.number}{letter['letter']}"
            )
        found = self._starting(last.rest, begun)
        if found is None:
            return None
        if found.written.isdigit() and not (_NUMBER.match(folded, begun) or is_said(found.rest)):
            return None
        is_of_same = found.section is None and found.written[:1].isdigit()
        return found._replace(section=last.section) if is_of_same else found

    def _starting(self, text: str, begun: int) -> NamedProvision | None:
        """Read one provision at a position of a text."""
        after = text[begun:]
        for prefix in ("", "la "):
            found = next(iter(self._references.find(prefix + fold(after))), None)
            if found and found.start <= len(prefix) < found.end and found.number != LAST:
                return _named(found, after, len(prefix))
        return None


def _named(found: SpokenReference, text: str, shift: int) -> NamedProvision:
    end = found.end - shift
    return NamedProvision(found.section, found.number, found.letter, text[end:], text[:end])


def _between(first: NamedProvision, last: NamedProvision) -> Iterator[NamedProvision]:
    """Yield the provisions after `first` up to `last`: by letter, or by number if neither has a letter."""
    if first.section is not last.section:
        return
    letters = f"{first.letter or ''}-{last.letter or ''}"
    if first.number == last.number and (stretch := re.fullmatch(r"([a-z])-([a-z])", letters)):
        for code in range(ord(stretch[1]) + 1, ord(stretch[2]) + 1):
            yield last._replace(letter=chr(code), written=f"{last.number}{chr(code)}")
    elif letters == "-" and 0 < last.number - first.number <= _MOST_BETWEEN:
        for number in range(first.number + 1, last.number + 1):
            yield last._replace(number=number, written=str(number))
