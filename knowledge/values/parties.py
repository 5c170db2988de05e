"""Parties: countries, bodies, networks and groups, each with all of its names."""

from enum import StrEnum

from pydantic import Field

from knowledge.values.base import Value


class PartyKind(StrEnum):
    """What sort of party it is."""

    COUNTRY = "country"
    ORGANIZATION = "organization"
    OFFICE = "office"
    FORUM = "forum"
    NETWORK = "network"
    GROUP = "group"


class Party(Value):
    """A party and its names; the fields are explained at the top of parties.yaml.

    `member` is a member country of the forum, `all_members` a group that every one of them belongs to, and
    `abroad` any other country of the world, which is looked for in acts only.
    `short` are wordings that mean the party only where no name follows: «la Secretaría», not «la Secretaría
    de Salud».
    """

    name: str
    english: str
    kind: PartyKind
    member: bool = False
    all_members: bool = False
    abroad: bool = False
    full: dict[str, str] = Field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()

    @property
    def written(self) -> tuple[str, ...]:
        """Every form that an act may write."""
        return tuple(dict.fromkeys((self.name, self.english, *self.full.values(), *self.aliases)))
