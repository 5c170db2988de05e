"""Read duties that share an earlier verb: «Instar a México a enviarlo en mayo, y a Panamá en junio»."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.reading.duties.actors import PartyList
from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.deadlines import FoundDeadline
from knowledge.reading.duties.distributions import DistributionReader
from knowledge.reading.duties.duties import Duty, Part
from knowledge.reading.duties.heads import Head, Move, Surroundings
from knowledge.reading.duties.passages import Passage, Sort
from knowledge.reading.duties.secondtimes import SecondTimeReader, with_shared
from knowledge.reading.duties.thatclauses import Doing

_AND = frozenset({"y", "e", "and"})
_TO = frozenset({"a", "al"})
_DE = frozenset({"de", "del"})
_DO_IT = frozenset({"hacerlo", "haciendolo"})
_SO = frozenset({"so", "likewise"})
_BE = frozenset({"be", "is", "are"})
_ALIKE = frozenset({"propio", "mismo"})
_ARTICLES = frozenset({"su", "sus", "el", "la", "los", "las", "un", "una", "its", "their", "the"})
_MOST_WORDS = 10
"""Tokens between two deadlines that may name the party or thing of the second."""


class EllipsisReader:
    """Finds duties that leave out their verb, by their deadlines."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._lists = around.lists
        self._shared = DistributionReader(around)
        self._second = SecondTimeReader(around)

    def complete(
        self, duties: Sequence[Duty], clauses: Sequence[Clause], deadlines: Sequence[FoundDeadline]
    ) -> list[Duty]:
        """Return the duties of a paragraph, with the elliptical ones after them."""
        completed: list[Duty] = []
        for each in duties:
            duty = self._likewise(each, completed[-1]) if completed else each
            if shares := self._shared.read(duty, deadlines):
                completed += shares
                continue
            for part in self._gapped(duty):
                completed += self._inside(part, deadlines)
            while more := self._after(completed[-1], clauses, deadlines):
                completed += more
        return with_shared(completed, deadlines)

    def _likewise(self, duty: Duty, before: Duty) -> Duty:
        """Give «y Honduras lo hará en junio», "and Honduras shall do so" the action of the duty before."""
        part, model = duty.parts[0], before.parts[-1]
        after = self._after_pro_form(part.clause.passage, part.verb)
        told = model.model or model.verb < model.clause.end
        if (
            after is None
            or len(duty.parts) > 1
            or not told
            or model.clause.passage is not part.clause.passage
        ):
            return duty
        meant = model.model or model
        return replace(duty, parts=(part._replace(verb=after, doing=meant.doing, model=meant),))

    def _after_pro_form(self, passage: Passage, verb: int) -> int | None:
        """Return the end of a pro-form for another verb: «lo hará», «hará lo propio», "do so".

        «Lo harán llegar» and «lo hará del conocimiento» are none.
        """
        told = [token.word for token in passage.tokens[max(0, verb - 1) : verb + 3]]
        before, word, *following = told if verb else ["", *told]
        if following[:1] and (following[0] in _DE or self._around.verbs.is_infinitive(following[0])):
            return None
        if word in _DO_IT or (before == "lo" and self._around.verbs.infinitive_of(word) == "hacer"):
            return verb + 1
        if word == "do" and following[:1] and following[0] in _SO:
            return verb + 2
        does = word == "hacer" or self._around.verbs.infinitive_of(word) == "hacer"
        alike = does and following[:1] == ["lo"] and following[1:] and following[1] in _ALIKE
        return verb + 3 if alike else None

    def _gapped(self, duty: Duty) -> list[Duty]:
        """Split a duty at a second party without a verb: «México pagará los pasajes y Panamá el hotel»."""
        *others, last = duty.parts
        passage, clause = last.clause.passage, last.clause
        if last.doing is Doing.NOUN and not duty.inferred:
            return self._parallel(duty, last)
        if last.doing is not Doing.FINITE or last.model or duty.inferred:
            return [duty]
        for joiner in range(last.verb + 2, clause.end - 3):
            listed = self._another(passage, joiner + 1) if passage.tokens[joiner].word in _AND else None
            if listed is None or listed.end + 1 >= clause.end:
                continue
            parts = passage.tokens[joiner - 1].sort is Sort.WORD and self._is_thing(passage, listed.end)
            thing = range(listed.end, clause.end)
            comma = next((each for each in thing if passage.tokens[each].word == ","), clause.end)
            verbs = any(self._is_verb(passage, each) for each in range(listed.end, comma))
            if parts and not verbs:
                same = self._lists.read(passage, joiner + 1) is None  # «y el de los Estados Unidos (la guía)»
                who = joiner + (3 if same else 1)
                rest = replace(clause, head=Head(Move.MORE, who, who), lead=joiner + 1)
                cut = last._replace(clause=replace(clause, end=joiner))
                shorter = replace(duty, parts=(*others, cut))
                return [shorter, self._elided(shorter, cut, rest)]
        return [duty]

    def _parallel(self, duty: Duty, last: Part) -> list[Duty]:
        """Split «(encargar) a Belice la edición del acta y a Panamá la del anexo»."""
        passage, clause = last.clause.passage, last.clause
        for joiner in range(last.verb + 2, clause.end - 4):
            addressed = passage.tokens[joiner].word in _AND and passage.tokens[joiner + 1].word in _TO
            listed = self._another(passage, joiner + 2) if addressed else None
            if listed is None or listed.end + 1 >= clause.end:
                continue
            first, second = (passage.tokens[listed.end + each].word for each in (0, 1))
            does = self._around.verbs.verb_of_action(second) is not None
            if first in _ARTICLES and (does or second in {"de", "del"}):
                cut = last._replace(clause=replace(clause, end=joiner))
                rest = replace(clause, head=Head(Move.MORE, joiner + 1, joiner + 1), lead=joiner + 1)
                part = Part(rest, listed.end + 2, last.doing, cut)
                part = Part(rest, listed.end, Doing.NOUN) if does else part
                others = Duty(self._lists.names(listed, passage, duty.names), (part,), duty.kind)
                return [replace(duty, parts=(*duty.parts[:-1], cut)), *self._parallel(others, part)]
        return [duty]

    def _another(self, passage: Passage, index: int) -> PartyList | None:
        """Read the second party, also without its noun: «(a la delegación de México …) y a la de Panamá»."""
        words = [token.word for token in passage.tokens[index : index + 2]]
        same = len(words) > 1 and words[0] in _ARTICLES and words[1] in {"de", "del"}
        return self._lists.read(passage, index + 2 if same else index)

    @staticmethod
    def _is_thing(passage: Passage, index: int) -> bool:
        """Tell whether an object begins at a token: «su alojamiento», not «(Panamá) el 5 de mayo»."""
        amount = passage.raw(index).isupper() or passage.raw(index) == "$"
        if passage.raw(index + 1)[:1].isdigit() or passage.raw(index + 1) == "$":
            return amount  # "US$ 50,000"
        return passage.tokens[index].word in _ARTICLES

    def _inside(self, duty: Duty, deadlines: Sequence[FoundDeadline]) -> list[Duty]:
        """Split a duty whose last clause has two deadlines, of two parties or two things."""
        *others, last = duty.parts
        passage, clause = last.clause.passage, last.clause
        dated = [each for each in deadlines if clause.head.start <= _token(passage, each.start) < clause.end]
        for first, second in pairwise(dated):
            start = _token(passage, second.start)
            if told := self._second.of_another(passage, _token(passage, first.end), start):
                cut = last._replace(clause=replace(clause, end=told.parts[0].clause.lead))
                return [replace(duty, parts=(*others, cut)), told]
            joiner = self._after_place(passage, _token(passage, first.end), start)
            position = self._joined(passage, joiner, start)
            if position is not None and (again := self._second.again(last, position, start, second)):
                cut = last._replace(clause=replace(clause, end=joiner))
                return [replace(duty, parts=(*others, cut)), replace(duty, parts=(again(cut),))]
            if (
                position is None
                or (joiner <= last.verb and not last.model)
                or not self._is_named(passage, position, start)
            ):
                continue
            cut = last._replace(clause=replace(clause, end=joiner))
            rest = replace(clause, head=Head(Move.MORE, position, position), lead=position)
            shorter = replace(duty, parts=(*others, cut))
            if any(token.word in _BE for token in passage.tokens[position:start]):
                return [shorter]  # "…, the exact dates to be told by 1 March" has a subject of its own
            return [shorter, *self._inside(self._elided(shorter, cut, rest), deadlines)]
        return [duty]

    def _after(self, duty: Duty, clauses: Sequence[Clause], deadlines: Sequence[FoundDeadline]) -> list[Duty]:
        """Read a clause after a semicolon with only a party and a deadline: «…; la OIM, el 20 de junio»."""
        last = duty.parts[-1]
        following = (each for each in clauses if each.lead >= last.clause.end)
        clause = next(following, None)
        if clause is None or clause.move is not Move.STATEMENT or clause.passage is not last.clause.passage:
            return []
        passage = clause.passage
        if passage.tokens[clause.lead - 1].word != ";":
            return []
        starts = (_token(passage, each.start) for each in deadlines)
        dated = next((each for each in starts if clause.lead <= each < clause.end), None)
        position = self._joined(passage, clause.lead - 1, dated) if dated else None
        listed = self._lists.read(passage, position) if position is not None else None
        if (
            dated is None
            or position is None
            or listed is None
            or not self._is_named(passage, position, dated)
        ):
            return []
        rest = replace(clause, head=Head(Move.MORE, position, position))
        return [self._elided(duty, last, rest)]

    @staticmethod
    def _after_place(passage: Passage, index: int, end: int) -> int:
        """Step over a place after a deadline: «el 3 de junio en Belice, y el seminario el 10»."""
        if passage.tokens[index].word not in {"en", "in"}:
            return index
        near = range(index, min(end, index + _MOST_WORDS))
        return next((each for each in near if passage.tokens[each].word in _AND | {","}), index)

    def _joined(self, passage: Passage, joiner: int, end: int) -> int | None:
        """Return the token after a comma, «y» or both, or None."""
        position = joiner
        while position < end and passage.tokens[position].word in _AND | {",", ";"}:
            position += 1
        return position if joiner < position < end else None

    def _is_named(self, passage: Passage, start: int, end: int) -> bool:
        """Tell whether the words between two deadlines are parties or a thing, without a verb."""
        first, grammar = passage.tokens[start], self._around.grammar
        words = range(start, end)
        if len(words) > _MOST_WORDS or any(self._is_verb(passage, each) for each in words):
            return False
        return self._lists.read(passage, start) is not None or first.word in grammar.determiners | {"that"}

    def _is_verb(self, passage: Passage, index: int) -> bool:
        token, grammar = passage.tokens[index], self._around.grammar
        if token.sort is not Sort.WORD or token.word in grammar.prepositions:
            return False
        before = passage.tokens[index - 1].word
        spanish = self._around.language == "es" and before not in grammar.determiners
        finite = self._around.verbs.base_of_gerund(token.word) is not None
        finite = finite or (spanish and self._around.verbs.infinitive_of(token.word) is not None)
        return finite or token.word in grammar.subordinators - {"that", "as"}

    def _elided(self, duty: Duty, model: Part, rest: Clause) -> Duty:
        """Build the duty of a clause without a verb."""
        passage, position = rest.passage, rest.head.start
        model = model.model or model
        listed = self._lists.read(passage, position)
        if listed is None or listed.end > rest.end:
            return Duty(duty.names, (Part(rest, position, model.doing, model),), duty.kind, duty.inferred)
        names = self._lists.names(listed, passage, duty.names)
        after = listed.end
        while after < rest.end and passage.tokens[after].sort is Sort.MARK:
            after += 1
        governed = after + 1 < rest.end and passage.tokens[after].word in {"a", "to"}
        if governed and self._around.opens_doing(passage, after + 1):
            return Duty(names, (Part(rest, after + 1, Doing.INFINITIVE),), duty.kind)
        return Duty(names, (Part(rest, after, model.doing, model),), duty.kind)


def _token(passage: Passage, place: int) -> int:
    """Return the first token that ends after a character."""
    return next(
        (index for index, token in enumerate(passage.tokens) if token.end > place), len(passage.tokens)
    )
