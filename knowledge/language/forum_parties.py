"""The parties of a forum: those of forum.yaml, the groups of all members, and further names."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from knowledge.language.countries import countries, country_named
from knowledge.language.datafiles import DataFolders, parse_yaml, read_text
from knowledge.language.folding import words
from knowledge.language.forum import Body, Forum, Name, load_forum
from knowledge.values.base import Value
from knowledge.values.parties import Party, PartyKind

_FILE_NAME = "parties.yaml"
_ARTICLES = frozenset({"el", "la", "los", "las", "the"})
_CONTRACTED = {"el": ("del", "al")}
_LANGUAGES = ("es", "en")


class _Group(Value):
    """A group of parties that belongs to no forum; the fields are explained at the top of groups.yaml."""

    name: str
    english: str
    all_members: bool = False
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()


class _Groups(Value):
    """The contents of groups.yaml."""

    groups: tuple[_Group, ...]
    networks: frozenset[str]


class _Names(Value):
    """An entry of parties.yaml: further names of a party, or a party that forum.yaml doesn't mention."""

    name: Name
    english: Name | None = None
    kind: PartyKind | None = None
    full: dict[str, Name] = Field(default_factory=dict)
    aliases: tuple[Name, ...] = ()
    short: tuple[Name, ...] = ()
    spoken: tuple[Name, ...] = ()


class _Source(NamedTuple):
    """A data file and its text."""

    path: Path
    text: str

    @classmethod
    def of(cls, path: Path) -> "_Source":
        """Read a data file; raise FaultyData if it can't be read."""
        return cls(path, read_text(path))


def load_parties(data: DataFolders) -> tuple[Party, ...]:
    """Read the parties of a forum, its own first; raise FaultyData on a mistake."""
    forum, groups = load_forum(data), _Source.of(data.language / "groups.yaml")
    further = data.forum / _FILE_NAME
    return _parties_of(forum, groups, _Source.of(further) if further.exists() else None)


@lru_cache(maxsize=4)  # a base is opened with the same parties again and again
def _parties_of(forum: Forum, groups: _Source, further: _Source | None) -> tuple[Party, ...]:
    generic = parse_yaml(*groups, _Groups)
    described = (Party(kind=PartyKind.GROUP, **dict(group)) for group in generic.groups)
    parties = {party.name: party for party in (*_described(forum, generic.networks), *described)}
    if further:
        for names in parse_yaml(*further, list[_Names]):
            _add(parties, names)
    return (*parties.values(), *_abroad(parties.values()))


def _described(forum: Forum, networks: frozenset[str]) -> Iterator[Party]:
    yield from map(_member, forum.member_countries)
    own = zip(_LANGUAGES, (forum.called(language) for language in _LANGUAGES), strict=True)
    full = dict(own) if forum.acronym else {}
    yield Party(
        name=forum.short("es"),
        english=forum.short("en"),
        kind=PartyKind.FORUM,
        full=full,
        aliases=() if full else forum.full_names,
    )
    for body in forum.bodies:
        yield _party(body, _kind_of(body, forum, networks))
    for partner in forum.partners:
        yield _party(partner, PartyKind.ORGANIZATION)


def _abroad(parties: Iterable[Party]) -> Iterator[Party]:
    """Yield the countries of the world whose names aren't taken yet."""
    taken = {tuple(words(name)) for party in parties for name in (*party.written, *party.spoken)}
    for country in countries():
        names = (country.name, country.english, *country.aliases)
        if taken.isdisjoint(tuple(words(name)) for name in names):
            yield Party(
                name=country.name,
                english=country.english,
                kind=PartyKind.COUNTRY,
                abroad=True,
                aliases=country.aliases,
            )


def _member(written: str) -> Party:
    country = country_named(written)
    if country is None:
        raise LookupError(written)
    return Party(
        name=country.name,
        english=country.english,
        kind=PartyKind.COUNTRY,
        member=True,
        aliases=country.aliases,
    )


def _kind_of(body: Body, forum: Forum, networks: frozenset[str]) -> PartyKind:
    first = words(body.name_es)[0]
    if first in networks:
        return PartyKind.NETWORK
    if first.endswith("s"):  # «oficinas nacionales de estadística»
        return PartyKind.GROUP
    meets = forum.meetings and body in forum.meeting_bodies
    return PartyKind.FORUM if meets else PartyKind.OFFICE


def _party(body: Body, kind: PartyKind) -> Party:
    full = zip(_LANGUAGES, (body.name_es, body.name_en or body.name_es), strict=True)
    short = tuple(alias for alias in body.aliases if words(alias)[0] in _ARTICLES)
    return Party(
        name=body.name,
        english=body.english,
        kind=kind,
        full=dict(full) if body.acronym_es else {},
        aliases=tuple(each for each in (*body.full_names, *body.aliases) if each not in short),
        short=short,
        spoken=tuple(_as_spoken(short)),
    )


def _as_spoken(short: Iterable[str]) -> Iterator[str]:
    """Yield the spoken forms of names with an article: «el Consejo», «del Consejo»."""
    for wording in short:
        yield wording
        article, *rest = wording.split()
        for contraction in _CONTRACTED.get(article.lower(), ()):
            yield " ".join((contraction, *rest))


def _add(parties: dict[str, Party], names: _Names) -> None:
    """Add further names to the party with a name, or a new party.

    A party whose name is an alias here is merged into it, with its names.
    """
    known = next((party for party in parties.values() if _is_called(party, names.name)), None)
    same = [parties.pop(alias) for alias in names.aliases if alias in parties and parties[alias] != known]
    party = known or Party(name=names.name, english=names.name, kind=PartyKind.ORGANIZATION)
    parties[party.name] = party.model_copy(
        update={
            "english": names.english or party.english,
            "kind": names.kind or party.kind,
            "all_members": any(each.all_members for each in (party, *same)),
            "full": party.full | names.full,
            "aliases": _joined(party.aliases, names.aliases, *(each.written for each in same)),
            "short": _joined(party.short, names.short, *(each.short for each in same)),
            "spoken": _joined(party.spoken, names.spoken, *(each.spoken for each in same)),
        }
    )


def _is_called(party: Party, name: str) -> bool:
    return any(words(written) == words(name) for written in party.written)


def _joined(*names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in names for name in each))
