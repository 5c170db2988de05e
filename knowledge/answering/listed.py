"""Tell how many there are, how much it is, or which: figures, titles, parties and items of a provision."""

import re
from collections.abc import Sequence, Set

from knowledge.answering.choice import Case, folded, sorts_in
from knowledge.answering.counted import CountReader
from knowledge.answering.named import NameFinder
from knowledge.answering.occasions import Told
from knowledge.search.sources import Sources
from knowledge.values.notices import Notice, notice
from knowledge.values.parties import PartyKind
from knowledge.values.questions import Facet
from knowledge.values.statements import Figure, Measure, Statement

BEFORE_FIGURE, AFTER_FIGURE = 5, 3
"""Words around a figure that tell what it is of: «que hoy promedia 6.4 por ciento del monto»."""

WORDS_BEFORE = 7
"""Words before a list that say what it lists: «campañas adoptadas por la CRM “…”, “…”»."""

_TITLE = re.compile(r"[“\"«]([^”\"»]+)[”\"»]")
_TITLES = re.compile(rf"{_TITLE.pattern}(?:(?:,\s*(?:y|and)?|\s+(?:y|e|and))\s*{_TITLE.pattern})+")
_AMOUNTS = frozenset({Measure.MONEY, Measure.SHARE})


class ListTeller:
    """Tells figures and lists."""

    def __init__(self, sources: Sources, names: NameFinder) -> None:
        self._store = sources.store
        self._register = sources.register
        self._names = names
        self._counts = CountReader(sources)

    def tell(self, case: Case) -> Told | None:
        """Tell a figure or a list of the sort that is asked for, as the act words it."""
        facets = case.question.facets
        if self._counts.asks_length(case):
            return _of_figure(case, _figures(case, {Measure.LENGTH}))
        if Facet.HOW_MUCH in facets and self._counts.asks_amount(case):
            return _of_figure(case, _figures(case, _AMOUNTS))
        return self._how_many(case) if facets & {Facet.HOW_MANY, Facet.HOW_MUCH} else self._which(case)

    def _which(self, case: Case) -> Told | None:
        if titles := self._titles(case):
            return _said(case, notice("{titles}", titles=titles))
        parties = self._parties(case)
        return _said(case, notice("{parties}", parties=parties)) if parties else None

    def _how_many(self, case: Case) -> Told | None:
        if titles := self._titles(case):
            return _said(case, notice("{number}: {titles}", number=len(titles), titles=titles))
        if counted := self._counted(case):
            return counted
        if parties := self._parties(case):
            return _said(case, notice("{number}: {parties}", number=len(parties), parties=parties))
        items = self._items(case)
        return _said(case, notice("{number}", number=items)) if items else None

    def _counted(self, case: Case) -> Told | None:
        """Tell the figure that counts what is asked: of «300 familias» no people, and of «45 días» none.

        By whatever noun it is, the only figure counts what is said to be done with it: «¿cuántos libritos se
        imprimen?» is told by «imprimir 500 ejemplares».
        """
        measures = _AMOUNTS if Facet.HOW_MUCH in case.question.facets else {Measure.NUMBER}
        figures = _figures(case, {Measure.NUMBER, *_AMOUNTS})
        counted = [each for each in figures if self._counts.counts(case, each)]
        rest = [each for each in figures if each.figures[0].measure in measures]
        if not counted and len({each.figures[0].text for each in rest}) == 1:
            counted = [each for each in rest if self._counts.may_count(case, each)]
        return _of_figure(case, counted)

    @staticmethod
    def _titles(case: Case) -> tuple[str, ...]:
        for match in _TITLES.finditer(case.finding.quote):
            before = " ".join(case.finding.quote[: match.start()].split()[-WORDS_BEFORE:])
            if case.asks_for(before):
                return tuple(_TITLE.findall(match[0]))
        return ()

    def _parties(self, case: Case) -> tuple[str, ...]:
        """Return the parties of the kind asked for that do together what is asked."""
        if Facet.WHO in case.question.facets:
            return ()
        kind = self._names.kind_asked(case.question)
        if kind is None:
            return ()
        several = [
            each.model_copy(update={"agents": of_kind})
            for each in case.told
            if len(of_kind := tuple(filter(lambda name: self._names.is_of(name, kind), each.agents))) > 1
        ]
        if not several and kind is PartyKind.NETWORK:
            return self._networks(case)
        chosen = case.choose(several, lambda each: frozenset(each.agents))
        return chosen.agents if chosen else ()

    def _networks(self, case: Case) -> tuple[str, ...]:
        """Return the networks that a quotation names, which are few and seldom named by the way."""
        mentions = self._register.find(case.finding.quote)
        named = dict.fromkeys(
            each.name for each in mentions if self._names.is_of(each.name, PartyKind.NETWORK)
        )
        return tuple(named) if len(named) > 1 else ()

    def _items(self, case: Case) -> int:
        """Return how many sub-items there are, where the lead-in names them as what is counted."""
        citation = case.finding.citation
        items = self._store.children(citation.document, citation.reference)
        lead_in = self._store.provision(citation.document, citation.reference)
        named = lead_in is not None and bool(sorts_in(case.question)) and case.asks_for(lead_in.text)
        return len(items) if case.alone and named else 0


def _said(case: Case, line: Notice) -> Told:
    return Told((line,), case.finding)


def _figures(case: Case, measures: Set[Measure]) -> list[Statement]:
    """Return the figures of some measures, each as a statement of the words around it."""
    return [
        _narrowed(each, figure)
        for each in case.told
        for figure in each.figures
        if figure.measure in measures
    ]


def _of_figure(case: Case, figures: Sequence[Statement]) -> Told | None:
    """Tell the one of some figures that is asked for."""
    chosen = case.choose(figures, _figure_of)
    if chosen is None:
        return None
    figure = _figure_of(chosen)
    return Told((notice("{words}", words=figure),), case.finding, (figure,))


def _figure_of(statement: Statement) -> str:
    return folded(statement.figures[0].text)


def _narrowed(statement: Statement, figure: Figure) -> Statement:
    """Return a statement cut down to the words around one of its figures."""
    before, text, after = statement.quote.partition(figure.text)
    near = " ".join((*before.split()[-BEFORE_FIGURE:], text, *after.split()[:AFTER_FIGURE]))
    return statement.model_copy(
        update={"figures": (figure,), "quote": near, "about": f"{statement.quote} … {statement.about}"}
    )
