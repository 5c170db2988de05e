"""Whole conversations in plain text, which anybody can read and edit; the guides show them as played.

A file begins with its title, and says who writes what:

    # El primer minuto
    Ana: /start
    > Conozco 1 acta
    Ana toca: Ayuda
    Ana envía: acta.txt
    Luis responde a Ana: @AcuerdosBot

Words after «>» must be in the bot's answer or on its buttons; words after «no>» must not. «Luis responde al
bot» replies to its last message. People are delegates, except «Secretaría», an admin, and «Editora», who may
track and correct. A second header line is «en inglés» or «en un grupo»; in a group people write to everyone.
The day is that of the tests.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, Self

from standin import Event, Message, Person
from tests.support.chat import Chat

FOLDER = Path(__file__).parent.parent / "conversations"
_LINE = re.compile(
    r"(?P<who>[^\W\d_]+)(?: (?P<how>toca|envía|edita|responde al bot|responde a [^\W\d_]+))?: (?P<what>.+)"
)
_OFFICERS = {"Secretaría": 900, "Editora": 901}
_FIRST_DELEGATE = 7
_NOTICED = frozenset({"message", "edit", "answer", "reaction"})


class Step(NamedTuple):
    """An action at a line of the file, and the words that the answer must and must not have."""

    line: int
    who: str
    how: str
    what: str
    expected: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()


class Conversation(NamedTuple):
    """A conversation as written down."""

    path: Path
    title: str
    language: str
    in_group: bool
    steps: tuple[Step, ...]


class Reply(NamedTuple):
    """One action of the bot: its text, rows of buttons, and the name of its file or its picture."""

    kind: str
    text: str
    file: str = ""
    buttons: tuple[tuple[str, ...], ...] = ()
    picture: bytes = b""

    @classmethod
    def of(cls, event: Event) -> Self:
        """Record what people see, before the message is edited again."""
        message = event.message
        if message is None or event.kind == "answer":
            return cls(event.kind, event.text)
        rows = tuple(tuple(button.text for button in row) for row in message.buttons)
        file = message.document.name if message.document else ""
        picture = message.photo.content if message.photo else b""
        return cls(event.kind, event.text, file, rows, picture)


class Exchange(NamedTuple):
    """A step, and the bot's replies to it."""

    step: Step
    replies: tuple[Reply, ...]

    @property
    def shown(self) -> str:
        """The replies as people see them: texts, file names and buttons."""
        lines = [
            line
            for each in self.replies
            for line in (each.text, each.file, *(label for row in each.buttons for label in row))
        ]
        return "\n".join(filter(None, lines))


def conversations_in(folder: str) -> list[Conversation]:
    """Read the conversations of a folder, in the order of their names."""
    return [read_conversation(path) for path in sorted((FOLDER / folder).glob("[0-9][0-9]-*.txt"))]


def read_conversation(path: Path) -> Conversation:
    """Read a file; raise ValueError with the line that can't be read."""
    title, header, steps = "", list[str](), list[Step]()
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        if not line:
            continue
        if line.startswith("# "):
            title = line.removeprefix("# ")
        elif steps and line.startswith("> "):
            last = steps[-1]
            steps[-1] = last._replace(expected=(*last.expected, line.removeprefix("> ")))
        elif steps and line.startswith("no> "):
            last = steps[-1]
            steps[-1] = last._replace(unwanted=(*last.unwanted, line.removeprefix("no> ")))
        elif match := _LINE.fullmatch(line):
            steps.append(Step(number, match["who"], match["how"] or "", match["what"]))
        elif not steps and line in {"en inglés", "en un grupo"}:
            header.append(line)
        else:
            message = f"{path.name}, line {number}: «{line}»"
            raise ValueError(message)
    language = "en" if "en inglés" in header else "es"
    return Conversation(path, title, language, "en un grupo" in header, tuple(steps))


class Stage:
    """Plays a conversation with people by name, in a group if it says so."""

    def __init__(self, chat: Chat, conversation: Conversation) -> None:
        self._chat = chat
        self._conversation = conversation
        self._people: dict[str, Person] = {}
        self._written: dict[str, Message] = {}
        for step in conversation.steps:
            if step.who not in self._people:
                number = _OFFICERS.get(step.who, _FIRST_DELEGATE + len(self._people))
                self._people[step.who] = chat.standin.person(number, step.who, conversation.language)
        members = list(self._people.values())
        self._group = chat.standin.group("Delegados", members) if conversation.in_group else None

    async def play(self) -> list[Exchange]:
        """Play all steps, and return each with the bot's replies."""
        if self._group:
            self._group.promotes_bot()  # only an admin sees messages that mention it
            await self._chat.settle()  # it introduces itself first
        exchanges = []
        for step in self._conversation.steps:
            before = len(self._chat.standin.transcript)
            self._act(self._people[step.who], step)
            await self._chat.settle()
            done = self._chat.standin.transcript[before:]
            exchanges.append(Exchange(step, tuple(map(Reply.of, _last_versions(done)))))
        return exchanges

    def _act(self, person: Person, step: Step) -> None:
        if step.how == "toca":
            place = self._group.inbox if self._group else person.inbox
            bearing = [each for each in place if step.what in _labels(each)]
            person.taps(step.what, bearing[-1] if bearing else None)
        elif step.how == "envía":
            person.sends_document(self._conversation.path.parent / step.what, step.what)
        elif step.how == "edita":
            person.edits(self._written[step.who], step.what)
        else:
            replied = self._replied(step.how, person)
            self._written[step.who] = person.writes(step.what, self._group, reply_to=replied)

    def _replied(self, how: str, person: Person) -> Message | None:
        """Return the message replied to: the last one of the bot, or of the person named."""
        if how == "responde al bot":
            return (self._group or person).inbox[-1]
        whom = how.removeprefix("responde a ")
        return self._written[whom] if how else None


def _last_versions(events: Iterable[Event]) -> Iterator[Event]:
    """Yield the events that people notice; of a message that is edited meanwhile, only the last."""
    noticed = [event for event in events if event.kind in _NOTICED]
    last = {event.message.id: event for event in noticed if event.message}
    for event in noticed:
        if event.message is None or last[event.message.id] is event:
            yield event


def _labels(message: Message) -> list[str]:
    return [button.text for row in message.buttons for button in row]
