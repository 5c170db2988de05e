"""Find lead-ins whose items are contents, not actions: «presentará un informe con, al menos:»."""

from knowledge.language.folding import fold
from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.heads import Surroundings
from knowledge.reading.duties.passages import Passage, Sort, WordPhrases

_FOLLOWING = ("siguiente", "following")
_GERUNDS = {
    "incluyendo": "incluir",
    "including": "include",
    "conteniendo": "contener",
    "indicando": "indicar",
}
_LONGEST = 5
_WHAT = frozenset({"lo"})
_BY = frozenset({"por", "by", "de", "of"})
_OF = frozenset({"de", "del", "of"})
_THAT = frozenset({"que", "which", "that"})


class DetailFinder:
    """Finds the words at the end of a lead-in whose items aren't duties."""

    def __init__(self, around: Surroundings, cues: Cues) -> None:
        self._around = around
        self._words = WordPhrases(cues.grammar.details)
        self._least = WordPhrases(cues.deadlines.least)
        doings = (*cues.actors.labels.action, *cues.actors.pledges, *cues.grammar.doings)
        self._doings = frozenset(fold(each) for each in doings)

    def start(self, clause: Clause) -> int | None:
        """Return the token where these words begin, or None if the items are actions."""
        passage, first = clause.passage, clause.head.body
        end = self._last(passage, first, clause.end)
        if self._sets_up(clause, end) or self._names_doings(passage, first, end):
            return None
        start = self._words_at(passage, first, end)
        if start is None:
            return end if self._follows(passage, first, end) else None
        earlier = self._words_at(passage, first, self._last(passage, first, start))
        return start if earlier is None else earlier

    def _words_at(self, passage: Passage, first: int, end: int) -> int | None:
        """Return where the cue words that end at a token begin, with a «que» or participle before them."""
        for index in range(max(first, end - _LONGEST), end):
            word = passage.tokens[index].word
            after = self._words.after(passage, index) or self._words.after(passage, index, self._verb(word))
            if after == end:
                before = passage.tokens[index - 1].word
                made = word in _BY and self._around.verbs.is_nonfinite(before)
                return index - (before in _THAT or made)
        return None

    def _last(self, passage: Passage, first: int, end: int) -> int:
        """Step back over «, al menos», "at least" and marks."""
        while end > first:
            if passage.tokens[end - 1].sort is Sort.MARK:
                end -= 1
                continue
            near = range(max(first, end - _LONGEST), end)
            least = next((each for each in near if self._least.after(passage, each) == end), end)
            if least == end:
                break
            end = least
        return end

    def _verb(self, word: str) -> str:
        verbs = self._around.verbs
        return _GERUNDS.get(word) or verbs.infinitive_of(word) or verbs.base_of_finite(word) or word

    def _follows(self, passage: Passage, first: int, end: int) -> bool:
        """Tell whether a lead-in ends like «(en) los siguientes temas»."""
        near = range(max(first, end - _LONGEST), end - 1)
        index = next((each for each in near if passage.tokens[each].word.startswith(_FOLLOWING)), end)
        return index < end and all(each.sort is Sort.WORD for each in passage.tokens[index:end])

    def _names_doings(self, passage: Passage, first: int, end: int) -> bool:
        """Tell whether a lead-in announces actions: «las siguientes acciones», «lo siguiente»."""
        for index in range(first, end):
            if passage.tokens[index].word.startswith(_FOLLOWING):
                named = passage.tokens[index - 1 : index + _LONGEST]
                alone = index + 1 == end or passage.tokens[index - 1].word in _WHAT
                return alone or any(self._is_doing(each.word) for each in named)
        return False

    def _is_doing(self, noun: str) -> bool:
        singular = {noun, noun.removesuffix("s"), noun.removesuffix("es")}
        return not singular.isdisjoint(self._doings)

    def _sets_up(self, clause: Clause, end: int) -> bool:
        """Tell whether the items are tasks of a new body: «crear un Grupo con el objetivo de:»."""
        tokens = clause.passage.tokens[clause.head.start : end]
        of_body = any(each.sort is Sort.PARTY and self._around.lists.is_worded(each.party) for each in tokens)
        return of_body and tokens[-1:] != () and tokens[-1].word in _OF
