"""Who loaded the files of acts, and the ids of Telegram's copies."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.stores.originals import Originals, Provenance
from knowledge.stores.state_store import StateStore

FIRST = Provenance(
    sha256="a1",
    slug="crm-2016",
    file_name="Acta (final).pdf",
    user_id=900,
    loaded_at=datetime(2017, 6, 23, 18, 5, tzinfo=UTC),
)


@pytest.fixture
def originals(tmp_path: Path) -> Iterator[Originals]:
    with closing(StateStore.open(tmp_path / "state.db")) as state:
        yield Originals(state)


def test_who_loaded_a_file_is_known_by_what_it_holds(originals: Originals) -> None:
    originals.keep(FIRST)
    assert originals.provenance("a1") == FIRST
    assert originals.provenance("b2") is None


def test_who_loaded_it_last_counts(originals: Originals) -> None:
    for user in (900, 901):
        originals.keep(FIRST.model_copy(update={"user_id": user}))
    kept = originals.provenance("a1")
    assert kept
    assert kept.user_id == 901


def test_the_newest_id_of_a_copy_counts(originals: Originals) -> None:
    assert originals.file_id("a1") is None
    for file_id in ("BQACAgQAAx0", "BQACAgQAAx1"):
        originals.keep_file_id("a1", file_id)
    assert originals.file_id("a1") == "BQACAgQAAx1"
