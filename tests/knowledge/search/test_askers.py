"""Who asks or proposes something in a provision."""

import pytest

from knowledge.language.concepts import Concepts
from knowledge.language.datafiles import BUILT_IN
from knowledge.language.thesaurus import Thesaurus
from knowledge.search.askers import askers_in
from knowledge.values.acts import Role
from tests.support.answers import REGISTER


@pytest.fixture(scope="module")
def thesaurus() -> Thesaurus:
    return Concepts.load(BUILT_IN).thesaurus


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tomar nota de la solicitud de Canadá de enmendar el acta.",
            [(Role.REQUESTER, "Canadá")],
            id="a request of",
        ),
        pytest.param(
            "los cambios solicitados por las delegaciones de Canadá y Estados Unidos",
            [(Role.REQUESTER, "Canadá"), (Role.REQUESTER, "Estados Unidos")],
            id="requested by two",
        ),
        pytest.param(
            "la propuesta de Panamá de intercambiar datos",
            [(Role.PROPOSER, "Panamá")],
            id="a proposal of",
        ),
        pytest.param(
            "la solicitud de Estados Unidos de revisarla, así como la de OIM sobre su equipo legal",
            [(Role.REQUESTER, "Estados Unidos"), (Role.REQUESTER, "OIM")],
            id="that of another",
        ),
        pytest.param("México propuso una encuesta.", [(Role.PROPOSER, "México")], id="a party that proposed"),
        pytest.param(
            "Take note of the request of Honduras.", [(Role.REQUESTER, "Honduras")], id="in English"
        ),
        pytest.param("Solicitar a la ST que envíe el texto.", [], id="whoever is asked asks nothing"),
        pytest.param("Request the TS to send the text.", [], id="nor in English"),
        pytest.param("Agradecer a Costa Rica por su informe.", [], id="thanks"),
    ],
)
def test_who_asks_or_proposes_is_found(
    thesaurus: Thesaurus, text: str, expected: list[tuple[Role, str]]
) -> None:
    assert list(askers_in(text, REGISTER, thesaurus)) == expected
