"""Run loaders in this process, or in another one where long work keeps nobody waiting."""

from collections.abc import Callable
from dataclasses import replace
from operator import methodcaller
from pathlib import Path
from typing import Protocol, TypeVar

from knowledge.loading.loader import Loader
from knowledge.loading.preview import ReadOnce
from knowledge.values.acts import Act
from knowledge.values.progress import Telling

T = TypeVar("T")


class Apart(Protocol):
    """Does work with its own loader in another process; arguments and results must be picklable."""

    def __call__(self, work: Callable[[Loader], T], telling: Telling, /) -> T:
        """Do some work; raise what it raises."""


class Loaders:
    """Opens a loader for each piece of work, with the data files as they are at that moment."""

    def __init__(self, open_loader: Callable[[], Loader], apart: Apart | None = None) -> None:
        self._open = open_loader
        self._apart = apart
        self._read_once = ReadOnce()

    def fresh(self) -> Loader:
        """Return a loader for this process that reads no file twice; it reads apart if work is done apart."""
        loader = self._open()
        read = self._read_apart if self._apart else loader.read
        return replace(loader, read=self._read_once.reader(read, loader.edition))

    def _read_apart(self, path: Path) -> Act:
        if self._apart is None:
            message = "there is nobody to read"
            raise ValueError(message)
        act: Act = self._apart(methodcaller("read", path), Telling())
        return act

    def work(self, work: Callable[[Loader], T], telling: Telling | None = None) -> T:
        """Do some work, apart if possible, else here; `telling` is told of its progress."""
        if self._apart:
            return self._apart(work, telling or Telling())
        loader = self.fresh()
        if telling:
            loader = replace(loader, reading=telling.reading, progress=telling.encoding)
        return work(loader)
