"""A process that encodes passages: `python -m knowledge.meaning.encoder_process FD FOLDER`.

Lists of texts come in on the connection FD; their vectors go out, or None where the model in FOLDER can't be
used. It ends when its parent has gone.
"""

import logging
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from knowledge.meaning.encoder import Encoder


def serve(connection: Connection, encoder: Encoder) -> None:
    """Encode until nobody asks any more."""
    while True:
        connection.send(encoder.encode_passages(connection.recv()))


if __name__ == "__main__":
    logging.disable()  # the parent finds the same fault, and says so once
    with suppress(EOFError, ConnectionError), Connection(int(sys.argv[1])) as parent:
        serve(parent, Encoder(Path(sys.argv[2])))
