"""Simulate a full disk, and detect whether a file was rewritten."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def file_size_limited_to(size: int) -> Iterator[None]:
    """Let writes beyond a size fail, as they do on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def version_of_file(path: Path) -> tuple[int, int, int]:
    """Return a value that changes when a file is written or replaced, but not when it is read."""
    stat = path.stat()
    return stat.st_ino, stat.st_size, stat.st_mtime_ns
