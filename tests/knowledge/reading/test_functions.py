"""Lists of the functions of a body, which are for it to do."""

import pytest

from tests.support.act_texts import PREAMBLE, act_of
from tests.support.duties import written

ITEMS = "a) Proponer a la OIM un formato antes de julio de 2008.\nb) Emitir su opinión.\n"


@pytest.mark.parametrize(
    ("lead_in", "expected"),
    [
        pytest.param(
            "El Comité tendrá las siguientes funciones:",
            ["Comité: proponer a la OIM un formato, 2008-06-30", "Comité: emitir su opinión"],
            id="has",
        ),
        pytest.param(
            "Las funciones de la ST serán:",
            ["ST: proponer a la OIM un formato, 2008-06-30", "ST: emitir su opinión"],
            id="whose functions",
        ),
        pytest.param(
            "Son funciones del Grupo Técnico:",
            ["Grupo Técnico: proponer a la OIM un formato, 2008-06-30", "Grupo Técnico: emitir su opinión"],
            id="verb first",
        ),
    ],
)
def test_functions_are_for_who_has_them(lead_in: str, expected: list[str]) -> None:
    body = f"CONCLUSIONES\n\n1. {lead_in}\n{ITEMS}\n2. Agradecer a México.\n"

    assert [written(each) for each in act_of(PREAMBLE + body).commitments] == expected
