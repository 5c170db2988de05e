"""Find bodies set up by a decision: «Instálanse las mesas de trabajo», "Establish a working group"."""

from knowledge.language.folding import fold
from knowledge.reading.duties.actors import PartyList
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.heads import Surroundings
from knowledge.reading.duties.passages import Passage, Sort, Token, WordPhrases
from knowledge.reading.duties.subjects import SubjectFinder

_NAMING = frozenset({"de", "del", "of", "for", "on", "sobre", "para"})
"""Prepositions in a body's name: «grupo de trabajo sobre visas»."""
_ON = frozenset({"on", "sobre", "para", "for"})
_OF = frozenset({"de", "del", "of"})


class FoundationFinder:
    """Finds new, unregistered bodies as antecedents of later clauses: «…, que rendirán su informe»."""

    def __init__(self, around: Surroundings, cues: Cues) -> None:
        self._around = around
        self._subjects = SubjectFinder(around.lists, cues.grammar, around.verbs, around.language)
        founding = tuple(map(fold, cues.actors.founding))
        self._founding = frozenset(founding)
        self._made_up = WordPhrases(cues.actors.made_up_of)
        self._forms = self._founding.union(*map(around.verbs.inflections, founding))

    def body(self, passage: Passage, verb: int) -> PartyList | None:
        """Return the body set up by the verb or noun at a token, as the act words it.

        A long name leaves out the topic.
        """
        if verb >= len(passage.tokens) or not self._founds(passage, verb):
            return None
        first = verb + 1 + (verb + 1 < len(passage.tokens) and passage.tokens[verb + 1].word in _OF)
        listed = self._around.lists.read(passage, first)
        if listed and all(self._around.lists.is_worded(each.party) for each in listed.members):
            return listed
        end = self._end(passage, first)
        worded = self._subjects.wordings.worded(passage, first, end) if first < end else ""
        if not worded:
            topics = (each for each in range(first, end) if passage.tokens[each].word in _ON)
            worded = self._subjects.wordings.worded(passage, first, next(topics, first))
        if not worded:
            return None
        span = passage.tokens[first].start, passage.tokens[end - 1].end
        return PartyList(first, end, (Token(*span, "", Sort.PARTY, worded),))

    def before(self, passage: Passage, end: int) -> PartyList | None:
        """Return the body set up right before a token, except for a list of its members between."""
        found = (self.body(passage, each) for each in range(passage.sentence(end)[0], end))
        return next((each for each in found if each and self._reaches(passage, each.end, end)), None)

    def _reaches(self, passage: Passage, start: int, end: int) -> bool:
        """Tell whether at most a list of members is between two tokens: «(un grupo) integrado por México»."""
        if start == end:
            return True
        members = self._made_up.after(passage, start) if start < end else None
        listed = self._around.lists.read(passage, members) if members else None
        return listed is not None and listed.end == end

    def _founds(self, passage: Passage, index: int) -> bool:
        word = passage.tokens[index].word
        if word in self._forms or word.removesuffix("se") in self._forms:
            return True
        named = index + 1 < len(passage.tokens) and passage.tokens[index + 1].word in _OF
        return named and self._around.verbs.verb_of_action(word) in self._founding

    def _end(self, passage: Passage, start: int) -> int:
        """Return where the body's name ends: at a mark, a clause of its own, or a preposition."""
        grammar = self._around.grammar
        stops = grammar.subordinators | (grammar.prepositions | grammar.phrase_openers) - _NAMING
        end = start
        last = passage.sentence(start - 1)[1]
        while end < last and passage.tokens[end].sort is not Sort.MARK:
            token = passage.tokens[end]
            article = end == start and token.word in grammar.determiners
            if (token.word in stops and not article) or self._made_up.after(passage, end):
                break
            end += 1
        return end
