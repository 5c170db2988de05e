"""Open an answer with what was asked, from the statement asked about, or not at all."""

from collections.abc import Collection, Iterator, Sequence

from knowledge.language.notions import Notion
from knowledge.opening.choice import Case, Question, StatementChooser, commitment_of, folded, with_duty
from knowledge.opening.counted import CountReader
from knowledge.opening.listed import ListTeller
from knowledge.opening.named import NameFinder
from knowledge.opening.occasions import OccasionTeller, Told, action_of, has_days
from knowledge.opening.worded import SpanFinder, WordTeller, find_nothing
from knowledge.search.sources import Sources
from knowledge.search.terms import of_concept
from knowledge.values.acts import Commitment, Event, Precision, Role
from knowledge.values.answers import Fact, Finding
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.parties import PartyKind
from knowledge.values.questions import Facet
from knowledge.values.references import Section
from knowledge.values.statements import Statement

MAX_HIGHLIGHTS = 4
HIGHLIGHT = 0.7
"""Share of a quotation up to which its decisive clause is marked; more would no longer stand out."""

_OTHER_WORDS = 3
"""Words outside a clause up to which it still counts as the whole provision."""
_PRESENCE = of_concept(Notion.PARTICIPATE)
_TIMES = frozenset({Facet.WHEN, Facet.BY_WHEN})
_FACTS = frozenset({*_TIMES, Facet.WHERE, Facet.WHO, Facet.TO_WHOM, Facet.HOW_MANY, Facet.HOW_MUCH})
"""Facets that a few words of a provision can answer."""
_LISTS = frozenset({Facet.HOW_MANY, Facet.HOW_MUCH, Facet.WHICH, Facet.ALL})


class OpeningWriter:
    """Write the openings of findings."""

    def __init__(self, sources: Sources, find_span: SpanFinder = find_nothing) -> None:
        self._sources = sources
        self._chooser = StatementChooser(sources)
        self._names = NameFinder(sources, self._chooser)
        self._occasions = OccasionTeller(sources)
        self._lists = ListTeller(sources)
        self._counts = CountReader(sources)
        self._words = WordTeller(sources, find_span)

    def open(self, question: Question, finding: Finding, *, alone: bool, in_words: bool = True) -> Finding:
        """Return a finding with its opening, its decisive words, and the fields that agree with them.

        Facts not told for certain are left out. `alone` says that no other finding is shown; unless
        `in_words`, the act is known not to tell the fact, and no words are looked for that may.
        """
        case = self._case(question, finding, alone=alone)
        if finding.citation.reference.section is Section.PREAMBLE:
            return self._of_meeting(case)
        case = case._replace(finding=self._plain(case))
        lines: list[Fact | Notice] = []
        decisive: list[str] = []
        for told in self._told(case):
            lines += [line for line in told.lines if line not in lines]
            decisive += told.decisive
            case = case._replace(finding=told.finding)
        if alone and not lines and (lacking := self._occasions.lacking(case)):
            lines = [lacking]
        elif in_words and (worded := self._worded(case, lines, decisive)):
            lines, decisive = [*worded.lines], [*worded.decisive]
            case = case._replace(finding=worded.finding)
        shown = [words for words in dict.fromkeys(map(folded, decisive)) if words and words in finding.quote]
        update = {"opening": tuple(lines), "highlights": tuple(shown[:MAX_HIGHLIGHTS])}
        return case.finding.model_copy(update=update)

    def _worded(self, case: Case, lines: Sequence[Fact | Notice], decisive: Sequence[str]) -> Told | None:
        """Tell a fact in words of the act; for other questions, only mark the words that answer.

        With several findings the user is asked back, and each would cost a reading of its own.
        """
        if not case.alone:
            return None
        facets = case.question.facets
        if lines:
            return self._words.instead(case, decisive, _named_in(lines, case.finding))
        if facets & _FACTS:
            return self._words.tell(case)
        words = self._words.words(case) if facets and not decisive else None
        marks = words is not None and len(words) <= HIGHLIGHT * len(case.finding.quote)
        return Told((), case.finding, (words,)) if words and marks else None

    def _case(self, question: Question, finding: Finding, *, alone: bool) -> Case:
        """Gather the statements and commitments of the quotation, including its sub-items."""
        slug, reference = finding.citation.document, finding.citation.reference
        store = self._sources.store
        family = [reference, *(child.reference for child in store.children(slug, reference))]
        said = (statement for each in family for statement in store.statements_of(slug, each))
        bound = (commitment for each in family for commitment in store.commitments_of(slug, each))
        return Case(
            question,
            finding,
            [
                each
                for each in said
                if folded(each.quote) in finding.quote and self._is_of(question, each, finding)
            ],
            [each for each in bound if folded(each.quote) in finding.quote],
            self._sources.document(slug).language,
            alone,
            self._chooser,
        )

    def _is_of(self, question: Question, statement: Statement, finding: Finding) -> bool:
        """Tell whether a statement with parties may be about the countries that a question names.

        The lead-in may name them, too, as the place that all its items are about.
        """
        register = self._sources.register
        known = register.parties
        named = {each for each in question.parties if each in known and known[each].kind is PartyKind.COUNTRY}
        here = {*statement.agents, *statement.recipients, *statement.supporters}
        if not (named and here):
            return True
        said = f"{self._lead_in(finding)} {statement.quote} {statement.about}"
        here |= {each.name for each in register.find(said, spoken=True)}
        everybody = {each for each in here & set(known) if known[each].all_members} | (
            here & self._sources.forums
        )
        return bool(everybody) or not named.isdisjoint(here)

    def _lead_in(self, finding: Finding) -> str:
        parent = finding.citation.reference.parent
        lead_in = self._sources.store.provision(finding.citation.document, parent) if parent else None
        return lead_in.text if lead_in else ""

    def _told(self, case: Case) -> Iterator[Told]:
        """Yield the answer to each facet asked for, in the order of the opening."""
        facets = case.question.facets
        ways = (
            (_TIMES, self._time),
            ({Facet.WHERE}, self._occasions.place),
            ({Facet.WHO, Facet.TO_WHOM}, self._who),
            (_LISTS, self._listed),
            ({Facet.WHY}, self._why),
        )
        asked = [(wanted, way) for wanted, way in ways if facets & wanted]
        if not asked or facets <= {Facet.WHICH, Facet.ALL}:
            asked += [(facets, way) for way in (self._occasions.event, self._lists.tell, self._duty)]
        for way, question in ((way, each) for wanted, way in asked for each in _clauses(case, wanted)):
            told = way(case._replace(question=question))
            if told:
                yield told
                shown = (*case.finding.opening, *told.lines)
                case = case._replace(finding=told.finding.model_copy(update={"opening": shown}))

    def _time(self, case: Case) -> Told | None:
        """Tell when, or how long if that is asked: a day doesn't answer «¿cuántos días dura?»."""
        counted = not case.question.facets.isdisjoint(
            _LISTS
        )  # the length is told besides: «¿cuánto dura y cuándo es?»
        if counted or not self._counts.asks_length(case):
            told = self._occasions.time(case)
            is_term = Facet.BY_WHEN in case.question.facets and not told and not has_days(case)
            return self._lists.length(case) if is_term else told
        return self._occasions.length(case) or self._lists.length(case) or self._occasions.duty(case)

    def _listed(self, case: Case) -> Told | None:
        """Tell how many, how much or which; or how long, by the days if no length is told."""
        told = self._lists.tell(case)
        if told or case.question.facets & _TIMES or not self._counts.asks_length(case):
            return told
        return self._occasions.length(case, by_days=True)

    def _plain(self, case: Case) -> Finding:
        """Return the finding with the fields of the commitment asked about, or none if it is unclear."""
        return with_duty(case.finding, self._commitment_asked(case)).model_copy(update={"event": None})

    @staticmethod
    def _commitment_asked(case: Case) -> Commitment | None:
        if len(case.commitments) <= 1:
            return next(iter(case.commitments), None)
        duties = [each for each in case.told if each.role is Role.RESPONSIBLE]
        chosen = case.choose(duties, lambda each: (each.agents, each.time.text))
        return commitment_of(case, chosen) if chosen else None

    def _who(self, case: Case) -> Told | None:
        find = self._names.to_whom if Facet.TO_WHOM in case.question.facets else self._names.who
        named = find(case.question, case.told or self._of_lead_in(case), case.language)
        if named is None:
            person = self._names.holder(case.question, case.finding.quote, case.language)
            return Told((person,), case.finding) if person else None
        commitment = commitment_of(case, named.statement)
        # Facts told before, a deadline say, are from another clause: their fields stay.
        told_due = Fact.DEADLINE in case.finding.opening
        other_due = told_due and commitment and commitment.deadline != case.finding.deadline
        of_another = bool(case.finding.opening) and (commitment is None or other_due)
        finding = case.finding if of_another else with_duty(case.finding, commitment)
        clause = folded(named.statement.quote)
        decisive = (clause,) if len(clause) <= HIGHLIGHT * len(case.finding.quote) else ()
        told_before = Fact.RESPONSIBLE in case.finding.opening and named.names == case.finding.responsible
        return Told(() if told_before else (named.said,), finding, decisive)

    def _of_lead_in(self, case: Case) -> Sequence[Statement]:
        citation = case.finding.citation
        parent = citation.reference.parent
        return self._sources.store.statements_of(citation.document, parent) if parent else ()

    @staticmethod
    def _why(case: Case) -> Told | None:
        purposes = [each for each in case.told if each.purpose]
        chosen = case.choose(purposes, lambda each: each.purpose)
        return Told((), case.finding, (chosen.purpose or "",)) if chosen else None

    def _duty(self, case: Case) -> Told | None:
        """Open with the duty of a named party, or with the only duty if it is the whole provision."""
        if Role.RESPONSIBLE in case.question.roles:
            named = set(case.question.parties)
            own = [each for each in case.told if each.role is Role.RESPONSIBLE and named & set(each.agents)]
            chosen = case.choose(own, lambda each: commitment_of(case, each))
            commitment = commitment_of(case, chosen) if chosen else None
            return (
                Told(tuple(action_of(case, commitment)), with_duty(case.finding, commitment))
                if commitment
                else None
            )
        only = case.commitments[0] if len(case.commitments) == 1 else None
        if only is None or case.question.units or "responsible" in only.inferred:
            return None
        rest = len(case.finding.quote.split()) - len(only.quote.split())
        if rest > _OTHER_WORDS:
            return None
        lines = self._occasions.by_when(case, only) if only.deadline.is_set else (Fact.RESPONSIBLE,)
        return Told(tuple(lines), with_duty(case.finding, only))

    def _present(self, case: Case) -> Notice | None:
        """Say who took part; if somebody else is asked for, name the only person in the quotation."""
        participants = case.finding.citation.meeting.participants
        told = any(unit.weight > 1 and _PRESENCE not in unit.terms for unit in case.question.units)
        if not told:
            return notice(mark("Participaron {parties}"), parties=participants) if participants else None
        people = tuple(dict.fromkeys(self._sources.people.find(case.finding.quote)))
        return notice(mark("Nombre: {person}"), person=people[0]) if len(people) == 1 else None

    def _of_meeting(self, case: Case) -> Finding:
        """Open with what the act says of the meeting itself."""
        meeting, facets = case.finding.citation.meeting, case.question.facets
        place = ", ".join(filter(None, (meeting.city, meeting.country)))
        lines: list[Fact | Notice] = []
        if facets & _TIMES and meeting.start:
            lines.append(Fact.TIME)
        if Facet.WHERE in facets and place:
            lines.append(Fact.PLACE)
        if Facet.WHO in facets and (named := self._present(case)):
            lines.append(named)
        event = Event(
            reference=case.finding.citation.reference,
            name="",
            place=place or None,
            start=meeting.start,
            end=meeting.end,
            precision=Precision.DAY,
        )
        shown = Fact.TIME in lines or Fact.PLACE in lines
        return case.finding.model_copy(update={"opening": tuple(lines), "event": event if shown else None})


def _named_in(lines: Sequence[Fact | Notice], finding: Finding) -> Sequence[str]:
    """Return the parties and people whom lines of an opening name."""
    told = list(finding.responsible) if Fact.RESPONSIBLE in lines else []
    for line in lines:
        if isinstance(line, Notice):
            parties, person = line.parameters.get("parties"), line.parameters.get("person")
            told += parties if isinstance(parties, tuple) else ()
            told += [person] if isinstance(person, str) else ()
    return told


def _clauses(case: Case, wanted: Collection[Facet]) -> list[Question]:
    """Return the clauses of a question that ask for some facets, or the question itself.

    One clause must have a topic of its own. Several are answered one by one only if they ask for parties:
    «¿quién dará el curso y con qué apoyo?»; those without a topic are about that of the others.
    """
    clauses, of_parties = case.question.clauses, Facet.WHO in wanted
    asking = [each for each in clauses if each.facets & set(wanted) or (of_parties and each.roles)]
    if len(asking) == 1 and asking[0].own_topics:
        return asking
    if len(asking) <= 1 or not (of_parties or Facet.HOW_MUCH in wanted):
        return [case.question]
    shared = [unit for each in clauses for unit in each.own_topics]
    return [each if each.own_topics else each.about_too(shared) for each in asking]
