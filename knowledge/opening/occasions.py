"""Tell when and where: a deadline, an event announced, or a day or place that a provision names."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from knowledge.language.dates import find_dates
from knowledge.language.tenses import Tense
from knowledge.opening.choice import Case, commitment_of, folded, with_duty
from knowledge.opening.times import (
    NO_DAY,
    POINTS_BACK,
    days_of,
    is_dated,
    is_known,
    lasts,
    of_tense,
    side_of,
    tells_time,
    vagueness,
)
from knowledge.search.sources import Sources
from knowledge.values.acts import Commitment, CommitmentKind, Event, EventStatus, Precision, Role
from knowledge.values.answers import Fact, Finding
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.questions import Facet, Period
from knowledge.values.statements import Statement

_DOING = frozenset({Role.RESPONSIBLE, Role.ORGANIZER, Role.DOER, Role.OFFERER})
_SORT = 4
"""First words of an event's name, which tell its sort: «Segundo Taller Regional sobre …»."""
# A beginning, which is no deadline.
_BEGINS = re.compile(
    r"(?:contad[oa]s? )?a partir de|desde\b|as of\b|since\b|from\b(?!.*\bto\b)|starting\b", re.IGNORECASE
)
_ASKS_BEGINNING = re.compile(
    r"\b(?:desde|a partir de|since|from) (?:cu[aá]ndo|qu[eé]|when|what)\b", re.IGNORECASE
)
_ASKS_END = re.compile(
    r"\bhasta (?:cu[aá]ndo|qu[eé] d[ií]a) (?:es|dura|va)\b|\b(?:until|till) when (?:is|does)\b", re.IGNORECASE
)
_YEARS = re.compile(r"\b(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d\b")
# A time of the year known only by name: «Semana Santa de 2006», "Easter 2025".
_NAMED = re.compile(r"[A-ZÁÉÍÓÚÑ][a-záéíóúñ]{3,}\s+(?:de\s+)?\d{4}$")


class Told(NamedTuple):
    """Lines of an opening, the finding with the fields that agree with them, and the words that decide."""

    lines: tuple[Fact | Notice, ...]
    finding: Finding
    decisive: tuple[str, ...] = ()


class OccasionTeller:
    """Tells the time and place of the things that questions are about."""

    def __init__(self, sources: Sources) -> None:
        self._store = sources.store
        self._sources = sources

    def time(self, case: Case) -> Told | None:
        """Tell the deadline or the date, in the words of the act if it names no day."""
        statement = self._timed(case)
        return self._at(case, statement) if statement and not is_known(case, statement) else None

    def length(self, case: Case, *, by_days: bool = False) -> Told | None:
        """Tell how long something lasts, by its days or, unless `by_days`, by its deadline."""
        statement = self._timed(case, lasting=True)
        if statement is None or not lasts(statement):
            return None
        is_other = _is_duty(case, statement) or not case.weigh_own(statement)
        return None if by_days and is_other else self._at(case, statement)

    def duty(self, case: Case) -> Told | None:
        """Tell the deadline of the duty asked about: «¿cuánto tiempo tenemos?»."""
        statement = self._timed(case) if Facet.BY_WHEN in case.question.facets else None
        recurs = statement is not None and statement.time.precision is Precision.RECURRING
        return self._at(case, statement) if statement and not recurs and _is_duty(case, statement) else None

    def _at(self, case: Case, statement: Statement) -> Told:
        commitment = commitment_of(case, statement)
        event = self._event_on(case, statement)
        words = folded(statement.time.text or "")
        due = commitment and commitment.kind is not CommitmentKind.EVENT and commitment.deadline.is_set
        if commitment and due and commitment.deadline.text == statement.time.text:
            first = [folded(each.time.text or "") for each in case.told if _is_first_of(each, statement)]
            said = (notice("«{words}»", words=each) for each in first)
            deadline, *rest = self.by_when(case, commitment)
            return Told((deadline, *said, *rest), with_duty(case.finding, commitment), (words, *first))
        occasion = event or _occasion(statement)
        vague = occasion.end is None or occasion.precision in {Precision.YEAR, *NO_DAY}
        named = event is None and occasion.precision is Precision.YEAR and not _NAMED.search(words)
        if vague and words and not named:
            return Told((notice("«{words}»", words=words),), case.finding, (words,))
        return Told((Fact.TIME,), case.finding.model_copy(update={"event": occasion}), (words,))

    def place(self, case: Case) -> Told | None:
        """Tell where."""
        placed = self._of_body(case, of_tense(case, [each for each in case.told if each.place]))
        placed = [each for each in placed if each.place]
        chosen = case.choose(placed, lambda each: each.place, against=_doing(case))
        if chosen is None:
            return None
        event = case.finding.event or self._event_on(case, chosen)
        if event and event.place != chosen.place and Fact.TIME in case.finding.opening:
            # The days told before are of something else: «¿cuándo es el taller, y dónde fue el primero?».
            place = chosen.place or ""
            return Told((notice(mark("En {city}"), city=place),), case.finding, (place,))
        if event is None or event.place != chosen.place:
            event = _occasion(chosen).model_copy(update={"place": chosen.place})
        return Told((Fact.PLACE,), case.finding.model_copy(update={"event": event}), (chosen.place or "",))

    def event(self, case: Case) -> Told | None:
        """Tell when the only event is, if its sort is asked for: «¿qué taller hay en San José?»."""
        events = self._store.events_of(case.finding.citation.document, case.finding.citation.reference)
        if len(events) != 1 or not case.asks_for(" ".join(events[0].name.split()[:_SORT])):
            return None
        return Told((Fact.TIME,), case.finding.model_copy(update={"event": events[0]}))

    def by_when(self, case: Case, due: Commitment) -> Iterator[Fact | Notice]:
        """Open with a deadline; if its day was only deduced, with the words of the act first."""
        deadline = due.deadline
        if "deadline.end" not in due.inferred or deadline.end is None:
            yield Fact.DEADLINE
        else:
            yield notice("«{words}»", words=folded(deadline.text or ""))
            yield self._deduced(case, due, deadline.end)
        if due.responsible:
            yield Fact.RESPONSIBLE
        yield from action_of(case, due)

    def lacking(self, case: Case) -> Notice | None:
        """Say that a provision sets no deadline or no date, if all its days belong to something else.

        They are the days of an event, or the years of a plan: «Plan Estratégico 2017-2022».
        """
        facets, reference = case.question.facets, case.finding.citation.reference
        other = [each for each in case.told if each.time.text and not self._event_on(case, each)]
        if Facet.BY_WHEN in facets and not _ASKS_END.search(case.question.text):
            days = [folded(each.time.text or "") for each in case.told if each not in other]
            said = notice(mark("{reference} no fija un plazo."), reference=reference)
        elif Facet.WHEN in facets:
            days = _YEARS.findall(case.finding.quote)
            said = notice(mark("{reference} no indica la fecha."), reference=reference)
        else:
            return None
        rest = case.finding.quote
        for each in filter(None, days):
            rest = rest.replace(each, " … ")
        return None if other or rest == case.finding.quote or is_dated(rest) else said

    def _timed(self, case: Case, *, lasting: bool = False) -> Statement | None:
        """Return the statement that tells the time asked for, or how long something is."""
        dated = [each for each in case.told if tells_time(each)]
        if Facet.BY_WHEN in case.question.facets:
            # A day before the meeting is no deadline.
            dated = [each for each in dated if side_of(case, each) is not Tense.PAST]
            dated = [each for each in dated if lasting or not self._is_beside(case, each)]
            duties = [each for each in case.told if _is_duty(case, each)]
            due = [each for each in duties if each in dated]
            if due:
                return case.choose(due, days_of, against=duties, rank=vagueness)
            if any(map(case.weigh_own, duties)):
                # The day of an event is no deadline of what is asked about.
                dated = [each for each in dated if each.role is None and _is_of_duty(case, each)]
        ours = self._of_body(case, of_tense(case, dated))
        return case.choose(ours, days_of, against=_doing(case), rank=vagueness)

    def _is_beside(self, case: Case, statement: Statement) -> bool:
        """Tell whether a time is no deadline: a beginning, or the days of an event.

        Those days do tell until when the event lasts, unless other words of the provision are asked about.
        """
        if _BEGINS.match(statement.time.text or "") and not _ASKS_BEGINNING.search(case.question.text):
            return True
        if _is_duty(case, statement) or not self._event_on(case, statement):
            return False
        rest = case.finding.quote.replace(folded(statement.quote), " … ")
        elsewhere = case.spoken(rest) - case.spoken(statement.quote)
        return not _ASKS_END.search(case.question.text) or any(unit.is_topic for unit in elsewhere)

    def _of_body(self, case: Case, told: Sequence[Statement]) -> Sequence[Statement]:
        """Leave out statements about the meeting of a body other than the question's, and its place."""
        asked = self._sources.bodies_in(case.question.text)
        others = [each for each in told if asked and self._is_of_another(case, each, asked)]
        if not others:
            return told
        ours = [each for each in told if each not in others and case.weigh(each)]
        places = {each.place for each in others}
        return [each.model_copy(update={"place": None}) if each.place in places else each for each in ours]

    def _is_of_another(self, case: Case, statement: Statement, asked: Collection[str]) -> bool:
        event = self._event_on(case, statement)
        own = self._sources.bodies_in(event.name) if event else frozenset()
        return bool(own) and own.isdisjoint(asked)

    def _event_on(self, case: Case, statement: Statement) -> Event | None:
        """Return the event that a provision announces on the days of a statement."""
        events = self._store.events_of(case.finding.citation.document, statement.reference)
        last = statement.time.end or statement.time.start
        return next((each for each in events if each.start and (each.end or each.start) == last), None)

    def _deduced(self, case: Case, due: Commitment, end: date) -> Notice:
        """Say what a day was deduced from: an event of the act, or the meeting."""
        days = Period(start=due.deadline.start or end, end=end)
        document = case.finding.citation.document
        events = self._store.act(document).events
        same = (each for each in events if (each.start, each.end) == (days.start, days.end))
        source = next((each for each in same if each.reference != due.reference), None)
        if source:
            said = mark("El acta no da aquí la fecha; según {reference}, sería el {days}.")
            return notice(said, reference=source.reference, days=days)
        own = self._store.events_of(document, due.reference)
        if any(each.start and end < each.start for each in own):
            said = mark("El acta no da aquí la fecha; contando hacia atrás desde el evento, sería el {day}.")
        else:
            said = mark("El acta no da aquí la fecha; contando desde la reunión, sería el {day}.")
        return notice(said, day=end)


def action_of(case: Case, due: Commitment) -> Iterator[Fact]:
    """Open with the action, if its words make sense alone and are in the reader's language."""
    if due.action and case.language == case.question.language and not POINTS_BACK.search(due.action):
        yield Fact.ACTION


def _doing(case: Case) -> list[Statement]:
    """List the statements with agents who do something, whether or not they tell when and where."""
    return [each for each in case.told if each.role in _DOING]


def has_days(case: Case) -> bool:
    """Tell whether a quotation names days other than the starts of periods."""
    rest = case.finding.quote
    for each in case.told:
        if each.time.text and _BEGINS.match(each.time.text):
            rest = rest.replace(folded(each.time.text), " … ")
    return bool(find_dates(rest))


def _is_duty(case: Case, statement: Statement) -> bool:
    commitment = commitment_of(case, statement) if statement.role is Role.RESPONSIBLE else None
    return commitment is not None and commitment.kind is not CommitmentKind.EVENT


def _is_first_of(statement: Statement, often: Statement) -> bool:
    """Tell whether a statement tells the first day of a recurring deed: «cada mes, el primero en mayo»."""
    recurs = often.time.precision is Precision.RECURRING and statement.time.end is not None
    return recurs and statement.role is None and statement.span == often.span


def _is_of_duty(case: Case, statement: Statement) -> bool:
    """Tell whether a statement stands in the clause of a duty."""
    spans = (each.span for each in case.commitments if each.kind is not CommitmentKind.EVENT)
    return any(span.start <= statement.span.start < span.end for span in spans)


def _occasion(statement: Statement) -> Event:
    """Return the time and place of a statement as an event without a name."""
    time = statement.time
    return Event(
        reference=statement.reference,
        name="",
        place=statement.place,
        start=time.start or time.end,
        end=time.end,
        precision=time.precision,
        status=EventStatus.REFERENCED,
        inferred=("year",) if "deadline.year" in statement.inferred else (),
    )
