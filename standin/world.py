"""The state behind the stand-in: users, chats, messages, files and pending updates."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from standin.entities import FormattedText
from standin.refusals import Json, RefusalError, forbidden, migrated, refuse
from standin.updates import UpdateQueue
from standin.values import Chat, Document, Message, Photo, User

QUERY_SECONDS = 15
"""How long Telegram waits for the answer to a tap or an inline query."""


@dataclass
class Tap:
    """A press of a button; `text` and `show_alert` are what the bot answered to it."""

    id: str
    person: User
    message: Message
    data: str
    date: float
    is_answered: bool = False
    text: str = ""
    show_alert: bool = False


@dataclass(frozen=True)
class InlineResult:
    """One result that the bot offers to an inline query; choosing it sends `body`."""

    id: str
    title: str
    description: str
    body: FormattedText


@dataclass
class InlineQuery:
    """A query typed after the bot's name in any chat, and the results the bot gave.

    `button` is the label of the button above the results, if there is one.
    """

    id: str
    person: User
    query: str
    date: float
    is_answered: bool = False
    results: list[InlineResult] = field(default_factory=list)
    next_offset: str = ""
    is_personal: bool = False
    cache_seconds: int = 0
    button: str = ""


@dataclass(frozen=True)
class Event:
    """Something the bot did that people notice.

    `kind` is "message", "edit", "delete", "answer" (to a tap), "reaction" or "action" (such as typing).
    `text` is the message's text at that moment, the answer's text, the emoji or the action's name.
    """

    kind: str
    chat_id: int
    text: str
    message: Message | None = None
    person_id: int | None = None
    show_alert: bool = False


class World:
    """Users, chats, messages and files; `changed` guards them all, and is notified of changes."""

    def __init__(self, bot: User, clock: Callable[[], float], *, privacy_mode: bool) -> None:
        self.bot = bot
        self.clock = clock
        self.privacy_mode = privacy_mode
        self.changed = threading.Condition()
        self.updates = UpdateQueue(clock)
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.messages: dict[tuple[int, int], Message] = {}
        self.documents: dict[str, Document] = {}
        self.photos: dict[str, Photo] = {}
        self.taps: dict[str, Tap] = {}
        self.inline_queries: dict[str, InlineQuery] = {}
        self.transcript: list[Event] = []
        self.webhook_url = ""
        self.profile: dict[tuple[str, ...], object] = {}
        self._last_id = 0

    def next_id(self) -> int:
        """Return the next number; messages, taps and files share one count."""
        self._last_id += 1
        return self._last_id

    def post(self, message: Message) -> Message:
        """Put a message into its chat."""
        self.messages[message.chat.id, message.id] = message
        return message

    def new_message(self, chat: Chat, sender: User, body: FormattedText) -> Message:
        """Make a message that is not in its chat yet."""
        return Message(self.next_id(), chat, sender, int(self.clock()), body)

    def keep(self, name: str, content: bytes, mime_type: str, *, size: int | None = None) -> Document:
        """Store a file; `size` lets a test send a large one without its bytes."""
        file_id = f"document-{self.next_id()}"
        length = len(content) if size is None else size
        self.documents[file_id] = Document(file_id, name, content, mime_type, length)
        return self.documents[file_id]

    def message(self, chat: Chat, message_id: int) -> Message | None:
        """Return a message, or None if it doesn't exist or was deleted."""
        found = self.messages.get((chat.id, message_id))
        return None if found is None or found.is_deleted else found

    def chat(self, chat_id: str) -> Chat:
        """Find the chat that a call names.

        Raises:
            RefusalError: there is none, or it became a supergroup.
        """
        if not chat_id:
            refuse("chat_id is empty")
        number = chat_id.removeprefix("-")
        chat = self.chats.get(int(chat_id)) if number.isdecimal() else None
        if chat is None:
            refuse("chat not found")
        if chat.migrated_to:
            raise migrated(chat.migrated_to)
        return chat

    def writable_chat(self, chat_id: str) -> Chat:
        """Find the chat that a call names, where the bot may write.

        Raises:
            RefusalError: there is none, or the bot may not write there.
        """
        chat = self.chat(chat_id)
        if obstacle := _obstacle(chat):
            raise obstacle
        return chat

    def tell(self, kind: str, content: Json) -> None:
        """Queue an update for the bot."""
        self.updates.add(kind, content)
        self.changed.notify_all()

    def happened(self, event: Event) -> None:
        """Record an action of the bot in the transcript."""
        self.transcript.append(event)
        self.changed.notify_all()


def _obstacle(chat: Chat) -> RefusalError | None:
    """Return the error if the bot may not write in a chat; None if it may."""
    if chat.user is None:
        return None if chat.has_bot else forbidden(f"bot was kicked from the {chat.kind} chat")
    if chat.user.is_bot:
        return forbidden("bot can't send messages to bots")
    if not chat.user.has_started:
        return forbidden("bot can't initiate conversation with a user")
    return forbidden("bot was blocked by the user") if chat.user.has_blocked else None
