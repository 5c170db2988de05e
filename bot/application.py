"""Put services, handlers and Telegram together into one application."""

import asyncio
import logging
import os
import time
from collections.abc import Awaitable, Callable
from functools import partial
from textwrap import shorten

from telegram import LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.ext import Application, ContextTypes, Defaults
from telegram.request import BaseRequest

from bot.aiohttp_request import AiohttpRequest
from bot.chat_order import ChatOrderProcessor
from bot.rate_limiter import FollowingRateLimiter
from handlers.catalogue import LANGUAGES
from handlers.context import App, Context
from handlers.groups.membership import follow
from handlers.registration import register
from handlers.services import Services
from handlers.upkeep import schedule
from handlers.welcome.menus import set_menus, unless_refused
from knowledge.values.notices import mark

_log = logging.getLogger(__name__)

ALLOWED_UPDATES = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
)
"""Only updates with a handler: one that PTB cannot parse would block all later ones."""

_DESCRIPTION = mark(
    "{forum}. Respondo preguntas sobre sus acuerdos: quién debe hacer qué y hasta cuándo, con la conclusión "
    "citada palabra por palabra."
)
_SHORT_DESCRIPTION = mark("Acuerdos citados palabra por palabra. {forum}.")
_LONGEST_DESCRIPTION, _LONGEST_SHORT_DESCRIPTION = 512, 120  # Telegram refuses longer ones
_DEFAULTS = Defaults(
    parse_mode=ParseMode.HTML,
    allow_sending_without_reply=True,
    link_preview_options=LinkPreviewOptions(is_disabled=True),
)
_RETRIES = 3  # when Telegram asks to wait
_CONNECTIONS = 64
"""Concurrent connections to Telegram: thirty calls a second need some five."""

_POOL_SECONDS = 60.0
"""How long a call waits for a free connection."""

_READ_SECONDS = 15.0  # a send that times out may have arrived and isn't repeated, so better wait longer


def build_application(
    services: Services,
    token: str,
    *,
    api_url: str,
    request: BaseRequest | None = None,
    polling_request: BaseRequest | None = None,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> App:
    """Build the application; with `request`, all calls go through it instead of the network.

    Calls use `clock` and `sleep` to wait for as long as Telegram asks.
    """
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # without it PTB warns each time it must wait
    builder = (
        Application.builder()
        .token(token)
        .base_url(f"{api_url}/bot")
        .base_file_url(f"{api_url}/file/bot")
        .defaults(_DEFAULTS)
        .context_types(ContextTypes(context=Context))
        .rate_limiter(
            FollowingRateLimiter(partial(follow, services), max_retries=_RETRIES, clock=clock, sleep=sleep)
        )
        .concurrent_updates(ChatOrderProcessor())
        .post_init(introduce)
        .post_shutdown(_hang_up)
    )
    builder = builder.request(
        request
        or AiohttpRequest(connections=_CONNECTIONS, read_timeout=_READ_SECONDS, pool_timeout=_POOL_SECONDS)
    )
    if polling_request:
        builder = builder.get_updates_request(polling_request)
    application = builder.build()
    application.bot_data["services"] = services
    register(application)
    schedule(application)
    return application


async def _hang_up(application: App) -> None:
    """Close the connections to Telegram, which PTB leaves open if the start failed."""
    await application.bot.shutdown()


async def introduce(application: App) -> None:
    """Set the bot's menus and descriptions, as far as Telegram accepts them now."""
    bot, services = application.bot, application.bot_data["services"]
    await set_menus(bot, services)
    if not bot.bot.supports_inline_queries:
        _log.warning("inline mode is off: write /setinline to @BotFather")
    if not bot.bot.can_read_all_group_messages:
        _log.info("in groups only commands and replies are heard, unless /setprivacy of @BotFather is off")
    for language in LANGUAGES:
        catalogue = services.catalogues[language]
        # The first language is also what people of any other language see.
        code = None if language == LANGUAGES[0] else language
        description, short = catalogue.text(_DESCRIPTION), catalogue.text(_SHORT_DESCRIPTION)
        with unless_refused("a description"):
            await bot.set_my_description(shorten(description, _LONGEST_DESCRIPTION), language_code=code)
        with unless_refused("a short description"):
            await bot.set_my_short_description(shorten(short, _LONGEST_SHORT_DESCRIPTION), language_code=code)
