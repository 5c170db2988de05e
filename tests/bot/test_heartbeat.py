"""The check that the container's HEALTHCHECK makes."""

from pathlib import Path

import pytest

from bot.heartbeat import FRESH_SECONDS, Heartbeat, is_fresh


@pytest.mark.parametrize(
    ("later", "fresh"),
    [
        pytest.param(0, True, id="now"),
        pytest.param(FRESH_SECONDS - 2, True, id="a-minute-ago"),
        pytest.param(FRESH_SECONDS, False, id="stale"),
        pytest.param(-5000, False, id="of-before-the-machine-started"),
    ],
)
def test_a_stamp_tells_how_long_ago_all_was_well(tmp_path: Path, later: float, *, fresh: bool) -> None:
    path = tmp_path / "heartbeat"
    Heartbeat(path, lambda: 5000.0).stamp()
    assert is_fresh(path, 5000 + later) is fresh


@pytest.mark.parametrize("content", [None, "", "not a moment", "\N{SNOWMAN}"])
def test_what_is_no_stamp_is_no_sign_of_life(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "heartbeat"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    assert not is_fresh(path, 5000)
