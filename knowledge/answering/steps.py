"""Go on from the last answer: «la siguiente», «¿y la b?», «el texto completo», «en inglés»."""

from collections.abc import Sequence

from knowledge.answering.conversation import Focus
from knowledge.search.sources import Sources
from knowledge.understanding.followups import FollowUps, Step
from knowledge.understanding.question import Question
from knowledge.values.references import Reference

AGAIN = frozenset({Step.MORE, Step.REPEAT_ES, Step.REPEAT_EN})
"""Steps that show again what was shown."""


class StepFinder:
    """Find where a message goes from the provisions shown last."""

    def __init__(self, sources: Sources, follow_ups: FollowUps) -> None:
        self._sources = sources
        self._follow_ups = follow_ups

    def step(self, question: Question) -> Step | None:
        """Return where a message goes that says nothing else, or None."""
        return self._follow_ups.step(question.tokens)

    def target(self, question: Question, step: Step | None, last: Focus) -> Reference | None:
        """Return the provision that a message leads to; the act may lack one that is named."""
        return self._stepped(step, last) if step else self._named(question, question.tokens, last)

    def _stepped(self, step: Step, last: Focus) -> Reference | None:
        """Return the provision that a step leads to."""
        if step in {Step.FIRST, Step.LAST}:
            here = last.first
            among = [
                each.reference
                for each in self._sources.store.provisions(last.document)
                if each.reference.section is here.section and each.reference.parent == here.parent
            ]
            return among[-1 if step is Step.LAST else 0] if among else None
        if step is Step.OTHER and len(last.references) > 1:
            return last.shown[1]
        return self._beside(last, forward=step is not Step.PREVIOUS)

    def _named(self, question: Question, tokens: Sequence[str], last: Focus) -> Reference | None:
        """Read «¿y la b?» and «¿y la 2?» by what was shown last."""
        parent = last.first.parent or last.first
        letter = self._follow_ups.letter(tokens)
        if letter is None and not question.topics and not question.references:
            letter = self._follow_ups.last_letter(tokens)
        if letter and parent.number:
            return parent.sub_item(letter)
        number = self._follow_ups.number(tokens)
        if number and parent.number:
            return Reference(section=parent.section, number=number)
        return None

    def _beside(self, last: Focus, *, forward: bool) -> Reference | None:
        """Return what stands beside the last shown: the next number, or what follows a sub-item."""
        here = last.shown[-1 if forward else 0]
        if here.letter is None and here.number is not None:
            number = here.number + (1 if forward else -1)
            beside = here.model_copy(update={"number": number})
            if number and self._sources.store.provision(last.document, beside):
                return beside
        before, after = self._sources.store.neighbours(last.document, here)
        provision = after if forward else before
        return provision.reference if provision else None
