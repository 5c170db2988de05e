"""The real encoder, loaded once for all tests."""

import pytest

from knowledge.meaning.encoder import Encoder


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return Encoder()
