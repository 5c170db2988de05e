"""Find the provisions that people name: `16a`, `c16a`, «la 16 letra a», «punto dieciséis»."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from knowledge.language.months import month_number
from knowledge.language.numbers import number_of, ordinal_of
from knowledge.reading.files.ordinals import letter
from knowledge.understanding.reference_tokens import Token, at, chapter_at, opens_year, roman_place, tokens_of
from knowledge.understanding.reference_words import ReferenceWords
from knowledge.values.references import Section

LAST = -1
"""Stands for the number of a section's last provision: «la última conclusión»."""

MAX_DIGITS = 3

MAX_SHORT = 6
"""Most letters of an abbreviation with a full stop: «concl. 2»."""

_MARKS = {
    "c": Section.CONCLUSION,
    "r": Section.RECOMMENDATION,
    "a": Section.AGREEMENT,
    "d": Section.PARAGRAPH,
}
_TOUCHING_MARKS = frozenset("ad")
"""Marks that are words, or begin one: they only count right before the number."""
_WORD_LETTERS = frozenset("aeoydqkxn")
_ARTICLE_NUMBERS = frozenset({"a", "an", "un", "una"})
_LINKS = frozenset({",", "y", "e", "and", "&"})
_RANGE = re.compile(r"\s*(?:a|al|hasta|to|through|-|–)\s*(?:la|el|the)?\s*")
"""The words between the first and the last provision of a range: «de la 3 a la 5»."""

_RANGE_LINKS = frozenset({"a", "al", "hasta", "to", "through", "-", "–"})
MAX_RANGE = 8
"""Most provisions that are listed for a range; a longer one stands for its first and last."""

_ENDINGS = frozenset(')].,;:?!¿¡»”"…')
_MOST_PLACES = 2
_POSITION_ALONE = 2
"""Position of the number in «B.2» with nothing before it."""
_SEPARATORS = frozenset('.-–(,:«“"')


class SpokenReference(NamedTuple):
    """A provision as named, at the characters from `start` up to `end`; without `section` the act decides.

    `printed` is a number that may be an act's own («ii.2»; «a.2» is the second of chapter A, or agreement 2),
    and `in_chapter` marks one that only an act with chapters can have: «2 del capítulo II».
    """

    section: Section | None
    number: int
    letter: str | None
    start: int
    end: int
    printed: str = ""
    in_chapter: bool = False

    @property
    def is_own(self) -> bool:
        """Whether only some acts have such a number."""
        return self.in_chapter or bool(self.printed)


class ReferenceFinder:
    """Find spoken references in folded texts."""

    def __init__(self, spoken: ReferenceWords) -> None:
        self._spoken = spoken
        self._section_of = {
            word: None if name == "any" else Section(name)
            for name, section_words in spoken.sections.items()
            for word in section_words
        }

    @property
    def vocabulary(self) -> set[str]:
        """The words that name a provision or its letter."""
        return {*self._section_of, *self._spoken.letters}

    def find(self, folded: str) -> list[SpokenReference]:
        """List the provisions named in a folded text, in order."""
        tokens = tokens_of(folded)
        found: list[SpokenReference] = []
        for position in range(len(tokens)):
            named = (
                self._ordinal(tokens, position)
                or self._of_chapter(tokens, position)
                or self._number(tokens, position, found)
            )
            if named:
                between = folded[found[-1].end : named.start] if found else ""
                found += self._between(found[-1], named) if _RANGE.fullmatch(between) else ()
                found.append(named)
        return found

    @staticmethod
    def _between(first: SpokenReference, last: SpokenReference) -> Iterator[SpokenReference]:
        """Yield the provisions between two of the same section."""
        numbers = range(first.number + 1, last.number)
        if first.section is last.section and not (first.letter or last.letter) and len(numbers) < MAX_RANGE:
            for number in numbers:
                yield SpokenReference(first.section, number, None, first.start, last.end)

    def _ordinal(self, tokens: Sequence[Token], position: int) -> SpokenReference | None:
        """Read «la última recomendación», "second conclusion", «recomendación primera»."""
        here = tokens[position]
        number = ordinal_of(here.text)
        if number is None or _decimal_after(tokens, position):
            return None
        for beside in (at(tokens, position + 1), at(tokens, position - 1)):
            if beside.text in self._section_of:
                start, end = min(here.start, beside.start), max(here.end, beside.end)
                return SpokenReference(self._section_of[beside.text], number, None, start, end)
        return None

    def _of_chapter(self, tokens: Sequence[Token], position: int) -> SpokenReference | None:
        """Read «2 del capítulo II», "item 2 of part B", «capítulo II, punto 2», and «B.2»."""
        here = tokens[position]
        if not here.text.isdecimal() or len(here.text) > MAX_DIGITS or _decimal_after(tokens, position):
            return None
        number, point, mark = int(here.text), at(tokens, position - 1), at(tokens, position - 2)
        if point.text == "." and mark.is_letter and mark.end == point.start and point.end == here.start:
            return self._lettered(tokens, position)
        first, section, is_named = self._section(tokens, position, ())
        known = is_named or point.text in self._spoken.articles or not position
        after = position + 1
        while at(tokens, after).text in self._spoken.joints or at(tokens, after).text == ",":
            after += 1
        chapter = chapter_at(tokens, after, self._spoken.chapters)
        if chapter and (known or point.text in self._spoken.letters):
            start = tokens[first if is_named else position].start
            return SpokenReference(section, chapter[0], letter(number), start, chapter[1], in_chapter=True)
        before = first - 1
        while at(tokens, before).text in {",", ":", "-"}:
            before -= 1
        chapter = chapter_at(tokens, before - 1, self._spoken.chapters) if is_named else None
        if chapter and chapter[1] == tokens[before].end:
            start = tokens[before - 1].start
            return SpokenReference(section, chapter[0], letter(number), start, here.end, in_chapter=True)
        return None

    def _lettered(self, tokens: Sequence[Token], position: int) -> SpokenReference | None:
        """Read «B.2», which only counts where an act prints it; C, R, A and D are sections elsewhere."""
        mark, here = tokens[position - 2], tokens[position]
        first, section, is_named = self._section(tokens, position - 2, ())
        inner, end = _with_inner(tokens, letter(int(here.text)), here.end)
        alone = position == _POSITION_ALONE and end == tokens[-1].end
        if not (is_named or alone or at(tokens, position - 3).text in self._spoken.articles):
            return None
        start = tokens[first if is_named else position - 2].start
        if mark.text in _MARKS:
            printed = "".join(each.text for each in tokens if mark.start <= each.start < end)
            below = inner.partition(".")[2] if inner else ""
            number = int(here.text)
            return SpokenReference(_MARKS[mark.text], number, below or None, start, end, printed)
        place = ord(mark.text) - ord("a") + 1
        return SpokenReference(section, place, inner, start, end, in_chapter=True)

    def _number(
        self, tokens: Sequence[Token], position: int, found: Sequence[SpokenReference]
    ) -> SpokenReference | None:
        here = tokens[position]
        decimal = _decimal_after(tokens, position)
        roman = roman_place(here.text) if decimal else None
        number = None if here.text in _ARTICLE_NUMBERS else roman or number_of(here.text)
        if number is None or (here.text.isdigit() and len(here.text) > MAX_DIGITS):
            return None
        first, section, is_named = self._section(tokens, position, found)
        letter, end = decimal or _with_inner(tokens, *self._letter_after(tokens, position, is_named=is_named))
        if letter is None:
            letter, first = self._letter_before(tokens, first)
        if not is_named and not (
            (roman or here.text.isdigit()) and self._stands_alone(tokens, position, letter)
        ):
            return None
        printed = "".join(each.text for each in tokens[position:] if each.end <= end) if decimal else ""
        return SpokenReference(section, number, letter, tokens[max(first, 0)].start, end, printed)

    def _section(
        self, tokens: Sequence[Token], position: int, found: Sequence[SpokenReference]
    ) -> tuple[int, Section | None, bool]:
        """Read the section before a number: return where it begins, the section, and whether it is named."""
        here, before = tokens[position], at(tokens, position - 1)
        if before.text in _MARKS and (before.end == here.start or before.text not in _TOUCHING_MARKS):
            return position - 1, _MARKS[before.text], True
        mark = at(tokens, position - 2)
        if (
            before.text in _SEPARATORS
            and mark.text in _MARKS
            and mark.end == before.start
            and before.end == here.start
        ):
            return position - 2, _MARKS[mark.text], True
        first = position - 1
        if before.text == "." and mark.text in self._section_of and len(mark.text) <= MAX_SHORT:
            first -= 1
        while at(tokens, first).text in self._spoken.joints or at(tokens, first).text in {
            "#",
            "°",
            ":",
        }:
            first -= 1
        if at(tokens, first).text in self._section_of:
            return first, self._section_of[tokens[first].text], True
        if found and found[-1].end == at(tokens, first - 1).end:
            link, number = at(tokens, first).text, number_of(here.text) or 0
            if link in _LINKS or (link in _RANGE_LINKS and number > found[-1].number):
                return first + 1, found[-1].section, True
        return position, None, False

    def _letter_after(
        self, tokens: Sequence[Token], position: int, *, is_named: bool
    ) -> tuple[str | None, int]:
        """Read the letter of a sub-item after a number, and where the reference ends."""
        end = tokens[position].end
        after = position + 1
        if at(tokens, after).is_letter and tokens[after].start == end:
            return tokens[after].text, tokens[after].end
        introduced = False
        while at(tokens, after).text in _SEPARATORS or at(tokens, after).text in self._spoken.letters:
            introduced |= (
                tokens[after].text in self._spoken.letters or tokens[after].start == tokens[after - 1].end
            )
            after += 1
        letter = at(tokens, after)
        if not letter.is_letter or not (introduced or is_named or after == position + 1):
            return None, end
        beyond = at(tokens, after + 1)
        if letter.text in _MARKS and letter.end == beyond.start and beyond.text.isdigit():
            return None, end  # «C7, C8»: it opens another reference
        if after == position + 2 and tokens[position + 1].text == "." and end + 1 == letter.start:
            return letter.text, letter.end  # «16.a», as citations are printed
        following = beyond.text
        closed = (
            following in {"", *_ENDINGS}
            or following in self._spoken.after_letter
            or opens_year(tokens, after + 1)
        )
        if (letter.text in _WORD_LETTERS and not closed) or following in {"'", "’"}:
            return None, end
        return letter.text, letter.end

    def _letter_before(self, tokens: Sequence[Token], first: int) -> tuple[str | None, int]:
        """Read the letter before a reference («inciso d de la conclusión 2»), and where the whole begins."""
        before = first - 1
        while at(tokens, before).text in self._spoken.joints or at(tokens, before).text == ")":
            before -= 1
        letter, introduction = at(tokens, before), at(tokens, before - 1).text
        introduced = introduction in self._spoken.letters or introduction in self._spoken.articles
        at_start = before == 0 and letter.text not in _WORD_LETTERS
        if letter.is_letter and before < first - 1 and (introduced or at_start):
            return letter.text, before - introduced
        return None, first

    def _stands_alone(self, tokens: Sequence[Token], position: int, letter: str | None) -> bool:
        """Tell whether a number without a section still names a provision."""
        before, after, later = (at(tokens, position + step).text for step in (-1, 1, 2))
        is_number = before == "." and at(tokens, position - 2).text in self._spoken.joints  # «no. 12»
        if before in self._spoken.foreign_before or (
            before in {".", ",", "/", "-"} and position > 1 and not is_number
        ):
            return False
        if (
            (after in self._spoken.foreign_after and later not in self._spoken.after_letter)
            or month_number(after)
            or (after in {"de", "of"} and month_number(later))
        ):
            return False
        if letter or before in self._spoken.articles:
            return True
        said = {token.text for token in (*tokens[:position], *tokens[position + 1 :]) if token.text.isalnum()}
        return said <= self._spoken.asking | self._spoken.joints


def _decimal_after(tokens: Sequence[Token], position: int) -> tuple[str, int] | None:
    """Read the «.3» of «2.3» or «II.3» as a letter, or that of «2.3.a» or «2.3 a)», and where it ends.

    «2.500» and «3.5.2019» don't count.
    """
    point, places = at(tokens, position + 1), at(tokens, position + 2)
    touches = tokens[position].end == point.start and point.end == places.start
    if point.text != "." or not touches or not places.text.isdigit() or len(places.text) > _MOST_PLACES:
        return None
    after, inner = at(tokens, position + 3), at(tokens, position + 4)
    if after.text == "." and inner.text.isdigit():
        return None
    if after.text == "." and inner.is_letter and after.end == inner.start:
        return f"{letter(int(places.text))}.{inner.text}", inner.end
    if after.is_letter and inner.text == ")":
        return f"{letter(int(places.text))}.{after.text}", after.end
    return (letter(int(places.text)), places.end) if int(places.text) else None


def _with_inner(tokens: Sequence[Token], outer: str | None, end: int) -> tuple[str | None, int]:
    """Add the letter of an item of a sub-item, as the commands print it: the second of «C2.d.a»."""
    after = next((each for each, token in enumerate(tokens) if token.start == end), len(tokens))
    point, inner = at(tokens, after), at(tokens, after + 1)
    if outer and point.text == "." and inner.is_letter and point.end == inner.start:
        return f"{outer}.{inner.text}", inner.end
    return outer, end
