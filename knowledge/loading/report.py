"""The report of a load."""

from knowledge.loading.comparing import BaseChanges
from knowledge.values.base import Value
from knowledge.values.notices import Notice


class LoadedFile(Value):
    """A file that brought an act; `name` is the name under which it arrived."""

    slug: str
    name: str
    sha256: str


class LoadReport(Value):
    """What a load put into the base, and what a person should check.

    `loaded` are the files that brought an act; `news` describes these, and `left_out` says why other files
    were not added. `changes` are the differences from the previous base, if there was one, and `worse` the
    questions that the new base doesn't answer.
    """

    acts: int
    provisions: int
    commitments: int
    loaded: tuple[LoadedFile, ...] = ()
    news: tuple[Notice, ...] = ()
    left_out: tuple[Notice, ...] = ()
    warnings: tuple[Notice, ...] = ()
    worse: tuple[Notice, ...] = ()
    changes: BaseChanges | None = None
