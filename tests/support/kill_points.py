"""At how many points processes are killed: a few in each run of the tests, all in `make kills`."""

import os

ALL = "ACUERDOS_TESTS_KILL_AT_ALL_POINTS"
"""The environment variable by which `make kills` asks for all."""


def points(every: int, few: int) -> int:
    """Return `every` in `make kills`, and otherwise `few`: how many points to try, or how far apart."""
    return every if os.environ.get(ALL) else few
