"""The knowledge in use and the one before it: acts, what was written beside them, and the base built of them.

A change is prepared aside as a whole, and counts from one rename on. All that is left to do then are renames,
too: they need no room on the disk, and whoever has the turn next finishes them if the program was killed.
"""

import filecmp
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from knowledge.stores.data_folder import DataFolder, publish, sync
from knowledge.values.errors import ReloadRefused
from knowledge.values.notices import mark, notice

NONE_BEFORE = mark(
    "Todavía no hay nada a lo que volver: lo habrá en cuanto se cargue, retire o corrija algo."
)


@dataclass(frozen=True)
class _Generation:
    """A folder that holds a base, and copies of the files that it was built with."""

    folder: Path

    @property
    def base(self) -> Path:
        """The base itself."""
        return self.folder / "knowledge.db"

    @property
    def copies(self) -> Path:
        """Where the copies of the files are."""
        return self.folder / "files"

    @property
    def to_place(self) -> Path:
        """What is still to be moved to where it belongs."""
        return self.folder / "to_place"

    @property
    def manifest(self) -> Path:
        """What says where the copies belong."""
        return self.folder / "manifest.json"

    def files(self) -> dict[str, Path]:
        """Return the copies, by where each belongs."""
        return _files_in(self.copies)

    def has_same_files(self, other: "_Generation") -> bool:
        """Tell whether another generation was built with files of the same content."""
        own, others = self.files(), other.files()
        return own.keys() == others.keys() and all(_is_same(own[name], others[name]) for name in own)

    def clear(self) -> None:
        """Remove the folder with all that is in it."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def become(self, other: "_Generation") -> None:
        """Take the place of another in one step that survives a power cut; the other must be clear."""
        publish(self.folder, other.folder)


@dataclass(frozen=True)
class Generations:
    """What a data folder held when its base was built, and the time before; for whoever has the turn.

    Files are named by their place in the data folder, e.g. `acts/crm-2016.pdf`.
    """

    folder: DataFolder

    @property
    def is_unfinished(self) -> bool:
        """Whether a change counts already, but not all of its files are where they belong."""
        return self._next.folder.is_dir()

    @property
    def base_before(self) -> Path | None:
        """The base before the one in use, if there is one."""
        return self._previous.base if self._previous.base.is_file() else None

    @property
    def acts_in_use(self) -> Path:
        """The folder of copies of the acts that the base in use was built with."""
        return self._current.copies / self.folder.acts.name

    def change(self, base: Path, put: Mapping[str, Path], gone: Iterable[str] = ()) -> None:
        """Put a new base in place of the old one, with the files that came and without those that went.

        `base` is moved away, and what is `put` is copied. When it raises OSError, as for want of room,
        nothing has changed.
        """
        self._keep_current()
        draft, leaving = self._new_draft(), set(gone) - put.keys()
        files = {name: path for name, path in self._in_use().items() if name not in leaving} | {**put}
        self._copy(files, draft)
        for name, path in put.items():
            _copy(path, draft.to_place / name)
        base.replace(draft.base)
        self._begin(draft, leaving, rotates=not draft.has_same_files(self._current))

    def revert(self) -> None:
        """Go back to the files and the base before; what was in use becomes what was before.

        When it raises OSError, as for want of room, nothing has changed.

        Raises:
            ReloadRefused: there is nothing before.
        """
        if self.base_before is None:
            raise ReloadRefused(notice(NONE_BEFORE))
        before = self._previous.files()
        leaving = self._current.files().keys() - before.keys()
        self._keep_current(anew=True)  # what somebody wrote into the folder since must not be lost
        draft = self._new_draft()
        for name, path in before.items():
            _link(path, draft.copies / name)
            if not _is_same(path, self.folder.path / name):
                _copy(path, draft.to_place / name)
        _link(self._previous.base, draft.base)
        self._begin(draft, leaving, rotates=True)

    def finish(self) -> None:
        """Finish a change that counts already, if there is one."""
        if not self.is_unfinished:
            return
        manifest = json.loads(self._next.manifest.read_text(encoding="utf-8"))
        waiting = _files_in(self._next.to_place)
        for name in sorted(
            waiting, key=lambda name: name == self.folder.knowledge.name
        ):  # the base comes last
            waiting[name].replace(self.folder.path / name)
        for name in manifest["gone"]:
            (self.folder.path / name).unlink(missing_ok=True)
        for folder in (self.folder.acts, self.folder.path):
            sync(folder)
        self.folder.vouch()
        if manifest["rotates"] and self._current.folder.is_dir():
            self._previous.clear()
            self._current.become(self._previous)
        self._current.clear()
        self._next.become(self._current)

    def _begin(self, draft: _Generation, gone: Iterable[str], *, rotates: bool) -> None:
        """Let a change count, and finish it."""
        _link(draft.base, draft.to_place / self.folder.knowledge.name)
        manifest = json.dumps({"gone": sorted(gone), "rotates": rotates})
        draft.manifest.write_text(manifest, encoding="utf-8")
        for path in draft.folder.rglob("*"):
            sync(path)
        draft.become(self._next)
        self.finish()

    def _keep_current(self, *, anew: bool = False) -> None:
        """Keep what is in use, if no change has done so, or `anew`; and the base with all it got since."""
        live, current = self.folder.knowledge, self._current
        if not live.is_file():
            return
        if anew or not current.folder.is_dir():
            draft = self._new_draft()
            self._copy(self._in_use(), draft)
            _link(live, draft.base)
            current.clear()
            draft.become(current)
        elif not (current.base.is_file() and current.base.samefile(live)):
            current.base.unlink(missing_ok=True)
            _link(live, current.base)

    def _in_use(self) -> dict[str, Path]:
        """Return the files that people and loads put into the data folder, by name."""
        folder = self.folder
        own = (path for path in (folder.thesaurus, folder.retired) if path.is_file())
        acts = (path for path in folder.acts.iterdir() if path.is_file())
        return {str(path.relative_to(folder.path)): path for path in (*own, *acts)}

    def _copy(self, files: Mapping[str, Path], generation: _Generation) -> None:
        """Copy files that people may edit; where the copy kept of one is the same, that does."""
        for name, path in files.items():
            kept = self._current.copies / name
            if _is_same(path, kept):
                _link(kept, generation.copies / name)
            else:
                _copy(path, generation.copies / name)

    @cached_property
    def _current(self) -> _Generation:
        return _Generation(self.folder.generations / "current")

    @cached_property
    def _previous(self) -> _Generation:
        return _Generation(self.folder.generations / "previous")

    @cached_property
    def _next(self) -> _Generation:
        return _Generation(self.folder.generations / "next")

    def _new_draft(self) -> _Generation:
        draft = _Generation(self.folder.draft)
        draft.clear()
        draft.copies.mkdir(parents=True)
        return draft


def _files_in(folder: Path) -> dict[str, Path]:
    return {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file()}


def _is_same(path: Path, other: Path) -> bool:
    return other.is_file() and filecmp.cmp(path, other, shallow=False)


def _copy(source: Path, target: Path) -> None:
    """Copy a file with its time, which decides between two acts of one name."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    status = source.stat()
    os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))


def _link(source: Path, target: Path) -> None:
    """Give a file that nobody edits a second name; a copy does where the disk knows no such names."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        target.hardlink_to(source)
    except OSError:
        _copy(source, target)
