"""Cut clauses into stretches: a clause's own words, and the asides in it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from knowledge.language.verbs import is_future
from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.duties import Duty
from knowledge.reading.duties.heads import Move, Surroundings
from knowledge.reading.duties.passages import Passage, Sort

_RELATIVES = frozenset(
    {"que", "cual", "cuales", "quien", "quienes", "cuyo", "cuya", "cuyos", "cuyas", "donde"}
    | {"which", "who", "whom", "whose", "where"}
)
_AND = frozenset({"y", "e", "and"})
_BEING = frozenset({"ser", "sido", "siendo", "es", "son", "fue", "fueron", "sea", "sean", "sera", "seran"})
_BEING_ENGLISH = frozenset({"be", "been", "being", "is", "are", "was", "were"})
_HAVING = frozenset({"ha", "han", "haber", "habiendo", "haya", "hayan", "has", "have", "had", "having"})
_AFTER_PARTICIPLE = frozenset(
    {"por", "en", "con", "entre", "durante", "desde"}
    | {"by", "in", "on", "at", "from", "with", "between", "during", "under", "since"}
)
_BEFORE_DAY = frozenset({"el", "los", "del", "de"})
"""After a participle they open a date if a number follows: «celebrada del 3 al 5 de mayo»."""
_PARTICIPLE = (
    "do",
    "da",
    "dos",
    "das",
    "to",
    "ta",
    "tos",
    "tas",
    "so",
    "sa",
    "sos",
    "sas",
    "cho",
    "cha",
    "chos",
    "chas",
)
# A regular participle, recognized by its ending before «por»: «sea avalado por los Viceministros».
_REGULAR = re.compile(r"\w{3,}[ai]d[oa]s?")
_PRETERITE = re.compile(r"[a-záéíóúñ]{3,}(?:ó|aron|ieron)")
_VERB_WITHIN = 4
"""Tokens between a relative and its verb: «que la OIM y el ACNUR ya han financiado»."""
_ANTECEDENT = 6
"""Most tokens of the noun phrase before a participle."""
_BEFORE = 14
"""Most tokens before an announced event that may name it: «el taller, que se celebrará en Lima»."""


class Stretch(NamedTuple):
    """The tokens of a passage from `start` up to `end`; `verb` is the index of its verb, if any.

    `is_main` tells the clause's own words from asides.
    """

    clause: Clause
    start: int
    end: int
    verb: int | None
    is_main: bool

    @property
    def passage(self) -> Passage:
        """The passage that it is part of."""
        return self.clause.passage

    @property
    def characters(self) -> tuple[int, int]:
        """The characters of the passage that it covers."""
        tokens = self.passage.tokens
        return tokens[self.start].start, tokens[self.end - 1].end

    @property
    def about(self) -> str:
        """The other words of its clause, and some before the clause if that announces an event."""
        passage = self.passage
        first = self.clause.lead
        if self.clause.move is Move.EVENT:
            first = max(passage.sentence(first)[0], first - _BEFORE)
        return f"{passage.words(first, self.start)} … {passage.words(self.end, self.clause.end)}".strip(" …")


class StretchFinder:
    """Cuts the clauses of an act."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._verbs = around.verbs
        grammar = around.grammar
        self._auxiliaries = frozenset(
            {*_BEING, *_BEING_ENGLISH, *_HAVING, "will", "shall", "may", "podra", "podran"}
        )
        self._small = grammar.determiners | grammar.prepositions | grammar.adverbs | grammar.phrase_openers

    def find(self, clauses: Sequence[Clause], duties: Sequence[Duty]) -> Iterator[Stretch]:
        """Yield the stretches of a passage's clauses in order, given the duties in them."""
        doing = {id(part.clause): part.verb for duty in duties for part in duty.parts}
        for clause in clauses:
            yield from self._of(clause, doing.get(id(clause)))

    def _of(self, clause: Clause, doing: int | None) -> Iterator[Stretch]:
        first, end = clause.lead, clause.end
        inside = range(max(clause.head.body, doing or 0, first) + 1, end)
        cuts = [self._opening(clause.passage, index) for index in inside if self._cuts(clause, index, end)]
        bounds = [first, *(cut for cut in cuts if cut > first), end]
        for place, (start, stop) in enumerate(pairwise(bounds)):
            if start >= stop:
                continue
            main = place == 0
            opening = self._antecedent(clause, start) if not main else start
            verb = self._main_verb(clause, stop, doing) if main else self._verb(clause.passage, opening, stop)
            yield Stretch(clause, opening, stop, verb, main)

    def _antecedent(self, clause: Clause, start: int) -> int:
        """Return where a participle's noun phrase begins: «concursos de ensayo impulsados por la PPT»."""
        if not self.is_participle(clause.passage, start):
            return start
        first = max(clause.head.body, start - _ANTECEDENT)
        while start > first and clause.passage.tokens[start - 1].sort is not Sort.MARK:
            start -= 1
        return start

    def _main_verb(self, clause: Clause, end: int, doing: int | None) -> int | None:
        """Return the verb of a clause: that of its duty if it has one, else its head's."""
        if doing is not None and doing < end:
            return doing
        noted = (
            clause.move is Move.NOTE
        )  # the verb is in what is noted: «la solicitud de Honduras de ampliar el plazo»
        near = range(clause.head.body if noted else clause.head.start, end)
        return next((index for index in near if self._is_verb(clause.passage, index)), None)

    def _is_verb(self, passage: Passage, index: int) -> bool:
        word, before = passage.tokens[index].word, passage.tokens[index - 1].word if index else ""
        following = passage.tokens[index + 1].word if index + 1 < len(passage.tokens) else ""
        if before in self._around.grammar.determiners or (word == "partir" and following in {"de", "del"}):
            return False
        base = self._verbs.is_base(word) if self._around.language == "en" else self._verbs.is_infinitive(word)
        return base or self.is_finite(passage, index)

    def _opening(self, passage: Passage, index: int) -> int:
        """Return where a stretch cut at a token begins, with its preposition: «de los cuales», "at which"."""
        small = self._around.grammar.prepositions | self._around.grammar.determiners
        if passage.tokens[index].word in _RELATIVES:
            while index and passage.tokens[index - 1].word in small:
                index -= 1
        return index

    def _verb(self, passage: Passage, start: int, end: int) -> int | None:
        near = range(start, min(end, start + 2 * _VERB_WITHIN))
        verbs = (each for each in near if self.is_finite(passage, each) or self._heads(passage, each, end))
        return next(verbs, None)

    def _cuts(self, clause: Clause, index: int, end: int) -> bool:
        """Tell whether a stretch begins at a token of a clause."""
        passage = clause.passage
        token = passage.tokens[index]
        if token.sort is not Sort.WORD:
            return False
        if token.word in _RELATIVES:
            return self._is_relative(passage, index, end)
        if token.word in _AND:
            verb = self._around.skip(passage, index + 1, self._around.grammar.pronouns)
            return verb < end and self.is_finite(passage, verb)
        return self._heads(passage, index, end)

    def _is_relative(self, passage: Passage, index: int, end: int) -> bool:
        """Tell «…, que financia Canadá» from «(solicitar a la ST) que distribuya»."""
        word = passage.tokens[index].word
        near = range(index + 1, min(end, index + 1 + 2 * _VERB_WITHIN))
        verb = next((each for each in near if self.is_finite(passage, each)), None)
        if verb is None:
            return False
        return word != "que" or not self._around.is_subjunctive(passage, verb)

    def _heads(self, passage: Passage, index: int, end: int) -> bool:
        before = passage.tokens[index - 1].word if index else ""
        following = passage.tokens[index + 1].word if index + 1 < end else ""
        day = passage.tokens[index + 2].word if index + 2 < end else ""
        dated = following in _BEFORE_DAY and day.isdigit()
        verbal = _BEING | _BEING_ENGLISH | _HAVING | self._around.grammar.determiners
        known = following in _AFTER_PARTICIPLE or dated
        return known and before not in verbal and self.is_participle(passage, index)

    def is_participle(self, passage: Passage, index: int) -> bool:
        """Tell whether a token is the participle of a known verb."""
        word = passage.tokens[index].word
        if passage.tokens[index].sort is not Sort.WORD:
            return False
        by = passage.tokens[index + 1].word if index + 1 < len(passage.tokens) else ""
        if by == "por" and _REGULAR.fullmatch(word):
            return True
        if self._around.language == "en":
            return self._verbs.is_participle(word) and len(word) > _VERB_WITHIN - 1
        return word.endswith(_PARTICIPLE) and self._verbs.is_infinitive(self._verbs.verb_of_participle(word))

    def is_finite(self, passage: Passage, index: int) -> bool:
        """Tell whether a token is a finite verb, rather than a noun that looks like one."""
        token = passage.tokens[index]
        if token.sort is not Sort.WORD:
            return False
        if token.word in self._small:
            return False
        raw, before = passage.raw(index), passage.tokens[index - 1].word if index else ""
        if self._around.language == "en":
            known = self._verbs.base_of_finite(token.word) or token.word in _BEING_ENGLISH | {
                "will",
                "shall",
                "may",
                "has",
            }
            return bool(known) and before not in self._around.grammar.determiners
        if is_future(raw) or _PRETERITE.fullmatch(raw):
            return True
        noun = before in self._around.grammar.determiners - self._around.grammar.pronouns
        noun = noun or before in self._around.grammar.prepositions
        return self._verbs.infinitive_of(token.word) is not None and not noun and not raw[:1].isupper()

    def lemma(self, passage: Passage, index: int) -> str:
        """Return the infinitive or base form of the verb at a token, or of the main verb of an auxiliary."""
        following = self._around.skip(passage, index + 1, self._small)
        if passage.tokens[index].word in self._auxiliaries and following < len(passage.tokens):
            verbal = self._is_verb(passage, following) or self.is_participle(passage, following)
            index = following if verbal else index
        if passage.tokens[index].word in self._around.grammar.determiners and following < len(passage.tokens):
            index = following  # «la elaboración de un plan»: the noun names the deed
        raw, word = passage.raw(index), passage.tokens[index].word
        if action := self._verbs.verb_of_action(word):
            return action
        if self._around.language == "en":
            return self._verbs.base_of_finite(word) or self._verbs.verb_of_participle(word)
        if self._verbs.is_infinitive(word):
            return word
        if self.is_participle(passage, index):
            return self._verbs.verb_of_participle(word)
        if _PRETERITE.fullmatch(raw) and self._verbs.infinitive_of(word) is None:
            return re.sub(r"(?:o|aron)$", "ar", re.sub(r"ieron$", "er", word))
        return self._verbs.infinitive(raw)
