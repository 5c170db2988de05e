"""The data folder: the paths of its files, and the locks for changing them."""

import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from knowledge.stores.folder_rights import close_to_others
from knowledge.values.errors import FolderInUse, ReloadRefused, StoreUnusable
from knowledge.values.notices import Notice, mark, notice

_FULL = {errno.ENOSPC, errno.EDQUOT}


@dataclass(frozen=True)
class DataFolder:
    """The paths of a data folder."""

    path: Path

    @classmethod
    def open(cls, path: Path) -> Self:
        """Use a folder, created if only it itself is missing.

        Raises:
            StoreUnusable: there is no such place, or it cannot be written to.
        """
        folder = cls(path)
        with refusing_disk(path):
            path.mkdir(exist_ok=True)
            folder.acts.mkdir(exist_ok=True)
            folder.lock_file.touch()
        close_to_others(path)
        return folder

    @property
    def knowledge(self) -> Path:
        """The base in use."""
        return self.path / "knowledge.db"

    @property
    def new_knowledge(self) -> Path:
        """The base being built; only whoever holds the lock touches it."""
        return self.path / "knowledge.db.new"

    @property
    def is_vouched_for(self) -> bool:
        """Whether the base was checked, and its file hasn't been touched since."""
        return self.lock_file.read_bytes() == _stamp(self.knowledge)

    def vouch(self) -> None:
        """Note that the base was checked: doing so at every start takes a second per 500 MB."""
        with suppress(OSError):  # without the note, it is only checked again
            self.lock_file.write_bytes(_stamp(self.knowledge))

    @property
    def state(self) -> Path:
        """What people entrusted to the bot."""
        return self.path / "state.db"

    @property
    def acts(self) -> Path:
        """The acts loaded on top of the built-in one."""
        return self.path / "acts"

    @property
    def evidence(self) -> Path:
        """Evidence files for fulfilled commitments."""
        return self.path / "evidence"

    def keep_evidence(self, name: str, content: bytes) -> None:
        """Store an evidence file, under a name that identifies its content.

        Raises:
            StoreUnusable: it cannot be written.
        """
        with refusing_disk(self.path):
            self.evidence.mkdir(exist_ok=True)
            fresh = self.evidence / f"{name}.new"
            fresh.write_bytes(content)
            publish(fresh, self.evidence / name)

    @property
    def thesaurus(self) -> Path:
        """The lines that the secretariat added to the thesaurus."""
        return self.path / "thesaurus.txt"

    @property
    def retired(self) -> Path:
        """The names of built-in acts that the secretariat removed, one per line."""
        return self.path / "retired.txt"

    @property
    def staged(self) -> Path:
        """Files that officers sent and nobody has confirmed yet."""
        return self.path / "staged"

    @property
    def archive(self) -> Path:
        """The files of acts that were taken out or replaced."""
        return self.path / "archive"

    @property
    def generations(self) -> Path:
        """The knowledge in use and the one before; see knowledge.stores.generations."""
        return self.path / "generations"

    @property
    def draft(self) -> Path:
        """A change of the knowledge that isn't in effect yet; only whoever holds the lock touches it."""
        return self.generations / "draft"

    @property
    def golden(self) -> Path:
        """The answers the secretariat expects after each reload, in the form of the forum's golden.yaml."""
        return self.path / "golden.yaml"

    @property
    def new_thesaurus(self) -> Path:
        """The thesaurus with a line more or less, until a base with it is built."""
        return self.incoming / self.thesaurus.name

    @property
    def thesaurus_to_read(self) -> Path:
        """The lines that a base is to be built with."""
        return self.new_thesaurus if self.new_thesaurus.exists() else self.thesaurus

    @property
    def incoming(self) -> Path:
        """Where an act waits until a base that holds it is built; only whoever holds the lock touches it."""
        return self.path / "incoming"

    @property
    def backups(self) -> Path:
        """Backups of what can't be recreated; see knowledge.stores.backups."""
        return self.path / "backups"

    @property
    def replaced(self) -> Path:
        """What restores of backups replaced; see knowledge.stores.restoring."""
        return self.path / "replaced"

    @property
    def restoring(self) -> Path:
        """A backup that is being restored and isn't in effect yet; only whoever holds the lock touches it."""
        return self.path / "restoring.new"

    @property
    def lock_file(self) -> Path:
        """The file whose lock permits changing the base; its content notes that the base was checked."""
        return self.path / "load.lock"

    @property
    def is_served(self) -> bool:
        """Whether a bot runs with the folder."""
        return _is_locked(self.path / "bot.lock")

    @property
    def is_loading(self) -> bool:
        """Whether acts are being loaded, or a backup is being made."""
        return _is_locked(self.lock_file)

    @contextmanager
    def locked(self, *, wait: bool = False) -> Iterator[None]:
        """Hold the lock for changing the base; the system releases it even if the program is killed.

        Raises:
            ReloadRefused: another load is under way, and `wait` is off.
            StoreUnusable: the body can't write to the folder.
        """
        with refusing_disk(self.path), self.lock_file.open("rb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise ReloadRefused(
                    notice(mark("Ya hay otra carga en curso. Espere a que termine e inténtelo de nuevo."))
                ) from error
            self._sweep()
            try:
                yield
            finally:
                self._sweep()

    @contextmanager
    def served(self) -> Iterator[None]:
        """Be the only bot that uses the folder; the system releases it even if the program is killed.

        Raises:
            FolderInUse: another program is.
        """
        with refusing_disk(self.path):
            file = (self.path / "bot.lock").open("ab")
        with file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                sentence = mark("Hay un bot en marcha con la carpeta {folder}: deténgalo antes.")
                raise FolderInUse(notice(sentence, folder=str(self.path))) from error
            yield

    def _sweep(self) -> None:
        """Remove what exists only during a load, or was left by one that was killed."""
        self.new_knowledge.unlink(missing_ok=True)
        for folder in (self.incoming, self.draft, self.restoring):
            shutil.rmtree(folder, ignore_errors=True)


def _is_locked(path: Path) -> bool:
    with suppress(FileNotFoundError), path.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _stamp(path: Path) -> bytes:
    status = path.stat()
    return f"{status.st_ino} {status.st_size} {status.st_mtime_ns}".encode()


def publish(fresh: Path, place: Path) -> None:
    """Replace a file with a complete one, in one step that survives a power cut."""
    sync(fresh)
    fresh.replace(place)
    sync(place.parent)


def sync(path: Path) -> None:
    """Wait until a file, or a folder's listing, is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def refusing_disk(path: Path) -> Iterator[None]:
    """Turn disk errors on writing into a data folder into StoreUnusable, with the reason."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            sentence = mark("No queda espacio en el disco de la carpeta {folder}: libere un poco.")
            raise StoreUnusable(notice(sentence, folder=str(path))) from error
        raise StoreUnusable(
            notice(
                mark("{reason} Indique otra carpeta de datos con --data o ACUERDOS_DATA."),
                reason=_reason(error, path),
            )
        ) from error


def _reason(error: OSError, path: Path) -> Notice:
    if isinstance(error, FileNotFoundError):
        return notice(mark("No existe la carpeta {folder}."), folder=str(path.absolute().parent))
    if isinstance(error, FileExistsError | NotADirectoryError):
        return notice(mark("{folder} no es una carpeta."), folder=str(error.filename))
    return notice(mark("No se puede escribir en la carpeta {folder}."), folder=str(path))
