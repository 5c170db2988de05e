"""What came of a load."""

from knowledge.values.base import Value
from knowledge.values.notices import Notice


class LoadReport(Value):
    """What a load put into the base, and what a person should look at.

    `news` says what each file brought that was to be added, and `left_out` why one of them brought nothing.
    """

    acts: int
    provisions: int
    commitments: int
    news: tuple[Notice, ...] = ()
    left_out: tuple[Notice, ...] = ()
    warnings: tuple[Notice, ...] = ()
