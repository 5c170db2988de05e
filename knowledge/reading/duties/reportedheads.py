"""Find heads in reported speech: «Honduras anunció que reforzaría su consulado»."""

from collections.abc import Sequence

from knowledge.language.folding import fold
from knowledge.reading.duties.actors import PartyList
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.dutyheads import DutyHeadFinder
from knowledge.reading.duties.heads import Head, Move, Surroundings
from knowledge.reading.duties.passages import Passage, Sort
from knowledge.reading.duties.subjects import Standing, Subject, SubjectFinder

_THAT = frozenset({"que", "that"})
_INFINITIVES = ("ar", "er", "ir")
_ITS = frozenset({"su", "sus", "its", "their", "his", "her"})
_HIS = frozenset({"his", "her"})
_COUNTRY = frozenset({"pais", "gobierno", "country", "government"})
_OF = frozenset({"de", "del", "of"})
_TOLD_WITHIN = 7
"""Tokens between a verb of saying and its «que»: «informó a la ST que», "informed the Group that"."""
_LONGEST_OWN = 5
"""Tokens of a subject that is the speaker's own: «su organización», "its Government"."""


class ReportedHeadFinder:
    """Finds the heads of duties that the party itself reports."""

    def __init__(
        self, around: Surroundings, subjects: SubjectFinder, duties: DutyHeadFinder, cues: Cues
    ) -> None:
        self._around = around
        self._subjects = subjects
        self._duties = duties
        self._grammar = around.grammar
        self._telling = frozenset(form for verb in cues.actors.telling for form in self._forms(fold(verb)))
        self._announcing = frozenset(
            form for verb in cues.actors.announcing for form in self._forms(fold(verb))
        )

    def _forms(self, verb: str) -> tuple[str, ...]:
        if not verb.endswith(_INFINITIVES):
            return self._around.verbs.finite(verb)
        spanish = self._around.verbs.spanish(verb)
        return (*spanish.present, *spanish.preterite)

    def at(self, passage: Passage, index: int, heads: Sequence[Head]) -> Head | None:
        """Read a future that a party reports of itself; reports on others bind nobody."""
        body = self._duties.coming(passage, index)
        if body is None:
            return None
        subject = self._subjects.before(passage, index)
        link = subject.link
        if subject.standing is not Standing.DEPENDENT or passage.tokens[link].word not in _THAT:
            return None
        if not self._is_own(passage, subject, index):
            return None
        between = {token.word for token in passage.tokens[link + 1 : index]}
        speaker = self._speaker(
            passage, link, of_country=bool(between & _COUNTRY), of_one=bool(between & _HIS)
        )
        if speaker is None:
            return None
        start = link + 1 if heads and heads[-1].start >= speaker.start else speaker.start
        return Head(Move.DUTY, start, body, subject=speaker)

    def _is_own(self, passage: Passage, subject: Subject, verb: int) -> bool:
        """Tell whether the subject is the speaker: «reforzaría», «su Gobierno enviará», "it will"."""
        if subject.parties:
            return all(token.party == "any" for token in subject.parties.members)
        small = self._grammar.pronouns | self._grammar.adverbs
        between = passage.tokens[subject.link + 1 : verb]
        if between and between[0].word in _ITS:
            return len(between) <= _LONGEST_OWN
        return all(token.word in small for token in between)

    def _speaker(self, passage: Passage, link: int, *, of_country: bool, of_one: bool) -> PartyList | None:
        """Read the speaker: the subject of the verb of saying right before «que».

        For «su país» it is the speaker's country: «el Viceministro de Honduras». An officer's mere statement
        on "his Government" binds nobody.
        """
        first = passage.sentence(link)[0]
        for verb in range(link - 1, max(first, link - _TOLD_WITHIN) - 1, -1):
            token = passage.tokens[verb]
            if token.sort is Sort.MARK:
                return None
            if token.sort is Sort.WORD and self._tells(passage, verb):
                subject = self._subjects.before(passage, verb)
                if subject.standing is Standing.NONE:
                    return self._subjects.shared(passage, verb)
                announces = token.word in self._announcing
                if of_one and not announces:
                    return None
                of_it = self._country_of(passage, subject.start, verb) if of_country and announces else None
                return of_it or (subject.parties if subject.standing is Standing.PARTIES else None)
        return None

    def _country_of(self, passage: Passage, start: int, end: int) -> PartyList | None:
        """Return the only country named after «de»: «la Ministra de Salud de Costa Rica»."""
        lists = (
            self._around.lists.read(passage, each + 1)
            for each in range(start, end - 1)
            if self._owns(passage, each)
        )
        found = [each for each in lists if each and self._around.lists.are_countries(each.members)]
        return found[0] if len(found) == 1 and len(found[0].members) == 1 else None

    @staticmethod
    def _owns(passage: Passage, index: int) -> bool:
        return passage.tokens[index].word in _OF

    def _tells(self, passage: Passage, verb: int) -> bool:
        told = passage.tokens[verb].word in self._telling
        return told and not self._around.is_subjunctive(passage, verb)
