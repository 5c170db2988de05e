"""Tell how many, how much or which: the figures, titles, parties and items of a provision."""

import re
from collections.abc import Collection, Sequence

from knowledge.opening.choice import Case, folded, sorts_in
from knowledge.opening.counted import CountReader
from knowledge.opening.eligible import NameChecker
from knowledge.opening.occasions import Told
from knowledge.opening.shares import share_of
from knowledge.search.sources import Sources
from knowledge.values.notices import Notice, notice
from knowledge.values.parties import PartyKind
from knowledge.values.questions import Facet
from knowledge.values.statements import Figure, Measure, Statement

BEFORE_FIGURE, AFTER_FIGURE = 5, 3
"""Words around a figure that tell what it measures: «que hoy promedia 6.4 por ciento del monto»."""

WORDS_BEFORE = 7
"""Words before a list that say what it lists: «campañas adoptadas por la CRM “…”, “…”»."""

_TITLE = re.compile(r"[“\"«]([^”\"»]+)[”\"»]")
_TITLES = re.compile(rf"{_TITLE.pattern}(?:(?:,\s*(?:y|and)?|\s+(?:y|e|and))\s*{_TITLE.pattern})+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIGURE = re.compile(r"[A-Z]{0,3}[^\w\s]{0,2}\s?\d[\d.,]*(?:\s?%)?")
_CELL_END = "┆"
"""The separator that file readers put between the cells of a row."""
_MARK = re.compile(r"[,;:.()]")
_NUMBERS = frozenset({Facet.HOW_MANY, Facet.HOW_MUCH})
_AMOUNTS = frozenset({Measure.MONEY, Measure.SHARE})


class ListTeller:
    """Tells figures and lists."""

    def __init__(self, sources: Sources) -> None:
        self._store = sources.store
        self._register = sources.register
        self._able = NameChecker(sources)
        self._counts = CountReader(sources)

    def tell(self, case: Case) -> Told | None:
        """Tell a figure or a list of the sort asked for, in the words of the act."""
        facets = case.question.facets
        if self._counts.asks_length(case):
            return self.length(case)
        if facets & _NUMBERS and (
            share := share_of(case.question.parties, case.finding.quote, self._register)
        ):
            return Told((notice("«{words}»", words=folded(share)),), case.finding, (folded(share),))
        if Facet.HOW_MUCH in facets and self._counts.asks_amount(case):
            return _of_figure(case, _figures(case, _AMOUNTS)) or _of_row(case)
        if facets & _NUMBERS:
            return self._how_many(case) or _of_row(case)
        return self._which(case)

    def _share(self, case: Case) -> Told | None:
        """Tell what falls to the party that the question names, if something is shared out."""
        share = share_of(case.question.parties, case.finding.quote, self._register)
        said = folded(share or "")
        return Told((notice("«{words}»", words=said),), case.finding, (said,)) if said else None

    def length(self, case: Case) -> Told | None:
        """Tell how long something lasts; the length of a deadline only if a deadline is asked for."""
        lengths = [each for each in _figures(case, {Measure.LENGTH}) if not _recurs(each)]
        if not self._counts.asks_term(case):
            due = " … ".join(each.time.text or "" for each in case.told)
            lengths = [each for each in lengths if each.figures[0].text not in due]
        if self._counts.asks_lasting(case):
            lengths = [each for each in lengths if case.weigh_own(each)]
        return _of_figure(case, [each for each in lengths if case.weigh(each)])

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
        """Tell the figure that counts what is asked: «300 familias» isn't people, «45 días» isn't a count.

        The only figure of a provision may also count it under another noun.
        """
        much = Facet.HOW_MUCH in case.question.facets
        measures = _AMOUNTS if much else {Measure.NUMBER}
        figures = _figures(case, {Measure.NUMBER, Measure.SHARE, *(_AMOUNTS if much else ())})
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
        """Return the parties of the kind asked for that together are agents of the statement asked about."""
        if Facet.WHO in case.question.facets:
            return ()
        kind = self._able.kind_asked(case.question)
        if kind is None:
            return ()
        several = [
            each.model_copy(update={"agents": of_kind})
            for each in case.told
            if len(of_kind := tuple(filter(lambda name: self._able.is_of(name, kind), each.agents))) > 1
        ]
        if not several and kind is PartyKind.NETWORK:
            return self._networks(case)
        chosen = case.choose(several, lambda each: frozenset(each.agents))
        return chosen.agents if chosen else ()

    def _networks(self, case: Case) -> tuple[str, ...]:
        """Return the networks named in a quotation; they are few and seldom mentioned in passing."""
        mentions = self._register.find(case.finding.quote)
        named = dict.fromkeys(
            each.name for each in mentions if self._able.is_of(each.name, PartyKind.NETWORK)
        )
        return tuple(named) if len(named) > 1 else ()

    def _items(self, case: Case) -> int:
        """Return the number of sub-items if the lead-in names the sort asked for, else 0."""
        citation = case.finding.citation
        items = self._store.children(citation.document, citation.reference)
        lead_in = self._store.provision(citation.document, citation.reference)
        named = lead_in is not None and bool(sorts_in(case.question)) and case.asks_for(lead_in.text)
        return len(items) if case.alone and named else 0


def _said(case: Case, line: Notice) -> Told:
    return Told((line,), case.finding)


def _figures(case: Case, measures: Collection[Measure]) -> list[Statement]:
    """Return the figures of some measures, each as a statement of the words around it."""
    return [
        _narrowed(each, figure) for each in case.told for figure in each.figures if figure.measure in measures
    ]


def _of_figure(case: Case, figures: Sequence[Statement]) -> Told | None:
    """Tell the one of some figures that is asked for."""
    chosen = case.choose([each for each in figures if not _is_of_another_year(case, each)], _figure_of)
    if chosen is None:
        return None
    figure = _figure_of(chosen)
    return Told((notice("{words}", words=figure),), case.finding, (figure,))


def _of_row(case: Case) -> Told | None:
    """Tell the only figure in a table row, whose first cell says what it measures."""
    _, *cells = map(str.strip, case.finding.quote.split(_CELL_END))
    figures = [cell for cell in cells if _FIGURE.fullmatch(cell)]
    return (
        Told((notice("{words}", words=figures[0]),), case.finding, (figures[0],))
        if len(figures) == 1
        else None
    )


def _is_of_another_year(case: Case, figure: Statement) -> bool:
    """Tell whether a year after a figure isn't the one in the question: «ocho días en 2024»."""
    asked = set(_YEAR.findall(case.question.text))
    _, text, after = figure.quote.partition(figure.figures[0].text)
    beside = set(_YEAR.findall(_MARK.split(after)[0])) - set(_YEAR.findall(text))
    return bool(asked and beside) and asked.isdisjoint(beside)


def _recurs(figure: Statement) -> bool:
    """Tell whether a figure says how often, not how long: «cada seis meses»."""
    before = figure.quote.partition(figure.figures[0].text)[0].split()[-1:]
    return before in (["cada"], ["every"])


def _figure_of(statement: Statement) -> str:
    return folded(statement.figures[0].text)


def _narrowed(statement: Statement, figure: Figure) -> Statement:
    """Return a statement cut down to the words around one of its figures."""
    told = statement.quote if figure.text in statement.quote else statement.about
    before, text, after = told.partition(figure.text)
    near = " ".join((*before.split()[-BEFORE_FIGURE:], text, *after.split()[:AFTER_FIGURE]))
    return statement.model_copy(
        update={"figures": (figure,), "quote": near, "about": f"{statement.quote} … {statement.about}"}
    )
