"""Read agreements in the present tense: «a cuyo efecto: a) Honduras habilita una línea y la difunde»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from knowledge.language.folding import fold
from knowledge.reading.duties.actors import PartyList
from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.cues import Cues, Means
from knowledge.reading.duties.deadlines import FoundDeadline
from knowledge.reading.duties.duties import Duty, Frame, Part
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
_LONGEST_ASIDE = 12
_OPENING_SUBJECT = frozenset({"each", "every", "cada", "the", "el", "la", "los", "las"})


class PresentReader:
    """Reads sentences in the present, which may also be mere statements or narrate the meeting.

    They bind with a deadline after the meeting, and in Spanish below a lead-in on what was agreed.
    """

    def __init__(self, around: Surroundings, cues: Cues) -> None:
        self._around = around
        self._lists = around.lists
        self._grammar = around.grammar
        self._subjects = SubjectFinder(around.lists, cues.grammar, around.verbs, around.language)
        cued = (*cues.courtesies.es, *cues.courtesies.en)
        courtesies = (each.cue for each in cued if each.means is not Means.DECIDE)
        self._thanking = frozenset(fold(each).split()[0] for each in courtesies)
        self._deeds = frozenset(map(fold, cues.actors.telling_deeds))
        self._telling = frozenset(map(fold, cues.actors.telling))

    def agreed(self, clause: Clause, frame: Frame) -> Duty | None:
        """Read an item of a list of agreements; «México propone …» narrates the meeting.

        In English only those of a roadmap are read.
        """
        english = self._around.language != "es"
        if english and (not frame.plans or clause.move is not Move.STATEMENT):
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
        if told := self._told_apart(passage, first, end):
            return told
        for verb in range(first + 1, min(end, first + _LONGEST_SUBJECT)):
            before = passage.tokens[verb - 1].word
            small = self._grammar.prepositions | self._grammar.determiners - self._grammar.pronouns
            governed = before in small | self._grammar.subordinators
            if governed or not self._is_present(passage, verb):
                continue
            start = self._after_phrase(passage, first, verb)
            worded = self._subjects.wordings.worded(passage, start, verb)
            span = passage.tokens[start].start, passage.tokens[verb - 1].end
            token = Token(*span, "", Sort.PARTY, worded)
            return (PartyList(first, verb, (token,)), verb) if worded else None
        return None

    def _after_phrase(self, passage: Passage, first: int, verb: int) -> int:
        """Step over a phrase of time before the subject: "From 1 July each member country transmits"."""
        if passage.tokens[first].word not in self._grammar.phrase_openers:
            return first
        subject = (
            each for each in range(verb - 2, first, -1) if passage.tokens[each].word in _OPENING_SUBJECT
        )
        return next(subject, first)

    def _told_apart(self, passage: Passage, first: int, end: int) -> tuple[PartyList, int] | None:
        """Read parties beside a phrase: «Desde mayo la ST publica», "Laos, with IOM, drafts"."""
        tokens, opener = passage.tokens, passage.tokens[first].word
        after_phrase = opener in self._grammar.phrase_openers
        for start in range(first, min(end, first + _LONGEST_SUBJECT)):
            apart = start > first and (after_phrase or tokens[start - 1].word == ",")
            listed = self._lists.read(passage, start) if start == first or apart else None
            if listed is None or listed.end >= end:
                continue
            verb = listed.end
            if tokens[verb].word == "," and verb + 1 < end and (start == first or not after_phrase):
                opens = tokens[verb + 1].word in self._grammar.phrase_openers
                commas = (each for each in range(verb + 2, min(end - 1, verb + _LONGEST_ASIDE)))
                closing = next((each for each in commas if tokens[each].word == ","), None) if opens else verb
                verb = verb if closing is None else closing + 1
            if verb < end and self._is_present(passage, verb):
                return listed, verb
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
        clause = replace(clause, end=self._end(clause, verb))
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

    def _end(self, clause: Clause, verb: int) -> int:
        """Return where a second sentence begins: «Laos edita el acta, (y los demás países la revisan)»."""
        tokens = clause.passage.tokens
        for index in range(verb + 1, clause.end - 2):
            second = tokens[index].word == "," and tokens[index + 1].word in _AND
            if not second or self._goes_on(clause.passage, index + 2, clause.end):
                continue
            near = range(index + 3, min(clause.end, index + _LONGEST_SUBJECT))
            if any(self._is_present(clause.passage, each) for each in near):
                return index
        return clause.end

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
