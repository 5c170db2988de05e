"""Drafts: what an officer has yet to choose, and nobody else can."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from knowledge.stores.drafts import Draft, DraftStore
from knowledge.stores.state_store import StateStore
from knowledge.values.references import Reference
from knowledge.values.tracking import CommitmentKey, Fulfilment, Mark

NOW, HOUR = datetime(2017, 7, 1, 12, tzinfo=UTC), timedelta(hours=1)
MARK = Mark(
    key=CommitmentKey(document="crm", reference=Reference.parse("C1")),
    quote="pagar",
    fulfilment=Fulfilment.DONE,
    day=NOW.date(),
)
DRAFT = Draft(options=((MARK,), ()), version=(1, 2))


@pytest.fixture
def drafts(tmp_path: Path) -> Iterator[DraftStore]:
    with closing(StateStore.open(tmp_path / "state.db")) as state:
        store = DraftStore(state)
        store.keep("nonce", 900, DRAFT, at=NOW, expired=NOW - HOUR)
        yield store


@pytest.mark.parametrize(
    ("nonce", "user_id", "since", "found"),
    [
        pytest.param("nonce", 900, NOW - HOUR, DRAFT, id="whoever began it"),
        pytest.param("nonce", 900, NOW, DRAFT, id="just in time"),
        pytest.param("nonce", 901, NOW - HOUR, None, id="somebody else"),
        pytest.param("other", 900, NOW - HOUR, None, id="another nonce"),
        pytest.param("nonce", 900, NOW + HOUR, None, id="too late"),
    ],
)
def test_a_draft_is_its_officer_s_while_it_may_be_answered(
    drafts: DraftStore, nonce: str, user_id: int, since: datetime, found: Draft | None
) -> None:
    assert drafts.draft(nonce, user_id, since=since) == found


def test_a_dropped_draft_is_gone(drafts: DraftStore) -> None:
    drafts.drop("nonce")

    assert drafts.draft("nonce", 900, since=NOW - HOUR) is None


def test_keeping_one_forgets_those_that_expired(drafts: DraftStore) -> None:
    drafts.keep_content("new", 900, "{}", at=NOW + HOUR, expired=NOW + HOUR)

    assert drafts.content("nonce", 900, since=NOW - HOUR) is None
    assert drafts.content("new", 900, since=NOW) == "{}"
