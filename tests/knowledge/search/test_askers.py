"""Who asks or proposes something in a provision."""

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.search.askers import askers_in
from knowledge.search.thesaurus import Thesaurus, ThesaurusFile
from knowledge.values.acts import Role
from tests.support.answers import REGISTER


@pytest.fixture(scope="module")
def thesaurus() -> Thesaurus:
    return ThesaurusFile.load(BUILT_IN.language).thesaurus


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param(
            "Tomar nota de la solicitud de Canadá de enmendar el acta.",
            "es",
            [(Role.REQUESTER, "Canadá")],
            id="a request of",
        ),
        pytest.param(
            "los cambios solicitados por las delegaciones de Canadá y Estados Unidos",
            "es",
            [(Role.REQUESTER, "Canadá"), (Role.REQUESTER, "Estados Unidos")],
            id="requested by two",
        ),
        pytest.param(
            "la propuesta de Panamá de intercambiar datos",
            "es",
            [(Role.PROPOSER, "Panamá")],
            id="a proposal of",
        ),
        pytest.param(
            "la solicitud de Estados Unidos de revisarla, así como la de OIM sobre su equipo legal",
            "es",
            [(Role.REQUESTER, "Estados Unidos"), (Role.REQUESTER, "OIM")],
            id="that of another",
        ),
        pytest.param(
            "México propuso una encuesta.", "es", [(Role.PROPOSER, "México")], id="a party that proposed"
        ),
        pytest.param(
            "Take note of the request of Honduras.", "en", [(Role.REQUESTER, "Honduras")], id="in English"
        ),
        pytest.param("Solicitar a la ST que envíe el texto.", "es", [], id="whoever is asked asks nothing"),
        pytest.param("Request the TS to send the text.", "en", [], id="nor in English"),
        pytest.param("Agradecer a Costa Rica por su informe.", "es", [], id="thanks"),
    ],
)
def test_who_asks_or_proposes_is_found(
    thesaurus: Thesaurus, text: str, language: str, expected: list[tuple[Role, str]]
) -> None:
    assert list(askers_in(text, language, REGISTER, thesaurus)) == expected
