"""What happens, told to the log in one line: what it was, what came of it, how long it took, and no words.

Who it was for is a hash with a key that ends with the process: lines of one person can be told to be of one,
and nobody can tell of whom.
"""

import hashlib
import logging
import secrets

_events = logging.getLogger("events")

_KEY = secrets.token_bytes(16)

Field = str | int | float


def tell(event: str, **fields: Field) -> None:
    """Tell of an event, e.g. an answer with its outcome, kind and seconds."""
    said = " ".join(f"{name}={_written(value)}" for name, value in fields.items())
    _events.info("%s %s", event, said, extra={"event": event, "fields": fields})


def pseudonym(user: int) -> str:
    """Return what stands for a person until the process ends."""
    return hashlib.blake2b(str(user).encode(), key=_KEY, digest_size=5).hexdigest()


def _written(value: Field) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
