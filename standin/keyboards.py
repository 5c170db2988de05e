"""Buttons under a message, read as strictly as Telegram reads them."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from standin.refusals import Json, refuse

MAX_CALLBACK_DATA_BYTES = 64
MAX_COPIED_CHARACTERS = 256
MAX_LABEL_CHARACTERS = 64  # undocumented; bots in the field meet BUTTON_TEXT_INVALID above it
MAX_BUTTONS = 100
MAX_BUTTONS_IN_ROW = 8
_ACTIONS = frozenset(
    {
        "callback_data",
        "callback_game",
        "copy_text",
        "login_url",
        "pay",
        "switch_inline_query",
        "switch_inline_query_chosen_chat",
        "switch_inline_query_current_chat",
        "url",
        "web_app",
    }
)
_OTHER_MARKUPS = frozenset({"keyboard", "remove_keyboard", "force_reply"})


@dataclass(frozen=True)
class Button:
    """An inline button; `fields` is the JSON that the bot sent."""

    text: str
    data: str | None
    url: str | None
    copy_text: str | None
    fields: Json = field(repr=False)


@dataclass(frozen=True)
class Markup:
    """The reply markup of a message: rows of inline buttons, or any other kind as the bot sent it."""

    rows: list[list[Button]]
    other: Json = field(default_factory=dict)

    def as_json(self) -> Json:
        """Return the markup as the Bot API writes it."""
        return self.other or {"inline_keyboard": [[button.fields for button in row] for row in self.rows]}


def read_markup(value: object) -> Markup | None:
    """Read a `reply_markup` parameter; return None if it is missing or empty.

    Raises:
        RefusalError: with Telegram's wording for the first fault in it.
    """
    if value is None:
        return None
    if not isinstance(value, dict):
        refuse("object expected as reply markup")
    if _OTHER_MARKUPS & value.keys():
        return Markup([], value)
    rows = value.get("inline_keyboard", [])
    if not isinstance(rows, list):
        refuse('field "inline_keyboard" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        refuse('field "inline_keyboard" must be an Array of Arrays')
    read = [[_read_button(button) for button in row] for row in rows if row]
    if sum(map(len, read)) > MAX_BUTTONS or any(len(row) > MAX_BUTTONS_IN_ROW for row in read):
        refuse("reply markup is too long")
    return Markup(read) if read else None


def _read_button(value: object) -> Button:
    if not isinstance(value, dict):
        refuse("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    text = value.get("text")
    if text is None:
        refuse("can't parse inline keyboard button: Can't find field \"text\"")
    if not isinstance(text, str):
        refuse('can\'t parse inline keyboard button: Field "text" must be of type String')
    if not _ACTIONS & value.keys():
        refuse("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if not text.strip() or len(text) > MAX_LABEL_CHARACTERS:
        refuse("BUTTON_TEXT_INVALID")
    data, url = value.get("callback_data"), value.get("url")
    if data is not None and not 1 <= len(str(data).encode()) <= MAX_CALLBACK_DATA_BYTES:
        refuse("BUTTON_DATA_INVALID")
    if url is not None:
        _check_url(str(url))
    return Button(text, data, url, _read_copied(value.get("copy_text")), value)


def _read_copied(value: object) -> str | None:
    if value is None:
        return None
    copied = value.get("text") if isinstance(value, dict) else None
    if not isinstance(copied, str) or not 1 <= len(copied) <= MAX_COPIED_CHARACTERS:
        refuse("BUTTON_COPY_TEXT_INVALID")
    return copied


def _check_url(url: str) -> None:
    parts = urlsplit(url if "://" in url or url.startswith("tg:") else f"http://{url}")
    if parts.scheme not in ("http", "https", "tg", "ton", "tonsite"):
        refuse(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
    if parts.scheme in ("http", "https") and "." not in (parts.hostname or ""):
        refuse(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
