"""Read what a second deadline of a sentence is for: a repeat, another party's doing, or all things told."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.deadlines import FoundDeadline
from knowledge.reading.duties.duties import Duty, Part
from knowledge.reading.duties.heads import Head, Move, Surroundings
from knowledge.reading.duties.passages import Passage, Sort
from knowledge.reading.duties.subjectwordings import SubjectWordings
from knowledge.reading.duties.thatclauses import Doing
from knowledge.values.acts import CommitmentKind, Precision

_THEREAFTER = frozenset(
    {
        "thereafter",
        "then",
        "subsequently",
        "luego",
        "despues",
        "posteriormente",
        "en",
        "adelante",
        "lo",
        "sucesivo",
    }
)
_WILL = frozenset({"will", "shall"})
_LONGEST_SUBJECT = 6
_RELATIVES = frozenset({"que", "which", "that"})
_DE = frozenset({"de", "del"})


class SecondTimeReader:
    """Reads the duty of a sentence's second deadline."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._lists = around.lists
        self._wordings = SubjectWordings(around.lists, around.grammar)

    def again(
        self, last: Part, position: int, due: int, second: FoundDeadline
    ) -> Callable[[Part], Part] | None:
        """Read "… by May and thereafter every year", "… will be sent in May and updated every year"."""
        passage, clause = last.clause.passage, last.clause
        if second.deadline.precision is not Precision.RECURRING:
            return None
        rest = replace(clause, head=Head(Move.MORE, position, position), lead=position)
        if all(token.word in _THEREAFTER for token in passage.tokens[position:due]):
            return lambda model: Part(rest, rest.end, model.doing, model)
        word = passage.tokens[position].word
        done = self._around.verbs.is_participle(word) and self._around.verbs.verb_of_participle(word) != word
        if not (done and clause.head.agentless and position + 1 == due):
            return None
        gapped = replace(clause, head=replace(clause.head, body=position), lead=position)
        return lambda _: Part(gapped, position, Doing.FINITE)

    def of_another(self, passage: Passage, start: int, end: int) -> Duty | None:
        """Read a relative clause with the second deadline: «el formato que la ST circulará antes del 15»."""
        for link in range(start, end - 2):
            if passage.tokens[link].word not in _RELATIVES:
                continue
            listed = self._lists.read(passage, link + 1)
            verb = self._coming(passage, listed.end if listed else link + 2, end, far=listed is None)
            worded = "" if listed or verb is None else self._wordings.worded(passage, link + 1, verb)
            if verb is None or not (listed or worded):
                continue
            marks = (
                each for each in range(end, len(passage.tokens)) if passage.tokens[each].sort is Sort.MARK
            )
            first = link - (passage.tokens[link - 1].word == "lo")
            clause = Clause(
                passage,
                Head(Move.DUTY, first, verb, subject=listed, worded=worded),
                first,
                next(marks, len(passage.tokens)),
            )
            names = self._lists.names(listed, passage) if listed else (worded,)
            verb += passage.tokens[verb].word in _WILL
            return Duty(names, (Part(clause, verb, Doing.FINITE),), CommitmentKind.OBLIGATION)
        return None

    def _coming(self, passage: Passage, start: int, end: int, *, far: bool) -> int | None:
        """Return the future verb, or "will", at a token, or somewhat `far` after it."""
        near = range(start, min(end, start + (_LONGEST_SUBJECT if far else 1)))
        return next(
            (
                each
                for each in near
                if self._around.verbs.is_coming(passage.raw(each)) or passage.tokens[each].word in _WILL
            ),
            None,
        )


def with_shared(duties: Sequence[Duty], deadlines: Sequence[FoundDeadline]) -> list[Duty]:
    """Give duties of one sentence the deadline said of all their things: «…, debiendo ambos textos …»."""
    shared = list(duties)
    for index in range(len(shared) - 1, 0, -1):
        duty, before = shared[index], shared[index - 1]
        clause, earlier = duty.parts[0].clause, before.parts[-1].clause
        if clause.passage is not earlier.passage or clause.passage.tokens[clause.head.start].word not in _DE:
            continue
        said = duty.apart or tuple(_within(clause, deadlines))
        tokens = clause.passage.tokens[clause.head.start : clause.end]
        told = duty.apart or any(
            first.word == "," and (second.word == "debiendo" or third.word == "que")
            for first, second, third in zip(tokens, tokens[1:], tokens[2:], strict=False)
        )
        if len(said) == 1 and told and not (before.apart or list(_within(earlier, deadlines))):
            shared[index - 1] = replace(before, apart=said)
    return shared


def _within(clause: Clause, deadlines: Sequence[FoundDeadline]) -> Iterator[FoundDeadline]:
    tokens = clause.passage.tokens
    first, last = tokens[clause.lead].start, tokens[clause.end - 1].end
    return (each for each in deadlines if first <= each.start < last)
