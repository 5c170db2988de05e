"""What people write in capitals."""

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.frequencies import load_frequencies
from knowledge.language.shouting import lowered


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("CUANDO PAGA COSTA RICA", "cuando paga costa rica", id="a message"),
        pytest.param("WHO PAYS FOR THE WORKSHOP", "who pays for the workshop", id="in English"),
        pytest.param("¿CUÁNDO ES? URGE", "¿cuándo es? urge", id="two sentences"),
        pytest.param("¿Se CANCELÓ el taller?", "¿Se canceló el taller?", id="one word"),
        pytest.param("¿Qué es MICIC?", "¿Qué es MICIC?", id="an acronym that is no word"),
        pytest.param("¿Qué presentó UNODC en CARE?", "¿Qué presentó UNODC en CARE?", id="a short word"),
        pytest.param("OIM", "OIM", id="nothing but an acronym"),
        pytest.param("", "", id="nothing"),
        pytest.param("???", "???", id="marks only"),
    ],
)
def test_what_is_shouted_is_written_in_small_letters(typed: str, meant: str) -> None:
    assert lowered(typed, load_frequencies(BUILT_IN.language)) == meant
