"""The process of `bot.loading_apart`: `python -m bot.loading_process FD`.

It receives settings and work on the connection FD, and sends back progress and the result.
"""

import ctypes
import logging
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection

from bot.loading_apart import NICENESS
from bot.logs import configure_logging
from bot.services import open_encoder, open_loader
from handlers.errors import told
from knowledge.values.errors import KnowledgeError

_log = logging.getLogger(__name__)

_PR_SET_PDEATHSIG = 1


def serve(connection: Connection) -> None:
    """Receive work and do it, once."""
    settings, work = connection.recv()
    configure_logging(settings.log)
    try:
        loader = open_loader(settings, open_encoder(settings))
        loader = replace(
            loader, reading=_teller(connection, "reading"), progress=_teller(connection, "encoding")
        )
        connection.send(("done", work(loader)))
    except KnowledgeError as error:
        connection.send(("refused", type(error), error.notice))
    except Exception as error:  # noqa: BLE001  tell the parent, whatever it was
        _log.error("a load failed: %s", "".join(told(error)))
        connection.send(("failed", type(error).__name__))


def _teller(connection: Connection, sort: str) -> Callable[[int, int], None]:
    def tell(done: int, total: int) -> None:
        """Send the progress."""
        connection.send((sort, done, total))

    return tell


def _die_with_the_bot() -> None:
    """Have Linux kill this process when the bot is killed, since nobody would get its result."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def main() -> None:
    """Serve the parent."""
    _die_with_the_bot()
    os.nice(NICENESS)
    os.umask(0o077)
    with Connection(int(sys.argv[1])) as parent:
        serve(parent)


if __name__ == "__main__":
    main()
