"""Log events on one line each: kind, outcome and duration, but none of people's words.

Persons are pseudonymized with a key that ends with the process: one person's lines can be linked, but not
traced back to them.
"""

import hashlib
import logging
import secrets

_events = logging.getLogger("events")

_KEY = secrets.token_bytes(16)

Field = str | int | float


def tell(event: str, **fields: Field) -> None:
    """Log an event, e.g. an answer with its outcome, kind and seconds."""
    said = " ".join(f"{name}={_written(value)}" for name, value in fields.items())
    _events.info("%s %s", event, said, extra={"event": event, "fields": fields})


def pseudonym(user: int) -> str:
    """Return a pseudonym for a person, valid until the process ends."""
    return hashlib.blake2b(str(user).encode(), key=_KEY, digest_size=5).hexdigest()


def _written(value: Field) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
