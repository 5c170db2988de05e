"""Handle the bot being added to a group, and groups becoming supergroups with another id."""

from telegram import ChatMemberUpdated, Update
from telegram.constants import ChatMemberStatus, ChatType

from handlers.context import Context, catalogue_for, message_in
from handlers.markup import escape
from handlers.messages import Message
from handlers.replying.replies import reply
from handlers.replying.sending import send
from handlers.services import Services
from knowledge.stores.moved_chats import MovedChats
from knowledge.values.notices import mark

_HELLO = mark(
    "Soy Acuerdos ({forum}): cito lo que dicen las actas. Pregúntenme con @{bot} o respondiendo a mis "
    "mensajes; /ayuda explica el resto."
)
_GROUPS = frozenset({ChatType.GROUP, ChatType.SUPERGROUP})
_OUT = frozenset({ChatMemberStatus.LEFT, ChatMemberStatus.BANNED})


async def introduce_in_group(update: Update, context: Context) -> None:
    """Say in one line how to ask when the bot is added to a group."""
    change = update.my_chat_member
    if change is None or change.chat.type not in _GROUPS or not _is_new(change):
        return
    await send(context.bot, change.chat.id, _hello(update, context))


async def introduce_here(update: Update, context: Context) -> None:
    """Say in one line how to ask when somebody only mentions the bot."""
    await reply(message_in(update), [_hello(update, context)])


async def follow_group(update: Update, context: Context) -> None:
    """Move a group's settings to the supergroup that it has become."""
    message = update.effective_message
    if message is None:
        return
    old = message.migrate_from_chat_id or message.chat.id
    new = message.migrate_to_chat_id or message.chat.id
    await follow(context.services, old, new)


async def follow(services: Services, old: int, new: int) -> None:
    """Move a group's state to its new id; a failure doesn't disturb an answer under way."""
    await services.note(lambda state: MovedChats(state).move(old, new))


def _hello(update: Update, context: Context) -> Message:
    catalogue = catalogue_for(update, context)
    return Message(escape(catalogue.text(_HELLO, bot=context.bot.username)))


def _is_new(change: ChatMemberUpdated) -> bool:
    """Tell whether the bot wasn't in the group before, and may write there now."""
    return change.old_chat_member.status in _OUT and change.new_chat_member.status in {
        ChatMemberStatus.MEMBER,
        ChatMemberStatus.ADMINISTRATOR,
    }
