"""Find phrases beside a subject: «A partir de julio la ST …», «La OIM, con apoyo de la ST, …»."""

import re

from knowledge.language.verbs import Verbs
from knowledge.reading.duties.cues import Grammar
from knowledge.reading.duties.passages import Passage, Sort

_FEWEST_IN_PHRASE = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_RELATIVES = frozenset({"que", "quien", "quienes", "cuyo", "cuya", "which", "who", "whose"})
_BOTH = frozenset({"ambos", "ambas", "both"})
"""Openers of an aside on several parties: "Belize and Panama, both of which …, agreed to …"."""
_SAID = frozenset(
    {
        "is",
        "are",
        "be",
        "was",
        "were",
        "es",
        "son",
        "has",
        "have",
        "had",
        "ha",
        "han",
        "will",
        "shall",
        "must",
        "should",
    }
)
"""Verbs, which a phrase has none of."""


class SubjectPhrases:
    """Finds phrases before and after a subject."""

    def __init__(self, grammar: Grammar, verbs: Verbs, language: str) -> None:
        self._grammar = grammar
        self._verbs = verbs
        self._openers = grammar.phrase_openers - (frozenset({"a", "no"}) if language == "en" else frozenset())

    def opens(self, passage: Passage, first: int, start: int) -> bool:
        """Tell whether a phrase opens the sentence before a token: «A partir de julio la ST enviará»."""
        grammar, opening = self._grammar, passage.tokens[first:start]
        if opening[0].word not in self._openers or len(opening) < _FEWEST_IN_PHRASE:
            return False
        small = grammar.prepositions | grammar.determiners | grammar.joiners | grammar.adverbs
        years = {at for at, each in enumerate(opening) if _YEAR.fullmatch(each.word)}
        plain = all(each.sort is Sort.WORD or at + 1 in years for at, each in enumerate(opening))
        told = any(each.word in grammar.subordinators or each.word in _SAID for each in opening)
        return plain and not told and opening[-1].word not in small

    def before(self, passage: Passage, first: int, end: int) -> int | None:
        """Return the comma that opens a phrase «, con apoyo de la ST,» ending right before a token."""
        tokens = passage.tokens
        if end - 1 <= first or tokens[end - 1].word != ",":
            return None
        for index in range(end - 2, first, -1):
            if tokens[index].word in {",", ":"}:
                opener = tokens[index + 1].word
                openers = self._grammar.phrase_openers | _RELATIVES | {"to"}
                pronoun = tokens[index + 1].party == "any" or opener in _BOTH
                aside = pronoun or opener in openers or self._verbs.is_nonfinite(opener)
                return index if aside and tokens[index].word == "," else None
        return None
