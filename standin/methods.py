"""All methods the stand-in knows, by name, and those that fit no other module."""

from collections.abc import Callable

from standin import inline, messages, profile
from standin.calls import Call
from standin.refusals import Json, conflict, refuse
from standin.world import QUERY_SECONDS, Event, World

MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024
MAX_ANSWER_CHARACTERS = 200
_WEBHOOK_IS_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
_ADMIN_RIGHTS = (
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)

Method = Callable[[World, Call], object]


def get_me(world: World, _call: Call) -> Json:
    """Describe the bot itself."""
    return world.bot.as_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy_mode,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_file(world: World, call: Call) -> Json:
    """Return the path to download a file from."""
    document = world.documents.get(call.text("file_id"))
    if document is None:
        refuse("invalid file_id" if call.text("file_id") else "file_id not specified")
    if document.size > MAX_DOWNLOAD_BYTES:
        refuse("file is too big")
    return {
        "file_id": document.file_id,
        "file_unique_id": document.as_json()["file_unique_id"],
        "file_size": document.size,
        "file_path": f"documents/{document.file_id}",
    }


def get_chat(world: World, call: Call) -> Json:
    """Describe a chat in full."""
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    return world.chat(call.text("chat_id")).as_json() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }


def get_chat_member(world: World, call: Call) -> Json:
    """Return the status of a user in a chat."""
    chat = world.chat(call.text("chat_id"))
    user_id = call.number("user_id")
    user = world.bot if user_id == world.bot.id else world.users.get(user_id)
    if user is None:
        refuse("user not found")
    if user_id in chat.admins:
        return {"status": "administrator", "user": user.as_json(), **dict.fromkeys(_ADMIN_RIGHTS, False)}
    is_member = chat.has_bot if user is world.bot else user_id in chat.members
    return {"status": "member" if is_member else "left", "user": user.as_json()}


def answer_callback_query(world: World, call: Call) -> bool:
    """Answer a tap, once and within fifteen seconds."""
    tap = world.taps.get(call.text("callback_query_id"))
    if tap is None or tap.is_answered or world.clock() - tap.date > QUERY_SECONDS:
        refuse("query is too old and response timeout expired or query ID is invalid")
    text = call.text("text")
    if len(text) > MAX_ANSWER_CHARACTERS:
        refuse("MESSAGE_TOO_LONG")
    tap.is_answered, tap.text, tap.show_alert = True, text, call.flag("show_alert")
    world.happened(
        Event("answer", tap.message.chat.id, text, tap.message, tap.person.id, show_alert=tap.show_alert)
    )
    return True


def set_webhook(world: World, call: Call) -> bool:
    """Set the webhook; the stand-in keeps its address but sends nothing there."""
    url = call.text("url")
    if url and not url.startswith("https://"):
        refuse("bad webhook: An HTTPS URL must be provided for webhook")
    world.updates.end_poll("terminated by setWebhook request")
    world.webhook_url = url
    if call.flag("drop_pending_updates"):
        world.updates.clear()
    return True


def delete_webhook(world: World, call: Call) -> bool:
    """Go back to polling."""
    return set_webhook(world, Call(call.method, {**call.parameters, "url": ""}))


def get_webhook_info(world: World, _call: Call) -> Json:
    """Return the webhook's address and the number of pending updates."""
    return {
        "url": world.webhook_url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }


def check_polling(world: World, call: Call) -> None:
    """Allow the kinds of updates that a poll asks for.

    Raises:
        RefusalError: a webhook is set, or the kinds aren't JSON.
    """
    if world.webhook_url:
        raise conflict(_WEBHOOK_IS_ACTIVE)
    kinds = call.data("allowed_updates", "can't parse allowed updates JSON object")
    if isinstance(kinds, list):
        world.updates.allow(kinds)


def _accept(_world: World, _call: Call) -> bool:
    """Accept the call, without an effect in the stand-in."""
    return True


METHODS: dict[str, Method] = {
    name.lower(): method
    for name, method in {
        "answerCallbackQuery": answer_callback_query,
        "answerInlineQuery": inline.answer_inline_query,
        "close": _accept,
        "deleteMessage": messages.delete_message,
        "deleteMyCommands": profile.delete_my_commands,
        "deleteWebhook": delete_webhook,
        "editMessageReplyMarkup": messages.edit_message_reply_markup,
        "editMessageText": messages.edit_message_text,
        "getChat": get_chat,
        "getChatMember": get_chat_member,
        "getFile": get_file,
        "getMe": get_me,
        "getMyCommands": profile.get_my_commands,
        "getMyDescription": profile.getter("description"),
        "getMyName": profile.getter("name"),
        "getMyShortDescription": profile.getter("short_description"),
        "getWebhookInfo": get_webhook_info,
        "logOut": _accept,
        "pinChatMessage": messages.pin_chat_message,
        "sendChatAction": messages.send_chat_action,
        "sendDocument": messages.send_document,
        "sendMessage": messages.send_message,
        "sendPhoto": messages.send_photo,
        "setMessageReaction": messages.set_message_reaction,
        "setChatMenuButton": _accept,
        "setMyCommands": profile.set_my_commands,
        "setMyDescription": profile.setter("description", 512),
        "setMyName": profile.setter("name", 64),
        "setMyShortDescription": profile.setter("short_description", 120),
        "setWebhook": set_webhook,
    }.items()
}
