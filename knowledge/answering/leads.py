"""Open an answer with what was asked, of the clause asked about or not at all; mark the words that decide."""

import re
from collections.abc import Iterator
from datetime import date

from knowledge.answering.cases import Case
from knowledge.answering.clauses import ClauseReader, is_whole
from knowledge.answering.doers import DoerFinder
from knowledge.answering.listed import ListFinder, sorts_in
from knowledge.answering.listing import EVENTS
from knowledge.answering.times import TimeFinder
from knowledge.answering.who import WhoFinder
from knowledge.language.dates import find_dates
from knowledge.search.sources import Sources
from knowledge.understanding.asking import WHO
from knowledge.understanding.cues import Asked
from knowledge.understanding.question import Question
from knowledge.values.acts import Commitment, CommitmentKind, Deadline, Event, Precision, Role
from knowledge.values.answers import Fact, Finding
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.questions import Period, QuestionKind

MAX_HIGHLIGHTS = 4

ACTION = 9
"""Words of an action that say what is to be done: «remitir a la PPT los nombres de sus participantes»."""

HIGHLIGHT = 0.7
"""Share of a quotation up to which its decisive clause is marked; more of it would be no mark."""

_WHEN = frozenset({Asked.DEADLINE, Asked.DATE})
_VAGUE = frozenset({Precision.YEAR, Precision.RELATIVE, Precision.NONE})
_PURPOSE = re.compile(
    r"\b(?:a fin de|con el fin de|con el objeto de|con el objetivo de|con miras a|in order to|so that)\b"
    r"[^.;,]+",
    re.IGNORECASE,
)
# What points back to words of the act that don't stand beside it in an opening.
_POINTS_BACK = re.compile(
    r"\b(?:dich[oa]s?|[eé]st[aeo]s?|mism[oa]s?|said|these|those|the same)\b", re.IGNORECASE
)


class LeadWriter:
    """Write the openings of findings."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._clauses = ClauseReader(sources)
        doers = DoerFinder(sources, self._clauses)
        self._who = WhoFinder(sources, self._clauses, doers)
        self._times = TimeFinder(sources, self._clauses)
        self._lists = ListFinder(sources, self._clauses, doers)

    def open(self, question: Question, finding: Finding, *, alone: bool) -> Finding:
        """Give a finding its opening and its decisive words; what it lacks is told only if it is `alone`."""
        citation = finding.citation
        commitments = self._sources.store.commitments_of(citation.document, citation.reference)
        language = self._sources.document(citation.document).language
        case = Case(question, finding, commitments, language, alone)
        case = case._replace(asked=self._asked_for(case))
        case = case._replace(finding=finding.model_copy(update=self._facts(case)))
        opening = tuple(self._opening(case))
        marked = dict.fromkeys(self._decisive(case))
        shown = tuple(passage for passage in marked if passage in finding.quote)[:MAX_HIGHLIGHTS]
        return case.finding.model_copy(update={"opening": opening, "highlights": shown})

    def _asked_for(self, case: Case) -> Commitment | None:
        """Return the commitment that is asked about: by whom it binds, by its clause, or by its deadline."""
        own = [each for each in case.commitments if case.named & set(each.responsible)]
        if own and Role.RESPONSIBLE in case.question.roles and not WHO & case.wanted:
            return own[0] if len(own) == 1 else self._clauses.asked_for(case, own)
        asked = None
        if _WHEN & case.wanted:  # an event has a day, but no deadline; «¿cuándo?» asks for either
            duties = [each for each in case.commitments if each.kind is not CommitmentKind.EVENT]
            by_when = Asked.DEADLINE in case.wanted
            meant = [each for each in duties if by_when or self._says_action(case, each)]
            asked = self._clauses.asked_for(case, meant) if meant else None
        asked = asked or self._clauses.asked_for(case)
        if asked is None and Asked.DEADLINE in case.wanted:
            due = [each for each in case.commitments if case._replace(asked=each).due]
            return due[0] if len(due) == 1 else None
        return asked

    def _facts(self, case: Case) -> dict[str, object]:
        """Return the fields of a finding that tell of the clause and the occasion asked about."""
        facts: dict[str, object] = {}
        if case.asked:
            deadline = case.asked.deadline if case.asked.deadline.text else None
            facts |= {
                "responsible": case.asked.responsible,
                "action": case.asked.action,
                "deadline": deadline,
                "inferred": case.asked.inferred,
            }
        dated = case.due is None or case.due.deadline.end is None
        if (case.wanted & {*_WHEN, Asked.PLACE} or self._is_event(case)) and dated:
            facts["event"] = self._occasion(case)
        return facts

    def _occasion(self, case: Case) -> Event | None:
        """Return the event asked about, or what the provision says of when and where it was."""
        announced = None if case.due else self._times.event(case)
        dated = self._times.date(case) if _WHEN & case.wanted else None
        if announced and dated and announced.start is None:
            return announced.model_copy(
                update={"start": dated.start, "end": dated.end, "precision": dated.precision}
            )
        if announced:
            return announced
        place = self._times.place(case) if Asked.PLACE in case.wanted else None
        if place is None:
            return dated
        event = dated or Event(reference=case.reference, name="")
        return event.model_copy(update={"place": place})

    def _opening(self, case: Case) -> Iterator[Fact | Notice]:
        if case.due and _WHEN & case.wanted:
            if case.due.deadline.end is None and case.finding.event:
                yield Fact.TIME  # a condition is no time where a day is named for it
            else:
                yield from self._by_when(case, case.due)
            return
        yield from self._when_and_where(case)
        if WHO & case.wanted:
            who = self._who.find(case)
            if who:
                yield who
            elif self._who.asks_to_whom(case) and case.may_lack and self._names_nobody(case):
                yield notice(mark("{reference} no indica a quién."), reference=case.reference)
        listed = self._lists.find(case)
        if listed:
            yield listed
        if case.wanted <= {Asked.REASON}:
            yield from self._duty(case)

    def _when_and_where(self, case: Case) -> Iterator[Fact | Notice]:
        event = case.finding.event
        if self._is_undated(case):
            if case.may_lack:
                yield notice(mark("{reference} no fija un plazo para eso."), reference=case.reference)
        elif event and (_WHEN & case.wanted or self._is_event(case)):
            words = [each.deadline.text for each in case.commitments if each.deadline.text]
            if event.precision in _VAGUE and len(words) == 1:
                yield notice("«{words}»", words=words[0])
            elif event.start:
                yield Fact.TIME
        if Asked.PLACE in case.wanted:
            if event and event.place:
                yield Fact.PLACE
            elif case.may_lack and event:
                yield notice(mark("{reference} no indica el lugar."), reference=case.reference)

    @staticmethod
    def _is_event(case: Case) -> bool:
        """Tell whether an event is asked for: «¿qué taller hay en San José?»."""
        return any(EVENTS & set(unit.terms) for unit in sorts_in(case)) and not WHO & case.wanted

    def _is_undated(self, case: Case) -> bool:
        """Tell whether a question asks when something is to be done of which no time is told."""
        asked = case.asked
        if asked is None or asked.kind is CommitmentKind.EVENT or asked.deadline.text:
            return False
        doing = Asked.DATE in case.wanted and self._says_action(case, asked)
        return Asked.DEADLINE in case.wanted or doing

    def _says_action(self, case: Case, commitment: Commitment) -> bool:
        """Tell whether a question speaks of the first words of what is to be done."""
        begins = " ".join(commitment.action.split()[:ACTION])
        return bool(self._clauses.spoken(case.units, begins, case.language))

    def _by_when(self, case: Case, due: Commitment) -> Iterator[Fact | Notice]:
        """Open with a deadline; one that was only deduced with the words of the act first."""
        deadline = due.deadline
        if deadline.end is None and self._says_little(case, deadline):
            return
        if "deadline.end" not in due.inferred or deadline.end is None:
            yield Fact.DEADLINE
        else:
            yield notice("«{words}»", words=deadline.text or "")
            days = Period(start=deadline.start or deadline.end, end=deadline.end)
            source = self._event_on(case, days)
            if source:
                said = mark("El acta no da aquí la fecha; según {reference}, sería el {days}.")
                yield notice(said, reference=source.reference, days=days)
            elif self._precedes_event(case, deadline.end):
                said = mark(
                    "El acta no da aquí la fecha; contando hacia atrás desde el evento, sería el {day}."
                )
                yield notice(said, day=deadline.end)
            else:
                said = mark("El acta no da aquí la fecha; contando desde la reunión, sería el {day}.")
                yield notice(said, day=deadline.end)
        if due.responsible:
            yield Fact.RESPONSIBLE
        yield from self._action(case)

    def _precedes_event(self, case: Case, day: date) -> bool:
        """Tell whether the provision announces an event after a day."""
        events = self._sources.store.events_of(case.finding.citation.document, case.reference)
        return any(each.start and day < each.start for each in events)

    @staticmethod
    def _says_little(case: Case, deadline: Deadline) -> bool:
        """Tell whether a time without a day points back, or is a condition beside another that has a day."""
        dated = any(each.deadline.end for each in case.commitments)
        condition = dated and deadline.precision is not Precision.ASAP
        return condition or _POINTS_BACK.search(deadline.text or "") is not None

    def _event_on(self, case: Case, days: Period) -> Event | None:
        """Return the event of another provision from which the days of a deadline were taken."""
        events = self._sources.store.act(case.finding.citation.document).events
        same = (each for each in events if (each.start, each.end) == (days.start, days.end))
        return next((each for each in same if each.reference != case.reference), None)

    def _duty(self, case: Case) -> Iterator[Fact | Notice]:
        """Open with what somebody has to do, where that is asked, or all that a provision says."""
        asked = case.asked
        if asked is None or "responsible" in asked.inferred:
            return
        if Role.RESPONSIBLE in case.question.roles:
            yield from self._action(case)
        elif case.question.kind is QuestionKind.LOOKUP and is_whole(asked.quote, case.quote):
            if case.due:
                yield from self._by_when(case, asked)
            elif asked.responsible:
                yield Fact.RESPONSIBLE

    def _action(self, case: Case) -> Iterator[Fact]:
        """Open with what is to be done, if its words stand by themselves, in the reader's language."""
        action = case.asked.action if case.asked else ""
        reads = case.language == case.question.language
        if action and reads and not _POINTS_BACK.search(action):
            yield Fact.ACTION

    def _names_nobody(self, case: Case) -> bool:
        """Tell whether the clause asked about names nobody but those who are bound."""
        if case.asked is None or case.asked.recipient:
            return False
        named = {mention.name for mention in self._sources.register.find(case.asked.quote)}
        return named <= set(case.asked.responsible)

    def _decisive(self, case: Case) -> Iterator[str]:
        finding = case.finding
        if Asked.DEADLINE in case.wanted and finding.deadline and finding.deadline.text:
            yield finding.deadline.text
        elif case.wanted & _WHEN:
            yield from (case.quote[date.start : date.end] for date in find_dates(case.quote))
        if Asked.PLACE in case.wanted and finding.event and finding.event.place:
            yield finding.event.place
        if Asked.REASON in case.wanted:
            yield from (match[0] for match in _PURPOSE.finditer(case.quote))
        if case.wanted & {Asked.HOLDER, Asked.PERSON}:
            yield from self._sources.people.find(case.quote)
        if case.asked and (WHO & case.wanted or Role.RESPONSIBLE in case.question.roles):
            clause = " ".join(case.asked.quote.split())
            if len(clause) <= HIGHLIGHT * len(case.quote):
                yield clause
