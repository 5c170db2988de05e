"""What the knowledge base answers, whatever is loaded at the moment."""

import pytest

from knowledge.base import KnowledgeBase
from knowledge.loading import Loader
from knowledge.values.answers import Surroundings
from knowledge.values.references import Reference
from tests.support.plain_acts import write_plain_act
from tests.support.plain_bases import quote_from

C1 = Reference.parse("C1")


def test_the_first_start_answers_from_the_built_in_act(base: KnowledgeBase) -> None:
    assert quote_from(base) == "Antes."
    assert [document.slug for document in base.documents()] == ["crm-2016"]


def test_whole_acts_can_be_had(base: KnowledgeBase) -> None:
    assert [str(provision.reference) for provision in base.act("crm-2016").provisions] == ["C1"]


@pytest.mark.parametrize(
    ("reference", "before", "after"),
    [
        pytest.param("C1", None, "C2", id="first"),
        pytest.param("C2", "C1", None, id="last"),
    ],
)
def test_surroundings_are_those_of_the_only_finding(
    base: KnowledgeBase, loader: Loader, reference: str, before: str | None, after: str | None
) -> None:
    write_plain_act(loader.folder.acts / "a.txt", "crm-2015", ("C1", "Uno."), ("C2", "Dos."))
    base.reload()

    found = base.surroundings(base.show("crm-2015", Reference.parse(reference), language="es"))

    beside = (found.previous, found.next)
    assert tuple(each and str(each) for each in beside) == (before, after)


def test_a_provision_that_no_act_has_cannot_be_shown(base: KnowledgeBase) -> None:
    with pytest.raises(KeyError):
        base.show("crm-2016", Reference.parse("C99"), language="es")


def test_several_findings_have_no_surroundings(base: KnowledgeBase) -> None:
    answer = base.show("crm-2016", C1, language="es")

    several = answer.model_copy(update={"findings": answer.findings * 2})

    assert base.surroundings(several) == Surroundings()
