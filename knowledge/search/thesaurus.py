"""The bilingual thesaurus: which words and phrases stand for one notion of the field."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from knowledge.language.datafiles import faulty, read_lines
from knowledge.language.folding import words
from knowledge.search.stems import LANGUAGES, forms, inflects, stem, stems
from knowledge.values.notices import mark, notice

MIN_VARIANTS = 2

EXACT = "="
"""Marks a variant that stands for its own forms only: «trabajadores», but not «trabajar»."""


class Variant(NamedTuple):
    """One way to say a concept: its folded words; `narrower` for a kind of it, `exact` for just that form."""

    words: tuple[str, ...]
    concept: str
    narrower: bool = False
    exact: bool = False


class ConceptMatch(NamedTuple):
    """A variant found in a text: its words from `start` up to `end`, and the concepts it may stand for."""

    start: int
    end: int
    concepts: tuple[str, ...]


_KEPT = 16384

_Beginning = tuple[list[Variant], dict[str, list[Variant]]]

VariantLookup = Callable[[str, str], Sequence[Variant]]
"""Gives the variants of a language whose first word has the given stem, the longest first."""


class Thesaurus:
    """Find concepts in texts; a concept is named by the first variant of its line."""

    def __init__(self, lookup: VariantLookup) -> None:
        self._lookup = lookup
        self._beginning = lru_cache(maxsize=_KEPT)(self._beginning_with)

    def find(self, tokens: Sequence[str], language: str, *, narrower: bool = False) -> Iterator[ConceptMatch]:
        """Yield every variant in folded words by the stems of one language, from left to right.

        With `narrower`, kinds of a concept count as well, as they should in acts: who asks for events wants
        workshops too, but who asks for a workshop wants no other event.
        """
        for position, token in enumerate(tokens):
            single, longer = self._beginning(token, language)
            if not (single or longer):
                continue
            found: dict[int, dict[str, None]] = defaultdict(dict)
            for variant in single:
                if narrower or not variant.narrower:
                    found[position + 1][variant.concept] = None
            following = stems(tokens[position + 1], language) if longer and position + 1 < len(tokens) else ()
            for variant in chain.from_iterable(longer.get(second, ()) for second in following):
                end = position + len(variant.words)
                if (narrower or not variant.narrower) and _goes_on(variant, tokens[position:end], language):
                    found[end][variant.concept] = None
            for end, concepts in found.items():
                yield ConceptMatch(position, end, tuple(concepts))

    def _beginning_with(self, token: str, language: str) -> _Beginning:
        """Return the variants that a folded word begins in any form; longer ones by their second stem."""
        single: list[Variant] = []
        longer: dict[str, list[Variant]] = defaultdict(list)
        for first in stems(token, language):
            for variant in self._lookup(language, first):
                if not _is_form(variant.words[0], token, language, exact=variant.exact):
                    continue
                if len(variant.words) == 1:
                    single.append(variant)
                else:
                    longer[stem(variant.words[1], language)].append(variant)
        return single, longer


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
                tokens = tuple(words(written))
                self.words.update(tokens)
                variant = Variant(tokens, concept, place >= len(variants), written.startswith(EXACT))
                for language in LANGUAGES:
                    found[language, stem(tokens[0], language)][variant] = None
        self.variants = {
            first: sorted(each, key=lambda variant: -len(variant.words)) for first, each in found.items()
        }

    @classmethod
    def load(cls, folder: Path, *additions: Path) -> "ThesaurusFile":
        """Read thesaurus.txt in a folder of data files, and files of further lines where they exist.

        Raises:
            FaultyData: a line has fewer than two variants, or an empty one.
        """
        paths = (folder / "thesaurus.txt", *(path for path in additions if path.exists()))
        return cls(_group(path, number, line) for path in paths for number, line in read_lines(path))

    @property
    def thesaurus(self) -> Thesaurus:
        """The thesaurus of these lines."""
        return Thesaurus(lambda language, first: self.variants.get((language, first), ()))


def _goes_on(variant: Variant, tokens: Sequence[str], language: str) -> bool:
    """Tell whether words that begin as a variant go on as it does."""
    if len(tokens) != len(variant.words):
        return False
    pairs = zip(variant.words[1:], tokens[1:], strict=True)
    return all(word == token or _is_form(word, token, language, exact=variant.exact) for word, token in pairs)


@lru_cache(maxsize=_KEPT)
def _is_form(word: str, token: str, language: str, *, exact: bool) -> bool:
    return token == word or (not exact and any(inflects(word, form) for form in forms(token, language)))


def _group(path: Path, number: int, line: str) -> tuple[list[str], list[str]]:
    own, _, narrower = line.partition(">")
    variants, kinds = (
        [variant.strip() for variant in part.split("|")] if part else [] for part in (own, narrower)
    )
    if len(variants) + len(kinds) < MIN_VARIANTS or not all(map(words, (*variants, *kinds))):
        raise faulty(path, number, notice(mark("se esperan dos o más variantes separadas por «|»")))
    return variants, kinds
