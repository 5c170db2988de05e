"""Kill loads at each of their steps in turn, and print what is left of the base each time.

Run as a program of its own, since it forks, with a working folder, the kind of load, and how many steps to go
on each time: prints a line of JSON per load, the last of which isn't killed.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from itertools import count
from pathlib import Path

from sqlite_utils import Database

from knowledge.loading import Loader, LoadReport
from knowledge.loading.act_files import sha256_of
from knowledge.stores.data_folder import DataFolder
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.errors import FaultyData
from knowledge.values.notices import notice
from tests.support.plain_acts import read_plain_act, write_plain_act

STEPS = {
    "open",
    "os.link",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "shutil.copyfile",
    "sqlite3.connect",
    "write_index",
}
"""The events of Python's audit hooks that come before the disk is touched; the last is our own index's."""


Load = Callable[[Loader], object]


def announce_index(_: Database) -> None:
    sys.audit("write_index")


def require_two_names(folder: DataFolder, _: Database) -> None:
    """Refuse lines of the thesaurus without a second name, as the index does."""
    sys.audit("write_index")
    for path in (folder.thesaurus, folder.new_thesaurus):
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else ()
        if not all("|" in line for line in lines):
            raise FaultyData(notice("{file}", file=path.name))


def teach(line: str, loader: Loader) -> LoadReport | None:
    with suppress(FaultyData):
        return loader.add_synonyms(line)
    return None


def add_version(loader: Loader, folder: Path) -> Load:
    """Load a new version of one act and a new act, as a confirmed upload does."""
    loader.add(write_plain_act(folder / "acta.txt", "crm-2017"))
    acts = [
        write_plain_act(folder / "otra versión.txt", "crm-2017", ("C1", "Aceptar otra vez el informe.")),
        write_plain_act(folder / "acta nueva.txt", "crm-2018"),
    ]
    return lambda loader: loader.add(*acts, replace=True)


def retire(loader: Loader, folder: Path) -> Load:
    """Retire an act that is in the data folder, with corrections, and also shipped."""
    loader.add(
        write_plain_act(folder / "acta.txt", "crm-2016", ("C1", "Aceptar otro informe.")), replace=True
    )
    (loader.folder.acts / "crm-2016.review.yaml").write_text("meeting:\n  city: Colón\n", encoding="utf-8")
    loader.add(write_plain_act(folder / "otra.txt", "crm-2017"))
    return lambda loader: loader.retire("crm-2016")


def revert(loader: Loader, folder: Path) -> Load:
    """Revert the last change, after a line was taught and acts were loaded."""
    loader.add(write_plain_act(folder / "acta.txt", "crm-2017"))
    loader.add_synonyms("chuspa | bolsa")
    add_version(loader, folder / "others")(loader)
    return Loader.revert


CHANGES: dict[str, Callable[[Loader, Path], Load]] = {
    "confirm": add_version,
    "retire": retire,
    "revert": revert,
}


def loader_in(folder: Path, load: str) -> Loader:
    """Return the loader of a folder in which some load is to be killed."""
    data = DataFolder.open(folder / "data")
    index = partial(require_two_names, data) if load.startswith("teach") else announce_index
    return Loader(data, read_plain_act, index, folder / "built_in", edition="1")


def prepare(folder: Path, load: str) -> Load:
    """Build an old base, and return a load that adds acts or words to it or changes them."""
    write_plain_act(folder / "built_in" / "crm-2016.txt", "crm-2016")
    loader = loader_in(folder, load)
    loader.ensure_built()
    if load.startswith("teach"):
        return partial(teach, "chuspa" if load == "teach faulty" else "chuspa | bolsa")
    if load in CHANGES:
        return CHANGES[load](loader, folder)
    if load != "rebuild":
        slugs = ("crm-2017", "crm-2018") if load == "add many" else ("crm-2017",)
        acts = [write_plain_act(folder / f"acta {slug}.txt", slug) for slug in slugs]
        return lambda loader: loader.add(*acts)
    write_plain_act(loader.folder.acts / "acta.txt", "crm-2017")
    return Loader.rebuild


def kill_at(step: int) -> None:
    steps = count()

    def hook(event: str, _: tuple[object, ...]) -> None:
        if event in STEPS and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def load_and_die(load: Callable[[], object], step: int) -> bool:
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


def files(loader: Loader) -> dict[str, str]:
    """Return the files of officers and loads in the data folder, with a digest of each."""
    folder = loader.folder
    found = (*folder.acts.iterdir(), folder.thesaurus, folder.retired)
    return {path.name: sha256_of(path)[:8] for path in sorted(found) if path.exists()}


def main(folder: Path, load: str, stride: int) -> None:
    killed_load = prepare(folder / "prepared", load)
    for step in count(step=stride):
        copy = folder / str(step)
        # Keeps hard links.
        subprocess.run(["/bin/cp", "-a", folder / "prepared", copy], check=True)
        loader = loader_in(copy, load)
        killed = load_and_die(partial(killed_load, loader), step)
        left = documents(loader)
        loader.ensure_built()
        restarted = {"documents": documents(loader), "files": files(loader)}
        loader.rebuild()
        remains = sorted(path.name for path in loader.folder.path.iterdir())
        taught = loader.folder.thesaurus
        words = taught.read_text(encoding="utf-8") if taught.exists() else ""
        ended = {"killed": killed, "left": left, "restarted": restarted, "remains": remains, "words": words}
        print(json.dumps(ended))  # noqa: T201 the program's output
        if not killed:
            break


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
