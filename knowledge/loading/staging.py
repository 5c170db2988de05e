"""Files that an officer sent and nobody has confirmed yet: kept aside, a batch for each officer."""

import hashlib
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from pydantic import ValidationError

from knowledge.stores.data_folder import publish, refusing_disk
from knowledge.values.base import Value

JOINING = timedelta(minutes=10)
"""How long a batch accepts further files and can be confirmed."""

_KEPT = timedelta(days=1)
_NAME_LIMIT = 60
_STRANGE = re.compile(r"[^\w.() -]+")
_NOTE = "batch.json"


class StagedFile(Value):
    """A file as it was sent; `place` is its path in the batch's folder, `file_id` Telegram's copy."""

    name: str
    place: str
    sha256: str
    file_id: str


class Batch(Value):
    """Files that are previewed together, and confirmed or discarded together.

    `against` is the edition that was loaded when they were previewed, and `shown_in` the id of the message
    with the preview. `loaded` tells whether they were confirmed.
    """

    owner: int
    touched_at: datetime
    files: tuple[StagedFile, ...] = ()
    against: str = ""
    shown_in: int | None = None
    loaded: bool = False

    @property
    def tag(self) -> str:
        """A name that changes with every added file, so that earlier buttons become invalid."""
        parts = (str(self.owner), self.touched_at.isoformat(), *(each.sha256 for each in self.files))
        return hashlib.blake2s(" ".join(parts).encode(), digest_size=6).hexdigest()

    def is_open(self, now: datetime) -> bool:
        """Tell whether the batch still accepts files and can be confirmed."""
        return not self.loaded and bool(self.files) and now - self.touched_at < JOINING


@dataclass(frozen=True)
class Staging:
    """The batches of all officers, in their own folder; they survive a restart, but expire after a day."""

    folder: Path

    def batch_of(self, owner: int) -> Batch | None:
        """Return an officer's newest batch."""
        try:
            return Batch.model_validate_json((self._place(owner) / _NOTE).read_bytes())
        except (FileNotFoundError, ValidationError):  # a program of another version may have left it
            return None

    def add(self, owner: int, name: str, content: bytes, file_id: str, *, now: datetime) -> Batch:
        """Keep a file aside: in the officer's open batch, or in a new one in place of the old.

        Raises:
            StoreUnusable: the file cannot be kept; the batch is as it was.
        """
        self.sweep(now)
        batch = self.batch_of(owner)
        if batch is None or not batch.is_open(now):
            self.clear(owner)
            batch = Batch(owner=owner, touched_at=now)
        numbers = [int(each.place.split("/")[0]) for each in batch.files]
        place = Path(str(max(numbers, default=0) + 1)) / _safe(name)
        path = self._place(owner) / place
        staged = StagedFile(
            name=name, place=place.as_posix(), sha256=hashlib.sha256(content).hexdigest(), file_id=file_id
        )
        joined = batch.model_copy(update={"files": (*batch.files, staged), "touched_at": now})
        with refusing_disk(self.folder):
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
                return self.write(joined)
            except OSError:
                shutil.rmtree(path.parent, ignore_errors=True)
                raise

    def write(self, batch: Batch) -> Batch:
        """Save the metadata of a batch atomically."""
        note = self._place(batch.owner) / _NOTE
        note.parent.mkdir(parents=True, exist_ok=True)
        fresh = note.with_suffix(".new")
        fresh.write_text(batch.model_dump_json(), encoding="utf-8")
        publish(fresh, note)
        return batch

    def paths(self, batch: Batch) -> tuple[Path, ...]:
        """Return the paths of the files of a batch."""
        return tuple(self._place(batch.owner) / each.place for each in batch.files)

    def workplace(self, batch: Batch) -> Path:
        """Return a folder for trying out the files of a batch."""
        return self._place(batch.owner) / "trial"

    def drop(self, batch: Batch, paths: Iterable[Path]) -> Batch:
        """Remove files from a batch."""
        dropped = {*paths}
        kept = tuple(
            each for each, path in zip(batch.files, self.paths(batch), strict=True) if path not in dropped
        )
        for path in dropped:
            path.unlink(missing_ok=True)
        return self.write(batch.model_copy(update={"files": kept}))

    def finish(self, batch: Batch) -> None:
        """Delete the files of a loaded batch, and remember that it was loaded until the next one."""
        self.write(batch.model_copy(update={"loaded": True}))
        for path in self.paths(batch):
            path.unlink(missing_ok=True)

    def clear(self, owner: int) -> None:
        """Forget an officer's batch."""
        shutil.rmtree(self._place(owner), ignore_errors=True)

    def sweep(self, now: datetime) -> None:
        """Remove batches older than a day."""
        for place in self.folder.iterdir() if self.folder.is_dir() else ():
            sent = datetime.fromtimestamp(place.stat().st_mtime, now.tzinfo)
            batch = self.batch_of(int(place.name)) if place.name.isdecimal() else None
            if now - (batch.touched_at if batch else sent) > _KEPT:
                shutil.rmtree(place, ignore_errors=True)

    def _place(self, owner: int) -> Path:
        return self.folder / str(owner)


def _safe(name: str) -> str:
    """Return a safe file name without folders; the suffix is kept, since it tells the file type."""
    plain = _STRANGE.sub("_", Path(name.replace("\\", "/")).name).strip(". ")
    stem, dot, suffix = plain.rpartition(".")
    if not dot:
        return plain[:_NAME_LIMIT] or "acta"
    return f"{stem[:_NAME_LIMIT] or 'acta'}.{suffix[:10]}"
