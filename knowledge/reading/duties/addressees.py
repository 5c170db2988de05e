"""Read addressees beside registered parties: «a Canadá, a otros donantes y a la OIM que …»."""

from knowledge.reading.duties.heads import Surroundings
from knowledge.reading.duties.passages import Passage

_AND = frozenset({"y", "e", "and"})
_TO = frozenset({"a", "al"})
_MOST_WORDS = 5


class AddresseeReader:
    """Reads the rest of a list of addressees, registered or in the act's own words."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._grammar = around.grammar

    def read(self, passage: Passage, start: int, end: int) -> tuple[str, ...]:
        """Return the names between two tokens, canonical or else as the act words them.

        Return none if there is anything but names («…, en el marco del Plan,»).
        """
        if start >= end or passage.tokens[start].word not in _AND | {","}:
            return ()
        names: list[str] = []
        while start < end:
            first = self._around.skip(passage, start, _AND | {","})
            listed = self._around.lists.read(passage, first)
            if listed and listed.end <= end:
                start, told = listed.end, self._around.lists.names(listed, passage)
            else:
                start = next((each for each in range(first, end) if self._joins(passage, each)), end)
                told = self._worded(passage, first, start)
            at_end = start >= end or self._joins(passage, start)
            if not told or not at_end:
                return ()
            names += told
        return tuple(dict.fromkeys(names))

    def doing_after(self, passage: Passage, start: int, end: int) -> int:
        """Find the noun of the action: «a un grupo, integrado por Panamá, la revisión de …»."""
        small = self._grammar.prepositions | self._grammar.joiners
        openers = (
            each
            for each in range(start, end - 1)
            if passage.tokens[each].word in self._grammar.determiners
            and passage.tokens[each - 1].word not in small
        )
        doings = (
            each for each in openers if self._around.verbs.verb_of_action(passage.tokens[each + 1].word)
        )
        return next(doings, end)

    @staticmethod
    def _joins(passage: Passage, index: int) -> bool:
        return passage.tokens[index].word in _AND | {","}

    def _worded(self, passage: Passage, first: int, end: int) -> tuple[str, ...]:
        """Return the act's wording for unregistered addressees: «otros donantes», «la sociedad civil»."""
        spanish = self._around.language == "es"
        addressed = first < end and passage.tokens[first].word in _TO
        first += addressed
        if first >= end or addressed is not spanish:
            return ()
        opener = passage.tokens[first].word
        if opener in self._grammar.phrase_openers | self._grammar.prepositions | self._grammar.subordinators:
            return ()
        articles = {"el", "la", "los", "las", "the"}
        first += opener in articles
        worded = " ".join(passage.words(first, end).split())
        acts = any(self._around.verbs.is_infinitive(token.word) for token in passage.tokens[first:end])
        fits = 0 < len(worded.split()) <= _MOST_WORDS and not acts
        return (worded,) if fits else ()
