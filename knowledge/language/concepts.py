"""Read concepts.txt files: the words and phrases for each notion, and the rules for such files."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, permutations, product
from pathlib import Path
from typing import NamedTuple

from knowledge.language.datafiles import DataFolders, faulty, read_lines
from knowledge.language.folding import words
from knowledge.language.notions import Notion
from knowledge.language.stems import LANGUAGES, is_form, stem
from knowledge.language.thesaurus import ARTICLES, Thesaurus, Variant
from knowledge.values.notices import Notice, mark, notice

FILE = "concepts.txt"
CITIES = "cities.txt"

MIN_VARIANTS = 2
MAX_WORDS = 3
"""Most words of a variant: a longer one is somebody's sentence, and nobody else says it."""

MAX_LINE = 400
"""Most characters of a line: a longer one is several notions."""

EXACT = "="
"""Marks a variant that stands for its own form only: «=plaza», but not «plazo»."""

_TOO_FEW = mark("se esperan dos o más variantes separadas por «|»")
_ID = re.compile(r"[a-z]+(?:-[a-z]+)*")


class Concept(NamedTuple):
    """A line: the id of a notion, its names, and the names of its kinds."""

    id: str
    variants: tuple[str, ...]
    kinds: tuple[str, ...] = ()


class Concepts:
    """All notions: their `variants` by language and first stem, and all their words.

    Concepts with the same id are one notion, so that a forum can add its words to a general one.
    """

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.words: set[str] = set()
        found: dict[tuple[str, str], dict[Variant, None]] = defaultdict(dict)
        for concept in concepts:
            for place, written in enumerate((*concept.variants, *concept.kinds)):
                tokens = _telling(written)
                self.words.update(tokens)
                is_kind = place >= len(concept.variants)
                variant = Variant(tokens, concept.id, is_kind, written.startswith(EXACT))
                for language in LANGUAGES:
                    found[language, stem(tokens[0], language)][variant] = None
        self.variants = {
            first: sorted(each, key=lambda variant: -len(variant.words)) for first, each in found.items()
        }

    @classmethod
    def load(cls, data: DataFolders, *additions: Path) -> "Concepts":
        """Read the general notions, those of the forum, its cities, and `additions` of the secretariat.

        All but the first may be missing. The secretariat's lines need no id, and may repeat known words.

        Raises:
            FaultyData: a line breaks a rule, or a notion that the code uses is missing.
        """
        general = read_concepts(data.language / FILE)
        _require_named(data.language / FILE, general)
        forum = _if_there(data.forum / FILE)
        cities = (concept for path in _if_there(data.forum / CITIES) for concept in _cities(path))
        added = (
            _added(path, *line) for each in additions for path in _if_there(each) for line in read_lines(path)
        )
        return cls((*general, *(each for path in forum for each in read_concepts(path)), *cities, *added))

    @property
    def thesaurus(self) -> Thesaurus:
        """The thesaurus of these notions."""
        return Thesaurus(lambda language, first: self.variants.get((language, first), ()))


def read_concepts(path: Path) -> tuple[Concept, ...]:
    """Read a file of notions; raise FaultyData on the first line that breaks a rule."""
    return _concepts(path, tuple(read_lines(path)))


@lru_cache(maxsize=8)  # a base is built with the same notions again and again, and checking them is slow
def _concepts(path: Path, entries: tuple[tuple[int, str], ...]) -> tuple[Concept, ...]:
    lines: dict[str, int] = {}
    concepts = []
    for number, line in entries:
        name, colon, rest = line.partition(":")
        if not colon or not _ID.fullmatch(name):
            raise faulty(path, number, notice(mark("se espera «nombre: variante | variante»")))
        if name in lines:
            twice = notice(mark("«{id}» ya está en la línea {line}"), id=name, line=lines[name])
            raise faulty(path, number, twice)
        lines[name] = number
        concept = _concept(path, number, name, rest)
        if fault := _fault(concept, line):
            raise faulty(path, number, fault)
        concepts.append(concept)
    return tuple(concepts)


def fault_of(line: str) -> Notice | None:
    """Return the rule that a new line of the secretariat breaks, or None.

    Lines already in its file are checked less strictly: whoever wrote them there may have had reasons.
    """
    name, colon, rest = line.partition(":")
    concept = _read(name if colon else "", rest if colon else line)
    return _fault(concept, line) if concept else notice(_TOO_FEW)


def variants_of(line: str) -> tuple[str, ...]:
    """Return the words and phrases of a line, without their marks."""
    own, kinds = _parts(line.partition(":")[2] or line)
    return tuple(variant.removeprefix(EXACT).strip() for variant in (*own, *kinds))


def _telling(variant: str) -> tuple[str, ...]:
    """Return the folded words of a variant without its articles, which texts may leave out."""
    return tuple(word for word in words(variant) if word not in ARTICLES)


def _if_there(path: Path) -> list[Path]:
    return [path] if path.exists() else []


def _concept(path: Path, number: int, name: str, line: str) -> Concept:
    concept = _read(name, line)
    if concept is None:
        raise faulty(path, number, notice(_TOO_FEW))
    return concept


def _read(name: str, line: str) -> Concept | None:
    """Read a line without its id; return None if it has too few variants, or an empty one."""
    variants, kinds = _parts(line)
    if len(variants) + len(kinds) < MIN_VARIANTS or not all(map(_telling, (*variants, *kinds))):
        return None
    return Concept(name, variants, kinds)


def _parts(line: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    own, _, narrower = line.partition(">")
    variants, kinds = (
        tuple(variant.strip() for variant in part.split("|")) if part.strip() else ()
        for part in (own, narrower)
    )
    return variants, kinds


def _added(path: Path, number: int, line: str) -> Concept:
    """Read a line of the secretariat; without an id, it is a new notion."""
    name, colon, rest = line.partition(":")
    if colon:
        return _concept(path, number, name.strip(), rest)
    concept = _concept(path, number, "", line)
    return concept._replace(id=" ".join(words(concept.variants[0])))


def _cities(path: Path) -> Iterator[Concept]:
    """Read a file of cities, with the names of one per line; they also become kinds of «ciudad»."""
    for number, line in read_lines(path):
        names = tuple(name.strip() for name in line.split("|"))
        if not all(map(_telling, names)):
            raise faulty(path, number, notice(mark("una variante está vacía")))
        yield Concept(" ".join(words(names[0])), names)
        yield Concept(Notion.CITY, (), names)


def _require_named(path: Path, concepts: Iterable[Concept]) -> None:
    missing = set(Notion) - {concept.id for concept in concepts}
    for name in sorted(missing):
        raise faulty(path, 1, notice(mark("falta «{id}», que el programa nombra"), id=name))


def _fault(concept: Concept, line: str) -> Notice | None:
    """Return the rule that a line breaks, or None."""
    if len(line) > MAX_LINE:
        return notice(mark("la línea tiene más de {number} caracteres"), number=MAX_LINE)
    variants = (*concept.variants, *concept.kinds)
    for variant in variants:
        if len(words(variant)) > MAX_WORDS:
            return notice(mark("«{variant}» tiene más de tres palabras"), variant=variant)
    # Other words in acts may be wider than those of a question, but not the other way round.
    within = chain(permutations(concept.variants, 2), permutations(concept.kinds, 2))
    for shorter, longer in chain(within, product(concept.variants, concept.kinds)):
        if _finds(shorter, longer):
            return notice(mark("«{variant}» sobra junto a «{other}»"), variant=longer, other=shorter)
    return None


def _finds(shorter: str, longer: str) -> bool:
    """Tell whether one variant matches wherever another of its line does."""
    few, many = _telling(shorter), _telling(longer)
    if longer.startswith(EXACT) and not shorter.startswith(EXACT):
        return False
    is_same = _equals if shorter.startswith(EXACT) else is_form
    starts = range(len(many) - len(few) + 1)
    return any(all(map(is_same, few, many[start : start + len(few)])) for start in starts)


def _equals(left: str, right: str) -> bool:
    return left == right
