"""Questions that several provisions answer together: what a party does, which events there are."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from knowledge.answering.gathering import Gatherer
from knowledge.citing.findings import FindingWriter
from knowledge.citing.replies import WHICH, answered, nothing
from knowledge.language.folding import words
from knowledge.language.months import month_number
from knowledge.language.notions import Notion
from knowledge.lists.requested import RequestedLists
from knowledge.opening.named import is_passive
from knowledge.search.flags import Holds
from knowledge.search.matching import Unit
from knowledge.search.sources import Sources
from knowledge.search.terms import of_concept, party_of
from knowledge.stores.documents import Document
from knowledge.understanding.asking import WHO
from knowledge.understanding.cues import Asked
from knowledge.understanding.periods import SEEN_FROM_TODAY, overlaps
from knowledge.understanding.question import Question
from knowledge.values.acts import Commitment, CommitmentKind, Event, EventStatus, Precision, Role
from knowledge.values.answers import Answer, Fact, Finding, Outcome
from knowledge.values.notices import Notice, counted, mark, mark_plural, notice
from knowledge.values.questions import OverviewKind, Period, QuestionKind
from knowledge.values.references import Reference

MAX_LISTED = 8
"""Findings that a list shows."""

_OTHERWISE = frozenset(
    {Asked.DATE, Asked.PLACE, Asked.COUNT, Asked.PERSON, Asked.ADDRESSEE, Asked.DEFINITION}
)
"""What is asked of a party and is no list of what it does."""

_HOSTING = frozenset({Role.HOST, Role.ORGANIZER})
_ANY_EVENT = of_concept(Notion.EVENT)
_DUE = of_concept(Notion.DEADLINE)
_LISTED = {
    Role.PROPOSER: mark("Solicitudes y propuestas de {parties}:"),
    Role.REQUESTER: mark("Solicitudes y propuestas de {parties}:"),
    Role.RESPONSIBLE: mark("Tareas de {parties}:"),
    Role.ORGANIZER: mark("Eventos que organiza: {parties}"),
    Role.HOST: mark("Eventos con sede u organización de {parties}:"),
    Role.SUPPORTER: mark("Con el apoyo de: {parties}"),
    Role.THANKED: mark("Agradecimientos a: {parties}"),
}
_ASKING = frozenset({Role.PROPOSER, Role.REQUESTER})
_NEVER_ASKED = mark("No consta ninguna solicitud ni propuesta de {parties}.")
_COUNTED = mark_plural("{number} evento:", "{number} eventos:")
EVENTS = frozenset(
    {
        _ANY_EVENT,
        *map(
            of_concept,
            (
                Notion.WORKSHOP,
                Notion.MEETING,
                Notion.SEMINAR,
                Notion.FORUM,
                Notion.CONFERENCE,
                Notion.VIDEO_MEETING,
            ),
        ),
    }
)
"""Terms of events of any sort."""

_MEETINGS = frozenset({of_concept(Notion.MEETING), of_concept(Notion.CONFERENCE)})
_COMING = frozenset(map(of_concept, (Notion.NEXT, Notion.CALENDAR)))
_VAGUE = frozenset({Precision.YEAR, Precision.RELATIVE, Precision.RECURRING, Precision.NONE})
"""Precisions that place no event in a month."""

_FIRM = frozenset({EventStatus.SCHEDULED, EventStatus.COMMITTED})


class Lister:
    """List what belongs together, from the newest act that has any of it."""

    def __init__(self, sources: Sources, findings: FindingWriter, lists: RequestedLists) -> None:
        self._sources = sources
        self._findings = findings
        self._gatherer = Gatherer(sources.index)
        self._lists = lists
        self._overviews = lists.overviews

    def list_party(self, question: Question, document: Document | None) -> Answer | None:
        """List what parties do, if a question asks nothing else of them, or return None."""
        parties = question.parties
        hosting = EVENTS if _HOSTING & set(question.roles) else frozenset()
        rest = _topics(
            unit
            for unit in question.units
            if not any(map(party_of, unit.terms)) and not hosting & set(unit.terms)
        )
        if not parties or (rest and Asked.MENTION not in question.asked) or _OTHERWISE & set(question.asked):
            return None
        asking = bool(_ASKING & set(question.roles))
        if asking and (WHO & set(question.asked) or is_passive(question)):
            return None  # «¿quién pidió lo de la OPS?», "what was PAHO asked for?": another did
        numbers = (
            self._gatherer.in_roles(parties, question.roles)
            if question.roles
            else self._gatherer.in_any_role(parties)
        )
        newest = self._gatherer.of_newest(numbers, document)
        if Role.THANKED in question.roles:
            newest = self._gatherer.saying(newest, question.verbs) or newest
        if question.period:
            newest = [number for number in newest if self._is_due(number, question.period)]
        if not newest and _ASKING & set(question.roles):
            if any(len(self._gatherer.in_roles((name,), question.roles)) for name in parties):
                return None  # «¿qué pidió Canadá sobre la CSM?»: the others are what it is about
            return nothing(question, (notice(_NEVER_ASKED, parties=parties),))
        roles = [role for role in question.roles if role in _LISTED]
        lead = (notice(_LISTED[roles[0]], parties=parties),) if roles else ()
        return self._answer(question, newest, QuestionKind.PARTY, lead)

    def list_duties(self, question: Question, document: Document | None, today: date) -> Answer | None:
        """List what a party has to do, as /pendientes does, if a question asks just that, or return None."""
        parties, period = question.parties, question.period
        others = _topics(
            unit
            for unit in question.units
            if not any(map(party_of, unit.terms))
            and _DUE not in unit.terms
            and not all(map(_is_dated, words(unit.label)))
        )
        if len(parties) != 1 or Role.RESPONSIBLE not in question.roles or others:
            return None
        if (_OTHERWISE - {Asked.DEFINITION}) & set(question.asked) and not period:
            return None
        return self._overview(question, OverviewKind.PENDING, today, parties[0], document)

    def has_own(self, answer: Answer, today: date) -> bool:
        """Tell whether a list has anything of its party by name."""
        return answer.overview is None or self._overviews.fit(answer.overview, today).own > 0

    def list_events(self, question: Question, document: Document | None, today: date) -> Answer | None:
        """List the events of the sorts and days that a question names, or return None.

        Of all sorts, of any day and meeting, that is what /eventos lists.
        """
        sorts = {term for unit in question.units for term in unit.terms if term in EVENTS}
        if not sorts or WHO & set(question.asked) or not self._asks_for_none_else(question, EVENTS | _COMING):
            return None
        is_one = not self.asks_for_all(question)
        next_one = is_one and any(_COMING & set(unit.terms) for unit in question.units)
        is_of_the_forum = next_one and sorts <= _MEETINGS  # acts may tell of it without a day
        if is_of_the_forum or (is_one and question.asked and not question.wants(Asked.DATE, Asked.PLACE)):
            return None
        counts = question.wants(Asked.COUNT)
        if sorts == {_ANY_EVENT} and not (document or question.period or is_one or counts):
            return self._overview(question, OverviewKind.EVENTS, today)
        chosen = [
            (event.start or event.end or date.max, number)
            for number in self._gatherer.with_events(document, of_all=question.period is not None)
            for event in self._events(number)
            if event.status in _FIRM
            and (not question.period or event.precision not in _VAGUE)
            and overlaps(event.start, event.end, question.period)
            and self._is_of_sort(event, sorts - {_ANY_EVENT})
        ]
        ahead = [day for day, _ in chosen if today <= day < date.max]
        if next_one and ahead:
            chosen = [(day, number) for day, number in chosen if day == min(ahead)]
        listed = list(dict.fromkeys(number for _, number in sorted(chosen)))
        if is_one and len(listed) > 1:
            return self._which(question, listed)
        if is_one and not next_one:
            return None
        lead = (counted(_COUNTED, len(chosen)),) if counts else ()
        kind = question.kind if is_one else QuestionKind.LIST
        answer = self._answer(question, listed, kind, lead, opening=(Fact.TIME, Fact.PLACE))
        return answer or self._of_days(question, OverviewKind.EVENTS, today, document)

    def _which(self, question: Question, numbers: Sequence[int]) -> Answer | None:
        """Ask back which of several is meant: «¿cuándo es el taller?»."""
        answer = self._answer(question, numbers, question.kind, (WHICH,), opening=(Fact.TIME, Fact.PLACE))
        return answer and answer.model_copy(update={"outcome": Outcome.AMBIGUOUS})

    def list_deadlines(self, question: Question, document: Document | None, today: date) -> Answer | None:
        """List what is due, if a question asks for no deadline in particular, or return None.

        Unless it names a meeting, that is what /plazos lists.
        """
        due_at_all = question.wants(Asked.DEADLINE) or any(_DUE in unit.terms for unit in question.units)
        if not due_at_all or not self._asks_for_none_else(question, {_DUE}):
            return None
        if document is None:
            return self._overview(question, OverviewKind.DEADLINES, today, even_if_empty=True)
        newest = self._gatherer.of_newest(self._gatherer.holding(Holds.DEADLINE), document)
        period = question.period
        due = [number for number in newest if self._is_due(number, period)]
        answer = self._answer(question, due, QuestionKind.DEADLINE)
        if answer is None:
            return self._of_days(question, OverviewKind.DEADLINES, today, document)
        return answer.model_copy(
            update={"findings": tuple(self._due_finding(each, period) for each in answer.findings)}
        )

    def _of_days(
        self, question: Question, kind: OverviewKind, today: date, document: Document | None
    ) -> Answer | None:
        """List what is on the days that a question names, if it names any; none is an answer, too."""
        if not question.period:
            return None
        return self._overview(question, kind, today, document=document, even_if_empty=True)

    def _overview(
        self,
        question: Question,
        kind: OverviewKind,
        today: date,
        party: str | None = None,
        document: Document | None = None,
        *,
        even_if_empty: bool = False,
    ) -> Answer | None:
        """List what a command lists, of the days that a question names, or of one act.

        Of days on which nothing is, that is the answer if it may be `even_if_empty`.
        """
        overview = self._lists.limited(question, kind, party, today=today)
        if document:
            overview = overview.model_copy(update={"where": document.slug, "held": None})
        listed = self._overviews.answer(overview, today=today, language=question.language)
        is_answer = bool(listed.findings) or (even_if_empty and overview.period is not None)
        return listed.model_copy(update={"question": question.text}) if is_answer else None

    @staticmethod
    def _asks_for_none_else(question: Question, terms: Iterable[str]) -> bool:
        """Tell whether nothing but terms of a sort and a time is asked."""
        others = _topics(unit for unit in question.units if not set(unit.terms) & set(terms))
        if question.period:
            said = (word for unit in others for word in words(unit.label))
            return all(_is_dated(word) or word in SEEN_FROM_TODAY for word in said)
        return not others

    def asks_for_all(self, question: Question) -> bool:
        """Tell whether all that there are of a sort are asked for, and not one: «cuándo es el taller»."""
        plural = any(
            word.text.endswith("s") and word.text not in self._sources.lexicon.stop for word in question.words
        )
        return plural or Asked.LIST in question.asked or question.period is not None

    def _events(self, number: int) -> tuple[Event, ...]:
        return self._sources.store.events_of(*self._sources.index.place(number))

    def _is_of_sort(self, event: Event, sorts: set[str]) -> bool:
        tokens = words(event.name)
        found = {
            of_concept(concept)
            for match in self._sources.index.thesaurus.find(tokens, narrower=True)
            for concept in match.concepts
        }
        return not sorts or bool(sorts & found)

    def _is_due(self, number: int, period: Period | None) -> bool:
        return any(True for _ in self._due(*self._sources.index.place(number), period))

    def _due(self, slug: str, reference: Reference, period: Period | None) -> Iterator[Commitment]:
        for each in self._sources.store.commitments_of(slug, reference):
            if each.deadline.is_set and overlaps(each.deadline.start, each.deadline.end, period):
                yield each

    def _due_finding(self, finding: Finding, period: Period | None) -> Finding:
        """Open a finding with its first deadline; the day of an event is no deadline."""
        due = next(self._due(finding.citation.document, finding.citation.reference, period))
        if finding.event and finding.event.start and due.kind is CommitmentKind.EVENT:
            return finding.model_copy(update={"opening": (Fact.TIME,)})
        told: dict[str, object] = {
            "responsible": due.responsible,
            "action": due.action,
            "deadline": due.deadline,
            "inferred": due.inferred,
        }
        return finding.model_copy(update={**told, "opening": (Fact.DEADLINE, Fact.RESPONSIBLE)})

    def _answer(
        self,
        question: Question,
        numbers: Iterable[int],
        kind: QuestionKind,
        lead: tuple[Notice, ...] = (),
        *,
        opening: tuple[Fact, ...] = (),
    ) -> Answer | None:
        shown = list(dict.fromkeys(numbers))[:MAX_LISTED]
        if not shown:
            return None
        findings = (self._findings.numbered(number, 1.0, question.labels) for number in shown)
        opened = (each.model_copy(update={"opening": opening}) for each in findings)
        return answered(question, opened, kind, lead)


def _is_dated(word: str) -> bool:
    return word.isdigit() or month_number(word) is not None


def _topics(units: Iterable[Unit]) -> list[Unit]:
    """Keep the units that say what a question is about; light words and verbs that ask don't."""
    return [unit for unit in units if unit.weight >= 1]
