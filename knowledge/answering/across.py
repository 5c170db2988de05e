"""Answer questions about several meetings: in which, when first, how it went over the years, who came."""

from collections.abc import Iterable
from datetime import date

from knowledge.answering.dealing import DealingFinder
from knowledge.answering.dealt_lists import DealtLister
from knowledge.answering.scope import ScopeFinder
from knowledge.answering.turns import NO_FACT, Reply, Turn
from knowledge.citing.findings import FindingWriter
from knowledge.citing.replies import answered, nothing
from knowledge.language.folding import words
from knowledge.language.notions import Notion
from knowledge.lists.attending import AttendanceLister
from knowledge.lists.overviews import MEETINGS_PAGE
from knowledge.lists.requested import RequestedLists
from knowledge.lists.titles import named
from knowledge.meaning.counterparts import Counterparts
from knowledge.ranking.candidates import Candidate
from knowledge.search.matching import Unit
from knowledge.search.sources import Sources
from knowledge.search.terms import of_concept, of_party
from knowledge.stores.documents import Document
from knowledge.understanding.across import Across
from knowledge.understanding.message import AcrossAsked
from knowledge.understanding.question import Question
from knowledge.understanding.titles import titled
from knowledge.understanding.units import LIGHT
from knowledge.values.answers import Answer, Finding
from knowledge.values.notices import counted, mark, mark_plural, notice
from knowledge.values.questions import QuestionKind

MAX_OFFERED = 3
"""Provisions that are offered where the days named have none."""

_BOTH = 2
_SAID = frozenset({Across.MEETINGS, Across.SAID})

_TOLD_ONCE = frozenset({Across.DEEDS, Across.SAID})
"""What is asked of several meetings only in the perfect tense or of the days of years."""

_OF_MEETINGS = frozenset({Across.MEETINGS, Across.TIMES, Across.KIND})
"""What is asked of meetings themselves where no topic is named."""

_OF_EACH = frozenset({Across.COMPARISON, Across.BOTH, Across.TIMELINE})
"""What is asked of each of the meetings named."""

_HELD = frozenset(map(of_concept, (Notion.MEETING, Notion.CONFERENCE, Notion.HOLD)))

_MEETINGS = mark_plural("{number} reunión:", "{number} reuniones:")
_LACKING = mark("No consta en: {meeting}")
_NEVER = mark("No consta ninguna reunión así en las actas que conozco.")
_NOT_THEN = mark("No consta en las reuniones de esas fechas: {days}")
_SOME = mark("Se muestran las {shown} más recientes.")
_UNTOLD = mark_plural("{number} acta no dice quién asistió.", "{number} actas no dicen quién asistió.")


class AcrossAnswerer:
    """Answer questions about several meetings; while only one act is loaded there are none."""

    def __init__(
        self,
        sources: Sources,
        findings: FindingWriter,
        lists: RequestedLists,
        counterparts: Counterparts | None,
    ) -> None:
        self._sources = sources
        self._findings = findings
        self._lists = lists
        self._attendance = AttendanceLister(sources)
        self._dealing = DealingFinder(sources, counterparts)
        self._lister = DealtLister(sources.index, findings, lists.entries)
        self._scopes = ScopeFinder(sources)

    def answer(self, turn: Turn) -> Reply | None:
        """Answer a question about several meetings, or return None."""
        asked = self._asked(turn)
        if asked is None or asked.across is Across.KIND or self._is_of_one(asked):
            return None
        if asked.taking_part:
            answer = self._taking_part(asked, asked.taking_part)
        elif held := self._held(turn, asked):
            answer = self.meetings(asked.topic, held)
        elif self._has_topic(asked):
            answer = self._side_by_side(turn, asked) or self._dealt_with(turn, asked)
        else:
            answer = None
        is_whole = asked.across is Across.SAID or self._scopes.find(asked.topic).is_whole
        if answer is None and asked.of_years and is_whole and not any(map(_is_heavy, asked.topic.units)):
            # «¿Qué pasó de 2010 a 2015?», «un resumen de 2010 a 2015»
            answer = self.meetings(asked.topic, self._acts(asked))
        return Reply(answer, asked.topic) if answer else None

    def of_kind(self, turn: Turn) -> Reply | None:
        """List the meetings whose title has the words of a message, or which did what it says.

        One named by position is that one: «¿cuál fue la última?». Bodies are known by what acts say of them,
        not by titles.
        """
        asked = self._asked(turn)
        bodies = {each.meeting.body for each in self._sources.documents}
        if asked is None or asked.across is not Across.KIND or not bodies.isdisjoint(asked.topic.parties):
            return None
        whole = turn.message.whole
        located = {whole.tokens[place] for each in whole.meetings if each.position for place in each.span}
        light = {word for unit in asked.topic.units if unit.weight <= LIGHT for word in words(unit.label)}
        tokens = [each for each in asked.topic.tokens if each not in self._sources.lexicon.stop | light]
        named = titled({each.slug: self._sources.title_of(each) for each in self._acts(asked)}, tokens)
        acts = [each for each in self._acts(asked) if each.slug in named]
        if tokens and located.issuperset(tokens) and not turn.scope.is_whole:
            acts = [*turn.scope.documents]
        answer = self.meetings(asked.topic, acts or self._held(turn, asked))
        if answer is None and asked.may_be_done and self._has_topic(asked) and not turn.scope.documents:
            answer = self._dealt_with(turn, asked._replace(across=Across.MEETINGS))
        return Reply(answer, asked.topic) if answer else None

    def counted(self, turn: Turn) -> Reply | None:
        """List meetings in a row, or one, if nothing else is asked for: «las dos últimas reuniones»."""
        whole = turn.message.whole
        positions = [each.position for each in whole.meetings if each.position]
        is_alone = turn.last is None and not (whole.units or whole.asked) and len(self._sources.documents) > 1
        several = any(each.many > 1 for each in positions)
        if not (several or (positions and is_alone)) or whole.topics or whole.parties:
            return None
        answer = self.meetings(whole, turn.scope.documents)
        return Reply(answer, whole) if answer else None

    def with_others(self, turn: Turn, told: Reply) -> Reply:
        """Add what other meetings have on the matter of an answer, if the message seems to ask for that."""
        asked = self._asked(turn)
        is_limited = turn.follows or turn.scope.names_any or len(self._sources.documents) == 1
        if is_limited or not told.answer.findings or not turn.looks_across:
            return told
        acts = self._acts(asked) if asked else self._sources.documents
        found = self._dealing.find(turn, told.question, acts)
        of_fact = bool(turn.message.whole.facets - NO_FACT)
        doubtful = not of_fact or asked is not None
        more = self._lister.beside(told.answer, told.question, found, of_fact=of_fact, doubtful=doubtful)
        return told._replace(answer=more)

    def ask_which(self, turn: Turn) -> Reply | None:
        """Ask which of what may deal with a topic is meant, where nothing surely does."""
        asked = self._asked(turn)
        if asked is None or turn.scope.names_any or not self._has_topic(asked):
            return None
        is_told_once = asked.across in _TOLD_ONCE and not (asked.of_years or asked.is_so_far)
        if asked.across is Across.KIND or is_told_once:
            return None
        found = self._dealing.find(turn, asked.topic, self._acts(asked), so_far=asked.is_so_far)
        return Reply(self._lister.asked_back(asked.topic, found), asked.topic) if found else None

    def _asked(self, turn: Turn) -> AcrossAsked | None:
        return turn.message.asked_across if len(self._sources.documents) > 1 else None

    def _held(self, turn: Turn, asked: AcrossAsked) -> tuple[Document, ...]:
        """List the meetings at a place, if a message asks only for those held there."""
        topics = [unit for unit in asked.placed.units if unit.weight > LIGHT]
        is_of_meetings = asked.across in _OF_MEETINGS and not turn.scope.is_whole
        if not is_of_meetings or not all(_HELD & set(unit.terms) for unit in topics):
            return ()
        return self._scopes.find(asked.placed).documents

    def _is_of_one(self, asked: AcrossAsked) -> bool:
        """Tell whether a message asks what somebody did in one meeting alone, or one that isn't at hand."""
        scope = self._scopes.find(asked.placed)
        is_one = len(scope.documents) == 1 and asked.period is None
        return scope.is_other or (asked.across in _TOLD_ONCE and is_one)

    def _taking_part(self, asked: AcrossAsked, taking_part: Across) -> Answer | None:
        """List the meetings that a party attended or missed, among those whose act says who came."""
        (name,) = asked.topic.parties
        told = self._attendance.meetings(name, self._acts(asked), missed=taking_part is Across.MISSED)
        if told is None:
            return None
        acts, untold = told
        if asked.across is Across.LAST:
            acts = acts[:1]
        if asked.across is Across.FIRST:
            acts = acts[-1:]
        answer = self.meetings(asked.topic, acts) or nothing(asked.topic, (notice(_NEVER),))
        also = (counted(_UNTOLD, untold),) if untold else ()
        return answer.model_copy(update={"lead": (*also, *answer.lead)})

    def _side_by_side(self, turn: Turn, asked: AcrossAsked) -> Answer | None:
        """Compare what the meetings named say on a topic, in order of time."""
        if asked.across not in _OF_EACH:
            return None
        scope = self._scopes.find(asked.placed, (turn.last.document,) if turn.last else ())
        acts = scope.documents or scope.likely
        years = {year for each in asked.placed.meetings for year in each.years}
        # «Entre 2015 y 2018» are all the years between, too.
        is_stretch = asked.across is Across.TIMELINE and asked.period and len(years) <= _BOTH
        if len(acts) < _BOTH or is_stretch:
            return None
        found = [(act, self._dealing.best(turn, asked.compared, act)) for act in acts]
        shown = [self._written(best, asked.compared) for _, best in found if best]
        if not shown or (asked.across is Across.BOTH and not self._are_alike(best for _, best in found)):
            return None
        lead = [notice(_LACKING, meeting=named(act.meeting, act.source)) for act, best in found if not best]
        return answered(asked.compared, sorted(shown, key=_day), QuestionKind.LIST, lead)

    def _are_alike(self, found: Iterable[Candidate | None]) -> bool:
        """Tell whether several meetings have the same: of other places named something else is asked."""
        first, *others = found
        return first is not None and all(each and self._dealing.are_alike(first, each) for each in others)

    def _dealt_with(self, turn: Turn, asked: AcrossAsked) -> Answer | None:
        """List what deals with a topic in the meetings of the days named."""
        topic, acts = asked.topic, self._acts(asked)
        if asked.across in {Across.COMPARISON, Across.BOTH}:
            return None
        is_of_deeds = asked.across is not Across.DEEDS or bool(
            self._dealing.deeds(topic, acts, so_far=asked.is_so_far)
        )
        # «¿Ya pagó?» and «¿ha pagado?» ask of one thing.
        is_of_all = asked.of_years or (asked.is_so_far and turn.message.whole.asked and topic.parties)
        if not is_of_deeds and not is_of_all:
            return None
        found = self._dealing.find(turn, topic, acts, so_far=asked.is_so_far)
        sure = [each for each in found if each.is_sure]
        may_be_told_once = not is_of_deeds or (asked.across is Across.SAID and not asked.of_years)
        if may_be_told_once and len(self._lister.acts_with(sure)) < _BOTH:
            return None  # «¿qué visa exige Panamá desde 2019?»
        if not sure:
            return None if found else self._in_other_days(turn, asked)
        return self._lister.listed(asked.across, topic, found)

    def _in_other_days(self, turn: Turn, asked: AcrossAsked) -> Answer | None:
        """Say that the meetings of the days named don't deal with a topic, and offer those that do."""
        if asked.period is None:
            return None
        others = self._dealing.find(turn, asked.topic, self._sources.documents)
        sure = self._lister.newest_first(each for each in others if each.is_sure)[:MAX_OFFERED]
        near = tuple(self._findings.suggest(each.candidate.number) for each in sure)
        return nothing(asked.topic, (notice(_NOT_THEN, days=asked.period),), near) if near else None

    def _has_topic(self, asked: AcrossAsked) -> bool:
        """Tell whether a message says what about; what was dealt with in meetings may be an everyday word.

        That they were of one of our bodies is no topic: «¿cuántas CRM ha habido?».
        """
        lightest = 0.0 if asked.across in _SAID else LIGHT
        ours = {*map(of_party, self._sources.forum_names)}
        return any(unit.weight > lightest and ours.isdisjoint(unit.terms) for unit in asked.topic.units)

    def _acts(self, asked: AcrossAsked) -> tuple[Document, ...]:
        """List the acts of the meetings and days that a message limits itself to, newest first."""
        held = self._lists.venues.acts(None, asked.period)
        limited = self._scopes.find(asked.topic).documents
        return tuple(each for each in held if each in limited) if limited else held

    def meetings(self, topic: Question, acts: Iterable[Document]) -> Answer | None:
        """List meetings by their preambles."""
        findings = list(filter(None, map(self._lists.entries.meeting, acts)))
        lead = [counted(_MEETINGS, len(findings))]
        if len(findings) > MEETINGS_PAGE:
            lead.append(notice(_SOME, shown=MEETINGS_PAGE))
        shown = findings[:MEETINGS_PAGE]
        return answered(topic, shown, QuestionKind.MEETING, lead) if shown else None

    def _written(self, candidate: Candidate, topic: Question) -> Finding:
        return self._findings.numbered(candidate.number, topic.labels)


def _is_heavy(unit: Unit) -> bool:
    return unit.weight > LIGHT


def _day(finding: Finding) -> date:
    return finding.citation.meeting.start or date.min
