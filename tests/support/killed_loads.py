"""Kill loads at each of their steps in turn, and print what is left of the base each time.

Run as a program of its own, since it forks, with a folder to work in: prints one line of JSON a load,
the last of which nobody killed.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

from sqlite_utils import Database

from knowledge.loading import Loader, LoadReport
from knowledge.stores.data_folder import DataFolder
from knowledge.stores.knowledge_store import KnowledgeStore
from tests.support.plain_acts import read_plain_act, write_plain_act

STEPS = {"open", "os.mkdir", "os.remove", "os.rename", "shutil.copyfile", "sqlite3.connect", "write_index"}
"""What Python's audit hooks are told before the disk is touched; the last is told by our own index."""


def announce_index(_: Database) -> None:
    sys.audit("write_index")


def prepare(folder: Path, load: str) -> tuple[Loader, Callable[[], LoadReport]]:
    """Build an old base, and return its loader, and a load that brings more acts into it."""
    built_in = write_plain_act(folder / "built_in" / "crm-2016.txt", "crm-2016").parent
    data = folder / "data"
    loader = Loader(DataFolder.open(data), read_plain_act, announce_index, built_in, edition="1")
    loader.ensure_built()
    if load != "rebuild":
        slugs = ("crm-2017", "crm-2018") if load == "add many" else ("crm-2017",)
        acts = [write_plain_act(folder / f"acta {slug}.txt", slug) for slug in slugs]
        return loader, lambda: loader.add(*acts)
    write_plain_act(loader.folder.acts / "acta.txt", "crm-2017")
    return loader, loader.rebuild


def kill_at(step: int) -> None:
    steps = count()

    def hook(event: str, _: tuple[object, ...]) -> None:
        if event in STEPS and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def load_and_die(load: Callable[[], LoadReport], step: int) -> bool:
    """Load in a child process that is killed at a step; tell whether it came that far."""
    child = os.fork()
    if child == 0:
        kill_at(step)
        load()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def documents(loader: Loader) -> list[str]:
    with closing(KnowledgeStore.open(loader.folder.knowledge)) as store:
        store.check()
        return [document.slug for document in store.documents()]


def main(folder: Path, load: str) -> None:
    for step in count():
        loader, killed_load = prepare(folder / str(step), load)
        killed = load_and_die(killed_load, step)
        left = documents(loader)
        loader.rebuild()
        remains = sorted(path.name for path in loader.folder.path.iterdir())
        print(json.dumps({"killed": killed, "left": left, "remains": remains}))  # noqa: T201 the program's output
        if not killed:
            break


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
