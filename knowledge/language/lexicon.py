"""Everyday words: those that say little about the topic of a question, and abbreviations."""

from dataclasses import dataclass
from pathlib import Path

from knowledge.language.datafiles import load_yaml
from knowledge.language.folding import fold, words
from knowledge.language.stems import LANGUAGES
from knowledge.values.base import Value


class _LexiconFile(Value):
    stop: dict[str, str]
    light: dict[str, str]
    short: dict[str, str]


@dataclass(frozen=True)
class Lexicon:
    """Folded everyday words of both languages.

    `by_language` holds the stop words that tell the languages apart, `short` abbreviations with their words.
    """

    stop: frozenset[str]
    light: frozenset[str]
    by_language: dict[str, frozenset[str]]
    short: dict[str, str]

    @classmethod
    def load(cls, folder: Path) -> "Lexicon":
        """Read everyday_words.yaml in a folder of data files; raise FaultyData on a mistake."""
        content = load_yaml(folder / "everyday_words.yaml", _LexiconFile)
        own = {language: frozenset(words(content.stop.get(language, ""))) for language in LANGUAGES}
        return cls(
            stop=frozenset().union(*own.values()),
            light=frozenset(words(" ".join(content.light.values()))),
            by_language=own,
            short={fold(written): fold(meant) for written, meant in content.short.items()},
        )
