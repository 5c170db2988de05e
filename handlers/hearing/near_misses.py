"""Almost correct commands: «/pendiente», «/paises», «/16a», «/conclusion_16a», «/mi pais»."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA
from telegram import Update

from handlers.command import Command
from handlers.commands import COMMANDS
from handlers.context import Context, catalogue_for, message_in
from handlers.desk.officers import Role, role_of
from handlers.groups.addressing import question_in
from handlers.hearing.unknown import answer_unknown
from handlers.markup import escape
from handlers.messages import Message
from handlers.replying.replies import reply
from handlers.replying.run_taps import RunTap
from handlers.replying.running import find_command, run
from handlers.welcome.help import Topic
from knowledge.language.datafiles import BUILT_IN
from knowledge.language.folding import fold
from knowledge.language.parties import PartyRegister
from knowledge.understanding.list_words import ListWords
from knowledge.values.notices import mark
from knowledge.values.parties import PartyKind

_MEANT = mark("¿Quiso decir /{command}?")
_WRITTEN = re.compile(r"/(?P<name>[^\s@]+)(?:@\w+)?\s*(?P<words>.*)", re.DOTALL)
_NUMBER = re.compile(r"(?P<section>[cr]?)(?P<number>\d{1,3}(?:[._-]?[a-z]|[._-]\d{1,2}){0,2})")
_SECTIONS = {"": "conclusion", "c": "conclusion", "r": "recommendation"}
_PLURAL = re.compile(r"e?s")
_ARTICLES = frozenset({"el", "la", "los", "las", "un", "una", "the", "a", "an"})
_FOR = frozenset({"para", "for", "favor", "please"})
_YEAR_ALONE = re.compile(r"\W*(?P<year>(?:19|20)\d\d)\W*")
_SHORTEST = 4
"""Fewest letters for a word with one typo to identify a command."""
_ONE = frozenset({PartyKind.COUNTRY, PartyKind.ORGANIZATION, PartyKind.OFFICE, PartyKind.NETWORK})
_ALIKE = 0.6
"""Minimum similarity of a word to a command for it to be offered."""


class Meant(NamedTuple):
    """A command and the words after it; unless `is_certain`, ask whether it was meant."""

    command: Command
    words: str
    is_certain: bool = True


async def answer_near_miss(update: Update, context: Context) -> None:
    """Run the command if it is certain, offer the likeliest one, or say that there is none."""
    meant = understand(question_in(message_in(update)), role_of(update, context))
    if meant is None:
        await answer_unknown(update, context)
        return
    if meant.is_certain:
        await run(update, context, meant.command, meant.words)
        return
    catalogue = catalogue_for(update, context)
    name = meant.command.name(catalogue.language)
    tap = RunTap(meant.command.en[0], meant.words)
    tap = tap if tap.fits else tap._replace(words="")
    text = escape(catalogue.text(_MEANT, command=name))
    await reply(message_in(update), [Message(text, ((tap.button(f"/{name}"),),))])


def understand(text: str, role: Role | None = None) -> Meant | None:
    """Return the command that a text most likely means, among those for everybody and for a role."""
    match = _WRITTEN.fullmatch(text)
    if match is None:
        return None
    name, words = fold(match["name"]), match["words"].strip()
    names = _names(role)
    return next(_certain(names, name, words), None) or _likeliest(names, name, words)


def said_in_words(text: str, register: PartyRegister, role: Role | None) -> Meant | None:
    """Return the command that a message names without its slash, or None if it is a question."""
    named = named_alone(text)
    return (
        (Meant(named, "") if named else None)
        or named_with_number(text, role)
        or named_to_be_set(text)
        or named_with_party(text, register)
        or asks_to_be_reminded(text, register)
        or year_alone(text)
        or party_alone(text, register)
    )


def named_alone(text: str) -> Command | None:
    """Return the public command whose name, without the slash, is the whole message: «ayuda».

    In a name of several words one letter may differ: «borra mis datos».
    """
    names, said = _names(None), "_".join(re.findall(r"\w+", fold(text)))
    near = (each for name, each in names.items() if "_" in name and OSA.distance(name, said) == 1)
    return names.get(said) or next(near, None)


def named_with_party(text: str, register: PartyRegister) -> Meant | None:
    """Return the command that a message names with only a party: «el calendario de Panamá»."""
    said = re.findall(r"\w+", text)
    frames = ListWords.load(BUILT_IN.language).frames | _ARTICLES
    names = {name: each for name, each in _names(None).items() if each.takes_party}
    place = next((place for place, word in enumerate(said) if fold(word) in names), None)
    if place is None or any(fold(word) not in frames for word in said[:place]):
        return None
    party = register.named(" ".join(word for word in said[place + 1 :] if fold(word) not in _FOR))
    return Meant(names[fold(said[place])], party) if party else None


def named_to_be_set(text: str) -> Meant | None:
    """Return the command for a setting that a message asks to change: «¿cómo quito los avisos?».

    One further word may name the language: "change the language to Spanish".
    """
    said = re.findall(r"\w+", text)
    spoken = ListWords.load(BUILT_IN.language)
    names = {name: each for name, each in _names(None).items() if each.topic is Topic.CHOICES}
    for length in (3, 2, 1):  # «mi país»
        for place in range(1, len(said) - length + 1):
            named = names.get(fold("_".join(said[place : place + length])))
            rest = [
                word for word in (*said[:place], *said[place + length :]) if fold(word) not in spoken.frames
            ]
            others = [word for word in rest if fold(word) not in spoken.settings]
            if named and rest and len(others) <= (1 if named.en[0] == "language" else 0):
                return Meant(named, " ".join(others))
    return None


def party_alone(text: str, register: PartyRegister) -> Meant | None:
    """Return the command for a country or body if its name is the whole message: «¿Panamá?»."""
    named, command = register.named(text.strip(" ?¿!¡.")), _names(None).get("country")
    is_one = named is not None and register.parties[named].kind in _ONE
    return Meant(command, named) if command and named and is_one else None


def year_alone(text: str) -> Meant | None:
    """Return the command for meetings if a year is the whole message."""
    year, command = _YEAR_ALONE.fullmatch(text), _names(None).get("meeting")
    return Meant(command, year["year"]) if year and command else None


def asks_to_be_reminded(text: str, register: PartyRegister) -> Meant | None:
    """Return the command for reminders, with the parties named, if a message begins by asking for them.

    «Avíseme de los plazos de Panamá» names Panama; after "remind me about this" the menu asks for the party.
    """
    spoken = ListWords.load(BUILT_IN.language)
    said = re.findall(r"\w+", text)
    telling = [fold(word) for word in said if fold(word) not in spoken.frames | _ARTICLES | _FOR]
    command = _names(None).get("reminders")
    if command is None or not telling or telling[0] not in spoken.reminding or "?" in text:
        return None
    parties = dict.fromkeys(each.name for each in register.find(text))
    return Meant(command, ", ".join(parties))


def named_with_number(text: str, role: Role | None) -> Meant | None:
    """Return the officers' command at the start of a message, if a number follows: «cumplida la 16a»."""
    if role is None or "?" in text:
        return None
    names = {name: each for name, each in _names(role).items() if each.role and each.example[:1].isdigit()}
    said = text.split()
    for count in (2, 1):  # «en curso»
        name, rest = fold("_".join(said[:count])), " ".join(said[count:])
        command = names.get(name) or names.get(name.removesuffix("s"))  # «cumplidas la 2 y la 5»
        if command and re.search(r"\d", rest):
            return Meant(command, rest)
    return None


def _certain(names: Mapping[str, Command], name: str, words: str) -> Iterator[Meant]:
    if name in names:
        yield Meant(names[name], words)
    first, _, rest = words.partition(" ")
    if (joined := f"{name}_{fold(first)}") in names:
        yield Meant(names[joined], rest)
    number = _NUMBER.fullmatch(name)
    if number and (command := find_command(_SECTIONS[number["section"]])):
        yield Meant(command, f"{number['number'].replace('_', '.')} {words}".strip())
    for known in sorted(names, key=len, reverse=True):
        left = name.removeprefix(known)
        if left != name and (left[0] in "_-" or left[0].isdecimal()):
            yield Meant(names[known], f"{left.strip('_-').replace('_', ' ')} {words}".strip())
        elif left != name and len(known) >= _SHORTEST and _PLURAL.fullmatch(left):
            yield Meant(names[known], words)
    if len(name) >= _SHORTEST:
        near = {each.en[0]: each for known, each in names.items() if OSA.distance(name, known) == 1}
        if len(near) == 1:
            yield Meant(next(iter(near.values())), words)


def _likeliest(names: Mapping[str, Command], name: str, words: str) -> Meant | None:
    found = process.extractOne(name, names.keys(), scorer=OSA.normalized_similarity, score_cutoff=_ALIKE)
    return Meant(names[found[0]], words, is_certain=False) if found else None


@cache  # used several times per message
def _names(role: Role | None) -> Mapping[str, Command]:
    """Return every command for everybody, and for a role, by its names without accents."""
    allowed = (each for each in COMMANDS if each.role is None or (role is not None and role >= each.role))
    return {fold(name): each for each in allowed for name in each.es + each.en}
