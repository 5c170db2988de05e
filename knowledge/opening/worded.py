"""Tell what is asked in the words of the act, as the encoder finds them where no statement tells it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from knowledge.language.dates import find_dates
from knowledge.language.folding import fold
from knowledge.language.lengths import places_of_lengths
from knowledge.language.numbers import NUMBER_WORDS_PATTERN
from knowledge.meaning.spans import Place, Span
from knowledge.opening.choice import ENOUGH, Case, Question, folded, with_duty
from knowledge.opening.eligible import is_named
from knowledge.opening.occasions import Told
from knowledge.opening.times import is_dated
from knowledge.search.sources import Sources
from knowledge.understanding.sentences import asked_last
from knowledge.values.notices import notice
from knowledge.values.questions import Facet

SURE = 0.7
"""How sure it must be of words that may stand anywhere."""

LIKELY = 0.5
"""How sure of those that name somebody, or a figure: on unseen acts 87 of 99 told what was asked."""

DATED = 0.8
"""How sure of those that have a day or a length of time, of which provisions have more: 20 of 21 did."""

SURER = 0.98
"""How sure it must be of words that name others than statements do."""

SURER_DATED = 0.9
"""How sure of words that tell another day, where that isn't the deadline of a duty."""

_TIMES = frozenset({Facet.WHEN, Facet.BY_WHEN})
_WHOM = frozenset({Facet.WHO, Facet.TO_WHOM})
_COUNTS = frozenset({Facet.HOW_MANY, Facet.HOW_MUCH})
_FACTS = _TIMES | _WHOM | _COUNTS
_EDGES = " ,;:.·–—-"
_FIGURE = re.compile(r"(?!(?:19|20)\d\d\b)\d[\d.,]*\b")
_COUNT = re.compile(rf"{_FIGURE.pattern}|\b(?:{NUMBER_WORDS_PATTERN})\b")
_CLAUSE = re.compile(r"[.;:] ")
_JOINT = re.compile(r", |,? (?:y|e|and|así como) (?:al? |l[ao]s? |el |the )?")
_OPEN = re.compile(r"[(«“\"][^)»”\"]*$")

MarkFinder = Callable[[str], Iterable[Place]]
"""Finds in a text where what may tell a fact stands."""

SpanFinder = Callable[[str, int, MarkFinder | None], Span | None]
"""Finds the words of a provision, told by its number in the index, that tell what a question is about.

With marks it finds some that have one.
"""


def find_nothing(about: str, number: int, marks_in: MarkFinder | None) -> None:
    """Find no words: without the encoder."""


class WordTeller:
    """Tells what is asked by a few words of the quotation, or doesn't."""

    def __init__(self, sources: Sources, find: SpanFinder) -> None:
        self._sources = sources
        self._find = find

    def tell(self, case: Case) -> Told | None:
        """Tell the words, if they are surely those, and of the sort that is asked for."""
        facets, marks_in = case.question.facets, self._marks_of(case.question)
        sureness = SURE if marks_in is None else DATED if facets & _TIMES else LIKELY
        words = self.words(case, marks_in, sureness=sureness)
        if words is None:
            return None
        if facets & _WHOM:
            if not self._name_others(case.question, words):
                return None  # it has a figure or a day, which may be asked for as well
            words = self._with_joined(case.finding.quote, words)
        return Told((notice("«{words}»", words=words),), case.finding, (words,))

    def instead(self, case: Case, decisive: Sequence[str], named: Sequence[str]) -> Told | None:
        """Tell the words instead of what statements tell, if they are surely of something else, or of more.

        `decisive` are the words of the days and figures told, `named` are those who are. Of two things that
        are asked for the words may tell the other one.
        """
        facets = case.question.facets
        one = len(facets) == 1 or facets <= _WHOM
        if not one or not facets <= _FACTS or not self._has_others(case, decisive, named):
            return None
        words = self._other_words(case)
        if words is None:
            return None
        if facets <= _WHOM:
            tells = self._name_others(case.question, words) and self._are_absent(named, words)
        elif facets <= _TIMES:
            tells = is_dated(words) and not all(_is_among(day, decisive) for day in _days_in(words))
        else:
            tells = any(each in words and figures_in(words) > figures_in(each) for each in decisive)
        return self._told(case, words) if tells and _speaks_of_it(case, words, decisive) else None

    def _has_others(self, case: Case, decisive: Sequence[str], named: Sequence[str]) -> bool:
        """Tell whether there is anything else in the quotation that could be meant."""
        facets, quote = case.question.facets, case.finding.quote
        if facets <= _WHOM:
            return self._name_others(case.question, quote, but=named)
        for each in decisive:
            quote = quote.replace(each, " ")
        return bool(figures_in(quote)) or (facets <= _TIMES and is_dated(quote))

    def _other_words(self, case: Case) -> str | None:
        facets = case.question.facets
        if facets <= _TIMES and case.finding.deadline is None:
            return self.words(case, self._marks_of(case.question), sureness=SURER_DATED)
        return self.words(case, sureness=SURE if facets <= _COUNTS else SURER)

    @staticmethod
    def _told(case: Case, words: str) -> Told:
        """Tell words, without the duty or the day of what statements tell."""
        finding = with_duty(case.finding, None).model_copy(update={"event": None})
        return Told((notice("«{words}»", words=words),), finding, (words,))

    def words(self, case: Case, marks_in: MarkFinder | None = None, *, sureness: float = SURE) -> str | None:
        """Return the words of the quotation that surely tell what is asked."""
        citation = case.finding.citation
        number = self._sources.index.number_of(citation.document, citation.reference)
        # A follow-up is filled in with a question that was told already.
        asks_one = len(case.question.facets) == 1
        about = asked_last(case.question.about) if asks_one else case.question.about
        span = self._find(about, number, marks_in) if number is not None else None
        if span is None or span.sureness < sureness:
            return None
        words = _OPEN.sub("", folded(span.text)).strip(_EDGES)
        return words if words and words in case.finding.quote else None

    def _marks_of(self, question: Question) -> MarkFinder | None:
        """Return what finds where what is asked may be told, or None if that may be anywhere."""
        facets = question.facets & (_FACTS | {Facet.WHERE})
        if not facets or Facet.WHERE in facets:
            return None

        def marks_in(text: str) -> Iterator[Place]:
            if facets & _WHOM:
                yield from self._others_in(text, question)
            if facets & _TIMES:
                yield from ((each.start, each.end) for each in find_dates(text))
                yield from places_of_lengths(text)
            if facets & _COUNTS:
                yield from (match.span() for match in _COUNT.finditer(fold(text)))

        return marks_in

    def _others_in(self, text: str, question: Question) -> Iterator[Place]:
        """Yield where a text names parties and people whom a question doesn't."""
        for each in self._sources.register.find(text):
            if each.name not in question.parties:
                yield each.start, each.end
        for start, end, name in self._sources.people.names_in(text):
            if not is_named(name, question):
                yield start, end

    def _with_joined(self, quote: str, words: str) -> str:
        """Go on to the parties named together with those in words: «Belice» of «Belice y Nicaragua»."""
        start = quote.index(words)
        end = start + len(words)
        mentions = self._sources.register.find(quote)
        for each in mentions:
            if each.start > end and _JOINT.fullmatch(quote[end : each.start]):
                end = each.end
        for each in reversed(mentions):
            if each.end < start and _JOINT.fullmatch(quote[each.end : start]):
                start = each.start
        return quote[start:end]

    def _are_absent(self, names: Sequence[str], words: str) -> bool:
        """Tell whether words name none of those who are told."""
        here = {each.name for each in self._sources.register.find(words, spoken=True)}
        return here.isdisjoint(names) and not any(name in words for name in names)

    def _name_others(self, question: Question, words: str, *, but: Sequence[str] = ()) -> bool:
        """Tell whether words name a party, or a person, whom the question doesn't, nor `but`."""
        named = {each.name for each in self._sources.register.find(words)}
        named |= set(self._sources.people.find(words))
        return bool(named - {*question.parties, *but})


def _days_in(words: str) -> Sequence[str]:
    """Return the dates in words but for bare years; of a length, the words themselves."""
    days = (words[each.start : each.end] for each in find_dates(words))
    return [day for day in days if not day.isdigit()] or [words]


def _is_among(day: str, told: Sequence[str]) -> bool:
    return any(day in each or each in day for each in told)


def figures_in(words: str) -> frozenset[str]:
    """Return the figures in words but for years."""
    return frozenset(_FIGURE.findall(words))


def _speaks_of_it(case: Case, words: str, others: Sequence[str]) -> bool:
    """Tell whether the clause of some words speaks of half of what those of others do of the question."""
    heaviest = max((_weight(case, each) for each in others if each), default=0.0)
    return _weight(case, words) >= ENOUGH * heaviest


def _weight(case: Case, words: str) -> float:
    before, words, after = case.finding.quote.partition(words)
    clause = _CLAUSE.split(before)[-1] + words + _CLAUSE.split(after)[0]
    return sum(unit.weight for unit in case.spoken(clause))
