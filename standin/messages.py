"""The methods that send, edit and delete messages, pin them and react to them."""

import html

from standin.calls import Call, Upload
from standin.entities import FormattedText, finish, given_entities
from standin.keyboards import read_markup
from standin.markup import parse_html
from standin.photos import photo_of
from standin.refusals import Json, RefusalError, refuse
from standin.values import Chat, Document, Message, Photo
from standin.world import Event, World

MAX_TEXT_CHARACTERS = 4096
MAX_CAPTION_CHARACTERS = 1024
_REACTIONS = frozenset("👍👎❤🔥🥰👏😁🤔🤯😱🎉🙏👌💯🤝🫡")  # the commonest of those that bots may use
MAX_SECONDS_AHEAD = 1098 * 24 * 60 * 60
MAX_UPLOAD_BYTES = 50 * 1024 * 1024
_CHAT_ACTIONS = frozenset(
    {"typing", "upload_document", "upload_photo", "choose_sticker", "find_location", "record_voice"}
)


def send_message(world: World, call: Call) -> Json:
    """Send a text."""
    if not call.text("text"):
        refuse("message text is empty")
    body = formatted(call, "text", "entities")
    if not body.text:
        refuse("text must be non-empty")
    if len(body.text) > MAX_TEXT_CHARACTERS:
        refuse("message is too long")
    return _send(world, call, body, "text")


def send_document(world: World, call: Call) -> Json:
    """Send a file, uploaded with the call or known by its identifier."""
    body = _caption(world, call)
    return _send(world, call, body, "caption", _document(world, call))


def send_photo(world: World, call: Call) -> Json:
    """Send a picture, uploaded with the call or known by its identifier."""
    body = _caption(world, call)
    return _send(world, call, body, "caption", photo_of(world, call))


def edit_message_text(world: World, call: Call) -> Json:
    """Change the text of a message, and its buttons with it."""
    if not call.text("text"):
        refuse("message text is empty")
    message = _editable(world, call)
    body = formatted(call, "text", "entities")
    if not body.text:
        refuse("text must be non-empty")
    if len(body.text) > MAX_TEXT_CHARACTERS:
        refuse("message is too long")
    if message.has_caption:
        refuse("there is no text in the message to edit")
    return _edit(world, call, message, body, _html(call, "text"))


def edit_message_reply_markup(world: World, call: Call) -> Json:
    """Change or remove the buttons of a message."""
    message = _editable(world, call)
    return _edit(world, call, message, message.body, message.html)


def delete_message(world: World, call: Call) -> bool:
    """Delete a message."""
    chat = world.writable_chat(call.text("chat_id"))
    message = world.message(chat, call.number("message_id"))
    if message is None:
        refuse("message to delete not found")
    if message.sender is not world.bot and chat.user is None and world.bot.id not in chat.admins:
        refuse("message can't be deleted")
    message.is_deleted = True
    world.happened(Event("delete", chat.id, message.text, message))
    return True


def pin_chat_message(world: World, call: Call) -> bool:
    """Pin a message to the top of its chat."""
    chat = world.writable_chat(call.text("chat_id"))
    message = world.message(chat, call.number("message_id"))
    if message is None:
        refuse("message to pin not found")
    message.is_pinned = True
    return True


def set_message_reaction(world: World, call: Call) -> bool:
    """Set the bot's reaction to a message, replacing an earlier one, or remove it."""
    chat = world.writable_chat(call.text("chat_id"))
    message = world.message(chat, call.number("message_id"))
    if message is None:
        refuse("message to react not found")
    given = call.data("reaction", "can't parse reaction types JSON object")
    reactions = given if isinstance(given, list) else []
    if len(reactions) > 1:
        refuse("REACTIONS_TOO_MANY")
    emoji = "".join(str(each.get("emoji", "")) for each in reactions if isinstance(each, dict))
    if reactions and emoji not in _REACTIONS:
        refuse("REACTION_INVALID")
    message.reaction = emoji
    world.happened(Event("reaction", chat.id, emoji, message))
    return True


def send_chat_action(world: World, call: Call) -> bool:
    """Show what the bot is doing for some seconds."""
    chat = world.writable_chat(call.text("chat_id"))
    action = call.text("action")
    if action not in _CHAT_ACTIONS:
        refuse("wrong parameter action in request")
    world.happened(Event("action", chat.id, action))
    return True


def _send(
    world: World, call: Call, body: FormattedText, field: str, file: Document | Photo | None = None
) -> Json:
    chat = world.writable_chat(call.text("chat_id"))
    _check_days(world, body)
    markup = read_markup(call.data("reply_markup", "can't parse reply keyboard markup JSON object"))
    reply_to = _replied(world, chat, call)
    topic = _topic(chat, call)
    message = world.new_message(chat, world.bot, body)
    message.topic = topic
    message.html, message.markup = _html(call, field), markup
    if isinstance(file, Photo):
        message.photo = file
    else:
        message.document = file
    message.reply_to = reply_to
    world.happened(Event("message", chat.id, body.text, world.post(message)))
    return message.as_json()


def _caption(world: World, call: Call) -> FormattedText:
    """Read the caption of a file, and check that the bot may write in the chat."""
    body = formatted(call, "caption", "caption_entities")
    if len(body.text) > MAX_CAPTION_CHARACTERS:
        refuse("message caption is too long")
    world.writable_chat(call.text("chat_id"))
    return body


def _edit(world: World, call: Call, message: Message, body: FormattedText, source: str) -> Json:
    _check_days(world, body)
    markup = read_markup(call.data("reply_markup", "can't parse reply keyboard markup JSON object"))
    old = message.markup.as_json() if message.markup else None
    if body == message.body and (markup.as_json() if markup else None) == old:
        refuse(
            "message is not modified: specified new message content and reply markup are exactly the same "
            "as a current content and reply markup of the message"
        )
    message.versions.append(message.text)
    message.body, message.html, message.markup = body, source, markup
    message.edit_date = int(world.clock())
    world.happened(Event("edit", message.chat.id, body.text, message))
    return message.as_json()


def _check_days(world: World, body: FormattedText) -> None:
    """Refuse a date farther ahead than Telegram takes; its own wording is not published."""
    last = world.clock() + MAX_SECONDS_AHEAD
    if any(entity.unix_time and entity.unix_time > last for entity in body.entities):
        refuse("ENTITY_DATE_INVALID")


def _topic(chat: Chat, call: Call) -> int | None:
    """Find the topic that a call names; None for the chat itself."""
    topic = call.number("message_thread_id")
    if not topic:
        return None
    if topic not in chat.topics:
        refuse("message thread not found")
    if not chat.topics[topic]:
        refuse("TOPIC_CLOSED")
    return topic


def _editable(world: World, call: Call) -> Message:
    chat = world.writable_chat(call.text("chat_id"))
    message = world.message(chat, call.number("message_id"))
    if message is None:
        refuse("message to edit not found")
    if message.sender is not world.bot:
        refuse("message can't be edited")
    return message


def _replied(world: World, chat: Chat, call: Call) -> Message | None:
    """Return the message that a call replies to, by the current parameter or the old ones."""
    given = call.data("reply_parameters", "can't parse reply parameters JSON object")
    old = {
        "message_id": call.number("reply_to_message_id"),
        "allow_sending_without_reply": call.flag("allow_sending_without_reply"),
    }
    reply = given if isinstance(given, dict) else old
    if not reply.get("message_id"):
        return None
    found = world.message(chat, int(reply["message_id"]))
    if found is None and not reply.get("allow_sending_without_reply"):
        refuse("message to be replied not found")
    return found


def formatted(call: Call, field: str, entities_field: str) -> FormattedText:
    """Read a text with its parse mode or entities; Markdown is refused, since our bot doesn't use it."""
    text, mode = call.text(field), call.text("parse_mode").lower()
    if mode == "html":
        return finish(parse_html(text))
    if mode:
        refuse("unsupported parse_mode")
    given = call.data(entities_field, "can't parse entities JSON object")
    return finish(FormattedText(text, given_entities(given if isinstance(given, list) else [])))


def _html(call: Call, field: str) -> str:
    """Return the HTML the bot sent, or its plain text as HTML."""
    text = call.text(field)
    return text if call.text("parse_mode") else html.escape(text, quote=False)


def _document(world: World, call: Call) -> Document:
    given = call.text("document")
    upload: Upload | None = call.files.get(given.removeprefix("attach://") or "document")
    if upload is None and given in world.documents:
        return world.documents[given]
    if upload is None:
        refuse("wrong file identifier/HTTP URL specified" if given else "there is no document in the request")
    if not upload.content:
        refuse("file must be non-empty")
    if len(upload.content) > MAX_UPLOAD_BYTES:
        raise RefusalError(413, "Request Entity Too Large")
    return world.keep(upload.name, upload.content, upload.mime_type)
