"""Find the heads of duties in relative clauses: «…, que ambos países harán llegar a la PPT»."""

from knowledge.reading.duties.actors import PartyList
from knowledge.reading.duties.foundations import FoundationFinder
from knowledge.reading.duties.heads import BINDING, Head, Move, Surroundings
from knowledge.reading.duties.passages import Passage, Sort
from knowledge.reading.duties.subjects import Subject
from knowledge.reading.duties.subjectwordings import SubjectWordings

_RELATIVES = frozenset({"que", "which", "quien", "quienes", "cual", "cuales", "who", "whom"})
_WHOSE = frozenset({"cuyo", "cuya", "cuyos", "cuyas", "whose"})
_PERSONS = frozenset({"quien", "quienes"})
_WHO = frozenset({"quien", "quienes", "cual", "cuales"})
_BEFORE_RELATIVE = frozenset(
    {
        "a",
        "el",
        "la",
        "lo",
        "los",
        "las",
        "al",
        "con",
        "de",
        "del",
        "en",
        "para",
        "por",
        "sobre",
        "respecto",
        "acerca",
    }
    | {"to", "with", "for", "of", "in", "on", "at", "by", "the", "after", "before", "upon", "tras"}
)
_NAMED_WITHIN = 20
_BY = frozenset({"por", "by"})
_WHICH = frozenset({"que", "which", "who"})
_OF_THEM = frozenset({"first", "last", "latter", "former", "each", "all", "half", "most", "some", "one"})
"""Of what was just named, "the first of which shall be submitted" says no more."""
_DECIDING = BINDING | {Move.DECIDE, Move.EVENT}
_DOING = frozenset({Move.DO, Move.AGREE})
_COURTEOUS = frozenset({Move.THANK, Move.NOTE})
_OF_THINGS = frozenset({"que", "cual", "cuales", "cuyo", "cuya", "cuyos", "cuyas"})
_PRONOUNS = frozenset({"cual", "cuales", "which", "whom"})
"""Relative pronouns that aren't conjunctions, too, like «que»."""
_AND = frozenset({"y", "e", "and"})
_TO = frozenset({"a", "al"})
_TO_IN_ENGLISH = frozenset({"to"})
_AGENT_WITHIN = 5
_NOUN_WITHIN = 7


class RelativeHeadFinder:
    """Finds the heads of duties in relative clauses whose subject is known."""

    def __init__(self, around: Surroundings, founded: FoundationFinder, wordings: SubjectWordings) -> None:
        self._around = around
        self._founded = founded
        self._wordings = wordings

    def at(
        self,
        passage: Passage,
        index: int,
        body: int,
        subject: Subject,
        *,
        agentless: bool,
        before: Move | None,
    ) -> Head | None:
        """Read a duty in a relative clause: «…, que ambos países harán llegar», «el dictamen que rendirá X».

        Its subject may be the antecedent: «… a los países, los cuales contestarán en un mes». `before` is the
        move of the clause before.
        """
        link, comma = subject.link, subject.link - 1
        if before in _DECIDING and not (agentless or subject.parties):
            told = self._told_after(passage, link, body)
            if told:
                return Head(Move.DUTY, link, body, subject=told)
        near = self._before_small(passage, comma)
        comma = self._before_noun(passage, near)
        of_which = passage.tokens[link].word == "which" and passage.tokens[link - 1].word == "of"
        of_which = of_which and passage.tokens[link - 2].word not in _OF_THEM
        if agentless and of_which:  # "…, a pilot version of which will be tested"
            back = range(link - 2, max(0, link - _NOUN_WITHIN), -1)
            comma = next((each for each in back if passage.tokens[each].word == ","), comma)
        word = passage.tokens[link].word if link > 0 else ""
        whose = word in _WHOSE and agentless and self._has_agent(passage, body)
        relative = word in _RELATIVES or whose or (word == "that" and comma < near)
        if not relative or passage.tokens[comma].word != ",":
            return None
        told = None if agentless or before in _COURTEOUS else self._told_before(passage, index, link, comma)
        if told is None and not (agentless or subject.parties or before in _COURTEOUS):
            told = self._founded.before(passage, comma)
            # Of a body in capitals DecisionReader makes one duty: «Crear el Comité de Visas, que …».
            told = None if told and before in _DOING and told.members[0] in passage.tokens else told
        if told is None and subject.parties and any(each.party != "any" for each in subject.parties.members):
            told = subject.parties
        if told or (agentless and of_which):
            return Head(Move.DUTY, comma + 1, body, subject=told, agentless=not told)
        worded = "" if agentless or before in _COURTEOUS else self._wordings.worded(passage, link + 1, index)
        if worded and link + 1 < index:
            return Head(Move.DUTY, comma + 1, body, worded=worded)
        return self._owned(passage, index, body, link, comma) if agentless else None

    def _owned(self, passage: Passage, index: int, body: int, link: int, comma: int) -> Head | None:
        """Read a passive on what parties own, or with an agent."""
        owners = self._owners(passage, comma) if link + 1 < index else None
        told = owners or self._has_agent(passage, body)
        return Head(Move.DUTY, comma + 1, body, subject=owners, agentless=True) if told else None

    @staticmethod
    def _before_small(passage: Passage, index: int) -> int:
        """Step back over «respecto de», «por el» and the «y» after a comma: «…, y respecto del (cual)»."""
        pronoun = passage.tokens[index + 1].word in _PRONOUNS
        while index > 0 and passage.tokens[index].word in _BEFORE_RELATIVE:
            index -= 1
        joined = index > 0 and passage.tokens[index].word in _AND and passage.tokens[index - 1].word == ","
        return index - (joined and pronoun)

    def _before_noun(self, passage: Passage, index: int) -> int:
        """Step over the noun of «…, en fecha que Belice comunicará», "…, on a date that Belize will tell"."""
        before = self._before_small(passage, index - 1)
        governed = before < index - 1 and passage.tokens[index].sort is Sort.WORD
        return before if governed and passage.tokens[before].word == "," else index

    def _told_before(self, passage: Passage, index: int, link: int, comma: int) -> PartyList | None:
        """Read the antecedent right before the comma: that of «los cuales», or «al Perú, que»."""
        verb = self._around.skip(passage, link + 1, self._around.grammar.pronouns)
        told_of = passage.tokens[link].word if verb == index else ""
        named = self._named_up_to(passage, comma) if told_of in _WHO | _WHICH else None
        if named is None and told_of in _PERSONS:
            return self._last_named(passage, comma, several=told_of.endswith("s"))
        return named if named and (told_of in _WHO or self._is_given(passage, named)) else None

    def _told_after(self, passage: Passage, link: int, verb: int) -> PartyList | None:
        """Read the subject after its verb: «el dictamen que rendirá la ST», «cuyo informe entregará X»."""
        if link < 1 or passage.tokens[link].word not in _OF_THINGS or verb + 1 >= len(passage.tokens):
            return None
        addressed = passage.tokens[verb + 1].word in self._around.grammar.prepositions
        return None if addressed else self._around.lists.read(passage, verb + 1)

    def _named_up_to(self, passage: Passage, end: int) -> PartyList | None:
        """Read the parties named right before a token."""
        first = passage.sentence(end)[0]
        for start in range(max(first, end - _NAMED_WITHIN), end):
            listed = self._around.lists.read(passage, start)
            if listed and listed.end == end:
                return listed._replace(start=start)
        return None

    def _last_named(self, passage: Passage, end: int, *, several: bool) -> PartyList | None:
        """Read the antecedent of «quien»: «Nombrar a El Salvador coordinador, quien convocará …»."""
        first = passage.sentence(end)[0]
        found = [each for each in self._around.lists.all(passage) if first <= each.start and each.end <= end]
        return found[-1] if found and (len(found[-1].members) > 1) is several else None

    def _is_given(self, passage: Passage, named: PartyList) -> bool:
        """Tell «se confía al Perú, que la pondrá en marcha» from «el informe de la ST, que incluirá …»."""
        to = _TO if self._around.language == "es" else _TO_IN_ENGLISH
        return self._is_agent(passage, named) or any(
            token.word in to for token in passage.tokens[max(0, named.start - 1) : named.end]
        )

    def _is_agent(self, passage: Passage, named: PartyList) -> bool:
        """Tell "will be coordinated by Guatemala, which will report" from "a study by IOM, which will …"."""
        by = next((each for each in range(named.start, 0, -1) if passage.tokens[each].word in _BY), 0)
        if by < max(2, named.start - 1):
            return False
        word, done, verbs = passage.tokens[by - 2].word, passage.tokens[by - 1].word, self._around.verbs
        return word == "be" or (verbs.infinitive_of(word) == "ser" and verbs.verb_of_participle(done) != done)

    def _has_agent(self, passage: Passage, body: int) -> bool:
        """Tell whether «por la ST» or "by the TS" follows a passive."""
        last = min(len(passage.tokens) - 1, body + _AGENT_WITHIN)
        return any(self._around.agents.at(passage, each) for each in range(body, last))

    def _owners(self, passage: Passage, comma: int) -> PartyList | None:
        """Read the parties that own the noun before a comma: «previo dictamen de Canadá y México, …»."""
        found = (each for each in self._around.lists.all(passage) if each.end == comma)
        listed = next(found, None)
        of = listed is not None and passage.tokens[listed.start - 1].word in {
            "de",
            "del",
            "of",
            "la",
            "las",
            "los",
            "the",
        }
        return listed if of else None
