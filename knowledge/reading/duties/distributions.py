"""Read duties shared out after a colon: «pagar su cuota: Panamá, en mayo; México, en junio»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.language.folding import words
from knowledge.reading.duties.deadlines import FoundDeadline
from knowledge.reading.duties.duties import Duty, Part
from knowledge.reading.duties.heads import Head, Move, Surroundings
from knowledge.reading.duties.passages import Passage, Sort

_AND = frozenset({"y", "e", "and"})
_REST = frozenset({"demas", "otros", "otras", "other", "others", "remaining", "restantes", "rest"})
_PLACES = (
    frozenset({"primero", "primera", "first", "former"}),
    frozenset({"segundo", "segunda", "second", "latter", "ultimo", "ultima"}),
    frozenset({"tercero", "tercera", "third"}),
)
_RESPECTIVELY = frozenset({"respectivamente", "respectively"})
_IN = frozenset({"en", "in"})
_CASE = frozenset({"el", "la", "lo", "caso", "the", "case", "that", "tocante", "respecto"})
_OF = frozenset({"de", "del", "of"})
_LONGEST_CASE = 5
_ENDS = frozenset({";", "."})
_FEWEST = 2
_ARTICLE = re.compile(r"(?:l[ao]s?|el|the)\s+", re.IGNORECASE)


class DistributionReader:
    """Finds the party and deadline of each share of a duty."""

    def __init__(self, around: Surroundings) -> None:
        self._lists = around.lists
        self._grammar = around.grammar

    def read(self, duty: Duty, deadlines: Sequence[FoundDeadline]) -> list[Duty]:
        """Return one duty per share, or none if the duty isn't shared out."""
        last = duty.parts[-1]
        clause, passage = last.clause, last.clause.passage
        if respective := self._respective(duty, deadlines):
            return respective
        colons = (each for each in range(last.verb + 1, clause.end) if passage.tokens[each].word == ":")
        colon = next(colons, None)
        if len(duty.parts) > 1:
            return []
        if colon is None:
            return self._in_order(duty, deadlines)
        model = last._replace(clause=replace(clause, end=colon))
        starts = [_token(passage, each.start) for each in deadlines]
        shares = list(_segments(passage, colon + 1))
        if len(shares) == 1:
            shares = list(self._joined(passage, colon + 1, clause.end))
        found = [self._share(duty, model, start, end, starts, len(shares)) for start, end in shares]
        told = [each for each in found if each]
        return told if len(told) == len(shares) >= _FEWEST else []

    def _joined(self, passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Cut the text after a colon at «y» before parties: ": Mexico by May and Panama by June"."""
        for index in range(start + 2, end - 1):
            if passage.tokens[index].word in _AND and self._lists.read(passage, index + 1):
                yield start, index - (passage.tokens[index - 1].word == ",")
                start = index + 1
        yield start, end

    @staticmethod
    def _respective(duty: Duty, deadlines: Sequence[FoundDeadline]) -> list[Duty]:
        """Read «México y Panamá enviarán sus datos el 3 y el 10 de junio, respectivamente»."""
        last = duty.parts[-1]
        clause, passage = last.clause, last.clause.passage
        spans = [(_token(passage, each.start), _token(passage, each.end)) for each in deadlines]
        inside = [(start, end) for start, end in spans if last.verb < start < clause.end]
        sentence = passage.tokens[duty.parts[0].verb : passage.sentence(last.verb)[1]]
        if len(duty.names) < _FEWEST or all(token.word not in _RESPECTIVELY for token in sentence):
            return []
        if len(duty.parts) == len(duty.names):
            return _each_its_own(duty, deadlines)
        if len(duty.parts) > 1 or len(inside) != len(duty.names):
            return []
        model = last._replace(clause=replace(clause, end=inside[0][0]))
        shares = (
            replace(clause, head=Head(Move.MORE, start, start), lead=start, end=end) for start, end in inside
        )
        return [
            Duty((name,), (Part(share, share.end, model.doing, model),), duty.kind)
            for name, share in zip(duty.names, shares, strict=True)
        ]

    def _in_order(self, duty: Duty, deadlines: Sequence[FoundDeadline]) -> list[Duty]:
        """Read «(invitar a Cuba y a México a informar), la primera en mayo y la segunda en julio»."""
        last = duty.parts[-1]
        clause, passage = last.clause, last.clause.passage
        inside = range(last.verb + 1, clause.end - 2)
        comma = next(
            (
                each
                for each in inside
                if passage.tokens[each].word == "," and self._names_place(passage, each, 0)
            ),
            None,
        )
        if comma is None or len(duty.names) != _FEWEST:
            return []
        joints = (each for each in range(comma + 1, clause.end - 2) if self._names_place(passage, each, 1))
        joint = next((each for each in joints if passage.tokens[each].word in _AND | {","}), None)
        if joint is None:
            return []
        model = last._replace(clause=replace(clause, end=comma))
        starts = [_token(passage, each.start) for each in deadlines]
        spans = ((comma + 1, joint), (joint, clause.end))
        found = [self._share(duty, model, start, end, starts, _FEWEST) for start, end in spans]
        told = [each for each in found if each]
        return told if len(told) == _FEWEST else []

    def _names_place(self, passage: Passage, index: int, place: int) -> bool:
        """Tell whether «la primera», "the latter" or «en el caso de Honduras» follows a token."""
        word = self._after_articles(passage, index + 1)
        told = word < len(passage.tokens) and _last_word(passage, word) in _PLACES[place]
        return told or self._after_case(passage, index + 1) is not None

    def _after_case(self, passage: Passage, index: int) -> int | None:
        """Step over «en el caso de», «en el de», "in that of" before a party."""
        words = [token.word for token in passage.tokens[index : index + _LONGEST_CASE]]
        of = next((each for each, word in enumerate(words) if word in _OF), 0)
        if of < _FEWEST or words[0] not in _IN or not _CASE.issuperset(words[1:of]):
            return None
        return index + of + 1 if self._lists.read(passage, index + of + 1) else None

    def _after_articles(self, passage: Passage, index: int) -> int:
        while index < len(passage.tokens) and passage.tokens[index].word in self._grammar.determiners - _REST:
            index += 1
        return index

    def _share(
        self, duty: Duty, model: Part, start: int, end: int, deadlines: Sequence[int], count: int
    ) -> Duty | None:
        """Read one share: a party, an optional comma and a deadline."""
        passage = model.clause.passage
        start += passage.tokens[start].word in _AND
        names, after = self._who(passage, start, duty.names if len(duty.names) == count else ())
        after += after < end and passage.tokens[after].word == ","
        if not names or after not in deadlines:
            return None
        rest = replace(model.clause, head=Head(Move.MORE, start, start), lead=start, end=end)
        return Duty(names, (Part(rest, after, model.doing, model),), duty.kind)

    def _who(self, passage: Passage, start: int, named: tuple[str, ...]) -> tuple[tuple[str, ...], int]:
        """Read the party of a share: a list, the others, or «la primera» of those named before."""
        index = start = self._after_case(passage, start) or start
        while (
            index + 1 < len(passage.tokens)
            and passage.tokens[index].word in self._grammar.determiners - _REST
        ):
            index += 1
        word = _last_word(passage, index)
        place = next((each for each, ordinals in enumerate(_PLACES) if word in ordinals), None)
        if place is not None:
            return named[place : place + 1], index + 1
        listed = self._lists.read(passage, start)
        if listed is None:
            return (), start
        if not _REST.isdisjoint(words(passage.words(start, listed.end))):
            return (_ARTICLE.sub("", " ".join(passage.words(index, listed.end).split())),), listed.end
        return self._lists.names(listed, passage), listed.end


def _last_word(passage: Passage, index: int) -> str:
    """Return the last folded word of a token, which may be a pronoun of several words: "the latter"."""
    return "".join(words(passage.raw(index))[-1:])


def _each_its_own(duty: Duty, deadlines: Sequence[FoundDeadline]) -> list[Duty]:
    """Read «Panamá y Honduras traducirán la guía y organizarán el taller, respectivamente, antes de mayo».

    A deadline after the last action applies to all of them.
    """
    first, last = duty.parts[0], duty.parts[-1]
    tokens = last.clause.passage.tokens
    start, end = tokens[first.verb].start, tokens[last.clause.end - 1].end
    said = [each for each in deadlines if start <= each.start < end]
    shared = tuple(said) if len(said) == 1 and said[0].start > tokens[last.verb].start else ()
    return [
        replace(duty, names=(name,), parts=(_without_adverb(part),), apart=shared)
        for name, part in zip(duty.names, duty.parts, strict=True)
    ]


def _without_adverb(part: Part) -> Part:
    """End a part before «, respectivamente», unless its object follows."""
    tokens, clause = part.clause.passage.tokens, part.clause
    told = next(
        (each for each in range(part.verb + 2, clause.end) if tokens[each].word in _RESPECTIVELY), None
    )
    if told is None:
        return part
    return part._replace(clause=replace(clause, end=told - (tokens[told - 1].word == ",")))


def _segments(passage: Passage, start: int) -> Iterator[tuple[int, int]]:
    """Cut the text after a colon at its semicolons and periods."""
    for index in range(start, len(passage.tokens)):
        token = passage.tokens[index]
        if token.sort is Sort.MARK and token.word in _ENDS:
            if index > start:
                yield start, index
            start = index + 1
    if start < len(passage.tokens):
        yield start, len(passage.tokens)


def _token(passage: Passage, place: int) -> int:
    """Return the first token that ends after a character."""
    return next(
        (index for index, token in enumerate(passage.tokens) if token.end > place), len(passage.tokens)
    )
