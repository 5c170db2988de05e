"""All handlers, in the order in which they are tried: read from top to bottom, all the bot can do."""

import re

from telegram import Update
from telegram.ext import (
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from handlers.answers.buttons import tap
from handlers.answers.more import PATTERN as MORE_TAPS
from handlers.answers.more import tap_more
from handlers.calendars.sending import tap_calendar
from handlers.command import command_handlers
from handlers.commands import COMMANDS, tap_help
from handlers.context import App
from handlers.desk.after_load import NEWS, tap_news
from handlers.desk.auditing import AUDIT, tap_audit
from handlers.desk.backing_up import BACKUP, tap_backup
from handlers.desk.confirming import tap_upload
from handlers.desk.correcting.commands import tap_correction
from handlers.desk.correcting.steps import CORRECTION
from handlers.desk.officers import Callback
from handlers.desk.questions import QUESTIONS, tap_questions
from handlers.desk.retiring import RETIRE, tap_retire
from handlers.desk.reverting import REVERT, tap_revert
from handlers.desk.synonyms import SYNONYMS, tap_synonyms
from handlers.desk.tracking.balances import BALANCES, tap_balances
from handlers.desk.tracking.exporting import EXPORT, tap_export
from handlers.desk.tracking.importing import TABLE, take_officers_table
from handlers.desk.tracking.lost import LOST, tap_lost
from handlers.desk.tracking.marking import EVIDENCE, mark_by_caption
from handlers.desk.tracking.tapping import tap_mark
from handlers.desk.tracking.taps import TRACKING
from handlers.desk.upload_taps import UPLOAD
from handlers.desk.uploads import ACT_FILES
from handlers.errors import handle_error
from handlers.feedback.opinions import tap_feedback
from handlers.feedback.taps import FEEDBACK
from handlers.groups.addressing import ADDRESSED_TO_BOT, NEW
from handlers.groups.membership import follow_group, introduce_in_group
from handlers.groups.openers import MENUS, guard_menu
from handlers.hearing.messages import hear, hear_again, take_file
from handlers.hearing.near_misses import answer_near_miss
from handlers.hearing.unknown import answer_other
from handlers.manners import mind_manners
from handlers.mending import mend_first
from handlers.originals.sending import tap_original
from handlers.pictures.sending import tap_picture
from handlers.pictures.taps import PICTURE
from handlers.provision_taps import CALENDAR_TAPS, ORIGINAL_TAPS
from handlers.reminders.commands import tap_reminders, wake
from handlers.reminders.taps import PATTERN as REMINDERS
from handlers.replying.run_taps import RUN
from handlers.replying.running import tap_run
from handlers.sharing.buttons import tap_share
from handlers.sharing.inline import offer
from handlers.sharing.links import SHARE
from handlers.welcome.help import HELP
from handlers.welcome.menus import greet_officer
from handlers.welcome.own_country import COUNTRY, tap_country
from handlers.welcome.privacy import FORGET, tap_forget
from handlers.welcome.start import WELCOME_IN, tap_starter, tap_welcome
from handlers.welcome.starters import STARTERS

TAPS: dict[str | re.Pattern[str], Callback] = {
    CALENDAR_TAPS: tap_calendar,
    PICTURE: tap_picture,
    ORIGINAL_TAPS: tap_original,
    RUN: tap_run,
    COUNTRY: tap_country,
    FORGET: tap_forget,
    BACKUP: tap_backup,
    AUDIT: tap_audit,
    MORE_TAPS: tap_more,
    FEEDBACK: tap_feedback,
    REMINDERS: tap_reminders,
    NEWS: tap_news,
    QUESTIONS: tap_questions,
    CORRECTION: tap_correction,
    STARTERS: tap_starter,
    WELCOME_IN: tap_welcome,
    HELP: tap_help,
    SHARE: tap_share,
    TRACKING: tap_mark,
    UPLOAD: tap_upload,
    EXPORT: tap_export,
    RETIRE: tap_retire,
    REVERT: tap_revert,
    SYNONYMS: tap_synonyms,
    BALANCES: tap_balances,
    LOST: tap_lost,
}
"""The handlers of buttons, by the prefix of their data; any other button is of a list or provision."""

FIRST, SECOND, BEFORE, AFTERWARDS, LAST = -3, -2, -1, 1, 2
"""Groups of handlers: those that may stop an update, and those that run after it was answered."""


def register(application: App) -> None:
    """Add every handler; of those in one handler group, only the first match gets an update.

    Only new messages count: an edited /recargar must not run again. In a group only commands and what is
    addressed to the bot are answered.
    """
    application.add_handler(TypeHandler(Update, mind_manners), FIRST)
    application.add_handler(TypeHandler(Update, mend_first), SECOND)
    for command in COMMANDS:
        application.add_handlers(command_handlers(command))
    application.add_handler(CallbackQueryHandler(guard_menu, MENUS), BEFORE)
    for pattern, callback in TAPS.items():
        application.add_handler(CallbackQueryHandler(callback, pattern))
    application.add_handler(CallbackQueryHandler(tap))
    application.add_handler(InlineQueryHandler(offer))
    application.add_handler(ChatMemberHandler(introduce_in_group, ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, follow_group))
    # For Telegram, a slash before a word with an accent isn't a command.
    slashed = filters.COMMAND | filters.Regex(r"^/\w")
    application.add_handler(MessageHandler(NEW & slashed & ADDRESSED_TO_BOT, answer_near_miss))
    said = filters.TEXT | (filters.CAPTION & filters.ChatType.GROUPS)
    application.add_handler(MessageHandler(NEW & said & ADDRESSED_TO_BOT, hear))
    application.add_handler(MessageHandler(filters.UpdateType.EDITED_MESSAGE & filters.TEXT, hear_again))
    alone = filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL
    application.add_handler(MessageHandler(NEW & alone & EVIDENCE, mark_by_caption))
    application.add_handler(MessageHandler(NEW & alone & ACT_FILES, take_file))
    application.add_handler(MessageHandler(NEW & alone & TABLE, take_officers_table))
    application.add_handler(MessageHandler(NEW & alone & filters.CAPTION, hear))
    application.add_handler(MessageHandler(NEW & alone, answer_other))
    application.add_handler(CommandHandler("start", greet_officer, filters.UpdateType.MESSAGE), AFTERWARDS)
    application.add_handler(MessageHandler(NEW, wake), LAST)
    application.add_error_handler(handle_error)
