"""Answer messages from one store: each way of answering in turn, never without a citation."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

import numpy as np

from knowledge.answering.analysis import WHO, Analysis, Analyst
from knowledge.answering.confidence import evidence_for, load_confidence
from knowledge.answering.conversation import Focus, kept_units
from knowledge.answering.findings import FindingWriter
from knowledge.answering.followups import FollowUps, Step
from knowledge.answering.glossary import GlossaryAnswerer
from knowledge.answering.guards import Guard
from knowledge.answering.leads import LeadWriter
from knowledge.answering.listing import Lister
from knowledge.answering.lookups import ReferenceResolver, total
from knowledge.answering.meeting import MeetingAnswerer
from knowledge.answering.premises import PremiseChecker
from knowledge.answering.replies import courteous, guarded, not_found, nothing, other_meeting
from knowledge.answering.scope import ScopeFinder
from knowledge.answering.searching import Found, choose, search
from knowledge.answering.sources import Sources
from knowledge.language.datafiles import BUILT_IN
from knowledge.language.folding import words
from knowledge.search.matching import Unit
from knowledge.search.query import with_roles
from knowledge.search.stems import LANGUAGES
from knowledge.search.terms import party_of
from knowledge.stores.documents import Document
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.answers import Answer, Finding, Outcome
from knowledge.values.questions import QuestionKind
from knowledge.values.references import Reference

_FAMILY_BONUS = 0.12
_OLD_SHARE = 0.5
SPOKEN = 0.6
"""Share of a unit's worth from which a provision speaks of it."""


class Responder:
    """Answer messages from the acts of one store.

    `ask` takes a message and what the chat was about (as `ask` returned it last, or None), and returns the
    answer and what the chat is about now; `show` shows one provision.
    """

    def __init__(self, store: KnowledgeStore, data: Path = BUILT_IN) -> None:
        self._sources = sources = Sources(store, data)
        self._follow_ups = FollowUps.load(data)
        self._analyst = Analyst(sources, self._follow_ups.vocabulary)
        self._findings = FindingWriter(store, sources.index)
        self._resolver = ReferenceResolver(store)
        self._scopes = ScopeFinder(sources)
        self._meeting = MeetingAnswerer(sources, self._findings, self._resolver)
        self._glossary = GlossaryAnswerer(sources, self._findings)
        self._lister = Lister(sources, self._findings)
        self._premises = PremiseChecker(sources)
        self._leads = LeadWriter(sources)
        self._confidence = load_confidence(data)

    def ask(
        self, text: str, *, today: date, now: datetime, language: str, focus: str | None = None
    ) -> tuple[Answer, str]:
        """Answer a message that follows on `focus`; return what the chat is about from now on, too.

        `language` is the reader's, `es` or `en`; a message that tells its own language is answered in that.
        """
        last = Focus.read(focus)
        newest = self._sources.documents[0]
        analysis = self._analyst.analyse(text, language=language, today=today, meeting=newest.meeting.start)
        answer, units = self._answer(analysis, last)
        if not answer.findings:
            return answer, focus or ""
        kept = Focus(
            document=answer.findings[0].citation.document,
            references=tuple(str(finding.citation.reference) for finding in answer.findings),
            asked=analysis.asked or (last.asked if last else ()),
            roles=analysis.roles or (last.roles if last else ()),
            units=kept_units(tuple(units)),
            language=answer.language,
        )
        return answer, kept.write()

    def show(self, document: str, reference: Reference, *, language: str, whole: bool = True) -> Answer:
        """Show one provision, with its sub-items if `whole`; raise KeyError if there is no such."""
        return Answer(
            question="",
            language=language,
            outcome=Outcome.FOUND,
            kind=QuestionKind.LOOKUP,
            findings=(self._findings.write(document, reference, 1.0, whole=whole),),
        )

    def _answer(self, analysis: Analysis, last: Focus | None) -> tuple[Answer, Sequence[Unit]]:
        units = analysis.units
        documents = self._sources.documents
        if analysis.guard in {Guard.DISTRESS, Guard.COMMAND, Guard.OPINION}:
            return nothing(analysis.question, guarded(analysis.guard, documents)), ()
        if last and (stepped := self._step(analysis, last)):
            return stepped, last.searched
        if analysis.references:
            return self._look_up(analysis, documents[0]), units
        if analysis.courtesy:
            return courteous(analysis.question, analysis.courtesy), ()
        if last and (followed := self._follow(analysis, last)):
            return followed
        scope = self._scopes.find(analysis)
        if scope.is_other:
            return nothing(analysis.question, other_meeting(documents)), ()
        document = scope.document
        answer = (
            self._meeting.answer(analysis, document or documents[0])
            or self._glossary.answer(analysis)
            or self._lister.list_party(analysis, document)
            or self._lister.list_events(analysis, document)
            or self._lister.list_deadlines(analysis, document)
        )
        if answer:
            return answer, units
        if scope.is_whole:
            return self._whole(analysis, document or documents[0]), ()
        found = search(self._sources.index, units, analysis.asked, analysis.roles)
        return self._conclude(analysis, found), units

    def _conclude(self, analysis: Analysis, found: Found, *, sure: bool = False) -> Answer:
        """Answer with what a search found, if it is sure enough and takes nothing false for granted."""
        documents = self._sources.documents
        if not found.ranked:
            return nothing(analysis.question, not_found(documents))
        best = found.ranked[0]
        strangers = self._premises.names_strangers(analysis, self._family(best.number))
        if not sure:
            evidence = evidence_for(
                self._sources.index, found, strangers=strangers, guarded=analysis.guard is not None
            )
            if self._confidence.of(evidence) < self._confidence.enough:
                lead = guarded(analysis.guard, documents) if analysis.guard else not_found(documents)
                return nothing(analysis.question, lead)
        missing = self._premises.missing(analysis, best)
        if missing:
            return nothing(analysis.question, (missing,))
        findings = [
            self._findings.numbered(each.number, each.score, analysis.question.words)
            for each in choose(found, analysis.asked)
        ]
        return self._found(analysis, findings)

    def _found(self, analysis: Analysis, findings: Sequence[Finding]) -> Answer:
        return Answer(
            question=analysis.question.text,
            language=analysis.question.language,
            outcome=Outcome.FOUND,
            kind=analysis.question.kind,
            findings=tuple(findings),
            lead=self._leads.write(analysis, findings[0].citation),
        )

    def _look_up(self, analysis: Analysis, document: Document) -> Answer:
        found, corrections = [], []
        for spoken in analysis.references:
            reference = self._resolver.resolve(spoken, document)
            if reference:
                found.append(self._findings.write(document.slug, reference, 1.0, analysis.question.words))
            else:
                corrections.append(self._resolver.correct(spoken, document))
        if not found:
            return nothing(analysis.question, corrections)
        answer = self._found(analysis, found)
        return answer.model_copy(update={"lead": (*corrections, *answer.lead)})

    def _whole(self, analysis: Analysis, document: Document) -> Answer:
        counts = self._resolver.numbering(document.slug)
        lead = [total(document, section, number) for section, number in counts.items() if number]
        preamble = next(each for each in self._sources.store.provisions(document.slug))
        return Answer(
            question=analysis.question.text,
            language=analysis.question.language,
            outcome=Outcome.FOUND,
            kind=QuestionKind.MEETING,
            findings=(self._findings.write(document.slug, preamble.reference, 1.0),),
            lead=tuple(lead),
        )

    def _step(self, analysis: Analysis, last: Focus) -> Answer | None:
        """Go on from the last answer as a message of nothing else says."""
        tokens = [word.best for word in analysis.words]
        step = self._follow_ups.step(tokens)
        if step in {Step.REPEAT_ES, Step.REPEAT_EN}:
            language = step.value[-2:]
            analysis = analysis._replace(
                question=analysis.question.model_copy(update={"language": language}), asked=last.asked
            )
            return self._found(analysis, self._again(last))
        if step is Step.MORE:
            return self._found(analysis, self._again(last, whole=True))
        letter = self._follow_ups.letter(tokens)
        target = None
        if step:
            target = self._beside(last, forward=step is Step.NEXT)
        elif letter:
            parent = last.first.parent or last.first
            target = parent.model_copy(update={"letter": letter})
        if target is None or self._sources.store.provision(last.document, target) is None:
            return None
        return self._found(analysis, [self._findings.write(last.document, target, 1.0)])

    def _again(self, last: Focus, *, whole: bool = False) -> list[Finding]:
        return [
            self._findings.write(last.document, Reference.parse(each), 1.0, whole=whole)
            for each in last.references
        ]

    def _beside(self, last: Focus, *, forward: bool) -> Reference | None:
        """Return the provision after or before the last shown: a sub-item's by its place, else the next number."""
        here = Reference.parse(last.references[-1 if forward else 0])
        if here.letter is None and here.number is not None:
            beside = here.model_copy(update={"number": here.number + (1 if forward else -1)})
            if self._sources.store.provision(last.document, beside):
                return beside
        before, after = self._sources.store.neighbours(last.document, here)
        provision = after if forward else before
        return provision.reference if provision else None

    def _follow(self, analysis: Analysis, last: Focus) -> tuple[Answer, Sequence[Unit]] | None:
        """Understand an elliptical message by what the last answer was about, or return None."""
        topics = _topics(analysis.units)
        if not self._follow_ups.goes_on(analysis, topics) or analysis.guard:
            return None
        index = self._sources.index
        here = [index.number_of(last.document, Reference.parse(each)) for each in last.references]
        shown = [number for number in here if number is not None]
        if not shown:
            return None
        asked = analysis.asked or last.asked
        roles = analysis.roles or last.roles
        analysis = analysis._replace(asked=asked, roles=roles)
        new = tuple(
            with_roles(unit, () if analysis.roles else last.roles, (), of_parties=not WHO & set(asked))
            for unit in analysis.units
        )
        if not topics:
            found = search(index, last.searched or new, asked, roles, self._bonus(shown[:1], 5.0))
            return self._conclude(analysis, found, sure=True), last.searched
        only_parties = all(any(map(party_of, unit.terms)) for unit in topics)
        if only_parties and not _topics(self._still_meant(last.searched, new)):
            listed = self._lister.list_party(analysis._replace(units=new), None)
            if listed:
                return listed, new
        own = search(index, new, asked, roles)
        for number in shown:
            if self._answers(own, number):
                kept = search(index, new, asked, roles, self._bonus([number], 5.0))
                return self._conclude(analysis, kept, sure=True), (*new, *last.searched)
        relatives = self._relatives(shown)
        family = search(index, new, asked, roles, self._bonus(relatives, 5.0))
        if family.ranked and self._answers(family, family.ranked[0].number):
            return self._conclude(analysis, family, sure=True), (*new, *last.searched)
        old = self._still_meant(last.searched, new)
        weaker = [unit._replace(weight=unit.weight * _OLD_SHARE) for unit in old]
        bonus = self._bonus(relatives, _FAMILY_BONUS) - 5.0 * self._silent(own)
        both = search(index, (*new, *weaker), asked, roles, bonus)
        return self._conclude(analysis, both), (*new, *weaker)

    def _answers(self, found: Found, number: int) -> bool:
        """Tell whether a provision speaks of all that a search was for."""
        return all(
            found.match.scores[place, number] >= SPOKEN * found.match.worth[place]
            for place, unit in enumerate(found.units)
            if unit.weight >= _OLD_SHARE
        )

    def _silent(self, found: Found) -> np.ndarray:
        """Mark the provisions that say nothing of a topic of which others speak."""
        topics = [place for place, unit in enumerate(found.units) if unit.weight >= _OLD_SHARE]
        spoken = found.match.scores[topics] > 0
        return (~spoken & spoken.any(axis=1, keepdims=True)).any(axis=0)

    def _still_meant(self, old: Iterable[Unit], new: Iterable[Unit]) -> list[Unit]:
        """Keep what was searched for and isn't replaced by something of its sort: a party, a city, an event."""
        sorts = set[str]().union(*map(self._sorts, new))
        return [unit for unit in old if not self._sorts(unit) & sorts]

    def _sorts(self, unit: Unit) -> set[str]:
        """Name what something is a kind of, in the thesaurus; of parties that they are such."""
        if any(map(party_of, unit.terms)):
            return {"party"}
        tokens = words(unit.label)
        own, broader = (
            {
                concept
                for language in LANGUAGES
                for match in self._sources.index.thesaurus.find(tokens, language, narrower=narrower)
                if match.start == 0 and match.end == len(tokens)
                for concept in match.concepts
            }
            for narrower in (False, True)
        )
        return broader - own

    def _bonus(self, numbers: Iterable[int], worth: float) -> np.ndarray:
        bonus = np.zeros(self._sources.index.size, np.float32)
        bonus[list(numbers)] = worth
        return bonus

    def _relatives(self, numbers: Sequence[int]) -> list[int]:
        index = self._sources.index
        items = {int(index.parent[number]) if index.parent[number] >= 0 else number for number in numbers}
        return [
            number for number in range(index.size) if number in items or int(index.parent[number]) in items
        ]

    def _family(self, number: int) -> list[int]:
        """Return a provision with its lead-in and the sub-items of the same."""
        return self._relatives([number])


def _topics(units: Iterable[Unit]) -> list[Unit]:
    """Keep the units that say what a question is about."""
    return [unit for unit in units if unit.weight >= 1]
