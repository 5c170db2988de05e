"""Read each act once: from its file, or from the base in use if an earlier load has read it."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from knowledge.loading.act_files import sha256_of
from knowledge.stores.data_folder import DataFolder
from knowledge.stores.kept_acts import KeptActs
from knowledge.stores.validation import find_fault
from knowledge.values.acts import Act
from knowledge.values.errors import ReloadRefused
from knowledge.values.notices import mark, notice

ReadAct = Callable[[Path], Act]
"""Reads one file; raises UnreadableAct."""


class Readings:
    """Reads acts, and keeps those read from files until the load is over."""

    def __init__(self, read: ReadAct, kept: KeptActs | None) -> None:
        self._read = read
        self._kept = kept
        self._fresh: dict[Path, Act] = {}

    def act(self, path: Path) -> Act:
        """Return the act in a file.

        Raises:
            UnreadableAct: the file is not an act that can be read.
            ReloadRefused: the act is inconsistent.
        """
        if path not in self._fresh:
            kept = self._kept.find(path.name, sha256_of(path)) if self._kept and path.is_file() else None
            if kept:
                return kept
            act = _named_apart(self._read(path), path)
            fault = find_fault(act)
            if fault:
                sentence = mark("No se puede cargar {file}: {problem}")
                raise ReloadRefused(notice(sentence, file=path.name, problem=fault))
            self._fresh[path] = act
        return self._fresh[path]

    def copy(self, act: Act, path: Path) -> Act:
        """Use an act that was read from one file for its copy, too; the act is named after the copy."""
        self._fresh[path] = act.model_copy(update={"slug": path.stem, "source": path.name})
        return self._fresh[path]


@contextmanager
def readings_for(folder: DataFolder, read: ReadAct, edition: str) -> Iterator[Readings]:
    """Open readings, with the acts of the base in use if this edition built it and it is untouched."""
    kept = None
    if folder.knowledge.exists() and folder.is_vouched_for:
        kept = KeptActs.open(folder.knowledge, edition)
    try:
        yield Readings(read, kept)
    finally:
        if kept:
            kept.close()


def _named_apart(act: Act, path: Path) -> Act:
    """Name an act after its file, if that is numbered to tell two meetings of the same name apart."""
    numbered = re.fullmatch(rf"{re.escape(act.slug)}-\d+", path.stem)
    return act.model_copy(update={"slug": path.stem}) if numbered else act
