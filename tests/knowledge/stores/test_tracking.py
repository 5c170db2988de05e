"""How far commitments have come: of all or each party, and which commitment a mark is about by now."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.stores.building import build_base
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.stores.marks import Marks
from knowledge.stores.tracking import Tracker
from knowledge.values.tracking import CommitmentKey, Fulfilment, Mark
from tests.support.builders import make_act, make_commitment

REGISTER = PartyRegister.load(BUILT_IN)
SLUG = "grcm-2017-06-san-salvador"
FIRST, SECOND = "Que México remita sus aportes al taller.", "Que la OIM prepare un informe anual."
OPEN, IN_PROGRESS, DONE = Fulfilment


@pytest.fixture
def store(tmp_path: Path) -> Iterator[KnowledgeStore]:
    def no_index(_database: Database) -> None:
        """Statuses need none."""

    act = make_act(("C1", FIRST), ("C2", "Nada."))
    both = (
        make_commitment(act, "C1", responsible=("México", "ST"), quote=FIRST),
        make_commitment(act, "C1", responsible=("Países Miembros",), quote=SECOND),
        make_commitment(act, "C2", responsible=(), quote="Nada."),
    )
    path = tmp_path / "knowledge.db"
    build_base(path, [act.model_copy(update={"commitments": both})], no_index)
    opened = KnowledgeStore.open(path)
    yield opened
    opened.close()


def key(reference: str = "C1", ordinal: int = 1) -> CommitmentKey:
    return CommitmentKey.parse(f"{SLUG}#{reference}~{ordinal}")


def said(fulfilment: Fulfilment, party: str = "", **fields: object) -> Mark:
    defaults = {"key": key(), "quote": FIRST, "day": date(2017, 7, 1)}
    return Mark.model_validate({**defaults, "fulfilment": fulfilment, "party": party, **fields})


def tracker(store: KnowledgeStore, *marks: Mark) -> Tracker:
    read = Marks((1, 0), marks)
    return Tracker(store, REGISTER, lambda: read)


@pytest.mark.parametrize(
    ("marks", "expected", "parties"),
    [
        pytest.param([said(DONE)], DONE, [], id="all"),
        pytest.param([said(DONE), said(OPEN)], None, [], id="reopened"),
        pytest.param([said(IN_PROGRESS), said(DONE)], DONE, [], id="the last counts"),
        pytest.param([said(DONE, "México")], IN_PROGRESS, ["México"], id="one of two"),
        pytest.param([said(DONE, "México"), said(DONE, "ST")], DONE, ["México", "ST"], id="both"),
        pytest.param([said(DONE), said(OPEN, "ST")], IN_PROGRESS, ["México", "ST"], id="all but one"),
        pytest.param([said(DONE, "México"), said(OPEN)], None, [], id="all reopened"),
        pytest.param([said(DONE, "México"), said(OPEN, "México")], None, ["México"], id="one reopened"),
        pytest.param([said(DONE, "Belice")], DONE, [], id="one whom it doesn't bind any more"),
    ],
)
def test_the_state_follows_from_all_marks(
    store: KnowledgeStore, marks: list[Mark], expected: Fulfilment | None, parties: list[str]
) -> None:
    statuses = tracker(store, *marks).statuses

    found = statuses.of(key())

    assert (found.fulfilment if found else None) == expected
    assert [each.party for each in statuses.tracked[key()].parties] == parties


def test_a_duty_of_all_members_is_told_of_each(store: KnowledgeStore) -> None:
    every = {"key": key(ordinal=2), "quote": SECOND}
    statuses = tracker(store, said(DONE, "Panamá", **every)).statuses

    found = statuses.of(key(ordinal=2))

    assert found is not None
    assert found.bound == len(REGISTER.members)
    assert found.of("Panamá") is DONE
    assert found.of("Belice") is OPEN
    assert statuses.done("Panamá") == (key(ordinal=2),)
    assert statuses.done("Belice") == statuses.done() == ()


@pytest.mark.parametrize(
    ("mark", "ordinal"),
    [
        pytest.param(said(DONE), 1, id="as it was"),
        pytest.param(said(DONE, key=key(ordinal=2)), 1, id="in another place"),
        pytest.param(said(DONE, quote=FIRST.replace("al taller", "para el taller")), 1, id="mended"),
        pytest.param(said(DONE, quote=SECOND), 2, id="now second"),
        pytest.param(said(DONE, quote="Que se publique la memoria."), None, id="gone"),
        pytest.param(said(DONE, key=key("C9")), None, id="no such provision"),
        pytest.param(said(DONE, key=CommitmentKey.parse("other#C1")), None, id="no such act"),
    ],
)
def test_a_commitment_is_found_again_by_its_clause(
    store: KnowledgeStore, mark: Mark, ordinal: int | None
) -> None:
    statuses = tracker(store, mark).statuses

    assert list(statuses.tracked) == ([key(ordinal=ordinal)] if ordinal else [])
    assert statuses.lost == (() if ordinal else (mark,))


def test_what_is_done_can_be_left_out_of_listings(store: KnowledgeStore) -> None:
    done = tracker(store, said(DONE)).done_rows()

    assert store.commitments(without=done).count() == 2
    assert [each.value.quote for each in store.commitments(among=done)] == [FIRST]
