"""Tell the language of a message by its everyday words and endings."""

import re
from collections.abc import Sequence

from knowledge.search.lexicon import Lexicon
from knowledge.search.stems import LANGUAGES

_ENDINGS = {
    "es": re.compile(
        r".{2,}(?:cion|ciones|dad|dades|mente|ado|ados|ada|adas|ando|iendo|aron|ieron|os|as|ar|er|ir|ez|io|ia)$"
    ),
    "en": re.compile(r".{2,}(?:tion|tions|ing|ed|ly|ment|ness|ies|ship|ght|th|ck|sh|ity|ive|ance|ence)$"),
}
_STOP_WORD = 3


def language_of(words: Sequence[str], lexicon: Lexicon, default: str | None = None) -> str:
    """Return `es` or `en`; for a message that doesn't tell, `default`, or Spanish without one."""
    scores = {
        language: sum(
            _STOP_WORD * (word in lexicon.by_language[language]) + bool(_ENDINGS[language].match(word))
            for word in words
        )
        for language in LANGUAGES
    }
    if len(set(scores.values())) == 1:
        return default or LANGUAGES[0]
    return max(LANGUAGES, key=scores.__getitem__)
