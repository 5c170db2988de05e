"""The register of parties: countries, bodies, networks and groups by any of their names."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.language.countries import abbreviations
from knowledge.language.datafiles import DataFolders
from knowledge.language.folding import WORD, fold, words
from knowledge.language.forum_parties import load_parties
from knowledge.values.parties import Party, PartyKind

ACRONYM_LENGTH = 4
"""Names of at most this many letters in capitals only match capitals in an act: «ST», not «st»."""

ALIKE = 0.75
"""Least likeness of typed text to a name: one error in four letters; «OIN» is neither OIM nor OIT."""

_GAP = re.compile(r"[\s.,\-–/'’&]*")
_AT = re.compile(r"\b(?:en|in|at|(?:ciudad|city)\s+(?:de|of))\s+(?:las?\s+|los\s+|the\s+)?$", re.IGNORECASE)
_AT_REACH = 20
_ARTICLES = frozenset({"los", "las", "la", "the", "de", "del", "of"})
_WITHIN = frozenset({"el", "la", "los", "las", "the"})
"""Articles that may stand within a name: «Red contra el Tráfico y la Trata»."""


class Mention(NamedTuple):
    """A party's name in a text, at the characters from `start` up to `end`."""

    name: str
    start: int
    end: int


class _Form(NamedTuple):
    words: tuple[str, ...]
    party: str
    capitals: bool
    abroad: bool


class PartyRegister:
    """Find parties by name."""

    def __init__(self, parties: Iterable[Party]) -> None:
        self.parties = {party.name: party for party in parties}
        self._written = _index((form, party) for party in self.parties.values() for form in party.written)
        self._spoken = _index(
            (form, party)
            for party in self.parties.values()
            for form in (*party.written, *party.spoken, *_possessive(party))
            if not party.abroad
        )

    @classmethod
    def load(cls, data: DataFolders) -> "PartyRegister":
        """Read the parties of a forum; raise FaultyData on a mistake."""
        return cls(load_parties(data))

    @property
    def members(self) -> tuple[str, ...]:
        """The forum's member countries, in the order of the file."""
        return tuple(party.name for party in self.parties.values() if party.member)

    @property
    def all_members(self) -> tuple[str, ...]:
        """The groups of all members; the first one is used where acts name none."""
        return tuple(party.name for party in self.parties.values() if party.all_members)

    def written(self, name: str | None) -> tuple[str, ...]:
        """Return every form in which acts write a party, by its canonical name; none for None."""
        return self.parties[name].written if name else ()

    def find(self, text: str, *, spoken: bool = False) -> list[Mention]:
        """List the parties named in a text, in order, preferring longer names.

        With `spoken`, forms that only people use count too, and acronyms in lower case.
        """
        forms = self._spoken if spoken else self._written
        tokens = list(WORD.finditer(fold(text)))
        mentions: list[Mention] = []
        position = 0
        while position < len(tokens):
            begun = forms.get(tokens[position][0])
            named = _longest(begun, tokens, position, text, spoken=spoken) if begun else None
            if named is None:
                position += 1
                continue
            form, end = named
            mentions.append(Mention(form.party, tokens[position].start(), tokens[end - 1].end()))
            position = end
        return mentions

    def named(self, text: str) -> str | None:
        """Return the canonical name of the only party that a whole text names, as people write, or None."""
        mentions = self.find(text, spoken=True)
        rest = text
        for mention in reversed(mentions):
            rest = rest[: mention.start] + rest[mention.end :]
        names = {mention.name for mention in mentions}
        return names.pop() if len(names) == 1 and set(WORD.findall(fold(rest))) <= _ARTICLES else None

    def closest(self, text: str) -> str | None:
        """Return the party that a whole text names, despite a typing error or two («panma»), or None."""
        near = self.nearest(text)
        return near[0] if near else None

    def nearest(self, text: str) -> tuple[str, float] | None:
        """Return the party that a whole text names, and its likeness to the name, up to 1; or None."""
        if named := self.named(text):
            return named, 1.0
        typed = " ".join(WORD.findall(fold(text)))
        near = process.extractOne(
            typed, list(self._names), scorer=OSA.normalized_similarity, score_cutoff=ALIKE
        )
        return (self._names[near[0]], near[1]) if near else None

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The folded words of all names."""
        parties = self.parties.values()
        forms = (form for party in parties for form in (*party.written, *party.spoken))
        return frozenset(word for form in forms for word in words(form))

    @cached_property
    def codes(self) -> dict[str, str]:
        """The unambiguous abbreviations of members in notes and tables («CR», «HON»)."""
        taken = {form for party in self.parties.values() for form in party.written if form.isupper()}
        owners: dict[str, list[str]] = defaultdict(list)
        for party in self.parties.values():
            for code in abbreviations(party.name, party.english) if party.member else ():
                owners[code].append(party.name)
        return {code: names[0] for code, names in owners.items() if len(names) == 1 and code not in taken}

    @cached_property
    def _names(self) -> dict[str, str]:
        return {
            " ".join(form.words): form.party for forms in self._spoken.values() for form in reversed(forms)
        }


def _index(forms: Iterable[tuple[str, Party]]) -> dict[str, list[_Form]]:
    index: dict[str, dict[_Form, None]] = defaultdict(dict)
    for written, party in forms:
        words = tuple(WORD.findall(fold(written)))
        capitals = written.isupper() and len(written) <= ACRONYM_LENGTH
        index[words[0]][_Form(words, party.name, capitals, party.abroad)] = None
    return {first: sorted(found, key=lambda form: -len(form.words)) for first, found in index.items()}


def _possessive(party: Party) -> tuple[str, ...]:
    """Return what a country's English possessive is typed as in a hurry: "costa ricas fund"."""
    name = party.english
    return (f"{name}s",) if party.kind is PartyKind.COUNTRY and not name.endswith("s") else ()


def _longest(
    forms: Iterable[_Form], tokens: list[re.Match[str]], position: int, text: str, *, spoken: bool
) -> tuple[_Form, int] | None:
    """Return the longest form at a token, and the token after it."""
    for form in forms:
        end = _end_of(form.words, tokens, position)
        if end is None:
            continue
        here = tokens[position:end]
        gaps = (text[left.end() : right.start()] for left, right in pairwise(here))
        written = text[here[0].start() : here[-1].end()]
        fits = _is_abroad(text, here[0].start()) if form.abroad else not form.capitals or written.isupper()
        if all(_GAP.fullmatch(gap) for gap in gaps) and (spoken or fits):
            return form, end
    return None


def _end_of(name: tuple[str, ...], tokens: list[re.Match[str]], position: int) -> int | None:
    """Return the token after a name that begins at `position`, or None if it isn't there."""
    for word in name:
        while position < len(tokens) and tokens[position][0] != word and tokens[position][0] in _WITHIN:
            position += 1
        if position == len(tokens) or tokens[position][0] != word:
            return None
        position += 1
    return position


def _is_abroad(text: str, start: int) -> bool:
    """Tell a country that acts from a place («el taller en Liberia») and a word («la anguila»)."""
    return text[start].isupper() and _AT.search(text, max(0, start - _AT_REACH), start) is None
