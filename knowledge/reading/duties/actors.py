"""Lists of parties in a passage: «a la OIM, al ACNUR y a la ST»."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from knowledge.language.folding import fold
from knowledge.language.numbers import number_of
from knowledge.language.parties import PartyRegister
from knowledge.language.verbs import Verbs
from knowledge.reading.duties.antecedents import Antecedents
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.described import DescriptionFinder
from knowledge.reading.duties.joints import after_joiner, commas_before
from knowledge.reading.duties.partytitles import TitleFinder
from knowledge.reading.duties.passages import Passage, Sort, Token, WordPhrases
from knowledge.values.parties import PartyKind

_NAMES = frozenset({Sort.PARTY, Sort.MEETING, Sort.BACK})
_TO = frozenset({"a", "al", "to"})
_LAST = frozenset({"y", "e", "o", "u", "ni", "como", "and", "or", "well"})
_EACH = frozenset({"cada", "each", "every"})
_FORUMS = frozenset({PartyKind.FORUM})


class PartyList(NamedTuple):
    """Parties named together, in the tokens from `start` up to `end`."""

    start: int
    end: int
    members: tuple[Token, ...]


class PartyLists:
    """Reads lists of parties, and resolves them to canonical names."""

    def __init__(
        self, register: PartyRegister, cues: Cues, verbs: Verbs, body: str | None, met: tuple[str, ...] = ()
    ) -> None:
        self._register = register
        self._descriptions = DescriptionFinder(cues, verbs)
        self._grammar = cues.grammar
        self._titles = TitleFinder(cues, self._descriptions, self.are_countries)
        self._auxiliaries = WordPhrases(cues.actors.auxiliaries)
        self._exceptions = WordPhrases(cues.grammar.exceptions)
        self.made_up = WordPhrases(cues.actors.made_up_of)
        """Phrases before the members of a group: «integrado por»."""
        binding = (*cues.actors.bodies, *cues.actors.local, *cues.actors.institutions, *cues.actors.offices)
        nouns = {fold(name).split()[-1] for name in binding}
        self.body_nouns = frozenset(nouns | {noun + plural for noun in nouns for plural in ("s", "es")})
        """Folded nouns of bodies that can be bound although no file names them: «los consulados»."""
        self.describing = frozenset(map(fold, cues.actors.described))
        """Folded nouns of parties that an act binds by a description: «los países interesados»."""
        events = {fold(each).split()[0] for each in (*cues.events.nouns, *cues.events.happenings)}
        self.things = cues.grammar.things | events | {fold(each).split()[-1] for each in cues.events.nouns}
        """Folded nouns of documents, bodies and events, which are never bound whatever their names say."""
        self._antecedents = Antecedents(register, self.describing, body, met)
        self._known: tuple[Passage | None, list[PartyList]] = (None, [])

    def read(self, passage: Passage, position: int) -> PartyList | None:
        """Read the list that begins at a token, with or without articles and titles before each party.

        All members but some, or those with a description, become one party in the act's words:
        «cada país miembro, salvo Canadá», «los países que adeudan cuotas».
        """
        listed = self._read(passage, position)
        if listed is None:
            return self._unnamed(passage, position)
        if len(listed.members) > 1 or not self._is_set(listed.members[0]):
            return listed
        return self._but_some(passage, position, listed) or self._some(passage, position, listed) or listed

    def _is_set(self, token: Token) -> bool:
        """Tell whether a token stands for all members or points back to some of them: «los tres países»."""
        return self.are_members(token) or (token.sort is Sort.BACK and token.party == "country")

    def _unnamed(self, passage: Passage, position: int) -> PartyList | None:
        """Read «quienes adeuden cuotas», "those who owe"."""
        found = self._descriptions.unnamed(passage, position)
        return self._worded(passage, *found, start=position) if found else None

    def _some(self, passage: Passage, position: int, listed: PartyList) -> PartyList | None:
        """Read some of the members by a number or a description: «tres países», «los países en mora».

        A forum's own name for all its members is not extended by a description after it.
        """
        last = listed.end - 1
        while passage.tokens[last] != listed.members[0]:
            last -= 1
        written = passage.words(last, last + 1)
        named = any(len(written) == each.end - each.start for each in self._register.find(written))
        end = listed.end if named else self._descriptions.end(passage, listed.end)
        first = last
        if self.are_members(listed.members[0]):
            first = self._descriptions.start(passage, last, len(self._register.members))
        if end == listed.end and first == last:
            return None
        for comma in commas_before(passage.tokens, listed.end, end):  # «los países en mora, Belice y Panamá,»
            told = self._read(passage, comma + 1)
            closed = told is not None and told.end == end - (_word(passage.tokens, end - 1) == ",")
            if told and closed and self.are_countries(told.members):
                return PartyList(listed.start, end, told.members)
        position += _word(passage.tokens, position) in self._grammar.prepositions
        first = position if _word(passage.tokens, position) in _EACH else first
        return self._worded(passage, first, end, start=listed.start)

    def _worded(self, passage: Passage, first: int, end: int, *, start: int) -> PartyList:
        """Return a list whose only party is named by the act's own words."""
        worded = self._descriptions.worded(passage, first, end)
        token = Token(passage.tokens[first].start, passage.tokens[end - 1].end, "", Sort.PARTY, worded)
        return PartyList(min(start, first), end, (token,))

    def _but_some(self, passage: Passage, position: int, listed: PartyList) -> PartyList | None:
        """Read «los países, salvo Canadá»."""
        aside = listed.end + (_word(passage.tokens, listed.end) == ",")
        after = self._exceptions.after(passage, aside) if aside < len(passage.tokens) else None
        taken_out = self._read(passage, after) if after and self.are_members(listed.members[0]) else None
        if taken_out is None:
            return None
        first = listed.start
        while first > position and passage.tokens[first - 1].word in _EACH:
            first -= 1
        worded = passage.words(first, taken_out.end)
        token = Token(
            passage.tokens[first].start, passage.tokens[taken_out.end - 1].end, "", Sort.PARTY, worded
        )
        closed = _word(passage.tokens, taken_out.end) == "," and aside > listed.end
        return PartyList(listed.start, taken_out.end + closed, (token,))

    def _read(self, passage: Passage, position: int) -> PartyList | None:
        tokens = passage.tokens
        members: list[Token] = []
        first = end = position
        joined = closed = commas_only = False
        alone: PartyList | None = None
        addressed = _word(tokens, position) in _TO or _word(tokens, position - 1) in _TO
        while (found := self._member(passage, position)) is not None:
            parted = addressed or (closed and _word(tokens, end) == ",")
            if members and parted and self._begins_clause(passage, found + 1):
                break
            first = first if members else found
            members.append(tokens[found])
            end = self._after_qualifier(tokens, found + 1)
            alone = alone or PartyList(first, end, tuple(members))
            position = after_joiner(tokens, end, self._grammar.joiners)
            if joined and position == end + 1 and tokens[end].word == ",":
                break  # after «X y Y» a comma begins something else: «dictamen de X y Y, la ST …»
            closed = joined
            commas_only = commas_only or (position == end + 1 and tokens[end].word == ",")
            joined = joined or any(token.word in _LAST for token in tokens[end:position])
            beside = position == end and position < len(tokens) and tokens[position].sort is Sort.PARTY
            if position == end and not beside:
                break
            if (
                self._member(passage, position) is None
                and _word(tokens, position) in self._grammar.prepositions
            ):
                position += 1
        if commas_only and not joined and _word(tokens, end) != ":":
            return alone  # «a instancias de X, el Grupo …»: commas alone make no list
        return PartyList(first, end, tuple(members)) if members else None

    def all(self, passage: Passage) -> list[PartyList]:
        """List the lists of a passage, in order."""
        if self._known[0] is passage:
            return self._known[1]
        found: list[PartyList] = []
        position = 0
        while position < len(passage.tokens):
            listed = self.read(passage, position) if passage.tokens[position].sort in _NAMES else None
            if listed:
                found.append(listed)
            position = listed.end if listed else position + 1
        self._known = passage, found
        return found

    def described(self, passage: Passage) -> frozenset[int]:
        """Return the tokens inside descriptions of parties, whose verbs bind nobody."""
        opening = (self._unnamed(passage, first) for first in passage.sentence_starts)
        lists = [*self.all(passage), *filter(None, opening)]
        members = [each.members[0] for each in lists if len(each.members) == 1]
        spans = [(each.start, each.end) for each in members if each not in passage.tokens]
        return frozenset(
            index
            for index, token in enumerate(passage.tokens)
            if any(start < token.start < end for start, end in spans)
        )

    def named_after(self, phrases: WordPhrases, passage: Passage, start: int, end: int) -> tuple[str, ...]:
        """Return the canonical names after the first phrase between two tokens: «organizado por X y Y»."""
        for index in range(start, end):
            after = phrases.after(passage, index)
            listed = self.read(passage, after) if after else None
            if listed:
                return self.names(listed, passage)
        return ()

    def written(self, text: str) -> tuple[str, ...]:
        """Return the parties in a text that consists only of their names: «OIM y ACNUR»."""
        found = self._register.find(text)
        rest = text
        for each in reversed(found):
            rest = rest[: each.start] + rest[each.end :]
        small = self._grammar.joiners | self._grammar.determiners
        plain = set(re.findall(r"\w+", fold(rest))) <= small
        return tuple(dict.fromkeys(each.name for each in found)) if plain else ()

    def called(self, text: str) -> tuple[str, ...]:
        """Return the parties whose short name is the whole text: «todos los países»."""
        folded = " ".join(re.findall(r"\w+", fold(text)))
        known = self._register.parties.values()
        return tuple(party.name for party in known if folded in map(fold, party.short))

    def is_worded(self, name: str) -> bool:
        """Tell whether a name is the act's wording for a body that is not in the register."""
        return name not in self._register.parties and bool(set(fold(name).split()) & self.body_nouns)

    def are_members(self, token: Token) -> bool:
        """Tell whether a token stands for all members: "countries" in "interested countries"."""
        party = self._register.parties.get(token.party) if token.sort is Sort.PARTY else None
        return party is not None and party.all_members

    def names(self, listed: PartyList, passage: Passage, topic: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Return the canonical names in a list; `topic` is the antecedent of "it" and similar pronouns."""
        names: dict[str, None] = {}
        for token in listed.members:
            told = (
                tuple(one for one in each.members if one.end <= token.start) for each in self.all(passage)
            )
            before = [members for members in told if members]
            names.update(dict.fromkeys(self._antecedents.names(token, passage, before, topic)))
        return tuple(names)

    def remember(self, passage: Passage) -> None:
        """Keep the lists of a passage as antecedents for later passages."""
        self._antecedents.remember(passage, [each.members for each in self.all(passage)])

    def forget(self) -> None:
        """Forget what was remembered: a new provision begins."""
        self._antecedents.forget()

    def are_countries(self, members: Iterable[Token]) -> bool:
        """Tell whether all parties of a list are countries."""
        known = self._register.parties
        return all(each.party in known and known[each.party].kind is PartyKind.COUNTRY for each in members)

    def is_office(self, name: str) -> bool:
        """Tell whether a name is the secretariat or presidency, which speaks for the forum."""
        known = self._register.parties.get(name)
        return known is not None and known.kind is PartyKind.OFFICE

    def _member(self, passage: Passage, position: int) -> int | None:
        """Return the index of the party that begins at a token, past its articles and titles."""
        tokens = passage.tokens
        if _word(tokens, position) in self._grammar.prepositions:
            position += 1
        first = position
        while position < len(tokens):
            after = self._titles.after(passage, position)
            after = after or self._before_set(passage, position, follows=position > first)
            if after is None and tokens[position].word not in self._grammar.determiners:
                break
            position = after or position + 1
        return position if position < len(tokens) and tokens[position].sort in _NAMES else None

    def _before_set(self, passage: Passage, position: int, *, follows: bool) -> int | None:
        """Step over a word before a set of members: «cuatro Países Miembros», "(the) pilot countries"."""
        tokens = passage.tokens
        if position + 1 >= len(tokens) or not self.are_members(tokens[position + 1]):
            return None
        describes = follows and self._descriptions.is_modifier(passage, position)
        return position + 1 if describes or number_of(tokens[position].word) is not None else None

    def _after_qualifier(self, tokens: tuple[Token, ...], end: int) -> int:
        """Step over «de la CRM» after «Países Miembros», «de los dos países» after «los Ministerios»."""
        position = end
        if _word(tokens, position) not in {"de", "del", "of"}:
            return end
        of_body = tokens[end - 1].sort is Sort.PARTY and self.is_worded(tokens[end - 1].party)
        position += 1
        while _word(tokens, position) in self._grammar.determiners:
            position += 1
        party = self._register.parties.get(tokens[position].party) if position < len(tokens) else None
        if of_body and position < len(tokens) and tokens[position].sort is Sort.BACK:
            return position + 1
        kinds = _FORUMS | {PartyKind.ORGANIZATION, *([PartyKind.COUNTRY] if of_body else [])}
        return position + 1 if party and party.kind in kinds else end

    def _begins_clause(self, passage: Passage, position: int) -> bool:
        """Tell whether a party before a token is a new subject: «…, y la PPT enviará», ", and IOM will"."""
        if position >= len(passage.tokens):
            return False
        future = re.search(r"(?:rá|rán)$", passage.raw(position)) is not None
        return future or self._auxiliaries.after(passage, position) is not None


def _word(tokens: tuple[Token, ...], position: int) -> str:
    return tokens[position].word if 0 <= position < len(tokens) else ""
