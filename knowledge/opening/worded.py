"""Answer in words of the act that the encoder finds, where the statements don't have the answer."""

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
"""Sureness required of words that may stand anywhere."""

LIKELY = 0.5
"""Sureness required of words with a name or a figure: on unseen acts 87 of 99 were the answer."""

DATED = 0.8
"""Sureness required of words with a day or a length, which provisions have more of: 20 of 21 were right."""

SURER = 0.98
"""Sureness required of words that name others than the statements do."""

SURER_DATED = 0.9
"""Sureness required of words that tell another day, if no deadline of a duty was told."""

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
"""Finds the places in a text that may tell a fact."""

SpanFinder = Callable[[str, int, MarkFinder | None], Span | None]
"""Finds the words of a provision, given by its number in the index, that answer a question.

With a mark finder, the words found contain a mark.
"""


def find_nothing(about: str, number: int, marks_in: MarkFinder | None) -> None:
    """Find no words; stands in for the encoder."""


class WordTeller:
    """Answers questions with a few words of the quotation, or not at all."""

    def __init__(self, sources: Sources, find: SpanFinder) -> None:
        self._sources = sources
        self._find = find

    def tell(self, case: Case) -> Told | None:
        """Tell the words that answer, if sure enough and of the sort asked for."""
        facets, marks_in = case.question.facets, self._marks_of(case.question)
        sureness = SURE if marks_in is None else DATED if facets & _TIMES else LIKELY
        words = self.words(case, marks_in, sureness=sureness)
        if words is None:
            return None
        if facets & _WHOM:
            if not self._name_others(case.question, words) or (is_dated(words) and not facets & _TIMES):
                return None  # it has a figure or a day, which may be asked for as well
            words = self._with_joined(case.finding.quote, words)
        return Told((notice("«{words}»", words=words),), case.finding, (words,))

    def instead(self, case: Case, decisive: Sequence[str], named: Sequence[str]) -> Told | None:
        """Tell the words instead of the facts from statements, if they surely tell something else, or more.

        `decisive` are the days and figures told, `named` the names. If two things are asked for, nothing is
        told instead: the words may answer the other one.
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
        """Tell whether the quotation has another name, day or figure that could be meant."""
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
        """Tell words, without the duty or the event that the statements gave."""
        finding = with_duty(case.finding, None).model_copy(update={"event": None})
        return Told((notice("«{words}»", words=words),), finding, (words,))

    def words(self, case: Case, marks_in: MarkFinder | None = None, *, sureness: float = SURE) -> str | None:
        """Return the words of the quotation that answer the question, if sure enough."""
        citation = case.finding.citation
        number = self._sources.index.number_of(citation.document, citation.reference)
        # A follow-up is completed with a question that was answered already.
        asks_one = len(case.question.facets) == 1
        about = asked_last(case.question.about) if asks_one else case.question.about
        span = self._find(about, number, marks_in) if number is not None else None
        if span is None or span.sureness < sureness:
            return None
        words = _OPEN.sub("", folded(span.text)).strip(_EDGES)
        return words if words and words in case.finding.quote else None

    def _marks_of(self, question: Question) -> MarkFinder | None:
        """Return a finder of the places where the answer may be, or None if it may be anywhere."""
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
        """Yield the places of the parties and people that a question doesn't name."""
        for each in self._sources.register.find(text):
            if each.name not in question.parties:
                yield each.start, each.end
        for start, end, name in self._sources.people.names_in(text):
            if not is_named(name, question):
                yield start, end

    def _with_joined(self, quote: str, words: str) -> str:
        """Extend words to the parties named together with theirs: «Belice» to «Belice y Nicaragua»."""
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
        """Tell whether words contain none of the names told."""
        here = {each.name for each in self._sources.register.find(words, spoken=True)}
        return here.isdisjoint(names) and not any(name in words for name in names)

    def _name_others(self, question: Question, words: str, *, but: Sequence[str] = ()) -> bool:
        """Tell whether words name a party or person that is neither in the question nor in `but`."""
        named = {each.name for each in self._sources.register.find(words)}
        named |= set(self._sources.people.find(words))
        return bool(named - {*question.parties, *but})


def _days_in(words: str) -> Sequence[str]:
    """Return the dates in words except bare years; if there are none, the words themselves."""
    days = (words[each.start : each.end] for each in find_dates(words))
    return [day for day in days if not day.isdigit()] or [words]


def _is_among(day: str, told: Sequence[str]) -> bool:
    return any(day in each or each in day for each in told)


def figures_in(words: str) -> frozenset[str]:
    """Return the figures in words but for years."""
    return frozenset(_FIGURE.findall(words))


def _speaks_of_it(case: Case, words: str, others: Sequence[str]) -> bool:
    """Tell whether the clause of some words covers half as much of the question as those of others."""
    heaviest = max((_weight(case, each) for each in others if each), default=0.0)
    return _weight(case, words) >= ENOUGH * heaviest


def _weight(case: Case, words: str) -> float:
    before, words, after = case.finding.quote.partition(words)
    clause = _CLAUSE.split(before)[-1] + words + _CLAUSE.split(after)[0]
    return sum(unit.weight for unit in case.spoken(clause))
