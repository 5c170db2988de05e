"""The real encoder, loaded once for all tests; responders with it and without, and a small act."""

import pytest

from knowledge.answering.responder import Responder
from knowledge.language.datafiles import BUILT_IN
from knowledge.meaning.encoder import Encoder
from knowledge.reading import read_act
from knowledge.search.sources import Sources
from knowledge.values.acts import Act
from tests.support.act_texts import SMALL_ACT, act_of
from tests.support.answers import REGISTER, open_sources, respond_from


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return Encoder()


@pytest.fixture(scope="session")
def built_in_act() -> Act:
    return read_act(BUILT_IN.forum / "acts" / "grcm-2017-06-san-salvador.txt", register=REGISTER)


@pytest.fixture(scope="session")
def responder(built_in_act: Act, encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Responder:
    return respond_from(tmp_path_factory.mktemp("responder"), built_in_act, encoder=encoder)


@pytest.fixture(scope="session")
def by_words(built_in_act: Act, tmp_path_factory: pytest.TempPathFactory) -> Responder:
    return respond_from(tmp_path_factory.mktemp("by_words"), built_in_act)


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    """What answers are made from, with a small act and without the encoder."""
    return open_sources(tmp_path_factory.mktemp("small"), act_of(SMALL_ACT))
