"""Answer whether a commitment was met: by what officers noted, or by saying that nobody noted it."""

from collections.abc import Iterator

from knowledge.answering.quoting import MAX_ANSWERS, Quoter
from knowledge.answering.turns import Reply, Turn
from knowledge.citing.replies import nothing
from knowledge.language.verbs import Verbs
from knowledge.lists.requested import RequestedLists
from knowledge.search.sources import Sources
from knowledge.search.terms import is_party
from knowledge.understanding.cues import Asked
from knowledge.understanding.fulfilment import asks_only_whether_done, asks_whether_done
from knowledge.understanding.question import Question
from knowledge.values.acts import Commitment
from knowledge.values.answers import Answer, Finding, Outcome
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.questions import OverviewKind
from knowledge.values.tracking import CommitmentKey, Fulfilment, Tracked

_UNNOTED = mark("La secretaría no ha anotado si se cumplió. Esto es lo que se acordó:")
_UNNOTED_OF = mark("La secretaría no ha anotado si {party} lo cumplió. Esto es lo que se acordó:")
_PENDING = mark("Según lo anotado el {day}, sigue pendiente.")

_DONE_WHAT = mark(
    "¿De qué compromiso pregunta? Dígame el tema o el número de la conclusión, y le digo lo que la "
    "secretaría anotó."
)
_NOT_NOTED = mark("Esto es lo que la secretaría no ha anotado como cumplido:")


class WhetherDone:
    """Answer messages that only ask whether something was done: «¿ya se cumplió?», «¿ya cumplió México?»."""

    def __init__(self, quoter: Quoter, lists: RequestedLists, verbs: Verbs) -> None:
        self._verbs = verbs
        self._quoter = quoter
        self._lists = lists

    def answer(self, turn: Turn) -> Reply | None:
        """Repeat the last answer, list what a party or meeting has pending, or ask what is meant."""
        whole, last = turn.message.whole, turn.last
        own = [unit for unit in whole.topics if not any(map(is_party, unit.terms))]
        is_of_any = whole.wants(Asked.FULFILMENT) and not own
        # What answered a question isn't all that the acts say of it; what was opened is what is meant.
        is_of_opened = bool(last and last.is_look_up) and asks_only_whether_done(whole, self._verbs)
        if not (is_of_any or is_of_opened) or whole.references:
            return None
        is_of_shown = turn.follows and not turn.leaves_for_another_meeting
        if last and is_of_shown and len(last.references) <= MAX_ANSWERS:
            carried = whole._replace(text=last.text, units=last.units)
            return Reply(self._quoter.shown(carried, last.document, last.shown), carried)
        if not (whole.parties or turn.scope.documents):
            return Reply(nothing(whole, (notice(_DONE_WHAT),)), whole)
        party = whole.parties[0] if whole.parties else None
        listed = self._lists.limited(whole, OverviewKind.PENDING, party, today=turn.today)
        answer = self._lists.overviews.answer(listed, today=turn.today, language=whole.language)
        lead = (*answer.lead[:1], notice(_NOT_NOTED), *answer.lead[1:])
        return Reply(answer.model_copy(update={"question": whole.text, "lead": lead}), whole)


class FulfilmentTeller:
    """Tell what officers noted of commitments, from the marks of one store."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def tell(self, answer: Answer, question: Question) -> Answer:
        """Say above an answer that nobody noted whether it was met, if that is asked.

        Commitments come before provisions that bind nobody. The bot never says that a commitment was not
        met: perhaps nobody has looked.
        """
        if answer.outcome is not Outcome.FOUND or answer.overview or answer.card:
            return answer
        if not answer.findings or not asks_whether_done(question):
            return answer
        findings = tuple(sorted(answer.findings, key=lambda each: not any(self._commitments(each))))
        said = self._said(findings[0], question)
        lead = (said, *answer.lead) if said else answer.lead
        return answer.model_copy(update={"findings": findings, "lead": lead})

    def _said(self, finding: Finding, question: Question) -> Notice | None:
        """Return the line for a finding; None if it binds nobody, or shows its status anyway."""
        commitments = dict(self._commitments(finding))
        if not commitments:
            return None
        bound = {name for each in commitments.values() for name in self._sources.tracker.bound(each)}
        party = next((each for each in question.parties if each in bound), None)
        tracked = self._sources.tracker.statuses.tracked
        noted = [tracked[key] for key in commitments if key in tracked]
        if any(_state(each, party) is not Fulfilment.OPEN for each in noted):
            return None
        if whole := [each for each in noted if not each.parties or party in _named(each)]:
            return notice(_PENDING, day=max(each.day for each in whole))
        return notice(_UNNOTED_OF, party=(party,)) if party else notice(_UNNOTED)

    def _commitments(self, finding: Finding) -> Iterator[tuple[CommitmentKey, Commitment]]:
        """Yield the commitments of a finding and of its sub-items."""
        slug, own = finding.citation.document, finding.citation.reference
        store = self._sources.store
        for reference in (own, *(child.reference for child in store.children(slug, own))):
            for ordinal, each in enumerate(store.commitments_of(slug, reference), 1):
                yield CommitmentKey(document=slug, reference=reference, ordinal=ordinal), each


def _state(tracked: Tracked, party: str | None) -> Fulfilment:
    return tracked.of(party) if party else tracked.fulfilment


def _named(tracked: Tracked) -> set[str]:
    return {each.party for each in tracked.parties}
