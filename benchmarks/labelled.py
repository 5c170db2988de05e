"""The labelled questions of benchmarks/gold, and responders on the acts that they ask of."""

import json
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading import read_act
from knowledge.search.writing import write_index
from knowledge.stores.building import build_base
from knowledge.stores.knowledge_store import KnowledgeStore

GOLD = Path(__file__).parent / "gold"
BUILT_IN_ACT = "grcm-2017-06-san-salvador"
TODAY = date(2017, 7, 1)
ABSTAIN = "abstain"

DEVELOPMENT = ("questions_es", "questions_en", "out_of_scope", "dialogues")
OTHER_ACTS = ("questions_other_acts",)
CHECKS = ("check_questions", "check_out_of_scope", "check_dialogues")
DELEGATES = (
    "check_questions_es",
    "check_questions_en",
    "check_delegates_out_of_scope",
    "check_delegates_dialogues",
)
AUTHORS = ("authors_questions", "authors_out_of_scope", "authors_dialogues")


class Turn(BaseModel):
    """A message and what a right answer to it cites; nothing at all if it should be silent."""

    q: str
    expect: tuple[str, ...]
    also_ok: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    need_all: bool = False

    @property
    def is_answerable(self) -> bool:
        """Tell whether the act answers it."""
        return self.expect != (ABSTAIN,)

    @property
    def right(self) -> set[str]:
        """Whatever may stand first."""
        return {*self.expect, *self.also_ok}


class Labelled(BaseModel):
    """A chat of one or more turns; `group` is its style, or the kind of what is out of scope.

    `type` is what its question asks for, where that is noted; `author` is who wrote it, or else its file.
    """

    id: str
    document: str
    language: str
    group: str
    type: str | None
    author: str
    turns: tuple[Turn, ...]


def load(name: str) -> list[Labelled]:
    """Read one file of labelled questions."""
    lines = (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [_labelled(json.loads(line), name) for line in lines if line.strip()]


def _labelled(line: dict[str, Any], name: str) -> Labelled:
    turns = line.get("turns") or [line]
    language = line.get("lang") or ("en" if "en" in line["id"][:3] else "es")
    return Labelled(
        id=f"{name}/{line['id']}",
        document=line.get("document", BUILT_IN_ACT),
        language=language,
        group=line.get("style") or line.get("kind") or "dialogue",
        type=line.get("type"),
        author=line.get("author", name),
        turns=tuple(_turn(turn) for turn in turns),
    )


def _turn(line: dict[str, Any]) -> Turn:
    expect = line["expect"]
    wanted = {key: line[key] for key in ("q", "also_ok", "facts", "need_all") if key in line}
    return Turn(expect=(expect,) if isinstance(expect, str) else tuple(expect), **wanted)


@contextmanager
def open_stores() -> Iterator[dict[str, KnowledgeStore]]:
    """Build a store for each act that is asked of, by its slug."""
    with tempfile.TemporaryDirectory() as folder:
        yield {path.stem: _build(Path(folder), path.stem, [path]) for path in _act_files()}


@contextmanager
def open_joint_store() -> Iterator[KnowledgeStore]:
    """Build one store of all acts that are asked of."""
    with tempfile.TemporaryDirectory() as folder:
        yield _build(Path(folder), "all", _act_files())


def _act_files() -> list[Path]:
    return [BUILT_IN.forum / "acts" / f"{BUILT_IN_ACT}.txt", *sorted((GOLD / "acts").iterdir())]


def _build(folder: Path, name: str, paths: Iterable[Path]) -> KnowledgeStore:
    register = PartyRegister.load(BUILT_IN)
    acts = (read_act(path, register=register) for path in paths)
    build_base(folder / f"{name}.db", acts, partial(write_index, register=register))
    return KnowledgeStore.open(folder / f"{name}.db")
