"""The act files in a folder, and the other files there."""

import hashlib
from pathlib import Path

from knowledge.reading.reviews import PAGE_SUFFIX, SUFFIX

ACT_SUFFIXES = frozenset({".txt", ".pdf", ".docx", ".html", ".htm"})
"""File types of acts."""


def acts_in(folder: Path) -> list[Path]:
    """List the acts in a folder by name; none if there is no such folder."""
    return sorted(path for path in folder.iterdir() if is_act(path)) if folder.is_dir() else []


def strangers_in(folder: Path) -> list[Path]:
    """List files that are neither acts nor expected beside them (corrections, their pages, hidden files)."""
    return sorted(path for path in folder.iterdir() if not (is_act(path) or _is_expected(path)))


def is_act(path: Path) -> bool:
    """Tell whether a file has the type of an act."""
    return path.suffix.lower() in ACT_SUFFIXES and not _is_expected(path)


def sha256_of(path: Path) -> str:
    """Return the digest of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_expected(path: Path) -> bool:
    return path.name.startswith(".") or path.name.endswith((SUFFIX, PAGE_SUFFIX))
