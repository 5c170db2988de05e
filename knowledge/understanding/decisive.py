"""Words that decide: a provision that doesn't say them doesn't answer a question that does."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from knowledge.language.datafiles import faulty, read_lines
from knowledge.language.folding import WORD, fold, words
from knowledge.language.phrases import Phrases
from knowledge.language.verbs import SpanishForms, Verbs
from knowledge.search.spelling import MIN_LENGTH
from knowledge.values.notices import mark, notice

EXACT = "="
"""Marks a variant that looks like an infinitive, or whose other forms mean something else."""

_INFINITIVE = ("ar", "er", "ir")


class Decisive(NamedTuple):
    """Words of a question that decide, as they stand there; `line` is theirs in decisive_words.txt."""

    wording: str
    line: int


class DecisiveWords:
    """Find the words of decisive_words.txt in questions, and in what provisions say.

    `asked` are the variants that decide, each with its line; `said` those by which an act may say it.
    """

    def __init__(self, asked: Iterable[tuple[str, int]], said: Mapping[int, Iterable[str]]) -> None:
        self._asked = Phrases(asked)
        self._said = {
            line: Phrases((variant, line) for variant in variants) for line, variants in said.items()
        }

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, folder: Path) -> "DecisiveWords":
        """Read decisive_words.txt in a folder of data files; raise FaultyData on an empty variant."""
        path = folder / "decisive_words.txt"
        verbs = Verbs.load(folder)
        asked: list[tuple[str, int]] = []
        said: dict[int, tuple[str, ...]] = {}
        for number, line in read_lines(path):
            own, _, instead = line.partition(">")
            variants, others = (
                [variant.strip() for variant in part.split("|")] if part else [] for part in (own, instead)
            )
            if not all(map(words, (*variants, *others))):
                raise faulty(path, number, notice(mark("una variante está vacía")))
            forms = [form for variant in variants for form in _forms(variant, verbs)]
            asked += [(form, number) for form in forms]
            said[number] = (*forms, *(form for variant in others for form in _forms(variant, verbs)))
        return cls(asked, said)

    @property
    def vocabulary(self) -> set[str]:
        """The words of all variants that decide, but those too short to hide behind a typing error."""
        return {word for word in self._asked.vocabulary if len(word) >= MIN_LENGTH}

    def find(self, text: str) -> Iterator[Decisive]:
        """Yield what decides in a question."""
        places = list(WORD.finditer(fold(text)))
        for match in self._asked.find([place[0] for place in places]):
            wording = text[places[match.start].start() : places[match.end - 1].end()]
            yield Decisive(wording, match.meaning)

    def says(self, text: str, decisive: Decisive) -> bool:
        """Tell whether a text says what words of a question decide."""
        return any(True for _ in self._said[decisive.line].find(words(text)))


def _forms(variant: str, verbs: Verbs) -> Iterator[str]:
    """Yield a variant, and the other forms of an infinitive."""
    yield variant.removeprefix(EXACT)
    if variant.endswith(_INFINITIVE) and " " not in variant and not variant.startswith(EXACT):
        yield from _conjugated(verbs.spanish(" ".join(words(variant))))


def _conjugated(verb: SpanishForms) -> Iterator[str]:
    yield from (*verb.present, *verb.preterite, *verb.subjunctive, *verb.future, verb.gerund)
    masculine = verb.participle.removesuffix("o")
    yield from (masculine + ending for ending in ("o", "a", "os", "as"))
