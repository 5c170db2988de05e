"""Answer what lies in several meetings: in which ones a topic was dealt with, when first, how it went, who came."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from os.path import commonprefix

from knowledge.answering.candidates import Candidate
from knowledge.answering.checks import is_unnamed
from knowledge.answering.findings import FindingWriter
from knowledge.answering.gathering import Gatherer
from knowledge.answering.matters import ALIKE
from knowledge.answering.replies import nothing
from knowledge.answering.requested import RequestedLists
from knowledge.answering.scope import Scope, ScopeFinder
from knowledge.answering.titles import named
from knowledge.answering.turns import Reply, Searched, Turn
from knowledge.language.folding import words
from knowledge.meaning.counterparts import Counterparts
from knowledge.search.flags import Holds
from knowledge.search.query import LIGHT
from knowledge.search.sources import Sources
from knowledge.search.terms import party_of
from knowledge.stores.documents import Document
from knowledge.understanding.across import Across
from knowledge.understanding.message import AcrossAsked, Message
from knowledge.understanding.question import Question
from knowledge.values.acts import Role
from knowledge.values.answers import Answer, Finding, Outcome
from knowledge.values.notices import Notice, Parameter, mark, mark_plural, notice
from knowledge.values.questions import QuestionKind

DEALS = 0.6
"""Share of a topic's words from which a provision deals with it."""

DOES = 0.85
"""Share from which a provision says that a party does something."""

NEARLY = 0.3
"""Share from which a provision of a meeting that is compared may be what it says of the topic."""

MAX_SHOWN = 8
"""Provisions of a list that fit on a screen or two."""

MAX_OFFERED = 3

SAME_BEGINNING = 0.75
"""Share of the shorter of two words that must begin alike: «viceministerial», «Viceministros»."""

_BOTH = 2

_SHORT = 5
"""Letters up to which words must be the same."""

_DEALT_WITH = mark_plural("Consta en {number} reunión:", "Consta en {number} reuniones:")
_MEETINGS = mark_plural("{number} reunión:", "{number} reuniones:")
_LACKING = mark("No consta en: {meeting}")
_NOT_THEN = mark("No consta en las reuniones de esas fechas: {days}")
_SOME = mark("Se muestran las {shown} más recientes.")


class AcrossAnswerer:
    """Answer from several meetings, each with the provision that deals with the topic most."""

    def __init__(
        self,
        sources: Sources,
        findings: FindingWriter,
        lists: RequestedLists,
        counterparts: Counterparts | None,
    ) -> None:
        self._counterparts = counterparts
        self._sources = sources
        self._findings = findings
        self._lists = lists
        self._scopes = ScopeFinder(sources)
        self._gatherer = Gatherer(sources.index)

    def answer(self, turn: Turn) -> Reply | None:
        """Answer what a message wants of several meetings, or return None."""
        asked = turn.message.asked_across
        if asked is None:
            return None
        if asked.across is Across.KIND or self._names_a_meeting(asked):
            return None
        if asked.taking_part:
            answer = self._taking_part(asked, asked.taking_part)
        elif not _has_topic(asked):
            return None
        else:
            answer = self._compared(turn, asked) or self._dealing(turn, asked)
        return Reply(answer, asked.topic) if answer else None

    def _names_a_meeting(self, asked: AcrossAsked) -> bool:
        """Tell whether a message asks what somebody did in one meeting alone, or one that isn't at hand."""
        scope = self._scopes.find(asked.placed)
        is_one = len(scope.documents) == 1 and asked.period is None
        return scope.is_other or (asked.across is Across.DEEDS and is_one)

    def of_kind(self, turn: Turn) -> Reply | None:
        """List the meetings whose title has the words by which a message asks for them, or return None."""
        asked = turn.message.asked_across
        if asked is None or asked.across is not Across.KIND:
            return None
        tokens = [token for token in asked.topic.tokens if token not in self._sources.lexicon.stop]
        acts = [each for each in self._acts(asked) if tokens and _is_titled(each, tokens)]
        answer = self._meetings(asked.topic, acts)
        return Reply(answer, asked.topic) if answer else None

    def _taking_part(self, asked: AcrossAsked, taking_part: Across) -> Answer | None:
        """List the meetings that a party attended or missed, of those whose act names who came."""
        (name,) = asked.topic.parties
        party = self._sources.register.parties.get(name)
        missed = taking_part is Across.MISSED
        if missed and not (party and party.member):
            return None  # only of members acts tell that they didn't come
        acts = [
            each
            for each in self._acts(asked)
            if each.meeting.participants and (name in each.meeting.participants) is not missed
        ]
        if asked.across is Across.LAST:
            acts = acts[:1]
        if asked.across is Across.FIRST:
            acts = acts[-1:]
        return self._meetings(asked.topic, acts)

    def _compared(self, turn: Turn, asked: AcrossAsked) -> Answer | None:
        """Put side by side what named meetings say of a topic, in order of time."""
        if asked.across not in {Across.COMPARISON, Across.TIMELINE}:
            return None
        scope = self._scopes.find(asked.placed, (turn.last.document,) if turn.last else ())
        acts = scope.documents or scope.likely
        if scope.is_other or len(acts) <= 1:
            return None
        years = {year for each in asked.placed.meetings for year in each.years}
        if asked.across is Across.TIMELINE and asked.period and len(years) <= _BOTH:
            return None  # «entre 2015 y 2018» are all the years between, too
        chosen = []
        for act in acts:
            best = next(iter(self._ranked(turn, asked.compared, (act,))), None)
            if best and best.signs["words"] >= NEARLY and not any(map(is_unnamed, best.objections)):
                chosen.append(best)
        if not chosen:
            return None
        shown = [self._findings.numbered(each.number, 1.0, asked.compared.labels) for each in chosen]
        having = {each.citation.document for each in shown}
        lacking = [each for each in acts if each.slug not in having]
        lead = (notice(_LACKING, meeting=named(each.meeting, each.source)) for each in lacking)
        return _found(asked.compared, sorted(shown, key=_day), lead)

    def _dealing(self, turn: Turn, asked: AcrossAsked) -> Answer | None:
        """List what deals with a topic in the meetings of the days named, newest first."""
        if asked.across is Across.COMPARISON:
            return None
        acts = self._acts(asked)
        dealing = self._in_roles(asked.topic, acts)
        if asked.across is Across.DEEDS and not dealing:
            return None
        dealing = dealing or list(self._dealing_with(turn, asked.topic, acts))
        if not dealing:
            return self._in_other_days(turn, asked)
        recency = self._sources.index.recency
        dealing.sort(key=lambda each: (-float(recency[each.number]), -each.score))
        by_act: dict[int, list[Candidate]] = {}
        for each in dealing:
            of_act = by_act.setdefault(int(self._sources.index.document[each.number]), [])
            if not any(self._are_one(each.number, other.number) for other in of_act):
                of_act.append(each)
        best = [each[0] for each in by_act.values()]
        if asked.across in {Across.FIRST, Across.LAST}:
            return self._one(asked.topic, best, is_first=asked.across is Across.FIRST)
        every = [each for of_act in by_act.values() for each in of_act]
        shown = (
            every
            if len(every) <= MAX_SHOWN and asked.across in {Across.MEETINGS, Across.SAID}
            else best[:MAX_SHOWN]
        )
        lead = [_counted(_DEALT_WITH, len(best))]
        if len(best) > MAX_SHOWN:
            lead.append(notice(_SOME, shown=MAX_SHOWN))
        findings = [self._dated(each, asked.topic) for each in shown]
        if asked.across is Across.TIMELINE:
            findings.sort(key=_day)
        return _found(asked.topic, findings, lead)

    def _are_one(self, one: int, other: int) -> bool:
        """Tell whether one provision is part of the other."""
        parent = self._sources.index.parent
        return int(parent[one]) == other or int(parent[other]) == one

    def _in_other_days(self, turn: Turn, asked: AcrossAsked) -> Answer | None:
        """Say that the meetings of the days named don't deal with a topic, and offer those that do."""
        if asked.period is None:
            return None
        others = list(self._dealing_with(turn, asked.topic, self._sources.documents))
        near = tuple(self._findings.suggest(each.number) for each in others[:MAX_OFFERED])
        return nothing(asked.topic, (notice(_NOT_THEN, days=asked.period),), near) if near else None

    def _one(self, topic: Question, best: Sequence[Candidate], *, is_first: bool) -> Answer:
        """Show the first or the last time, and cite the others."""
        chosen = best[-1 if is_first else 0]
        finding = self._findings.numbered(chosen.number, 1.0, topic.labels)
        also = tuple(self._findings.cite(each.number) for each in best if each is not chosen)
        return _found(topic, [finding], ()).model_copy(update={"also": also})

    def _in_roles(self, topic: Question, acts: Sequence[Document]) -> list[Candidate]:
        """List the provisions in which a party does what it is said to do, if nothing else is said of it."""
        if len(topic.parties) != 1 or Role.RESPONSIBLE in topic.roles:
            return []  # duties are what is pending
        if any(not any(map(party_of, unit.terms)) for unit in topic.topics):
            return []
        index = self._sources.index
        slugs = {each.slug for each in acts}
        numbers = self._gatherer.in_roles(topic.parties, topic.roles).tolist() if topic.roles else []
        return [
            Candidate(each, 0, {}, (), 0.0)
            for each in dict.fromkeys(numbers)
            if index.place(each)[0] in slugs
        ]

    def _doing(self, topic: Question) -> Container[int]:
        """List the provisions in which the parties of a topic play its roles."""
        if not topic.parties or not topic.roles:
            return ()
        return frozenset(self._gatherer.in_roles(topic.parties, topic.roles).tolist())

    def _dealing_with(self, turn: Turn, topic: Question, acts: Sequence[Document]) -> Iterator[Candidate]:
        """Yield the provisions of some acts that deal with a topic."""
        left = list(acts)
        best: Candidate | None = None
        while left:
            searched = self._searched(turn, topic, left)
            ranked = [each for each in searched.candidates.ranked if self._may_deal(each)]
            doing = (each for each in ranked if each.number in self._doing(topic))
            best = best or next(doing, next(iter(ranked), None))
            alike = searched.matter.alike if searched.matter and searched.matter.found is best else ()
            others = {each.number: each for each in alike if self._may_deal(each)}
            found = {each.number: each for each in ranked} | others
            dealing = [
                each
                for each in found.values()
                if self._deals(each, topic, best or each, is_alike=each.number in others)
            ]
            yield from dealing
            seen = {self._sources.index.place(each.number)[0] for each in dealing}
            left = [each for each in left if each.slug not in seen] if seen else []

    def _may_deal(self, candidate: Candidate) -> bool:
        """Tell whether a provision lacks nothing that a topic names; a preamble only tells who came."""
        is_preamble = bool(self._sources.index.holds[candidate.number] & int(Holds.PREAMBLE))
        return not is_preamble and not any(map(is_unnamed, candidate.objections))

    def _deals(self, candidate: Candidate, topic: Question, best: Candidate, *, is_alike: bool) -> bool:
        """Tell whether a provision deals with a topic; who does something must do it, or what is alike."""
        spoken = candidate.signs["words"]
        if is_alike or candidate.number in self._doing(topic):
            return spoken >= NEARLY
        if not topic.parties or not topic.roles:
            return spoken >= DEALS
        likeness = self._counterparts.likeness(best.number, candidate.number) if self._counterparts else 0.0
        return spoken >= DOES or (likeness >= ALIKE and spoken >= NEARLY)

    def _ranked(self, turn: Turn, topic: Question, acts: Sequence[Document]) -> tuple[Candidate, ...]:
        return self._searched(turn, topic, acts).candidates.ranked

    def _searched(self, turn: Turn, topic: Question, acts: Sequence[Document]) -> Searched:
        """Look for a topic in some acts."""
        message = Message(topic, (topic,), (topic,))
        return replace(
            turn,
            message=message,
            questions=(topic,),
            readings=(topic,),
            follows=False,
            scope=Scope(tuple(acts)),
        ).searched

    def _acts(self, asked: AcrossAsked) -> tuple[Document, ...]:
        """List the acts of the meetings and days that a message limits itself to, newest first."""
        held = self._lists.venues.acts(None, asked.period)
        named = self._scopes.find(asked.topic).documents
        return tuple(each for each in held if each in named) if named else held

    def _meetings(self, topic: Question, acts: Iterable[Document]) -> Answer | None:
        """List meetings by their preambles."""
        findings = list(filter(None, map(self._lists.entries.meeting, acts)))
        lead = [_counted(_MEETINGS, len(findings))]
        return _found(topic, findings, lead, QuestionKind.MEETING) if findings else None

    def _dated(self, candidate: Candidate, topic: Question) -> Finding:
        """Write a finding under the year of its meeting."""
        finding = self._findings.numbered(candidate.number, 1.0, topic.labels)
        return finding.model_copy(update={"heading": self._lists.entries.year(finding.citation.meeting)})


def _has_topic(asked: AcrossAsked) -> bool:
    """Tell whether a message says what about; what was dealt with in meetings may be an everyday word."""
    lightest = 0.0 if asked.across in {Across.MEETINGS, Across.SAID} else LIGHT
    return any(unit.weight > lightest for unit in asked.topic.units)


def _found(
    topic: Question,
    findings: Iterable[Finding],
    lead: Iterable[Notice],
    kind: QuestionKind = QuestionKind.LIST,
) -> Answer:
    return Answer(
        question=topic.text,
        language=topic.language,
        outcome=Outcome.FOUND,
        kind=kind,
        findings=tuple(findings),
        lead=tuple(lead),
    )


def _counted(texts: tuple[str, str], number: int) -> Notice:
    one, many = texts
    parameters: dict[str, Parameter] = {"number": number}
    return Notice(msgid=one, plural=many, count=number, parameters=parameters)


def _day(finding: Finding) -> date:
    return finding.citation.meeting.start or date.min


def _is_titled(document: Document, tokens: Iterable[str]) -> bool:
    """Tell whether a meeting's title has some words, or others that begin alike; compounds are one word."""
    spoken = words(document.meeting.title)
    title = [*spoken, *map("".join, pairwise(spoken))]
    parts = list(tokens)
    whole = "".join(parts)
    if any(_begin_alike(whole, other) for other in title):
        return True
    return all(any(_begin_alike(token, other) for other in title) for token in parts)


def _begin_alike(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    if shorter <= _SHORT:
        return one == other
    return len(commonprefix([one, other])) >= SAME_BEGINNING * shorter
