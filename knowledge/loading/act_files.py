"""The files of acts in a folder, and what else lies there."""

import hashlib
from pathlib import Path

from knowledge.reading.reviews import PAGE_SUFFIX, SUFFIX

ACT_SUFFIXES = frozenset({".txt", ".pdf", ".docx", ".html", ".htm"})
"""Kinds of files that acts come as."""


def acts_in(folder: Path) -> list[Path]:
    """List the acts in a folder by name; none if there is no such folder."""
    return sorted(path for path in folder.iterdir() if is_act(path)) if folder.is_dir() else []


def strangers_in(folder: Path) -> list[Path]:
    """List what is neither an act nor expected beside one: corrections, their pages, hidden files."""
    return sorted(path for path in folder.iterdir() if not (is_act(path) or _is_expected(path)))


def is_act(path: Path) -> bool:
    """Tell whether a file is of a kind that acts come as."""
    return path.suffix.lower() in ACT_SUFFIXES and not _is_expected(path)


def sha256_of(path: Path) -> str:
    """Return the digest of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_expected(path: Path) -> bool:
    return path.name.startswith(".") or path.name.endswith((SUFFIX, PAGE_SUFFIX))
