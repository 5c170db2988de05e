"""What a provision says, with what stands above and below it."""

import pytest

from knowledge.ranking.views import ProvisionView, ViewReader
from knowledge.search.sources import Sources
from knowledge.values.acts import Role
from knowledge.values.references import Reference


def view_of(sources: Sources, reference: str) -> ProvisionView:
    number = sources.index.number_of(sources.documents[0].slug, Reference.parse(reference))
    assert number is not None
    return ViewReader(sources).of(number)


@pytest.mark.parametrize(
    ("reference", "tokens"),
    [
        pytest.param("C4.a", {"instar", "pagar"}, id="a sub-item, with its lead-in"),
        pytest.param("C4", {"instar", "pagar", "remitir"}, id="a lead-in, with its sub-items"),
        pytest.param("C3", {"costa", "rica", "quince"}, id="a provision alone"),
    ],
)
def test_a_view_has_the_words_of_what_belongs_together(
    sources: Sources, reference: str, tokens: set[str]
) -> None:
    assert view_of(sources, reference).tokens >= tokens


def test_the_view_of_a_sub_item_has_no_other(sources: Sources) -> None:
    assert "remitir" not in view_of(sources, "C4.a").tokens


@pytest.mark.parametrize(
    ("reference", "numbers"),
    [
        pytest.param("C3", {"15"}, id="in words"),
        pytest.param("C2", {"17", "18", "2008"}, id="in digits"),
        pytest.param("C6", {"20"}, id="an amount"),
    ],
)
def test_figures_are_read_in_digits(sources: Sources, reference: str, numbers: set[str]) -> None:
    assert view_of(sources, reference).numbers >= numbers


@pytest.mark.parametrize(
    ("reference", "party", "role"),
    [
        pytest.param("C1", "Canadá", Role.RESPONSIBLE, id="who has to"),
        pytest.param("C1", "ST", Role.RECIPIENT, id="for whom"),
        pytest.param("C2", "OIM", Role.SUPPORTER, id="who pays"),
        pytest.param("C3", "Costa Rica", Role.THANKED, id="who is thanked"),
        pytest.param("C4.a", "Panamá", Role.RESPONSIBLE, id="a member of those bound"),
    ],
)
def test_parties_have_their_parts(sources: Sources, reference: str, party: str, role: Role) -> None:
    assert role in view_of(sources, reference).roles[party]


def test_whoever_was_only_inferred_isnt_named(sources: Sources) -> None:
    assert "Panamá" not in view_of(sources, "C2").parties


def test_days_are_read_beside_the_meeting(sources: Sources) -> None:
    assert [str(days.first) for days in view_of(sources, "C1").days] == ["2008-07-15"]
