"""The bilingual thesaurus: which words and phrases stand for one notion of the field."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from knowledge.language.datafiles import faulty, read_lines
from knowledge.language.folding import words
from knowledge.search.stems import LANGUAGES, stem, stems
from knowledge.values.notices import mark, notice

MIN_VARIANTS = 2

EXACT = "="
"""Marks a variant that stands for its own forms only: «trabajadores», but not «trabajar»."""


class Variant(NamedTuple):
    """One way to say a concept, as the stems of its words in one language; `narrower` for a kind of it."""

    stems: tuple[str, ...]
    concept: str
    narrower: bool = False


class ConceptMatch(NamedTuple):
    """A variant found in a text: its words from `start` up to `end`, and the concepts it may stand for."""

    start: int
    end: int
    concepts: tuple[str, ...]


VariantLookup = Callable[[str, str], Sequence[Variant]]
"""Gives the variants of a language whose first stem is the given one, the longest first."""


class Thesaurus:
    """Find concepts in texts; a concept is named by the first variant of its line."""

    def __init__(self, lookup: VariantLookup) -> None:
        self._lookup = lookup

    def find(self, tokens: Sequence[str], language: str, *, narrower: bool = False) -> Iterator[ConceptMatch]:
        """Yield every variant in folded words by the stems of one language, from left to right.

        With `narrower`, kinds of a concept count as well, as they should in acts: who asks for events wants
        workshops too, but who asks for a workshop wants no other event.
        """
        forms = [(*stems(token, language), EXACT + token) for token in tokens]
        for position, here in enumerate(forms):
            found: dict[int, dict[str, None]] = defaultdict(dict)
            for variant in chain.from_iterable(self._lookup(language, first) for first in here):
                end = position + len(variant.stems)
                if end <= len(forms) and (narrower or not variant.narrower):
                    if all(
                        each in form for each, form in zip(variant.stems, forms[position:end], strict=True)
                    ):
                        found[end][variant.concept] = None
            for end, concepts in found.items():
                yield ConceptMatch(position, end, tuple(concepts))


class ThesaurusFile:
    """The lines of thesaurus.txt: `variants` by language and first stem, and all their words.

    A group is the variants of one concept, then the kinds of it.
    """

    def __init__(self, groups: Iterable[tuple[Sequence[str], Sequence[str]]]) -> None:
        self.words: set[str] = set()
        found: dict[tuple[str, str], dict[Variant, None]] = defaultdict(dict)
        for variants, kinds in groups:
            concept = " ".join(words(variants[0]))
            for place, written in enumerate((*variants, *kinds)):
                tokens = words(written)
                self.words.update(tokens)
                for language in LANGUAGES:
                    if written.startswith(EXACT):
                        forms = tuple(EXACT + token for token in tokens)
                    else:
                        forms = tuple(stem(token, language) for token in tokens)
                    variant = Variant(forms, concept, narrower=place >= len(variants))
                    found[language, forms[0]][variant] = None
        self.variants = {
            first: sorted(each, key=lambda variant: -len(variant.stems)) for first, each in found.items()
        }

    @classmethod
    def load(cls, folder: Path) -> "ThesaurusFile":
        """Read thesaurus.txt in a folder of data files.

        Raises:
            FaultyData: a line has fewer than two variants, or an empty one.
        """
        path = folder / "thesaurus.txt"
        groups = []
        for number, line in read_lines(path):
            own, _, narrower = line.partition(">")
            variants, kinds = (
                [variant.strip() for variant in part.split("|")] if part else [] for part in (own, narrower)
            )
            if len(variants) + len(kinds) < MIN_VARIANTS or not all(map(words, (*variants, *kinds))):
                raise faulty(path, number, notice(mark("se esperan dos o más variantes separadas por «|»")))
            groups.append((variants, kinds))
        return cls(groups)

    @property
    def thesaurus(self) -> Thesaurus:
        """The thesaurus of these lines."""
        return Thesaurus(lambda language, first: self.variants.get((language, first), ()))
