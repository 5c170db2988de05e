"""Tell which words of a question a piece of an act speaks of, and which commitment it asks about."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial

from knowledge.answering.cases import Case
from knowledge.search.matching import Unit
from knowledge.search.sources import Sources
from knowledge.search.texts import terms_in
from knowledge.values.acts import Commitment

LIKE = 0.4
"""Likeness from which a term is as good as the word: a notion is, a word of a longer phrase isn't."""

BEFORE, AFTER = 14, 8
"""Words around a day, a place or a party that tell of what it is said."""

STOP = re.compile(r"[.;:]\s(?!(?:[Aa]sí como|[Aa]s well as)\b)")
"""Ends a sentence, or a clause as good as one; what goes on «así como …» belongs to the one before."""

# What a duty is for, or of what it speaks further, is no part of what is to be done.
_BEYOND = re.compile(
    r",?\s+(?:a fin de|con el fin de|con el objeto de|con el objetivo de|con miras a"
    r"|de manera que|de modo que|para|so that|in order to|with a view to|donde|where|which)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS, _OTHER_WORDS = 2, 3
"""Words that may be a whole action; and those beside a clause that make it no less the whole provision."""


class ClauseReader:
    """Compare questions with pieces of acts."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._terms = lru_cache(maxsize=256)(self._terms_of)

    def spoken(self, units: Iterable[Unit], text: str, language: str) -> frozenset[Unit]:
        """Return the units that a text speaks of."""
        terms = self._terms(text, language)
        return frozenset(
            unit
            for unit in units
            if any(each.likeness >= LIKE and each.term in terms for each in unit.alternatives)
        )

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

    def asked_for(self, case: Case, among: Sequence[Commitment] | None = None) -> Commitment | None:
        """Return the one commitment whose clause a question is about, or None; `among` only some.

        Its clause must say something of what is asked that the rest of the provision doesn't.
        """
        commitments = case.commitments if among is None else among
        spoken = partial(self.spoken, case.units, language=case.language)
        weights = [
            (weigh(spoken(clause) - spoken(rest)), each)
            for each in commitments
            for clause, rest in [_apart(each.quote, case.quote)]
        ]
        best = max((weight for weight, _ in weights), default=0.0)
        chosen = [each for weight, each in weights if weight == best]
        if best > 0:
            return chosen[0] if len(chosen) == 1 else None
        only = commitments[0] if len(commitments) == 1 else None
        asks_nothing_else = not any(unit.is_topic for unit in case.units)
        return only if only and (asks_nothing_else or is_whole(only.quote, case.quote)) else None


def around(text: str, start: int, end: int) -> str:
    """Return the words around something named in a text from one character up to another, in its sentence."""
    before = STOP.split(text[:start])[-1].split()[-BEFORE:]
    after = STOP.split(text[end:])[0].split()[:AFTER]
    return " ".join([*before, text[start:end], *after])


def weigh(units: Iterable[Unit]) -> float:
    """Add up what units tell of a question."""
    return sum(unit.weight for unit in units)


def core(action: str) -> str:
    """Return what is to be done, without what for."""
    beyond = (match.start() for match in _BEYOND.finditer(action))
    cut = next((start for start in beyond if len(action[:start].split()) >= _FEWEST_WORDS), None)
    return action[:cut]


def _apart(clause: str, text: str) -> tuple[str, str]:
    """Return a clause and the text without it."""
    folded, clause = " ".join(text.split()), " ".join(clause.split())
    return clause, folded.replace(clause, " … ", 1)


def is_whole(clause: str, text: str) -> bool:
    """Tell whether a clause is all that a text says, but for a word or two."""
    return len(_apart(clause, text)[1].split()) <= _OTHER_WORDS
