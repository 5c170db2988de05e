"""Quote the provisions that answer a turn, best first, each opened with the fact asked for."""

from collections.abc import Iterable
from dataclasses import replace

from knowledge.answering.turns import Reply, Turn
from knowledge.citing.findings import FindingWriter
from knowledge.citing.replies import WHICH, answered
from knowledge.language.folding import words
from knowledge.opening.openings import OpeningWriter
from knowledge.opening.worded import SpanFinder, find_nothing
from knowledge.ranking.candidates import Candidate
from knowledge.ranking.close_reading import MOST_ODDS
from knowledge.ranking.matters import Matter
from knowledge.ranking.objections import CERTAIN, Check, Objection, is_unnamed
from knowledge.ranking.verdicts import MAX_BESIDE, choose
from knowledge.search.sources import Sources
from knowledge.understanding.question import Question
from knowledge.values.answers import Answer, Citation, Finding, Outcome
from knowledge.values.notices import mark, notice
from knowledge.values.references import Reference

MAX_ANSWERS = 4
"""Questions of one message that are answered."""

ALL = 0.9
"""Share of the words of a message from which one provision answers all that it asks."""

ABOUT_AS_LIKELY = 1.5
"""Log-odds by which a provision may be less likely to answer and still be as good as another."""

DEALS = 0.6
"""Share of the words of a bare topic from which a provision deals with it."""

LONGEST_TOPIC = 7
"""Words of a bare topic; a longer message says something."""

_CARRIED = 0.25
"""What words of the last question weigh beside those of a follow-up."""

_WHERE_AND_WHOM = frozenset({Check.CITY, Check.COUNTRY, Check.PARTY})

_THIS = notice(mark("¿Se refiere a esta?"))


class Quoter:
    """Quotes provisions from one store: only sure answers if `confident`, otherwise the closest."""

    def __init__(
        self,
        sources: Sources,
        findings: FindingWriter,
        *,
        confident: bool,
        find_span: SpanFinder = find_nothing,
    ) -> None:
        self._findings = findings
        self._openings = OpeningWriter(sources, find_span)
        self._confident = confident
        self._stop = sources.lexicon.stop

    def quote(self, turn: Turn) -> Reply | None:
        """Quote the provisions that answer, if that is sure enough.

        If a message asks several questions and all have sure answers, each is answered.
        """
        quoted = self._quoted(turn)
        # «¿Cuánto dura el taller y quién lo organiza?»: the second is of what the first speaks of.
        is_one = not all(question.own_topics for question in turn.questions)
        if len(turn.questions) == 1 or is_one or (quoted and _answers_all(turn)):
            return quoted
        each = [self._quoted(part) for part in _parts_of(turn)]
        sure = [reply for reply in each if reply and reply.answer.outcome is Outcome.FOUND]
        found = {finding.citation.key: finding for reply in sure for finding in reply.answer.findings[:1]}
        if not 1 < len(found) == len(each):
            return quoted
        findings = tuple(found.values())[:MAX_ANSWERS]
        return sure[0]._replace(answer=sure[0].answer.model_copy(update={"findings": findings}))

    def ask_which(self, turn: Turn) -> Reply | None:
        """Ask which of the provisions on a bare topic is meant.

        «Género» asks nothing, so no provision answers it; whoever writes it wants the provisions on it.
        """
        return self.ask_of(turn, DEALS) if self._is_bare_topic(turn.message.whole) else None

    def ask_of(self, turn: Turn, share: float, most: int | None = None) -> Reply | None:
        """Ask whether what has a share of the words is meant, of the `most` that come closest or of all."""
        candidates, verdict, _ = turn.searched
        near = candidates.ranked[:most]
        dealing = [each for each in near if each.signs["words"] >= share and not each.objections]
        if verdict is None or not dealing:
            return None
        question = candidates.question_of(dealing[0])
        findings = self._written(dealing[:MAX_BESIDE], question, verdict.sureness)
        lead = (WHICH if len(findings) > 1 else _THIS,)
        shown = {"outcome": Outcome.AMBIGUOUS, "lead": lead}
        return Reply(self.found(question, findings).model_copy(update=shown), question)

    def _is_bare_topic(self, question: Question) -> bool:
        """Tell whether a message consists of a few search words: «migración laboral»."""
        sought = {word for label in question.labels for word in words(label)}
        said = {word.best for word in question.words} - self._stop
        points = question.references or question.meetings or question.period
        return bool(said) and said <= sought and len(said) <= LONGEST_TOPIC and not (question.asks or points)

    def _quoted(self, turn: Turn) -> Reply | None:
        """Quote the provisions that answer a message taken as one question."""
        candidates, verdict, matter = turn.searched
        if verdict is None or (self._confident and not verdict.is_enough):
            return None
        if self._confident and not verdict.is_sure and _lacks_for_certain(verdict.candidate):
            return None  # what lacks something named is corrected, and not asked back
        question = candidates.question_of(verdict.candidate)
        chosen = choose(candidates) if matter is None else [matter.newest, *choose(candidates)[1:]]
        if matter and matter.doubtful:
            chosen = [matter.doubtful, matter.newest]
        findings = self._written(chosen, question, verdict.sureness)
        lacking = untold(verdict.candidate)
        answer = self.found(_with_less_carried(question, turn), findings, in_words=lacking is None)
        if question.facets and len({each.citation.document for each in answer.findings}) == 1:
            # Of provisions about as likely, those that tell what is asked come first.
            telling = sorted(answer.findings, key=lambda each: not each.opening)
            answer = answer.model_copy(update={"findings": tuple(telling)})
        if matter and len(findings) == 1:
            answer = answer.model_copy(update={"also": self._also(matter)})
        lacking = None if answer.findings[0].opening else lacking
        lead = tuple(each.notice for each in (_misplaced(verdict.objections), lacking) if each)
        if not verdict.is_sure or (matter and matter.doubtful):
            lead = (*lead, WHICH if len(findings) > 1 else _THIS)
            answer = answer.model_copy(update={"outcome": Outcome.AMBIGUOUS})
        return Reply(answer.model_copy(update={"lead": lead}), question)

    def shown(self, question: Question, slug: str, references: Iterable[Reference]) -> Answer:
        """Answer with provisions of an act, opened with the fact asked for."""
        return self.found(question, [self._findings.write(slug, each) for each in references])

    def found(self, question: Question, findings: Iterable[Finding], *, in_words: bool = True) -> Answer:
        """Answer with findings, opened with the fact asked for; `in_words` as for OpeningWriter.open."""
        shown = tuple(findings)
        alone = len(shown) == 1
        opened = (self._openings.open(question, each, alone=alone, in_words=in_words) for each in shown)
        return answered(question, opened, question.kind)

    def _written(self, chosen: Iterable[Candidate], question: Question, sureness: float) -> list[Finding]:
        return [self._findings.numbered(each.number, question.labels, score=sureness) for each in chosen]

    def _also(self, matter: Matter) -> tuple[Citation, ...]:
        """Cite the provisions of other acts on the same matter."""
        return tuple(self._findings.cite(each.number) for each in matter.alike if each != matter.newest)


def _with_less_carried(question: Question, turn: Turn) -> Question:
    """Weigh the words of a follow-up above those carried over, to find the clause that it asks about.

    «¿Quién hace el manual?» asks about the manual, whatever was asked before.
    """
    own = turn.message.whole.labels
    if not turn.follows or not turn.message.whole.topics:
        return question
    units = (
        each if each.label in own else each._replace(weight=each.weight * _CARRIED) for each in question.units
    )
    return question._replace(units=tuple(units))


def _parts_of(turn: Turn) -> list[Turn]:
    """Split a message into its questions, keeping together those about the same provision.

    «… y quién lo dirige» stays if the provision that answers the whole message answers it about as likely
    as the best candidate for it alone.
    """
    parts = [replace(turn, questions=(one,), readings=(one,)) for one in turn.questions]
    whole = turn.searched.verdict
    if whole is None:
        return parts
    number = whole.candidate.number
    more = [part for part in parts if _is_answered_by(part, number)]
    first = next((part for part in more if _best_of(part) == number), None)
    return [part for part in parts if part not in more or part is (first or more[0])]


def _is_answered_by(turn: Turn, number: int) -> bool:
    """Tell whether a provision answers a question about as likely as its best candidate does."""
    best = _best_of(turn)
    if best is None or best == number:
        return True
    other = turn.odds(turn.question, number)
    if other is None or other <= -MOST_ODDS:
        return False  # what surely doesn't answer is no likelier than anything else
    own = turn.odds(turn.question, best)
    return own is not None and other > own - ABOUT_AS_LIKELY


def _best_of(turn: Turn) -> int | None:
    verdict = turn.searched.verdict
    return verdict.candidate.number if verdict else None


def _answers_all(turn: Turn) -> bool:
    """Tell whether the best candidate has nearly all words of the message."""
    candidates = turn.searched.candidates
    return float(candidates.compared[0].match.coverage[candidates.ranked[0].number]) >= ALL


def untold(candidate: Candidate) -> Objection | None:
    """Return the objection that a candidate tells no date or doer; other facts are less reliably missing."""
    certain = {Check.TIME, Check.DOER}
    return next((each for each in candidate.objections if each.check in certain), None)


def _misplaced(objections: Iterable[Objection]) -> Objection | None:
    """Return the objection that a place or party which the question assumes isn't in the provision."""
    return next((each for each in objections if each.check in _WHERE_AND_WHOM), None)


def _lacks_for_certain(candidate: Candidate) -> bool:
    """Tell whether a candidate certainly lacks something that the question names, or a deed it assumes."""
    return any(each.check in CERTAIN or each.check is Check.DEED for each in candidate.objections)


def named_missing(candidate: Candidate) -> Objection | None:
    """Return the first objection that a candidate lacks something named in the question."""
    return next(filter(is_unnamed, candidate.objections), None)
