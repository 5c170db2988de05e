import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading.glossary import find_unknown_acronyms
from tests.support.builders import make_provision


@pytest.fixture(scope="module")
def register() -> PartyRegister:
    return PartyRegister.load(BUILT_IN)


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Agradecer a la OIM el informe sobre el SIEMMES.", {"SIEMMES"}),
        ("Comunicar lo anterior a la ST, a la PPT y al XYZQ.", {"XYZQ"}),
        ("REUNIÓN ORDINARIA Ciudad de Guatemala", set()),
        ("MEETING OF THE GROUP San José", set()),
        ("La XIX Conferencia", set()),
    ],
)
def test_acronyms_that_nobody_explains_are_found(
    register: PartyRegister, text: str, unknown: set[str]
) -> None:
    assert set(find_unknown_acronyms([make_provision("C1", text)], (), register)) == unknown
