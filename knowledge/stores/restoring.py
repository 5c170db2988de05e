"""Replace the content of a data folder with a backup, in one step that survives being killed."""

import json
import shutil
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from knowledge.stores.archives import Archive
from knowledge.stores.data_folder import DataFolder, publish, sync
from knowledge.stores.folder_rights import close_to_others
from knowledge.stores.forgetting import forget_person, people_in
from knowledge.stores.forgotten import ForgottenPeople, Tombstone, forgotten_after
from knowledge.stores.generations import Generations
from knowledge.stores.state_store import StateStore
from knowledge.values.base import Value

KEPT = ("state.db", "acts", "archive", "evidence", "forum", "golden.yaml", "retired.txt", "thesaurus.txt")
"""What backups hold, by path in a data folder."""

_LEAVING = ("state.db-wal", "state.db-shm", "knowledge.db", "generations")
"""Files that belong to those and are recreated."""


class Restored(Value):
    """The result of a restore.

    `aside` is where the former content was moved, None if there was none. `forgotten` is how many people in
    the backup had asked to be forgotten since.
    """

    made_at: datetime
    aside: Path | None
    forgotten: int


@dataclass(frozen=True)
class Restoration:
    """Restore a data folder; for whoever holds its lock.

    Everything is prepared in `restoring.new`, and takes effect once that is renamed to `restoring`: the
    remaining steps are renames, and whoever opens the folder next finishes them; see `open_folder`.
    """

    folder: DataFolder

    @property
    def is_unfinished(self) -> bool:
        """Whether a restore is in effect, but not everything is in its place."""
        return self._next.is_dir()

    def restore(self, path: Path, now: datetime) -> Restored:
        """Restore an archive, without people who asked to be forgotten since.

        Raises:
            BackupUnusable: the archive is damaged, or isn't ours; nothing has changed.
            StoreUnusable: it is of a newer version of the program; nothing has changed.
            OSError: there is no room for it; nothing has changed.
        """
        Generations(self.folder).finish()  # a load that was killed must not be finished on top of this
        shutil.rmtree(self.folder.restoring, ignore_errors=True)
        with Archive.open(path, frozenset(KEPT)) as archive:
            archive.verify()
            self._files(self.folder.restoring).mkdir(parents=True)
            archive.extract(self._files(self.folder.restoring))
            made_at = archive.manifest.made_at
        tombstones = self._join_tombstones(path.parent)
        forgotten = self._forget(tombstones, made_at)
        aside = self._aside(now)
        placed = [name for name in KEPT if (self._files(self.folder.restoring) / name).exists()]
        plan = json.dumps({"aside": aside.name, "placed": placed})
        (self.folder.restoring / "plan.json").write_text(plan, encoding="utf-8")
        for each in self.folder.restoring.rglob("*"):
            sync(each)
        publish(self.folder.restoring, self._next)
        self.finish()
        close_to_others(self.folder.path)
        was_fresh = not any(each.is_file() for each in aside.rglob("*"))
        if was_fresh:
            shutil.rmtree(aside)
        return Restored(made_at=made_at, aside=None if was_fresh else aside, forgotten=forgotten)

    def finish(self) -> None:
        """Finish a restore that is already in effect, if there is one."""
        if not self.is_unfinished:
            return
        plan = json.loads((self._next / "plan.json").read_text(encoding="utf-8"))
        aside = self.folder.replaced / plan["aside"]
        aside.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in (*_LEAVING, *KEPT):
            fresh, here = self._files(self._next) / name, self.folder.path / name
            # A file to be placed that isn't waiting any more is already here, placed before a kill.
            if here.exists() and (fresh.exists() or name not in plan["placed"]):
                here.replace(aside / name)
            if fresh.exists():
                fresh.replace(here)
        for each in (aside, self.folder.path):
            sync(each)
        shutil.rmtree(self.folder.restoring, ignore_errors=True)
        self._next.replace(self.folder.restoring)
        shutil.rmtree(self.folder.restoring, ignore_errors=True)

    def _join_tombstones(self, folder: Path) -> tuple[Tombstone, ...]:
        """Merge the tombstones next to the archive into those here, and return them all."""
        here = ForgottenPeople(self.folder.backups)
        there = ForgottenPeople(folder).tombstones()
        if there:
            here.join(there)
        return here.tombstones()

    def _forget(self, tombstones: Iterable[Tombstone], made_at: datetime) -> int:
        """Forget the people who asked for it since the backup was made; return their number."""
        state = self._files(self.folder.restoring) / self.folder.state.name
        with closing(StateStore.open(state)) as opened:
            gone = forgotten_after(tombstones, people_in(opened), made_at)
            for person in gone:
                forget_person(opened, person)
            opened.check()
        return len(gone)

    def _aside(self, now: datetime) -> Path:
        return self.folder.replaced / now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")

    @property
    def _next(self) -> Path:
        return self.folder.path / "restoring"

    @staticmethod
    def _files(folder: Path) -> Path:
        return folder / "files"


def open_folder(path: Path) -> DataFolder:
    """Open a data folder, and finish a restore that was killed.

    Raises:
        StoreUnusable: there is no such place, or it can't be written to.
    """
    folder = DataFolder(path)
    if Restoration(folder).is_unfinished:
        with folder.locked(wait=True):
            Restoration(folder).finish()
    return DataFolder.open(path)


def drop_replaced(folder: DataFolder, before: datetime) -> None:
    """Delete what restores replaced before a moment: people may have asked for its deletion since."""
    if not folder.replaced.is_dir():
        return
    for each in folder.replaced.iterdir():
        made_at = datetime.fromtimestamp(each.stat().st_mtime, UTC)
        if made_at < before:
            shutil.rmtree(each, ignore_errors=True)
