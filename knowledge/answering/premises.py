"""Check a question's names, numbers and dates against the provision that would answer it."""

from collections.abc import Iterable, Iterator

from knowledge.answering.analysis import Analysis
from knowledge.answering.contradictions import ContradictionFinder
from knowledge.answering.cues import Asked, load_cues
from knowledge.answering.decisive import DecisiveWords
from knowledge.answering.guards import Guard
from knowledge.answering.periods import is_present
from knowledge.answering.places import located_cities
from knowledge.answering.sources import Sources
from knowledge.answering.world import countries_of_the_world
from knowledge.language.dates import find_dates
from knowledge.language.folding import words
from knowledge.language.numbers import number_of
from knowledge.search.flags import Holds
from knowledge.search.matching import Unit
from knowledge.search.notions import Notion
from knowledge.search.ranking import Ranked
from knowledge.search.terms import exact, of_concept, of_party, of_role
from knowledge.values.acts import Role
from knowledge.values.notices import Notice, Parameter, mark, notice
from knowledge.values.parties import PartyKind

UNANSWERED = 0.35
"""Share of a unit's worth below which a provision doesn't speak of it."""

_EVENTS = frozenset(
    map(
        of_concept,
        (
            Notion.EVENT,
            Notion.WORKSHOP,
            Notion.MEETING,
            Notion.FORUM,
            Notion.SEMINAR,
            Notion.CONFERENCE,
            Notion.DIALOGUE,
        ),
    )
)
_AMOUNT = of_concept(Notion.AMOUNT)
_FINANCE = of_concept(Notion.FINANCE)
_FINANCE_SIGNS = frozenset(map(of_concept, (Notion.FINANCE, Notion.DONATION, Notion.DUES, Notion.BUDGET)))
# What can be counted in a provision without a figure: it lists them.
_LISTED = frozenset(
    map(
        of_concept,
        (
            Notion.MEMBERS,
            Notion.COUNTRY,
            Notion.ORGANIZATION,
            Notion.CAMPAIGN,
            Notion.NETWORK,
            Notion.WORKSHOP,
            Notion.EVENT,
            Notion.PROPOSE,
            Notion.CONTEST,
            Notion.RECOMMEND,
            Notion.CONCLUSION,
        ),
    )
)


class PremiseChecker:
    """Find what a question takes for granted and a provision doesn't say."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._decisive = DecisiveWords.load(sources.data.language)
        self._contradictions = ContradictionFinder(sources)

    def stranger(self, analysis: Analysis, best: Ranked) -> Notice | None:
        """Say which name or figure of a question the best provision doesn't have, or return None."""
        index = self._sources.index
        family = index.family(best.number)
        claims = self._claims(analysis, family)
        strange = next((name for name, terms in claims if not self._has_any(family, terms)), None)
        if strange is None:
            return None
        reference = index.place(best.number)[1]
        said = notice(mark("{reference} no menciona {name}."), reference=reference, name=strange)
        return self._contradictions.find(analysis, best.number) or said

    def missing(self, analysis: Analysis, best: Ranked) -> Notice | None:
        """Say what was asked and the provision doesn't tell, or return None."""
        if contradiction := self._contradictions.find(analysis, best.number):
            return contradiction
        _, reference = self._sources.index.place(best.number)
        untold = next(self._untold(analysis, best.number), None)
        if untold:
            return notice(untold, reference=reference)
        family = self._sources.index.family(best.number) if analysis.decisive else ()
        texts = [self._text(number) for number in family]
        for decisive in analysis.decisive:
            if not any(self._decisive.says(text, decisive) for text in texts):
                untold = mark("{reference} no dice nada de «{words}».")
                return notice(untold, reference=reference, words=decisive.wording)
        return None

    def _untold(self, analysis: Analysis, number: int) -> Iterator[str]:
        """Yield what is asked and a provision doesn't tell, as the sentences that say so."""
        holds = Holds(int(self._sources.index.holds[number]))
        asked = set(analysis.asked)
        by_when = holds & (Holds.DEADLINE | Holds.TIME)
        of_event = any((_EVENTS & set(unit.terms)) for unit in analysis.units)
        if self._asks_money(analysis) and not self._has_any([number], _FINANCE_SIGNS):
            yield mark("{reference} no indica quién lo financia.")
        if Asked.HOLDER in asked and not holds & Holds.PERSON:
            yield mark("{reference} no nombra a la persona.")
        if analysis.guard is Guard.AMOUNT and not self._has_any([number], (_AMOUNT,)):
            yield mark("{reference} no indica el monto.")
        if Asked.DEADLINE in asked and not by_when and not (of_event and holds & Holds.DATE):
            yield mark("{reference} no fija un plazo.")
        if Asked.DATE in asked and not by_when and not holds & Holds.DATE:
            yield mark("{reference} no indica la fecha.")
        if Asked.COUNT in asked and not self._can_count(analysis, number):
            yield mark("{reference} no indica la cantidad.")

    def _claims(self, analysis: Analysis, family: list[int]) -> Iterator[tuple[Parameter, list[str]]]:
        """Yield each name and figure that a question takes for granted, and the terms of it."""
        register = self._sources.register.parties
        countries = [name for name in analysis.question.parties if register[name].kind is PartyKind.COUNTRY]
        # What binds all members binds each: «¿México tiene que mandar algo?».
        asked = Role.RESPONSIBLE in analysis.roles
        groups = self._sources.register.all_members if asked else ()
        of_all = [of_role(Role.RESPONSIBLE, group) for group in groups]
        yield from (
            ((name,), [of_party(name), *(of_all if register[name].member else ())]) for name in countries
        )
        tokens = [word.best for word in analysis.words]
        for match in countries_of_the_world().find(tokens):
            if not countries:
                named = tokens[match.start : match.end]
                yield " ".join(named).title(), [exact(token) for token in named]
        for phrase in located_cities(tokens, self._sources.index.thesaurus):
            yield " ".join(phrase).title(), [*map(exact, phrase)]
        referred = {str(reference.number) for reference in analysis.references}
        known = referred | self._meeting_years(family) | _present_day(analysis.question.text)
        for token in tokens:
            if token.isdigit() and token not in known:
                yield token, [exact(token), exact(token.lstrip("0") or token)]

    def _meeting_years(self, family: list[int]) -> set[str]:
        documents = {self._sources.index.place(number)[0] for number in family}
        starts = (self._sources.document(slug).meeting.start for slug in documents)
        return {str(start.year) for start in starts if start}

    def _asks_money(self, analysis: Analysis) -> bool:
        wanted = {Asked.WHO, Asked.COUNTRY, Asked.ORGANIZATION} & set(analysis.asked)
        return bool(wanted) and any(_FINANCE in unit.terms for unit in analysis.units)

    def _can_count(self, analysis: Analysis, number: int) -> bool:
        """Tell whether a provision lists or counts what «cuántos» asks about."""
        counted = next((unit for unit in analysis.units), None)
        if counted is None or set(counted.terms) & {
            *_LISTED,
            *load_cues(self._sources.data.language).counted,
        }:
            return True
        return _counts(self._text(number), counted)

    def _text(self, number: int) -> str:
        provision = self._sources.store.provision(*self._sources.index.place(number))
        return provision.text if provision else ""

    def _has_any(self, numbers: Iterable[int], terms: Iterable[str]) -> bool:
        wanted = set(numbers)
        return any(
            not wanted.isdisjoint(self._sources.index.postings(term).provisions.tolist()) for term in terms
        )


def _present_day(text: str) -> set[str]:
    """Return the figures of a date that a text says is today's."""
    today = (mention for mention in find_dates(text) if is_present(text, mention))
    return {
        token for mention in today for token in words(text[mention.start : mention.end]) if token.isdigit()
    }


def _counts(text: str, counted: Unit) -> bool:
    """Tell whether a figure stands right before what is counted: «cincuenta funcionarios»."""
    terms = set(counted.terms)
    tokens = words(text)
    return any(
        number_of(token) is not None and any(exact(each) in terms for each in tokens[place + 1 : place + 3])
        for place, token in enumerate(tokens)
        if len(token) > 1
    )
