"""Snapshots of the loaded base, reopened once another program has loaded something else."""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from knowledge.answering.responder import Responder
from knowledge.language.datafiles import DataFolders
from knowledge.language.forum import Forum, load_forum
from knowledge.language.parties import PartyRegister
from knowledge.loading.recent import RecentReplies
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.vectors import PassageVectors
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.stores.marks import Marks
from knowledge.stores.tracking import Tracker
from knowledge.tracking.tracked import with_status
from knowledge.values.answers import Answer
from knowledge.values.errors import FaultyData, StoreUnusable

_log = logging.getLogger(__name__)


class Stamp(NamedTuple):
    """Identifies a file's content: it changes when the file is replaced or written to."""

    file: int
    size: int
    written_at: int


@dataclass(frozen=True)
class Snapshot:
    """Everything loaded at one moment, and the stamp of its file."""

    stamp: Stamp
    register: PartyRegister
    forum: Forum
    store: KnowledgeStore
    responder: Responder
    recent: RecentReplies

    @property
    def tracker(self) -> Tracker:
        """The tracker of the loaded commitments."""
        return self.responder.tracker

    def told(self, answer: Answer) -> Answer:
        """Add the status of its commitments to an answer."""
        return with_status(answer, self.tracker.statuses)


class Snapshots:
    """Opens the base at a path, and reopens it once another file has replaced it."""

    def __init__(
        self,
        path: Path,
        data: DataFolders,
        encoder: Encoder | None,
        marks: Callable[[], Marks],
        settle: Callable[[], None] = lambda: None,
    ) -> None:
        self._path = path
        self._data = data
        self._encoder = encoder
        self._marks = marks
        self._settle = settle
        self._snapshot = self._open()
        self._is_warned = False
        settle()

    def current(self) -> Snapshot:
        """Return the current snapshot, including what another program has loaded meanwhile."""
        try:
            if _stamp(self._path).file != self._snapshot.stamp.file:
                self.reopen()
        except (OSError, StoreUnusable, FaultyData) as error:
            if not self._is_warned:  # once, and not at every question
                _log.warning("answering from what was loaded before: %s", error)
            self._is_warned = True
        return self._snapshot

    @property
    def is_whole(self) -> bool:
        """Tell whether the file exists and was never written to, since it is only ever replaced."""
        try:
            stamp = _stamp(self._path)
        except OSError:
            return False
        return stamp == self._snapshot.stamp or stamp.file != self._snapshot.stamp.file

    def reopen(self) -> None:
        """Reopen the base."""
        self._snapshot = self._open()
        self._is_warned = False
        self._settle()

    def close(self) -> None:
        """Close the store in use."""
        self._snapshot.store.close()

    @property
    def edition(self) -> str:
        """A name for the base now at the path; it changes with every load."""
        status = self._path.stat()
        moment = f"{status.st_ino} {status.st_size} {status.st_mtime_ns}"
        return hashlib.blake2s(moment.encode(), digest_size=6).hexdigest()

    def _open(self) -> Snapshot:
        stamp = _stamp(self._path)
        register, forum = PartyRegister.load(self._data), load_forum(self._data)
        store = KnowledgeStore.open(self._path)
        vectors = PassageVectors.open(store.database, self._encoder.version if self._encoder else None)
        responder = Responder(store, self._data, encoder=self._encoder, vectors=vectors, marks=self._marks)
        recent = RecentReplies(lambda: responder.tracker.version)
        return Snapshot(stamp, register, forum, store, responder, recent)


def _stamp(path: Path) -> Stamp:
    # While we hold a file open, its inode isn't reused; so a file that replaces it has another.
    status = path.stat()
    return Stamp(status.st_ino, status.st_size, status.st_mtime_ns)
