"""Build knowledge.db from the available acts: build it aside, check it, and swap it in atomically."""

from knowledge.loading.act_files import ACT_SUFFIXES
from knowledge.loading.edition import edition_of
from knowledge.loading.golden import GOLDEN, GoldenQuestion, load_golden
from knowledge.loading.loader import Loader
from knowledge.loading.readings import ReadAct
from knowledge.loading.report import LoadedFile, LoadReport

__all__ = [
    "ACT_SUFFIXES",
    "GOLDEN",
    "GoldenQuestion",
    "LoadReport",
    "LoadedFile",
    "Loader",
    "ReadAct",
    "edition_of",
    "load_golden",
]
