"""Step over asides after addressees: «Se pide a Canadá, y México lo apoyará, que elabore …»."""

from typing import NamedTuple

from knowledge.reading.duties.actors import PartyList
from knowledge.reading.duties.dutyheads import DutyHeadFinder
from knowledge.reading.duties.heads import Head, Move, Surroundings
from knowledge.reading.duties.passages import Passage, Sort

_TO = frozenset({"a", "al"})
_AND = frozenset({"y", "e", "and"})
_RELATIVES = frozenset({"que", "quien", "quienes", "which", "who"})


class Aside(NamedTuple):
    """An aside after the addressees, from its comma to the token where the request begins.

    An aside that `describes` them binds nobody; any other may hold a duty of somebody else.
    """

    asked: PartyList
    start: int
    end: int
    describes: bool


class AsideFinder:
    """Finds asides between the addressees and the request."""

    def __init__(self, around: Surroundings, plain: DutyHeadFinder) -> None:
        self._around = around
        self._plain = plain

    def after(self, passage: Passage, head: Head) -> Aside | None:
        """Find the aside after the addressees of a head, if the request follows it."""
        asked = self._asked(passage, head)
        comma = asked.end if asked else 0
        if asked is None or comma + 1 >= len(passage.tokens) or passage.tokens[comma].word != ",":
            return None
        opener = passage.tokens[comma + 1].word
        if opener not in _AND | _RELATIVES or self._wants(passage, comma + 1):
            return None
        end = passage.sentence(comma)[1]
        closing = (each for each in range(comma + 2, end - 1) if passage.tokens[each].word == ",")
        resumed = next((each + 1 for each in closing if self._resumes(passage, each + 1)), None)
        if resumed is None or not any(self._plain.opens(passage, each) for each in range(comma + 2, resumed)):
            return None
        return Aside(asked, comma, resumed, describes=opener in _RELATIVES)

    def _asked(self, passage: Passage, head: Head) -> PartyList | None:
        """Read the addressees: right after the verb, or before it in a passive."""
        charged = head.move is Move.PLEDGE and head.cue is not None and head.cue.words.rest[-1:] == ("de",)
        if head.cue is None or not (head.move is Move.ASK or charged):
            return None
        if charged and head.subject is None:
            return self._around.lists.read(passage, head.body)
        if head.subject and head.subject.end <= head.body:
            return head.subject._replace(end=head.body)
        spanish = self._around.language == "es"
        addressed = head.body < len(passage.tokens) and passage.tokens[head.body].word in _TO
        listed = self._around.lists.read(passage, head.body + addressed) if addressed is spanish else None
        return self._without_doer(passage, listed) if listed else None

    def _without_doer(self, passage: Passage, listed: PartyList) -> PartyList:
        """Leave out the subject of the aside: «a Canadá, y México lo apoyará, …» asks Canadá alone."""
        verb = self._around.skip(passage, listed.end, self._around.grammar.pronouns)
        if verb >= len(passage.tokens) or not self._plain.opens(passage, verb):
            return listed
        words = [token.word for token in passage.tokens]
        commas = (each for each in range(listed.end - 1, listed.start, -1) if words[each] == ",")
        comma = next((each for each in commas if words[each + 1] in _AND), listed.end)
        place = passage.tokens[comma].start
        return listed._replace(end=comma, members=tuple(m for m in listed.members if m.start < place))

    def _resumes(self, passage: Passage, index: int) -> bool:
        """Tell whether the request begins at a token: «que elabore», «a elaborar», "to draft"."""
        word = passage.tokens[index].word
        if word == "to":
            return self._around.opens_doing(passage, index + 1)
        if word in {"a", "para"} and self._around.is_infinitive(passage, index + 1):
            return True
        spanish = self._around.language == "es" and passage.tokens[index].sort is Sort.WORD
        noun = self._around.skip(passage, index, self._around.grammar.determiners)
        named = noun > index and self._around.verbs.verb_of_action(passage.tokens[noun].word)
        return self._wants(passage, index) or (
            spanish and bool(named or self._around.verbs.is_infinitive(word))
        )

    def _wants(self, passage: Passage, index: int) -> bool:
        """Tell whether «que» or «a que» opens a subjunctive: «que (lo) elabore», not «que será sede»."""
        index += passage.tokens[index].word in {"a", "para"}
        if index >= len(passage.tokens) or passage.tokens[index].word != "que":
            return False
        return self._around.is_subjunctive(
            passage, self._around.skip(passage, index + 1, self._around.grammar.pronouns)
        )


def resumed(aside: Aside, head: Head) -> Head:
    """Build the head of the request after an aside with a duty of somebody else."""
    return Head(Move.ASK, aside.end, aside.end, head.cue, aside.asked, refers=True)
