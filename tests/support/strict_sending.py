"""Send rendered messages through the strict stand-in, which refuses what Telegram would."""

from collections.abc import Iterable

from handlers.keyboards import keyboard_of
from handlers.messages import Message
from standin import Standin, parse_html
from standin.calls import Call
from standin.entities import MAX_ENTITIES

_READER = 7


def refused(messages: Iterable[Message]) -> list[str]:
    """Return Telegram's errors for some messages, and a line for each with more entities than it keeps."""
    standin = Standin(lambda: 1_800_000_000.0)
    standin.person(_READER).writes("/start")
    faults = []
    for message in messages:
        parameters: dict[str, object] = {
            "chat_id": _READER,
            "text": message.markup,
            "parse_mode": "HTML",
        }
        if keyboard := keyboard_of(message):
            parameters["reply_markup"] = keyboard.to_dict()
        standin.answer(standin.token, Call("sendMessage", parameters))
        if not standin.refusals and len(parse_html(message.markup).entities) > MAX_ENTITIES:
            faults.append("more entities than Telegram keeps")
    return [*faults, *(refusal.description for refusal in standin.refusals)]
