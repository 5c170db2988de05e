"""The real encoder, loaded once for all tests; responders with it and without, a small act, a plain base."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.answering.responder import Responder
from knowledge.base import KnowledgeBase
from knowledge.language.datafiles import BUILT_IN
from knowledge.loading import Loader
from knowledge.meaning.encoder import Encoder
from knowledge.reading import read_act
from knowledge.search.sources import Sources
from knowledge.values.acts import Act
from tests.support.act_texts import SMALL_ACT, act_of
from tests.support.answers import REGISTER, open_sources, respond_from
from tests.support.plain_bases import plain_loader


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


@pytest.fixture
def loader(tmp_path: Path) -> Loader:
    """A loader of acts written as plain paragraphs, one of which ships."""
    return plain_loader(tmp_path)


@pytest.fixture
def base(loader: Loader) -> Iterator[KnowledgeBase]:
    """A knowledge base of such acts."""
    base = KnowledgeBase(lambda: loader)
    yield base
    base.close()
