"""All handlers in one list, in the order they are tried: read top to bottom it is what the bot can do."""

from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from handlers.addressing import ADDRESSED_TO_BOT
from handlers.buttons import tap
from handlers.calendars.sending import tap_calendar
from handlers.calendars.taps import PATTERN as CALENDAR_TAPS
from handlers.commands import COMMANDS, command_handlers
from handlers.context import App
from handlers.errors import handle_error
from handlers.hearing import hear
from handlers.more import PATTERN as MORE_TAPS
from handlers.more import tap_more
from handlers.near_misses import answer_near_miss
from handlers.original_taps import ORIGINAL
from handlers.originals import tap_original
from handlers.own_country import COUNTRY, tap_country
from handlers.run_taps import RUN
from handlers.running import tap_run
from handlers.unknown import answer_other


def register(application: App) -> None:
    """Add every handler; the first that takes an update is the only one.

    Only new messages count: an edited /recargar must not run again. In a group only commands and what is
    addressed to the bot are answered.
    """
    new = filters.UpdateType.MESSAGE & ~filters.VIA_BOT
    for command in COMMANDS:
        application.add_handlers(command_handlers(command))
    application.add_handler(CallbackQueryHandler(tap_calendar, CALENDAR_TAPS))
    application.add_handler(CallbackQueryHandler(tap_original, ORIGINAL))
    application.add_handler(CallbackQueryHandler(tap_run, RUN))
    application.add_handler(CallbackQueryHandler(tap_country, COUNTRY))
    application.add_handler(CallbackQueryHandler(tap_more, MORE_TAPS))
    application.add_handler(CallbackQueryHandler(tap))
    # A slash before a word with an accent makes no command of it for Telegram.
    slashed = filters.COMMAND | filters.Regex(r"^/\w")
    application.add_handler(MessageHandler(new & slashed & ADDRESSED_TO_BOT, answer_near_miss))
    application.add_handler(MessageHandler(new & filters.TEXT & ADDRESSED_TO_BOT, hear))
    alone = filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL
    application.add_handler(MessageHandler(new & alone, answer_other))
    application.add_error_handler(handle_error)
