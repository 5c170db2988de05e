"""The process that reads acts: `python -m knowledge.reading.files.reader_process FD`.

Requests come in on the connection FD; acts, or why there is none, go out. It ends by itself when it has had
nothing to do for a while, or when its parent has gone.
"""

import resource
import sys
from contextlib import suppress
from multiprocessing.connection import Connection

from knowledge.reading.act import divide_text
from knowledge.reading.files.limits import IDLE_SECONDS, MAX_MEMORY, MAX_TEXT_BYTES
from knowledge.reading.files.readers import READERS
from knowledge.reading.files.requests import Refusal, Request, too_much
from knowledge.values.acts import Act
from knowledge.values.errors import KnowledgeError, UnreadableAct
from knowledge.values.notices import mark, notice


def answer(request: Request) -> Act | Refusal:
    """Read one act; whatever goes wrong becomes a refusal."""
    try:
        text = READERS[request.kind](request.content, request.name)
        if len(text) > MAX_TEXT_BYTES:
            sentence = mark("{file} tiene demasiado texto. Envíe solo el acta.")
            return Refusal(UnreadableAct, notice(sentence, file=request.name))
        return divide_text(
            text,
            source=request.name,
            sha256=request.sha256,
            register=request.register,
            data=request.data,
        )
    except KnowledgeError as error:
        return Refusal(type(error), error.notice)
    except (MemoryError, RecursionError):
        return too_much(request.name)
    except Exception:  # noqa: BLE001 -- on hostile bytes a library may raise anything, and its words help nobody
        sentence = mark("{file} está dañado y no se puede leer. Guárdelo de nuevo y envíelo otra vez.")
        return Refusal(UnreadableAct, notice(sentence, file=request.name))


def serve(connection: Connection) -> None:
    """Answer requests until none comes any more."""
    while connection.poll(IDLE_SECONDS):
        connection.send(answer(connection.recv()))


if __name__ == "__main__":
    with suppress(ValueError):  # some systems don't know this limit
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    with suppress(EOFError, ConnectionError), Connection(int(sys.argv[1])) as parent:
        parent.send(None)
        serve(parent)
