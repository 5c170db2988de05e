"""Tell what is asked in the words of the act, as the encoder finds them where no statement tells it."""

import re
from collections.abc import Callable

from knowledge.meaning.spans import Span
from knowledge.opening.choice import Case, Question, folded
from knowledge.opening.occasions import Told
from knowledge.search.sources import Sources
from knowledge.values.notices import notice
from knowledge.values.questions import Facet

SURE = 0.7
"""How sure it must be of the words: of 73 that sure, where nothing else told, 61 had all that was asked."""

_WHOM = frozenset({Facet.WHO, Facet.TO_WHOM})
_EDGES = " ,;:.·–—-"
_OPEN = re.compile(r"[(«“\"][^)»”\"]*$")

SpanFinder = Callable[[str, int], Span | None]
"""Finds the words of a provision, told by its number in the index, that tell what a question is about."""


def find_nothing(about: str, number: int) -> None:
    """Find no words: without the encoder."""


class WordTeller:
    """Tells what is asked by a few words of the quotation, or doesn't."""

    def __init__(self, sources: Sources, find: SpanFinder) -> None:
        self._sources = sources
        self._find = find

    def tell(self, case: Case) -> Told | None:
        """Tell the words, if they are surely those; who is asked for must be named in them."""
        words = self.words(case)
        if words is None:
            return None
        if case.question.facets & _WHOM and not self._name_others(case.question, words):
            return None
        return Told((notice("«{words}»", words=words),), case.finding, (words,))

    def words(self, case: Case) -> str | None:
        """Return the words of the quotation that surely tell what is asked."""
        citation = case.finding.citation
        number = self._sources.index.number_of(citation.document, citation.reference)
        span = self._find(case.question.about, number) if number is not None else None
        if span is None or span.sureness < SURE:
            return None
        words = _OPEN.sub("", folded(span.text)).strip(_EDGES)
        return words if words and words in case.finding.quote else None

    def _name_others(self, question: Question, words: str) -> bool:
        """Tell whether words name a party, or a person, whom the question doesn't."""
        named = {each.name for each in self._sources.register.find(words, spoken=True)}
        named |= set(self._sources.people.find(words))
        return bool(named - set(question.parties))
