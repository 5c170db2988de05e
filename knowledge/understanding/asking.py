"""Read how a question asks: what it wants to know, about which parties, and in which role."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from knowledge.language.lexicon import Lexicon
from knowledge.language.parties import PartyRegister
from knowledge.language.phrases import PhraseMatch
from knowledge.search.matching import Unit
from knowledge.search.terms import of_concept
from knowledge.understanding.cues import Asked, load_cues, word_terms
from knowledge.understanding.units import NamedParty, Phrase, Word, asks_role, units_of, with_roles
from knowledge.values.acts import Role

WHO = frozenset({Asked.WHO, Asked.PERSON, Asked.HOLDER, Asked.COUNTRY, Asked.ORGANIZATION})
"""The kinds of question that ask for somebody."""

_INTERROGATIVES = frozenset({"que", "cual", "cuales", "quien", "quienes", "what", "which", "who"})
_EMBEDDED = frozenset({Asked.COUNT, Asked.DATE, Asked.PLACE})
# Before «quienes», or before "who", these make it a relative pronoun rather than a question word.
_BEFORE_RELATIVE = frozenset(
    {"a", "para", "de", "con", "sobre", "por", "entre", "people", "those", "persons"}
)
_JOINTS = frozenset({"y", "e", "and", "o", "or"})
_ADDRESSED = frozenset({"a", "al", "to"})
_ARTICLES = frozenset({"la", "los", "las", "el", "the"})
_PRONOUNS = frozenset({"le", "les", "se"})
# "Who should we invite?" and "who did they thank?" ask for the addressee.
_AUXILIARIES = frozenset({"do", "does", "did", "will", "should", "shall", "can", "must", "would"})
_SUBJECTS = frozenset({"i", "we", "you", "they", "he", "she", "it"})
_TO_WHOM = frozenset({"a", "ante", "to"})
# Before these, or at the end, "to" belongs to "who": "who do we send it to for approval?".
_PREPOSITIONS = frozenset({"", "for", "about", "in", "on", "at", "by", "from", "of", "with", "before"})
_OF_ADDRESSEE = {Role.REQUESTER: Role.RESPONSIBLE, Role.PROPOSER: Role.RESPONSIBLE}


class Asking(NamedTuple):
    """How a question asks.

    `asked` holds what it wants to know, first what decides the kind of answer; `roles` are the roles it asks
    about, of a party or for one; `words` are the positions of the words that only ask.
    """

    asked: tuple[Asked, ...]
    roles: tuple[Role, ...]
    words: frozenset[int]
    predicates: frozenset[int]


class AskingReader:
    """Read questions by the cue files in a folder of data files; the register knows the members."""

    def __init__(self, lexicon: Lexicon, data: Path, register: PartyRegister) -> None:
        self._lexicon = lexicon
        self._members = frozenset(register.members)
        self._groups = frozenset(register.all_members)
        self._cues = load_cues(data)
        self._role_terms = {of_concept(concept) for concept in self._cues.role_of_concept}

    @property
    def vocabulary(self) -> set[str]:
        """The words of all cues."""
        return self._cues.asked.vocabulary | self._cues.roles.vocabulary

    def read(
        self,
        tokens: Sequence[str],
        phrases: Sequence[Phrase],
        parties: Sequence[NamedParty],
        *,
        referred: frozenset[int],
    ) -> Asking:
        """Read how folded words ask; those in `referred` name provisions."""
        cues = [cue for cue in self._cues.asked.find(tokens) if self._counts(cue, tokens, referred)]
        sorts = {Asked.WHO if _asks_who_acts(cue, tokens) else cue.meaning for cue in cues}
        if self._asks_for_holder(sorts, tokens, phrases):
            sorts.add(Asked.HOLDER)
        if any(self._asks_to_whom(cue, tokens) for cue in cues):
            sorts.add(Asked.ADDRESSEE)
        return Asking(
            asked=tuple(sorted(sorts, key=list(Asked).index)),
            roles=self._roles(tokens, phrases, parties),
            words=frozenset(place for cue in cues for place in range(cue.start, cue.end)),
            predicates=frozenset(self._predicates(tokens, cues)),
        )

    def units(
        self, words: Sequence[Word], phrases: Sequence[Phrase], asking: Asking, *, referred: frozenset[int]
    ) -> tuple[Unit, ...]:
        """List the units to search for: every word that doesn't only say how the question asks."""
        plain = tuple(
            units_of(
                words,
                phrases,
                self._lexicon,
                taken=asking.words | referred,
                predicates=asking.predicates,
                groups=self._groups,
            )
        )
        of_parties = not WHO & set(asking.asked)
        units = tuple(
            with_roles(
                unit,
                asking.roles,
                self._role_terms,
                of_parties=of_parties,
                members=self._members,
                groups=self._groups,
            )
            for unit in plain
        )
        # If only the verb is left, it is what the question is about.
        return units if any(unit.is_topic for unit in units) else plain

    def is_role_verb(self, unit: Unit) -> bool:
        """Tell whether a unit only asks for a role: «¿y quién lo paga?»."""
        return asks_role(unit, self._role_terms)

    def _counts(self, cue: PhraseMatch[Asked], tokens: Sequence[str], referred: frozenset[int]) -> bool:
        """Tell whether a cue really asks for something.

        After another question word it doesn't, unless it is joined to that: «¿qué estudio dice cuánto ganan?»
        doesn't ask for a number, nor «¿qué guía es para quienes huyen?» for a person, but «¿quién lo organiza
        y cuándo?» asks for a date.
        """
        before = tokens[: cue.start]
        single = cue.meaning in _EMBEDDED and cue.end == cue.start + 1
        relative = cue.meaning is Asked.WHO and not _BEFORE_RELATIVE.isdisjoint(
            tokens[max(cue.start - 1, 0) : cue.start + 1]
        )
        points_back = relative and cue.start > 0 and tokens[cue.end - 1] == "quienes"
        embedded = points_back or ((single or relative) and self._is_embedded(before))
        joined = bool(before) and before[-1] in _JOINTS
        return (joined or not embedded) and not referred & set(range(cue.start, cue.end))

    def _is_embedded(self, before: Sequence[str]) -> bool:
        """Tell whether an earlier question word asks something else, unlike that of «¿cuál fue la fecha?»."""
        places = [place for place, token in enumerate(before) if token in _INTERROGATIVES]
        return bool(places) and not self._lexicon.stop.issuperset(before[places[-1] + 1 :])

    def _asks_for_holder(self, sorts: set[Asked], tokens: Sequence[str], phrases: Sequence[Phrase]) -> bool:
        """Tell «¿quién quedó de coordinador?» from «¿quién eligió al coordinador?»."""
        concepts = {concept for phrase in phrases for concept in phrase.concepts}
        chose = any(before == "who" and after.endswith("ed") for before, after in pairwise(tokens))
        holds = Asked.PERSON in sorts or (Asked.WHO in sorts and bool(self._cues.holding & concepts))
        holds = holds and not chose
        return holds and any(
            self._cues.posts & set(phrase.concepts) and "al" not in tokens[: phrase.start]
            for phrase in phrases
        )

    def _asks_to_whom(self, cue: PhraseMatch[Asked], tokens: Sequence[str]) -> bool:
        """Tell «¿a quién se envía?» and "who do we send it to?" from «¿a quién le toca?»."""
        if cue.meaning not in WHO:
            return False
        rest = tokens[cue.end :]
        verb = next((word for word in rest if word not in _PRONOUNS), None)
        if verb in self._cues.charged:
            return False
        if verb and not self._cues.receiving.isdisjoint(word_terms(verb)):
            return rest[rest.index(verb) + 1 :][:1] != ["to"]  # "who gets to pick her" is no addressee
        if rest[0:1] and rest[0] in _AUXILIARIES and rest[1:2] and rest[1] in _SUBJECTS:
            return True
        ends_with_to = any(pair[0] == "to" and pair[1] in _PREPOSITIONS for pair in pairwise([*rest, ""]))
        return ends_with_to or not _TO_WHOM.isdisjoint(tokens[max(cue.start - 1, 0) : cue.start + 1])

    def _predicates(self, tokens: Sequence[str], cues: Iterable[PhraseMatch[Asked]]) -> Iterator[int]:
        """Yield the position of what is done, in questions of who does it: the first word after «quién»."""
        for cue in cues:
            position = cue.end
            passed = self._lexicon.stop | self._cues.charged
            while position < len(tokens) and tokens[position] in passed:
                position += 1
            if cue.meaning in WHO:
                yield position

    def _roles(
        self, tokens: Sequence[str], phrases: Iterable[Phrase], parties: Iterable[NamedParty]
    ) -> tuple[Role, ...]:
        concepts = (concept for phrase in _outermost(phrases) for concept in phrase.concepts)
        by_concept = (self._cues.role_of_concept.get(concept) for concept in concepts)
        by_phrase = (match.meaning for match in self._cues.roles.find(tokens))
        roles = dict.fromkeys(role for role in (*by_concept, *by_phrase) if role)
        if any(_is_addressed(tokens, party.start) for party in parties):
            # A party that is asked to do something is responsible for it: «qué se solicitó a la RROCM».
            roles = dict.fromkeys(_OF_ADDRESSEE.get(role, role) for role in roles)
        return tuple(roles)


def _asks_who_acts(cue: PhraseMatch[Asked], tokens: Sequence[str]) -> bool:
    """Tell "who is asked to send it" and "who is giving the course" from "who is the coordinator"."""
    following = tokens[cue.end] if cue.end < len(tokens) else ""
    return cue.meaning is Asked.PERSON and following.endswith(("ed", "ing", "to"))


def _is_addressed(tokens: Sequence[str], start: int) -> bool:
    """Tell whether something is asked of the party at a word: «a la RROCM»."""
    before = start - 1
    if before >= 0 and tokens[before] in _ARTICLES:
        before -= 1
    return before >= 0 and tokens[before] in _ADDRESSED


def _outermost(phrases: Iterable[Phrase]) -> list[Phrase]:
    """Return the phrases that aren't inside a longer one, in order."""
    kept: list[Phrase] = []
    for phrase in sorted(phrases, key=lambda each: (each.start, -each.end)):
        if not kept or phrase.end > kept[-1].end:
            kept.append(phrase)
    return kept
