import pytest

from handlers.catalogue import Catalogue, load_catalogues
from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister


@pytest.fixture(scope="session")
def register() -> PartyRegister:
    return PartyRegister.load(BUILT_IN)


@pytest.fixture(scope="session")
def catalogues() -> dict[str, Catalogue]:
    return load_catalogues(BUILT_IN)


@pytest.fixture
def spanish(catalogues: dict[str, Catalogue]) -> Catalogue:
    return catalogues["es"]
