"""Tell the language of a text by its commonest words."""

from collections import Counter

from knowledge.language.folding import words

_COMMON = {
    "es": frozenset({"de", "la", "el", "los", "las", "que", "en", "del", "por", "para", "con", "una", "y"}),
    "en": frozenset({"the", "of", "and", "to", "in", "for", "that", "on", "with", "its", "by", "be"}),
}


def language_of(text: str) -> str:
    """Return `es` or `en`, whichever has more of its commonest words in a text."""
    counts = Counter(words(text))
    return max(_COMMON, key=lambda language: sum(counts[word] for word in _COMMON[language]))
