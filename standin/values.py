"""Users, chats, files and messages of the stand-in, each with its JSON in the Bot API."""

from dataclasses import dataclass, field

from standin.entities import FormattedText
from standin.keyboards import Button, Markup
from standin.refusals import Json


@dataclass
class User:
    """A person or a bot, and whether they have started or blocked our bot."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False
    has_started: bool = False
    has_blocked: bool = False

    def as_json(self) -> Json:
        """Return the user as the Bot API writes it."""
        return _present(
            id=self.id,
            is_bot=self.is_bot,
            first_name=self.first_name,
            last_name=self.last_name,
            username=self.username,
            language_code=self.language_code,
        )


@dataclass
class Chat:
    """A private chat, a group or a supergroup, with its members by user id and the admins among them.

    A supergroup with topics is a forum; `topics` tells which are open.
    """

    id: int
    kind: str
    title: str | None = None
    user: User | None = None
    members: dict[int, User] = field(default_factory=dict)
    admins: set[int] = field(default_factory=set)
    has_bot: bool = True
    migrated_to: int | None = None
    topics: dict[int, bool] = field(default_factory=dict)

    def as_json(self) -> Json:
        """Return the chat as the Bot API writes it."""
        person = self.user
        return _present(
            id=self.id,
            type=self.kind,
            title=self.title,
            is_forum=True if self.topics else None,
            first_name=person and person.first_name,
            last_name=person and person.last_name,
            username=person and person.username,
        )


@dataclass(frozen=True)
class Document:
    """A file that somebody sent."""

    file_id: str
    name: str
    content: bytes
    mime_type: str
    size: int

    def as_json(self) -> Json:
        """Return the document as the Bot API writes it."""
        return {
            "file_id": self.file_id,
            "file_unique_id": f"unique-{self.file_id}",
            "file_name": self.name,
            "mime_type": self.mime_type,
            "file_size": self.size,
        }


@dataclass(frozen=True)
class Photo:
    """A picture as the bot sent it; Telegram keeps no file name."""

    file: Document
    width: int
    height: int

    @property
    def content(self) -> bytes:
        """Return the bytes of the file."""
        return self.file.content

    def as_json(self) -> list[Json]:
        """Return the sizes that Telegram offers; in the stand-in, only the one that was sent."""
        file = self.file.as_json()
        sizes: Json = {"width": self.width, "height": self.height}
        return [{name: file[name] for name in ("file_id", "file_unique_id", "file_size")} | sizes]


@dataclass
class Message:
    """A message in a chat as it is now; `versions` are the texts it had before its edits."""

    id: int
    chat: Chat
    sender: User
    date: int
    body: FormattedText
    html: str = ""
    markup: Markup | None = None
    document: Document | None = None
    photo: Photo | None = None
    reply_to: "Message | None" = None
    forwarded_from: User | None = None
    via_bot: User | None = None
    topic: int | None = None
    reaction: str = ""
    service: Json = field(default_factory=dict)
    edit_date: int | None = None
    is_deleted: bool = False
    is_pinned: bool = False
    versions: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the plain text or caption, as a reader sees it."""
        return self.body.text

    @property
    def has_caption(self) -> bool:
        """Tell whether its text is a caption under a file."""
        return bool(self.document or self.photo or self.service)

    @property
    def buttons(self) -> list[list[Button]]:
        """Return the inline buttons, row by row."""
        return self.markup.rows if self.markup else []

    def button(self, label: str) -> Button:
        """Return the button with a label.

        Raises:
            LookupError: no button has it; the error lists the labels.
        """
        labels = {button.text: button for row in self.buttons for button in row}
        if label not in labels:
            message = f"no button «{label}» among {list(labels)}"
            raise LookupError(message)
        return labels[label]

    def as_json(self, *, with_reply: bool = True) -> Json:
        """Return the message as the Bot API writes it, which leaves out a reply within a reply."""
        words = "caption" if self.has_caption else "text"
        entities = [entity.as_json() for entity in self.body.entities]
        return self.service | _present(
            message_id=self.id,
            message_thread_id=self.topic,
            is_topic_message=True if self.topic else None,
            **{"from": self.sender.as_json()},
            chat=self.chat.as_json(),
            date=self.date,
            edit_date=self.edit_date,
            forward_origin=self.forwarded_from and _origin(self.forwarded_from, self.date),
            reply_to_message=self.reply_to.as_json(with_reply=False)
            if self.reply_to and with_reply
            else None,
            via_bot=self.via_bot and self.via_bot.as_json(),
            document=self.document and self.document.as_json(),
            photo=self.photo and self.photo.as_json(),
            **{
                words: self.text or None,
                f"{words}_entities" if self.has_caption else "entities": entities or None,
            },
            reply_markup=self.markup.as_json() if self.buttons and self.markup else None,
        )


def _origin(user: User, date: int) -> Json:
    return {"type": "user", "sender_user": user.as_json(), "date": date}


def _present(**fields: object) -> Json:
    """Keep the fields that have a value."""
    return {name: value for name, value in fields.items() if value is not None}
