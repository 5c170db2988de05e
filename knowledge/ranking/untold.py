"""Whether a provision tells what a question asks for: a time, a place, an amount, a person, a reason."""

import re
from collections.abc import Iterator

from knowledge.language.folding import fold
from knowledge.language.notions import Notion
from knowledge.ranking.counts import CountChecker
from knowledge.ranking.objections import Check, Objection
from knowledge.ranking.views import ProvisionView
from knowledge.search.flags import Holds
from knowledge.search.sources import Sources
from knowledge.search.terms import of_concept
from knowledge.understanding.cues import Asked
from knowledge.understanding.question import Question
from knowledge.values.notices import mark, notice

_REASON = re.compile(
    r"\b(?:a fin de|con el (?:fin|objeto|objetivo|proposito)|con miras a|para (?:que|\w+[aei]r\w*)"
    r"|de manera que|debido|ya que|dad[oa]s? (?:que|el|la|los|las)|por cuanto|porque"
    r"|en virtud de|a causa de|por motivos?"
    r"|en vista de|in order (?:to|that)|so (?:that|as to)|because|due to|given"
    r"|in view of|owing to|for the purpose|with a view to|aimed at|to \w+)\b"
)
"""Words that introduce a reason or a purpose."""

_MONEY = of_concept(Notion.FINANCE)
_PLACED = Holds.PLACE | Holds.EVENT | Holds.COUNTRY


class UntoldChecker:
    """Check provisions for what questions ask for."""

    def __init__(self, sources: Sources) -> None:
        self._counts = CountChecker(sources)

    def objections(self, question: Question, view: ProvisionView) -> Iterator[Objection]:
        """Yield an objection for everything that a question asks for and a provision doesn't tell."""
        for check, said in self._untold(question, view):
            yield Objection(check, notice(said, reference=view.reference))

    def _untold(self, question: Question, view: ProvisionView) -> Iterator[tuple[Check, str]]:
        timed = view.holds & (Holds.DEADLINE | Holds.TIME | Holds.DATE) or view.tells_length
        if question.wants(Asked.DEADLINE) and not timed:
            yield Check.TIME, mark("{reference} no fija un plazo.")
        elif question.wants(Asked.DATE) and not timed:
            yield Check.TIME, mark("{reference} no indica la fecha.")
        if question.wants(Asked.PLACE) and not view.holds & _PLACED:
            yield Check.PLACE, mark("{reference} no indica el lugar.")
        if question.wants(Asked.COUNT) and not self._counts.tells(question, view):
            yield Check.COUNT, mark("{reference} no indica la cantidad.")
        if question.wants(Asked.HOLDER, Asked.PERSON) and not view.holds & Holds.PERSON:
            yield Check.PERSON, mark("{reference} no nombra a la persona.")
        asks_money = any(_MONEY in unit.terms for unit in question.units)
        if question.wants_somebody and asks_money and not view.holds & Holds.SUPPORT:
            yield Check.DOER, mark("{reference} no indica quién lo financia.")
        if question.wants(Asked.REASON) and not _REASON.search(fold(view.text)):
            yield Check.REASON, mark("{reference} no indica el motivo.")
