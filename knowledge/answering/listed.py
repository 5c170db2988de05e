"""Find what a provision lists or counts, where a question asks how many there are or which."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from knowledge.answering.cases import Case
from knowledge.answering.clauses import ClauseReader
from knowledge.answering.doers import DoerFinder
from knowledge.language.folding import WORD, fold
from knowledge.language.numbers import number_of
from knowledge.search.matching import Unit
from knowledge.search.notions import Notion
from knowledge.search.sources import Sources
from knowledge.search.terms import of_concept
from knowledge.understanding.asking import WHO
from knowledge.understanding.cues import Asked, load_cues
from knowledge.values.notices import Notice, notice

WORDS_BEFORE = 7
"""Words before a list that say what it lists: «campañas adoptadas por la CRM “…”, “…”»."""

COUNTED = 3
"""Words after a figure among which stands what it counts: «cuatro de sus estados»."""

_TITLE = re.compile(r"[“\"«]([^”\"»]+)[”\"»]")
_TITLES = re.compile(rf"{_TITLE.pattern}(?:(?:,\s*(?:y|and)?|\s+(?:y|e|and))\s*{_TITLE.pattern})+")
_QUALIFIERS = re.compile(
    r"(?:(?:no )?(?:menos|mas) de|al menos|por lo menos|hasta|unos|unas"
    r"|at least|at most|(?:no )?(?:fewer|more|less) than|up to)\s+$"
)
_WHICH = frozenset({"que", "cual", "cuales", "what", "which"})
_COUNTED_ITEMS = frozenset(map(of_concept, (Notion.PROPOSE, Notion.RECOMMEND, Notion.UNDERTAKE, Notion.TASK)))


class ListFinder:
    """Find lists and figures."""

    def __init__(self, sources: Sources, clauses: ClauseReader, doers: DoerFinder) -> None:
        self._sources = sources
        self._clauses = clauses
        self._doers = doers
        self._counted = load_cues(sources.data.language).counted

    def find(self, case: Case) -> Notice | None:
        """Return what is listed or counted of the sort that a question asks for, or None."""
        wanted = list(sorts_in(case))
        titles = self._titles(case, wanted)
        if Asked.COUNT not in case.wanted or not wanted:
            return notice("{titles}", titles=titles) if titles else self._which_parties(case, wanted)
        if titles:
            return notice("{number}: {titles}", number=len(titles), titles=titles)
        counted = wanted[0]
        return (
            self._figure(case, counted)
            or self._number_of_parties(case, counted)
            or self._items(case, counted)
        )

    def _titles(self, case: Case, wanted: Sequence[Unit]) -> tuple[str, ...]:
        for match in _TITLES.finditer(case.quote):
            before = " ".join(case.quote[: match.start()].split()[-WORDS_BEFORE:])
            if self._clauses.spoken(wanted, before, case.language):
                return tuple(_TITLE.findall(match[0]))
        return ()

    def _figure(self, case: Case, counted: Unit) -> Notice | None:
        """Return a figure with what it counts, as the act words it: «no menos de cincuenta funcionarios»."""
        text, tokens = case.quote, list(WORD.finditer(fold(case.quote)))
        found = []
        for place, token in enumerate(tokens):
            if number_of(token[0]) is None or len(token[0]) == 1:
                continue
            for following in tokens[place + 1 : place + 1 + COUNTED]:
                if self._clauses.spoken([counted], following[0], case.language):
                    qualifier = _QUALIFIERS.search(fold(text[: token.start()]))
                    start = qualifier.start() if qualifier else token.start()
                    found.append(text[start : following.end()])
        return notice("{words}", words=found[0]) if len(found) == 1 else None

    def _number_of_parties(self, case: Case, counted: Unit) -> Notice | None:
        parties = self._parties(case, counted)
        return notice("{number}: {parties}", number=len(parties), parties=parties) if parties else None

    def _which_parties(self, case: Case, wanted: Sequence[Unit]) -> Notice | None:
        """Return the parties of a sort that do what is asked: «¿cuáles redes rindieron informe?»."""
        found = () if WHO & case.wanted else (self._parties(case, unit) for unit in wanted)
        parties = next(filter(None, found), None)
        return notice("{parties}", parties=parties) if parties else None

    def _parties(self, case: Case, counted: Unit) -> tuple[str, ...]:
        terms = (each.term for each in counted.alternatives)
        kind = next((self._counted[term] for term in terms if term in self._counted), None)
        return self._doers.several(case, kind, counted) if kind else ()

    def _items(self, case: Case, counted: Unit) -> Notice | None:
        """Return how many sub-items there are, where these are what is counted: «¿cuántas propuestas?»."""
        items = self._sources.store.children(case.finding.citation.document, case.reference)
        if not case.alone or not items or not _COUNTED_ITEMS & set(counted.terms):
            return None
        return notice("{number}", number=len(items))


def sorts_in(case: Case) -> Iterator[Unit]:
    """Yield what is asked for: in «¿qué campañas hay que seguir?» the campaigns."""
    tokens = [word.best for word in case.question.words]
    named = {after for before, after in pairwise(tokens) if before in _WHICH} | _WHICH
    for unit in case.units:
        if {Asked.COUNT, Asked.LIST} & case.wanted or unit.label.split()[0] in named:
            yield unit
