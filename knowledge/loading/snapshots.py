"""What is loaded at one moment, and whether another program has loaded something else since."""

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
    """What tells a file from one that took its place, and from itself once somebody wrote to it."""

    file: int
    size: int
    written_at: int


@dataclass(frozen=True)
class Snapshot:
    """What was loaded at one moment, and of which file."""

    stamp: Stamp
    register: PartyRegister
    forum: Forum
    store: KnowledgeStore
    responder: Responder
    recent: RecentReplies

    @property
    def tracker(self) -> Tracker:
        """How far the commitments of what was loaded have come."""
        return self.responder.tracker

    def told(self, answer: Answer) -> Answer:
        """Say of an answer how far its commitments have come."""
        return with_status(answer, self.tracker.statuses)


class Snapshots:
    """Opens the base at a path, and opens it anew once another file has taken its place."""

    def __init__(
        self, path: Path, data: DataFolders, encoder: Encoder | None, marks: Callable[[], Marks]
    ) -> None:
        self._path = path
        self._data = data
        self._encoder = encoder
        self._marks = marks
        self._snapshot = self._open()
        self._is_warned = False

    def current(self) -> Snapshot:
        """Return what is loaded; what another program has loaded meanwhile, too."""
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
        """Tell whether the file is there, and nobody wrote to it: it is only ever replaced."""
        try:
            stamp = _stamp(self._path)
        except OSError:
            return False
        return stamp == self._snapshot.stamp or stamp.file != self._snapshot.stamp.file

    def reopen(self) -> None:
        """Open the base anew."""
        self._snapshot = self._open()
        self._is_warned = False

    def close(self) -> None:
        """Close the store in use."""
        self._snapshot.store.close()

    @property
    def edition(self) -> str:
        """A name of what is loaded at the moment; it changes with every load."""
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
    # A file keeps its number for as long as we hold it open, so one put in its place has another.
    status = path.stat()
    return Stamp(status.st_ino, status.st_size, status.st_mtime_ns)
