"""References: printed forms, and what an item belongs to."""

import pytest

from knowledge.values.references import Reference


@pytest.mark.parametrize(
    ("printed", "parent"),
    [
        pytest.param("C16", None, id="a conclusion"),
        pytest.param("C16.a", "C16", id="a sub-item"),
        pytest.param("C2.c.a", "C2.c", id="an item of a sub-item"),
        pytest.param("ENC", None, id="the preamble"),
    ],
)
def test_an_item_belongs_to_the_one_around_it(printed: str, parent: str | None) -> None:
    reference = Reference.parse(printed)

    assert str(reference) == printed
    assert (str(reference.parent) if reference.parent else None) == parent


@pytest.mark.parametrize("printed", ["C", "C2.c.a.a", "C2.", "X1", "C0"])
def test_anything_else_is_no_reference(printed: str) -> None:
    with pytest.raises(ValueError, match=r"reference|number"):
        Reference.parse(printed)


def test_an_item_has_sub_items_by_letters() -> None:
    assert str(Reference.parse("C2").sub_item("c").sub_item("a")) == "C2.c.a"
