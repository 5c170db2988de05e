"""What a question says of a meeting's number, of when, where and who, against what a provision says of it."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import pairwise

from knowledge.answering.analysis import Analysis
from knowledge.answering.named_meetings import MeetingFinder
from knowledge.answering.periods import is_present
from knowledge.answering.places import is_same_city, located_cities
from knowledge.answering.sources import Sources
from knowledge.language.dates import DateMention, Days, find_dates
from knowledge.language.folding import words
from knowledge.search.flags import Holds
from knowledge.search.stems import LANGUAGES
from knowledge.search.terms import exact, stemmed
from knowledge.stores.documents import Document
from knowledge.values.acts import Event
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.questions import Period

_NAME = re.compile(r"[^\W\d_a-zà-ÿ][a-zà-ÿ'’]+(?:\s+[^\W\d_a-zà-ÿ][a-zà-ÿ'’]+)+")
_PARTS = frozenset(
    {
        *("parrafo", "articulo", "anexo", "clausula", "seccion", "capitulo", "pagina", "objetivo"),
        *("paragraph", "article", "annex", "clause", "section", "chapter", "page", "objective"),
    }
)
"""Numbered parts of documents that an act speaks of; its own are references."""

_ROMAN = frozenset("ivxl")
_KEPT = 64


class ContradictionFinder:
    """Find what a question says otherwise than a provision."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._meetings = MeetingFinder.load(sources)
        # Rivals are often of one item, whose texts are gone through for each of them.
        self._ordinals = lru_cache(maxsize=_KEPT)(self._ordinals_in)

    def find(self, analysis: Analysis, number: int) -> Notice | None:
        """Say what a provision of the index says instead, or doesn't mention; None if it agrees."""
        slug, reference = self._sources.index.place(number)
        document = self._sources.document(slug)
        texts = self._texts(number)
        if misnumbered := self._misnumbered(analysis, texts):
            return notice(mark("{reference} no menciona {name}."), reference=reference, name=misnumbered)
        if part := self._unknown_part(analysis, texts):
            return notice(mark("{reference} no menciona {name}."), reference=reference, name=part)
        if elsewhere := self._elsewhere(analysis, document, self._events(number), texts):
            return notice(mark("{reference} lo sitúa en {place}."), reference=reference, place=elsewhere)
        # Whether a day is in time may be asked of a deadline: «¿puedo mandarlo el 20 de julio?».
        is_due = self._sources.index.holds[number] & int(Holds.DEADLINE)
        if not is_due and (otherwise := self._at_other_days(analysis, document, texts)):
            return notice(mark("{reference} dice otra fecha: {days}."), reference=reference, days=otherwise)
        if unknown := next(self._unknown_persons(analysis), None):
            return notice(mark("{reference} no menciona {name}."), reference=reference, name=unknown)
        return None

    def _texts(self, number: int) -> list[str]:
        """Return the text of a provision, and then those of the others of its item."""
        index = self._sources.index
        family = [number, *(each for each in index.family(number) if each != number)]
        provisions = (self._sources.store.provision(*index.place(each)) for each in family)
        return [provision.text for provision in provisions if provision]

    def _events(self, number: int) -> tuple[Event, ...]:
        return self._sources.store.events_of(*self._sources.index.place(number))

    def _misnumbered(self, analysis: Analysis, texts: Iterable[str]) -> str | None:
        """Return the number of a meeting that a question names and texts don't: «III reunión»."""
        asked = {
            value: wording for meeting in analysis.meetings for value, wording in meeting.ordinals.items()
        }
        if not asked:
            return None
        said = frozenset[int]().union(*map(self._ordinals, texts))
        missing = next((wording for value, wording in asked.items() if value not in said), None)
        return missing.upper() if missing and set(missing) <= _ROMAN else missing

    def _unknown_part(self, analysis: Analysis, texts: Iterable[str]) -> str | None:
        """Return the numbered part of a document that a question names and texts don't: «párrafo 12»."""
        asked = _parts(word.text for word in analysis.words)
        said = {number for text in texts for _, number in _parts(words(text))}
        return next((f"{noun} {number}" for noun, number in asked if number not in said), None)

    def _ordinals_in(self, text: str) -> frozenset[int]:
        return frozenset(value for each in self._meetings.find(words(text)) for value in each.ordinals)

    def _elsewhere(
        self, analysis: Analysis, document: Document, events: Iterable[Event], texts: Iterable[str]
    ) -> str | None:
        """Return where an event is, if a question says that it is in a city that texts don't name."""
        place = next((event.place for event in events if event.place), None)
        if place is None:
            return None
        cities = list(located_cities([word.best for word in analysis.words], self._sources.index.thesaurus))
        meeting = {*words(document.meeting.city or ""), *words(document.meeting.country or "")}
        if not cities or set(words(place)) <= meeting:
            return None
        said = {word for text in texts for word in words(text)}
        thesaurus = self._sources.index.thesaurus
        return (
            None
            if any(set(city) <= said or is_same_city(city, words(place), thesaurus) for city in cities)
            else place
        )

    def _at_other_days(self, analysis: Analysis, document: Document, texts: Iterable[str]) -> Period | None:
        """Return the days that texts name, if a question names others."""
        asked = self._days_asked(analysis)
        start = document.meeting.start
        if asked is None or start is None or any(each.years or each.months for each in analysis.meetings):
            return None
        # The siblings of a sub-item tell of other things; they count where it has no date itself.
        said = next((found for found in (list(_days_in(text, start)) for text in texts) if found), [])
        if not said or any(_touches(asked, days) for days in said):
            return None
        return Period(start=said[0].first, end=said[0].last)

    def _days_asked(self, analysis: Analysis) -> DateMention | None:
        """Return the day, month or year that a question names, but no open period and not the present."""
        period = analysis.question.period
        if period is None or period.start is None or period.end is None:
            return None
        text = analysis.question.text
        mention = next(iter(find_dates(text)), None)
        if mention is None or mention.shift is not None or is_present(text, mention):
            return None
        return mention

    def _unknown_persons(self, analysis: Analysis) -> Iterator[str]:
        """Yield the names in capitals of which neither acts nor the thesaurus have a word."""
        for match in _NAME.finditer(analysis.question.text):
            tokens = words(match[0])
            notions = self._sources.index.thesaurus.find(tokens)
            if not any(map(self._is_known, tokens)) and not any(notions):
                yield match[0]

    def _is_known(self, token: str) -> bool:
        lexicon = self._sources.lexicon
        terms = (exact(token), *(term for language in LANGUAGES for term in stemmed(token, language)))
        return any(map(self._sources.index.has, terms)) or token in lexicon.stop | lexicon.light


def _parts(tokens: Iterable[str]) -> list[tuple[str, str]]:
    """List the numbered parts of documents in folded words: what each is called, and its number."""
    return [(noun, number) for noun, number in pairwise(tokens) if noun in _PARTS and number.isdigit()]


def _days_in(text: str, present: date) -> Iterator[Days]:
    for mention in find_dates(text):
        if days := mention.days(present):
            yield days


def _touches(asked: DateMention, said: Days) -> bool:
    """Tell whether days asked about, in the same year where they name none, touch those said."""
    days = asked.days(said.first)
    return days is not None and days.first <= said.last and said.first <= days.last
