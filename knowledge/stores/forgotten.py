"""Remember next to the backups who asked to be forgotten, to delete them again after a restore."""

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path

from knowledge.stores.data_folder import publish, refusing_disk
from knowledge.stores.moments import moment
from knowledge.values.base import Value

FORGOTTEN = "forgotten.jsonl"
"""The file's name in the folder of backups."""

_COST = 2**12
"""Makes trying a number take about ten milliseconds, as there are few enough of them to try all."""


class Tombstone(Value):
    """A salted hash of the number of a person who was forgotten, and when; it names nobody."""

    salt: str
    digest: str
    at: datetime

    def is_of(self, user_id: int) -> bool:
        """Tell whether this is a person's."""
        return _digest(self.salt, user_id) == self.digest


class ForgottenPeople:
    """Store tombstones in a folder of backups."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FORGOTTEN

    def tombstones(self) -> tuple[Tombstone, ...]:
        """Return all tombstones, the oldest first."""
        try:
            lines = self._path.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return ()
        return tuple(map(Tombstone.model_validate_json, filter(None, lines)))

    def add(self, user_id: int, at: datetime) -> None:
        """Note that a person was forgotten; raise StoreUnusable if it can't be written."""
        known = self.tombstones()
        # One salt per file, so that each restored person takes only one hash to check.
        salt = known[0].salt if known else secrets.token_hex(16)
        self.join((Tombstone(salt=salt, digest=_digest(salt, user_id), at=at),))

    def join(self, tombstones: Iterable[Tombstone]) -> None:
        """Add tombstones to those here; raise StoreUnusable if they can't be written."""
        known = dict.fromkeys((*self.tombstones(), *tombstones))
        fresh = self._path.with_name(f"{FORGOTTEN}.new")
        with refusing_disk(self._path.parent.parent):
            self._path.parent.mkdir(mode=0o700, exist_ok=True)
            fresh.write_text("".join(_lines(known)), encoding="utf-8")
            publish(fresh, self._path)


def forgotten_after(tombstones: Iterable[Tombstone], people: Iterable[int], made_at: datetime) -> set[int]:
    """Return the people who were forgotten after a moment, e.g. when a backup was made."""
    second = made_at.replace(microsecond=0)  # as exact as tombstones are; whoever is in doubt is forgotten
    later = [each for each in tombstones if each.at >= second]
    return {person for person in people for each in later if each.is_of(person)}


def _lines(tombstones: Iterable[Tombstone]) -> Iterator[str]:
    for each in tombstones:
        yield json.dumps({**each.model_dump(), "at": moment(each.at)}) + "\n"


@cache
def _digest(salt: str, user_id: int) -> str:
    return hashlib.scrypt(str(user_id).encode(), salt=bytes.fromhex(salt), n=_COST, r=8, p=1).hex()
