"""What a later meeting takes up again is found once, from one likeness on."""

import numpy as np
import pytest

from knowledge.meaning import successors
from knowledge.meaning.counterparts import Numbers
from knowledge.meaning.packing import WIDTH, pack, packed_in
from knowledge.meaning.successors import NONE, find_successors

FORUM, FEES, HOST, NETWORK, FORM = np.eye(WIDTH, dtype=np.float32)[:5]
ROWS = {
    "fees of 2010": 3 * FORUM + FEES,
    "host of 2010": 3 * FORUM + HOST,
    "fees of 2014": 3 * FORUM + FEES + 0.1 * HOST,
    "network of 2014": 3 * FORUM + NETWORK,
    "fees of 2019": 3 * FORUM + FEES + 0.1 * NETWORK,
    "form of 2019": 3 * FORUM + FORM,
    "form and network of 2019": 3 * FORUM + NETWORK + 2 * FORM,
}
NAMES = tuple(ROWS)
ACTS = np.array([0, 0, 1, 1, 2, 2, 2], np.int32)


def found(*, but: str | None = None) -> Numbers:
    rows = np.array([each / np.linalg.norm(each) for each in ROWS.values()])
    is_compared = np.array([name != but for name in NAMES])
    return find_successors(packed_in(pack(rows)), ACTS, dict.fromkeys(range(3), "es"), is_compared)


def successor_of(name: str, *, but: str | None = None) -> str | None:
    number = int(found(but=but)[NAMES.index(name)])
    return None if number == NONE else NAMES[number]


@pytest.mark.parametrize(
    ("name", "later"),
    [
        pytest.param("fees of 2010", "fees of 2019", id="the newest of several"),
        pytest.param("fees of 2014", "fees of 2019", id="of the act between"),
        pytest.param("host of 2010", None, id="nothing alike"),
        pytest.param("network of 2014", None, id="too little alike"),
        pytest.param("fees of 2019", None, id="nothing later"),
    ],
)
def test_the_newest_provision_on_the_same_matter_is_found(name: str, later: str | None) -> None:
    assert successor_of(name) == later


def test_what_isnt_compared_takes_nothing_up() -> None:
    assert successor_of("fees of 2010", but="fees of 2019") == "fees of 2014"


def test_acts_of_nothing_but_preambles_have_none() -> None:
    rows = packed_in(pack(np.array([FEES, HOST])))
    acts = np.array([0, 1], np.int32)
    assert find_successors(rows, acts, {0: "es", 1: "es"}, np.zeros(2, np.bool_)).tolist() == [NONE, NONE]


def test_acts_are_compared_in_blocks_as_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = found().tolist()
    monkeypatch.setattr(successors, "_AT_ONCE", 1)
    assert found().tolist() == at_once


def test_a_base_too_large_to_be_compared_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(successors, "MOST", len(NAMES) - 1)
    assert set(found().tolist()) == {NONE}
