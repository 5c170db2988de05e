from difflib import unified_diff
from pathlib import Path

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading import read_act
from tests.support.extractions import ACTS, golden_file, written_extraction


@pytest.fixture(scope="module")
def register() -> PartyRegister:
    return PartyRegister.load(BUILT_IN)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_what_is_read_of_an_act_has_not_changed(act: Path, register: PartyRegister) -> None:
    before = golden_file(act).read_text(encoding="utf-8").splitlines(keepends=True)
    after = written_extraction(read_act(act, register=register)).splitlines(keepends=True)

    changes = "".join(unified_diff(before, after, "before", "after", n=0))
    assert not changes, (
        f"{act.name} is read differently:\n{changes}\nIf that is right, see tests/golden/README.md."
    )


def test_every_file_is_of_an_act() -> None:
    folder = golden_file(ACTS[0]).parent

    assert {path.name for path in folder.iterdir()} == {golden_file(act).name for act in ACTS}
