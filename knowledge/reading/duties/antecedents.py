"""Resolve anaphors to parties: «dichos países», «el Grupo», "they"."""

import re
from collections.abc import Iterable, Sequence

from knowledge.language.folding import fold
from knowledge.language.parties import PartyRegister
from knowledge.reading.duties.passages import Passage, Sort, Token
from knowledge.values.parties import PartyKind

Members = tuple[Token, ...]
"""The parties of one list."""

_REMEMBERED = 100
_FOUNDED = re.compile(
    r"\b(?:un|an?)\s+(?P<name>(?P<noun>grupo)(?:\s+(?:de|técnico|ad hoc|virtual)(?:\s+[a-zà-öø-ÿ]+)?)?"
    r"|(?:[a-z-]+\s+){0,2}(?P<group>group))\b"
)
"""«Crear un grupo de trabajo»: «el grupo» below isn't the one that meets."""
_LATTER = frozenset({"the latter", "esta ultima", "este ultimo"})
_THESE = frozenset({"este", "esta", "estos", "estas", "esto", "aquel", "aquella", "aquellos", "aquellas"})
_NUMBERS = {**dict.fromkeys(("ambos", "ambas", "dos", "both", "two"), 2), "tres": 3, "three": 3}
_ONE = frozenset({"dicho", "dicha", "ese", "esa", "este", "esta", "that", "this", "el", "la"})


class Antecedents:
    """Remembers the parties that a provision named, and resolves anaphors to them.

    `describing` are the folded nouns of parties known by a description; `met` are the participants, the
    antecedent of «ambas delegaciones» where no other parties are named.
    """

    def __init__(
        self, register: PartyRegister, describing: frozenset[str], body: str | None, met: tuple[str, ...]
    ) -> None:
        self._register = register
        self._met = met
        self._describing = describing
        self._body = body
        self._earlier: list[Members] = []
        self._founded: dict[str, str] = {}

    def remember(self, passage: Passage, lists: Iterable[Members]) -> None:
        """Keep the lists of a passage as antecedents for later passages."""
        named = (each for each in lists if each[0].sort is Sort.PARTY)
        self._earlier = [*self._earlier, *named][-_REMEMBERED:]
        self._founded |= self._founded_in(passage, len(passage.text))

    def forget(self) -> None:
        """Forget what was remembered: a new provision begins."""
        self._earlier.clear()
        self._founded.clear()

    @staticmethod
    def _founded_in(passage: Passage, end: int) -> dict[str, str]:
        """Return the names of groups that a text introduces («un grupo de trabajo»), by their nouns."""
        found = _FOUNDED.finditer(passage.text, 0, end)
        return {match["noun"] or match["group"]: " ".join(match["name"].split()) for match in found}

    def names(
        self, token: Token, passage: Passage, before: Sequence[Members], topic: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Return the canonical names that a token stands for.

        `before` are the lists before it in its passage, `topic` is the antecedent of "it" and the like.
        """
        if token.sort is Sort.PARTY:
            return (token.party,)
        if token.sort is Sort.MEETING:
            created = self._named_before(token, passage, before)
            if created:
                return (created,)
            return (self._body,) if self._body else ()
        if token.party == "any":
            these = _these(token, passage) or self._is_another(token, topic)
            latter = self._last_before(before) if token.word in _LATTER else ()
            return latter or (self._last_agreeing(passage, token, before) if these else ()) or topic
        return self._pointed_to(token, passage, before)

    def _is_another(self, token: Token, topic: tuple[str, ...]) -> bool:
        """Tell whether «éstos» can't mean the topic, which is one office or country."""
        known = self._register.parties.get(topic[0]) if len(topic) == 1 else None
        single = known is not None and not known.all_members and known.kind is not PartyKind.GROUP
        return token.word in _THESE and token.word.endswith("s") and single

    def _pointed_to(self, token: Token, passage: Passage, inside: Sequence[Members]) -> tuple[str, ...]:
        """Return the antecedent of «dichos países» and the like."""
        before = [*self._earlier, *inside]
        written = passage.text[token.start : token.end]
        worded = written[:1].lower() + " ".join(written.split())[1:]
        if token.party == "country" and any(map(self._are_some, before[-1:])):
            return (worded,)
        candidates = [names for each in before if (names := self._of_sort(each, token.party))]
        words = fold(written).split()
        wanted = next((_NUMBERS[word] for word in words if word in _NUMBERS), 1 if words[0] in _ONE else 0)
        fitting = [names for names in candidates if len(names) == wanted]
        if not fitting and (wanted > 1 or not candidates):
            met = token.party == "country" and len(self._met) == wanted
            named = written.split()[-1][0].isupper() and token.party == "network"  # «la Red»
            alone = (written.split()[-1],) if named else ()
            return self._met if met else (worded,) if wanted > 1 else alone
        return (fitting or candidates or [()])[-1]

    def _are_some(self, members: Members) -> bool:
        """Tell whether a list describes some of the members: «tres países adeudan cuotas; dichos países»."""
        name = members[-1].party
        described = set(fold(name).split()) & self._describing
        return members[-1].sort is Sort.PARTY and name not in self._register.parties and bool(described)

    @staticmethod
    def _last_before(before: Sequence[Members]) -> tuple[str, ...]:
        """Return the party named last before "the latter"."""
        named = [each for members in before for each in members if each.sort is Sort.PARTY]
        return (named[-1].party,) if named else ()

    def _last_agreeing(self, passage: Passage, token: Token, before: Sequence[Members]) -> tuple[str, ...]:
        """Return the last parties before «a estos» or «a esta» that agree with it in number."""
        plural = token.word.endswith("s")
        for members in reversed(before):
            names = tuple(each.party for each in members if each.sort is Sort.PARTY)
            written = passage.text[members[0].start : members[-1].end]
            known = self._register.parties.get(names[0]) if len(names) == 1 else None
            several = len(names) > 1 or (
                fold(written).split()[0].endswith("s")
                and (known is None or known.kind is not PartyKind.COUNTRY)
            )
            if names and several is plural:
                return names
        return ()

    def _named_before(self, token: Token, passage: Passage, before: Sequence[Members]) -> str | None:
        """Return the antecedent of «el Grupo» if the provision named one before, like «un Grupo Técnico»."""
        noun = fold(passage.text[token.start : token.end]).split()[-1]
        founded = self._founded | self._founded_in(passage, token.start)
        if noun in founded:
            return founded[noun]
        named = (each.party for members in reversed([*self._earlier, *before]) for each in members)
        bodies = (name for name in named if name and name not in self._register.parties)
        return next((name for name in bodies if noun in fold(name).split()), None)

    def _of_sort(self, members: Iterable[Token], sort: str) -> tuple[str, ...]:
        parties = [self._register.parties.get(token.party) for token in members if token.sort is Sort.PARTY]
        kinds = {
            "country": {PartyKind.COUNTRY, PartyKind.GROUP},
            "network": {PartyKind.NETWORK},
            "organization": {PartyKind.ORGANIZATION, PartyKind.NETWORK, PartyKind.FORUM},
        }[sort]
        return tuple(dict.fromkeys(party.name for party in parties if party and party.kind in kinds))


def _these(token: Token, passage: Passage) -> bool:
    """Tell whether a token is an unaccented «estos» or «esta»; «ésta» means the topic."""
    written = passage.text[token.start : token.end]
    return token.word in _THESE and written.isascii()
