"""Choose those who do what a question asks, of all whom a provision says to do something; or nobody."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from knowledge.answering.cases import Case
from knowledge.answering.clauses import ClauseReader, core, weigh
from knowledge.answering.deeds import Deed, DeedFinder, How
from knowledge.language.folding import words
from knowledge.language.parties import Mention
from knowledge.search.matching import Unit
from knowledge.search.sources import Sources
from knowledge.search.terms import is_concept, party_of
from knowledge.understanding.cues import Asked, load_cues
from knowledge.values.acts import Commitment, Role
from knowledge.values.parties import PartyKind

ASKING_HEAD, ACTION_HEAD = 2, 7
"""Words that say what is asked, and to do what: «se exhorta … poner a disposición de la Red sus módulos»."""

_BEING = frozenset(
    {"es", "son", "fue", "fueron", "sera", "seran", "ser", "sido", "resulto", "quedo", "salio"}
    | {"is", "are", "was", "were", "be", "been", "got", "gets"}
)

SAME = 0.9
"""Likeness from which a term is the word itself or another form of it."""

_AND_VERB = re.compile(r"\b(?:y|e|and)\s+(?=(\w+[aei]r(?:se|l[aeo]s?)?\b.*))")


class Doer(NamedTuple):
    """Those who do something: `head` names it, `words` tell all of it.

    `bound` is the commitment that binds them, `how` says how a text names them that doesn't.
    """

    names: tuple[str, ...]
    head: str
    words: str
    bound: Commitment | None = None
    how: How | None = None


class DoerFinder:
    """Find who does what."""

    def __init__(self, sources: Sources, clauses: ClauseReader) -> None:
        self._sources = sources
        self._clauses = clauses
        cues = load_cues(sources.data.language)
        self._carrying = cues.carrying | cues.receiving
        self._thanking = {concept for concept, role in cues.role_of_concept.items() if role is Role.THANKED}

    def deed(self, case: Case) -> Unit | None:
        """Return the word that says what is done: its first verb, of «brindar apoyo» the noun."""
        verbs = [unit for unit in case.units if unit in case.question.verbs or unit.weight > 1]
        telling = [unit for unit in verbs if not self._carrying & set(unit.terms)]
        return next(iter(telling or verbs), None)

    def find(self, case: Case, kinds: frozenset[PartyKind]) -> Doer | None:
        """Return those, of some `kinds` if any, of whose deed a question speaks more than of all others'."""
        spoken = self._clauses.spoken
        told = spoken(case.units, case.quote, case.language)
        deed = self.deed(case)
        untold = [unit for unit in case.units if unit not in told]
        if any(unit is deed or unit.weight > 1 or self._is_elsewhere(case, unit) for unit in untold):
            return None
        # Whoever is thanked did it already: who has to do something is asked of others.
        hows = {How.THANKED} if Role.RESPONSIBLE in case.question.roles else set()
        if deed and not self._is_passive(case, deed):
            hows.add(How.CHOSEN)
        if not deed:
            hows.add(How.OF)
        asks = deed in case.question.verbs and not (deed and self._is_passive(case, deed))
        able = [
            doer
            for doer in self._all(case, kinds, asking=Asked.ADDRESSEE in case.wanted or not asks)
            if doer.how not in hows
            if spoken((deed,) if deed else told, doer.head, case.language)
            or (not deed and (doer.bound or doer.how in {How.THANKED, How.CHOSEN}))
        ]
        chosen = self._most_spoken_of(case, able, told)
        if chosen and chosen.how is How.THANKED and self._is_outdone(case, chosen, told):
            return None
        return chosen

    def _is_outdone(self, case: Case, chosen: Doer, told: Iterable[Unit]) -> bool:
        """Tell whether only what others are bound to, with all that it is for, speaks of what is done to."""
        deed = self.deed(case)
        topics = [
            each for each in told if each.is_topic and each != deed and not any(map(party_of, each.terms))
        ]
        spoken = partial(self._clauses.spoken, topics, language=case.language)
        here = spoken(f"{chosen.head} … {chosen.words}")
        others = [each for each in case.commitments if set(each.responsible) != set(chosen.names)]
        return not here and any(spoken(each.action) for each in others)

    @staticmethod
    def _is_passive(case: Case, deed: Unit) -> bool:
        """Tell «¿quién fue seleccionado?» from «¿quién seleccionó?»."""
        tokens = [word.best for word in case.question.words]
        first = deed.label.split()[0]
        return first in _BEING or any(
            after == first and before in _BEING for before, after in pairwise(tokens)
        )

    def thanked(self, case: Case) -> Doer | None:
        """Return those who are thanked for what a question speaks of."""
        able = [doer for doer in self._all(case, frozenset()) if doer.how in {How.THANKED, How.CHOSEN}]
        told = self._clauses.spoken(case.units, case.quote, case.language)
        return able[0] if len(able) == 1 else self._most_spoken_of(case, able, told)

    def several(self, case: Case, kind: PartyKind, counted: Unit) -> tuple[str, ...]:
        """Return all of a kind that do together what a question speaks of beside what it counts."""
        told = self._clauses.spoken(case.units, case.quote, case.language) - {counted}
        able = [doer for doer in self._all(case, frozenset({kind})) if doer.bound is None]
        chosen = self._most_spoken_of(case, able, told)
        return chosen.names if chosen and len(chosen.names) > 1 else ()

    def person(self, case: Case) -> str | None:
        """Return the one person named, or of several the one of whom the question speaks."""
        people = tuple(dict.fromkeys(self._sources.people.find(case.quote)))
        if len(people) == 1:
            return people[0]
        told = self._clauses.spoken(case.units, case.quote, case.language)
        able = [
            doer._replace(names=tuple(name for name in doer.names if name in people))
            for doer in self._acting(case)
        ]
        chosen = self._most_spoken_of(case, [doer for doer in able if len(doer.names) == 1], told)
        return chosen.names[0] if chosen else None

    def _is_elsewhere(self, case: Case, unit: Unit) -> bool:
        """Tell whether only other items speak of a topic, in these very words: they may tell who."""
        index = self._sources.index
        here = index.number_of(case.finding.citation.document, case.reference)
        if here is None or not unit.is_topic or any(map(party_of, unit.terms)):
            return False
        same = (term for term, like in unit.alternatives if like >= SAME and not is_concept(term))
        speaking = [found for term in same if len(found := index.postings(term).provisions)]
        family = index.family(here)
        return bool(speaking) and not any(np.isin(family, found).any() for found in speaking)

    def _most_spoken_of(self, case: Case, doers: Iterable[Doer], told: Iterable[Unit]) -> Doer | None:
        weights = {
            doer: weigh(
                unit
                for unit in self._clauses.spoken(told, f"{doer.head} … {doer.words}", case.language)
                if not any(party_of(term) in doer.names for term in unit.terms)
            )
            for doer in doers
        }
        best = max(weights.values(), default=0.0)
        chosen = [doer for doer, weight in weights.items() if weight == best]
        if len(chosen) > 1 and (deed := self.deed(case)):
            # What is done is said first: «por la elaboración de», and not «los premios impulsados por».
            depths = [self._depth(doer, deed, case.language) for doer in chosen]
            chosen = [doer for doer, depth in zip(chosen, depths, strict=True) if depth == min(depths)]
        same = len({frozenset(doer.names) for doer in chosen}) == 1
        return chosen[0] if best > 0 and same else None

    def _depth(self, doer: Doer, deed: Unit, language: str) -> int:
        """Return after how many telling words a deed is named; 0 if it is all of the head."""
        if doer.bound is None and doer.how not in {How.THANKED, How.CHOSEN}:
            return 0
        told = [word for word in words(doer.words) if word not in self._sources.lexicon.stop]
        told = told[doer.bound is None :]  # not the word of thanks itself
        prefixes = (" ".join(told[:count]) for count in range(1, len(told) + 1))
        return next(
            (depth for depth, text in enumerate(prefixes) if self._clauses.spoken([deed], text, language)),
            len(told),
        )

    def _all(self, case: Case, kinds: frozenset[PartyKind], *, asking: bool = False) -> Iterator[Doer]:
        """Yield those of some kinds who do anything, but not those whom the question names, nor the forum.

        With `asking`, whoever is asked to do something is named by that too: «¿a quién se solicitó?».
        """
        bound = list(_bound(case.commitments, asking=asking))
        binding = {name for doer in bound for name in doer.names}
        for doer in (*bound, *self._acting(case)):
            if doer.how is How.ACTS and binding.issuperset(doer.names):
                continue
            names = tuple(
                name for name in doer.names if self.is_of(name, kinds) and name not in self._sources.forums
            )
            if names and not case.named.issuperset(names):
                yield doer._replace(names=names)

    def is_of(self, name: str, kinds: frozenset[PartyKind]) -> bool:
        """Tell whether a party is of one of some kinds, or no kinds are given."""
        party = self._sources.register.parties.get(name)
        return not kinds or (party is not None and party.kind in kinds)

    def _acting(self, case: Case) -> Iterator[Doer]:
        for deed in self._deeds(case):
            yield Doer(deed.names, deed.head, deed.words, how=deed.how)

    def _deeds(self, case: Case) -> Iterator[Deed]:
        text = case.quote
        people = (
            Mention(name, text.index(name), text.index(name) + len(name))
            for name in self._sources.people.find(text)
        )
        thanks = {
            place
            for match in self._sources.index.thesaurus.find(words(text))
            if self._thanking & set(match.concepts)
            for place in range(match.start, match.end)
        }
        cuts = {text.find(" ".join(each.quote.split())) for each in case.commitments}
        mentions = sorted((*self._sources.register.find(text), *people), key=lambda each: each.start)
        return DeedFinder(text, mentions, thanks=thanks, cuts=cuts).find()


def _bound(commitments: Sequence[Commitment], *, asking: bool) -> Iterator[Doer]:
    for each in commitments:
        if each.responsible:
            action = core(each.action)
            asked = " ".join(each.quote.split()[:ASKING_HEAD]) if asking else ""
            verbs = (action, *_AND_VERB.findall(action))
            head = " … ".join((asked, *(" ".join(verb.split()[:ACTION_HEAD]) for verb in verbs)))
            yield Doer(each.responsible, head, action, bound=each)
