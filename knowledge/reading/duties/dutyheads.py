"""Find heads without a cue: futures and auxiliaries, «Que …», bare infinitives, second verbs, events."""

from collections.abc import Sequence

from knowledge.reading.duties.actors import PartyList
from knowledge.reading.duties.bareinfinitives import BareInfinitives
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.dutyverbs import DutyVerbs
from knowledge.reading.duties.foundations import FoundationFinder
from knowledge.reading.duties.heads import COURTEOUS, Head, Move, Surroundings
from knowledge.reading.duties.latesubjects import LateSubjectFinder
from knowledge.reading.duties.passages import Passage, Sort, WordPhrases
from knowledge.reading.duties.relativeheads import RelativeHeadFinder
from knowledge.reading.duties.secondverbs import continues
from knowledge.reading.duties.subjects import Standing, Subject, SubjectFinder
from knowledge.reading.duties.thatheads import ThatHeadFinder

_THAT = frozenset({"que", "that"})
_WILL = frozenset({"will", "shall"})
_AND = frozenset({"y", "e", "and"})
_IS = frozenset({"is", "are", "es", "son", "constituye", "constituyen"})
_AGENT_WITHIN = 6
_MEET = frozenset({"meet", "reconvene", "gather"})
_WE = frozenset({"we", "nosotros", "nosotras"})


class DutyHeadFinder:
    """Finds the heads that tokens open without a cue."""

    def __init__(self, around: Surroundings, subjects: SubjectFinder, cues: Cues) -> None:
        self._around = around
        self._subjects = subjects
        self._verbs = around.verbs
        self._grammar = around.grammar
        self._auxiliaries = WordPhrases(cues.actors.auxiliaries)
        self._purposes = WordPhrases(cues.grammar.purposes)
        self._announced = WordPhrases(cues.events.announced)
        self._doing = DutyVerbs(around, cues)
        self._bare = BareInfinitives(around, cues)
        self.that = ThatHeadFinder(around, self._doing).at
        """Finds what «que» opens."""
        self._late = LateSubjectFinder(around, subjects)
        self._relatives = RelativeHeadFinder(around, FoundationFinder(around, cues), subjects.wordings)

    def announced(self, passage: Passage, index: int) -> Head | None:
        """Read the announcement of an event: «que se realizará», "to be held"."""
        verb = self._auxiliaries.after(passage, index)
        after = self._announced.after(passage, index)
        if after is None and verb is not None and verb < len(passage.tokens):
            after = self._announced.after(passage, verb)
        return Head(Move.EVENT, index, after) if after else None

    def purpose(self, passage: Passage, index: int) -> Head | None:
        """Read a purpose with a subject of its own: «a fin de que la ST lo publique»."""
        after = self._purposes.after(passage, index)
        subject = self._around.lists.read(passage, after) if after else None
        return Head(Move.PURPOSE, index, subject.end, subject=subject) if subject else None

    def duty(self, passage: Passage, index: int, heads: Sequence[Head]) -> Head | None:
        """Read a future or auxiliary by its subject: «la ST enviará», "the PTP shall convene"."""
        body = self._doing.opened(passage, index)
        if body is None:
            return None
        passive = self._doing.is_passive(passage, body)
        state = not passive and self._doing.is_state(passage, body)
        state = state or self._doing.only_names(passage, body)
        subject = self._subjects.before(passage, index, coming=True)
        if state or passage.tokens[subject.start].word in self._grammar.nothing:
            return None
        if subject.standing is Standing.PARTIES:
            return self._of_parties(passage, index, body, subject, passive=passive)
        itself = self._around.language == "es" and passage.tokens[body].word.endswith("rse")
        agentless = passive or itself or self._has_se(passage, index)
        if subject.standing is Standing.DEPENDENT:
            before = heads[-1].move if heads else None
            return self._relatives.at(passage, index, body, subject, agentless=agentless, before=before)
        if subject.standing is Standing.NONE:
            return self._subjectless(passage, index, body, heads, agentless=agentless)
        return self._of_thing(passage, index, body, subject, heads, acts=not passive, agentless=agentless)

    def _of_parties(
        self, passage: Passage, index: int, body: int, subject: Subject, *, passive: bool
    ) -> Head | None:
        """Read an active verb of parties, or a passive with an agent: "shall be chaired by Mexico"."""
        if not passive:
            return Head(Move.DUTY, subject.start, body, subject=subject.parties)
        near = range(body, min(len(passage.tokens), body + _AGENT_WITHIN))
        done = any(self._around.agents.at(passage, each) for each in near)
        adjacent = done and self._is_near(passage, subject, index)
        return Head(Move.DUTY, subject.start, body, agentless=True) if adjacent else None

    def _of_thing(
        self,
        passage: Passage,
        index: int,
        body: int,
        subject: Subject,
        heads: Sequence[Head],
        *,
        acts: bool,
        agentless: bool,
    ) -> Head | None:
        """Read a passive on a thing, or a duty of "we" or an unregistered party."""
        ours = {token.word for token in passage.tokens[subject.start : index]} - self._grammar.adverbs
        meets = body < len(passage.tokens) and passage.tokens[body].word in _MEET
        if ours and ours <= _WE and acts and not meets:
            return Head(Move.DUTY, subject.start, body, refers=True, ours=True)  # "We will exchange our data"
        acts = acts and not self._has_se(passage, index)
        inside = range(subject.start, index - 1)
        comma = next((each for each in inside if passage.tokens[each].word == ","), index)
        end = comma if passage.tokens[index - 1].word == "," else index  # "The Chair, assisted by FAO, shall"
        worded = self._subjects.wordings.worded(passage, subject.start, end) if acts else ""
        told = [head for head in heads if subject.start <= head.start and head.move in COURTEOUS]
        if told and any(token.word in _THAT for token in passage.tokens[told[0].body : index]):
            return None  # «Tomar nota de que, …, todo insumo …, deberá ser avalado por los Viceministros»
        if agentless or worded:
            agentless = agentless and not worded
            start = self._whole(passage, index, subject.start, heads) if agentless else subject.start
            return Head(Move.DUTY, start, body, agentless=agentless, worded=worded)
        first = passage.sentence(index)[0]
        opens = subject.start == first and not any(head.start >= first for head in heads)
        apart = opens or (subject.start > first and self._around.joins(passage, subject.start - 1))
        return Head(Move.STATEMENT, subject.start, body) if apart else None

    def _whole(self, passage: Passage, index: int, start: int, heads: Sequence[Head]) -> int:
        """Return where a list as a subject begins: «El retorno de niñas, niños y adolescentes será …»."""
        first = passage.sentence(index)[0]
        before = passage.tokens[first:start]
        if start < first + 2 or before[-1].word != "," or any(head.start >= first for head in heads):
            return start
        opens = before[0].word in self._grammar.determiners
        small = self._grammar.subordinators | self._grammar.coordinators | {":", ";"}
        plain = not any(each.word in small for each in before) and before[-2].sort is Sort.WORD
        listed = passage.tokens[start].word not in self._grammar.determiners | self._grammar.phrase_openers
        return first if opens and plain and listed else start

    @staticmethod
    def _is_near(passage: Passage, subject: Subject, index: int) -> bool:
        """Tell whether the subject is right before its verb, or only an aside in commas is between them."""
        if subject.parties is None:
            return False
        end, before = subject.parties.end, passage.tokens[max(0, subject.parties.start - 1)].word
        if before in _AND and subject.parties.start > passage.sentence(index)[0]:
            return False  # «la reunión entre CRM y CSM, …, deberá ser …»
        return end >= index - 1 or (passage.tokens[end].word == "," and passage.tokens[index - 1].word == ",")

    def coming(self, passage: Passage, index: int) -> int | None:
        """Return the verb of a future action at a token, if it is neither a state nor a passive."""
        body = self._doing.opened(passage, index)
        if body is None or self._doing.is_passive(passage, body) or self._doing.is_state(passage, body):
            return None
        return body

    def opens(self, passage: Passage, index: int) -> bool:
        """Tell whether a token is a future or an auxiliary."""
        return self._doing.opened(passage, index) is not None

    def _has_se(self, passage: Passage, index: int) -> bool:
        while index and passage.tokens[index - 1].word in self._grammar.pronouns - {"se"}:
            index -= 1
        return index > 0 and passage.tokens[index - 1].word == "se"

    def _subjectless(
        self, passage: Passage, index: int, body: int, heads: Sequence[Head], *, agentless: bool
    ) -> Head | None:
        start = index
        while start and passage.tokens[start - 1].word in self._grammar.pronouns | self._grammar.adverbs:
            start -= 1
        joined = start > 0 and self._around.joins(passage, start - 1)
        late = None if joined or agentless else self._late.after(passage, index, body)
        if late and late.is_open:
            return None
        told = late.parties if late else None
        passive = bool(heads) and heads[-1].move is Move.DUTY and heads[-1].agentless
        if joined and not agentless and (passive or not continues(passage, index, heads)):
            told = self._shared(passage, start, body)
        if start and not (joined or agentless) and passage.tokens[start - 1].word == ":":
            told = self._told_before(passage, start, body)
        if told:
            return Head(Move.DUTY, start, body, subject=told)
        if joined and agentless and (self._is_of_state(passage, start, heads) or _happens(heads)):
            return None
        if joined and self._goes_on_saying(passage, index, heads):
            return None
        if joined and not agentless and continues(passage, index, heads):
            return Head(Move.MORE, start, body)
        ours = joined and passage.tokens[passage.sentence(index)[0]].word in _WE
        return Head(Move.DUTY, start, body, refers=not agentless, agentless=agentless, ours=ours)

    def _is_of_state(self, passage: Passage, start: int, heads: Sequence[Head]) -> bool:
        """Tell whether a clause continues a statement: "Migration is a driver and must be addressed"."""
        first = passage.sentence(start)[0]
        told = any(head.start >= first for head in heads)
        return not told and any(passage.tokens[each].word in _IS for each in range(first, start))

    def _shared(self, passage: Passage, start: int, body: int) -> PartyList | None:
        """Read the shared subject of a verb after «y»: «México presentó el informe y lo circulará»."""
        told = self._subjects.shared(passage, start, coming=True)
        between = passage.tokens[told.end : start] if told else ()
        if told is None or any(token.word in self._grammar.subordinators for token in between):
            return None
        spanish = self._around.language == "es"
        several = len(told.members) > 1 or not spanish
        return told if not spanish or passage.raw(body).endswith("n") is several else None

    def _told_before(self, passage: Passage, start: int, body: int) -> PartyList | None:
        """Read the shared subject of a verb after a colon: «El ACNUR se sumó: costearía el alojamiento»."""
        told = self._subjects.opening(passage, passage.sentence(start)[0], start - 1)
        objects = (
            body + 1 < len(passage.tokens) and passage.tokens[body + 1].word in self._grammar.determiners
        )
        one = told is not None and len(told.members) == 1
        return told if objects and one is not passage.raw(body).endswith("n") else None

    def _goes_on_saying(self, passage: Passage, index: int, heads: Sequence[Head]) -> bool:
        """Tell whether a verb continues a note: "Noted that it has benefits and must be seen so"."""
        if not heads or heads[-1].move not in {Move.NOTE, Move.THANK, Move.STATEMENT}:
            return False
        if heads[-1].start < passage.sentence(index)[0]:
            return False
        between = passage.tokens[heads[-1].body : index]
        return bool(between) and between[0].word in _THAT

    def infinitive(self, passage: Passage, index: int, heads: Sequence[Head]) -> Head | None:
        """Read a bare infinitive that opens an item: «Realizar un foro», "To convene a workshop"."""
        tokens = passage.tokens
        first, end = passage.sentence(index)
        verb = index + 1 if tokens[index].word == "to" else index
        heading = all(token.sort is Sort.MARK for token in tokens[verb + 1 : end])  # «Finance»
        if heading or verb >= len(tokens) or not self._around.opens(passage, index, heads):
            return None
        if self._goes_on_from(passage, first, index, heads):
            return None
        spanish = self._around.language == "es" and self._around.opens_doing(passage, verb)
        known = spanish or self._is_english_duty(passage, index, verb)
        earlier = [head for head in heads if head.start >= first]
        if not known or any(head.move not in COURTEOUS for head in earlier):
            return None
        if self._bare.goes_on(passage, first, index, earlier):
            return None
        if earlier and (
            not self._around.joins(passage, index - 1)
            or (
                passage.tokens[index - 2].word != ","
                and self._around.follows_infinitive(passage, index, heads)
            )
        ):
            return None
        return Head(self._bare.move_of(passage, verb), index, verb)

    def _goes_on_from(self, passage: Passage, first: int, index: int, heads: Sequence[Head]) -> bool:
        """Tell "We decline, as asked, to open the sessions" from "With regard to X, to hold a forum"."""
        if self._around.language != "en" or index == first:
            return False
        told = any(head.start >= first for head in heads)
        opens = passage.tokens[first].word in self._grammar.phrase_openers
        return not told and not opens and passage.tokens[index - 1].word == ","

    def _is_english_duty(self, passage: Passage, index: int, verb: int) -> bool:
        if not self._around.opens_doing(passage, verb):
            return False
        opens = passage.text[passage.tokens[index].start].isupper() and index in passage.sentence_starts
        following = passage.tokens[verb + 1].word if verb + 1 < len(passage.tokens) else ""
        return verb > index or (opens and following != "of")


def _happens(heads: Sequence[Head]) -> bool:
    return bool(heads) and heads[-1].move is Move.EVENT
