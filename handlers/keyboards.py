"""Convert the buttons of a message to Telegram's format."""

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from handlers.messages import Button, Message


def keyboard_of(message: Message) -> InlineKeyboardMarkup | None:
    """Return the rows of buttons of a message, or None if it has none."""
    if not message.buttons:
        return None
    return InlineKeyboardMarkup([[_telegram_button(button) for button in row] for row in message.buttons])


def _telegram_button(button: Button) -> InlineKeyboardButton:
    if button.copy is not None:
        return InlineKeyboardButton(button.label, copy_text=CopyTextButton(button.copy))
    if button.url is not None:
        return InlineKeyboardButton(button.label, url=button.url)
    return InlineKeyboardButton(button.label, callback_data=button.data)
