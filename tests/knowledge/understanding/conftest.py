"""A small act, built once, whose questions are read."""

import pytest

from knowledge.search.sources import Sources
from tests.support.act_texts import SMALL_ACT, act_of
from tests.support.answers import open_sources


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    return open_sources(tmp_path_factory.mktemp("small"), act_of(SMALL_ACT))
