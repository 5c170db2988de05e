"""What is loaded at one moment, and what another program has put in its place."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.loading.snapshots import Snapshots
from knowledge.stores.marks import NO_MARKS
from tests.support.answers import build_store
from tests.support.builders import make_act


def build(folder: Path, slug: str) -> Path:
    """Build a base of one act in a folder of its own; return its path."""
    folder.mkdir(exist_ok=True)
    with closing(build_store(folder, make_act(slug=slug))) as store:
        return store.path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return build(tmp_path / "in_use", "crm-2016")


@pytest.fixture
def snapshots(path: Path) -> Iterator[Snapshots]:
    with closing(Snapshots(path, BUILT_IN, None, lambda: NO_MARKS)) as opened:
        yield opened


def slugs(snapshots: Snapshots) -> list[str]:
    return [each.slug for each in snapshots.current().store.documents()]


def test_what_is_loaded_stays_while_its_file_does(snapshots: Snapshots) -> None:
    assert snapshots.current() is snapshots.current()
    assert slugs(snapshots) == ["crm-2016"]


def test_a_file_that_took_its_place_is_opened(snapshots: Snapshots, path: Path, tmp_path: Path) -> None:
    before = snapshots.edition
    build(tmp_path / "aside", "crm-2017").replace(path)

    assert slugs(snapshots) == ["crm-2017"]
    assert snapshots.edition != before


def test_whoever_settles_is_told_once_the_base_before_is_out_of_use(path: Path, tmp_path: Path) -> None:
    settled: list[str] = []
    snapshots = Snapshots(path, BUILT_IN, None, lambda: NO_MARKS, lambda: settled.append("settled"))
    with closing(snapshots):
        assert settled == ["settled"]
        assert slugs(snapshots) == ["crm-2016"]
        assert settled == ["settled"]

        build(tmp_path / "aside", "crm-2017").replace(path)
        assert slugs(snapshots) == ["crm-2017"]
        assert settled == ["settled", "settled"]


@pytest.mark.parametrize(
    "content", [pytest.param(None, id="no file"), pytest.param("nada", id="no database")]
)
def test_what_was_loaded_answers_on_where_the_new_file_is_unusable(
    snapshots: Snapshots, path: Path, caplog: pytest.LogCaptureFixture, content: str | None
) -> None:
    path.unlink()
    if content is not None:
        path.write_text(content)

    assert slugs(snapshots) == ["crm-2016"]
    assert "answering from what was loaded before" in caplog.text
