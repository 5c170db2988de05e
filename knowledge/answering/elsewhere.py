"""Offer other meetings where the one named has nothing on a topic."""

from dataclasses import replace

from knowledge.answering.quoting import Quoter
from knowledge.answering.scope import Scope
from knowledge.answering.turns import Reply, Turn, without_its_meeting
from knowledge.citing.findings import FindingWriter
from knowledge.citing.replies import lacks, nothing
from knowledge.ranking.candidates import Candidate
from knowledge.ranking.objections import is_unnamed
from knowledge.search.sources import Sources
from knowledge.stores.documents import Document
from knowledge.values.notices import mark, notice

MAX_OFFERED = 3

SPOKEN = 0.9
"""Share of a question's words by which another meeting surely has what the one named has none of."""


CLOSEST = 2
"""Provisions of the meeting named that may be meant where others surely have what is asked."""

NOTION = 0.45
"""Share that the one word of a topic has where only its notion is said, as in another language."""


class ElsewhereTeller:
    """Find what other meetings have, in one store."""

    def __init__(self, sources: Sources, findings: FindingWriter, quoter: Quoter) -> None:
        self._documents = sources.documents
        self._findings = findings
        self._quoter = quoter

    def tell(self, turn: Turn, *, surely: bool = False) -> Reply | None:
        """Say that the named meeting has nothing on the topic, and offer the meetings that surely do.

        If the named meeting has a provision much like theirs, that one is shown after all. With `surely`,
        the others must have the words of the question.
        """
        document = turn.scope.document
        if document is None or turn.is_intended or len(self._documents) == 1:
            return None
        # What other meetings have isn't of the year of the one named.
        readings = tuple(map(without_its_meeting, turn.readings))
        anywhere = turn.search(replace(turn, scope=Scope(), readings=readings))
        verdict = anywhere.verdict
        if verdict is None or any(map(is_unnamed, verdict.objections)):
            return None
        is_spoken = verdict.candidate.signs["words"] >= SPOKEN
        if not (verdict.is_enough and is_spoken) and (surely or not verdict.is_sure):
            return None
        alike = anywhere.matter.alike if anywhere.matter else (verdict.candidate,)
        others = tuple(each for each in alike if self._findings.cite(each.number).document != document.slug)
        if others and (own := next((each for each in alike if each not in others), None)):
            question = anywhere.candidates.question_of(own)
            shown = [self._findings.numbered(own.number, question.labels, score=verdict.sureness)]
            return Reply(self._quoter.found(question, shown), question)
        if not others:
            return None
        is_of_one = sum(unit.is_topic for unit in turn.question.units) == 1
        is_topic = is_of_one and not (turn.follows or turn.question.asked or turn.question.roles)
        # «Cuotas» are «contributions» of the meeting named, if that is all that is asked.
        own_topic = self._quoter.ask_of(turn, NOTION, CLOSEST) if is_topic else None
        return own_topic or self._offer(turn, document, others)

    def _offer(self, turn: Turn, document: Document, others: tuple[Candidate, ...]) -> Reply:
        """Offer the provisions of other meetings."""
        near = tuple(self._findings.suggest_of_meeting(each.number) for each in others[:MAX_OFFERED])
        lead = lacks(document), notice(mark("Otras reuniones sí lo tratan:"))
        # «¿Y en la de Managua?» asks the same of another.
        about = (self._findings.cite(others[0].number),)
        return Reply(nothing(turn.question, lead, near), turn.question, about)
