"""Read an act from a file: check it here, read it in a separate process."""

import hashlib
from pathlib import Path

from knowledge.language.datafiles import BUILT_IN, DataFolders
from knowledge.language.parties import PartyRegister
from knowledge.reading.files.isolation import SHARED
from knowledge.reading.files.kinds import check_kind, read_content
from knowledge.reading.files.requests import Request
from knowledge.values.acts import Act
from knowledge.values.progress import Progress, show_nothing


def read_act(
    path: Path,
    *,
    register: PartyRegister,
    data: DataFolders = BUILT_IN,
    progress: Progress = show_nothing,
) -> Act:
    """Read a file as an act; report to `progress` if the file is long.

    Raises:
        UnreadableAct: the file is missing, of another kind, damaged, or holds no provisions.
        FaultyData: a data file has a mistake.
    """
    content = read_content(path)
    return SHARED.read(
        Request(
            kind=check_kind(content, path),
            content=content,
            name=path.name,
            sha256=hashlib.sha256(content).hexdigest(),
            register=register,
            data=data,
        ),
        progress,
    )
