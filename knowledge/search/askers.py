"""Find the parties that request or propose something in a provision, besides the roles read from the act.

«Solicitud de Estados Unidos», «cambios solicitados por Canadá y México», «Honduras propuso».
"""

import re
from collections.abc import Iterator, Sequence

from knowledge.language.folding import words
from knowledge.language.notions import Notion
from knowledge.language.parties import Mention, PartyRegister
from knowledge.language.thesaurus import Thesaurus
from knowledge.values.acts import Role

NEAR = 6
"""How many words before or after a party may say what it does."""

_ROLES: dict[str, Role] = {
    Notion.PROPOSE: Role.PROPOSER,
    Notion.RECOMMEND: Role.PROPOSER,
    Notion.REQUEST: Role.REQUESTER,
}
_SENTENCE = re.compile(r"[.;:]\s")
# Words between an action and its party, between two parties, and before a party that shares the last action.
_BY = frozenset({"de", "del", "por", "of", "by", "from"})
_OF = _BY | {
    "la",
    "las",
    "el",
    "los",
    "the",
    "delegacion",
    "delegaciones",
    "delegation",
    "delegations",
    "gobierno",
}
_AND = frozenset({"y", "e", "and", "de", "la", "the"})
_OF_THE_SAME = (["la", "de"], ["las", "de"], ["that", "of"])


def askers_in(text: str, register: PartyRegister, thesaurus: Thesaurus) -> Iterator[tuple[Role, str]]:
    """Yield the parties that request or propose something in a text, each with its role."""
    last: tuple[Role, Mention] | None = None
    for mention in register.find(text):
        before = words(_SENTENCE.split(text[: mention.start])[-1])[-NEAR:]
        role = _deed_before(before, thesaurus) or _deed_after(text, mention, thesaurus)
        if role is None and last is not None:
            between = words(text[last[1].end : mention.start])
            goes_on = set(between) <= _AND or between[-2:] in _OF_THE_SAME
            role = last[0] if goes_on else None
        if role:
            last = (role, mention)
            yield role, mention.name


def _deed_before(before: Sequence[str], thesaurus: Thesaurus) -> Role | None:
    for match in thesaurus.find(before):
        role = next((_ROLES[concept] for concept in match.concepts if concept in _ROLES), None)
        rest = before[match.end :]
        if role and set(rest) & _BY and set(rest) <= _OF:
            return role
    return None


def _deed_after(text: str, mention: Mention, thesaurus: Thesaurus) -> Role | None:
    after = words(text[mention.end : mention.end + 12 * NEAR])[:1]
    for match in thesaurus.find(after):
        for concept in match.concepts:
            if concept in _ROLES and concept != Notion.RECOMMEND:
                return _ROLES[concept]
    return None
