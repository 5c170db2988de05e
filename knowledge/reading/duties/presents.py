"""Read agreements in the present tense: «a cuyo efecto: a) Honduras habilita una línea y la difunde»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from knowledge.language.folding import fold
from knowledge.reading.duties.actors import PartyList
from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.cues import Cues, Means
from knowledge.reading.duties.deadlines import FoundDeadline
from knowledge.reading.duties.duties import Duty, Part
from knowledge.reading.duties.heads import BINDING, Head, Move, Surroundings
from knowledge.reading.duties.passages import Passage, Sort, Token
from knowledge.reading.duties.subjects import SubjectFinder
from knowledge.reading.duties.thatclauses import Doing
from knowledge.values.acts import CommitmentKind

_LASTING = "until "
_AND = frozenset({"y", "e", "and"})
_ENGLISH_ARTICLES = frozenset({"a", "an"})
_ENGLISH_OBJECTS = frozenset({*_ENGLISH_ARTICLES, "it", "them"})
_LONGEST_SUBJECT = 10


class PresentReader:
    """Reads sentences in the present, which may also be mere statements or narrate the meeting.

    They bind with a deadline after the meeting, and in Spanish below a lead-in on what was agreed.
    """

    def __init__(self, around: Surroundings, cues: Cues) -> None:
        self._around = around
        self._lists = around.lists
        self._grammar = around.grammar
        self._subjects = SubjectFinder(around.lists, cues.grammar, around.verbs, around.language)
        courtesies = (each.cue for each in cues.courtesies.es if each.means is not Means.DECIDE)
        self._thanking = frozenset(fold(each).split()[0] for each in courtesies)
        self._deeds = frozenset(map(fold, cues.actors.telling_deeds))
        self._telling = frozenset(map(fold, cues.actors.telling))

    def agreed(self, clause: Clause) -> Duty | None:
        """Read an item of a list of agreements; «México propone …» narrates the meeting."""
        if self._around.language != "es":
            return None
        return self._read(clause, self._grammar.states | self._thanking | self._deeds)

    def dated(self, clause: Clause, deadlines: Sequence[FoundDeadline], last: date | None) -> Duty | None:
        """Read a sentence with a deadline to come: «Panamá remite su lista antes del 5 de mayo».

        A deadline in a subordinate clause («Panamá propone que …») doesn't count.
        """
        passage = clause.passage
        start, end = passage.tokens[clause.lead].start, passage.tokens[clause.end - 1].end
        due = next((each for each in deadlines if start <= each.start < end and _is_ahead(each, last)), None)
        lasts = due is not None and due.deadline.text and fold(due.deadline.text).startswith(_LASTING)
        if due is None or lasts or clause.move is not Move.STATEMENT or clause.head.cue:
            return None
        duty = self._read(clause, self._grammar.states | self._thanking)
        between = (
            each
            for each in range(duty.parts[0].verb + 1 if duty else clause.end, clause.end)
            if passage.tokens[each].start < due.start
        )
        return None if any(self._depends(passage, each) for each in between) else duty

    def _depends(self, passage: Passage, index: int) -> bool:
        """Tell whether a token makes a later deadline depend on another verb: «que», or an infinitive."""
        word = passage.tokens[index].word
        return word in self._grammar.subordinators or self._around.verbs.is_infinitive(word)

    def _read(self, clause: Clause, other: frozenset[str]) -> Duty | None:
        if clause.move in BINDING - {Move.ASK}:
            return None
        passage = clause.passage
        first, end = passage.sentence(clause.lead)
        found = self._subject(passage, first, min(end, clause.end))
        if found is None:
            return None
        listed, verb = found
        known = self._infinitive_of(passage.tokens[verb].word)
        following = passage.tokens[verb + 1].word if verb + 1 < end else ""
        says = known in self._telling and following in {"que", "that"}
        if says or known in other or (clause.move is Move.ASK and following in {"a", "al", "que"}):
            return None
        names = self._lists.names(listed, passage)
        return Duty(names, tuple(self._parts(clause, verb)), CommitmentKind.OBLIGATION) if names else None

    def _subject(self, passage: Passage, first: int, end: int) -> tuple[PartyList, int] | None:
        """Return the parties that open a sentence, registered or not, and their verb."""
        listed = self._lists.read(passage, first)
        if listed:
            verb = self._around.skip(passage, listed.end, self._grammar.pronouns)
            if verb < end and self._is_present(passage, verb):
                return listed, verb
        for verb in range(first + 1, min(end, first + _LONGEST_SUBJECT)):
            before = passage.tokens[verb - 1].word
            small = self._grammar.prepositions | self._grammar.determiners - self._grammar.pronouns
            governed = before in small | self._grammar.subordinators
            if governed or not self._is_present(passage, verb):
                continue
            worded = self._subjects.wordings.worded(passage, first, verb)
            span = passage.tokens[first].start, passage.tokens[verb - 1].end
            token = Token(*span, "", Sort.PARTY, worded)
            return (PartyList(first, verb, (token,)), verb) if worded else None
        return None

    def _infinitive_of(self, word: str) -> str | None:
        verbs = self._around.verbs
        if self._around.language == "es":
            return verbs.infinitive_of(word)
        return word if verbs.is_base(word) else verbs.base_of_finite(word)

    def _is_present(self, passage: Passage, index: int) -> bool:
        word = passage.tokens[index].word
        if self._around.language != "es":
            return self._is_english_present(passage, index)
        known = self._around.verbs.infinitive_of(word)
        return known is not None and word in self._around.verbs.spanish(known).present

    def _is_english_present(self, passage: Passage, index: int) -> bool:
        """Tell whether a token is a verb: "circulates", "send (their comments)", not "draft report"."""
        word, base = passage.tokens[index].word, self._infinitive_of(passage.tokens[index].word)
        if base is None or word not in {base, self._around.verbs.english(base).third}:
            return False
        following = passage.tokens[index + 1].word if index + 1 < len(passage.tokens) else ""
        return word != base or following in self._grammar.determiners | _ENGLISH_ARTICLES

    def _parts(self, clause: Clause, verb: int) -> Iterator[Part]:
        """Yield the parts of a sentence: «edita el boletín», «y lo publica»."""
        passage, start = clause.passage, clause.head.start
        joiners = [
            each
            for each in range(verb + 1, clause.end - 1)
            if passage.tokens[each].word in _AND and self._goes_on(passage, each + 1, clause.end)
        ]
        for joiner in [*joiners, clause.end]:
            head = (
                Head(Move.DUTY, start, verb) if start == clause.head.start else Head(Move.MORE, start, verb)
            )
            yield Part(replace(clause, head=head, lead=min(start, verb), end=joiner), verb, Doing.FINITE)
            if joiner < clause.end:
                start = joiner + 1
                verb = self._around.skip(passage, start, self._grammar.pronouns)

    def _goes_on(self, passage: Passage, index: int, end: int) -> bool:
        """Tell whether a verb follows «y»: «lo publica», «publica el acta», not «(y) firma digital»."""
        verb = self._around.skip(passage, index, self._grammar.pronouns)
        if verb + 1 >= end or not self._is_present(passage, verb):
            return False
        following = passage.tokens[verb + 1].word
        if self._around.language != "es":
            return following in self._grammar.determiners | self._grammar.pronouns | _ENGLISH_OBJECTS
        return verb > index or following in self._grammar.determiners


def _is_ahead(found: FoundDeadline, last: date | None) -> bool:
    """Tell whether a deadline has only a last day, after that of the meeting."""
    deadline = found.deadline
    return bool(last and deadline.end and deadline.start is None and deadline.end > last)
