"""The process that reads acts: `python -m knowledge.reading.files.reader_process FD`.

It receives requests on the connection FD and sends back acts or refusals. It ends by itself after being idle
for a while, or when its parent has gone.
"""

import logging
import resource
import sys
from contextlib import suppress
from multiprocessing.connection import Connection

from knowledge.reading.act import divide_text
from knowledge.reading.files.limits import IDLE_SECONDS, MAX_MEMORY, MAX_TEXT_BYTES
from knowledge.reading.files.readers import read_text
from knowledge.reading.files.requests import Refusal, Request, Step, failed, too_much
from knowledge.values.acts import Act
from knowledge.values.errors import KnowledgeError, UnreadableAct
from knowledge.values.notices import mark, notice
from knowledge.values.progress import Progress, part_of, show_nothing

_log = logging.getLogger(__name__)
_PAGES_SHARE = 30
"""Percentage of the progress that extracting the pages' text takes; the rest is for reading the act."""
_LONG_BYTES = 200_000
"""Size above which a file takes long enough to report progress."""


def answer(request: Request, progress: Progress = show_nothing) -> Act | Refusal:
    """Read one act; turn any error into a refusal."""
    text = None
    try:
        text = read_text(request.kind, request.content, request.name, part_of(progress, 0, _PAGES_SHARE))
        if len(text) > MAX_TEXT_BYTES:
            sentence = mark("{file} tiene demasiado texto. Envíe solo el acta.")
            return Refusal(UnreadableAct, notice(sentence, file=request.name))
        return divide_text(
            text,
            source=request.name,
            sha256=request.sha256,
            register=request.register,
            data=request.data,
            progress=part_of(progress, _PAGES_SHARE, 100),
        )
    except KnowledgeError as error:
        return Refusal(type(error), error.notice)
    except (MemoryError, RecursionError):
        return too_much(request.name)
    except Exception:  # noqa: BLE001 -- on hostile bytes a library may raise anything, and its words help nobody
        if text is not None:
            _log.exception("no act could be made of the text of a file")
            return failed(request.name)
        sentence = mark("{file} está dañado y no se puede leer. Guárdelo de nuevo y envíelo otra vez.")
        return Refusal(UnreadableAct, notice(sentence, file=request.name))


def serve(connection: Connection) -> None:
    """Answer requests until none has come for a while."""
    while connection.poll(IDLE_SECONDS):
        request = connection.recv()
        teller = _Teller(connection) if len(request.content) > _LONG_BYTES else show_nothing
        connection.send(answer(request, teller))


class _Teller:
    """Sends the progress whenever it changes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last: Step | None = None

    def __call__(self, done: int, total: int) -> None:
        step = Step(done, total)
        if step != self._last:
            self._last = step
            self._connection.send(step)


if __name__ == "__main__":
    with suppress(ValueError):  # some systems don't know this limit
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    with suppress(EOFError, ConnectionError), Connection(int(sys.argv[1])) as parent:
        parent.send(None)
        serve(parent)
