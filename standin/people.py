"""The users' side: what people and groups can do, and what they see of the bot."""

from dataclasses import dataclass
from pathlib import Path

from standin.entities import FormattedText, find_entities, finish
from standin.media import media
from standin.refusals import Json
from standin.values import Chat, Message, User
from standin.world import Event, InlineQuery, InlineResult, Tap, World


@dataclass
class Group:
    """A group that the bot is in."""

    world: World
    chat: Chat

    @property
    def inbox(self) -> list[Message]:
        """Return the bot's messages in the group as they are now, oldest first."""
        return _inbox(self.world, self.chat)

    def welcomes_bot(self) -> None:
        """Add the bot to the group."""
        self._changes_bot(present=True, statuses=("left", "member"))

    def promotes_bot(self) -> None:
        """Make the bot an admin of the group, so that it sees all messages."""
        with self.world.changed:
            self.chat.admins.add(self.world.bot.id)

    def removes_bot(self) -> None:
        """Remove the bot from the group."""
        self._changes_bot(present=False, statuses=("member", "left"))

    def opens_topic(self) -> int:
        """Open a topic, which turns the group into a forum, and return its identifier."""
        with self.world.changed:
            self.chat.kind = "supergroup"
            topic = self.world.next_id()
            self.chat.topics[topic] = True
            return topic

    def closes_topic(self, topic: int) -> None:
        """Close a topic, so that the bot can't write there any more."""
        with self.world.changed:
            self.chat.topics[topic] = False

    def becomes_supergroup(self) -> "Group":
        """Upgrade the group: it moves to a new chat identifier, and both chats get a service message."""
        with self.world.changed:
            new_id = -1_000_000_000_000 + self.chat.id
            upgraded = Chat(new_id, "supergroup", self.chat.title, None, self.chat.members, self.chat.admins)
            self.world.chats[new_id] = upgraded
            self.chat.migrated_to = new_id
            _announce(self.world, self.chat, self.world.bot, {"migrate_to_chat_id": new_id})
            _announce(self.world, upgraded, self.world.bot, {"migrate_from_chat_id": self.chat.id})
            return Group(self.world, upgraded)

    def _changes_bot(self, *, present: bool, statuses: tuple[str, str]) -> None:
        with self.world.changed:
            self.chat.has_bot = present
            someone = next(iter(self.chat.members.values()), self.world.bot)
            self.world.tell("my_chat_member", _membership(self.world, self.chat, someone, statuses))


class Person:
    """A person with a private chat with the bot; their actions become updates for the bot to fetch."""

    def __init__(self, world: World, user: User, chat: Chat) -> None:
        self.world = world
        self.user = user
        self.chat = chat
        self._read = 0

    @property
    def id(self) -> int:
        """Return the person's user id, which is also their private chat's."""
        return self.user.id

    @property
    def inbox(self) -> list[Message]:
        """Return the bot's messages in the private chat as they are now, oldest first."""
        return _inbox(self.world, self.chat)

    def reads(self) -> list[Event]:
        """Return the bot's actions in the private chat, and answers to the person's taps, since last read."""
        with self.world.changed:
            new = self.world.transcript[self._read :]
            self._read = len(self.world.transcript)
        return [event for event in new if self.id in (event.chat_id, event.person_id)]

    def writes(
        self,
        text: str,
        chat: Group | None = None,
        *,
        reply_to: Message | None = None,
        topic: int | None = None,
    ) -> Message:
        """Send a text to the bot, or into a group or one of its topics."""
        with self.world.changed:
            message = self._compose(chat, finish(FormattedText(text)))
            message.reply_to, message.topic = reply_to, topic
            return self._sends(message)

    def sends_document(
        self,
        content: Path | bytes,
        name: str = "",
        *,
        caption: str = "",
        chat: Group | None = None,
        mime_type: str = "application/octet-stream",
        size: int | None = None,
    ) -> Message:
        """Send a file; `size` overrides its size in bytes."""
        data = content if isinstance(content, bytes) else content.read_bytes()
        shown = name or ("document" if isinstance(content, bytes) else content.name)
        with self.world.changed:
            message = self._compose(chat, finish(FormattedText(caption)))
            message.document = self.world.keep(shown, data, mime_type, size=size)
            return self._sends(message)

    def sends_media(
        self, kind: str, *, album: str | None = None, caption: str = "", chat: Group | None = None
    ) -> Message:
        """Send a photo, sticker, location or the like, whose content is made up."""
        with self.world.changed:
            message = self._compose(chat, finish(FormattedText(caption)))
            extra: Json = {"media_group_id": album} if album else {}
            message.service = media(kind, f"{kind}-{message.id}") | extra
            return self._sends(message)

    def forwards(self, message: Message, chat: Group | None = None) -> Message:
        """Forward a message to the bot, or into a group."""
        with self.world.changed:
            copy = self._compose(chat, message.body)
            copy.document, copy.photo = message.document, message.photo
            copy.forwarded_from = message.sender
            return self._sends(copy)

    def edits(self, message: Message, text: str) -> None:
        """Change one of their own messages."""
        with self.world.changed:
            message.versions.append(message.text)
            message.body = finish(FormattedText(text))
            message.edit_date = int(self.world.clock())
            if _is_visible(self.world, message):
                self.world.tell("edited_message", message.as_json())

    def taps(self, label: str, on: Message | None = None) -> Tap:
        """Press the button with a label, on a message or else on the newest in private that has it.

        Raises:
            LookupError: no message has such a button, or it only opens or copies something.
        """
        candidates = [on] if on else self.inbox
        having = [message for message in candidates if _has(message, label)]
        if not having:
            shown = [button.text for message in candidates for row in message.buttons for button in row]
            reason = f"no button «{label}» among {shown}"
            raise LookupError(reason)
        data = having[-1].button(label).data
        if data is None:
            reason = f"the button «{label}» tells the bot nothing"
            raise LookupError(reason)
        return self.taps_data(data, having[-1])

    def taps_data(self, data: str, on: Message) -> Tap:
        """Press a button with some callback data, whether or not the message has such a button."""
        with self.world.changed:
            tap = Tap(f"tap-{self.world.next_id()}", self.user, on, data, self.world.clock())
            self.world.taps[tap.id] = tap
            inaccessible = {"chat": on.chat.as_json(), "message_id": on.id, "date": 0}
            content: Json = {
                "id": tap.id,
                "from": self.user.as_json(),
                "message": inaccessible if on.is_deleted else on.as_json(),
                "chat_instance": f"instance-{on.chat.id}",
                "data": data,
            }
            self.world.tell("callback_query", content)
            return tap

    def queries(self, text: str, *, offset: str = "") -> InlineQuery:
        """Type an inline query after the bot's name, or scroll on to the results after an offset."""
        with self.world.changed:
            number = self.world.next_id()
            query = InlineQuery(f"inline-{number}", self.user, text, self.world.clock())
            self.world.inline_queries[query.id] = query
            content: Json = {"id": query.id, "from": self.user.as_json(), "query": text, "offset": offset}
            self.world.tell("inline_query", content)
            return query

    def chooses(self, result: InlineResult, chat: Group | None = None) -> Message:
        """Send a result of an inline query to the bot's chat, or into a group."""
        with self.world.changed:
            message = self._compose(chat, result.body)
            message.via_bot = self.world.bot
            return self._sends(message)

    def joins(self, group: Group) -> None:
        """Join a group."""
        with self.world.changed:
            group.chat.members[self.id] = self.user
            _announce(self.world, group.chat, self.user, {"new_chat_members": [self.user.as_json()]})

    def blocks(self) -> None:
        """Block the bot."""
        self._changes_block(blocked=True, statuses=("member", "kicked"))

    def unblocks(self) -> None:
        """Unblock the bot."""
        self._changes_block(blocked=False, statuses=("kicked", "member"))

    def _changes_block(self, *, blocked: bool, statuses: tuple[str, str]) -> None:
        with self.world.changed:
            self.user.has_blocked = blocked
            self.world.tell("my_chat_member", _membership(self.world, self.chat, self.user, statuses))

    def _compose(self, group: Group | None, body: FormattedText) -> Message:
        chat = group.chat if group else self.chat
        if group is None:
            self.user.has_started = True
        return self.world.new_message(chat, self.user, body)

    def _sends(self, message: Message) -> Message:
        self.world.post(message)
        if _is_visible(self.world, message):
            self.world.tell("message", message.as_json())
        return message


def _inbox(world: World, chat: Chat) -> list[Message]:
    with world.changed:
        everything = list(world.messages.values())
    return [
        message
        for message in everything
        if message.chat is chat
        and message.sender is world.bot
        and not (message.is_deleted or message.service)
    ]


def _has(message: Message, label: str) -> bool:
    return any(button.text == label for row in message.buttons for button in row)


def _is_visible(world: World, message: Message) -> bool:
    """Tell whether the bot sees a message: in groups with privacy mode, only commands and replies to it."""
    chat = message.chat
    if not chat.has_bot:
        return False
    if chat.user or not world.privacy_mode or world.bot.id in chat.admins or message.service:
        return True
    if message.reply_to and message.reply_to.sender is world.bot:
        return True
    first = next(iter(find_entities(message.text)), None)
    if first is None or first.type != "bot_command" or first.offset:
        return False
    addressee = message.text[: first.length].partition("@")[2]
    return addressee.lower() in ("", (world.bot.username or "").lower())


def _announce(world: World, chat: Chat, sender: User, service: Json) -> None:
    message = world.new_message(chat, sender, FormattedText(""))
    message.service = service
    world.post(message)
    world.tell("message", message.as_json())


def _membership(world: World, chat: Chat, by: User, statuses: tuple[str, str]) -> Json:
    old, new = ({"user": world.bot.as_json(), "status": status} | _until(status) for status in statuses)
    return {
        "chat": chat.as_json(),
        "from": by.as_json(),
        "date": int(world.clock()),
        "old_chat_member": old,
        "new_chat_member": new,
    }


def _until(status: str) -> Json:
    return {"until_date": 0} if status == "kicked" else {}
