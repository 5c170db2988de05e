"""What fuzzing once found, or begins with, is read without a fault; `make fuzz` looks for more."""

from pathlib import Path

import pytest

from tests.support.fuzz_targets import TARGETS

CORPUS = Path(__file__).parent / "fuzzed"
INPUTS = sorted(path for path in CORPUS.rglob("*") if path.is_file())


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_an_input_of_the_corpus_is_read(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


def test_each_target_has_inputs() -> None:
    assert {path.parent.name for path in INPUTS} == TARGETS.keys()
