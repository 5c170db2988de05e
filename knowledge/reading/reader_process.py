"""The process that reads files which can do harm: `python -m knowledge.reading.reader_process FD`.

Requests (kind, content, name) come in on the connection FD; the text, or the notice of a refusal, goes out.
It ends by itself when it has had nothing to do for a while, or when its parent has gone.
"""

import resource
import sys
from contextlib import suppress
from multiprocessing.connection import Connection

from knowledge.reading.files import READERS, FileKind
from knowledge.reading.limits import IDLE_SECONDS, MAX_MEMORY, MAX_TEXT_BYTES
from knowledge.values.errors import UnreadableAct
from knowledge.values.notices import Notice, mark, notice


def answer(kind: FileKind, content: bytes, name: str) -> str | Notice:
    """Read one file; whatever goes wrong becomes a notice."""
    try:
        text = READERS[kind](content, name)
    except UnreadableAct as error:
        return error.notice
    except (MemoryError, RecursionError):
        return notice(mark("{file} ocupa demasiado al abrirse. Envíe solo el texto del acta."), file=name)
    except Exception:  # noqa: BLE001 -- on hostile bytes a library may raise anything, and its words help nobody
        return notice(
            mark("{file} está dañado y no se puede leer. Guárdelo de nuevo y envíelo otra vez."), file=name
        )
    if len(text) > MAX_TEXT_BYTES:
        return notice(mark("{file} tiene demasiado texto. Envíe solo el acta."), file=name)
    return text


def serve(connection: Connection) -> None:
    """Answer requests until none comes any more."""
    while connection.poll(IDLE_SECONDS):
        connection.send(answer(*connection.recv()))


if __name__ == "__main__":
    with suppress(ValueError):  # some systems don't know this limit
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    with suppress(EOFError, ConnectionError), Connection(int(sys.argv[1])) as parent:
        parent.send(None)
        serve(parent)
