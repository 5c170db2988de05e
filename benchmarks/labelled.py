"""The labelled questions of benchmarks/gold, act by act, and responders on those acts."""

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel

from knowledge.answering.responder import Responder
from knowledge.language.datafiles import BUILT_IN, DataFolders
from knowledge.language.parties import PartyRegister
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.vector_writing import write_vectors
from knowledge.meaning.vectors import PassageVectors
from knowledge.ranking.weights import Weights
from knowledge.reading import read_act
from knowledge.search.parts import ALL_PARTS, Parts
from knowledge.search.writing import write_index
from knowledge.stores.building import build_base
from knowledge.stores.knowledge_store import KnowledgeStore

GOLD = Path(__file__).parent / "gold"
ACTS = GOLD / "acts"
BUILT_IN_ACT = "grcm-2017-06-san-salvador"
TODAY = date(2017, 7, 1)
ABSTAIN = "abstain"
_QUESTIONS = ".questions.jsonl"
_SUFFIXES = frozenset({".txt", ".docx", ".pdf", ".html"})


class Turn(BaseModel):
    """A message and the references a right answer cites; ABSTAIN alone if nothing should be cited.

    `fact` is the answer in the words of the act.
    """

    q: str
    expect: tuple[str, ...]
    also_ok: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    fact: str = ""
    need_all: bool = False

    @property
    def is_answerable(self) -> bool:
        """Tell whether the act answers it."""
        return self.expect != (ABSTAIN,)

    @property
    def right(self) -> set[str]:
        """The references that may come first."""
        return {*self.expect, *self.also_ok}


class Labelled(BaseModel):
    """A chat of one or more turns on the act `document`.

    `group` is its style, or its kind if it is out of scope; `type` is the kind of fact its question asks for,
    if labelled; `author` is its author if known, else its file.
    """

    id: str
    document: str
    language: str
    group: str
    type: str | None
    author: str
    turns: tuple[Turn, ...]

    @property
    def is_dialogue(self) -> bool:
        """Tell whether it has follow-ups."""
        return len(self.turns) > 1


class ActSource(NamedTuple):
    """The file of an act, and the data folders to read it with."""

    path: Path
    data: DataFolders


def load(path: Path) -> list[Labelled]:
    """Read one file of labelled questions; `ACT.questions.jsonl` is about that act."""
    beside = path.name.removesuffix(_QUESTIONS) if path.name.endswith(_QUESTIONS) else None
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_labelled(json.loads(line), path.name, beside) for line in lines if line.strip()]


def load_all() -> dict[str, list[Labelled]]:
    """Read all labelled questions, by act."""
    found: dict[str, list[Labelled]] = {}
    for path in (*sorted(GOLD.glob("*.jsonl")), *sorted(ACTS.glob(f"*{_QUESTIONS}"))):
        for each in load(path):
            found.setdefault(each.document, []).append(each)
    return found


def _labelled(line: dict[str, Any], file: str, beside: str | None) -> Labelled:
    turns = line.get("turns") or [line]
    language = line.get("lang") or ("en" if "en" in line["id"][:3] else "es")
    return Labelled(
        id=f"{file.partition('.')[0]}/{line['id']}",
        document=beside or line.get("document", BUILT_IN_ACT),
        language=language,
        group="dialogue" if len(turns) > 1 else line.get("kind") or line.get("style") or "plain",
        type=line.get("type"),
        author=line.get("author", file),
        turns=tuple(_turn(turn) for turn in turns),
    )


def _turn(line: dict[str, Any]) -> Turn:
    expect = line["expect"]
    wanted = {key: line[key] for key in ("q", "also_ok", "facts", "fact", "need_all") if key in line}
    return Turn(expect=(expect,) if isinstance(expect, str) else tuple(expect), **wanted)


def sources_in(folder: Path) -> tuple[dict[str, ActSource], dict[str, list[Labelled]]]:
    """Return the acts in a folder that have questions beside them, and those questions, by act."""
    chats = {path.name.removesuffix(_QUESTIONS): load(path) for path in sorted(folder.glob(f"*{_QUESTIONS}"))}
    files = {path.stem: path for path in folder.iterdir() if path.suffix in _SUFFIXES}
    sources = {name: ActSource(files[name], _data_in(folder, name)) for name in chats if name in files}
    return sources, {name: chats[name] for name in sources}


def act_files() -> dict[str, Path]:
    """Return the files of the labelled acts, by name."""
    acts = [path for path in ACTS.iterdir() if path.suffix in _SUFFIXES]
    return {BUILT_IN_ACT: BUILT_IN.forum / "acts" / f"{BUILT_IN_ACT}.txt"} | {
        path.stem: path for path in sorted(acts)
    }


def data_of(act: str) -> DataFolders:
    """Return the data folders for an act: with its own forum's if there is one, else the CRM's."""
    return _data_in(ACTS, act)


def _data_in(acts: Path, act: str) -> DataFolders:
    folder = acts / f"{act}.forum"
    return BUILT_IN.model_copy(update={"forum": folder}) if folder.exists() else BUILT_IN


def act_sources() -> dict[str, ActSource]:
    """Return the labelled acts, by name."""
    return {name: ActSource(path, data_of(name)) for name, path in act_files().items()}


@contextmanager
def open_stores(
    encoder: Encoder | None = None, acts: Mapping[str, ActSource] | None = None
) -> Iterator[dict[str, KnowledgeStore]]:
    """Build a store for each of `acts`, or for each labelled act, by name."""
    with tempfile.TemporaryDirectory() as folder:
        yield {
            name: build(Path(folder) / f"{name}.db", [path], data, encoder)
            for name, (path, data) in (act_sources() if acts is None else acts).items()
        }


@contextmanager
def open_joint_store() -> Iterator[KnowledgeStore]:
    """Build one store of all labelled acts of the CRM."""
    with tempfile.TemporaryDirectory() as folder:
        ours = [path for name, path in act_files().items() if data_of(name) == BUILT_IN]
        yield build(Path(folder) / "all.db", ours, BUILT_IN)


def responder_of(
    name: str,
    store: KnowledgeStore,
    encoder: Encoder | None = None,
    *,
    parts: Parts = ALL_PARTS,
    weights: Weights | None = None,
    learned: Path = BUILT_IN.learned,
    data: DataFolders | None = None,
) -> Responder:
    """Open a responder on the store of an act; pass its `data` if it isn't in benchmarks/gold/acts."""
    vectors = PassageVectors.open(store.database, encoder.version if encoder else None)
    data = (data or data_of(name)).model_copy(update={"learned": learned})
    return Responder(store, data, parts=parts, weights=weights, encoder=encoder, vectors=vectors)


def build(
    path: Path, acts: Sequence[Path], data: DataFolders, encoder: Encoder | None = None
) -> KnowledgeStore:
    """Build a store of acts, with vectors if there is an `encoder`."""
    register = PartyRegister.load(data)
    vectors = [partial(write_vectors, encoder=encoder)] if encoder else []
    read = (read_act(each, register=register, data=data) for each in acts)
    build_base(path, read, partial(write_index, register=register, data=data), *vectors)
    return KnowledgeStore.open(path)
