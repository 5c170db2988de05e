"""Who may be named in answer to a question."""

import pytest

from knowledge.opening.eligible import NameChecker
from knowledge.search.sources import Sources
from knowledge.values.parties import PartyKind
from tests.support.act_texts import SMALL_ACT, act_of
from tests.support.answers import open_sources, read_question


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    return open_sources(tmp_path_factory.mktemp("eligible"), act_of(SMALL_ACT))


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        pytest.param("¿Qué países pagaron?", PartyKind.COUNTRY, id="countries"),
        pytest.param("Which agency will train them?", PartyKind.ORGANIZATION, id="in English"),
        pytest.param("¿Qué agencias y países pagaron?", PartyKind.ORGANIZATION, id="the first of two"),
        pytest.param("¿Qué países y agencias pagaron?", PartyKind.COUNTRY, id="the other way round"),
        pytest.param("¿Quién pagó?", None, id="of no kind"),
    ],
)
def test_the_kind_of_party_is_that_of_the_first_noun(
    sources: Sources, question: str, kind: PartyKind | None
) -> None:
    assert NameChecker(sources).kind_asked(read_question(sources, question)) is kind
