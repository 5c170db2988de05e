"""Group questions that ask the same thing, by their words and, where the encoder is on, by their meaning."""

import re
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz

from knowledge.language.folding import words

SAME_WORDS = 75.0
"""Likeness of the words of two questions, in any order, out of 100, from which they ask the same thing."""

SAME_MEANING = 0.93
"""Likeness of their vectors, out of 1, from which they do.

Both are the lowest at which 9 of 10 grouped pairs are about one provision: see benchmarks/grouping.py. A
group is discarded as a whole, so a question that asks something else would be lost with it.
"""

Encode = Callable[[Sequence[str]], npt.NDArray[np.float32] | None]
_NUMBER = re.compile(r"\d+")


def group_alike(
    texts: Sequence[str],
    encode: Encode | None = None,
    *,
    same_words: float = SAME_WORDS,
    same_meaning: float = SAME_MEANING,
) -> list[list[int]]:
    """Return groups of indexes into `texts`, each text with the first it resembles; larger groups first.

    Texts with different numbers ask different things, however alike: «conclusión 12» and «conclusión 13».
    """
    folded = [" ".join(words(text)) for text in texts]
    numbers = [frozenset(_NUMBER.findall(text)) for text in texts]
    vectors = encode(texts) if encode and texts else None
    groups: list[list[int]] = []
    for place in range(len(texts)):
        for group in groups:
            head = group[0]
            if numbers[head] != numbers[place]:
                continue
            alike = fuzz.token_sort_ratio(folded[head], folded[place]) >= same_words
            if alike or (vectors is not None and float(vectors[head] @ vectors[place]) >= same_meaning):
                group.append(place)
                break
        else:
            groups.append([place])
    return sorted(groups, key=lambda group: -len(group))
