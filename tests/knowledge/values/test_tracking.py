"""How commitments stand, and the keys that they are kept by."""

from datetime import date

import pytest

from knowledge.values.references import Reference
from knowledge.values.tracking import CommitmentKey, Fulfilment, PartyStatus, Standing, Tracked, keyed
from tests.support.builders import make_act, make_commitment

TODAY, BEFORE = date(2017, 7, 1), date(2017, 6, 30)
KEY = CommitmentKey(document="crm", reference=Reference.parse("C16.a"))


@pytest.mark.parametrize(
    ("fulfilment", "due", "standing"),
    [
        pytest.param(Fulfilment.DONE, BEFORE, Standing.DONE, id="done, however late"),
        pytest.param(Fulfilment.OPEN, BEFORE, Standing.OVERDUE, id="late"),
        pytest.param(Fulfilment.IN_PROGRESS, BEFORE, Standing.OVERDUE, id="under way, and late"),
        pytest.param(Fulfilment.IN_PROGRESS, TODAY, Standing.IN_PROGRESS, id="under way"),
        pytest.param(Fulfilment.OPEN, TODAY, Standing.OPEN, id="due today"),
        pytest.param(Fulfilment.OPEN, None, Standing.UNDATED, id="without a day"),
        pytest.param(Fulfilment.IN_PROGRESS, None, Standing.IN_PROGRESS, id="under way, without a day"),
    ],
)
def test_what_is_due_stands_by_its_day(fulfilment: Fulfilment, due: date | None, standing: Standing) -> None:
    assert Standing.of(fulfilment, due, TODAY) is standing


@pytest.mark.parametrize("printed", ["crm-2016#C16.a", "crm-2016#C16.a~2", "crm-2016#R1~12"])
def test_a_key_is_read_as_it_is_printed(printed: str) -> None:
    assert str(CommitmentKey.parse(printed)) == printed


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("C16.a", id="no act"),
        pytest.param("crm#", id="no provision"),
        pytest.param("crm#16a", id="no reference"),
        pytest.param("crm#C1~0", id="no such number"),
        pytest.param("crm#C1~1000", id="too high a number"),
        pytest.param("", id="nothing"),
    ],
)
def test_anything_else_is_no_key(printed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        CommitmentKey.parse(printed)


def test_commitments_of_a_provision_are_counted() -> None:
    act = make_act()
    made = [make_commitment(act, reference) for reference in ("C1", "C1", "C2")]

    assert [str(key) for key, _ in keyed("crm", made)] == ["crm#C1", "crm#C1~2", "crm#C2"]


MEXICO = PartyStatus(party="México", fulfilment=Fulfilment.DONE, day=TODAY)


@pytest.mark.parametrize(
    ("parties", "party", "fulfilment"),
    [
        pytest.param((), "Honduras", Fulfilment.IN_PROGRESS, id="said of all"),
        pytest.param((MEXICO,), "México", Fulfilment.DONE, id="said of one"),
        pytest.param((MEXICO,), "Honduras", Fulfilment.OPEN, id="said of another"),
    ],
)
def test_a_party_has_come_as_far_as_was_said_of_it(
    parties: tuple[PartyStatus, ...], party: str, fulfilment: Fulfilment
) -> None:
    tracked = Tracked(key=KEY, fulfilment=Fulfilment.IN_PROGRESS, day=TODAY, parties=parties)

    assert tracked.of(party) is fulfilment
