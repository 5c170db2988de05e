"""Identify the program and data files that build a base."""

import hashlib
from pathlib import Path

from knowledge.language.datafiles import BUILT_IN, DataFolders
from knowledge.loading.act_files import ACT_SUFFIXES
from knowledge.loading.golden import GOLDEN

_PROGRAM = Path(__file__).parents[1]


def edition_of(data: DataFolders = BUILT_IN) -> str:
    """Return a digest of the program, its data files, and the content of the forum's folder."""
    kinds = {".py", ".yaml", *ACT_SUFFIXES}
    digest = hashlib.sha256()
    for folder in (_PROGRAM, data.forum):
        for path in sorted(path for path in folder.rglob("*") if path.suffix in kinds and path.is_file()):
            if path.name == GOLDEN:  # it checks a base and is no part of it
                continue
            digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
