"""Find the role of each party in a provision: bound, asking, thanked, hosting or only mentioned."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from knowledge.language.folding import fold
from knowledge.language.parties import PartyRegister
from knowledge.reading.duties.actors import PartyList
from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.cues import Cues, RoleCues
from knowledge.reading.duties.eventnames import EventNouns
from knowledge.reading.duties.heads import Move, Surroundings
from knowledge.reading.duties.paragraphs import Paragraph
from knowledge.reading.duties.passages import Passage, WordPhrases
from knowledge.reading.duties.wordings import any_of, participle_pattern
from knowledge.values.acts import Commitment, Event, EventStatus, Meeting, Role

ORDER = (
    Role.RESPONSIBLE,
    Role.ORGANIZER,
    Role.HOST,
    Role.PROPOSER,
    Role.REQUESTER,
    Role.RECIPIENT,
    Role.ABSENT,
    Role.THANKED,
    Role.SUPPORTER,
    Role.PARTICIPANT,
    Role.MENTIONED,
)
"""A party with several roles gets the first of these.

Duties come first, then what it holds, wants or gets, then what was done by it or for it.
"""
_OF = frozenset({"de", "del", "of", "by", "from"})
_BY = frozenset({"por", "by"})
_TO = frozenset({"a", "al", "to"})
_NEAR = 4
"""Tokens between a noun or participle and its party: «la propuesta inicial presentada por Panamá»."""
_LONGEST_TITLE = 4
_LONGEST_PLACE = 80
_LONGEST_LIST = 400
_PLACE = re.compile(
    r"\b(?:en|in|at)\s+(?:la\s+|el\s+)?(?:[Cc]iudad\s+de\s+)?(?:[A-ZÁÉÍÓÚÑ][^,;.()]{1,40},\s*)?$"
)
_PRESENT = re.compile(r"\bpresencia\b|\bobservador|\bpresence\b|\bobserver")


class RoleFinder:
    """Finds the roles of parties in provisions."""

    def __init__(self, register: PartyRegister, cues: Cues, around: Surroundings) -> None:
        self._register = register
        self._lists = around.lists
        self._around = around
        self._titles = WordPhrases(cues.actors.titles)
        self._nouns = EventNouns(cues.events)
        self._cued = [(Role(role), Beside(cued, around)) for role, cued in cues.roles.items()]

    def find(
        self,
        paragraphs: Sequence[Paragraph],
        commitments: Iterable[Commitment],
        events: Iterable[Event],
    ) -> dict[str, Role]:
        """Return the strongest role of each party named in a provision, in order of mention."""
        roles: dict[str, set[Role]] = defaultdict(set)
        for paragraph in paragraphs:
            self._mention(paragraph.passage, roles)
        named = set(roles)
        for paragraph in paragraphs:
            self._read(paragraph, roles)
        for commitment in commitments:
            inferred = "responsible" in commitment.inferred
            _add(roles, commitment.responsible, Role.RESPONSIBLE, only=named if inferred else None)
            _add(roles, commitment.recipient, Role.RECIPIENT)
            _add(roles, commitment.supporters, Role.SUPPORTER)
        for event in events:
            if event.status is not EventStatus.PROPOSED:
                _add(roles, event.organizers, Role.ORGANIZER, only=named)
            _add(roles, event.supporters, Role.SUPPORTER)
        return {name: min(found, key=ORDER.index) for name, found in roles.items()}

    def of_preamble(self, text: str, meeting: Meeting) -> dict[str, Role]:
        """Return the roles of the parties named in the preamble: participants and the host."""
        roles: dict[str, set[Role]] = defaultdict(set)
        for mention in self._register.find(text):
            before = fold(text[max(0, mention.start - _LONGEST_LIST) : mention.start])
            present = _PRESENT.search(before, before.rfind(". ") + 1)
            roles[mention.name].add(Role.PARTICIPANT if present else Role.MENTIONED)
        _add(roles, meeting.participants, Role.PARTICIPANT, only=set(roles))
        if meeting.country in roles:
            roles[meeting.country].add(Role.HOST)
        return {name: min(found, key=ORDER.index) for name, found in roles.items()}

    def _mention(self, passage: Passage, roles: dict[str, set[Role]]) -> None:
        """Note every mentioned party, also in titles; the country where an event takes place is its host."""
        held = bool(self._nouns.find(passage.text))
        for mention in self._register.find(passage.text):
            before = passage.text[max(0, mention.start - _LONGEST_PLACE) : mention.start]
            place = held and _PLACE.search(before)
            roles[mention.name].add(Role.HOST if place else Role.MENTIONED)
        for token in passage.tokens:
            if token.party in self._register.parties:
                roles[token.party].add(Role.MENTIONED)

    def _read(self, paragraph: Paragraph, roles: dict[str, set[Role]]) -> None:
        passage = paragraph.passage
        lists = self._lists.all(passage)
        for listed in lists:
            names = self._lists.names(listed, passage)
            before = self.before(passage, listed)
            for role, beside in self._cued:
                if beside.stands(passage, listed, before):
                    _add(roles, names, role, only=set(roles))
        empty = False
        for clause in paragraph.clauses:
            framed = clause.lead == 0 and paragraph.frame.thanks
            if clause.move is Move.THANK or framed or empty:
                _add(roles, self.thanked(clause, lists, framed=framed), Role.THANKED, only=set(roles))
            # «Agradecer y aceptar el informe de la ST» thanks by the words of the next clause.
            empty = clause.move is Move.THANK and clause.head.body >= clause.end

    def before(self, passage: Passage, listed: PartyList) -> int:
        """Return the token before a list and its titles: the «por» of «por las delegaciones de X»."""
        index = listed.start - 1
        while index > 0:
            starts = range(max(0, index - _LONGEST_TITLE), index)
            title = next((each for each in starts if self._titles.after(passage, each) == index + 1), None)
            if title is None and passage.tokens[index].word not in self._around.grammar.determiners:
                break
            index = index - 1 if title is None else title - 1
        return index

    def thanked(self, clause: Clause, lists: Sequence[PartyList], *, framed: bool) -> tuple[str, ...]:
        """Return the thanked parties: «a X», else the owner of a report or help: «el informe de X»."""
        passage, body = clause.passage, clause.head.start if framed else clause.head.body
        first = passage.tokens[body].word if body < clause.end else ""
        addressed = first in _TO
        direct = self._lists.read(passage, body + addressed)
        if addressed or direct:
            return self._lists.names(direct, passage) if direct else ()
        inside = [each for each in lists if body <= each.start < clause.end]
        given = [each for each in inside if passage.tokens[self.before(passage, each)].word in _TO]
        whose = [each for each in inside if not self._takes_part(passage, each)]
        chosen = next(iter(given or whose), None)
        return self._lists.names(chosen, passage) if chosen else ()

    def _takes_part(self, passage: Passage, listed: PartyList) -> bool:
        """Tell whether parties only take part: «(agradeció) el informe sobre la participación de la PPT»."""
        before = self.before(passage, listed)
        return any(
            role is Role.PARTICIPANT and beside.stands(passage, listed, before) for role, beside in self._cued
        )


class Beside:
    """The words beside a party that give it one role."""

    def __init__(self, cues: RoleCues, around: Surroundings) -> None:
        self._verbs = frozenset(cues.says)
        self._of = frozenset(map(fold, cues.of))
        self._by = re.compile(any_of(map(participle_pattern, cues.by)) if cues.by else r"(?!)")
        self._says = frozenset(form for verb in cues.says for form in around.verbs.finite(verb))

    def is_said_by(self, verb: str) -> bool:
        """Tell whether a verb, in the infinitive, gives its subject the role."""
        return verb in self._verbs

    def stands(self, passage: Passage, listed: PartyList, before: int) -> bool:
        """Tell whether such words are before the list (`before` is its preposition) or after it."""
        tokens = passage.tokens
        preposition = tokens[before].word if before >= 0 else ""
        near = tokens[max(0, before - _NEAR) : before] if before > 0 else ()
        if preposition in _OF and any(token.word in self._of for token in near[-2:]):
            return True
        if preposition in _BY and any(
            self._by.fullmatch(token.word) or token.word in self._of for token in near
        ):
            return True
        return listed.end < len(tokens) and tokens[listed.end].word in self._says


def _add(
    roles: dict[str, set[Role]], names: Iterable[str], role: Role, *, only: set[str] | None = None
) -> None:
    for name in names:
        if only is None or name in only:
            roles[name].add(role)
