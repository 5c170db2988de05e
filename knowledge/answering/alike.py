"""Put questions together that ask the same, by their words and, where the encoder is on, by their meaning."""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz

from knowledge.language.folding import words

SAME_WORDS = 82.0
"""Likeness of the words of two questions, of a hundred, from which on they ask the same."""

SAME_MEANING = 0.9
"""Likeness of their vectors, of one, from which on they do."""

Encode = Callable[[Sequence[str]], npt.NDArray[np.float32] | None]


def group_alike(texts: Sequence[str], encode: Encode | None = None) -> list[list[int]]:
    """Return groups of places in `texts`, each text with the first that it is like; larger groups first."""
    folded = [" ".join(words(text)) for text in texts]
    vectors = encode(texts) if encode and texts else None
    groups: list[list[int]] = []
    for place in range(len(texts)):
        for group in groups:
            head = group[0]
            alike = fuzz.token_set_ratio(folded[head], folded[place]) >= SAME_WORDS
            if alike or (vectors is not None and float(vectors[head] @ vectors[place]) >= SAME_MEANING):
                group.append(place)
                break
        else:
            groups.append([place])
    return sorted(groups, key=lambda group: -len(group))
