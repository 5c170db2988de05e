"""The methods that set what people see of the bot: its commands, name and descriptions."""

import re
from collections.abc import Callable

from standin.calls import Call
from standin.refusals import Json, refuse
from standin.world import World

MAX_COMMANDS = 100
MAX_COMMAND_CHARACTERS = 32
MAX_DESCRIPTION_CHARACTERS = 256
_COMMAND = re.compile(r"[a-z0-9_]+")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")
_SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}


def set_my_commands(world: World, call: Call) -> bool:
    """Set the commands of a scope and a language."""
    key = _audience(world, call)
    given = call.data("commands", "can't parse commands JSON object")
    if not isinstance(given, list):
        refuse("expected an Array of BotCommand")
    commands = [_command(value) for value in given]
    if len(commands) > MAX_COMMANDS:
        refuse("BOT_COMMANDS_TOO_MUCH")
    world.profile[key] = commands
    return True


def get_my_commands(world: World, call: Call) -> object:
    """Return the commands of exactly this scope and language."""
    return world.profile.get(_audience(world, call), [])


def delete_my_commands(world: World, call: Call) -> bool:
    """Forget the commands of a scope and a language."""
    world.profile.pop(_audience(world, call), None)
    return True


def setter(field: str, limit: int) -> Callable[[World, Call], bool]:
    """Make the method that sets a text of the profile in one language, up to `limit` characters."""

    def set_text(world: World, call: Call) -> bool:
        """Set the text, unless it is too long."""
        text = call.text(field)
        if len(text) > limit:
            refuse(f"{field.replace('_', ' ')} is too long")  # Telegram's own wording is not published
        world.profile[field, _language(call)] = text
        return True

    return set_text


def getter(field: str) -> Callable[[World, Call], Json]:
    """Make the method that returns a text of the profile in one language."""

    def get_text(world: World, call: Call) -> Json:
        """Return the text in that language, or else the default one."""
        fallback = world.profile.get((field, ""), "")
        return {field: world.profile.get((field, _language(call)), fallback)}

    return get_text


def _audience(world: World, call: Call) -> tuple[str, ...]:
    """Return the key of a set of commands: its scope, the ids that the scope names, and its language."""
    scope = call.data("scope", "can't parse BotCommandScope JSON object") or {"type": "default"}
    kind = scope.get("type") if isinstance(scope, dict) else None
    if not isinstance(scope, dict) or kind not in _SCOPES:
        refuse("unsupported type specified")
    named = [str(scope.get(name, "")) for name in _SCOPES[kind]]
    if named:
        world.chat(named[0])
    return ("commands", kind, *named, _language(call))


def _language(call: Call) -> str:
    code = call.text("language_code")
    if not _LANGUAGE.fullmatch(code):
        refuse("invalid language code specified")
    return code


def _command(value: object) -> Json:
    if not isinstance(value, dict):
        refuse("expected an Object")
    name = str(value.get("command", "")).strip().removeprefix("/")
    description = str(value.get("description", "")).strip()
    if not name:
        refuse("command must be non-empty")
    if len(name) > MAX_COMMAND_CHARACTERS:
        refuse(f"command length must not exceed {MAX_COMMAND_CHARACTERS}")
    if not description:
        refuse("command description must be non-empty")
    if len(description) > MAX_DESCRIPTION_CHARACTERS:
        refuse(f"command description length must not exceed {MAX_DESCRIPTION_CHARACTERS}")
    if not _COMMAND.fullmatch(name):
        refuse("BOT_COMMAND_INVALID")
    return {"command": name, "description": description}
