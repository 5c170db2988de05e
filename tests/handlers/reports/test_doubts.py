from datetime import date
from typing import Any

import pytest

from handlers.reports.doubts import commitment_doubts, find_doubts
from knowledge.language.parties import PartyRegister
from knowledge.values.acts import Deadline, Precision
from knowledge.values.notices import notice
from knowledge.values.references import Reference
from tests.support.builders import make_act, make_commitment, make_provision


@pytest.mark.parametrize(
    ("fields", "doubts"),
    [
        pytest.param({}, [], id="nothing"),
        pytest.param({"responsible": ()}, ["No se leyó quién es responsable."], id="no-one"),
        pytest.param({"responsible": ("cada sede",)}, ["El registro no conoce a «cada sede»."], id="unknown"),
        pytest.param({"responsible": (), "reviewed": ("responsible",)}, [], id="reviewed"),
        pytest.param({"action": " "}, ["No se leyó qué debe hacerse."], id="no-action"),
        pytest.param(
            {"deadline": Deadline(text="en su momento")},
            ["De «en su momento» no se entendió una fecha."],
            id="no-day",
        ),
        pytest.param(
            {"deadline": Deadline(text="a la brevedad", precision=Precision.ASAP)},
            [],
            id="as-soon-as-possible",
        ),
        pytest.param(
            {
                "deadline": Deadline(
                    text="el 1 de mayo de 2016", end=date(2016, 5, 1), precision=Precision.DAY
                )
            },
            ["El plazo es anterior a la reunión."],
            id="before-the-meeting",
        ),
        pytest.param(
            {"deadline": Deadline(end=date(2016, 5, 1)), "reviewed": ("deadline",)},
            [],
            id="reviewed-deadline",
        ),
    ],
)
def test_what_a_person_must_look_at(
    fields: dict[str, Any], doubts: list[str], register: PartyRegister
) -> None:
    act = make_act()
    commitment = make_commitment(act, "C2", **fields)

    found = commitment_doubts(commitment, act, register.parties.__contains__)

    assert list(map(str, found)) == doubts


@pytest.mark.parametrize(
    ("parameters", "references", "pages"),
    [
        pytest.param({}, [], (), id="no-place"),
        pytest.param({"reference": Reference.parse("C2")}, ["C2"], (3,), id="reference"),
        pytest.param({"acronyms": "PMM (C2), XYZ (C1)"}, ["C2", "C1"], (3, 1), id="references-in-words"),
        pytest.param({"heading": "Anexo C9"}, [], (), id="no-such-reference"),
        pytest.param({"page": 3}, ["C2"], (3,), id="page"),
        pytest.param({"page": 2}, ["C1"], (2,), id="page-where-no-provision-begins"),
        pytest.param({"reference": Reference.parse("C1"), "page": 2}, ["C1"], (2,), id="reference-and-page"),
    ],
)
def test_a_warning_stands_where_it_says(
    parameters: dict[str, Any], references: list[str], pages: tuple[int, ...]
) -> None:
    act = make_act(
        provisions=(make_provision("C1"), make_provision("C2", page=3)),
        warnings=(notice("Algo falta.", **parameters),),
    )

    (doubt,) = find_doubts(act, lambda _: True)

    assert [str(each) for each in doubt.references] == references
    assert doubt.pages == pages
