"""A correction confirmed while the bot is killed is whole or was never made; the state is whole, too."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.kill_points import points


@pytest.mark.parametrize(
    ("counted_by", "tried"),
    [
        pytest.param("disk", points(every=24, few=5), id="wherever-it-touches-the-disk"),
        pytest.param("state", points(every=8, few=3), id="while-it-writes-to-the-state"),
    ],
)
def test_a_correction_that_is_killed_at_any_point_is_whole_or_was_never_made(
    tmp_path: Path, counted_by: str, tried: int
) -> None:
    """Each line is a correction that was killed at another point, what was left, and the same tap again."""
    program = [
        sys.executable,
        "-m",
        "tests.support.killed_corrections",
        str(tmp_path),
        counted_by,
        str(tried),
    ]
    printed = subprocess.run(program, check=True, capture_output=True, text=True)
    runs = [json.loads(line) for line in printed.stdout.splitlines()]

    kills = [each["killed"] for each in runs]
    assert kills == sorted(kills, reverse=True)
    assert sum(kills) >= tried - 1
    new = runs[-1]
    assert 'deadline: "2018-08-31"' in new["review"]
    left = [(each["deadline"], each["review"]) for each in runs]
    last_old = left.index((["2018-08-31"], new["review"]))
    assert left[:last_old] == [(["2018-07-15"], "")] * last_old
    assert left[last_old:] == [(["2018-08-31"], new["review"])] * (len(runs) - last_old)
    assert {(*each["whole"], each["language"]) for each in runs} == {("ok", "es")}
    assert [each["again"] for each in runs] == [new["again"]] * len(runs)
    assert (new["again"]["review"], new["again"]["audit"]) == (new["review"], 1)
