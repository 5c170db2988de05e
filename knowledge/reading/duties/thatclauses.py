"""Read clauses with «que»: a duty with its party and action, or a mere statement."""

from enum import StrEnum
from typing import NamedTuple

from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.heads import Surroundings
from knowledge.reading.duties.passages import Passage, Sort, WordPhrases
from knowledge.reading.duties.subjects import SubjectFinder

_SHOULD = frozenset({"should", "shall", "will", "would", "to"})
_WILL = frozenset({"shall", "will", "would", "be"})
_MAY = frozenset({"may", "might", "can", "could", "cannot", "need", "needn"})
"""Auxiliaries of what may or need not be done: "the closing date need not be extended"."""
_PERFECT = frozenset({"ha", "han", "has", "have", "had", "habian"})
_BY = frozenset({"por", "by"})
_ALWAYS = frozenset({"debe", "deben"})
_VERB_WITHIN = 14
"""Most tokens between «que» and its finite verb: «que, con apoyo de la OIM, trabajen»."""


class Doing(StrEnum):
    """The grammatical form of an action."""

    INFINITIVE = "infinitive"
    """«a remitir», "to submit"."""
    FINITE = "finite"
    """«que remita», "that the TS submit"."""
    NOUN = "noun"
    """«la elaboración de un plan»."""
    ROLE = "role"
    """«(como) sede del taller»: a role to take on."""
    HOST = "host"
    """«la reunión»: an event to host."""
    NONE = "none"
    """No action: a list of items follows instead, or nothing is to be done."""


class Complement(NamedTuple):
    """The parties bound by a clause, and the token where their action begins.

    `names` are canonical, or the act's wording for an unregistered party; empty if nobody is named.
    `inferred` says that they are the antecedent of a pronoun or of a null subject.
    """

    names: tuple[str, ...]
    doing: Doing
    verb: int
    inferred: bool = False


class ThatReader:
    """Reads clauses after «que»."""

    def __init__(self, around: Surroundings, cues: Cues) -> None:
        self._around = around
        self._lists = around.lists
        self._verbs = around.verbs
        self._grammar = around.grammar
        self._auxiliaries = WordPhrases(cues.actors.auxiliaries)
        self._subjects = SubjectFinder(around.lists, cues.grammar, around.verbs, around.language)

    def asked(self, passage: Passage, start: int, end: int, topic: tuple[str, ...]) -> Complement:
        """Read a request: «la ST elabore un plan», «se elabore un plan»."""
        listed = self._lists.read(passage, start)
        if listed is None or listed.end >= end:
            return Complement((), Doing.FINITE, self.finite_verb(passage, start, end))
        if self._is_passive(passage, listed.end) and listed.members[0].party == "any":
            verb = self.finite_verb(passage, listed.end, end)  # "that it be implemented by all States"
            return Complement(self._agent(passage, listed.end, end), Doing.FINITE, verb)
        names = self._lists.names(listed, passage, topic)
        pronoun = all(token.party == "any" for token in listed.members)
        return Complement(names, Doing.FINITE, self.finite_verb(passage, listed.end, end), pronoun)

    def _is_passive(self, passage: Passage, index: int) -> bool:
        following = passage.tokens[index + 1].word if index + 1 < len(passage.tokens) else ""
        return passage.tokens[index].word in {"be", "sea", "sean"} and (
            self._verbs.is_participle(following) or self._verbs.verb_of_participle(following) != following
        )

    def agreed(self, passage: Passage, start: int, end: int, topic: tuple[str, ...]) -> Complement:
        """Read an agreement, which may be a mere statement: «la migración debe ser ordenada»."""
        nothing = Complement((), Doing.NONE, end)
        found = self.asked(passage, start, end, topic)
        if found.names:
            stated = self._is_stated(passage, found.verb, end)
            return nothing if stated or self._is_opinion(passage, start, found, end) else found
        verb = self._binding_verb(passage, start, end)
        if verb is None:
            return nothing
        agent = self._agent(passage, verb, end)
        named = self._subjects.wordings.worded(passage, start, verb)
        if agent or self._is_left_open(passage, start, verb):
            return Complement(agent, Doing.FINITE, self.finite_verb(passage, verb, end))
        return Complement((named,), Doing.FINITE, self.finite_verb(passage, verb, end)) if named else nothing

    def finite_verb(self, passage: Passage, start: int, end: int) -> int:
        """Find the verb of a clause with «que», past pronouns, adverbs, auxiliaries and phrases in commas."""
        small = self._grammar.pronouns | self._grammar.adverbs | _SHOULD
        first = self._around.skip(passage, start, small)
        if first < end and (
            passage.tokens[first].word == "," or passage.tokens[first].word in self._grammar.subordinators
        ):
            comma = next((each for each in range(first + 1, end) if passage.tokens[each].word == ","), first)
            first = self._around.skip(passage, comma + 1, small)
        after = self._auxiliaries.after(passage, first) if first < end else None
        if after and after < end:
            return self._around.skip(passage, after, small)
        word = passage.tokens[first].word if first < end else ""
        if word and not self._opens_phrase(word):
            return first
        near = range(first, min(end, first + _VERB_WITHIN))
        return next((each for each in near if self._is_verb(passage, each)), end)

    def after_aside(self, passage: Passage, start: int, end: int) -> int:
        """Step over a phrase before the verb: «(a que) según corresponda, establezcan registros»."""
        if start >= end or passage.tokens[start].word not in self._grammar.phrase_openers:
            return start
        commas = (each for each in range(start, end - 1) if passage.tokens[each].word == ",")
        after = next(commas, start - 1) + 1
        verb = self._around.skip(passage, after, self._grammar.pronouns)
        return after if self._around.is_subjunctive(passage, verb) else start

    def _opens_phrase(self, word: str) -> bool:
        """Tell whether a word opens a phrase before the verb («en el plazo de …»); any other is the verb."""
        grammar = self._grammar
        return word in grammar.determiners | grammar.prepositions | grammar.phrase_openers

    def _is_verb(self, passage: Passage, index: int) -> bool:
        """Tell a future or subjunctive from a noun that looks like one: «el informe»."""
        before = passage.tokens[index - 1].word if index else ""
        if (
            before in self._grammar.determiners - self._grammar.pronouns
            or before in self._grammar.prepositions
        ):
            return False
        coming = self._verbs.is_coming(passage.raw(index))
        return coming or self._around.is_subjunctive(passage, index)

    def _is_opinion(self, passage: Passage, start: int, found: Complement, end: int) -> bool:
        """Tell «coincidieron en que los países deben respetar el asilo»: of all, for good, by no day."""
        words = [token.word for token in passage.tokens[passage.sentence(start)[0] : start]]
        alike = any(self._verbs.infinitive_of(word) == "coincidir" for word in words)
        alike = alike or words[-4:-1] == ["de", "acuerdo", "en"]
        of_all = found.names == self._around.deciders.all_members[:1]
        last = passage.tokens[end - 1].end
        dated = any(each.isdigit() for each in passage.text[passage.tokens[start].start : last])
        return alike and of_all and not dated and passage.tokens[found.verb - 1].word in _ALWAYS

    def _is_stated(self, passage: Passage, verb: int, end: int) -> bool:
        """Tell whether a verb is indicative: «la ST ha cumplido», "IOM presented", not «la ST publique»."""
        if verb >= end:
            return True
        word, raw = passage.tokens[verb].word, passage.raw(verb).lower()
        if word in _PERFECT or raw.endswith(("ó", "aron", "ieron")):
            return True
        if self._around.language == "en":
            return not self._around.is_base(word) and self._verbs.base_of_finite(word) is not None
        indicative = self._verbs.infinitive_of(word) is not None and not self._verbs.is_coming(raw)
        return indicative and not self._around.is_subjunctive(passage, verb)

    def _binding_verb(self, passage: Passage, start: int, end: int) -> int | None:
        """Find the verb of a clause on a thing that states an action, or None."""
        for index in range(start, end):
            word = passage.tokens[index].word
            if word in self._grammar.subordinators:
                return None
            auxiliary = self._auxiliaries.after(passage, index)
            if auxiliary or word == "be" or self._is_verb(passage, index):
                if not _MAY.isdisjoint(token.word for token in passage.tokens[start:index]):
                    return None
                return None if self._is_state(passage, auxiliary or index, end) else index
        return None

    def _is_state(self, passage: Passage, verb: int, end: int) -> bool:
        """Tell whether a verb states how something is: «sea ordenada», "will remain", not «sea remitido»."""
        word = passage.tokens[verb].word if verb < end else ""
        following = passage.tokens[verb + 1].word if verb + 1 < end else ""
        if word == "be" or (self._verbs.infinitive_of(word) or word) == "ser":
            return not self._verbs.is_nonfinite(following)
        return (self._verbs.infinitive_of(word) or word) in self._grammar.states

    def _is_left_open(self, passage: Passage, start: int, verb: int) -> bool:
        """Tell whether a duty names no agent: «se elabore un plan», "a plan will be drafted".

        «Debe» without an agent states a principle.
        """
        if self._around.language == "en":
            return passage.tokens[verb].word in _WILL
        auxiliary = self._auxiliaries.after(passage, verb)
        return auxiliary is None and (
            self._verbs.infinitive_of(passage.tokens[verb].word) == "ser"
            or any(token.word == "se" for token in passage.tokens[max(start, verb - 2) : verb])
        )

    def _agent(self, passage: Passage, verb: int, end: int) -> tuple[str, ...]:
        """Return the agent of a passive: «por la ST», "by each country"."""
        for index in range(verb, end):
            listed = self._lists.read(passage, index + 1) if passage.tokens[index].word in _BY else None
            if listed and listed.end <= end and passage.tokens[index + 1].sort is not Sort.MARK:
                return self._lists.names(listed, passage)
        return ()
