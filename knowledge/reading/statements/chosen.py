"""Find who is chosen for which post: «elegir a X como presidenta y a Y como relator»."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from knowledge.language.people import PeopleFinder
from knowledge.reading.duties.actors import PartyList, PartyLists
from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.heads import Move
from knowledge.reading.duties.passages import Passage, Sort, Token
from knowledge.reading.statements.stretches import Stretch
from knowledge.values.acts import Role

_OF = frozenset({"de", "del", "of", "from"})
_TO = frozenset({"a", "al", "to"})
_AS = frozenset({"como", "as"})
_FOR_POST = frozenset({*_AS, "para", "for"})
_AND = frozenset({"y", "e", "and"})
_AFTER = frozenset(
    {
        *_OF,
        *_AS,
        "por",
        "con",
        "en",
        "para",
        "desde",
        "by",
        "with",
        "for",
        "in",
        "until",
        "hasta",
        "quien",
        "who",
    }
)
_FEWEST_NAMES, _MOST_NAMES = 2, 4
_TITLED = 3
"""Tokens from «a» to a name with its title: «a la licenciada X»; «de la licenciada X» is somebody else."""


class Agent(NamedTuple):
    """The parties or people who do something, in which role, and by which verb.

    The tokens from `start` up to `end` say so: the whole stretch, or the part of it that isn't about others.
    A `deed` of None means the stretch's own; an empty one means none.
    """

    role: Role
    names: tuple[str, ...]
    deed: str | None
    start: int
    end: int


class ChosenFinder:
    """Finds who is chosen."""

    def __init__(self, lists: PartyLists, cues: Cues, people: PeopleFinder) -> None:
        self._lists = lists
        self._people = people
        self._choosing = frozenset(cues.deeds[Role.CHOSEN].says)

    def is_choice(self, clause: Clause) -> bool:
        """Tell whether a clause elects, appoints or designates."""
        cue = clause.head.cue
        return clause.move is Move.DECIDE and cue is not None and cue.words.cue.cue in self._choosing

    def find(self, stretch: Stretch, lists: Sequence[PartyList]) -> Iterator[Agent]:
        """Yield the people chosen; if none is named, the parties, each group with its post."""
        passage = stretch.passage
        cue = stretch.clause.head.cue
        deed = cue.words.cue.cue if cue else ""
        titled = list(people_in(stretch, self._people))
        if len(titled) > 1:
            yield from self._each_chosen(stretch, titled, deed)
            return
        person = titled[0][2] if titled else self._untitled(stretch)
        if person:
            yield Agent(Role.CHOSEN, (person,), deed, stretch.start, stretch.end)
            return
        posted = [
            each for each in lists if each.end < stretch.end and passage.tokens[each.end].word in _FOR_POST
        ]
        chosen = posted or [each for each in lists[:1] if not self._is_qualified(passage, each)]
        for listed in chosen:
            end = _next_start(listed, posted) or stretch.end
            yield Agent(Role.CHOSEN, self._lists.names(listed, passage), deed, listed.start, end)

    def _each_chosen(
        self, stretch: Stretch, people: Sequence[tuple[int, int, str]], deed: str
    ) -> Iterator[Agent]:
        """Yield each person with their post: after «como» if that follows the name, else before the name."""
        tokens = stretch.passage.tokens
        starts = [_token_from(tokens, first) for first, _, _ in people]
        ends = [_token_from(tokens, last) for _, last, _ in people]
        if (
            ends[-1] < stretch.end
            and tokens[ends[-1]].sort is Sort.WORD
            and tokens[ends[-1]].word not in _AFTER
        ):
            return  # «a X presidenta y a Y relator» can't be told from «presidenta a X y relator a Y»
        for place, (_, _, name) in enumerate(people):
            following = starts[place + 1] if place + 1 < len(people) else stretch.end
            if any(self._is_as(tokens, index) for index in range(ends[place], following)):
                yield Agent(Role.CHOSEN, (name,), deed, starts[place], following)
            elif any(tokens[index].word in _TO for index in range(starts[place] - _TITLED, starts[place])):
                start = ends[place - 1] if place else stretch.start
                yield Agent(Role.CHOSEN, (name,), deed, start, ends[place])

    @staticmethod
    def _is_as(tokens: Sequence[Token], index: int) -> bool:
        """Tell a «como» about the name before it from one about the next name: «X y como relator Y»."""
        return tokens[index].word in _AS and tokens[index - 1].word not in _AND

    def _untitled(self, stretch: Stretch) -> str | None:
        """Return the name right after the verb of choosing: «Elegir a Rosa Núñez Prado como presidenta»."""
        passage, start = stretch.passage, stretch.clause.head.body
        start += start < stretch.end and passage.tokens[start].word in _TO
        end = start
        while end < stretch.end and self._is_capitalized(passage, end):
            end += 1
        return (
            " ".join(passage.words(start, end).split())
            if _FEWEST_NAMES <= end - start <= _MOST_NAMES
            else None
        )

    @staticmethod
    def _is_capitalized(passage: Passage, index: int) -> bool:
        token, raw = passage.tokens[index], passage.raw(index)
        return token.sort is Sort.WORD and raw[:1].isupper() and not raw.isupper()

    @staticmethod
    def _is_qualified(passage: Passage, listed: PartyList) -> bool:
        """Tell whether a list is narrowed down: "the members of the Committee" aren't the forum's members."""
        return listed.end < len(passage.tokens) and passage.tokens[listed.end].word in _OF


def people_in(stretch: Stretch, people: PeopleFinder) -> Iterator[tuple[int, int, str]]:
    """Yield the start, end and name of each person named in a stretch."""
    start, end = stretch.characters
    for first, last, name in people.names_in(stretch.passage.text):
        if start <= first < end:
            yield first, last, name


def _token_from(tokens: Sequence[Token], character: int) -> int:
    """Return the place of the first token that ends after a character."""
    return next((place for place, token in enumerate(tokens) if token.end > character), len(tokens))


def _next_start(listed: PartyList, lists: Iterable[PartyList]) -> int | None:
    return next((each.start for each in lists if each.start > listed.start), None)
