"""Terms: the mark of each sort, and what is told by it."""

from collections.abc import Callable

import pytest

from knowledge.search.terms import (
    exact,
    is_concept,
    is_party,
    is_role,
    is_stem,
    of_concept,
    of_party,
    of_role,
    party_of,
    stemmed,
)
from knowledge.values.acts import Role

WORD, STEM, CONCEPT = exact("talleres"), stemmed("taller", "es")[0], of_concept("budget")
PARTY, IN_ROLE = of_party("Costa Rica"), of_role(Role.PROPOSER, "Costa Rica")


@pytest.mark.parametrize(
    ("tells", "terms"),
    [
        pytest.param(is_stem, {STEM}, id="a stem"),
        pytest.param(is_concept, {CONCEPT}, id="a concept"),
        pytest.param(is_party, {PARTY, IN_ROLE}, id="a party, in a role or not"),
        pytest.param(is_role, {IN_ROLE}, id="a party in a role"),
    ],
)
def test_sorts_of_terms_are_told_apart(tells: Callable[[str], bool], terms: set[str]) -> None:
    assert set(filter(tells, (WORD, STEM, CONCEPT, PARTY, IN_ROLE))) == terms


@pytest.mark.parametrize(
    ("term", "party"),
    [
        pytest.param(PARTY, "Costa Rica", id="a party"),
        pytest.param(IN_ROLE, None, id="a party in a role"),
        pytest.param(exact("p"), None, id="a word"),
    ],
)
def test_a_term_of_a_party_gives_its_name(term: str, party: str | None) -> None:
    assert party_of(term) == party


def test_forms_of_a_word_share_a_term() -> None:
    assert set(stemmed("talleres", "es")) & set(stemmed("taller", "es"))
