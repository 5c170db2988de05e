"""A disk that is full, and whether a file on it was written anew."""

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
    """Return what changes when a file is written or replaced, and doesn't when it is only read."""
    stat = path.stat()
    return stat.st_ino, stat.st_size, stat.st_mtime_ns
