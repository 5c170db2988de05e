"""The heads of clauses: verbs that ask, thank, decide, bind, or merely state."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.language.folding import words
from knowledge.language.verbs import Verbs
from knowledge.reading.duties.actors import PartyList, PartyLists
from knowledge.reading.duties.agents import AgentReader
from knowledge.reading.duties.cueforms import CueMatch
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.passages import Passage, Sort
from knowledge.values.references import Section


class Move(StrEnum):
    """The function of a clause."""

    ASK = "ask"
    PLEDGE = "pledge"
    AGREE = "agree"
    THANK = "thank"
    NOTE = "note"
    DECIDE = "decide"
    DUTY = "duty"
    """A party will or shall do something: «la ST enviará»."""
    THAT = "that"
    """«Que los Países Miembros remitan …» as an item of its own."""
    DO = "do"
    """A bare infinitive: «Realizar un foro»."""
    MORE = "more"
    """A second duty of the same party: «…, y los remitan a la PPT»."""
    PURPOSE = "purpose"
    """«…, a fin de que la ST lo publique»."""
    EVENT = "event"
    """An event is announced: «que se realizará en Panamá»."""
    STATEMENT = "statement"
    """Someone says something that binds nobody here."""


_LIKE_INFINITIVE = re.compile(r"\w{2,}ar")
_ALSO_SMALL_WORDS = frozenset({"de", "este", "una"})
"""Common readings of the folded subjunctives «dé», «esté» and «una» (of «unir»)."""
BINDING = frozenset({Move.ASK, Move.PLEDGE, Move.AGREE, Move.DUTY, Move.THAT, Move.DO, Move.MORE})
COURTEOUS = frozenset({Move.THANK, Move.NOTE, Move.DECIDE})


@dataclass(frozen=True)
class Head:
    """The head of a clause: its words run from token `start` to `body`, where its complement begins.

    `refers` says that the party is the antecedent of a pronoun on the verb or of a null subject
    («exhortarla», «Para ello deberá …»); `agentless` that no agent is named («se circularán»); `worded` is
    the act's wording for an unregistered subject («los consulados»), and `ours` says that the subject
    is «nosotros».
    """

    move: Move
    start: int
    body: int
    cue: CueMatch | None = None
    subject: PartyList | None = None
    refers: bool = False
    agentless: bool = False
    worded: str = ""
    ours: bool = False


def head_of(match: CueMatch, start: int, *, subject: PartyList | None = None, refers: bool = False) -> Head:
    """Build the head of a cue."""
    return Head(Move(match.means.value), start, match.end, match, subject, refers or match.refers)


@dataclass(frozen=True)
class Deciders:
    """The deciding bodies of a forum, by canonical names.

    `meeting` are the forum and its bodies that meet, `all_members` the collective names of all members,
    `adopting` is the body that adopts recommendations, if known, and `nouns` are folded words for it:
    «las Viceministras».
    """

    meeting: frozenset[str]
    all_members: tuple[str, ...]
    adopting: tuple[str, ...]
    nouns: frozenset[str]

    @property
    def speaking(self) -> frozenset[str]:
        """The bodies that speak for the meeting itself."""
        return self.meeting.union(self.all_members, self.adopting)

    def implied(self, section: Section) -> tuple[str, ...]:
        """Return the responsible parties of a decision that names nobody."""
        return self.adopting if section is Section.RECOMMENDATION else self.all_members[:1]


class Surroundings:
    """The context of an act that finders of heads share, with tests on the words around a token.

    `body` is the body that met, `language` the act's, `deciders` are those bound by its decisions. The
    `title` resolves «la Comisión» to an unregistered body.
    """

    def __init__(
        self,
        lists: PartyLists,
        cues: Cues,
        verbs: Verbs,
        *,
        deciders: Deciders,
        body: str | None,
        language: str,
        title: str = "",
    ) -> None:
        self.lists = lists
        self.grammar = cues.grammar
        self.agents = AgentReader(lists, cues.grammar, verbs)
        self.verbs = verbs
        self.deciders = deciders
        self.body = body
        self.language = language
        self.title_words = frozenset(words(title))
        self._initials = "".join(word[0] for word in words(title))

    def is_numbered(self, name: str) -> bool:
        """Tell whether a name is the meeting's acronym and number: "SC12" of "Scientific Committee, …"."""
        letters = name.rstrip("0123456789").rstrip("-")
        rest = iter(self._initials)
        return name != letters and letters.isupper() and all(letter in rest for letter in letters.lower())

    def opens(self, passage: Passage, index: int, heads: Sequence[Head]) -> bool:
        """Tell whether a clause may begin at a token: after a mark, «y» or «acordaron», ignoring adverbs."""
        if heads and heads[-1].move is Move.AGREE and index - heads[-1].body in {0, 1}:
            return index == heads[-1].body or passage.tokens[index - 1].word in {"to", ":"}
        first = passage.sentence(index)[0]
        index -= 1
        while index >= first and passage.tokens[index].word in self.grammar.adverbs:
            index -= 1
        return index < first or passage.tokens[index].sort is Sort.MARK or self.joins(passage, index)

    def joins(self, passage: Passage, index: int) -> bool:
        """Tell whether a token joins clauses: «y», "and", the «como» of «así como»."""
        word, before = passage.tokens[index].word, passage.tokens[index - 1].word if index else ""
        if word in {"como", "as"}:
            return before in {"asi", "well"}
        return word in self.grammar.coordinators and word not in {"o", "or"}

    def follows_infinitive(self, passage: Passage, index: int, heads: Sequence[Head]) -> bool:
        """Tell whether «y» may join an infinitive to an earlier one that a preposition governs.

        «la propuesta de Panamá de considerar el intercambio y aprovechar la reunión»
        """
        start = heads[-1].body if heads else passage.sentence(index)[0]
        return any(self.is_infinitive(passage, each) for each in range(start + 1, index))

    def is_infinitive(self, passage: Passage, index: int) -> bool:
        """Tell whether a token is an infinitive governed by «a», «para», "to" or the like."""
        before, word = passage.tokens[index - 1].word if index else "", passage.tokens[index].word
        if before == "to":
            return self.is_base(word) or self._governs(passage, index)
        return before in self.grammar.prepositions and self.verbs.is_infinitive(word)

    def is_infinitive_like(self, passage: Passage, index: int) -> bool:
        """Tell whether a token after «de», «a» or «para» is an infinitive, by its ending if it is unknown."""
        if index >= len(passage.tokens) or passage.tokens[index].sort is not Sort.WORD:
            return False
        word = passage.tokens[index].word
        spanish = self.language == "es" and _LIKE_INFINITIVE.fullmatch(word) is not None
        return spanish or self.is_infinitive(passage, index)

    def opens_doing(self, passage: Passage, index: int) -> bool:
        """Tell whether a token is an infinitive that may open an action, by its ending if it is unknown.

        «Lanzar una campaña», "(to) pilot the form"; not «Lugar y fecha».
        """
        if index >= len(passage.tokens) or passage.tokens[index].sort is not Sort.WORD:
            return False
        token = passage.tokens[index]
        if self.verbs.is_infinitive(token.word) or self.is_base(token.word):
            return True
        if self.language == "en":
            return index > 0 and passage.tokens[index - 1].word == "to" and self._governs(passage, index)
        following = passage.tokens[index + 1].word if index + 1 < len(passage.tokens) else ""
        governs = following in self.grammar.determiners or following in {"a", "al"}
        return governs and _LIKE_INFINITIVE.fullmatch(token.word) is not None

    def _governs(self, passage: Passage, index: int) -> bool:
        """Tell whether an unknown word has an object: "to assume the Presidency", not "to all"."""
        token = passage.tokens[index]
        if self.language != "en" or token.sort is not Sort.WORD or token.word in self.grammar.determiners:
            return False
        following = passage.tokens[index + 1] if index + 1 < len(passage.tokens) else None
        return following is not None and (
            following.word in self.grammar.determiners or following.word in {"a", "an"}
        )

    def is_base(self, word: str) -> bool:
        """Tell whether a folded word is the base of a known verb, in an English act."""
        return self.language == "en" and self.verbs.is_base(word)

    def is_subjunctive(self, passage: Passage, index: int) -> bool:
        """Tell whether a token of a Spanish act is a known subjunctive: the verb of a clause with «que»."""
        if self.language != "es" or index >= len(passage.tokens):
            return False
        word = passage.tokens[index].word
        accented = passage.raw(index).lower() != word
        return self.verbs.is_subjunctive(word) and (accented or word not in _ALSO_SMALL_WORDS)

    def skip(self, passage: Passage, index: int, words: frozenset[str]) -> int:
        """Return the first token from `index` on that isn't one of `words`."""
        while index < len(passage.tokens) and passage.tokens[index].word in words:
            index += 1
        return index


def matches(passage: Passage, index: int, phrase: Sequence[str]) -> bool:
    """Tell whether a phrase of folded words begins at a token."""
    here = passage.tokens[index : index + len(phrase)]
    return len(here) == len(phrase) and all(
        token.word == word for token, word in zip(here, phrase, strict=True)
    )
