"""The agenda: which days of the acts it lists, of whom, and under which names."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from knowledge.lists.agenda import AgendaWriter
from knowledge.lists.entries import EntryWriter
from knowledge.values.acts import Act, CommitmentKind, Deadline, Precision, Role
from knowledge.values.dated import DatedKind
from knowledge.values.questions import Period
from tests.support.answers import REGISTER, build_store
from tests.support.builders import make_act, make_commitment, make_event, make_provision

DAY = date(2017, 7, 15)


def due(day: date, precision: Precision = Precision.DAY) -> Deadline:
    return Deadline(text="a más tardar", start=day, end=day, precision=precision)


def act() -> Act:
    bare = make_act(("C1", "Que Canadá envíe."), ("C2", "Que los Países Miembros envíen."), ("C3", "Taller."))
    on_the_day = {"start": DAY, "end": DAY, "precision": Precision.DAY}
    return bare.model_copy(
        update={
            "provisions": (
                *bare.provisions[:2],
                make_provision("C3", "Taller.", parties={"México": Role.MENTIONED}),
            ),
            "commitments": (
                make_commitment(bare, "C1", responsible=("Canadá",), deadline=due(DAY)),
                make_commitment(bare, "C1", responsible=("OIM",), deadline=due(date(2017, 8, 1))),
                make_commitment(bare, "C2", responsible=("Países Miembros",), deadline=due(date(2017, 9, 1))),
                make_commitment(bare, "C2", deadline=due(DAY, Precision.RECURRING)),
                make_commitment(bare, "C3", kind=CommitmentKind.EVENT, deadline=due(DAY)),
            ),
            "events": (
                make_event("C3", organizers=("Canadá",), **on_the_day),
                make_event("C3", **{**on_the_day, "precision": Precision.YEAR}),
            ),
        }
    )


@pytest.fixture
def agenda(tmp_path: Path) -> AgendaWriter:
    store = build_store(tmp_path, act())
    return AgendaWriter(store, REGISTER, EntryWriter(store, REGISTER))


@pytest.mark.parametrize(
    ("parties", "listed"),
    [
        pytest.param((), ["C1-commitment", "C3-event", "C1-commitment-2", "C2-commitment"], id="all"),
        pytest.param(["Canadá"], ["C1-commitment", "C3-event", "C2-commitment"], id="member-and-its-group"),
        pytest.param(["México"], ["C3-event", "C2-commitment"], id="named-where-an-event-is"),
        pytest.param(["OIM"], ["C1-commitment-2"], id="body"),
        pytest.param(["OIM", "ACNUR"], ["C1-commitment-2"], id="any-of-several"),
    ],
)
def test_what_concerns_a_party_is_listed_the_soonest_first(
    agenda: AgendaWriter, parties: Sequence[str], listed: Sequence[str]
) -> None:
    assert [each.uid.partition("#")[2] for each in agenda.write(parties)] == listed


def test_days_may_be_limited(agenda: AgendaWriter) -> None:
    august = Period(start=date(2017, 8, 1), end=date(2017, 8, 31))
    assert [each.start for each in agenda.write(period=august)] == [date(2017, 8, 1)]


def test_a_commitment_to_hold_an_event_is_not_listed_beside_it(agenda: AgendaWriter) -> None:
    of_the_third = [each for each in agenda.write() if "#C3-" in each.uid]
    assert [each.kind for each in of_the_third] == [DatedKind.EVENT]
