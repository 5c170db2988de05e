"""Lower-case shouted text: the encoder takes «QUE DIA PAGA PANAMA» for something else."""

import re

from knowledge.language.folding import fold
from knowledge.language.frequencies import WordFrequencies
from knowledge.language.parties import ACRONYM_LENGTH

_WORD = re.compile(r"[^\W\d_]+")
_SHOUTED = 0.6
"""Share of words in capitals from which a message is shouted."""


def lowered(text: str, frequencies: WordFrequencies) -> str:
    """Lower-case a message that is shouted, or single common words that are too long for acronyms."""
    words = [word[0] for word in _WORD.finditer(text) if len(word[0]) > 1]
    shouted = {word for word in words if word.isupper()}
    if len(shouted) > 1 and sum(word in shouted for word in words) >= _SHOUTED * len(words):
        return text.lower()
    usual = {word for word in shouted if len(word) > ACRONYM_LENGTH and frequencies.of(fold(word))}
    return _WORD.sub(lambda word: word[0].lower() if word[0] in usual else word[0], text)
