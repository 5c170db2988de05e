"""acuerdos run: the Telegram bot, by polling or by webhook."""

import argparse
import logging
from urllib.parse import urlsplit

from telegram.error import InvalidToken

from bot.application import ALLOWED_UPDATES, build_application
from bot.commands.arguments import Subparsers, settings_of
from bot.heartbeat import FILE_NAME, Heartbeat
from bot.logs import configure_logging
from bot.polling import PollingRequest
from bot.services import open_services
from bot.settings import Settings, SettingsUnusable
from bot.watchdog import Watchdog
from bot.webhook import WebhookUpdater
from handlers.context import App
from handlers.upkeep import tell_at_start
from knowledge.stores.restoring import open_folder
from knowledge.values.notices import mark, notice

_log = logging.getLogger(__name__)

_POLL_SECONDS = 30
_NO_TOKEN = mark(
    "Falta TELEGRAM_TOKEN. Pida uno a @BotFather en Telegram (/newbot) y póngalo en el archivo .env; "
    "sin token puede probar con «acuerdos chat»."
)
_NO_SECRET = mark(
    "Falta ACUERDOS_WEBHOOK_SECRET: sin él, cualquiera podría escribirle al bot en nombre de otro. "
    "Ponga de 16 a 256 letras, cifras, «_» o «-», p. ej. las de «openssl rand -hex 32»."
)
_PORT_TAKEN = mark("ACUERDOS_METRICS_PORT: no se puede escuchar en el puerto {port} ({reason}).")
_WRONG_TOKEN = mark("Telegram no acepta el TELEGRAM_TOKEN. Cópielo de nuevo de @BotFather.")


def add(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("run", help="el bot de Telegram")
    parser.set_defaults(execute=execute)


def execute(arguments: argparse.Namespace) -> int:
    """Serve until SIGTERM or SIGINT; return 1 if the watchdog stopped us, so that a supervisor restarts us.

    Raises:
        SettingsUnusable: there is no token, or Telegram rejects it.
    """
    settings = settings_of(arguments)
    if settings.token is None:
        raise SettingsUnusable(notice(_NO_TOKEN))
    if settings.webhook_url and settings.webhook_secret is None:
        raise SettingsUnusable(notice(_NO_SECRET))
    configure_logging(settings.log)
    with open_folder(settings.data).served(), open_services(settings, apart=True) as services:
        heartbeat = Heartbeat(settings.data / FILE_NAME)
        application = build_application(
            services,
            settings.token.get_secret_value(),
            api_url=settings.api_url,
            polling_request=PollingRequest(heartbeat),
        )
        services.base.encode_questions([""])  # loads the encoder, so that the first question needn't wait
        if not settings.admins:
            _log.warning("ACUERDOS_ADMINS is empty: admin functions are off")
        tell_at_start(application)
        watchdog = Watchdog(application, heartbeat, by_webhook=settings.webhook_url is not None)
        if settings.metrics_port:
            _count(settings.metrics_port, application, heartbeat)
        try:
            _serve(application, settings, heartbeat)
        except InvalidToken:
            raise SettingsUnusable(notice(_WRONG_TOKEN)) from None
    return 1 if watchdog.has_barked else 0


def _count(port: int, application: App, heartbeat: Heartbeat) -> None:
    from bot.metrics import serve_metrics  # noqa: PLC0415  loaded only if metrics are wanted

    try:
        serve_metrics(port, application, heartbeat)
    except OSError as error:
        raise SettingsUnusable(notice(_PORT_TAKEN, port=str(port), reason=error.strerror or "")) from None


def _serve(application: App, settings: Settings, heartbeat: Heartbeat) -> None:
    # Answer messages sent while the bot was away, and wait for the network if it isn't up yet.
    if settings.webhook_url is None:
        application.run_polling(
            timeout=_POLL_SECONDS,
            bootstrap_retries=-1,
            allowed_updates=ALLOWED_UPDATES,
            drop_pending_updates=False,
        )
        return
    if settings.webhook_secret is None:
        raise SettingsUnusable(notice(_NO_SECRET))
    application.updater = WebhookUpdater(application.bot, application.update_queue, heartbeat.unreadable)
    application.run_webhook(
        listen=settings.webhook_listen,
        port=settings.webhook_port,
        webhook_url=settings.webhook_url,
        url_path=urlsplit(settings.webhook_url).path.lstrip("/"),
        secret_token=settings.webhook_secret.get_secret_value(),
        bootstrap_retries=-1,
        allowed_updates=ALLOWED_UPDATES,
        drop_pending_updates=False,
    )
