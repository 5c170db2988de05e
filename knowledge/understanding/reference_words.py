"""The words people name provisions with, from reference_words.yaml."""

from functools import lru_cache
from pathlib import Path

from knowledge.language.datafiles import load_yaml
from knowledge.language.folding import fold
from knowledge.values.base import Value


class ReferenceWords(Value):
    """The contents of reference_words.yaml, where each field is explained; words are folded."""

    sections: dict[str, frozenset[str]]
    letters: frozenset[str]
    chapters: frozenset[str]
    joints: frozenset[str]
    articles: frozenset[str]
    asking: frozenset[str]
    foreign_before: frozenset[str]
    foreign_after: frozenset[str]
    after_letter: frozenset[str]


@lru_cache(maxsize=4)
def load_reference_words(folder: Path) -> ReferenceWords:
    """Read reference_words.yaml in a folder of data files; raise FaultyData on a mistake."""
    written = load_yaml(folder / "reference_words.yaml", ReferenceWords)
    lists = {name: frozenset(map(fold, value)) for name, value in written if name != "sections"}
    sections = {name: frozenset(map(fold, section)) for name, section in written.sections.items()}
    return ReferenceWords(sections=sections, **lists)
