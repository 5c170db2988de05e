"""Which provisions a list shows."""

import numpy as np
import pytest

from knowledge.lists.gathering import Gatherer
from knowledge.search.flags import Holds
from knowledge.search.index import Numbers
from knowledge.search.sources import Sources
from knowledge.values.acts import Role


@pytest.fixture
def gatherer(sources: Sources) -> Gatherer:
    return Gatherer(sources.index)


def references(sources: Sources, numbers: Numbers) -> set[str]:
    return {str(sources.index.place(number)[1]) for number in numbers.tolist()}


@pytest.mark.parametrize(
    ("parties", "roles", "found"),
    [
        pytest.param(("ST",), (Role.RECIPIENT,), ["C1", "C4.b"], id="one in one role"),
        pytest.param(("Costa Rica",), (Role.THANKED,), ["C3"], id="thanked"),
        pytest.param(
            ("Canadá", "ST"), (Role.RESPONSIBLE, Role.RECIPIENT), ["C1"], id="two in some role each"
        ),
        pytest.param(("Honduras",), (Role.ORGANIZER,), ["C2", "ENC"], id="host, asked as organizer"),
        pytest.param(("Canadá",), (Role.THANKED,), [], id="in another role"),
    ],
)
def test_parties_are_found_in_their_roles(
    sources: Sources, gatherer: Gatherer, parties: tuple[str, ...], roles: tuple[Role, ...], found: list[str]
) -> None:
    assert sorted(references(sources, gatherer.in_roles(parties, roles))) == found


def test_of_one_act_the_preamble_is_left_out_and_each_provision_listed_once(
    sources: Sources, gatherer: Gatherer
) -> None:
    dated = gatherer.holding(Holds.DATE)

    assert "ENC" in references(sources, dated)
    assert gatherer.of_newest(np.concatenate([dated, dated]), None) == [
        number for number in dated.tolist() if str(sources.index.place(number)[1]) != "ENC"
    ]
