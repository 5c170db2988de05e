"""Answer messages from one store: each way of answering in turn, never without a citation."""

from datetime import date

from knowledge.answering.analysis import Analysis, Analyst
from knowledge.answering.composing import Composer
from knowledge.answering.confidence import Confidence, load_confidence
from knowledge.answering.conversation import Focus
from knowledge.answering.dialogue import Dialogue, Reply
from knowledge.answering.findings import FindingWriter
from knowledge.answering.followups import FollowUps
from knowledge.answering.glossary import GlossaryAnswerer
from knowledge.answering.guards import FIRM
from knowledge.answering.listing import Lister
from knowledge.answering.lookups import ReferenceResolver
from knowledge.answering.meeting import MeetingAnswerer
from knowledge.answering.prefaces import before_afterthought, behind_preface
from knowledge.answering.replies import courteous, guarded, not_found, nothing, other_meeting
from knowledge.answering.scope import ScopeFinder
from knowledge.answering.searching import Searcher
from knowledge.answering.sources import Sources
from knowledge.language.datafiles import BUILT_IN, DataFolders
from knowledge.search.parts import ALL_PARTS, Parts
from knowledge.stores.documents import Document
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.answers import Answer, Outcome
from knowledge.values.questions import QuestionKind
from knowledge.values.references import Reference

MAX_ACTS = 20
"""Acts that are looked through for a provision, newest first."""


class Responder:
    """Answer messages from the acts of one store.

    `ask` takes a message and what the chat was about (as `ask` returned it last, or None), and returns the
    answer and what the chat is about now; `show` shows one provision. `data` says where the data files are;
    `parts` and `confidence` differ from the usual only where they are measured or learned.
    """

    def __init__(
        self,
        store: KnowledgeStore,
        data: DataFolders = BUILT_IN,
        *,
        parts: Parts = ALL_PARTS,
        confidence: Confidence | None = None,
    ) -> None:
        self._sources = sources = Sources(store, data)
        self._parts = parts
        follow_ups = FollowUps.load(data.language)
        self._findings = FindingWriter(store, sources.index)
        self._searcher = Searcher(sources.index, parts)
        self._composer = Composer(sources, self._findings, confidence or load_confidence(data.learned), parts)
        self._analyst = Analyst(sources, follow_ups.vocabulary, parts)
        self._resolver = ReferenceResolver(store)
        self._scopes = ScopeFinder(sources)
        self._meeting = MeetingAnswerer(sources, self._findings, self._resolver)
        self._glossary = GlossaryAnswerer(sources, self._findings)
        self._lister = Lister(sources, self._findings)
        self._dialogue = Dialogue(
            sources, follow_ups, self._composer, self._findings, self._lister, self._searcher
        )

    def ask(self, text: str, *, today: date, language: str, focus: str | None = None) -> tuple[Answer, str]:
        """Answer a message that follows on `focus`; return what the chat is about from now on, too.

        `language` is the reader's, `es` or `en`; a message that tells its own language is answered in that.
        """
        last = Focus.read(focus)
        meeting = self._sources.documents[0].meeting
        analysis = self._analyst.analyse(text, language=language, today=today, meeting=meeting.start)
        reply = self._reply(analysis, last, today)
        if not reply.answer.findings:
            reply = self._without_preface(analysis, last, today) or reply
        if not reply.answer.findings:
            return reply.answer, focus or ""
        findings = reply.answer.findings
        kept = Focus(
            document=findings[0].citation.document,
            references=tuple(str(finding.citation.reference) for finding in findings),
            asked=analysis.asked or (last.asked if last else ()),
            roles=analysis.roles or (last.roles if last else ()),
            units=reply.units,
        )
        return reply.answer, kept.write()

    def show(self, document: str, reference: Reference, *, language: str, whole: bool = True) -> Answer:
        """Show one provision, with its sub-items if `whole`; raise KeyError if there is no such."""
        return Answer(
            question="",
            language=language,
            outcome=Outcome.FOUND,
            kind=QuestionKind.LOOKUP,
            findings=(self._findings.write(document, reference, 1.0, whole=whole),),
        )

    def _reply(self, analysis: Analysis, last: Focus | None, today: date) -> Reply:
        documents = self._sources.documents
        if analysis.guard in FIRM:
            return Reply(nothing(analysis.question, guarded(analysis.guard, documents)), ())
        if stepped := self._dialogue.step(analysis, last):
            return stepped
        if analysis.references:
            return Reply(self._refer(analysis), analysis.units)
        if analysis.courtesy:
            return Reply(courteous(analysis.question, analysis.courtesy), ())
        if last and (followed := self._dialogue.follow(analysis, last)):
            return followed
        return Reply(self._answer(analysis, today), analysis.units)

    def _without_preface(self, analysis: Analysis, last: Focus | None, today: date) -> Reply | None:
        """Answer a question without what is said before or after it, or return None."""
        text, language = analysis.question.text, analysis.question.language
        if analysis.guard or analysis.courtesy or analysis.decisive:
            return None
        start = self._sources.documents[0].meeting.start
        for part in (before_afterthought(text), behind_preface(text)):
            if part is None:
                continue
            alone = self._analyst.analyse(part, language=language, today=today, meeting=start)
            is_question = part.endswith("?") or bool(alone.asked)
            reply = self._reply(alone, last, today) if is_question else None
            if reply and reply.answer.outcome is Outcome.FOUND:
                return reply._replace(answer=reply.answer.model_copy(update={"question": text}))
        return None

    def _answer(self, analysis: Analysis, today: date) -> Answer:
        """Answer a message that stands for itself."""
        scope = self._scopes.find(analysis)
        newest = self._sources.documents[0]
        if scope.is_other:
            return nothing(analysis.question, other_meeting(self._sources.documents))
        if scope.is_unsaid:
            return nothing(analysis.question, not_found(self._sources.documents))
        if scope.is_whole and analysis.guard is None:
            return self._meeting.whole(analysis, scope.document or newest)
        if self._parts.lists and analysis.guard is None and (explained := self._glossary.answer(analysis)):
            return explained
        # Lists don't look at what happened: «¿qué talleres se cancelaron?».
        if self._parts.lists and analysis.guard is None and not analysis.decisive:
            listed = (
                self._meeting.answer(analysis, scope.document or newest)
                or self._lister.list_duties(analysis, today)
                or self._lister.list_party(analysis, scope.document)
                or self._lister.list_events(analysis, scope.document)
                or self._lister.list_deadlines(analysis, scope.document)
            )
            if listed:
                return listed
        units = self._scopes.beside_meeting(analysis.units) if scope.document else analysis.units
        found = self._searcher.search(units, analysis.asked, analysis.roles, self._scopes.bonus(scope))
        return self._composer.searched(analysis, found)

    def _refer(self, analysis: Analysis) -> Answer:
        """Show the provisions that a message names, of the meeting that it names or the newest."""
        scope = self._scopes.find(analysis)
        if scope.is_other:
            return nothing(analysis.question, other_meeting(self._sources.documents))
        return self._look_up(analysis, scope.document or self._sources.documents[0])

    def _look_up(self, analysis: Analysis, document: Document) -> Answer:
        """Show the provisions that a message names, and correct those that the act hasn't.

        What only an older act has is shown from there.
        """
        found, corrections = [], []
        for spoken in analysis.references:
            acts = (document, *(each for each in self._sources.documents[:MAX_ACTS] if each != document))
            resolved = ((act, self._resolver.resolve(spoken, act)) for act in acts[:MAX_ACTS])
            where = next(((act, reference) for act, reference in resolved if reference), None)
            if where is None or where[0] != document:
                corrections.append(self._resolver.correct(spoken, document))
            if where:
                act, reference = where
                found.append(self._findings.write(act.slug, reference, 1.0, analysis.question.words))
        if not found:
            return nothing(analysis.question, corrections)
        answer = self._composer.found(analysis, found)
        return answer.model_copy(update={"lead": tuple(corrections)})
