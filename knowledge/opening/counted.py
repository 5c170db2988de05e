"""Find what a question wants counted, and whether a figure of the act counts it."""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise, takewhile

from knowledge.language.folding import words
from knowledge.language.lengths import has_length
from knowledge.language.notions import Notion
from knowledge.opening.choice import Case
from knowledge.search.matching import Unit
from knowledge.search.sources import Sources
from knowledge.search.terms import is_concept, of_concept
from knowledge.understanding.cues import load_cues, word_terms
from knowledge.values.parties import PartyKind
from knowledge.values.questions import Facet
from knowledge.values.statements import Statement

_MANY = frozenset({"cuantos", "cuantas", "tantos", "tantas", "many"})
_MUCH = frozenset({"cuanto", "cuanta", "tanto", "tanta", "much"})
_MARK = re.compile(r"[,;:()…]|\.(?!\d)")
_BARE = frozenset({"cuanto", "tanto"})
_OF = frozenset({"de", "of"})
_WITHIN = (["en"], ["con"], ["in"], ["within"], ["with"])
_LONG = ("how", "long")
_MONEY = frozenset(map(of_concept, (Notion.AMOUNT, Notion.BUDGET, Notion.FINANCE)))
_SOME = "2"
"""An arbitrary number that turns a unit of time into a length: «2 semanas»."""
_NOUN_WITHIN = 3
"""Words after «cuántos» in which to look for the noun counted: «cuántos de los países»."""


class CountReader:
    """Reads what questions want counted."""

    def __init__(self, sources: Sources) -> None:
        cues = load_cues(sources.data.language)
        self._stop = sources.lexicon.stop
        self._kinds = cues.counted
        self._lasting, self._spans = cues.lasting, cues.spans
        self._anybody, self._people, self._pieces = cues.anybody, cues.people, cues.pieces

    def asks_amount(self, case: Case) -> bool:
        """Tell «¿cuánto cuesta?» and «¿cuánto dinero?» from «¿cuánta gente?»."""
        tokens = words(case.question.text)
        place = _place_of(tokens, _MUCH)
        nouns = self._nouns_after(tokens, place) if place is not None else ()
        return not nouns or any(not _MONEY.isdisjoint(unit.terms) for unit in _units_of(case, nouns))

    def asks_length(self, case: Case) -> bool:
        """Tell «¿cuánto dura?», «¿cuántas semanas?» and "how long" from «¿cuánto cuesta?»."""
        tokens = words(case.question.text)
        if _LONG in pairwise(tokens):
            return True
        place = _place_of(tokens)
        if place is None:
            return False
        following = tokens[place + 1 : place + 2]
        if self._any(following, self._spans) or any(has_length(f"{_SOME} {each}") for each in following):
            return True
        return tokens[place] in _MUCH and self.asks_lasting(case) and not self._nouns_after(tokens, place)

    def asks_lasting(self, case: Case) -> bool:
        """Tell «¿cuánto dura?», "how long does it take?" from «¿cuánto tiempo hay?»."""
        return self._any(words(case.question.text), self._lasting)

    @staticmethod
    def asks_term(case: Case) -> bool:
        """Tell whether the length of a deadline is asked for: «¿en cuántas horas hay que avisar?»."""
        tokens = words(case.question.text)
        place = _place_of(tokens)
        within = place is not None and tokens[place - 1 : place] in _WITHIN
        return within or Facet.BY_WHEN in case.question.facets

    def counts(self, case: Case, figure: Statement) -> bool:
        """Tell whether a figure counts the noun asked for, or any sort of people for «personas»."""
        nouns = self._nouns(case)
        text = figure.figures[0].text
        if not nouns:
            return bool(case.spoken(text))
        asked = _units_of(case, nouns)
        if not asked.isdisjoint(case.spoken(_and_after(figure))):
            return True
        # «tres informes de expertos» counts reports.
        head = list(takewhile(lambda word: word not in _OF, words(text)))
        if {self._kind_of(word) for word in nouns} & {self._kind_of(word) for word in head} - {None}:
            return True  # governments are counted as countries
        if self._any(nouns[:1], self._anybody):
            return self._any(head, self._anybody | self._people)
        if self._any(nouns, self._pieces):
            return self._any(head, self._pieces)
        return self._any(head, self._pieces) and not asked.isdisjoint(case.spoken(_clause_around(figure)))

    def may_count(self, case: Case, figure: Statement) -> bool:
        """Tell whether the only figure of a provision may count the thing asked for under another noun.

        It may if the question mentions its deed: «imprimir 500 ejemplares». It also may if the question asks
        how much or is in another language, and its noun is neither a notion nor in the quotation.
        """
        nouns = self._nouns(case)
        text = figure.figures[0].text
        if self._any((*nouns, *words(text)), self._anybody | self._people):
            return False
        asked = _units_of(case, nouns)
        if self._any(words(text), self._pieces):
            return True
        if any(unit.is_topic for unit in case.spoken(text) - asked):
            return False  # it counts something else that the question names
        if not asked.isdisjoint(case.spoken(_clause_around(figure))):
            return False
        if any(unit.is_topic for unit in case.spoken(figure.deed)):
            return True
        foreign = case.question.language != case.language or Facet.HOW_MUCH in case.question.facets
        known = any(is_concept(term) for unit in asked for term in unit.terms)
        return foreign and bool(asked) and not known and asked.isdisjoint(case.spoken(case.finding.quote))

    def _nouns(self, case: Case) -> tuple[str, ...]:
        tokens = words(case.question.text)
        place = _place_of(tokens)
        return self._nouns_after(tokens, place) if place is not None else ()

    def _nouns_after(self, tokens: Sequence[str], place: int) -> tuple[str, ...]:
        """Return the noun to be counted; in English with the next word, as the first may only modify it.

        «¿cuánto …?» has none: «¿cuánta gente?» counts, «¿cuánto cuesta?» doesn't.
        """
        following = tokens[place + 1 : place + 1 + _NOUN_WITHIN]
        told = [at for at, token in enumerate(following) if token not in self._stop]
        if not told or tokens[place] in _BARE or (tokens[place] in _MUCH and told[0] > 0):
            return ()
        first, english = told[0], tokens[place] in {"many", "much"}
        return tuple(following[first : first + 1 + (english and first + 1 in told)])

    def _kind_of(self, word: str) -> PartyKind | None:
        return next((kind for term in word_terms(word) if (kind := self._kinds.get(term))), None)

    @staticmethod
    def _any(tokens: Iterable[str], terms: frozenset[str]) -> bool:
        return any(not terms.isdisjoint(word_terms(token)) for token in tokens)


def _place_of(tokens: Sequence[str], among: Collection[str] = _MANY | _MUCH) -> int | None:
    return next((at for at, token in enumerate(tokens) if token in among), None)


def _units_of(case: Case, nouns: Sequence[str]) -> frozenset[Unit]:
    """Return the units searched for that come from some words of a question."""
    terms = {term for noun in nouns for term in word_terms(noun)}
    units = case.question.units
    found = [
        unit for unit in units if terms.intersection(unit.terms) or not {*nouns}.isdisjoint(_words_of(unit))
    ]
    if nouns and not found:  # a word with a typing error is searched for as it was meant
        tokens = frozenset(words(case.question.text))
        found = [unit for unit in units if tokens.isdisjoint(_words_of(unit))]
    return frozenset(found)


def _words_of(unit: Unit) -> frozenset[str]:
    return frozenset(unit.label.split())


def _and_after(figure: Statement) -> str:
    """Return a figure and the words after it, up to a punctuation mark, which may say what it counts."""
    _, text, after = figure.quote.partition(figure.figures[0].text)
    return f"{text}{_MARK.split(after)[0]}"


def _clause_around(figure: Statement) -> str:
    """Return a statement's deed, and the words of its clause around its figure, up to punctuation marks."""
    before, text, after = figure.about.partition(figure.figures[0].text)
    return f"{figure.deed} {_MARK.split(before)[-1]}{text}{_MARK.split(after)[0]}"
