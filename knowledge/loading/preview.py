"""Preview loading files without changing anything."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from knowledge.loading.arrivals import Arrivals
from knowledge.loading.comparing import ActChanges, compare_acts
from knowledge.loading.readings import ReadAct
from knowledge.reading.reviews import reviewed
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.acts import Act
from knowledge.values.base import Value
from knowledge.values.errors import FaultyData
from knowledge.values.notices import Notice

_KEPT = 32


class PreviewedFile(Value):
    """The act that a file would bring, or the reason in `refusal` why it brings none.

    `changes` are the differences from the loaded version of the act, if there is one.
    """

    path: Path
    act: Act | None = None
    changes: ActChanges | None = None
    refusal: Notice | None = None


class Preview(Value):
    """The preview of a batch of files."""

    files: tuple[PreviewedFile, ...]

    @property
    def bringing(self) -> tuple[PreviewedFile, ...]:
        """The files that bring an act."""
        return tuple(each for each in self.files if each.act)

    @property
    def acts(self) -> tuple[Act, ...]:
        """The acts that would be loaded."""
        return tuple(each.act for each in self.files if each.act)


def preview_of(paths: Iterable[Path], arrivals: Arrivals, store: KnowledgeStore, reviews: Path) -> Preview:
    """Take files in one by one, and preview each, with the corrections already stored for it."""
    return Preview(files=tuple(_previewed(path, arrivals, store, reviews) for path in paths))


def _previewed(path: Path, arrivals: Arrivals, store: KnowledgeStore, reviews: Path) -> PreviewedFile:
    accepted = len(arrivals.copies)
    error = arrivals.take(path)
    if error or len(arrivals.copies) == accepted:
        return PreviewedFile(path=path, refusal=error.notice if error else arrivals.warnings[-1])
    try:
        act = reviewed(arrivals.readings.act(arrivals.copies[-1]), reviews)
    except FaultyData as fault:
        return PreviewedFile(path=path, refusal=fault.notice)
    is_loaded = act.slug in {each.slug for each in store.documents()}
    changes = compare_acts(store.act(act.slug), act) if is_loaded else None
    return PreviewedFile(path=path, act=act, changes=changes)


class ReadOnce:
    """Cache the acts of unchanged files, so that a previewed file isn't read again to be loaded."""

    def __init__(self) -> None:
        self._read = lru_cache(maxsize=_KEPT)(self._fresh)

    def reader(self, read: ReadAct, edition: str) -> ReadAct:
        """Return a reader that reads a file only if this edition of the program hasn't yet."""
        return lambda path: self._read(Unchanged(path, read, edition))

    @staticmethod
    def _fresh(file: "Unchanged") -> Act:
        return file.read(file.path)


class Unchanged:
    """A file at this moment, as a cache key: equal until the file or the program changes."""

    def __init__(self, path: Path, read: ReadAct, edition: str) -> None:
        self.path = path
        self.read = read
        status = path.stat() if path.exists() else None
        self._key = (path, edition, status and (status.st_ino, status.st_size, status.st_mtime_ns))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Unchanged) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)
