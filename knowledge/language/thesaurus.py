"""The bilingual thesaurus: find the words and phrases for a notion."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, starmap
from typing import NamedTuple

from knowledge.language.stems import Root, is_form, own_roots, roots


class Variant(NamedTuple):
    """One wording of a concept, folded; `narrower` if it is a kind of it, `exact` if no other form counts."""

    words: tuple[str, ...]
    concept: str
    narrower: bool = False
    exact: bool = False


class ConceptMatch(NamedTuple):
    """A variant found in a text: its words from `start` up to `end`, and the concepts it may stand for."""

    start: int
    end: int
    concepts: tuple[str, ...]


ARTICLES = frozenset({"el", "la", "los", "las", "su", "sus", "the", "their", "its", "our"})
"""Words that may come between those of a phrase: «cubrir los gastos» is «cubrir gastos»."""

_KEPT = 16384

_PLURAL = re.compile(r"(?<=[lnrdz])es$|(?<!s)s$")

_Beginning = tuple[list[Variant], dict[Root, list[Variant]]]

VariantLookup = Callable[[str, str], Sequence[Variant]]
"""Returns the variants in a language whose first word has a stem, the longest first."""


class Thesaurus:
    """Find concepts in texts, named by their ids.

    Words are looked up by the stems of both languages, whatever the text is in, so that «documento» finds
    "documents" and nobody has to list both.
    """

    def __init__(self, lookup: VariantLookup) -> None:
        self._lookup = lookup
        self._beginning = lru_cache(maxsize=_KEPT)(self._beginning_with)

    def find(self, tokens: Sequence[str], *, narrower: bool = False) -> Iterator[ConceptMatch]:
        """Yield every variant in folded words, from left to right.

        With `narrower`, kinds of a concept count as well, as they should in acts: a question about events is
        about workshops too, but one about a workshop isn't about other events.
        """
        places = [place for place, token in enumerate(tokens) if token not in ARTICLES]
        told = [tokens[place] for place in places]
        for position, token in enumerate(told):
            single, longer = self._beginning(token)
            if not (single or longer):
                continue
            found: dict[int, dict[str, None]] = defaultdict(dict)
            for variant in single:
                if narrower or not variant.narrower:
                    found[position + 1][variant.concept] = None
            following = roots(told[position + 1]) if longer and position + 1 < len(told) else ()
            for variant in dict.fromkeys(chain.from_iterable(longer.get(each, ()) for each in following)):
                end = position + len(variant.words)
                if (narrower or not variant.narrower) and _goes_on(variant, told[position:end]):
                    found[end][variant.concept] = None
            for end, concepts in found.items():
                yield ConceptMatch(places[position], places[end - 1] + 1, tuple(concepts))

    def _beginning_with(self, token: str) -> _Beginning:
        """Return the variants that begin with any form of a folded word; longer ones by their second stem.

        A word that is itself a variant isn't another's form: «plaza» is a post, not one «plazo».
        """
        single: list[Variant] = []
        longer: dict[Root, list[Variant]] = defaultdict(list)
        for variant in dict.fromkeys(chain.from_iterable(starmap(self._lookup, roots(token)))):
            if not _is_form(variant.words[0], token, exact=variant.exact):
                continue
            if len(variant.words) == 1:
                single.append(variant)
            else:
                for second in own_roots(variant.words[1]):
                    longer[second].append(variant)
        own = [variant for variant in single if _singular(variant.words[0]) == _singular(token)]
        return own or single, longer


def _goes_on(variant: Variant, tokens: Sequence[str]) -> bool:
    """Tell whether words that begin like a variant continue like it."""
    if len(tokens) != len(variant.words):
        return False
    pairs = zip(variant.words[1:], tokens[1:], strict=True)
    return all(_is_form(word, token, exact=variant.exact) for word, token in pairs)


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else _PLURAL.sub("", word)


@lru_cache(maxsize=_KEPT)
def _is_form(word: str, token: str, *, exact: bool) -> bool:
    return token == word or (not exact and is_form(word, token))
