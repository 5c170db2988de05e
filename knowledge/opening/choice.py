"""Choose the statement that a question is about: by its words, its parties and what it asks."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from knowledge.language.folding import words
from knowledge.search.matching import Unit
from knowledge.search.sources import Sources
from knowledge.search.terms import party_of
from knowledge.search.texts import terms_in
from knowledge.understanding.cues import Asked
from knowledge.values.acts import Commitment, Role
from knowledge.values.answers import Finding
from knowledge.values.questions import Facet
from knowledge.values.statements import Statement

LIKE = 0.4
"""Likeness from which a term counts as the word itself: a notion does, a word of a longer phrase doesn't."""

ENOUGH = 0.5
"""Share of the heaviest statement's weight that the chosen statement must have."""

BESIDE = 0.6
"""Worth of a word elsewhere in a statement's clause, relative to one of its own words."""

DEED = 1.0
"""Extra worth of a word that is in a statement's deed."""

_BOUND = frozenset({Role.RESPONSIBLE, Role.ORGANIZER, Role.OFFERER})
"""Roles that a commitment may bind: an offer that the meeting accepts is a duty."""
_WHICH = frozenset({"que", "cual", "cuales", "cuantos", "cuantas", "what", "which", "many"})
_SORT_WITHIN = 3


class Question(Protocol):
    """The parts of a question that openings need; `text` is the sentence that asks.

    `roles` are the roles asked for, or those of a named party asked about; `parties` are canonical names;
    `units` are the units searched for.
    """

    @property
    def text(self) -> str:
        """The sentence that asks."""

    @property
    def about(self) -> str:
        """Its text without the words that only say which meeting."""

    @property
    def clauses(self) -> Sequence["Question"]:
        """The questions that it joins, if several."""

    @property
    def language(self) -> str:
        """The reader's language."""

    @property
    def asked(self) -> tuple[Asked, ...]:
        """What it asks for, in detail: the holder of a post, not just somebody."""

    @property
    def facets(self) -> frozenset[Facet]:
        """The facets that it asks for."""

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles that it asks for."""

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties that it names."""

    @property
    def units(self) -> Sequence[Unit]:
        """The words and phrases searched for."""

    @property
    def own_topics(self) -> Sequence[Unit]:
        """Those of them that are topics, and not verbs that only ask for a role."""

    def about_too(self, topics: Iterable[Unit]) -> "Question":
        """Return the question with further topics."""


class StatementChooser:
    """Compares questions with statements."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._terms = lru_cache(maxsize=512)(self._terms_of)

    def spoken(self, units: Iterable[Unit], text: str, language: str) -> frozenset[Unit]:
        """Return the units that a text in a language mentions."""
        return frozenset(unit for unit, share in self._shares(units, text, language).items() if share == 1)

    def _shares(self, units: Iterable[Unit], text: str, language: str) -> dict[Unit, float]:
        """Return the share of each unit that a text mentions: 1, or less if only words of a phrase."""
        terms = self._terms(text, language)
        best = {
            unit: max((each.likeness for each in unit.alternatives if each.term in terms), default=0.0)
            for unit in units
        }
        return {unit: 1.0 if like >= LIKE else like for unit, like in best.items()}

    def weigh(self, question: Question, statement: Statement, language: str) -> float:
        """Return how much of a question a statement covers, without agents that only the statement names."""
        own = set(statement.agents) - set(question.parties)
        units = [unit for unit in question.units if not any(party_of(term) in own for term in unit.terms)]
        deed = self._shares(units, statement.deed, language)
        here = self._shares(units, statement.quote, language)
        beside = self._shares(units, statement.about, language)
        return sum(
            unit.weight * (max(here[unit], deed[unit], BESIDE * beside[unit]) + DEED * deed[unit])
            for unit in units
        )

    def choose(
        self,
        question: Question,
        among: Sequence[Statement],
        against: Iterable[Statement],
        language: str,
        value_of: Callable[[Statement], object],
    ) -> Statement | None:
        """Return the statement that a question is about, or None if none is, or the best ones disagree.

        It must weigh at least half as much as each of `against`. `value_of` returns the value asked for.
        """
        if not among:
            return None
        best = self.best(question, among, language)
        disagree = len({value_of(each) for each in best}) > 1
        meant = self.is_meant(question, best, against, language)
        return best[0] if meant and not disagree else None

    def is_meant(
        self, question: Question, best: Sequence[Statement], against: Iterable[Statement], language: str
    ) -> bool:
        """Tell whether the best statements weigh at least half as much as each of `against`."""
        weight = max((self.weigh(question, each, language) for each in best), default=0.0)
        most = max((self.weigh(question, each, language) for each in against), default=0.0)
        return weight >= ENOUGH * most

    def best(self, question: Question, among: Sequence[Statement], language: str) -> list[Statement]:
        """Return the statements that cover most of a question: all that tie."""
        weights = [self.weigh(question, each, language) for each in among]
        most = max(weights, default=0.0)
        return [each for each, weight in zip(among, weights, strict=True) if weight == most]

    def _terms_of(self, text: str, language: str) -> frozenset[str]:
        sources = self._sources
        return frozenset(
            terms_in(
                text,
                language,
                register=sources.register,
                thesaurus=sources.index.thesaurus,
                lexicon=sources.lexicon,
            )
        )


class Case(NamedTuple):
    """A question, the finding to open, and the content of its provision; `language` is the act's."""

    question: Question
    finding: Finding
    told: Sequence[Statement]
    commitments: Sequence[Commitment]
    language: str
    alone: bool
    chooser: StatementChooser

    def choose(
        self,
        among: Sequence[Statement],
        value_of: Callable[[Statement], object],
        *,
        against: Sequence[Statement] = (),
        rank: Callable[[Statement], int] | None = None,
    ) -> Statement | None:
        """Return the statement asked about, or None if one of `against` in another clause is meant instead.

        If several tie, only those of the lowest `rank` count; they must agree on the value asked for.
        """
        best = self.chooser.best(self.question, among, self.language)
        if rank:
            lowest = min(map(rank, best), default=0)
            among = best = [each for each in best if rank(each) == lowest]
        clauses = [folded(each.quote) for each in best]
        others = [each for each in against if not any(clause in folded(each.about) for clause in clauses)]
        return self.chooser.choose(self.question, among, others, self.language, value_of)

    def weigh(self, statement: Statement) -> float:
        """Return how much of the question a statement covers, including the rest of its clause."""
        return self.chooser.weigh(self.question, statement, self.language)

    def weigh_own(self, statement: Statement) -> float:
        """Return how much of the question a statement covers without the rest of its clause."""
        return self.chooser.weigh(self.question, statement.model_copy(update={"about": ""}), self.language)

    def spoken(self, text: str) -> frozenset[Unit]:
        """Return the units of the question that a text of the act mentions."""
        return self.chooser.spoken(self.question.units, text, self.language)

    def asks_for(self, text: str) -> bool:
        """Tell whether a text names the sort that is asked for: the «talleres» of «¿qué talleres hay?»."""
        sorts = sorts_in(self.question)
        return any(unit.label.split()[0] in sorts for unit in self.spoken(text))


def sorts_in(question: Question) -> Sequence[str]:
    """Return the words that say which sort of thing a question asks for: those after «qué», "how many".

    They stand in the order of the question: of «¿a qué países … y qué organismo …?» the first one decides.
    """
    tokens = words(question.text)
    places = (place for place, token in enumerate(tokens) if token in _WHICH)
    sorts = (word for place in places for word in tokens[place + 1 : place + 1 + _SORT_WITHIN])
    return tuple(dict.fromkeys(sorts))


def commitment_of(case: Case, statement: Statement) -> Commitment | None:
    """Return the commitment that a statement expresses, or None."""
    if statement.role not in _BOUND:
        return None
    for each in case.commitments:
        overlaps = each.span.start < statement.span.end and statement.span.start < each.span.end
        if each.reference == statement.reference and overlaps and each.responsible == statement.agents:
            return each
    return None


def with_duty(finding: Finding, commitment: Commitment | None) -> Finding:
    """Return a finding with the fields of a commitment, or with these fields empty."""
    deadline = commitment.deadline if commitment and commitment.deadline.is_set else None
    return finding.model_copy(
        update={
            "responsible": commitment.responsible if commitment else (),
            "action": commitment.action if commitment else None,
            "deadline": deadline,
            "inferred": commitment.inferred if commitment else (),
        }
    )


def folded(text: str) -> str:
    """Collapse white space, as in quotations."""
    return re.sub(r"\s+", " ", text).strip()
