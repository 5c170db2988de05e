"""Split a passage into clauses by the heads that ask, thank, decide or merely state."""

from dataclasses import dataclass, replace
from itertools import zip_longest

from knowledge.language.folding import fold
from knowledge.reading.duties.asides import AsideFinder, resumed
from knowledge.reading.duties.cueforms import CueForms
from knowledge.reading.duties.cueheads import CueHeadFinder
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.dutyheads import DutyHeadFinder
from knowledge.reading.duties.gappedpassives import GappedPassiveFinder
from knowledge.reading.duties.heads import Head, Move, Surroundings
from knowledge.reading.duties.imperatives import ImperativeHeadFinder
from knowledge.reading.duties.passages import Passage, Sort
from knowledge.reading.duties.reportedheads import ReportedHeadFinder
from knowledge.reading.duties.responsibilities import ResponsibilityFinder
from knowledge.reading.duties.secondasks import SecondAskFinder
from knowledge.reading.duties.secondverbs import SecondVerbFinder
from knowledge.reading.duties.subjects import SubjectFinder
from knowledge.reading.duties.verblessheads import VerblessHeadFinder

_THAT = frozenset({"que", "that"})
_RELATIVES = frozenset({"que", "which", "who", "quien", "quienes"})
_AND = frozenset({"y", "e", "and"})
_BE = frozenset({"is", "are", "was", "were", "has", "have", "es", "son", "fue", "fueron", "ha", "han"})


@dataclass(frozen=True)
class Clause:
    """A head and the words it governs up to token `end`; `lead` is where the words before it begin."""

    passage: Passage
    head: Head
    lead: int
    end: int

    @property
    def move(self) -> Move:
        """The function of the clause."""
        return self.head.move

    @property
    def text(self) -> str:
        """The clause from its head on, as written."""
        return self.passage.words(self.head.start, self.end)


class ClauseFinder:
    """Splits passages into clauses."""

    def __init__(self, around: Surroundings, forms: CueForms, cues: Cues) -> None:
        subjects = SubjectFinder(around.lists, cues.grammar, around.verbs, around.language)
        self._around = around
        self._cued = CueHeadFinder(around, forms, subjects)
        self._plain = DutyHeadFinder(around, subjects, cues)
        self._asides = AsideFinder(around, self._plain)
        self._reported = ReportedHeadFinder(around, subjects, self._plain, cues)
        self._ordered = ImperativeHeadFinder(around)
        self._gapped = GappedPassiveFinder(around, cues)
        self._more = SecondVerbFinder(around)
        self._second = SecondAskFinder(around)
        self._verbless = VerblessHeadFinder(around, subjects, cues)
        self._owed = ResponsibilityFinder(around, frozenset(map(fold, cues.actors.pledges)))

    def find(self, passage: Passage) -> list[Clause]:
        """List the clauses of a passage, in order; a sentence with no head becomes a statement."""
        if not passage.tokens:
            return []
        heads = self._heads(passage)
        starts = sorted(passage.sentence_starts)
        clauses = []
        for first, after in zip(starts, [*starts[1:], len(passage.tokens)], strict=True):
            inside = _without_empty([head for head in heads if first <= head.start < after])
            inside = self._without_told(passage, inside)
            inside = inside or [Head(Move.STATEMENT, first, first)]
            ends = [*(head.start for head in inside[1:]), after]
            if self._is_second(passage, inside[0], first):
                inside = [Head(Move.STATEMENT, first, first), *inside]
                ends = [inside[1].start, *ends]
            lead = inside[0].start if self._says_more(passage, inside[0], first) else first
            leads = [lead, *(head.start for head in inside[1:])]
            for head, lead, end in zip(inside, leads, ends, strict=True):
                clauses.append(Clause(passage, head, lead, self._trimmed(passage, head, end)))
        return clauses

    def _says_more(self, passage: Passage, head: Head, first: int) -> bool:
        """Tell "…, after which the TS will publish it", where times before the head aren't its own.

        «Recepción, hasta mayo, de candidaturas, que los países enviarán …» is one action.
        """
        words = [token.word for token in passage.tokens[head.start : head.start + 2]]
        relative = words[0] in _RELATIVES or (len(words) > 1 and words[1] in _RELATIVES | {"cual", "cuales"})
        comma = head.start > first and passage.tokens[head.start - 1].word == ","
        one = words[0] in _RELATIVES and bool(self._around.verbs.verb_of_action(passage.tokens[first].word))
        return head.move is Move.DUTY and comma and relative and not one

    def _is_second(self, passage: Passage, head: Head, first: int) -> bool:
        """Tell "The TS reports every month, and the Group will review it", two sentences joined."""
        if head.move is not Move.DUTY or head.start < first + 2 or head.refers:
            return False
        before = passage.tokens[head.start - 2 : head.start]
        joined = before[0].word == "," and self._around.joins(passage, head.start - 1)
        return joined and any(self._is_finite(passage, each) for each in range(first + 1, head.start - 2))

    def _is_finite(self, passage: Passage, index: int) -> bool:
        word, before, verbs = passage.tokens[index].word, passage.tokens[index - 1].word, self._around.verbs
        if word in _BE or before in self._around.grammar.determiners | self._around.grammar.prepositions:
            return word in _BE
        if self._around.language == "es":
            return verbs.infinitive_of(word) is not None
        return verbs.base_of_third(word) is not None

    def _without_told(self, passage: Passage, heads: list[Head]) -> list[Head]:
        """Drop duties that are only noted: «Recordar que, conforme al Plan, los Estados deben respetar …»."""
        kept: list[Head] = []
        for head in heads:
            told = bool(kept) and head.move is Move.DUTY and self._is_noted(passage, kept[-1])
            if not (told and not self._around.joins(passage, head.start - 1)):
                kept.append(head)
        return kept

    @staticmethod
    def _is_noted(passage: Passage, head: Head) -> bool:
        words = {passage.tokens[head.body - 1].word}
        if head.body < len(passage.tokens):
            words.add(passage.tokens[head.body].word)
        return head.move is Move.NOTE and not words.isdisjoint(_THAT)

    def _heads(self, passage: Passage) -> list[Head]:
        heads: list[Head] = []
        described = self._around.lists.described(passage)
        waiting: dict[int, Head] = {}
        index = 0
        while index < len(passage.tokens):
            head = waiting.get(index) or (
                None if index in described else self._head_at(passage, index, heads)
            )
            after = max(index + 1, head.body if head else 0)
            aside = self._asides.after(passage, head) if head and index not in waiting else None
            if aside and head:
                waiting[aside.end] = resumed(aside, head)
                head = replace(head, move=Move.STATEMENT)
                after = aside.end if aside.describes else after
            if head:
                heads.append(head)
            index = after
        return heads

    def _head_at(self, passage: Passage, index: int, heads: list[Head]) -> Head | None:
        if passage.tokens[index].sort is not Sort.WORD:
            return (
                self._second.at(passage, index, heads)
                or self._verbless.charged(passage, index, heads)
                or self._verbless.pledged_next(passage, index, heads)
            )
        plain = self._plain
        if passage.tokens[index].word == "to" and index + 1 < len(passage.tokens):
            cued = self._cued.at(passage, index + 1, heads)
            if cued and cued.start == index:
                return cued
        if passage.tokens[index].word in _AND and self._cued.begins_anew(passage, index + 1):
            return None
        return (
            plain.announced(passage, index)
            or plain.purpose(passage, index)
            or self._cued.at(passage, index, heads)
            or plain.duty(passage, index, heads)
            or self._ordered.at(passage, index, heads)
            or self._reported.at(passage, index, heads)
            or self._verbless.pledged(passage, index)
            or self._verbless.pledged_next(passage, index, heads)
            or self._verbless.set_apart(passage, index, heads)
            or self._verbless.obliged(passage, index, heads)
            or self._verbless.beside(passage, index, heads)
            or self._owed.at(passage, index)
            or self._verbless.performed(passage, index)
            or self._verbless.charged(passage, index, heads)
            or plain.that(passage, index, heads)
            or self._gapped.at(passage, index, heads)
            or self._second.at(passage, index, heads)
            or self._verbless.another(passage, index, heads)
            or self._more.more(passage, index, heads)
            or self._more.resumed(passage, index, heads)
            or plain.infinitive(passage, index, heads)
        )

    def _closed(self, passage: Passage, head: Head, end: int) -> int:
        """End a relative clause where its main clause resumes: "the PTP, which X will hold, will have"."""
        if head.move is not Move.DUTY or passage.tokens[head.start].word not in _RELATIVES:
            return end
        commas = (each for each in range(head.body, end - 1) if passage.tokens[each].word == ",")
        return next((each for each in commas if self._plain.opens(passage, each + 1)), end)

    def _trimmed(self, passage: Passage, head: Head, end: int) -> int:
        """Cut marks, conjunctions and adverbs off the end of a clause."""
        end = self._closed(passage, head, end)
        small = self._around.grammar.coordinators | self._around.grammar.adverbs
        while end > head.body and (
            passage.tokens[end - 1].sort is Sort.MARK or passage.tokens[end - 1].word in small
        ):
            end -= 1
        return max(end, head.start + 1)


def _without_empty(heads: list[Head]) -> list[Head]:
    """Drop «Que» and "To" heads whose verb is a head itself: "That the TS be instructed to"."""
    kept = []
    for head, following in zip_longest(heads, heads[1:]):
        empty = following is not None and following.start <= head.start + 1
        if not (empty and head.move in {Move.THAT, Move.DO}):
            kept.append(head)
    return kept
