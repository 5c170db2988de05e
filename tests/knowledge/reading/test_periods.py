"""Periods told above what is to be done in them."""

from textwrap import dedent

import pytest

from tests.support.act_texts import PREAMBLE, act_of


@pytest.mark.parametrize(
    ("body", "ends"),
    [
        pytest.param(
            """\
            Tercer trimestre de 2008

            1. Honduras elaborará el directorio.

            Tareas del primer semestre de 2009

            2. Canadá revisará el manual.

            3. Costa Rica pagará antes del 5 de agosto.

            Asuntos varios

            4. Panamá revisará el sitio.
            """,
            {"C1": "2008-09-30", "C2": "2009-06-30", "C3": "2008-08-05", "C4": None},
            id="titles",
        ),
        pytest.param(
            """\
            1. Durante el segundo semestre:
            a) Honduras elaborará el directorio;
            b) Canadá revisará el manual.

            2. Panamá revisará el sitio.
            """,
            {"C1.a": "2008-12-31", "C1.b": "2008-12-31", "C2": None},
            id="a lead-in",
        ),
        pytest.param(
            """\
            Informe del primer trimestre de 2009

            1. Honduras elaborará el directorio.
            """,
            {"C1": None},
            id="a title of something else",
        ),
        pytest.param(
            """\
            Primer trimestre de 2008

            1. Honduras elaborará el directorio.
            """,
            {"C1": None},
            id="a period that is over",
        ),
    ],
)
def test_a_period_above_is_the_deadline_of_what_has_none(body: str, ends: dict[str, str | None]) -> None:
    act = act_of(f"{PREAMBLE}CONCLUSIONES\n\n{dedent(body)}")

    found = {str(each.reference): each.deadline.end for each in act.commitments}
    assert {reference: end.isoformat() if end else None for reference, end in found.items()} == ends
