"""Go on from the last answer: «la siguiente», «¿y la b?», «¿y cuándo?», «¿y México?», «en inglés»."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from knowledge.answering.analysis import Analysis
from knowledge.answering.asking import WHO
from knowledge.answering.composing import Composer
from knowledge.answering.conversation import Focus
from knowledge.answering.findings import FindingWriter
from knowledge.answering.followups import FollowUps, Step
from knowledge.answering.listing import Lister
from knowledge.answering.replies import nothing
from knowledge.answering.searching import Searcher
from knowledge.answering.sources import Sources
from knowledge.language.folding import words
from knowledge.search.index import Weights
from knowledge.search.matching import Unit
from knowledge.search.query import LIGHT, with_roles
from knowledge.search.terms import of_party, party_of
from knowledge.values.acts import Role
from knowledge.values.answers import Answer, Finding
from knowledge.values.notices import mark, notice
from knowledge.values.references import Reference

SPOKEN = 0.35
"""Share of a topic's worth from which a provision speaks of it."""

_STAY = 5.0
_FAMILY = 0.12
_MEANT_STILL = 0.5
"""What the provisions just shown, those of the same item, and what was asked before still count."""


_FROM_WHERE = mark("¿A partir de cuál? Escriba el número de la conclusión.")
_NO_OTHER = mark("No hay ninguna más en esa dirección.")


class Reply(NamedTuple):
    """An answer, and what was searched for it."""

    answer: Answer
    units: tuple[Unit, ...]


class Dialogue:
    """Understand messages by what the last answer was about."""

    def __init__(
        self,
        sources: Sources,
        follow_ups: FollowUps,
        composer: Composer,
        findings: FindingWriter,
        lister: Lister,
        searcher: Searcher,
    ) -> None:
        self._sources = sources
        self._all_members = frozenset(map(of_party, sources.register.all_members))
        self._follow_ups = follow_ups
        self._composer = composer
        self._findings = findings
        self._lister = lister
        self._searcher = searcher

    def step(self, analysis: Analysis, last: Focus | None) -> Reply | None:
        """Follow a message that only says where to go from the last answer, or return None."""
        tokens = [word.best for word in analysis.words]
        step = self._follow_ups.step(tokens)
        if last is None:
            return self._nowhere(analysis, _FROM_WHERE) if step else None
        if step in {Step.REPEAT_ES, Step.REPEAT_EN}:
            question = analysis.question.model_copy(update={"language": step.value[-2:]})
            analysis = analysis._replace(
                question=question, asked=last.asked, roles=last.roles, units=last.units
            )
            return Reply(self._composer.found(analysis, self._again(last)), last.units)
        if step is Step.MORE:
            return Reply(self._composer.found(analysis, self._again(last)), last.units)
        target = self._target(step, last) if step else self._named(analysis, tokens, last)
        if target is None or self._sources.store.provision(last.document, target) is None:
            return self._nowhere(analysis, _NO_OTHER) if step else None
        found = [self._findings.write(last.document, target, 1.0)]
        return Reply(self._composer.found(analysis, found), last.units)

    def _target(self, step: Step, last: Focus) -> Reference | None:
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
            return Reference.parse(last.references[1])
        return self._beside(last, forward=step is not Step.PREVIOUS)

    def _nowhere(self, analysis: Analysis, msgid: str) -> Reply:
        return Reply(nothing(analysis.question, (notice(msgid),)), ())

    def follow(self, analysis: Analysis, last: Focus) -> Reply | None:
        """Complete an elliptical message by what was asked before, or return None."""
        topics = [unit for unit in analysis.units if unit.is_topic and unit not in analysis.verbs]
        shown = self._shown(last)
        if not shown or analysis.guard or not self._follow_ups.goes_on(analysis, topics):
            return None
        asked, roles = analysis.asked or last.asked, analysis.roles or last.roles
        of_parties = not WHO & set(asked)
        new = analysis.units
        if not analysis.roles:
            new = tuple(with_roles(unit, last.roles, (), of_parties=of_parties) for unit in new)
        analysis = analysis._replace(asked=asked, roles=roles, units=new)
        points = self._follow_ups.points(analysis)
        if points and not any(self._sources.index.has(term) for unit in topics for term in unit.terms):
            topics = []
        # Who was absent is no detail of what was shown: it is a question of its own.
        if Role.ABSENT in analysis.roles and (alone := self._of_its_own(analysis)):
            return alone
        if not topics:
            return self._of_shown(analysis, last, shown)
        if self._follow_ups.wants_others(analysis):
            found = self._searcher.search(new, asked, roles, self._bonus(self._relatives(shown), -_STAY))
            return Reply(self._composer.searched(analysis, found), new)
        telling = [unit for unit in new if unit.weight > LIGHT and self._all_members.isdisjoint(unit.terms)]
        if len(telling) > 1 and (alone := self._of_its_own(analysis)):
            return alone
        return (
            self._of_another_party(analysis, last, topics)
            or self._of_the_same(analysis, last, shown)
            or (self._of_shown(analysis, last, shown) if points and _are_deeds(topics) else None)
            or self._of_both(analysis, last, shown)
        )

    def _of_shown(self, analysis: Analysis, last: Focus, shown: Sequence[int]) -> Reply:
        """Answer a message without a topic of its own from what was shown."""
        units = (*analysis.units, *last.units)
        if not units:
            return Reply(self._composer.told(analysis, shown[0]), ())
        found = self._searcher.search(units, analysis.asked, analysis.roles, self._bonus(shown[:1], _STAY))
        return Reply(self._composer.searched(analysis, found, implied=True), last.units or analysis.units)

    def _of_its_own(self, analysis: Analysis) -> Reply | None:
        """Answer a message that says enough of its own after all."""
        found = self._searcher.search(analysis.units, analysis.asked, analysis.roles)
        if not self._composer.is_sure(analysis, found):
            return None
        return Reply(self._composer.searched(analysis, found), analysis.units)

    def _of_another_party(self, analysis: Analysis, last: Focus, topics: Sequence[Unit]) -> Reply | None:
        """List for another party what was listed for one: «¿y Canadá?»."""
        rest = [unit for unit in self._still_meant(last.units, analysis.units) if unit.is_topic]
        if (
            rest
            or self._follow_ups.asks_about(analysis)
            or not all(any(map(party_of, unit.terms)) for unit in topics)
        ):
            return None
        listed = self._lister.list_party(analysis._replace(asked=()), None)
        return Reply(listed, analysis.units) if listed else None

    def _of_the_same(self, analysis: Analysis, last: Focus, shown: Sequence[int]) -> Reply | None:
        """Answer from the provisions just shown, or others of the same item, if they speak of it."""
        own = self._searcher.search(analysis.units, analysis.asked, analysis.roles)
        here = next((number for number in shown if own.speaks_of_all(number, SPOKEN)), None)
        family = [here] if here is not None else self._relatives(shown)
        found = self._searcher.search(
            analysis.units, analysis.asked, analysis.roles, self._bonus(family, _STAY)
        )
        if not found.ranked or not found.speaks_of_all(found.ranked[0].number, SPOKEN):
            return None
        if found.ranked[0].number not in family:
            return None
        answer = self._composer.searched(analysis, found, implied=True)
        return Reply(answer, (*analysis.units, *last.units))

    def _of_both(self, analysis: Analysis, last: Focus, shown: Sequence[int]) -> Reply:
        """Search for what is asked now and for what was asked before and isn't replaced by it."""
        own = self._searcher.search(analysis.units, analysis.asked, analysis.roles)
        old = (
            unit._replace(weight=unit.weight * _MEANT_STILL)
            for unit in self._still_meant(
                last.units, () if self._follow_ups.asks_about(analysis) else analysis.units
            )
        )
        units = (*analysis.units, *old)
        bonus = self._bonus(self._relatives(shown), _FAMILY) - _STAY * own.silent
        found = self._searcher.search(units, analysis.asked, analysis.roles, bonus)
        implied = bool(found.ranked) and found.speaks_of_all(
            found.ranked[0].number, SPOKEN, len(analysis.units)
        )
        return Reply(self._composer.searched(analysis, found, implied=implied), units)

    def _still_meant(self, old: Iterable[Unit], new: Iterable[Unit]) -> list[Unit]:
        """Keep what was searched for and isn't replaced by something of its sort: a party, a city."""
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
                for match in self._sources.index.thesaurus.find(tokens, narrower=narrower)
                if match.start == 0 and match.end == len(tokens)
                for concept in match.concepts
            }
            for narrower in (False, True)
        )
        return broader - own

    def _again(self, last: Focus) -> list[Finding]:
        return [self._findings.write(last.document, Reference.parse(each), 1.0) for each in last.references]

    def _named(self, analysis: Analysis, tokens: Sequence[str], last: Focus) -> Reference | None:
        """Read «¿y la b?» and «¿y la 2?» by what was shown last."""
        parent = last.first.parent or last.first
        letter = self._follow_ups.letter(tokens)
        if letter is None and not any(unit.is_topic for unit in analysis.units):
            letter = self._follow_ups.last_letter(tokens)
        if letter and parent.number:
            return parent.model_copy(update={"letter": letter})
        number = self._follow_ups.number(tokens)
        if number and parent.number:
            return Reference(section=parent.section, number=number)
        return None

    def _beside(self, last: Focus, *, forward: bool) -> Reference | None:
        """Return what stands beside the last shown: the next number, or what follows a sub-item."""
        here = Reference.parse(last.references[-1 if forward else 0])
        if here.letter is None and here.number is not None:
            number = here.number + (1 if forward else -1)
            beside = here.model_copy(update={"number": number})
            if number and self._sources.store.provision(last.document, beside):
                return beside
        before, after = self._sources.store.neighbours(last.document, here)
        provision = after if forward else before
        return provision.reference if provision else None

    def _shown(self, last: Focus) -> list[int]:
        numbers = (
            self._sources.index.number_of(last.document, Reference.parse(each)) for each in last.references
        )
        return [number for number in numbers if number is not None]

    def _relatives(self, numbers: Iterable[int]) -> list[int]:
        return list(dict.fromkeys(each for number in numbers for each in self._sources.index.family(number)))

    def _bonus(self, numbers: Iterable[int], worth: float) -> Weights:
        bonus = np.zeros(self._sources.index.size, np.float32)
        bonus[list(numbers)] = worth
        return bonus


def _are_deeds(topics: Iterable[Unit]) -> bool:
    """Tell whether topics only say what was done: «¿quién lo escribió?»."""
    return all(unit.weight > 1 for unit in topics)
