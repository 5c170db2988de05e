"""Answer what lies in several meetings: in which ones a topic was dealt with, when first, how it went, who came."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from os.path import commonprefix

from knowledge.answering.candidates import Candidate
from knowledge.answering.checks import is_unnamed
from knowledge.answering.findings import FindingWriter
from knowledge.answering.requested import RequestedLists
from knowledge.answering.scope import Scope, ScopeFinder
from knowledge.answering.titles import named
from knowledge.answering.turns import Reply, Searched, Turn
from knowledge.language.folding import words
from knowledge.search.flags import Holds
from knowledge.search.query import LIGHT
from knowledge.search.sources import Sources
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

NEARLY = 0.3
"""Share from which a provision of a meeting that is compared may be what it says of the topic."""

MAX_SHOWN = 8
"""Provisions of a list that fit on a screen or two."""

SAME_BEGINNING = 0.75
"""Share of the shorter of two words that must begin alike: «viceministerial», «Viceministros»."""

_BOTH = 2

_SHORT = 5
"""Letters up to which words must be the same."""

_DEALT_WITH = mark_plural("Consta en {number} reunión:", "Consta en {number} reuniones:")
_MEETINGS = mark_plural("{number} reunión:", "{number} reuniones:")
_LACKING = mark("No consta en: {meeting}")
_SOME = mark("Se muestran las {shown} más recientes.")


class AcrossAnswerer:
    """Answer from several meetings, each with the provision that deals with the topic most."""

    def __init__(self, sources: Sources, findings: FindingWriter, lists: RequestedLists) -> None:
        self._sources = sources
        self._findings = findings
        self._lists = lists
        self._scopes = ScopeFinder(sources)

    def answer(self, turn: Turn) -> Reply | None:
        """Answer what a message wants of several meetings, or return None."""
        asked = turn.message.asked_across
        if asked is None:
            return None
        if asked.across is Across.KIND:
            return None
        if asked.taking_part:
            answer = self._taking_part(asked, asked.taking_part)
        elif not any(unit.weight > LIGHT for unit in asked.topic.units):
            return None
        else:
            answer = self._compared(turn, asked) or self._dealing(turn, asked)
        return Reply(answer, asked.topic) if answer else None

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
        if asked.across is Across.TIMELINE and asked.period and len(asked.placed.meetings) <= _BOTH:
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
        dealing = list(self._dealing_with(turn, asked.topic, acts))
        if not dealing:
            return None
        recency = self._sources.index.recency
        dealing.sort(key=lambda each: (-float(recency[each.number]), -each.score))
        by_act: dict[int, list[Candidate]] = {}
        for each in dealing:
            by_act.setdefault(int(self._sources.index.document[each.number]), []).append(each)
        best = [each[0] for each in by_act.values()]
        if asked.across in {Across.FIRST, Across.LAST}:
            return self._one(asked.topic, best, is_first=asked.across is Across.FIRST)
        shown = dealing if len(dealing) <= MAX_SHOWN and asked.across is Across.MEETINGS else best[:MAX_SHOWN]
        lead = [_counted(_DEALT_WITH, len(best))]
        if len(best) > MAX_SHOWN:
            lead.append(notice(_SOME, shown=MAX_SHOWN))
        findings = [self._dated(each, asked.topic) for each in shown]
        if asked.across is Across.TIMELINE:
            findings.sort(key=_day)
        return _found(asked.topic, findings, lead)

    def _one(self, topic: Question, best: Sequence[Candidate], *, is_first: bool) -> Answer:
        """Show the first or the last time, and cite the others."""
        chosen = best[-1 if is_first else 0]
        finding = self._findings.numbered(chosen.number, 1.0, topic.labels)
        also = tuple(self._findings.cite(each.number) for each in best if each is not chosen)
        return _found(topic, [finding], ()).model_copy(update={"also": also})

    def _dealing_with(self, turn: Turn, topic: Question, acts: Sequence[Document]) -> Iterator[Candidate]:
        """Yield the provisions of some acts that deal with a topic; a preamble only with who was the host."""
        is_of_hosts = not {Role.HOST, Role.ORGANIZER}.isdisjoint(topic.roles)
        holds = self._sources.index.holds
        left = list(acts)
        while left:
            searched = self._searched(turn, topic, left)
            alike = {each.number: each for each in searched.matter.alike} if searched.matter else {}
            found = {each.number: each for each in searched.candidates.ranked} | alike
            dealing = [
                each
                for each in found.values()
                if not any(map(is_unnamed, each.objections))
                and (is_of_hosts or not holds[each.number] & int(Holds.PREAMBLE))
                and each.signs["words"] >= (NEARLY if each.number in alike else DEALS)
            ]
            yield from dealing
            seen = {self._sources.index.place(each.number)[0] for each in dealing}
            left = [each for each in left if each.slug not in seen] if seen else []

    def _ranked(self, turn: Turn, topic: Question, acts: Sequence[Document]) -> tuple[Candidate, ...]:
        return self._searched(turn, topic, acts).candidates.ranked

    def _searched(self, turn: Turn, topic: Question, acts: Sequence[Document]) -> Searched:
        """Look for a topic in some acts."""
        message = Message(topic, (topic,), (topic,))
        return replace(
            turn, message=message, questions=(topic,), readings=(topic,), follows=False, scope=Scope(tuple(acts))
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
