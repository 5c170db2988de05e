"""The knowledge in use and the one before: the acts, the files written beside them, and their base.

A change is prepared aside as a whole, and takes effect with one rename. The remaining steps are renames, too:
they need no room on the disk, and if the program was killed, whoever holds the lock next finishes them.
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
    """A folder with a base, and copies of the files it was built with."""

    folder: Path

    @property
    def base(self) -> Path:
        """The base itself."""
        return self.folder / "knowledge.db"

    @property
    def copies(self) -> Path:
        """The folder of the copies."""
        return self.folder / "files"

    @property
    def to_place(self) -> Path:
        """The folder of files still to be moved to their places."""
        return self.folder / "to_place"

    @property
    def manifest(self) -> Path:
        """The file that lists what is to be deleted, and whether generations rotate."""
        return self.folder / "manifest.json"

    def files(self) -> dict[str, Path]:
        """Return the copies, by their path in the data folder."""
        return _files_in(self.copies)

    def has_same_files(self, other: "_Generation") -> bool:
        """Tell whether another generation has files with the same content."""
        own, others = self.files(), other.files()
        return own.keys() == others.keys() and all(_is_same(own[name], others[name]) for name in own)

    def clear(self) -> None:
        """Remove the folder and its content."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def become(self, other: "_Generation") -> None:
        """Replace another in one step that survives a power cut; the other must have been cleared."""
        publish(self.folder, other.folder)


@dataclass(frozen=True)
class Generations:
    """The current and the previous content of a data folder; for whoever holds the lock.

    Files are named by their path in the data folder, e.g. `acts/crm-2016.pdf`.
    """

    folder: DataFolder

    @property
    def is_unfinished(self) -> bool:
        """Whether a change is in effect, but not all of its files are in their places."""
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
        """Replace the base, adding the files in `put` and removing those in `gone`.

        `base` is moved, and the files in `put` are copied. If it raises OSError, e.g. for lack of room,
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
        """Go back to the previous files and base; those in use become the previous ones.

        If it raises OSError, e.g. for lack of room, nothing has changed.

        Raises:
            ReloadRefused: there is no previous generation.
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
        """Finish a change that is already in effect, if there is one."""
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
        """Put a change into effect, and finish it."""
        _link(draft.base, draft.to_place / self.folder.knowledge.name)
        manifest = json.dumps({"gone": sorted(gone), "rotates": rotates})
        draft.manifest.write_text(manifest, encoding="utf-8")
        for path in draft.folder.rglob("*"):
            sync(path)
        draft.become(self._next)
        self.finish()

    def _keep_current(self, *, anew: bool = False) -> None:
        """Keep a copy of what is in use if there is none yet, or `anew`; and link the base as it is now."""
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
        """Return the files that people and loads put into the data folder, by path."""
        folder = self.folder
        own = (path for path in (folder.thesaurus, folder.retired) if path.is_file())
        acts = (path for path in folder.acts.iterdir() if path.is_file())
        return {str(path.relative_to(folder.path)): path for path in (*own, *acts)}

    def _copy(self, files: Mapping[str, Path], generation: _Generation) -> None:
        """Copy files that people may edit; link to a kept copy if it is the same."""
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
    """Copy a file with its time, which decides between two acts with the same name."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    status = source.stat()
    os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))


def _link(source: Path, target: Path) -> None:
    """Hard-link a file that nobody edits, or copy it if the disk doesn't support links."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        target.hardlink_to(source)
    except OSError:
        _copy(source, target)
