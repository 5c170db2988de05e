"""A provision and its meeting, told apart in the words after a command."""

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.understanding.located import Located, divide
from knowledge.understanding.reference_words import load_reference_words
from knowledge.understanding.references import ReferenceFinder

REFERENCES = ReferenceFinder(load_reference_words(BUILT_IN.language))


@pytest.mark.parametrize(
    ("words", "provision", "meeting"),
    [
        pytest.param("16a", "conclusion 16a", "", id="no-meeting"),
        pytest.param("5 Managua 2012", "conclusion 5", "managua 2012", id="city-and-year"),
        pytest.param("managua 2012 5", "conclusion 5", "managua 2012", id="any-order"),
        pytest.param("2 a guatemala", "conclusion 2a", "guatemala", id="letter-apart"),
        pytest.param("cinco de managua", "conclusion cinco", "de managua", id="number-in-words"),
        pytest.param(
            "15 de mayo de 2010 3", "conclusion 15", "de mayo de 2010 3", id="a-day-reads-as-number"
        ),
    ],
)
def test_the_number_is_told_from_the_meeting(words: str, provision: str, meeting: str) -> None:
    assert divide("conclusión", words, REFERENCES) == Located(provision, meeting)
