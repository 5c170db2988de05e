"""Write and read a backup as one file: a zip archive with a manifest of its files' hashes."""

import hashlib
import os
import shutil
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import IO, Self

from pydantic import ValidationError

from knowledge.stores.data_folder import sync
from knowledge.values.base import Value
from knowledge.values.errors import BackupUnusable
from knowledge.values.notices import Notice, mark, notice

MANIFEST = "manifest.json"
FORMAT = 1
_CHUNK = 1 << 20
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError)
_NO_BACKUP = mark("no es una copia de seguridad de este programa")


class Manifest(Value):
    """The manifest of an archive: when it was made, and the SHA-256 of each file by name."""

    format: int
    made_at: datetime
    files: Mapping[str, str]


def write_archive(path: Path, files: Mapping[str, Path], made_at: datetime) -> Manifest:
    """Write files into an archive and sync it to disk; raise OSError if that fails."""
    digests: dict[str, str] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, file in sorted(files.items()):
            info = zipfile.ZipInfo.from_file(file, name, strict_timestamps=False)
            info.compress_type = zipfile.ZIP_DEFLATED
            with file.open("rb") as source, archive.open(info, "w") as target:
                digests[name] = _digest(source, target)
        manifest = Manifest(format=FORMAT, made_at=made_at, files=digests)
        archive.writestr(MANIFEST, manifest.model_dump_json(indent=1))
    sync(path)
    return manifest


@dataclass(frozen=True)
class Archive:
    """An archive that is open for reading."""

    path: Path
    manifest: Manifest
    _zip: zipfile.ZipFile

    @classmethod
    @contextmanager
    def open(cls, path: Path, places: frozenset[str]) -> Iterator[Self]:
        """Open an archive whose files all belong to some `places` at the top of a data folder.

        Raises:
            BackupUnusable: the file is missing, or isn't an archive of ours.
        """
        try:
            opened = zipfile.ZipFile(path)
        except FileNotFoundError as error:
            raise _unusable(path, mark("no existe")) from error
        except (zipfile.BadZipFile, OSError) as error:
            raise _unusable(path, _NO_BACKUP) from error
        with opened:
            try:
                manifest = Manifest.model_validate_json(opened.read(MANIFEST))
            except (*_DAMAGED, KeyError, ValidationError) as error:
                raise _unusable(path, _NO_BACKUP) from error
            _check_names(path, opened, manifest, places)
            yield cls(path, manifest, opened)

    def verify(self) -> None:
        """Read all files; raise BackupUnusable if any has changed since the archive was made."""
        for name, expected in self.manifest.files.items():
            try:
                with self._zip.open(name) as source:
                    is_whole = _digest(source) == expected
            except _DAMAGED:
                is_whole = False
            if not is_whole:
                raise _unusable(self.path, notice(mark("{file} está dañado en ella"), file=name))

    def extract(self, folder: Path) -> None:
        """Write all files into a folder, with their times; raise OSError if that fails."""
        for name in self.manifest.files:
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            with self._zip.open(name) as source, target.open("wb") as copy:
                shutil.copyfileobj(source, copy, _CHUNK)
            _set_time(target, self._zip.getinfo(name))


def _check_names(path: Path, opened: zipfile.ZipFile, manifest: Manifest, places: frozenset[str]) -> None:
    if manifest.format != FORMAT:
        raise _unusable(path, mark("es de una versión más nueva de este programa"))
    names = [name for name in opened.namelist() if name != MANIFEST]
    if sorted(names) != sorted(manifest.files):
        raise _unusable(path, mark("lo que contiene no es lo que dice contener"))
    for name in names:
        parts = PurePosixPath(name).parts
        if "\\" in name or name != "/".join(parts) or ".." in parts or parts[0] not in places:
            raise _unusable(path, notice(mark("{file} no es de una carpeta de datos"), file=name[:60]))


def _digest(source: IO[bytes], copy: IO[bytes] | None = None) -> str:
    digest = hashlib.sha256()
    while chunk := source.read(_CHUNK):
        digest.update(chunk)
        if copy:
            copy.write(chunk)
    return digest.hexdigest()


def _set_time(path: Path, info: zipfile.ZipInfo) -> None:
    """Restore the time of a file: of two acts with the same name, the later one counts."""
    moment = datetime(*info.date_time).astimezone().timestamp()
    os.utime(path, (moment, moment))


def _unusable(path: Path, reason: str | Notice) -> BackupUnusable:
    why = notice(reason) if isinstance(reason, str) else reason
    sentence = mark("No se puede restaurar {file}: {reason}. No se cambió nada.")
    return BackupUnusable(notice(sentence, file=path.name, reason=why))
