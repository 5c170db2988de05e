"""Read addressees in the act's own words, and step over the asides in commas beside them."""

import re

from knowledge.reading.duties.heads import Surroundings
from knowledge.reading.duties.passages import Passage

_ANOTHER = re.compile(r"\s+(?:y|e)\s+(?:al|a\s+l[ao]s?)\s+|\s+and\s+the\s+")
"""«a los directores de migración y a las autoridades»"""
_LINKS = frozenset({"de", "del", "la", "las", "los", "el", "y"})
_MOST_WORDS = 12
_YET = frozenset({"aun", "todavia", "ya", "no"})
_MADE = frozenset({"por", "by", "of"})
_UNREAL = frozenset({"should", "would", "must", "to"})
_WHICH = frozenset({"cual", "cuales"})
_WHOSE = frozenset({"cuyo", "cuya", "cuyos", "cuyas"})
_MADE_WITHIN = 8


class AskedNames:
    """Reads the wordings of addressees."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._verbs = around.verbs
        self._grammar = around.grammar

    @staticmethod
    def end(passage: Passage, start: int, end: int) -> int:
        """Return where a capitalized name ends: «(Solicitar a la) Alcaldía de La Ceiba (un informe)»."""
        last = index = start
        while index < end and (passage.raw(index)[0].isupper() or passage.tokens[index].word in _LINKS):
            index += 1
            last = index if passage.raw(index - 1)[0].isupper() else last
        return last if last > start else end

    def worded(self, passage: Passage, start: int, end: int) -> tuple[str, ...]:
        """Return the act's own wording for the addressees, if it is short enough to be names."""
        start = min(end, self._around.skip(passage, start, self._grammar.determiners))
        comma = next((each for each in range(start, end) if self._ends_name(passage, each)), end)
        worded = " ".join(passage.words(start, comma).split())
        if not worded or len(worded.split()) > _MOST_WORDS:
            return ()
        return tuple(_ANOTHER.split(worded))

    def _ends_name(self, passage: Passage, index: int) -> bool:
        """Tell whether a name ends at a token: a comma, or the participle of «integrado por»."""
        word, following = passage.tokens[index].word, _word(passage, index + 1)
        made = following in _MADE and self._verbs.verb_of_participle(word) != word
        return word == "," or made

    @staticmethod
    def past_aside(passage: Passage, start: int, end: int) -> int:
        """Step over «(Solicitar), por medio de la PPT, (que la OEA facilite …)»."""
        if _word(passage, start) != ",":
            return start
        commas = (each for each in range(start + 2, end - 1) if passage.tokens[each].word == ",")
        closing = next(commas, None)
        return closing + 1 if closing and passage.tokens[closing + 1].word == "que" else start

    def after_phrase(self, passage: Passage, start: int, end: int) -> int:
        """Step over «(a Nicaragua), en su calidad de PPT entrante, (la preparación …)»."""
        opener = _word(passage, start + 1)
        if _word(passage, start) != "," or opener not in self._grammar.phrase_openers:
            return start
        commas = (each for each in range(start + 2, end - 1) if passage.tokens[each].word == ",")
        closing = next(commas, None)
        governs = closing and passage.tokens[closing + 1].word in self._grammar.determiners
        return closing + 1 if closing and governs else start

    @staticmethod
    def relative_after(passage: Passage, start: int, end: int) -> int:
        """Return the comma before a relative clause on the request: «…, el cual deberá estar listo»."""
        words = [token.word for token in passage.tokens[:end]]
        near = range(start + 1, end - 2)
        return next(
            (
                each
                for each in near
                if words[each] == "," and (words[each + 2] in _WHICH or words[each + 1] in _WHOSE)
            ),
            end,
        )

    def after_members(self, passage: Passage, start: int, end: int) -> int | None:
        """Return where the members end that make up an addressee: «(al) grupo integrado por Belice»."""
        for index in range(start + 1, min(end - 2, start + _MADE_WITHIN)):
            word = passage.tokens[index].word
            listed = (
                self._around.lists.read(passage, index + 2)
                if word != "," and self._ends_name(passage, index)
                else None
            )
            if listed:
                return listed.end if listed.end < end else None
        return None

    @staticmethod
    def is_relative(
        passage: Passage, index: int, start: int, openers: list[int], introducer: str | None
    ) -> bool:
        """Tell relative «los países que aún no lo han hecho, a que …» from «la ST que distribuya …»."""
        later = any(each > index for each in openers)
        yet = passage.tokens[index + 1].word in _YET if index + 1 < len(passage.tokens) else False
        described = index == start and introducer in {"a", "para"} and passage.tokens[index].word == "que"
        aside = passage.tokens[index - 1].word == "," and any(
            each > index and passage.tokens[each - 1].word == "," for each in openers
        )
        if aside and passage.tokens[index].word == "que":
            return True  # «al Grupo Ad Hoc, que coordina Panamá, que presente …»
        firmer = any(passage.tokens[each].word in {"a", "para"} for each in openers if each > index)
        return passage.tokens[index].word == "que" and ((yet and later) or (described and firmer))

    def is_unreal(self, passage: Passage, start: int, end: int) -> bool:
        """Tell whether a clause is counterfactual: "(reminded members that they) should have paid"."""
        words = [token.word for token in passage.tokens[start:end]]
        return any(
            first in _UNREAL and second == "have" and self._verbs.is_participle(third)
            for first, second, third in zip(words, words[1:], words[2:], strict=False)
        )


def _word(passage: Passage, index: int) -> str:
    return passage.tokens[index].word if index < len(passage.tokens) else ""
