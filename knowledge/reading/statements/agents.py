"""Find who does what in a stretch: «Panamá propuso», «elaborado por la OIM», «con fondos de Canadá»."""

import re
from collections.abc import Iterator

from knowledge.language.folding import fold
from knowledge.language.people import PeopleFinder
from knowledge.reading.duties.actors import PartyList
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.heads import Move, Surroundings
from knowledge.reading.duties.passages import Sort
from knowledge.reading.duties.roles import Beside, RoleFinder
from knowledge.reading.duties.subjects import Standing, SubjectFinder
from knowledge.reading.statements.chosen import Agent, ChosenFinder, people_in
from knowledge.reading.statements.stretches import Stretch, StretchFinder
from knowledge.values.acts import Role

_BY = frozenset({"por", "by"})
_OF = frozenset({"de", "del", "of", "from"})
_TO = frozenset({"a", "al", "to"})
_POSSESSIVE = ("'s", "’s")
_LOOKS = re.compile(r"\w{3,}[ai]d[oa]s?")
# A party congratulated on having been selected was chosen; it did not choose.
_DONE_TO = re.compile(
    r"\b(?:por haber sido|por ser|(?:for|on) having been|for being)\s+(?P<what>\w+)", re.IGNORECASE
)
_INFINITIVE = re.compile(r"\w{2,}[aei]r(?:se|l[aeo]s?)?")
_ACTIONS = ("cion", "ciones", "sion", "siones", "miento", "tion", "tions", "ment")
_NEAR = 4
"""Tokens between a participle or noun and its agent."""

_HELPING = frozenset({Role.PAYER, Role.SUPPORTER})
_ROLES = (
    Role.PAYER,
    Role.OFFERER,
    Role.REQUESTER,
    Role.PROPOSER,
    Role.ORGANIZER,
    Role.SUPPORTER,
    Role.PARTICIPANT,
)


class AgentFinder:
    """Finds agents in the stretches of an act."""

    def __init__(
        self,
        around: Surroundings,
        cues: Cues,
        roles: RoleFinder,
        stretches: StretchFinder,
        people: PeopleFinder,
    ) -> None:
        self._around = around
        self._lists = around.lists
        self._roles = roles
        self._stretches = stretches
        self._people = people
        self._subjects = SubjectFinder(around.lists, cues.grammar, around.verbs, around.language)
        self._cued = [
            (role, Beside(file[role], around))
            for role in _ROLES
            for file in (cues.deeds, cues.roles)
            if role in file
        ]
        self._chosen = ChosenFinder(around.lists, cues, people)

    def find(self, stretch: Stretch, *, thanks: bool) -> list[Agent]:
        """List the agents of a stretch; with `thanks` the lead-in above thanks the parties that it names."""
        lists = [
            each for each in self._named(stretch) if stretch.start <= each.start and each.end <= stretch.end
        ]
        if self._chosen.is_choice(stretch.clause):
            return list(self._chosen.find(stretch, lists)) if stretch.is_main else []
        found: list[Agent] = []
        if stretch.is_main and (stretch.clause.move is Move.THANK or thanks):
            found += self._thanked(stretch, framed=stretch.clause.move is not Move.THANK)
        thanked = {name for agent in found for name in agent.names}
        for listed in lists:
            names = self._lists.names(listed, stretch.passage)
            if names and not thanked.issuperset(names):
                found += self._agent(stretch, listed, names)
        for first, last, name in people_in(stretch, self._people):
            if name not in thanked:
                found += self._person(stretch, first, last, name)
        return found

    def _named(self, stretch: Stretch) -> Iterator[PartyList]:
        """Yield the lists of parties named outright; references back to a party are no agents."""
        for listed in self._lists.all(stretch.passage):
            if all(
                token.sort in {Sort.PARTY, Sort.MEETING} and not self._people.is_titled(token.party)
                for token in listed.members
            ):
                yield listed

    def _agent(self, stretch: Stretch, listed: PartyList, names: tuple[str, ...]) -> Iterator[Agent]:
        passage = stretch.passage
        before = self._roles.before(passage, listed)
        cued = next((role for role, beside in self._cued if beside.stands(passage, listed, before)), None)
        preposition = passage.tokens[before].word if before >= stretch.start else ""
        start, end = stretch.start, stretch.end
        if cued in _HELPING and preposition in _OF:
            start, end = max(start, before - _NEAR), listed.end  # others may help in other ways
        if cued:
            yield Agent(cued, names, self._deed_beside(stretch, listed, before), start, end)
        elif preposition in _BY and (verb := self._participle_before(stretch, before)) is not None:
            yield Agent(Role.DOER, names, self._stretches.lemma(passage, verb), start, end)
        elif (verb := self._verb_of(stretch, listed, preposition)) is not None:
            lemma = self._stretches.lemma(passage, verb)
            yield Agent(self._role_of(lemma), names, lemma, start, end)
        elif (verb := self._told_to(stretch, listed, preposition)) is not None:
            lemma = self._stretches.lemma(passage, verb)
            yield Agent(Role.DOER, names, lemma, listed.start, end)
        elif preposition in _OF and self._is_deed(stretch, listed, before - 1):
            yield Agent(Role.DOER, names, "", max(stretch.start, before - 2), listed.end)

    def _told_to(self, stretch: Stretch, listed: PartyList, preposition: str) -> int | None:
        """Return the infinitive after parties asked or allowed to act: «autorizar a la ST a contratar»."""
        passage, spanish = stretch.passage, self._around.language == "es"
        opener, verb = listed.end, listed.end + 1
        if verb >= stretch.end or (preposition in _TO) is not spanish:
            return None
        opens = passage.tokens[opener].word in ({"a", "para"} if spanish else {"to"})
        word, grammar = passage.tokens[verb].word, self._around.grammar
        base = _INFINITIVE.fullmatch(word) if spanish else word.isalpha() and word not in grammar.determiners
        return verb if opens and base else None

    def _is_deed(self, stretch: Stretch, listed: PartyList, noun: int) -> bool:
        """Tell «el dictamen de Canadá» from «a disposición de la ST» and «la reunión del Grupo»."""
        passage, grammar = stretch.passage, self._around.grammar
        if noun <= stretch.start or any(token.sort is Sort.MEETING for token in listed.members):
            return False
        token, before = passage.tokens[noun], passage.tokens[noun - 1].word
        small = grammar.prepositions | grammar.determiners | grammar.coordinators | grammar.adverbs
        if token.sort is not Sort.WORD or token.word in small | grammar.collective:
            return False
        if passage.raw(noun)[:1].isupper() and noun not in passage.sentence_starts:
            return False  # «la Universidad de El Salvador» is another body
        if token.word.endswith(_ACTIONS):
            return False  # «la coordinación de la ST» may be done by others
        return before not in grammar.prepositions - _OF

    def _role_of(self, lemma: str) -> Role:
        return next((role for role, beside in self._cued if beside.is_said_by(lemma)), Role.DOER)

    def _deed_beside(self, stretch: Stretch, listed: PartyList, before: int) -> str | None:
        passage = stretch.passage
        if listed.end < stretch.end and self._stretches.is_finite(passage, listed.end):
            return self._stretches.lemma(passage, listed.end)
        verb = self._participle_before(stretch, before)
        return self._stretches.lemma(passage, verb) if verb is not None else None

    def _participle_before(self, stretch: Stretch, before: int) -> int | None:
        near = range(before - 1, max(stretch.clause.lead, before - _NEAR) - 1, -1)
        words = stretch.passage.tokens
        return next(
            (
                index
                for index in near
                if self._stretches.is_participle(stretch.passage, index)
                or _LOOKS.fullmatch(words[index].word)
            ),
            None,
        )

    def _verb_of(self, stretch: Stretch, listed: PartyList, preposition: str) -> int | None:
        """Return the verb whose subject is a list: after it, or right before it in a relative clause."""
        passage = stretch.passage
        governed = preposition in self._around.grammar.prepositions | _TO
        if governed:
            return None
        after = self._finite_after(stretch, listed)
        if after is not None:
            return after
        before = self._roles.before(passage, listed)
        depends = not stretch.is_main or stretch.clause.move is Move.EVENT
        if depends and before >= stretch.start and self._stretches.is_finite(passage, before):
            return before
        return None

    def _finite_after(self, stretch: Stretch, listed: PartyList) -> int | None:
        for index in range(listed.end, stretch.end):
            if self._stretches.is_finite(stretch.passage, index):
                subject = self._subjects.before(stretch.passage, index)
                found = subject.parties and subject.standing in {Standing.PARTIES, Standing.DEPENDENT}
                same = (
                    found and subject.parties and subject.parties.members[0].start == listed.members[0].start
                )
                return index if same or index == listed.end else None
        return None

    def _thanked(self, stretch: Stretch, *, framed: bool) -> Iterator[Agent]:
        clause = stretch.clause
        thanked = self._roles.thanked(clause, self._lists.all(clause.passage), framed=framed)
        names = [name for name in thanked if not self._people.is_titled(name)]
        people = tuple(name for _, _, name in people_in(stretch, self._people))
        listed = tuple(dict.fromkeys((*names, *people)))
        if not listed:
            return
        yield Agent(Role.THANKED, listed, None, stretch.start, stretch.end)
        done_to = _DONE_TO.search(clause.passage.text, *stretch.characters)
        if done_to:
            deed = self._around.verbs.verb_of_participle(fold(done_to["what"]))
            yield Agent(Role.CHOSEN, people or listed, deed, stretch.start, stretch.end)

    def _person(self, stretch: Stretch, first: int, last: int, name: str) -> Iterator[Agent]:
        """Yield a person who does something: «presidida por el embajador X», «la doctora Y presentó»."""
        tokens = stretch.passage.tokens
        start = next(index for index in range(stretch.start, stretch.end) if tokens[index].end > first)
        end = next((index for index in range(start, stretch.end) if tokens[index].start >= last), stretch.end)
        by = next((index for index in range(start - 1, start - _NEAR, -1) if tokens[index].word in _BY), None)
        if by is not None and (participle := self._participle_before(stretch, by)) is not None:
            lemma = self._stretches.lemma(stretch.passage, participle)
            yield Agent(Role.DOER, (name,), lemma, stretch.start, stretch.end)
        elif end < stretch.end and self._stretches.is_finite(stretch.passage, end):
            lemma = self._stretches.lemma(stretch.passage, end)
            yield Agent(self._role_of(lemma), (name,), lemma, stretch.start, stretch.end)
