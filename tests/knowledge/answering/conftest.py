"""The built-in act, built once, with a responder on it."""

import pytest

from knowledge.answering.responder import Responder
from knowledge.language.datafiles import BUILT_IN
from knowledge.reading import read_act
from knowledge.values.acts import Act
from tests.support.answers import REGISTER, respond_from


@pytest.fixture(scope="session")
def built_in_act() -> Act:
    return read_act(BUILT_IN.forum / "acts" / "grcm-2017-06-san-salvador.txt", register=REGISTER)


@pytest.fixture(scope="session")
def responder(built_in_act: Act, tmp_path_factory: pytest.TempPathFactory) -> Responder:
    return respond_from(tmp_path_factory.mktemp("responder"), built_in_act)
