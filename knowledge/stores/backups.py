"""Back up everything that can't be recreated, in one dated archive a night, kept for fourteen days."""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from knowledge.stores.archives import write_archive
from knowledge.stores.connections import refusing
from knowledge.stores.data_folder import DataFolder, publish, refusing_disk
from knowledge.stores.folder_rights import close_to_others
from knowledge.stores.generations import Generations
from knowledge.stores.state_store import StateStore
from knowledge.values.notices import mark, notice

KEPT_DAYS = 14
"""How many days backups are kept for; of a past day, only the last one is."""

HOUR = 2
"""The hour of the night when a backup becomes due, in the secretariat's time zone."""

PASSING = ("drafts", "focus", "prompts", "waiting_misses")
"""Tables left out of backups: what people were just talking about, or about to decide."""

_NAME = re.compile(r"acuerdos-(\d{8}T\d{6})Z\.zip")
_MOMENT = "%Y%m%dT%H%M%S"
_REMEDY = notice(mark("La copia de seguridad no se hizo."))


class Backup(NamedTuple):
    """An archive, when it was made, and its size in bytes."""

    path: Path
    made_at: datetime
    size: int


@dataclass(frozen=True)
class Backups:
    """Make and keep the backups of a data folder; `forum` is the folder of the forum if it isn't built in.

    `zone` is the secretariat's time zone, which days are counted in.
    """

    folder: DataFolder
    forum: Path | None = None
    zone: tzinfo = UTC

    def listed(self) -> tuple[Backup, ...]:
        """List the backups at hand, newest first."""
        found: list[Backup] = []
        with suppress(FileNotFoundError):
            for path in self.folder.backups.iterdir():
                if named := _NAME.fullmatch(path.name):
                    made_at = datetime.strptime(named[1], _MOMENT).replace(tzinfo=UTC)
                    found.append(Backup(path, made_at, path.stat().st_size))
        return tuple(sorted(found, key=lambda each: each.made_at, reverse=True))

    def is_due(self, now: datetime) -> bool:
        """Tell whether no backup was made since HOUR last struck."""
        here = now.astimezone(self.zone)
        night = here.replace(hour=HOUR, minute=0, second=0, microsecond=0)
        if night > here:
            night -= timedelta(days=1)
        newest = next(iter(self.listed()), None)
        return newest is None or newest.made_at < night

    def make(self, now: datetime) -> Backup:
        """Make a backup, and drop old ones; it only gets its name once it is complete and on the disk.

        Loads wait meanwhile; questions and changes of the state don't.

        Raises:
            StoreUnusable: state.db can't be read, or the archive can't be written.
        """
        folder = self.folder.backups
        fresh, state = folder / "new.zip", folder / "new.db"
        path = folder / f"acuerdos-{now.astimezone(UTC).strftime(_MOMENT)}Z.zip"
        with refusing_disk(self.folder.path), self.folder.locked(wait=True):
            folder.mkdir(mode=0o700, exist_ok=True)
            Generations(self.folder).finish()
            try:
                state.unlink(missing_ok=True)
                _copy_state(self.folder.state, state)
                write_archive(fresh, self._files(state), now)
                publish(fresh, path)
            finally:
                for left in (fresh, state):
                    left.unlink(missing_ok=True)
            self._drop_old()
            close_to_others(self.folder.path)
        return Backup(path, now, path.stat().st_size)

    def _files(self, state: Path) -> Mapping[str, Path]:
        """Return the files to back up, by their path in the data folder."""
        folder = self.folder
        single = (folder.thesaurus, folder.golden, folder.retired)
        files = {path.name: path for path in single if path.is_file()} | {folder.state.name: state}
        places = {each.name: each for each in (folder.acts, folder.archive, folder.evidence)}
        if self.forum:
            places["forum"] = self.forum
        for name, place in places.items():
            files |= {f"{name}/{inside}": path for inside, path in _files_in(place)}
        return files

    def _drop_old(self) -> None:
        by_day: dict[object, Backup] = {}
        listed = self.listed()
        today = listed[0].made_at.astimezone(self.zone).date()
        for each in listed:
            by_day.setdefault(each.made_at.astimezone(self.zone).date(), each)
        kept = {each.path for each in list(by_day.values())[:KEPT_DAYS]}
        for each in listed:
            if each.path not in kept and each.made_at.astimezone(self.zone).date() != today:
                each.path.unlink(missing_ok=True)


def _files_in(place: Path) -> Iterator[tuple[str, Path]]:
    for path in place.rglob("*"):
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(place).as_posix(), path


def _copy_state(state: Path, copy: Path) -> None:
    """Copy state.db as of one moment while others go on writing, without the PASSING tables."""
    if not state.exists():  # nobody has entrusted anything to the bot yet
        StateStore.open(copy).close()
        return
    with refusing(state, _REMEDY):
        # VACUUM INTO only reads, and doesn't copy deleted content.
        with closing(sqlite3.connect(f"file:{quote(str(state.resolve()))}?mode=ro", uri=True)) as source:
            source.execute("VACUUM INTO ?", (str(copy),))
        with closing(sqlite3.connect(copy, isolation_level=None)) as copied:
            copied.execute("PRAGMA secure_delete = ON")
            tables = {
                name for (name,) in copied.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            }
            for table in tables.intersection(PASSING):
                copied.execute(f"DELETE FROM {table}")  # noqa: S608  our own names
            copied.execute("VACUUM")
