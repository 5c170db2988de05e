"""At how many points processes are killed: a few in each run of the tests, all in `make kills`."""

import os

ALL = "ACUERDOS_TESTS_KILL_AT_ALL_POINTS"
"""The environment variable by which `make kills` asks for all."""


def points(every: int, few: int) -> int:
    """Return how many points of `every` to try."""
    return every if os.environ.get(ALL) else few
