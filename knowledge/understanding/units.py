"""Turn the words of a question into units to match: phrases first, then single words."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from knowledge.language.lexicon import Lexicon
from knowledge.language.stems import LANGUAGES, verb_of_perfect
from knowledge.search.index import SearchIndex
from knowledge.search.matching import PART_OF_PHRASE, Alternative, Unit
from knowledge.search.spelling import Correction
from knowledge.search.terms import (
    exact,
    is_concept,
    is_party,
    of_concept,
    of_party,
    of_role,
    party_of,
    stemmed,
)
from knowledge.values.acts import Role

STEM = 0.9
CONCEPT = 0.65
PHRASE = 0.92
"""Likeness of each kind of term to the word itself; a whole phrase says more than one word of it."""

_PERFECT = frozenset({"ha", "han", "he", "hemos", "habia", "habian", "haya", "hayan", "haber"})

LIGHT = 0.15
"""Weight of a word that is common in acts and questions."""


PREDICATE = 1.35
"""Weight of the predicate in a question of who did something."""

ROLE_VERB = 0.5
"""Weight of a verb that asks for a role, such as «propuso»: the role itself is searched for."""

OTHER_ROLE = 0.5
"""Likeness of a party in another role than the one asked about."""

OF_ALL_MEMBERS = 0.7
"""Likeness of a duty of all members to one of a single member."""


class Everyday(IntEnum):
    """How everyday a word is."""

    NO = 0
    ORDINARY = 1
    LIGHT = 2


# A notion of the field that no act mentions shows that the question isn't for acts; another word may be a
# synonym that nobody thought of.
ABSENT_NOTION = 1.0
_ABSENT = {Everyday.NO: 0.8, Everyday.ORDINARY: 0.7, Everyday.LIGHT: 0.3}
RARE = 3.3
_FREQUENT = 6.0
_OF_FREQUENT = 0.25
"""Up to the frequency RARE an absent word counts in full, from `_FREQUENT` on only this share."""


class Word(NamedTuple):
    """A folded word of a question, and its possible corrections.

    `readings` is empty for unknown words; `everyday` tells how everyday the word is, `frequency` is its Zipf
    frequency in general text, 0 if it hardly occurs.
    """

    text: str
    readings: tuple[Correction, ...]
    everyday: Everyday = Everyday.NO
    frequency: float = 0.0

    @property
    def best(self) -> str:
        """The likeliest reading."""
        return self.readings[0].word if self.readings else self.text


class NamedParty(NamedTuple):
    """A party named by the words from `start` up to `end`."""

    start: int
    end: int
    name: str


class Phrase(NamedTuple):
    """Words from `start` up to `end` that mean a concept or name a party."""

    start: int
    end: int
    concepts: tuple[str, ...]
    party: str | None


def concepts_in(
    words: Sequence[Word], index: SearchIndex, lexicon: Lexicon
) -> dict[tuple[int, int], tuple[str, ...]]:
    """Return the concepts in a question, by the start and end of their words.

    A participle after «ha» counts as its verb: «el encargado» is a post, but «se le ha encargado» a request.
    """
    said = [word.best for word in words]
    tokens = [
        (verb_of_perfect(word) if before in _PERFECT else None) or word
        for before, word in pairwise(("", *said))
    ]
    found: dict[tuple[int, int], dict[str, None]] = {}
    for match in index.thesaurus.find(tokens):
        # A stop word on its own is no form of another word: "for" isn't «foro».
        if match.end == match.start + 1 and tokens[match.start] in lexicon.stop:
            continue
        found.setdefault((match.start, match.end), {}).update(dict.fromkeys(match.concepts))
    return {place: tuple(concepts) for place, concepts in found.items()}


def phrases_in(
    concepts: Mapping[tuple[int, int], tuple[str, ...]], parties: Iterable[NamedParty]
) -> list[Phrase]:
    """List the concepts and parties in a question."""
    named = {(party.start, party.end): party.name for party in parties}
    places = dict.fromkeys((*concepts, *named))
    return [Phrase(*place, concepts.get(place, ()), named.get(place)) for place in places]


def units_of(
    words: Sequence[Word],
    phrases: Iterable[Phrase],
    lexicon: Lexicon,
    *,
    taken: frozenset[int],
    predicates: frozenset[int],
    groups: frozenset[str],
) -> Iterator[Unit]:
    """Yield the units: for each word not `taken`, the longest phrase that begins there, or the word.

    `predicates` are the words for what somebody did: «¿quién reemplazará al jefe?». The `groups` of all
    members weigh little.
    """
    at: dict[int, list[Phrase]] = {}
    for phrase in phrases:
        at.setdefault(phrase.start, []).append(phrase)
    position = 0
    while position < len(words):
        here = [each for each in at.get(position, ()) if not taken & set(range(each.start, each.end))]
        longest = max((each.end for each in here), default=position + 1)
        chosen = [
            each for place in range(position, longest) for each in at.get(place, ()) if each.end <= longest
        ]
        is_stop = longest == position + 1 and words[position].best in lexicon.stop
        if position in taken or (is_stop and not any(each.party for each in chosen)):
            position += 1
            continue
        unit = _unit(words, position, longest, chosen, lexicon)
        is_predicate = not predicates.isdisjoint(range(position, longest))
        if any(each.party in groups for each in chosen):
            unit = unit._replace(weight=LIGHT)
        yield unit._replace(weight=unit.weight * PREDICATE) if is_predicate else unit
        position = longest


def asks_role(unit: Unit, role_terms: Container[str]) -> bool:
    """Tell whether a unit is a verb that asks for a role; `role_terms` are the concepts of such verbs."""
    return any(each.term in role_terms and each.likeness >= CONCEPT for each in unit.alternatives)


def with_roles(
    unit: Unit,
    roles: Collection[Role],
    role_terms: Container[str],
    *,
    of_parties: bool,
    members: Container[str] = (),
    groups: Iterable[str] = (),
) -> Unit:
    """Prefer a party in one of the roles asked about; the verb that asks counts for less.

    Without `of_parties`, the roles aren't those of the named parties: «¿quién se lo pidió a México?». What
    binds all `members`, as one of the `groups`, binds each of them.
    """
    if not roles:
        return unit
    if asks_role(unit, role_terms):
        return unit._replace(weight=min(unit.weight, 1.0) * ROLE_VERB)
    names = [name for name in map(party_of, unit.terms) if name]
    if not names or not of_parties:
        return unit
    in_role = (Alternative(of_role(role, name), 1.0) for role in roles for name in names)
    shared = Role.RESPONSIBLE in roles and any(name in members for name in names)
    of_all = (
        Alternative(of_role(Role.RESPONSIBLE, name), OF_ALL_MEMBERS) for name in (groups if shared else ())
    )
    elsewhere = (each._replace(likeness=each.likeness * OTHER_ROLE) for each in unit.alternatives)
    return unit._replace(alternatives=(*in_role, *of_all, *elsewhere))


def _unit(words: Sequence[Word], start: int, end: int, phrases: Iterable[Phrase], lexicon: Lexicon) -> Unit:
    alternatives: dict[str, float] = {}
    single = end == start + 1
    for phrase in phrases:
        whole = phrase.end - phrase.start == end - start
        for concept in phrase.concepts:
            likeness = PART_OF_PHRASE if not whole else CONCEPT if single else PHRASE
            alternatives[of_concept(concept)] = max(likeness, alternatives.get(of_concept(concept), 0))
        if phrase.party and whole:
            alternatives[of_party(phrase.party)] = 1
    for word in words[start:end]:
        if single or word.best not in lexicon.stop:
            for term, likeness in _terms(word):
                share = likeness if single else likeness * PART_OF_PHRASE
                alternatives[term] = max(share, alternatives.get(term, 0))
    label = " ".join(word.best for word in words[start:end])
    everyday = words[start].everyday if single else Everyday.NO
    is_notion = any(map(is_concept, alternatives)) or any(map(is_party, alternatives))
    is_light = everyday is Everyday.LIGHT and not any(map(is_party, alternatives))
    frequency = min(word.frequency for word in words[start:end])
    return Unit(
        label,
        tuple(Alternative(*each) for each in alternatives.items()),
        weight=LIGHT if is_light else 1.0,
        absence=(ABSENT_NOTION if is_notion else _ABSENT[everyday]) * _telling(frequency),
        is_notion=is_notion,
        frequency=frequency,
    )


def _telling(frequency: float) -> float:
    """Return how much an absent word says about a question's topic: the less, the more common it is."""
    usual = (frequency - RARE) / (_FREQUENT - RARE)
    return 1 - (1 - _OF_FREQUENT) * max(0.0, min(1.0, usual))


def _terms(word: Word) -> Iterator[tuple[str, float]]:
    for reading, likeness in word.readings or (Correction(word.text, 1.0),):
        yield exact(reading), likeness
        for language in LANGUAGES:
            for term in stemmed(reading, language):
                yield term, likeness * STEM
