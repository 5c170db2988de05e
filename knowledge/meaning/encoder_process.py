"""A process that encodes passages: `python -m knowledge.meaning.encoder_process FD FOLDER`.

It receives lists of texts on the connection FD and sends back their vectors, or None if the model in FOLDER
can't be used. It ends with its parent.
"""

import logging
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from knowledge.meaning.encoder import Encoder


def serve(connection: Connection, encoder: Encoder) -> None:
    """Encode until the connection is closed."""
    while True:
        connection.send(encoder.encode_passages(connection.recv()))


if __name__ == "__main__":
    logging.disable()  # the parent finds the same fault, and logs it once
    with suppress(EOFError, ConnectionError), Connection(int(sys.argv[1])) as parent:
        serve(parent, Encoder(Path(sys.argv[2])))
