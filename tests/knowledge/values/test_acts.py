"""What acts say, and whom it names in which role."""

import pytest

from knowledge.values.acts import Commitment, Event, Role
from tests.support.builders import make_act, make_commitment, make_event


@pytest.mark.parametrize(
    ("value", "roles"),
    [
        pytest.param(
            make_commitment(
                make_act(), "C1", responsible=("OIM", "ST"), recipient=("PPT",), supporters=("OEA",)
            ),
            [
                (Role.RESPONSIBLE, "OIM", False),
                (Role.RESPONSIBLE, "ST", False),
                (Role.RECIPIENT, "PPT", False),
                (Role.SUPPORTER, "OEA", False),
            ],
            id="a commitment",
        ),
        pytest.param(
            make_commitment(
                make_act(), "C1", responsible=("OIM",), inferred=("responsible", "deadline.year")
            ),
            [(Role.RESPONSIBLE, "OIM", True)],
            id="whom the act doesn't name",
        ),
        pytest.param(
            make_event(organizers=("México",), supporters=("OIM",), inferred=("organizers",)),
            [(Role.ORGANIZER, "México", True), (Role.SUPPORTER, "OIM", False)],
            id="an event",
        ),
        pytest.param(make_event(), [], id="an event of nobody"),
    ],
)
def test_parties_have_roles_that_are_told_or_follow(
    value: Commitment | Event, roles: list[tuple[Role, str, bool]]
) -> None:
    assert [*value.roles()] == roles
