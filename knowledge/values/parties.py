"""Parties: countries, bodies, networks and groups, with all their names."""

from enum import StrEnum

from pydantic import Field

from knowledge.values.base import Value


class PartyKind(StrEnum):
    """The kind of a party."""

    COUNTRY = "country"
    ORGANIZATION = "organization"
    OFFICE = "office"
    FORUM = "forum"
    NETWORK = "network"
    GROUP = "group"


class Party(Value):
    """A party and its names; the fields are explained at the top of parties.yaml.

    `member` marks a member country of the forum, `all_members` a group of all members, and `abroad` any other
    country of the world, which is only looked for in acts. `short` are names that mean the party only if no
    name follows: «la Secretaría», not «la Secretaría de Salud».
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
        """Every form of its name in acts."""
        return tuple(dict.fromkeys((self.name, self.english, *self.full.values(), *self.aliases)))
