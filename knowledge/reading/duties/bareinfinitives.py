"""Judge infinitives that no word governs: an action, a note, thanks, or a further part of an offer."""

from collections.abc import Sequence

from knowledge.language.folding import fold
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.heads import Head, Move, Surroundings
from knowledge.reading.duties.passages import Passage, WordPhrases


class BareInfinitives:
    """Judges bare infinitives by the words around them."""

    def __init__(self, around: Surroundings, cues: Cues) -> None:
        self._around = around
        self._verbs = around.verbs
        self._grammar = around.grammar
        self._conveying = WordPhrases(cues.grammar.conveying)
        self._offers = frozenset(map(fold, cues.actors.offers))

    def move_of(self, passage: Passage, verb: int) -> Move:
        """Return whether an infinitive notes, thanks or states an action, as a move."""
        if self._tells_fact(passage, verb):
            return Move.NOTE
        return Move.THANK if self._conveys_thanks(passage, verb) else Move.DO

    def _tells_fact(self, passage: Passage, verb: int) -> bool:
        """Tell «Registrar que México instaló», with an indicative, from «Procurar que cumplan»."""
        rest = range(verb + 2, passage.sentence(verb)[1])
        told = bool(rest) and passage.tokens[verb + 1].word == "que"
        return told and not any(self._around.is_subjunctive(passage, each) for each in rest)

    def goes_on(self, passage: Passage, first: int, index: int, earlier: Sequence[Head]) -> bool:
        """Tell whether an infinitive continues a report or an offer; `earlier` are the sentence's heads."""
        if earlier:
            return self._is_offered(passage, earlier[-1], index)
        return index > first and self._goes_with(passage, first, index)

    def _goes_with(self, passage: Passage, first: int, index: int) -> bool:
        """Tell whether an infinitive is joined to an earlier one: «ofreció ejercer la PPT y ser sede»."""
        before = (passage.tokens[each].word for each in range(first + 1, index))
        return self._around.joins(passage, index - 1) and any(map(self._verbs.is_infinitive, before))

    def _is_offered(self, passage: Passage, head: Head, index: int) -> bool:
        """Tell whether an infinitive is part of an offer: «la oferta de X para asumir la PPT y ser sede»."""
        between = [passage.tokens[each].word for each in range(head.body, index)]
        offers = head.move is Move.DECIDE and not self._offers.isdisjoint(between)
        to = passage.tokens[index].word == "to" and passage.tokens[head.start].word != "to"
        joined = self._around.joins(passage, index - 1)
        joined = joined and (passage.tokens[index - 2].word != "," or (to and "to" in between))
        return offers and joined and (to or any(map(self._verbs.is_infinitive, between)))

    def _conveys_thanks(self, passage: Passage, verb: int) -> bool:
        """Tell whether an infinitive conveys thanks: «Transmitir a México el agradecimiento de todos»."""
        after = self._conveying.after(passage, verb)
        end = passage.sentence(verb)[1]
        return after is not None and any(
            passage.tokens[each].word in self._grammar.thanks
            and passage.tokens[each - 1].word in self._grammar.determiners
            for each in range(after + 1, end)
        )
