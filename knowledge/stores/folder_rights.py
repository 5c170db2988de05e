"""Restrict a data folder to the account that the bot runs under."""

import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_OWN = frozenset(
    {
        "acts",
        "archive",
        "backups",
        "bot.lock",
        "evidence",
        "forum",
        "generations",
        "golden.yaml",
        "heartbeat",
        "incoming",
        "knowledge",
        "load.lock",
        "replaced",
        "restoring",
        "restoring.new",
        "retired.txt",
        "staged",
        "state",
        "thesaurus.txt",
    }
)
"""Our own entries of a data folder; databases without `.db` and what follows."""


def open_to_others(folder: Path) -> tuple[Path, ...]:
    """List the paths that other accounts may read: the folder, and what the program wrote there."""
    return tuple(path for path in _private(folder) if _is_open(path))


def close_to_others(folder: Path) -> None:
    """Remove other accounts' access, as far as the files are ours."""
    for path in open_to_others(folder):
        with suppress(PermissionError, FileNotFoundError):
            path.chmod(0o700 if path.is_dir() else 0o600)


def _private(folder: Path) -> Iterator[Path]:
    """Yield a folder and what the program wrote there; anything else is none of our business."""
    if not folder.exists():
        return
    yield folder
    for path in folder.iterdir():
        if path.is_symlink() or path.name.partition(".db")[0] not in _OWN:
            continue
        yield path
        if path.is_dir():
            yield from (each for each in path.rglob("*") if not each.is_symlink())


def _is_open(path: Path) -> bool:
    with suppress(FileNotFoundError):  # e.g. what a load puts in its place meanwhile
        return bool(path.lstat().st_mode & _OTHERS)
    return False
