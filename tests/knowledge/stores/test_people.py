from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from knowledge.stores.people import ANY, PeopleStore
from knowledge.stores.prompts import Prompt, PromptStore
from knowledge.stores.state_store import StateStore

NOON = datetime(2017, 6, 20, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[StateStore]:
    store = StateStore.open(tmp_path / "state.db")
    yield store
    store.close()


def test_each_person_has_one_country_and_may_change_or_forget_it(state: StateStore) -> None:
    people = PeopleStore(state)
    assert people.country(7) is None
    people.choose_country(7, "Panamá")
    people.choose_country(8, ANY)
    people.choose_country(7, "Belice")
    assert (people.country(7), people.country(8)) == ("Belice", ANY)
    people.forget(7)
    assert (people.country(7), people.country(8)) == (None, ANY)


def test_a_prompt_holds_until_it_is_dropped_replaced_or_too_old(state: StateStore) -> None:
    prompts = PromptStore(state)
    prompts.keep(1, 7, Prompt(command="conclusion"), at=NOON)
    prompts.keep(1, 7, Prompt(command="my_country", words="¿qué me toca?"), at=NOON + MINUTE)
    assert prompts.prompt(1, 7, since=NOON + MINUTE) == Prompt(command="my_country", words="¿qué me toca?")
    assert prompts.prompt(1, 7, since=NOON + 2 * MINUTE) is None
    assert prompts.prompt(1, 8, since=NOON) is None
    prompts.drop(1, 7)
    assert prompts.prompt(1, 7, since=NOON) is None
