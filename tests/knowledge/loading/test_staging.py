"""Files that wait for a confirmation: joined to batches, kept over a restart, gone after a day."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from knowledge.loading.staging import Batch, Staging
from knowledge.values.errors import StoreUnusable
from tests.support.disks import file_size_limited_to

NOW = datetime(2017, 6, 23, 20, 0, tzinfo=UTC)


@pytest.fixture
def staging(tmp_path: Path) -> Staging:
    return Staging(tmp_path / "staged")


def send(staging: Staging, name: str = "acta.pdf", *, owner: int = 900, after: int = 0) -> Batch:
    return staging.add(owner, name, name.encode(), f"id of {name}", now=NOW + timedelta(minutes=after))


def test_what_was_sent_outlasts_a_restart(staging: Staging) -> None:
    batch = send(staging)
    again = Staging(staging.folder).batch_of(900)
    assert again == batch
    assert [path.read_bytes() for path in staging.paths(batch)] == [b"acta.pdf"]
    assert [(each.name, each.file_id) for each in batch.files] == [("acta.pdf", "id of acta.pdf")]


@pytest.mark.parametrize(
    ("minutes", "names"),
    [
        pytest.param(0, ["a.pdf", "b.pdf"], id="at once"),
        pytest.param(9, ["a.pdf", "b.pdf"], id="while the first is being looked at"),
        pytest.param(10, ["b.pdf"], id="when nobody may confirm the first any more"),
    ],
)
def test_a_file_joins_the_batch_that_is_open(staging: Staging, minutes: int, names: list[str]) -> None:
    first = send(staging, "a.pdf")
    second = send(staging, "b.pdf", after=minutes)
    assert [each.name for each in second.files] == names
    assert first.tag != second.tag
    assert all(path.is_file() for path in staging.paths(second))


def test_two_officers_have_batches_of_their_own(staging: Staging) -> None:
    send(staging, "a.pdf", owner=900)
    send(staging, "b.pdf", owner=901)
    assert [[each.name for each in batch.files] for batch in map(staging.batch_of, (900, 901)) if batch] == [
        ["a.pdf"],
        ["b.pdf"],
    ]


def test_a_batch_that_was_loaded_takes_no_more_files(staging: Staging) -> None:
    batch = send(staging, "a.pdf")
    staging.finish(batch)
    finished = staging.batch_of(900)
    assert finished
    assert (finished.tag, finished.loaded, finished.is_open(NOW)) == (batch.tag, True, False)
    assert [path for path in staging.paths(batch) if path.exists()] == []
    assert [each.name for each in send(staging, "b.pdf").files] == ["b.pdf"]


def test_a_file_may_be_taken_out_of_a_batch(staging: Staging) -> None:
    send(staging, "a.pdf")
    batch = send(staging, "a.pdf", after=1)
    first, second = staging.paths(batch)
    left = staging.drop(batch, [first])
    assert staging.paths(left) == (second,)
    assert (first.exists(), second.exists()) == (False, True)


def test_what_nobody_confirmed_is_gone_after_a_day(staging: Staging) -> None:
    send(staging, "a.pdf", owner=900)
    send(staging, "b.pdf", owner=901, after=60)
    (staging.folder / "algo").mkdir()
    staging.sweep(NOW + timedelta(days=1, minutes=30))
    assert staging.batch_of(900) is None
    assert staging.batch_of(901)
    staging.sweep(datetime.now(UTC) + timedelta(days=2))
    assert [*staging.folder.iterdir()] == []


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        pytest.param("Acta final (2).PDF", "Acta final (2).PDF", id="plain"),
        pytest.param("../../etc/passwd.txt", "passwd.txt", id="climbing"),
        pytest.param("..\\..\\windows\\acta.pdf", "acta.pdf", id="climbing by backslashes"),
        pytest.param("a\u202efdp.exe\x00.pdf", "a_fdp.exe_.pdf", id="right to left, and a null"),
        pytest.param("x" * 300 + ".docx", "x" * 60 + ".docx", id="300 letters"),
        pytest.param(".pdf", "pdf", id="only an ending"),
        pytest.param("...", "acta", id="only dots"),
        pytest.param("Conclusión 5.html", "Conclusión 5.html", id="accents"),
    ],
)
def test_whatever_a_file_is_called_it_lies_in_its_batch(staging: Staging, name: str, kept: str) -> None:
    batch = send(staging, name)
    (path,) = staging.paths(batch)
    assert path == staging.folder / "900" / "1" / kept
    assert batch.files[0].name == name


def test_a_note_that_cannot_be_read_is_no_batch(staging: Staging) -> None:
    send(staging)
    (staging.folder / "900" / "batch.json").write_text('{"owner": 900}')
    assert staging.batch_of(900) is None
    assert [each.name for each in send(staging, "b.pdf").files] == ["b.pdf"]


def test_a_full_disk_is_told_and_leaves_the_batch_as_it_was(staging: Staging) -> None:
    before = send(staging, "a.pdf")
    with file_size_limited_to(4), pytest.raises(StoreUnusable):
        send(staging, "b.pdf")
    assert staging.batch_of(900) == before
    assert [path.name for path in (staging.folder / "900").iterdir() if path.is_dir()] == ["1"]
