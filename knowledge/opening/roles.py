"""Which roles of agents answer a question, which come first, and how each is labelled."""

from collections.abc import Mapping

from knowledge.values.acts import Role
from knowledge.values.notices import mark

PLAIN = "{parties}"
LABELS: Mapping[Role, str] = {
    Role.RESPONSIBLE: mark("Responsable: {parties}"),
    Role.PROPOSER: mark("Lo propuso: {parties}"),
    Role.REQUESTER: mark("Lo solicitó: {parties}"),
    Role.OFFERER: mark("Lo ofreció: {parties}"),
    Role.SUPPORTER: mark("Con el apoyo de: {parties}"),
    Role.PAYER: mark("Lo financia: {parties}"),
    Role.ORGANIZER: mark("Lo organiza: {parties}"),
    Role.THANKED: mark("Se agradece a: {parties}"),
}
NEAR: Mapping[Role, tuple[Role, ...]] = {
    Role.SUPPORTER: (Role.PAYER, Role.SUPPORTER),
    Role.PAYER: (Role.PAYER, Role.SUPPORTER),
    Role.PROPOSER: (Role.PROPOSER, Role.OFFERER),
    Role.REQUESTER: (Role.REQUESTER,),
    Role.THANKED: (Role.THANKED,),
    Role.ABSENT: (Role.ABSENT,),
    Role.RESPONSIBLE: (Role.RESPONSIBLE, Role.DOER, Role.ORGANIZER, Role.PAYER, Role.CHOSEN),
}
"""Roles of agents that answer a question for a role."""

AHEAD = (
    (Role.RESPONSIBLE, Role.ORGANIZER, Role.CHOSEN),
    (Role.PAYER, Role.DOER, Role.OFFERER),
    (Role.PROPOSER, Role.REQUESTER),
    (Role.THANKED, Role.SUPPORTER, Role.PARTICIPANT),
)
PAST = (
    (Role.DOER, Role.CHOSEN, Role.ORGANIZER),
    (Role.OFFERER, Role.PAYER, Role.THANKED),
    (Role.PROPOSER, Role.REQUESTER),
    (Role.SUPPORTER, Role.PARTICIPANT),
    (Role.RESPONSIBLE,),
)
"""Roles of those who will do something and of those who did it, the likeliest first."""

DOING = frozenset({Role.RESPONSIBLE, Role.DOER, Role.ORGANIZER, Role.PAYER, Role.CHOSEN})
ASKING = frozenset({Role.PROPOSER, Role.REQUESTER})
HELPING = frozenset({Role.SUPPORTER, Role.PAYER})
TELLING = frozenset({Role.RESPONSIBLE, Role.PROPOSER, Role.REQUESTER, Role.OFFERER, Role.PAYER})
"""Roles that are always labelled: a requester must not be taken for a doer."""
