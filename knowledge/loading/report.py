"""What came of a load."""

from knowledge.loading.comparing import BaseChanges
from knowledge.values.base import Value
from knowledge.values.notices import Notice


class LoadedFile(Value):
    """A file that brought an act, under the name it came with."""

    slug: str
    name: str
    sha256: str


class LoadReport(Value):
    """What a load put into the base, and what a person should look at.

    `loaded` are the files that brought something; `news` says what that is, and `left_out` why a file that
    was to be added brought nothing. `changes` are what differs from the base before, if there was one, and
    `worse` what that answered and this one doesn't.
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
