"""What changes between two versions of an act, by reference."""

from datetime import date
from typing import Any

import pytest

from knowledge.loading.comparing import Differences, compare_acts
from knowledge.values.acts import CommitmentKind
from knowledge.values.deadlines import Deadline, Precision
from knowledge.values.references import Reference
from tests.support.builders import TWO_CONCLUSIONS, make_act, make_commitment

BY_JULY = Deadline(text="el 15 de julio", end=date(2017, 7, 15), precision=Precision.DAY)


def references(*printed: str) -> tuple[Reference, ...]:
    return tuple(map(Reference.parse, printed))


CHANGED = Differences(changed=references("C2"))


@pytest.mark.parametrize(
    ("new", "differences"),
    [
        pytest.param(TWO_CONCLUSIONS, Differences(), id="nothing"),
        pytest.param(
            (("C1", "Aceptar el informe de la\nSecretaría Téc-\nnica."), TWO_CONCLUSIONS[1]),
            Differences(),
            id="lines that break elsewhere",
        ),
        pytest.param(
            (*TWO_CONCLUSIONS, ("C3", "Reunirse.")), Differences(came=references("C3")), id="one came"
        ),
        pytest.param(TWO_CONCLUSIONS[:1], Differences(went=references("C2")), id="one went"),
        pytest.param(
            (("C1", "Rechazar el informe."), TWO_CONCLUSIONS[1]),
            Differences(changed=references("C1")),
            id="one says something else",
        ),
        pytest.param(
            (("C2", TWO_CONCLUSIONS[0][1]), ("C3", TWO_CONCLUSIONS[1][1])),
            Differences(came=references("C3"), went=references("C1"), changed=references("C2")),
            id="all moved on",
        ),
    ],
)
def test_provisions_are_compared_by_their_words(
    new: tuple[tuple[str, str], ...], differences: Differences
) -> None:
    changes = compare_acts(make_act(*TWO_CONCLUSIONS), make_act(*new))
    assert changes.provisions == differences
    assert bool(changes) == bool(differences)


@pytest.mark.parametrize(
    ("fields", "differences"),
    [
        pytest.param({}, Differences(), id="nothing"),
        pytest.param({"action": "Remitir  sus aportes."}, Differences(), id="only marks and case"),
        pytest.param({"action": "revisar sus aportes"}, CHANGED, id="what"),
        pytest.param({"responsible": ("Canadá",)}, CHANGED, id="who"),
        pytest.param({"kind": CommitmentKind.INVITATION}, CHANGED, id="its kind"),
        pytest.param({"deadline": BY_JULY}, CHANGED, id="by when"),
    ],
)
def test_commitments_are_compared_by_who_what_and_when(
    fields: dict[str, Any], differences: Differences
) -> None:
    act = make_act()
    old, new = (
        act.model_copy(update={"commitments": (make_commitment(act, "C2", **given),)})
        for given in ({}, fields)
    )
    changes = compare_acts(old, new)
    assert changes.commitments == differences
    assert not changes.provisions


def test_a_second_duty_of_a_provision_is_a_change_and_the_first_one_came() -> None:
    act = make_act()
    one = make_commitment(act, "C2")
    none, single, double = (
        act.model_copy(update={"commitments": given}) for given in ((), (one,), (one, one))
    )
    assert compare_acts(none, single).commitments == Differences(came=references("C2"))
    assert compare_acts(single, none).commitments == Differences(went=references("C2"))
    assert compare_acts(single, double).commitments == Differences(changed=references("C2"))
