"""Who has done what: each party's commitments, counted by how far they have come."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.lists.balances import NOBODY, Balance, BalanceWriter
from knowledge.stores.marks import Marks
from knowledge.stores.tracking import Tracker
from knowledge.values.acts import Deadline, Precision
from knowledge.values.tracking import CommitmentKey, Fulfilment, Mark
from tests.support.answers import REGISTER, build_store
from tests.support.builders import make_act, make_commitment

TODAY = date(2017, 7, 1)
LATE, AHEAD = date(2017, 6, 1), date(2017, 8, 1)


def due(day: date) -> Deadline:
    return Deadline(text="a más tardar", end=day, precision=Precision.DAY)


@pytest.fixture
def writer(tmp_path: Path) -> BalanceWriter:
    act = make_act(*((f"C{number}", f"Enviar la nota {number}.") for number in range(1, 5)))
    made = (
        make_commitment(act, "C1", responsible=("Honduras",), deadline=due(LATE)),
        make_commitment(act, "C2", responsible=("OIM", "Honduras"), deadline=due(AHEAD)),
        make_commitment(act, "C3", responsible=()),
        make_commitment(act, "C4", responsible=("ST",), deadline=due(LATE)),
    )
    store = build_store(tmp_path, act.model_copy(update={"commitments": made}))
    done = [
        Mark(
            key=CommitmentKey(document=act.slug, reference=made[place].reference),
            quote=made[place].quote,
            fulfilment=fulfilment,
            day=TODAY,
            party=party,
        )
        for place, fulfilment, party in (
            (1, Fulfilment.DONE, "Honduras"),
            (3, Fulfilment.IN_PROGRESS, ""),
        )
    ]
    marks = Marks((1, 0), tuple(done))
    return BalanceWriter(store, REGISTER, Tracker(store, REGISTER, lambda: marks))


def test_each_party_has_its_balance_members_first(writer: BalanceWriter) -> None:
    assert writer.write(["grcm-2017-06-san-salvador"], TODAY) == (
        Balance(party="Honduras", done=1, open=1, overdue=1),
        Balance(party="OIM", open=1),
        Balance(party="ST", in_progress=1, overdue=1),
        Balance(party=NOBODY, open=1),
    )


def test_no_acts_have_no_balance(writer: BalanceWriter) -> None:
    assert writer.write([], TODAY) == ()


def test_what_is_done_by_one_is_not_done_by_all(writer: BalanceWriter) -> None:
    shares = [
        each for each in writer.shares(["grcm-2017-06-san-salvador"]) if str(each.key.reference) == "C2"
    ]

    assert {each.party: each.fulfilment for each in shares} == {
        "OIM": Fulfilment.OPEN,
        "Honduras": Fulfilment.DONE,
    }
    assert {each.overall for each in shares} <= {Fulfilment.OPEN, Fulfilment.IN_PROGRESS}
