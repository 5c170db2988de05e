"""What a button opens later: kept without who asked, and for a while only."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from knowledge.stores.kept_messages import KEPT, Kept, KeptMessages
from knowledge.stores.state_store import StateStore

NOW = datetime(2017, 7, 1, 12, tzinfo=UTC)
MORE = Kept(content="[]", acts={"crm-2016": "abc"})


@pytest.fixture
def messages(tmp_path: Path) -> Iterator[KeptMessages]:
    with closing(StateStore.open(tmp_path / "state.db")) as state:
        yield KeptMessages(state)


@pytest.mark.parametrize(
    ("after", "is_there"),
    [
        pytest.param(timedelta(0), True, id="at once"),
        pytest.param(KEPT, True, id="on the last day"),
        pytest.param(KEPT + timedelta(seconds=1), False, id="later"),
    ],
)
def test_what_was_kept_is_found_for_a_while(
    messages: KeptMessages, after: timedelta, *, is_there: bool
) -> None:
    messages.keep(MORE, at=NOW)

    assert (messages.find(MORE.token, at=NOW + after) == MORE) is is_there


def test_what_is_kept_again_is_found_for_longer(messages: KeptMessages) -> None:
    messages.keep(MORE, at=NOW)
    messages.keep(MORE, at=NOW + KEPT)

    assert messages.find(MORE.token, at=NOW + KEPT + KEPT) == MORE


def test_the_same_content_has_one_name_and_other_content_another() -> None:
    assert MORE.token == MORE.model_copy().token
    assert MORE.token != MORE.model_copy(update={"acts": {"crm-2016": "abd"}}).token


def test_an_unknown_name_leads_to_nothing(messages: KeptMessages) -> None:
    assert messages.find("0123456789abcdef", at=NOW) is None
