"""acuerdos chat: the same application and the same handlers in the terminal, with no token and no network."""

import argparse
import asyncio
import sys
import time
from dataclasses import replace

from bot.application import build_application
from bot.commands.arguments import Subparsers, settings_of
from bot.services import open_services
from bot.terminal import Terminal
from handlers.catalogue import LANGUAGES
from handlers.services import Services
from knowledge.values.notices import mark
from standin import Standin, StandinRequest

_USER = 1
_GREETING = mark("Chat de prueba: escriba su pregunta; un número pulsa ese botón; :quit sale.")


def add(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("chat", help="conversar en la terminal, sin token y sin red")
    parser.add_argument("--as", dest="user", type=int, default=_USER, metavar="USER_ID", help="quién escribe")
    parser.add_argument("--admin", action="store_true", help="con permisos de administración")
    parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0], help="idioma de su Telegram")
    parser.set_defaults(execute=execute)


def execute(arguments: argparse.Namespace) -> int:
    """Talk until the input ends."""
    with open_services(settings_of(arguments)) as opened:
        admins = opened.admins | ({arguments.user} if arguments.admin else set())
        services = replace(opened, admins=admins)
        asyncio.run(_talk(services, arguments.user, arguments.language))
    return 0


async def _talk(services: Services, user: int, language: str) -> None:
    standin = Standin(time.time)
    application = build_application(
        services,
        standin.token,
        api_url="http://standin",
        request=StandinRequest(standin),
        polling_request=StandinRequest(standin),
    )
    catalogue = services.catalogues[language]
    terminal = Terminal(application, standin, sys.stdout, catalogue.text)
    async with application:
        if sys.stdin.isatty():
            sys.stdout.write(catalogue.text(_GREETING) + "\n")
        await terminal.talk(sys.stdin, user, language=language)
