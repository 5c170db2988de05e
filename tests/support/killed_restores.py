"""Kill restores at each of their steps in turn, and print the contents of the data folder when next opened.

Run as a program of its own, since it forks, with a working folder: prints a line of JSON per restore, the
last of which isn't killed.
"""

import json
import shutil
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path

from knowledge.stores.backups import Backups
from knowledge.stores.data_folder import DataFolder
from knowledge.stores.people import PeopleStore
from knowledge.stores.restoring import Restoration, open_folder
from knowledge.stores.state_store import StateStore
from tests.support.killed_loads import load_and_die

NOON = datetime(2017, 6, 20, 12, tzinfo=UTC)


def fill(folder: DataFolder, word: str, *others: str) -> None:
    """Put a word into everything that backups hold."""
    for path in (folder.acts / "acta.txt", folder.thesaurus, *(folder.acts / name for name in others)):
        path.write_text(word, encoding="utf-8")
    with closing(StateStore.open(folder.state)) as state:
        PeopleStore(state).choose_country(7, word)


def held(folder: DataFolder) -> dict[str, str | None]:
    """Return the words in a folder: in its files, by name, and in its state."""
    found = {path.name: path.read_text() for path in (*folder.acts.iterdir(), folder.thesaurus)}
    with closing(StateStore.open(folder.state)) as state:
        state.check()
        return {**found, "state": PeopleStore(state).country(7)}


def prepare(path: Path) -> Path:
    """Back up an old folder, change the folder, and return the backup's path within it."""
    folder = DataFolder.open(path)
    fill(folder, "old", "solo antes.txt")
    backup = Backups(folder).make(NOON)
    (folder.acts / "solo antes.txt").unlink()
    fill(folder, "new", "solo ahora.txt")
    return backup.path.relative_to(path)


def restore(folder: DataFolder, backup: Path) -> None:
    with folder.locked():
        Restoration(folder).restore(backup, NOON + timedelta(days=1))


def main(path: Path) -> None:
    backup = prepare(path / "prepared")
    for step in count():
        shutil.copytree(path / "prepared", path / str(step) / "data")
        folder = DataFolder.open(path / str(step) / "data")
        killed = load_and_die(partial(restore, folder, folder.path / backup), step)
        opened = open_folder(folder.path)
        with opened.locked():
            left = sorted(each.name for each in folder.path.iterdir() if "restoring" in each.name)
        aside = sorted(each.name for each in folder.replaced.glob("*/*"))
        print(json.dumps({"killed": killed, "held": held(opened), "left": left, "aside": aside}))  # noqa: T201
        if not killed:
            break


if __name__ == "__main__":
    main(Path(sys.argv[1]))
